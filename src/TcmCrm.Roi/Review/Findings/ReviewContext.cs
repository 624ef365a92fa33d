using System.Collections.ObjectModel;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>What a rule looks at: plan, actuals and differences up to the review's month.</summary>
public sealed class ReviewContext
{
    private readonly List<Finding> _found = [];
    private readonly ReadOnlyCollection<Finding> _foundSoFar;
    private readonly Money _scale;

    internal ReviewContext(
        InvestmentCase plan, YearMonth asOf, ReviewMonths months, ReviewSettings settings, IReadOnlyList<ReviewLine> lines, KpiObservations kpis, Projection projection)
    {
        Plan = plan;
        AsOf = asOf;
        Months = months;
        Settings = settings;
        Lines = lines;
        KpiData = kpis;
        Timeline = projection.Timeline;
        End = projection.Sums.End(projection.Periods.Count - 1);
        _foundSoFar = _found.AsReadOnly();
        Money cost = Sum(isCost: true, line => line.Variance.Plan);
        Money benefit = Sum(isCost: false, line => line.Variance.Plan);
        _scale = cost > benefit ? cost : benefit;
    }

    /// <summary>The case whose plan the review measures against.</summary>
    public InvestmentCase Plan { get; }

    /// <summary>The last month that counts as past.</summary>
    public YearMonth AsOf { get; }

    /// <summary>The first day after that month: the day on which decisions are taken.</summary>
    public LocalDate Today => AsOf.PlusMonths(1).OnDayOfMonth(1);

    /// <summary>Thresholds and assumptions.</summary>
    public ReviewPolicy Policy => Settings.Policy;

    /// <summary>Renewal terms of contracts behind cost lines.</summary>
    public IReadOnlyList<ContractTerms> Contracts => Settings.Contracts;

    /// <summary>Every line, costs first, in the order of the case; costs that were not planned stand last.</summary>
    public IReadOnlyList<ReviewLine> Lines { get; }

    /// <summary>The KPI series observed up to the review's month, by id.</summary>
    public IReadOnlyList<KpiSeries> Kpis => KpiData.Series;

    /// <summary>What earlier rules found in this review.</summary>
    public IReadOnlyList<Finding> Found => _foundSoFar;

    internal ReviewMonths Months { get; }

    internal CaseTimeline Timeline { get; }

    /// <summary>The first day after the longest evaluation period.</summary>
    internal LocalDate End { get; }

    /// <summary>The end of the last contract; null where there is none, or where one goes on.</summary>
    internal LocalDate? LastContractEnd { get; init; }

    /// <summary>Whether other software is paid for after that end.</summary>
    internal bool OthersGoOn { get; init; }

    internal ReviewSettings Settings { get; }

    internal KpiObservations KpiData { get; }

    internal Money? FixCost => Settings.FixCost;

    /// <summary>Finds a cost line.</summary>
    /// <param name="line">Its id, or its name in the case where no cost has the id.</param>
    /// <returns>The line, or null.</returns>
    public ReviewLine? FindCost(string line) => Find(isCost: true, line);

    /// <summary>Finds a benefit line.</summary>
    /// <param name="line">Its id, or its name in the case where no benefit has the id.</param>
    /// <returns>The line, or null.</returns>
    public ReviewLine? FindBenefit(string line) => Find(isCost: false, line);

    /// <summary>Whether an earlier rule of this review found something about a line or KPI.</summary>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="subject">The id of the line or KPI.</param>
    public bool WasFound(string rule, string subject)
    {
        foreach (Finding finding in _found)
        {
            if (finding.Rule == rule && finding.Subject == subject)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an amount is large enough to speak of.</summary>
    /// <param name="amount">An amount in the currency of the case.</param>
    /// <exception cref="InvalidOperationException">The amount is in another currency than the case.</exception>
    public bool IsMaterial(Money amount) => amount.Amount > 0 && amount >= _scale * Policy.Materiality;

    /// <summary>The severity that an amount has in this case.</summary>
    /// <param name="amount">Money at stake to date, in the currency of the case.</param>
    /// <exception cref="InvalidOperationException">The amount is in another currency than the case.</exception>
    public FindingSeverity SeverityOf(Money amount) =>
        amount.IsZero ? FindingSeverity.Low
        : amount >= _scale * 0.10m ? FindingSeverity.High
        : amount >= _scale * 0.03m ? FindingSeverity.Medium
        : FindingSeverity.Low;

    /// <summary>Adoption of late over what the plan counts on, for a benefit line: the mean of the last months of the policy that were observed.</summary>
    /// <param name="line">A benefit line.</param>
    /// <param name="ratio">1 is as planned; 1 too when there is no answer.</param>
    /// <returns>False where adoption was not observed.</returns>
    /// <exception cref="ArgumentNullException">The line is null.</exception>
    public bool TryGetAdoption(ReviewLine line, out decimal ratio)
    {
        ratio = 1;
        return Check.NotNull(line).Record.Adoption is { } adoption
            && adoption.TryGetMeanRatio(Months.AsOf, Policy.RecentMonths, Policy.TargetAdoption, out ratio);
    }

    /// <summary>The share of paid seats that stood unused of late, for a cost line.</summary>
    /// <param name="line">A cost line.</param>
    /// <param name="share">The share, 0 to 1.</param>
    /// <returns>False where seats were not observed.</returns>
    /// <exception cref="ArgumentNullException">The line is null.</exception>
    public bool TryGetUnusedSeats(ReviewLine line, out decimal share)
    {
        share = 0;
        if (Check.NotNull(line).Record.Seats is not { } seats || !seats.TryGetMeanRatio(Months.AsOf, Policy.RecentMonths, Share.Whole, out decimal used))
        {
            return false;
        }

        share = 1 - used;
        return true;
    }

    /// <summary>Whether a line counts in totals, forecasts and decisions.</summary>
    internal bool Counts(ReviewLine line) => Settings.IncludeLongTerm || !line.IsLongTerm;

    internal void Add(Finding finding) => _found.Add(finding);

    /// <summary>An amount in the case's currency, rounded to its minor unit.</summary>
    internal Money Money(decimal amount) => new Money(amount, Plan.Currency).RoundToMinorUnit();

    internal Money Zero => new(0, Plan.Currency);

    internal Money Sum(bool isCost, Func<ReviewLine, Money> of)
    {
        Money sum = Zero;
        foreach (ReviewLine line in Lines)
        {
            sum = line.IsCost == isCost && Counts(line) ? sum + of(line) : sum;
        }

        return sum;
    }

    private ReviewLine? Find(bool isCost, string text)
    {
        ReviewLine? byName = null;
        for (int i = 0; i < Lines.Count; i++)
        {
            ReviewLine line = Lines[i];
            if (line.IsCost == isCost && line.Id.Text == text)
            {
                return line;
            }

            byName ??= line.IsCost == isCost && line.Name == text ? line : null;
        }

        return byName;
    }
}
