namespace TcmCrm.Roi.Tool.Tests.Impacts;

/// <summary>Answers and customers that are there twice would make an interval narrower than it is.</summary>
public class RecordsTwiceTests
{
    private const string Answers = "客户,阶段,评分\n甲,上线前,3\n乙,上线前,4\n丙,上线前,9\n丁,上线前,7\n甲,上线后,9\n乙,上线后,10\n丙,上线后,9\n丁,上线后,6\n";
    private const string Customers = "客户,加入日期,流失日期\n甲,2023-01-05,\n乙,2023-02-05,2023-09-01\n丙,2024-02-05,\n丁,2024-03-05,2024-12-01\n戊,2025-06-30,\n";

    [Theory]
    [InlineData(Answers, "--answers", "nps", "--go-live", "2024-01")]
    [InlineData(Customers, "--retention", "6", "--go-live", "2024-01")]
    public void RowsThatComeTwice_AreAskedOrTold(string table, params string[] options)
    {
        using var folder = new TemporaryDirectory();
        string rows = table[(table.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        ToolRun Run(string text) => ToolRun.Of(["impact", folder.Write("rows.csv", text), "--lang", "zh", .. options]);

        Assert.DoesNotContain("相同", Run(table).Error, StringComparison.Ordinal);
        ToolRun twice = Run(table + rows);
        Assert.Equal(2, twice.Exit);
        Assert.Contains("每一行都重复出现，像是同一文件合并了两次；请删除重复的行", twice.Error, StringComparison.Ordinal);

        ToolRun single = Run(table + rows[..(rows.IndexOf('\n', StringComparison.Ordinal) + 1)]);
        Assert.Contains("有1行与前面的行完全相同，均已计入", single.Error, StringComparison.Ordinal);
        Assert.NotEqual(2, single.Exit);
    }
}
