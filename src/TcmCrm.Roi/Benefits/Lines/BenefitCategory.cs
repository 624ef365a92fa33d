namespace TcmCrm.Roi.Benefits;

/// <summary>What a benefit is: the five categories of the short-term case, and the four of the long-term block, which is shown apart.</summary>
public enum BenefitCategory
{
    /// <summary>More sales (销售收入增长), counted as contribution margin.</summary>
    SalesGrowth,

    /// <summary>More satisfied customers (客户满意度提升); not monetised unless a conversion chain to retention is given.</summary>
    Satisfaction,

    /// <summary>Fewer customers lost (客户保留率提高).</summary>
    Retention,

    /// <summary>Lower cost of operation (运营成本降低).</summary>
    OperatingCost,

    /// <summary>Better decisions (决策质量改善), for example better forecasts.</summary>
    DecisionQuality,

    /// <summary>Long term: loyalty (客户忠诚度).</summary>
    Loyalty,

    /// <summary>Long term: cross-selling (交叉销售).</summary>
    CrossSell,

    /// <summary>Long term: up-selling (追加销售).</summary>
    UpSell,

    /// <summary>Long term: automation of tedious work (流程效率).</summary>
    ProcessEfficiency,
}
