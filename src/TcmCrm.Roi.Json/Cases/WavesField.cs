using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>The waves in which a case goes live.</summary>
internal sealed class WavesField
{
    private readonly Shape wave = new("goLiveWave");
    private readonly LineTextField tag;
    private readonly WholeField months;
    private readonly ShareField share;
    private readonly ListField list;

    public WavesField(Shape holder)
    {
        tag = wave.Add(new LineTextField("tag", most: LineTags.MostCharacters));
        months = wave.Add(new WholeField("months", 0, GoLiveWave.MostMonths));
        share = wave.Add(new ShareField("share"));
        list = holder.Add(new ListField("waves", 1, LineTags.Most, isRequired: false, new ListElement(wave)));
    }

    public GoLiveWave[] Read(in ObjectReader source, ReadContext context)
    {
        var waves = new List<GoLiveWave>();
        int faults = context.Faults;
        foreach (int node in source.Elements(list))
        {
            var o = new ObjectReader(context, node, wave);
            string? name = o.Text(tag);
            int later = o.Whole(months, 0);
            Share part = o.Fraction(share, Share.None);
            if (!o.IsSound || name is null)
            {
                continue;
            }

            if (part == Share.None)
            {
                context.OutOfRange(o.NodeOf(share), new NumberField("share", 0, 1, leastIsExcluded: true));
                continue;
            }

            if (waves.Exists(other => other.Tag == name))
            {
                context.Report(DocumentProblemKind.Duplicate, o.NodeOf(tag), ProblemText.Of("document.duplicate.tag", ("tag", name)));
            }

            waves.Add(new GoLiveWave(name, later, part));
        }

        if (waves.Count == 0 || context.Faults != faults)
        {
            return [];
        }

        decimal whole = waves.Sum(one => one.Share.Value);
        if (whole != 1)
        {
            context.Report(DocumentProblemKind.Inconsistent, source.NodeOf(list), ProblemText.Of("document.inconsistent.shares", ("sum", whole.ToString(CultureInfo.InvariantCulture))));
        }

        if (!waves.Exists(one => one.Months == 0))
        {
            context.Report(DocumentProblemKind.Inconsistent, source.NodeOf(list), new Message("document.inconsistent.firstWave"));
        }

        return context.Faults == faults ? [.. waves] : [];
    }

    public void Write(Utf8JsonWriter writer, IReadOnlyList<GoLiveWave> waves)
    {
        if (waves.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(list.Encoded);
        foreach (GoLiveWave one in waves)
        {
            writer.WriteStartObject();
            writer.Put(tag, one.Tag);
            writer.Put(months, one.Months);
            writer.Put(share, one.Share.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
