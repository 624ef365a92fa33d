using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests;

/// <summary>Writes down what a cost or benefit records, with dates.</summary>
internal sealed class RecordedFlows(MonthGrid grid) : FlowRecorder
{
    private readonly List<(LocalDate Date, decimal Amount)> _flows = [];

    /// <summary>Amounts above zero by date.</summary>
    internal IReadOnlyList<(LocalDate Date, decimal Amount)> Flows => [.. _flows.Where(flow => flow.Amount != 0).OrderBy(flow => flow.Date)];

    internal decimal Total => _flows.Sum(flow => flow.Amount);

    internal static CaseTimeline Case(string start, string? goLive = null, string period = "P3Y") =>
        new(Date(start), Date(goLive ?? start), EvaluationPeriod.Parse(period));

    internal static RecordedFlows Of(CostBasis cost, CaseTimeline timeline)
    {
        var recorded = new RecordedFlows(timeline.Grid);
        cost.Record(timeline, recorded);
        return recorded;
    }

    internal static RecordedFlows Of(BenefitBasis benefit, CaseTimeline timeline, RealizationProfile? profile = null)
    {
        var recorded = new RecordedFlows(timeline.Grid);
        benefit.Record(timeline, profile ?? RealizationProfile.Immediate, recorded);
        return recorded;
    }

    internal static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    internal decimal Between(string from, string to) => _flows.Where(flow => flow.Date >= Date(from) && flow.Date < Date(to)).Sum(flow => flow.Amount);

    internal override void AtMonthStart(int month, decimal amount)
    {
        Assert.InRange(month, 0, grid.Count - 1);
        Add(grid[month], amount);
    }

    internal override void ThroughMonth(int month, decimal amount)
    {
        Assert.InRange(month, 0, grid.Count - 1);
        Add(grid[month + 1].PlusDays(-1), amount);
    }

    internal override void On(LocalDate date, decimal amount)
    {
        if (date >= grid.Start && date < grid.End)
        {
            Add(date, amount);
        }
    }

    private void Add(LocalDate date, decimal amount)
    {
        Assert.True(amount >= 0, $"{amount} is negative.");
        _flows.Add((date, amount));
    }
}
