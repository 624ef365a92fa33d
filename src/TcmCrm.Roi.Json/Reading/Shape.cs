namespace TcmCrm.Roi.Json.Reading;

/// <summary>The properties that one sort of object may have.</summary>
internal sealed class Shape
{
    /// <summary>Creates a shape from its fields, in the order in which they are written.</summary>
    /// <param name="title">A short name for the published schema.</param>
    /// <param name="fields">The fields; each belongs to this shape alone.</param>
    public Shape(string title, params Field[] fields)
    {
        Title = title;
        Fields = fields;
        for (int i = 0; i < fields.Length; i++)
        {
            if (fields[i].Index >= 0)
            {
                throw new InvalidOperationException($"The field '{fields[i].Name}' belongs to another shape already.");
            }

            fields[i].Index = i;
        }
    }

    public string Title { get; }

    public Field[] Fields { get; }

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
