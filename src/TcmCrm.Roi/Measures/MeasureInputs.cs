namespace TcmCrm.Roi.Measures;

/// <summary>The ids of inputs that are no measures themselves: terms of the case and its flows.</summary>
internal static class MeasureInputs
{
    /// <summary>The yearly discount rate.</summary>
    internal const string DiscountRate = "discountRate";

    /// <summary>The rate paid on negative flows: the case's, or the discount rate.</summary>
    internal const string FinanceRate = "financeRate";

    /// <summary>The rate earned on positive flows: the case's, or the discount rate.</summary>
    internal const string ReinvestmentRate = "reinvestmentRate";

    /// <summary>The length of the period in years by the day count.</summary>
    internal const string Years = "years";

    /// <summary>The first day of use.</summary>
    internal const string GoLive = "goLive";

    /// <summary>From when flows are discounted.</summary>
    internal const string FlowTiming = "flowTiming";

    /// <summary>How years are counted.</summary>
    internal const string DayCount = "dayCount";

    /// <summary>The net flows of the period, without the long-term block.</summary>
    internal const string NetFlows = "netFlows";

    /// <summary>The cost lines, each with its total.</summary>
    internal const string CostLines = "costLines";

    /// <summary>The cost lines that come round again, each with what it pays for after the period.</summary>
    internal const string PrepaidLines = "prepaidLines";

    /// <summary>The short-term monetised benefit lines, each with its total.</summary>
    internal const string BenefitLines = "benefitLines";

    /// <summary>The lines of the long-term block, each with its total.</summary>
    internal const string LongTermLines = "longTermLines";

    /// <summary>Costs and benefits by year of the evaluation.</summary>
    internal const string YearlyTable = "yearlyTable";
}
