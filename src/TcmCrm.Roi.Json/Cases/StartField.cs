using System.Text.Json;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>When a cost begins: a date, the start of the case or its go-live.</summary>
internal sealed class StartField(string name, CostStart absent) : Field(name, isRequired: false)
{
    public const string CaseStart = "caseStart";
    public const string GoLive = "goLive";

    private readonly DateField date = new(name);

    public override Message Allowed => new(
        "document.allowed.start", MessageArgument.Part("date", date.Allowed), MessageArgument.Text("caseStart", CaseStart), MessageArgument.Text("goLive", GoLive));

    public CostStart Read(in ObjectReader source, ReadContext context)
    {
        int node = source.NodeOf(this);
        if (node == 0)
        {
            return absent;
        }

        if (context.Tree.Kind(node) == JsonTokenType.String)
        {
            ReadOnlySpan<byte> raw = context.Tree.Raw(node);
            if (raw.SequenceEqual("caseStart"u8))
            {
                return CostStart.CaseStart;
            }

            if (raw.SequenceEqual("goLive"u8))
            {
                return CostStart.GoLive;
            }

            if (ValueReader.TryDate(raw, out NodaTime.LocalDate found))
            {
                context.CheckLineDate(node, found);
                return found;
            }
        }

        context.Refused(
            context.Tree.Kind(node) == JsonTokenType.String ? DocumentProblemKind.OutOfRange : DocumentProblemKind.WrongType, node, Allowed);
        return absent;
    }

    public void Write(Utf8JsonWriter writer, CostStart value)
    {
        if (value == absent)
        {
            return;
        }

        if (value.Date is { } day)
        {
            writer.WriteString(Encoded, NodaTime.Text.LocalDatePattern.Iso.Format(day));
        }
        else
        {
            writer.WriteString(Encoded, value.Kind == CostStartKind.GoLive ? GoLive : CaseStart);
        }
    }
}
