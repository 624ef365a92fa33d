namespace TcmCrm.Roi.Tool.Tests;

/// <summary>The tables of a Markdown report, row by row; bold and escapes are left in.</summary>
internal static class MarkdownTables
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
}
