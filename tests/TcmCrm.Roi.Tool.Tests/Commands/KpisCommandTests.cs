namespace TcmCrm.Roi.Tool.Tests.Commands;

public class KpisCommandTests
{
    private const string Orders = "客户,下单日期,金额,渠道,是否会员\n甲,2024-01-05,100,医院,是\n乙,2024-01-31,300,医院,否\n甲,2024-02-29,200,医院,是\n丙,2024-03-31,50,电商,否\n";

    [Fact]
    public void Orders_BecomeTheSeriesThatTrendReads()
    {
        using var folder = new TemporaryDirectory();
        string orders = folder.Write("orders.csv", Orders);
        string series = folder.PathOf("series.csv");
        ToolRun run = ToolRun.Of("kpis", orders, "--output", series);
        Assert.Equal(0, run.Exit);
        string text = File.ReadAllText(series);
        Assert.StartsWith("kpi,segment,month,numerator,denominator\nSalesRevenue,,2024-01,400,1\nSalesRevenue,,2024-02,200,1\nSalesRevenue,,2024-03,50,1\nOrders,,2024-01,2,1\n", text, StringComparison.Ordinal);
        Assert.Contains("MemberSalesShare,医院,2024-01,100,400\n", text, StringComparison.Ordinal);
        ToolRun trend = ToolRun.Of("trend", series, "--format", "json");
        Assert.Equal(0, trend.Exit);
        Assert.Contains("\"kpi\": \"MemberSalesShare\"", trend.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Layouts_AreThoseOfImpactAndReview()
    {
        using var folder = new TemporaryDirectory();
        string orders = folder.Write("orders.csv", Orders);
        string surveys = folder.Write("surveys.csv", "问题,日期,评分\n满意度,2024-01-09,5\n满意度,2024-01-10,2\n推荐意愿,2024-02-10,10\n");
        string wide = ToolRun.Of("kpis", orders, "--surveys", surveys, "--layout", "impact").Output;
        Assert.StartsWith("month,SalesRevenue,Orders,", wide, StringComparison.Ordinal);
        Assert.Contains("\n2024-02,200,1,", wide, StringComparison.Ordinal);
        string rows = ToolRun.Of("kpis", orders, "--surveys", surveys, "--layout", "review").Output;
        Assert.Contains("kpi,Csat,2024-01,1,2\n", rows, StringComparison.Ordinal);
        Assert.Contains("kpi,SalesRevenue,2024-03,50,\n", rows, StringComparison.Ordinal);
        Assert.Contains("kpi,Nps,2024-02,1,1\n", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsWrong_IsToldWithItsPlace()
    {
        using var folder = new TemporaryDirectory();
        string orders = folder.Write("orders.csv", "客户,日期,金额,是否会员\n,2024-01-05,100,也许\n甲,,x,是\n");
        ToolRun run = ToolRun.Of("kpis", orders, "--lang", "zh", "--active-months", "0", "--through", "May");
        Assert.Equal(2, run.Exit);
        foreach (string told in new[] { "（第2行）：“客户”列：为空", "（第3行）：“日期”列：为空", "“也许”既不是“是”也不是“否”", "--active-months：“0”超出1至24的范围", "--through" })
        {
            Assert.Contains(told, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void LargeFiles_AreReadInPiecesOfWholeLines()
    {
        using var folder = new TemporaryDirectory();
        string path = folder.PathOf("orders.csv");
        const int lines = 600_000;
        using (StreamWriter writer = File.CreateText(path))
        {
            writer.Write("customer,date,amount,segment\n");
            for (int i = 0; i < lines; i++)
            {
                writer.Write($"\"customer {i % 1000}\",2024-{1 + (i % 3):00}-{(i % 3 == 1 ? 29 : 31):00},2.5,\"a,b\"\n");
            }
        }

        Assert.True(new FileInfo(path).Length > 16 * 1024 * 1024, "The file has to be larger than a piece.");
        ToolRun run = ToolRun.Of("kpis", path);
        Assert.Equal(0, run.Exit);
        Assert.Contains($"SalesRevenue,,2024-02,{lines / 3 * 2.5m:0},1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"a,b\"", run.Output, StringComparison.Ordinal);
    }
}
