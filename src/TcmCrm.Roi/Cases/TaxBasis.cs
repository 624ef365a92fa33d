namespace TcmCrm.Roi.Cases;

/// <summary>Whether the amounts of a case hold value-added tax (增值税). All of them are before income tax (税前).</summary>
public enum TaxBasis
{
    /// <summary>含税: amounts include value-added tax.</summary>
    IncludingVat,

    /// <summary>不含税: amounts exclude value-added tax.</summary>
    ExcludingVat,
}
