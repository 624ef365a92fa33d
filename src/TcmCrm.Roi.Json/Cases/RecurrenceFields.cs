using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>How often, from when, for how long, and with what yearly rise a cost comes back.</summary>
internal readonly struct Recurrence(BillingCycle every, CostStart from, CostTerm term, decimal escalationPerYear)
{
    public BillingCycle Every { get; } = every;

    public CostStart From { get; } = from;

    public CostTerm Term { get; } = term;

    public decimal EscalationPerYear { get; } = escalationPerYear;
}

/// <summary>The properties of a <see cref="Recurrence"/>. The term is a number of months, or an end date, or neither: without an end.</summary>
internal sealed class RecurrenceFields
{
    private readonly ChoiceField<BillingCycle> every;
    private readonly StartField from;
    private readonly WholeField termMonths;
    private readonly DateField until;
    private readonly NumberField escalation;

    public RecurrenceFields(Shape shape, bool everyIsRequired, string escalationName)
    {
        every = shape.Add(new ChoiceField<BillingCycle>("every", Choices.Of<BillingCycle>(), everyIsRequired));
        from = shape.Add(new StartField("from", CostStart.CaseStart));
        termMonths = shape.Add(new WholeField("termMonths", 1, 1200, isRequired: false));
        until = shape.Add(new DateField("until", isRequired: false));
        escalation = shape.Add(new NumberField(escalationName, -0.99m, 1, isRequired: false));
    }

    public Recurrence Read(in ObjectReader o, ReadContext context)
    {
        int? months = o.Whole(termMonths);
        LocalDate? end = o.Date(until);
        if (o.Has(termMonths) && o.Has(until))
        {
            context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(until), ProblemText.Of("document.inconsistent.either", ("one", termMonths.Name), ("other", until.Name)));
        }

        CostTerm term = months is { } count ? CostTerm.OfMonths(count) : end is { } date ? CostTerm.To(date) : CostTerm.Open;
        return new Recurrence(o.Choice(every, BillingCycle.Yearly), from.Read(o, context), term, o.Number(escalation, 0));
    }

    public void Write(Utf8JsonWriter writer, Recurrence value)
    {
        writer.Put(every, value.Every);
        from.Write(writer, value.From);
        writer.PutIfAny(termMonths, value.Term.Months);
        writer.PutIfAny(until, value.Term.Until);
        writer.PutUnless(escalation, value.EscalationPerYear, 0);
    }
}
