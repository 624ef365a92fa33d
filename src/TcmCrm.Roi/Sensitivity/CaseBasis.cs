namespace TcmCrm.Roi.Sensitivity;

/// <summary>Which benefits a figure counts.</summary>
public enum CaseBasis
{
    /// <summary>All monetised benefits.</summary>
    All,

    /// <summary>Benefits in cash alone (现金口径).</summary>
    Cashable,
}
