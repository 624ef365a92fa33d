namespace TcmCrm.Roi.Measures;

/// <summary>The ids of inputs that are no measures themselves: terms of the case and its flows.</summary>
public static class MeasureInputs
{
    /// <summary>The yearly discount rate.</summary>
    public const string DiscountRate = "discountRate";

    /// <summary>The rate paid on negative flows: the case's, or the discount rate.</summary>
    public const string FinanceRate = "financeRate";

    /// <summary>The rate earned on positive flows: the case's, or the discount rate.</summary>
    public const string ReinvestmentRate = "reinvestmentRate";

    /// <summary>The length of the period in years by the day count.</summary>
    public const string Years = "years";

    /// <summary>From when flows are discounted.</summary>
    public const string FlowTiming = "flowTiming";

    /// <summary>How years are counted.</summary>
    public const string DayCount = "dayCount";

    /// <summary>The net flows of the period, without the long-term block.</summary>
    public const string NetFlows = "netFlows";

    /// <summary>The cost lines, each with its total.</summary>
    public const string CostLines = "costLines";

    /// <summary>The short-term monetised benefit lines, each with its total.</summary>
    public const string BenefitLines = "benefitLines";

    /// <summary>The lines of the long-term block, each with its total.</summary>
    public const string LongTermLines = "longTermLines";

    /// <summary>Costs and benefits by year of the evaluation.</summary>
    public const string YearlyTable = "yearlyTable";
}
