using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>What one evaluation period will come to: what is booked and measured, what is owed, and the rest of the plan at the pace that was reached.</summary>
/// <remarks>
/// <para>A cost: what was booked, what is due and not booked, and the bills to come at their price ratio. A benefit: what was measured, and its measured share,
/// at most 1, of the plan to come, moved by the months it is late; nothing where it is due and was never measured.</para>
/// <para>The interval of a benefit is centred on the measured share, not capped, and counts months that were not measured as anything between nothing and that share; without
/// a measurement for six months nothing after the last measured month is sure. The limits of the lines are added, as if all went well or badly together, which is
/// wider than if they were independent. It leaves out causes that have not shown yet. What is booked and measured is known.</para>
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

    /// <summary>Costs of the period that were booked.</summary>
    public Money Booked { get; internal init; }

    /// <summary>Costs of the period that are due and were not booked: a part of the forecast's cost.</summary>
    public Money Accrued { get; internal init; }

    /// <summary>
    /// The part of the benefit planned for the months that were to be measured by now which no measurement covers, as a fraction: 0 where all is measured.
    /// The forecast counts nothing for it; the upper limit of the benefit does.
    /// </summary>
    public decimal UnmeasuredShare { get; internal init; }

    /// <summary>Lower limit of the forecast's net present value: benefits at their lower and costs at their upper limits, discounted flow by flow.</summary>
    public Figure<Money> NetPresentValueLower { get; internal init; }

    /// <summary>Upper limit of the forecast's net present value: the other way round.</summary>
    public Figure<Money> NetPresentValueUpper { get; internal init; }

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => $"{Forecast} [{Lower}, {Upper}]";
}
