using System.Globalization;

namespace TcmCrm.Roi.Tool.Tests.Rendering;

/// <summary>What a reader adds up on the printed page is what is printed as the sum, in every table of every sample.</summary>
public class PrintedSumTests
{
    public static TheoryData<string, string, string> Evaluations =>
        [.. from sample in Samples.Cases from language in new[] { "en", "zh" } from detail in new[] { "year", "month" } select (sample, language, detail)];

    [Theory]
    [MemberData(nameof(Evaluations))]
    public void Evaluate_PartsSumToTotals(string sample, string language, string detail)
    {
        List<List<string[]>> tables = MarkdownTables.Of(ToolRun.Of("evaluate", Samples.PathOf(sample), "--lang", language, "--cash-flow", detail, "--format", "markdown"));
        Assert.True(tables.Count(AssertSums) >= 3);

        // Net is benefit less cost, the running sum adds up, and the same figures stand in the first table.
        List<string[]> flows = tables.First(table => table[0].Length is 5 or 7 && table[0][0] is "Year" or "Month" or "年度" or "月份");
        decimal running = 0;
        foreach (string[] row in flows.Skip(1).Where(row => !row[0].StartsWith("**", StringComparison.Ordinal)))
        {
            Assert.Equal(Number(row[2]) - Number(row[1]), Number(row[3]));
            Assert.Equal(running += Number(row[3]), Number(row[4]));
        }

        Assert.Equal(Number(tables[0][3][^1]), running);
        Assert.Equal(Number(tables[0][2][^1]) - Number(tables[0][1][^1]), running);
    }

    /// <summary>The cash basis among the figures, and the same amounts among costs and benefits.</summary>
    [Theory]
    [MemberData(nameof(Evaluations))]
    public void Evaluate_SameAmountsAreEqualOnThePage(string sample, string language, string detail)
    {
        List<List<string[]>> tables = MarkdownTables.Of(ToolRun.Of("evaluate", Samples.PathOf(sample), "--lang", language, "--cash-flow", detail, "--format", "markdown"));
        List<string[]>[] figures = [.. tables.Where(table => table.Any(row => row[0] is "Total cost" or "总成本") && table.Any(row => row[0] is "Net benefit" or "净收益"))];
        List<string[]> cash = figures.Length > 1 ? figures[1] : figures[0];
        List<string[]> costs = tables.First(table => table[0][0] is "Category" or "类别");
        List<string[]> benefits = tables.First(table => table[0][0] is "Class" or "类型");
        for (int period = 1; period < cash[0].Length; period++)
        {
            int fromEnd = cash[0].Length - period;
            decimal paid = costs.Skip(1).Where(row => row.Any(cell => cell is "**Subtotal**" or "**小计**") && !(row[0] is "**Time**" or "**时间成本**")).Sum(row => Number(row[^fromEnd]));
            decimal received = benefits.Skip(1).Where(row => row.Any(cell => cell is "**Subtotal**" or "**小计**") && row[0] is "**Cashable**" or "**现金类**").Sum(row => Number(row[^fromEnd]));
            Assert.Equal(Number(cash.First(row => row[0] is "Total cost" or "总成本")[period]), paid);
            Assert.Equal(Number(cash.First(row => row[0] is "Total benefit" or "总收益")[period]), received);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Review_VariancesSumByRowAndColumn(string language)
    {
        ToolRun run = ToolRun.Of("review", Samples.PathOf("renhetang-saas.json"), Samples.PathOf("renhetang-saas-actuals.csv"), "--lang", language, "--format", "markdown");
        List<string[]>[] variances = [.. MarkdownTables.Of(run).Where(table => table[0].Length == 7 && table[0][0] is "Line" or "项目" && table[^1][0].StartsWith("**", StringComparison.Ordinal))];
        Assert.Equal(2, variances.Length);
        foreach (List<string[]> table in variances)
        {
            Assert.All(table.Skip(1), row => Assert.Equal(Number(row[2]) - Number(row[1]), Number(row[3])));
            Assert.All(table.Skip(1), row => Assert.Equal(Number(row[3]), Number(row[4]) + Number(row[5]) + Number(row[6])));
            for (int column = 1; column < 7; column++)
            {
                string[][] counted = [.. table.Skip(1).SkipLast(1).Where(row => !row[0].EndsWith("(long term)", StringComparison.Ordinal) && !row[0].EndsWith("（长期）", StringComparison.Ordinal))];
                Assert.Equal(Number(table[^1][column]), counted.Sum(row => Number(row[column])));
            }
        }
    }

    /// <summary>Rows in bold sum the plain rows above them since the last one; a bold last row sums the bold ones, or all where there is no other.</summary>
    private static bool AssertSums(List<string[]> table)
    {
        string[] last = table[^1];
        if (!(last[0] is "**Total**" or "**合计**"))
        {
            return false;
        }

        for (int column = 1; column < last.Length; column++)
        {
            if (!TryNumber(last[column], out decimal total))
            {
                continue;
            }

            decimal group = 0;
            decimal all = 0;
            foreach (string[] row in table.Skip(1).SkipLast(1))
            {
                decimal amount = Number(row[column]);
                if (row.Any(cell => cell is "**Subtotal**" or "**小计**"))
                {
                    Assert.Equal(amount, group);
                    group = 0;
                    continue;
                }

                group += amount;
                all += amount;
            }

            // The share of each kind of evidence is a percentage of its own, and running sums have no total.
            if (!last[column].Contains('%', StringComparison.Ordinal))
            {
                Assert.Equal(total, all);
            }
        }

        return true;
    }

    private static decimal Number(string cell) => TryNumber(cell, out decimal number) ? number : 0;

    private static bool TryNumber(string cell, out decimal number) =>
        decimal.TryParse(cell.Trim('*').TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out number);
}
