namespace TcmCrm.Roi.Json.Reading;

/// <summary>The properties that one sort of object may have, in the order in which they are written.</summary>
/// <param name="title">A short name for the published schema.</param>
internal sealed class Shape(string title)
{
    public string Title { get; } = title;

    public Field[] Fields { get; private set; } = [];

    public IEnumerable<string> Names => Fields.Select(f => f.Name);

    /// <summary>Adds a field while the shape is being described, and returns it.</summary>
    public T Add<T>(T field)
        where T : Field
    {
        if (field.Index >= 0 || Fields.Any(f => f.Name == field.Name))
        {
            throw new InvalidOperationException($"The field '{field.Name}' belongs to a shape already.");
        }

        field.Index = Fields.Length;
        Fields = [.. Fields, field];
        return field;
    }

    /// <summary>Finds a field by name, trying first the one after the last found: documents mostly keep the order of the shape.</summary>
    public int Find(ReadOnlySpan<byte> name, int expected)
    {
        for (int i = 0; i < Fields.Length; i++)
        {
            int at = expected + i;
            at = at >= Fields.Length ? at - Fields.Length : at;
            if (name.SequenceEqual(Fields[at].Utf8))
            {
                return at;
            }
        }

        return -1;
    }
}
