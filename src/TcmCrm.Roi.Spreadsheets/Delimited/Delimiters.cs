namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Tells by its first lines what parts the cells of a text file.</summary>
internal static class Delimiters
{
    private const int LinesAtMost = 60;
    private const string Candidates = "\t,;，|";

    /// <summary>The delimiter, and where the table begins: behind a line <c>sep=;</c>, which Excel understands.</summary>
    internal static (char Delimiter, int Start) Of(ReadOnlySpan<char> text)
    {
        if (text.Length > 4 && text.StartsWith("sep=".AsSpan(), StringComparison.OrdinalIgnoreCase) && (text.Length == 5 || text[5] is '\r' or '\n'))
        {
            int end = text.IndexOf('\n');
            return (text[4], end < 0 ? text.Length : end + 1);
        }

        Span<int> lines = stackalloc int[Candidates.Length];
        Span<int> here = stackalloc int[Candidates.Length];
        (int count, int alone) = (0, -1);
        bool isQuoted = false;
        bool isBlank = true;
        for (int i = 0; i <= text.Length && count < LinesAtMost; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            if (c == '"')
            {
                isQuoted = !isQuoted;
                isBlank = false;
            }
            else if ((c is '\n' or '\r' && !isQuoted) || i == text.Length)
            {
                alone = count == 0 && !isBlank ? OnlyOf(here) : alone;
                count += isBlank ? 0 : 1;
                for (int k = 0; k < here.Length; k++)
                {
                    lines[k] += here[k] > 0 ? 1 : 0;
                }

                here.Clear();
                isBlank = true;
            }
            else if (!isQuoted)
            {
                isBlank &= c == ' ';
                int candidate = Candidates.IndexOf(c);
                if (candidate >= 0 && !(c == '\t' && KeepsText(text, i)))
                {
                    here[candidate]++;
                }
            }
        }

        // In this order: tabs beside commas of thousands, semicolons beside decimal commas; commas of a text come last.
        int most = Math.Max(Math.Max(lines[0], lines[1]), Math.Max(lines[2], Math.Max(lines[3], lines[4])));
        if (most == 0)
        {
            return (',', 0);
        }

        // The only one in the header, and in the lines below, beside commas of thousands.
        if (alone >= 0 && lines[alone] * 4 >= most * 3)
        {
            return (Candidates[alone], 0);
        }

        foreach (int candidate in new[] { 0, 2, 1, 3, 4 })
        {
            if (lines[candidate] * 4 >= most * 3)
            {
                return (Candidates[candidate], 0);
            }
        }

        return (',', 0);
    }

    /// <summary>The one candidate that a line has; -1 where it has none or several.</summary>
    private static int OnlyOf(ReadOnlySpan<int> counts)
    {
        int only = -1;
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                if (only >= 0)
                {
                    return -1;
                }

                only = i;
            }
        }

        return only;
    }

    /// <summary>A tab at the end of a cell is no delimiter: systems write one behind a number to keep Excel from rounding it.</summary>
    private static bool KeepsText(ReadOnlySpan<char> text, int tab)
    {
        char next = tab + 1 < text.Length ? text[tab + 1] : '\n';
        return next is ',' or '\r' or '\n' or '"' && tab > 0 && text[tab - 1] is not ('\t' or '\n' or '\r');
    }
}
