using System.Text;

namespace TcmCrm.Roi.Fuzz.Tests.Targets;

/// <summary>Damages an input as editors, exports and attackers do: bytes, digits, values, whole stretches of another place.</summary>
internal static class ByteMutator
{
    private static readonly byte[][] Values = [.. new[]
    {
        "null", "true", "[]", "{}", "\"\"", "0", "-0", "-1", "1e308", "1e-28", "79228162514264337593543950335", "0.1", "1000000", "999999999999999", "\"9999-12-31\"", "\"2025-02-30\"",
        "\"P100Y\"", "\"P1D\"", "\"USD\"", "\"𠮷\"", "\"\\ud842\"", "\"=1+1\"", "[null]", "[[[[[[[[]]]]]]]]", "NaN",
    }.Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[][] Pieces = [.. new[]
    {
        "\"", "\"\"", ",", "\t", ";", "，", "\n", "\r\n", "\r", "月份", "value", "2024-01", "2024年1月", "Mar-25", "03/04/2025", "1,234", "12,5", "(5)", "￥", "万元", "%", "合计", "=\"", "#N/A",
        "\uFEFF", "\u3000", "\uFFFD", "\0", "9999-12-31", "99999999999999999999999999", "1e308", "sep=;\n", "-", ".", "E", "年", "∞", "NaN", "-0",
    }.Select(Encoding.UTF8.GetBytes)];

    internal static byte[] Damage(byte[] source, byte[] other, Random random)
    {
        List<byte> bytes = [.. source];
        for (int times = random.Next(3) == 0 ? 1 + random.Next(4) : 1; times > 0 && bytes.Count > 2; times--)
        {
            Damage(bytes, other, random);
        }

        return [.. bytes];
    }

    private static void Damage(List<byte> bytes, byte[] other, Random random)
    {
        int at = random.Next(bytes.Count);
        switch (random.Next(14))
        {
            case >= 10:
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
            case 3 when other.Length > 0:
                int from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, 1 + random.Next(200))).ToArray());
                break;
            case 4:
                bytes[at] = (byte)random.Next(256);
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6 or 7:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            default:
                ReplaceValue(bytes, at, random);
                break;
        }
    }

    /// <summary>Puts another value behind the next colon: JSON stays JSON, so that what reads it goes deeper.</summary>
    private static void ReplaceValue(List<byte> bytes, int at, Random random)
    {
        int start = bytes.IndexOf((byte)':', at) + 1;
        if (start == 0)
        {
            return;
        }

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

        end = Math.Min(end + (quoted ? 1 : 0), bytes.Count);
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Values[random.Next(Values.Length)]);
    }
}
