using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>Finds flows that no exchange rate covers, by recording each foreign line once.</summary>
internal sealed class RateCheck : ItemRecorder
{
    private readonly InvestmentCase _case;
    private Currency _currency;
    private LocalDate? _missing;

    private RateCheck(InvestmentCase source, CaseTimeline timeline)
        : base(timeline, source) => _case = source;

    internal static IReadOnlyList<Message> Of(InvestmentCase source, CaseTimeline timeline)
    {
        var check = new RateCheck(source, timeline);
        List<Message>? missing = null;
        foreach (CostItem cost in source.Costs)
        {
            foreach (CostItem part in cost.Basis.ByCurrency?.Select(cost.WithBasis) ?? [cost])
            {
                if (part.Currency != source.Currency && check.Finds(part.Currency, () => check.Record(part)) is { } date)
                {
                    (missing ??= []).Add(Missing(MessageArgument.Line("line", cost.Id, cost.Name), part.Currency, source.Currency, date));
                }
            }
        }

        foreach (BenefitItem benefit in source.Benefits)
        {
            foreach (BenefitItem part in benefit.Basis.ByCurrency?.Select(benefit.WithBasis) ?? [benefit])
            {
                if (part.Basis.IsMonetized && part.Currency != source.Currency && check.Finds(part.Currency, () => check.Record(part)) is { } date)
                {
                    (missing ??= []).Add(Missing(MessageArgument.Line("line", benefit.Id, benefit.Name), part.Currency, source.Currency, date));
                }
            }
        }

        return missing is null ? [] : missing.AsReadOnly();
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
        if ((_missing is null || date < _missing) && !_case.ExchangeRates.TryGetRate(_currency, _case.Currency, date, out _))
        {
            _missing = date;
        }

        return amount;
    }

    private static Message Missing(MessageArgument line, Currency from, Currency to, LocalDate date) => new(
        "missingRate", line, MessageArgument.Text("from", from.Code), MessageArgument.Text("to", to.Code), MessageArgument.Date("date", date));

    private LocalDate? Finds(Currency currency, Action record)
    {
        _currency = currency;
        _missing = null;
        record();
        return _missing;
    }
}
