namespace TcmCrm.Roi.Cases;

/// <summary>How a company pays value-added tax.</summary>
public enum VatPayer
{
    /// <summary>General taxpayer (一般纳税人): input tax is credited.</summary>
    General,

    /// <summary>Small-scale taxpayer (小规模纳税人): nothing is credited, so that the price with the tax is the cost.</summary>
    SmallScale,
}
