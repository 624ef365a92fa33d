using System.Text.Json;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>How paid hours become worked ones: the word for a rule that the library knows, or the days of another rule with its source.</summary>
internal sealed class WorkTimeField : Field
{
    public const string None = "none";
    public const string China2025 = "china2025";

    private readonly NumberField paidDays;
    private readonly NumberField workedDays;
    private readonly TextField source;
    private readonly DateField effectiveFrom;

    public WorkTimeField()
        : base("workTime", isRequired: false)
    {
        paidDays = Shape.Add(new NumberField("paidDaysPerMonth", 0, 31, leastIsExcluded: true));
        workedDays = Shape.Add(new NumberField("workedDaysPerMonth", 0, 31, leastIsExcluded: true));
        source = Shape.Add(new TextField("source"));
        effectiveFrom = Shape.Add(new DateField("effectiveFrom", isRequired: false));
    }

    public Shape Shape { get; } = new("workTime");

    public override Message Allowed => new(
        "document.allowed.workTime", MessageArgument.Text("none", None), MessageArgument.Text("china", China2025),
        ProblemText.Words("names", Shape.Names));

    public WorkTimeFactor Read(in ObjectReader item, ReadContext context)
    {
        int node = item.NodeOf(this);
        if (node == 0)
        {
            return WorkTimeFactor.None;
        }

        if (context.Tree.Kind(node) == JsonTokenType.StartObject)
        {
            var o = new ObjectReader(context, node, Shape);
            decimal paid = o.Number(paidDays, 1), worked = o.Number(workedDays, 1);
            string? text = o.Text(source);
            NodaTime.LocalDate? from = o.Date(effectiveFrom);
            return o.IsSound && text is not null
                ? context.Make(node, () => new WorkTimeFactor(paid, worked, text, from)) ?? WorkTimeFactor.None
                : WorkTimeFactor.None;
        }

        if (context.Tree.Kind(node) == JsonTokenType.String)
        {
            ReadOnlySpan<byte> raw = context.Tree.Raw(node);
            if (raw.SequenceEqual("none"u8))
            {
                return WorkTimeFactor.None;
            }

            if (raw.SequenceEqual("china2025"u8))
            {
                return WorkTimeFactor.China2025;
            }
        }

        context.Refused(
            context.Tree.Kind(node) == JsonTokenType.String ? DocumentProblemKind.OutOfRange : DocumentProblemKind.WrongType, node, Allowed);
        return WorkTimeFactor.None;
    }

    public void Write(Utf8JsonWriter writer, WorkTimeFactor value)
    {
        if (value.Equals(WorkTimeFactor.None))
        {
            return;
        }

        if (value.Equals(WorkTimeFactor.China2025))
        {
            writer.WriteString(Encoded, China2025);
            return;
        }

        writer.WriteStartObject(Encoded);
        writer.Put(paidDays, value.PaidDaysPerMonth);
        writer.Put(workedDays, value.WorkedDaysPerMonth);
        writer.Put(source, value.Source);
        writer.PutIfAny(effectiveFrom, value.EffectiveFrom);
        writer.WriteEndObject();
    }
}
