using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>What one evaluation period will come to: what is realised, and the rest of the plan at the pace that was reached.</summary>
/// <remarks>
/// <para>Rest of a line = its plan, moved by the months it is late, times the part of the plan that it realises, times adoption of late over adoption
/// before. A benefit that was never measured is forecast as nothing; a cost that is due and was not booked is forecast to come in full.</para>
/// <para>The interval of a line comes from the spread of its monthly realisation (at least three months); without that a benefit lies between nothing and its
/// plan. The limits of the lines are added, as if all went well or badly together, which is wider than if they were independent. What is past is known.</para>
/// </remarks>
public sealed class PeriodForecast
{
    internal PeriodForecast(bool isPast, PeriodResult plan, PeriodResult forecast, (Money Lower, Money Upper) cost, (Money Lower, Money Upper) benefit)
    {
        IsPast = isPast;
        Plan = plan;
        Forecast = forecast;
        CostLower = cost.Lower;
        CostUpper = cost.Upper;
        BenefitLower = benefit.Lower;
        BenefitUpper = benefit.Upper;
        Lower = ReviewTotals.Ratio(cost.Upper, benefit.Lower);
        Upper = ReviewTotals.Ratio(cost.Lower, benefit.Upper);
    }

    /// <summary>The evaluation period, from the start of the case.</summary>
    public EvaluationPeriod Period => Plan.Period;

    /// <summary>Whether the period lies before the end of the review's month, so that nothing of it is forecast.</summary>
    public bool IsPast { get; }

    /// <summary>The plan: every figure of the evaluation.</summary>
    public PeriodResult Plan { get; }

    /// <summary>The forecast: the same figures with what was booked and measured, and what is expected, in place of the plan.</summary>
    public PeriodResult Forecast { get; }

    /// <summary>Lower limit of the ROI: benefits at their lower and costs at their upper limits.</summary>
    public Figure<decimal> Lower { get; }

    /// <summary>Upper limit of the ROI: benefits at their upper and costs at their lower limits.</summary>
    public Figure<decimal> Upper { get; }

    /// <summary>Lower limit of the cost.</summary>
    public Money CostLower { get; }

    /// <summary>Upper limit of the cost.</summary>
    public Money CostUpper { get; }

    /// <summary>Lower limit of the benefit.</summary>
    public Money BenefitLower { get; }

    /// <summary>Upper limit of the benefit.</summary>
    public Money BenefitUpper { get; }

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => $"{Forecast} [{Lower}, {Upper}]";
}
