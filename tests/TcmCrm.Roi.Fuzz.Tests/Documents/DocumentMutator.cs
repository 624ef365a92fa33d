using System.Text;

namespace TcmCrm.Roi.Fuzz.Tests.Documents;

/// <summary>Damages a document as editors, exports and attackers do: bytes, values, whole stretches of another place.</summary>
internal sealed class DocumentMutator(int seed, byte[][] sources)
{
    private static readonly byte[][] Values = [.. new[]
    {
        "null", "true", "[]", "{}", "\"\"", "0", "-0", "-1", "1e308", "1e-28", "79228162514264337593543950335", "0.1", "1000000", "999999999999999", "\"9999-12-31\"", "\"2025-02-30\"",
        "\"P100Y\"", "\"P1D\"", "\"USD\"", "\"𠮷\"", "\"\\ud842\"", "\"=1+1\"", "[null]", "[[[[[[[[]]]]]]]]", "NaN",
    }.Select(Encoding.UTF8.GetBytes)];

    private readonly Random random = new(seed);

    internal byte[] Next()
    {
        List<byte> bytes = [.. sources[random.Next(sources.Length)]];
        for (int times = random.Next(3) == 0 ? 1 + random.Next(4) : 1; times > 0 && bytes.Count > 2; times--)
        {
            Mutate(bytes);
        }

        return [.. bytes];
    }

    private void Mutate(List<byte> bytes)
    {
        int at = random.Next(bytes.Count);
        switch (random.Next(12))
        {
            case >= 8:
                // Another digit: mostly a sound document with another answer.
                int digit = bytes.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
                if (digit >= 0)
                {
                    bytes[digit] = (byte)('0' + random.Next(10));
                }

                break;
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.Next(40)));
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 1 + random.Next(200))));
                break;
            case 3:
                byte[] other = sources[random.Next(sources.Length)];
                int from = random.Next(other.Length);
                bytes.InsertRange(at, other.Skip(from).Take(1 + random.Next(200)));
                break;
            default:
                ReplaceValue(bytes, at);
                break;
        }
    }

    /// <summary>Puts another value behind the next colon: the document stays JSON, so that what reads it goes deeper.</summary>
    private void ReplaceValue(List<byte> bytes, int at)
    {
        int colon = bytes.IndexOf((byte)':', at);
        if (colon < 0)
        {
            return;
        }

        int start = colon + 1;
        while (start < bytes.Count && bytes[start] == ' ')
        {
            start++;
        }

        int end = start;
        bool quoted = start < bytes.Count && bytes[start] == '"';
        end += quoted ? 1 : 0;
        while (end < bytes.Count && (quoted ? bytes[end] != '"' : bytes[end] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)'\n')))
        {
            end++;
        }

        end += quoted ? 1 : 0;
        end = Math.Min(end, bytes.Count);
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Values[random.Next(Values.Length)]);
    }
}
