namespace TcmCrm.Roi.Benefits;

/// <summary>What a value pool holds a year.</summary>
public enum ValuePoolKind
{
    /// <summary>Revenue of a year (销售收入).</summary>
    Revenue,

    /// <summary>Working hours of a year (工时).</summary>
    Hours,

    /// <summary>Customers that can be won, kept or sold to in a year (客户数).</summary>
    Customers,
}
