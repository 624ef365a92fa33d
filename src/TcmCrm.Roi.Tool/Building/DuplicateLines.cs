using System.Runtime.InteropServices;
using NodaTime;

namespace TcmCrm.Roi.Tool.Building;

/// <summary>
/// Rows of records that are alike in everything: a file that was put behind itself, or two exports that share a month, counts them twice. Twelve bytes a row are kept; two rows that differ
/// have the same 52 bits once in some ten million million pairs.
/// </summary>
internal sealed class DuplicateLines
{
    private const int MonthBits = 12;

    /// <summary>Nobody puts a file behind itself more often; rows of which there are more are alike for another reason.</summary>
    private const int CopiesAtMost = 4;

    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

    private ulong[] keys = [];
    private int[] lines = [];
    private int count;

    /// <summary>Takes a row.</summary>
    /// <param name="month">The month that it is of, counted from year 1900.</param>
    /// <param name="hash">What its cells say, by <see cref="Mix(ulong, string?)"/>.</param>
    /// <param name="line">Its line.</param>
    internal void Add(int month, ulong hash, long line)
    {
        if (count == keys.Length)
        {
            int size = Math.Max(1024, count * 2);
            Array.Resize(ref keys, size);
            Array.Resize(ref lines, size);
        }

        keys[count] = ((ulong)month << (64 - MonthBits)) | (hash >> MonthBits);
        lines[count++] = (int)Math.Min(line, int.MaxValue);
    }

    /// <summary>What is to be said: the months all of whose rows come as often as each other and more than once, which is a problem, or how many rows come again elsewhere, a note.</summary>
    /// <param name="wholeFrom">How many rows that differ a month needs at least to be told to be there twice as a whole.</param>
    internal (Message? Asked, Message? Told, long Line) Find(int wholeFrom)
    {
        Array.Sort(keys, lines, 0, count);
        (int months, int firstMonth, long firstLine) = (0, 0, long.MaxValue);
        (long again, long againLine) = (0, long.MaxValue);
        for (int start = 0; start < count;)
        {
            int month = (int)(keys[start] >> (64 - MonthBits));
            int end = start;
            int different = 0;
            int least = int.MaxValue;
            int most = 0;
            long line = long.MaxValue;
            long copies = 0;
            while (end < count && (int)(keys[end] >> (64 - MonthBits)) == month)
            {
                int next = end + 1;
                while (next < count && keys[next] == keys[end])
                {
                    next++;
                }

                different++;
                (least, most) = (Math.Min(least, next - end), Math.Max(most, next - end));
                if (next - end > 1)
                {
                    copies += next - end - 1;
                    line = Math.Min(line, SecondLine(end, next));
                }

                end = next;
            }

            if (least > 1 && most <= CopiesAtMost && least == most && different >= wholeFrom)
            {
                firstMonth = months++ == 0 ? month : firstMonth;
                firstLine = Math.Min(firstLine, line);
            }
            else
            {
                again += copies;
                againLine = Math.Min(againLine, line);
            }

            start = end;
        }

        Message? asked = months == 0 ? null : new Message(
            "kpis.monthsTwice", MessageArgument.Month("month", new YearMonth(1900 + (firstMonth / 12), (firstMonth % 12) + 1)), MessageArgument.Number("months", months));
        Message? told = again == 0 ? null : new Message("kpis.linesTwice", MessageArgument.Number("count", again));
        return (asked, told, asked is not null ? firstLine : againLine);
    }

    /// <summary>The line of the row that is the first to come again.</summary>
    private long SecondLine(int from, int to)
    {
        Array.Sort(lines, from, to - from);
        return lines[from + 1];
    }

    /// <summary>Takes a text into a hash.</summary>
    internal static ulong Mix(ulong hash, string? text)
    {
        ReadOnlySpan<char> rest = text;
        hash = (hash ^ (ulong)(rest.Length + 1)) * Prime;
        foreach (ulong four in MemoryMarshal.Cast<char, ulong>(rest))
        {
            hash = (hash ^ four) * Prime;
            hash ^= hash >> 29;
        }

        foreach (char c in rest[(rest.Length & ~3)..])
        {
            hash = (hash ^ c) * Prime;
            hash ^= hash >> 29;
        }

        return hash;
    }

    /// <summary>Takes a number into a hash; nothing is another thing than zero.</summary>
    internal static ulong Mix(ulong hash, decimal? number)
    {
        hash = (hash ^ (number is { } known ? (ulong)(uint)known.GetHashCode() + 2 : 1)) * Prime;
        return hash ^ (hash >> 29);
    }
}
