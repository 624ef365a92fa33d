namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>How finely the cash-flow table is cut.</summary>
internal enum CashFlowDetail
{
    Year,
    Month,
    None,
}
