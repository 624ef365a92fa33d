using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Tool.Tests;

/// <summary>The tables of a Markdown report, row by row; bold and escapes are left in. In place of a dash stands the reason that the note below gives.</summary>
internal static partial class MarkdownTables
{
    internal static List<List<string[]>> Of(ToolRun run)
    {
        Assert.Equal("", run.Error);
        var tables = new List<List<string[]>>();
        bool isTable = false;
        foreach (string line in run.Output.Split('\n'))
        {
            if (!line.StartsWith("| ", StringComparison.Ordinal))
            {
                if (line.StartsWith("Not applicable: ", StringComparison.Ordinal) || line.StartsWith("不适用：", StringComparison.Ordinal))
                {
                    PutReasons(tables[^1], line);
                }

                isTable = false;
                continue;
            }

            if (!isTable)
            {
                tables.Add([]);
                isTable = true;
            }

            string[] cells = [.. line.Split('|')[1..^1].Select(cell => cell.Trim())];
            if (!cells[0].StartsWith("---", StringComparison.Ordinal))
            {
                tables[^1].Add(cells);
            }
        }

        return tables;
    }

    private static void PutReasons(List<string[]> table, string note)
    {
        string[] parts = Number().Split(note.TrimEnd('.', '。'));
        foreach (string[] row in table)
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = Dash().Match(row[i]) is { Success: true } dash ? parts[(2 * int.Parse(dash.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))] : row[i];
            }
        }
    }

    [GeneratedRegex("(?:; |；|: |：)[(（]([0-9]+)[)）] ?")]
    private static partial Regex Number();

    [GeneratedRegex("^(?:\\*\\*)?(?:– |—)[(（]([0-9]+)[)）]")]
    private static partial Regex Dash();
}
