using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>Records the plan of one line after another by calendar month, and apart what falls before each evaluation period's end inside its month.</summary>
internal sealed class PlanRecorder : ItemRecorder
{
    private readonly ReviewMonths _months;
    private readonly int _digits;
    private readonly PeriodEnd[] _ends;
    private readonly int[] _atStart;
    private readonly int[] _through;
    private decimal[] _byMonth = [];
    private decimal[] _beforeEnd = [];

    internal PlanRecorder(CaseTimeline timeline, Currency currency, ExchangeRates rates, ReviewMonths months, PeriodEnd[] ends)
        : base(timeline, currency, rates)
    {
        _months = months;
        _digits = currency.MinorUnitDigits;
        _ends = ends;
        _atStart = new int[Grid.Count];
        _through = new int[Grid.Count];
        for (int month = 0; month < Grid.Count; month++)
        {
            _atStart[month] = months.IndexOf(Grid[month]);
            _through[month] = months.IndexOf(Grid[month + 1].PlusDays(-1));
        }
    }

    internal LinePlan Plan(CostItem item)
    {
        Begin();
        Record(item);
        return End();
    }

    internal LinePlan Plan(BenefitItem item)
    {
        Begin();
        Record(item);
        return End();
    }

    protected override void AddAtStart(int month, decimal amount) => Add(_atStart[month], Grid[month], amount);

    protected override void AddThrough(int month, decimal amount) => Add(_through[month], null, amount, month);

    protected override void AddOn(int month, LocalDate date, decimal amount) => Add(_months.IndexOf(date), date, amount);

    private void Begin()
    {
        _byMonth = new decimal[_months.Count];
        _beforeEnd = new decimal[_ends.Length];
    }

    private void Add(int index, LocalDate? date, decimal amount, int gridMonth = 0)
    {
        _byMonth[index] += amount;
        for (int i = 0; i < _ends.Length; i++)
        {
            if (_ends[i].Month == index && !_ends[i].IsMonthStart && (date ?? Grid[gridMonth + 1].PlusDays(-1)) < _ends[i].Date)
            {
                _beforeEnd[i] += amount;
            }
        }
    }

    /// <summary>
    /// Rounds the running sums, not the months: a sum over any stretch is within a minor unit of the exact one, and every difference of sums is a whole
    /// number of minor units, so that variances add up to the last digit.
    /// </summary>
    private LinePlan End()
    {
        decimal exact = 0;
        var beforeEnd = new decimal[_ends.Length];
        var cumulative = new decimal[_byMonth.Length];
        for (int i = 0; i < _ends.Length; i++)
        {
            decimal whole = _ends[i].Month < _byMonth.Length && !_ends[i].IsMonthStart ? _byMonth[_ends[i].Month] : 0;
            beforeEnd[i] = whole == 0 ? 1 : _beforeEnd[i] / whole;
        }

        for (int month = 0; month < cumulative.Length; month++)
        {
            exact += _byMonth[month];
            cumulative[month] = decimal.Round(exact, _digits, MidpointRounding.AwayFromZero);
        }

        return new LinePlan(cumulative, beforeEnd);
    }
}
