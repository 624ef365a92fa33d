namespace TcmCrm.Roi.Reporting;

/// <summary>How finely the table of cash flows is cut.</summary>
public enum CashFlowDetail
{
    /// <summary>A row a year from the start of the case.</summary>
    Year,

    /// <summary>A row a month.</summary>
    Month,

    /// <summary>No table.</summary>
    None,
}
