using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>Finds flows that cannot be converted, because no exchange rate covers them or they come to too much, by recording each foreign line once.</summary>
internal sealed class RateCheck : ItemRecorder
{
    private readonly InvestmentCase _case;
    private readonly CaseTimeline _timeline;
    private Currency _currency;
    private LocalDate? _missing;
    private LocalDate? _tooLarge;

    private RateCheck(InvestmentCase source, CaseTimeline timeline)
        : base(timeline, source)
    {
        _case = source;
        _timeline = timeline;
    }

    internal static IReadOnlyList<Message> Of(InvestmentCase source, CaseTerms complete)
    {
        List<Message> problems = [];
        CostItem[] costs = [.. source.Costs.SelectMany(cost => cost.Basis.ByCurrency?.Select(cost.WithBasis) ?? [cost]).Where(cost => cost.Currency != source.Currency)];
        BenefitItem[] benefits =
        [
            .. source.Benefits.SelectMany(benefit => benefit.Basis.ByCurrency?.Select(benefit.WithBasis) ?? [benefit])
                .Where(benefit => benefit.Basis.IsMonetized && benefit.Currency != source.Currency),
        ];
        if (costs.Length + benefits.Length == 0)
        {
            return problems.AsReadOnly();
        }

        var check = new RateCheck(source, new CaseTimeline(source.Start, source.GoLive, complete.Periods![complete.Periods.Count - 1]));
        foreach (CostItem cost in costs)
        {
            check.Begin(cost.Currency);
            check.Record(cost);
            check.AddProblems(problems, cost.Argument(), LineRange.MostConvertedCost);
        }

        foreach (BenefitItem benefit in benefits)
        {
            check.Begin(benefit.Currency);
            check.Record(benefit);
            check.CheckReleasedCapital(benefit, complete.Periods!);
            check.AddProblems(problems, benefit.Argument(), LineRange.MostConvertedBenefit);
        }

        return problems.AsReadOnly();
    }

    protected override void AddAtStart(int month, decimal amount)
    {
    }

    protected override void AddThrough(int month, decimal amount)
    {
    }

    protected override void AddOn(int month, LocalDate date, decimal amount)
    {
    }

    protected override decimal Convert(decimal amount, LocalDate date)
    {
        if (!_case.ExchangeRates.TryGetRate(_currency, _case.Currency, date, out decimal rate))
        {
            _missing = Earlier(_missing, date);
        }
        else if (IsTooLarge(amount, rate))
        {
            _tooLarge = Earlier(_tooLarge, date);
        }

        return amount;
    }

    /// <summary>Capital that is released is converted at the end of each period, and stands in no flow.</summary>
    private void CheckReleasedCapital(BenefitItem benefit, IReadOnlyList<EvaluationPeriod> periods)
    {
        if (benefit.Basis is not WorkingCapitalBenefit basis)
        {
            return;
        }

        foreach (EvaluationPeriod period in periods)
        {
            LocalDate end = period.EndFrom(_case.Start);
            if (basis.Released(_timeline, benefit.Profile, end) != 0 && !_case.ExchangeRates.TryGetRate(_currency, _case.Currency, end.PlusDays(-1), out _))
            {
                _missing = Earlier(_missing, end.PlusDays(-1));
            }
        }
    }

    private static LocalDate Earlier(LocalDate? known, LocalDate date) => known is { } other && other < date ? other : date;

    private void Begin(Currency currency)
    {
        _currency = currency;
        _missing = null;
        _tooLarge = null;
    }

    private void AddProblems(List<Message> problems, MessageArgument line, decimal most)
    {
        MessageArgument from = _currency.NameArgument("from");
        MessageArgument to = _case.Currency.NameArgument("to");
        if (_missing is { } uncovered)
        {
            problems.Add(new Message("missingRate", line, from, to, MessageArgument.Date("date", uncovered)));
        }

        if (_tooLarge is { } excessive)
        {
            problems.Add(new Message("convertedTooLarge", line, from, MessageArgument.Date("date", excessive), MessageArgument.Money("most", new Money(most, _case.Currency))));
        }
    }
}
