namespace TcmCrm.Roi.Spreadsheets;

/// <summary>2023.10 as a number is 2023.1: whether a column of months that is written with a point has lost the zero of an October.</summary>
internal static class LostZero
{
    /// <summary>Four digits, a point and a one.</summary>
    internal static bool IsLike(ReadOnlySpan<char> text)
    {
        text = CellChars.Trim(text);
        return text.Length == 6 && CellChars.Plain(text[4]) == '.' && CellChars.Plain(text[5]) == '1';
    }

    /// <summary>The rows whose month may be January or October: their year has no October, and other months have a zero in front, or it stands where October would.</summary>
    internal static HashSet<int> In(Grid grid, int[] rows, int column)
    {
        var written = new List<(int Row, string Year, string Month)>();
        foreach (int row in rows)
        {
            ReadOnlySpan<CellSlot> cells = grid.Row(row);
            string text = column < cells.Length ? new([.. grid.Text(cells[column]).ToArray().Select(CellChars.Plain)]) : string.Empty;
            text = text.Trim();
            if (text.Length is 6 or 7 && text[4] == '.')
            {
                written.Add((row, text.Substring(0, 4), text.Substring(5)));
            }
        }

        bool isPadded = written.Exists(one => one.Month[0] == '0');
        var withOctober = new HashSet<string>(written.Where(one => one.Month == "10").Select(one => one.Year), StringComparer.Ordinal);
        var lost = new HashSet<int>();
        for (int i = 0; i < written.Count; i++)
        {
            (int row, string year, string month) = written[i];
            if (month != "1" || withOctober.Contains(year))
            {
                continue;
            }

            bool isBehindSeptember = i > 0 && written[i - 1].Year == year && written[i - 1].Month is "9" or "09";
            bool isBeforeNovember = i + 1 < written.Count && written[i + 1].Year == year && written[i + 1].Month == "11";
            if (isPadded || isBehindSeptember || isBeforeNovember)
            {
                lost.Add(row);
            }
        }

        return lost;
    }
}
