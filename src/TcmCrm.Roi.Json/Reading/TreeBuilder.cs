using System.Buffers;
using System.Text.Json;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Splits a document into a <see cref="DocumentTree"/>, within the limits, and explains what is not JSON.</summary>
/// <remarks>Comments, trailing commas and words such as NaN where a value belongs are reported and passed over, so that the problems
/// behind them are found in the same run; any other fault of syntax ends the reading.</remarks>
internal static class TreeBuilder
{
    // A document with more faults of this kind than this is not worth a further run over it.
    private const int MostRepairs = 32;

    public static DocumentTree? Build(SourceText text, int mostLevels, int mostItems, ProblemList problems)
    {
        byte[] original = text.Bytes;
        var reported = new List<int>();
        while (true)
        {
            // Each run starts anew; only the last one, which reaches the end, keeps what it found on its way.
            var passing = new List<SyntaxFault>();
            DocumentTree? tree = Run(text, mostLevels, mostItems, reported, passing, out SyntaxFault? fault);
            if (fault is null || !fault.IsRepairable || reported.Count >= MostRepairs)
            {
                foreach (SyntaxFault f in passing)
                {
                    f.Report(problems);
                }

                fault?.Report(problems);
                return fault is null ? tree : null;
            }

            fault.Report(problems);
            text.Neutralise(fault.Offset, fault.Length, original);
            reported.Add(fault.Offset);
        }
    }

    private static DocumentTree? Run(
        SourceText text, int mostLevels, int mostItems, List<int> reported, List<SyntaxFault> passing, out SyntaxFault? fault)
    {
        var reader = new Utf8JsonReader(text.Content, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Allow,
            AllowTrailingCommas = true,
            MaxDepth = mostLevels + 1,
        });

        // Lists of nodes are large objects, and many documents are read one after the other.
        DocumentTree.Node[] nodes = ArrayPool<DocumentTree.Node>.Shared.Rent(Math.Min(mostItems, 16 + (text.Content.Length / 24)));
        int count = 0, depth = 0, parent = -1, behind = text.Start;
        JsonTokenType last = JsonTokenType.None;
        var name = (Start: 0, Length: 0, IsEscaped: false);
        try
        {
            while (reader.Read())
            {
                int start = text.Start + (int)reader.TokenStartIndex;
                behind = text.Start + (int)reader.BytesConsumed;
                if (reader.TokenType == JsonTokenType.Comment)
                {
                    passing.Add(SyntaxFault.Comment(start));
                    continue;
                }

                last = reader.TokenType;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = (start + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);
                        continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        if (SyntaxFault.TrailingComma(text, start) is { } comma)
                        {
                            passing.Add(comma);
                        }

                        nodes[parent].Next = count;
                        nodes[parent].Length = start + 1 - nodes[parent].Start;
                        parent = nodes[parent].Parent;
                        depth--;
                        continue;
                    default:
                        break;
                }

                if (count == mostItems)
                {
                    fault = SyntaxFault.TooMany(start, mostItems);
                    return null;
                }

                if (count == nodes.Length)
                {
                    DocumentTree.Node[] larger = ArrayPool<DocumentTree.Node>.Shared.Rent((int)Math.Min(mostItems, count * 2L));
                    Array.Copy(nodes, larger, count);
                    ArrayPool<DocumentTree.Node>.Shared.Return(nodes);
                    nodes = larger;
                }

                bool quoted = reader.TokenType == JsonTokenType.String;
                nodes[count] = new DocumentTree.Node
                {
                    Kind = reader.TokenType,
                    IsEscaped = quoted && reader.ValueIsEscaped,
                    NameIsEscaped = name.IsEscaped,
                    IsReported = reported.Count > 0 && reported.Contains(start),
                    Start = start,
                    Length = reader.ValueSpan.Length + (quoted ? 2 : 0),
                    NameStart = name.Start,
                    NameLength = name.Length,
                    Next = count + 1,
                    Parent = parent,
                };
                name = default;
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    if (++depth > mostLevels)
                    {
                        fault = SyntaxFault.TooDeep(start, mostLevels);
                        return null;
                    }

                    parent = count;
                }

                count++;
            }
        }
        catch (JsonException)
        {
            JsonTokenType holder = parent < 0 ? JsonTokenType.None : nodes[parent].Kind;
            fault = SyntaxFault.Explain(text, behind, holder, last);
            return null;
        }

        fault = null;
        return new DocumentTree(text, nodes, count);
    }
}
