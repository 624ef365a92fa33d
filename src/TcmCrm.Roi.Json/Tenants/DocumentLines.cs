namespace TcmCrm.Roi.Json.Tenants;

/// <summary>A stream of documents, one a line, behind a limit on their length.</summary>
internal static class DocumentLines
{
    private const int Block = 64 * 1024;

    internal static IEnumerable<KeyValuePair<long, ReadOnlyMemory<byte>>> Of(Stream stream, int mostBytes)
    {
        var block = new byte[Block];
        var line = new MemoryStream();
        long number = 1;
        int count;
        bool isFirst = true;
        while ((count = stream.Read(block, 0, Block)) > 0)
        {
            int from = isFirst && count >= 3 && block[0] == 0xEF && block[1] == 0xBB && block[2] == 0xBF ? 3 : 0;
            isFirst = false;
            while (from < count)
            {
                int end = Array.IndexOf(block, (byte)'\n', from, count - from);
                int until = end < 0 ? count : end;

                // One byte more than is allowed tells that there is too much.
                int room = (int)Math.Max(0, mostBytes + 1L - line.Length);
                line.Write(block, from, Math.Min(until - from, room));
                from = until + 1;
                if (end >= 0)
                {
                    if (Taken(line) is { } document)
                    {
                        yield return new(number, document);
                    }

                    number++;
                }
            }
        }

        if (Taken(line) is { } last)
        {
            yield return new(number, last);
        }
    }

    private static byte[]? Taken(MemoryStream line)
    {
        byte[] bytes = line.ToArray();
        line.SetLength(0);
        return bytes.All(part => part is (byte)' ' or (byte)'\t' or (byte)'\r') ? null : bytes;
    }
}
