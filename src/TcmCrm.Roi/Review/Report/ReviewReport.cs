using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>The result of a review: where the case stands, where it leads, what goes wrong, and what can be decided.</summary>
public sealed class ReviewReport
{
    internal ReviewReport(ReviewContext context, PlanVersion version, IReadOnlyList<PeriodForecast> forecast)
    {
        Context = context;
        Version = version;
        Forecast = forecast;
        Realized = new ReviewTotals(context.Sum(isCost: true, line => line.Variance.Actual), context.Sum(isCost: false, line => line.Variance.Actual));
        Owed = context.Sum(isCost: true, line => new Money(line.Settlement!.Accrued, context.Plan.Currency).RoundToMinorUnit());
        RealizedAsForecast = new ReviewTotals(Realized.Cost + Owed, context.Sum(isCost: false, line => line.Counted));
        PlanToDate = new ReviewTotals(context.Sum(isCost: true, line => line.Variance.Plan), context.Sum(isCost: false, line => line.Variance.Plan));
    }

    /// <summary>The last month that counts as past.</summary>
    public YearMonth AsOf => Context.AsOf;

    /// <summary>What the rules looked at: plan, lines, KPIs.</summary>
    public ReviewContext Context { get; }

    /// <summary>The version of the plan that was measured against.</summary>
    public PlanVersion Version { get; }

    /// <summary>Whether the long-term block counts in totals, forecasts and decisions.</summary>
    public bool IncludesLongTerm => Context.Settings.IncludeLongTerm;

    /// <summary>Costs booked and benefits measured to date.</summary>
    public ReviewTotals Realized { get; }

    /// <summary>What is due by the end of the month and not booked, in the currency of the case.</summary>
    public Money Owed { get; }

    /// <summary>
    /// The same as the forecast counts it: with what is owed, without what its rules doubt of the benefits measured (<c>benefitImplausible</c>), and with planned losses
    /// that nobody measured. No return to date is better than what the forecast rests on.
    /// </summary>
    public ReviewTotals RealizedAsForecast { get; }

    /// <summary>Benefit to date that was measured and that the forecast does not count, planned losses that nobody measured included.</summary>
    public Money Doubted => Realized.Benefit - RealizedAsForecast.Benefit;

    /// <summary>What the plan had to date.</summary>
    public ReviewTotals PlanToDate { get; }

    /// <summary>Every line with its variance, costs first, the long-term block and unplanned costs included.</summary>
    public IReadOnlyList<ReviewLine> Lines => Context.Lines;

    /// <summary>The variance of all counted cost lines together; its parts sum to it exactly.</summary>
    public LineVariance CostVariance => Total(isCost: true);

    /// <summary>The variance of all counted benefit lines together; its parts sum to it exactly.</summary>
    public LineVariance BenefitVariance => Total(isCost: false);

    /// <summary>The forecast of each evaluation period, shortest first.</summary>
    public IReadOnlyList<PeriodForecast> Forecast { get; }

    /// <summary>When the cumulative forecast first is no longer negative, within the longest evaluation period.</summary>
    public Figure<LocalDate> PaybackDate { get; internal init; }

    /// <summary>From when on it is never negative again within that period: later where a yearly bill throws the case back once more.</summary>
    public Figure<LocalDate> DurablePaybackDate { get; internal init; }

    /// <summary>When it was to pay back first by the plan, computed in the same way.</summary>
    public Figure<LocalDate> PlannedPaybackDate { get; internal init; }

    /// <summary>From when on it was never to be negative again by the plan, computed in the same way.</summary>
    public Figure<LocalDate> PlannedDurablePaybackDate { get; internal init; }

    /// <summary>Whether the case would be approved again, knowing what is known today.</summary>
    public OriginalDecision OriginalDecision { get; internal init; }

    /// <summary>
    /// The net present value of the forecast over the longest evaluation period, what is past included: the figure of the evaluation. Not applicable without
    /// a discount rate.
    /// </summary>
    public Figure<Money> NetPresentValue { get; internal init; }

    /// <summary>Lower limit of <see cref="NetPresentValue"/>: what is to come of each benefit at its lower limit and of each cost at its upper, discounted flow by flow.</summary>
    public Figure<Money> NetPresentValueLower { get; internal init; }

    /// <summary>Upper limit of <see cref="NetPresentValue"/>: the other way round.</summary>
    public Figure<Money> NetPresentValueUpper { get; internal init; }

    /// <summary>What the review left out or read in its own way: money of before the start, rows after the month, KPIs that nobody defined. Empty when all was used.</summary>
    public IReadOnlyList<Message> Warnings { get; internal init; } = Array.AsReadOnly(Array.Empty<Message>());

    /// <summary>Which decision is recommended and by what margin, or that it is too close to call.</summary>
    public Message Recommendation { get; internal init; } = new("tooClose.same");

    /// <summary>What can be decided, each with its value from here on.</summary>
    public IReadOnlyList<DecisionValue> Decisions { get; internal init; } = [];

    /// <summary>What goes wrong, the most money first.</summary>
    public IReadOnlyList<Finding> Findings { get; internal init; } = [];

    /// <summary>The benefits of the register (收益登记册): the lines that have a <see cref="ReviewLine.Status"/>, in the order of the case.</summary>
    public IReadOnlyList<ReviewLine> Register { get; internal init; } = [];

    /// <summary>The day of the next review, after this one, which belongs to the first day after <see cref="AsOf"/>.</summary>
    public LocalDate NextReview { get; internal init; }

    /// <summary>Month, realised figures and number of findings, invariant.</summary>
    public override string ToString() => $"{AsOf}: {Realized}; {Findings.Count} findings";

    private LineVariance Total(bool isCost)
    {
        LineVariance sum = LineVariance.None(Context.Plan.Currency);
        foreach (ReviewLine line in Lines)
        {
            sum = line.IsCost == isCost && Context.Counts(line) ? sum + line.Variance : sum;
        }

        return sum;
    }
}
