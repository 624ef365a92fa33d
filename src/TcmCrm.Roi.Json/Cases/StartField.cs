using System.Text.Json;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>When a cost begins: a date, the start of the case or its go-live, or months from one of them.</summary>
internal sealed class StartField : Field
{
    public const string CaseStart = "caseStart";
    public const string GoLive = "goLive";

    private readonly CostStart absent;
    private readonly DateField date;
    private readonly FromField from;
    private readonly WholeField months;

    /// <param name="name">The name.</param>
    /// <param name="absent">What it is where it is left out.</param>
    /// <param name="mayMove">Whether it may be tied to go-live.</param>
    public StartField(string name, CostStart absent, bool mayMove = true)
        : base(name, isRequired: false)
    {
        this.absent = absent;
        MayMove = mayMove;
        Shape = new Shape(mayMove ? "monthsFrom" : "monthsFromFixed");
        date = new DateField(name);
        from = Shape.Add(new FromField(mayMove));
        months = Shape.Add(new WholeField("months", -CostStart.MostMonths, CostStart.MostMonths));
    }

    /// <summary>Months from a milestone or a date.</summary>
    public Shape Shape { get; }

    /// <summary>Whether it may be tied to go-live; where it may not, the reader of the line refuses that.</summary>
    public bool MayMove { get; }

    public override Message Allowed => !MayMove
        ? new(
            "document.allowed.start.fixed", MessageArgument.Part("date", date.Allowed), MessageArgument.Text("caseStart", CaseStart), ProblemText.Words("names", ["from", "months"]))
        : new(
        "document.allowed.start", MessageArgument.Part("date", date.Allowed), MessageArgument.Text("caseStart", CaseStart), MessageArgument.Text("goLive", GoLive),
        ProblemText.Words("names", ["from", "months"]));

    public CostStart Read(in ObjectReader source, ReadContext context)
    {
        int node = source.NodeOf(this);
        if (node == 0)
        {
            return absent;
        }

        if (context.Tree.Kind(node) == JsonTokenType.StartObject)
        {
            var o = new ObjectReader(context, node, Shape);
            CostStart origin = from.Read(o, context);
            int count = o.Whole(months, 0);
            return o.IsSound ? origin.PlusMonths(count) : absent;
        }

        return TryRead(context, node, this, out CostStart found) ? found : absent;
    }

    public void Write(Utf8JsonWriter writer, CostStart value)
    {
        if (value == absent)
        {
            return;
        }

        if (value.Months == 0)
        {
            writer.WriteString(Encoded, Word(value));
            return;
        }

        writer.WriteStartObject(Encoded);
        writer.WriteString(from.Encoded, Word(value));
        writer.Put(months, value.Months);
        writer.WriteEndObject();
    }

    private static string Word(CostStart value) =>
        value.Date is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : value.Kind == CostStartKind.GoLive ? GoLive : CaseStart;

    private static bool TryRead(ReadContext context, int node, Field field, out CostStart start)
    {
        start = default;
        if (context.Tree.Kind(node) == JsonTokenType.String)
        {
            ReadOnlySpan<byte> raw = context.Tree.Raw(node);
            if (raw.SequenceEqual("caseStart"u8))
            {
                return true;
            }

            if (raw.SequenceEqual("goLive"u8))
            {
                start = CostStart.GoLive;
                return true;
            }

            if (ValueReader.TryDate(raw, out NodaTime.LocalDate found))
            {
                start = found;
                context.CheckLineDate(node, found);
                return true;
            }
        }

        if (context.Tree.Kind(node) == JsonTokenType.String)
        {
            context.OutOfRange(node, field);
        }
        else
        {
            context.WrongType(node, field);
        }

        return false;
    }

    /// <summary>What the months are counted from: a date, the start of the case or, where that may be, its go-live.</summary>
    internal sealed class FromField(bool mayMove) : Field("from", isRequired: true)
    {
        private readonly DateField date = new("from");

        public bool MayMove => mayMove;

        public override Message Allowed => !mayMove
            ? new("document.allowed.startDate.fixed", MessageArgument.Part("date", date.Allowed), MessageArgument.Text("caseStart", CaseStart))
            : new(
            "document.allowed.startDate", MessageArgument.Part("date", date.Allowed), MessageArgument.Text("caseStart", CaseStart), MessageArgument.Text("goLive", GoLive));

        public CostStart Read(in ObjectReader source, ReadContext context) =>
            source.NodeOf(this) is int node and not 0 && TryRead(context, node, this, out CostStart start) ? start : default;
    }
}
