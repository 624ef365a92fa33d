using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Renderers;

/// <summary>The columns of a table on a terminal: how wide each is, and which stand in which part where they do not all fit side by side.</summary>
internal static class TextColumns
{
    internal const string Margin = "  ";
    internal const string Between = "   ";
    internal const int Gap = 3;

    /// <summary>A column of text is not made narrower than this while there is another way.</summary>
    private const int Narrow = 10;

    /// <summary>The parts from top to bottom, each its columns with their widths. One part, as wide as it is, where there is no limit.</summary>
    internal static List<(int Column, int Width)[]> Of(ReportTable table, Func<ReportCell, string> shown, int? limit)
    {
        int[] all = [.. Enumerable.Range(0, table.Columns.Count)];
        int[] natural = [.. all.Select(column => Texts(table, shown, column).Max(CellWidth.Of))];
        if (limit is not { } width || Total(natural) <= width)
        {
            return [[.. all.Select(column => (column, natural[column]))]];
        }

        // Numbers stay whole; their headers, and all texts, may wrap.
        int[] least = [.. all.Select(column => table.Columns[column].IsNumber
            ? Math.Max(table.Rows.Select(row => CellWidth.Of(shown(row.Cells[column]))).DefaultIfEmpty(0).Max(), LineBreaks.LongestWord(table.Columns[column].Header))
            : Math.Min(natural[column], Math.Max(Narrow, LineBreaks.LongestWord(table.Columns[column].Header))))];
        var parts = new List<(int Column, int Width)[]>();
        int keys = Math.Max(1, all.TakeWhile(column => !table.Columns[column].IsNumber).Count());
        if (keys == table.Columns.Count || Total([.. least.Take(keys)]) > width / 2)
        {
            keys = 1;
        }

        int[] key = [.. all.Take(keys)];
        int next = keys;
        do
        {
            var part = new List<int>(key);
            do
            {
                if (next < all.Length)
                {
                    part.Add(next++);
                }
            }
            while (next < all.Length && Total([.. part.Append(next).Select(column => least[column])]) <= width);

            parts.Add(Widths([.. part], natural, least, width));
        }
        while (next < all.Length);

        return parts;
    }

    private static (int Column, int Width)[] Widths(int[] part, int[] natural, int[] least, int width)
    {
        int[] widths = [.. part.Select(column => natural[column])];
        while (Total(widths) > width)
        {
            // The widest that may be narrower; below their least, where nothing else is left, the first and the last alike.
            int widest = Widest(column => widths[column] > least[part[column]]);
            widest = widest >= 0 ? widest : Widest(column => widths[column] > 2);
            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
        }

        return [.. part.Select((column, i) => (column, widths[i]))];

        int Widest(Func<int, bool> may) => Enumerable.Range(0, part.Length).Where(may).OrderByDescending(column => widths[column]).DefaultIfEmpty(-1).First();
    }

    private static int Total(int[] widths) => widths.Sum() + (Gap * (widths.Length - 1)) + Margin.Length;

    private static IEnumerable<string> Texts(ReportTable table, Func<ReportCell, string> shown, int column) => table.Rows.Select(row => shown(row.Cells[column])).Prepend(table.Columns[column].Header);
}
