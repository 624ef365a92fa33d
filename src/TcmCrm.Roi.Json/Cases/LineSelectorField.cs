using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>Which lines are meant: the id of one, or an object with a tag or with all of a side.</summary>
internal sealed class LineSelectorField : Field
{
    private static readonly Choices<LineSelector> Sides = new(("benefits", LineSelector.AllBenefits), ("costs", LineSelector.AllCosts));

    private readonly LineTextField id = new("line");
    private readonly LineTextField tag;
    private readonly ChoiceField<LineSelector> all;

    public LineSelectorField()
        : base("line", isRequired: true)
    {
        tag = Shape.Add(new LineTextField("tag", isRequired: false, most: LineTags.MostCharacters));
        all = Shape.Add(new ChoiceField<LineSelector>("all", Sides, isRequired: false));
    }

    /// <summary>All lines with a tag, or all of a side.</summary>
    public Shape Shape { get; } = new("lineSelector");

    public override Message Allowed => new("document.allowed.selector", ProblemText.Words("names", ["tag", "all"]));

    public LineSelector? Read(ReadContext context, int node, KnownFactors known)
    {
        if (context.Tree.Kind(node) == JsonTokenType.String)
        {
            string? line = ValueReader.Text(context, node, id);
            return line is null || !known.CheckLine(context, node, line) ? null : LineSelector.Of(new LineId(line));
        }

        if (context.Tree.Kind(node) != JsonTokenType.StartObject)
        {
            context.WrongType(node, this);
            return null;
        }

        var o = new ObjectReader(context, node, Shape);
        string? word = o.Text(tag);
        LineSelector side = o.Choice(all, LineSelector.AllCosts);
        if (o.IsSound && o.Has(tag) == o.Has(all))
        {
            context.Refused(DocumentProblemKind.Inconsistent, node, Allowed);
        }

        if (!o.IsSound)
        {
            return null;
        }

        if (word is null)
        {
            return side;
        }

        return known.CheckTag(context, o.NodeOf(tag), word) ? LineSelector.Tagged(word) : null;
    }

    public void Write(Utf8JsonWriter writer, LineSelector selector)
    {
        if (selector.Line != LineId.None)
        {
            writer.WriteStringValue(selector.Line.Text);
            return;
        }

        writer.WriteStartObject();
        if (selector.Tag is { } word)
        {
            writer.Put(tag, word);
        }
        else
        {
            writer.Put(all, selector);
        }

        writer.WriteEndObject();
    }
}
