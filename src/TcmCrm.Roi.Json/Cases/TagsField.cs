using System.Text.Json;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>The tags of a line: words of the author's own by which results are shown.</summary>
internal sealed class TagsField
{
    public TagsField() => List = new ListField("tags", 1, LineTags.Most, isRequired: false, new ListElement(Tag));

    public ListField List { get; }

    private LineTextField Tag { get; } = new("tag", most: LineTags.MostCharacters);

    public string[] Read(in ObjectReader item, ReadContext context)
    {
        ElementNodes elements = item.Elements(List);
        if (elements.Count == 0)
        {
            return [];
        }

        var tags = new List<string>(elements.Count);
        foreach (int node in elements)
        {
            if (ValueReader.Text(context, node, Tag) is not { } tag)
            {
                continue;
            }

            if (tags.Contains(tag))
            {
                context.Report(DocumentProblemKind.Duplicate, node, ProblemText.Of("document.duplicate.tag", ("tag", tag)));
            }

            tags.Add(tag);
        }

        return [.. tags];
    }

    public void Write(Utf8JsonWriter writer, IReadOnlyList<string> tags)
    {
        if (tags.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(List.Encoded);
        foreach (string tag in tags)
        {
            writer.WriteStringValue(tag);
        }

        writer.WriteEndArray();
    }
}
