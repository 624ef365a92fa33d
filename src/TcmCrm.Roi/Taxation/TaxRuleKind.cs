namespace TcmCrm.Roi.Taxation;

/// <summary>What a rule says.</summary>
public enum TaxRuleKind
{
    /// <summary>Rate of value-added tax on software and information services, a fraction.</summary>
    VatOnServices,

    /// <summary>Rate of value-added tax on goods, boxed software among them, a fraction.</summary>
    VatOnGoods,

    /// <summary>Rate of value-added tax on services that are sold together with a licence, a fraction.</summary>
    VatOnServicesWithLicense,

    /// <summary>Levy rate of small-scale taxpayers, a fraction.</summary>
    VatLevy,

    /// <summary>Original value in yuan above which the credit for a long-term asset of mixed use is adjusted every year.</summary>
    MixedAssetThreshold,

    /// <summary>Over how many years that credit is adjusted.</summary>
    MixedAssetYears,

    /// <summary>The usual rate of income tax, a fraction.</summary>
    IncomeTax,

    /// <summary>The rate of income tax of high-tech companies, a fraction.</summary>
    IncomeTaxHighTech,

    /// <summary>What small-profit companies pay of their income, a fraction.</summary>
    IncomeTaxSmallProfit,

    /// <summary>Fewest years over which bought software is amortized.</summary>
    SoftwareLeastYears,

    /// <summary>Years over which an intangible asset is amortized where nothing shorter is claimed.</summary>
    IntangibleYears,

    /// <summary>Fewest years over which electronic equipment is depreciated.</summary>
    EquipmentYears,

    /// <summary>Unit value in yuan up to which equipment is deducted at once.</summary>
    EquipmentAtOnce,

    /// <summary>For how many years a loss is carried forward.</summary>
    LossYears,

    /// <summary>For how many years a loss of a high-tech company is carried forward.</summary>
    LossYearsHighTech,
}
