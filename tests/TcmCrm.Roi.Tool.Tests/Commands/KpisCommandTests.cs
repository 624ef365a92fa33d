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

    /// <summary>A file behind itself, or two exports that share a month, would count sales twice: asked where a whole month comes twice, told where single rows do.</summary>
    [Fact]
    public void RowsThatComeTwice_AreAskedOrTold()
    {
        using var folder = new TemporaryDirectory();
        string january = string.Concat(Enumerable.Range(1, 12).Select(i => $"S{i},客户{i % 5},2024-01-{i + 15:00},{100 * i},当归片\n"));
        string february = string.Concat(Enumerable.Range(1, 12).Select(i => $"T{i},客户{i % 5},2024-02-{i + 15:00},{100 * i},当归片\n"));
        const string header = "订单号,客户,日期,金额,品规\n";
        ToolRun Run(string lines) => ToolRun.Of("kpis", folder.Write("orders.csv", header + lines), "--lang", "zh");

        ToolRun once = Run(january + february);
        Assert.Equal((0, string.Empty), (once.Exit, string.Join("\n", once.Error.Split('\n').Where(line => line.Contains("相同", StringComparison.Ordinal)))));

        foreach (string twice in new[] { january + february + january + february, january + february + february, january + january + february, january + header + january + february })
        {
            ToolRun run = Run(twice);
            Assert.Equal(2, run.Exit);
            Assert.Contains("的记录全部重复出现，像是同一文件合并了两次；请删除重复的行", run.Error, StringComparison.Ordinal);
        }

        Assert.Contains("（第26行）：从2024年1月起有2个月的记录全部重复出现", Run(january + february + january + february).Error, StringComparison.Ordinal);
        Assert.Contains("（第26行）：从2024年2月起有1个月的记录全部重复出现", Run(january + february + february).Error, StringComparison.Ordinal);

        ToolRun single = Run(january + february + "T3,客户3,2024-02-18,300,当归片\nT4,客户4,2024-02-19,400,黄芪片\n");
        Assert.Equal(0, single.Exit);
        Assert.Contains("（第26行）：有1行与前面的行完全相同，均已计入；如为重复导入，请删除", single.Error, StringComparison.Ordinal);
    }

    /// <summary>A month of the ledger that is there twice would be added up.</summary>
    [Fact]
    public void AMonthOfTheLedgerTwice_IsAsked()
    {
        using var folder = new TemporaryDirectory();
        string orders = folder.Write("orders.csv", Orders);
        string ledger = folder.Write("ledger.csv", "月份,应收余额,赊销收入\n2024-01,500,400\n2024-02,510,410\n2024-01,500,400\n");
        ToolRun run = ToolRun.Of("kpis", orders, "--receivables", ledger, "--lang", "zh");
        Assert.Equal(2, run.Exit);
        Assert.Contains("（第4行）：从2024年1月起有1个月的记录全部重复出现", run.Error, StringComparison.Ordinal);

        string parts = folder.Write("parts.csv", "月份,应收余额,赊销收入,区域\n2024-01,500,400,华东\n2024-02,510,410,华东\n2024-01,500,400,华南\n");
        Assert.Equal(0, ToolRun.Of("kpis", orders, "--receivables", parts).Exit);
    }

    [Fact]
    public void StockPrescriptionsAndKpisOfTheHost_BecomeSeries()
    {
        using var folder = new TemporaryDirectory();
        string orders = folder.Write("orders.csv", "客户,日期,金额,品规,代煎量\n甲,2024-01-05,100,黄芪片,3\n乙,2024-01-31,300,当归片,4\n甲,2024-02-29,200,黄芪片,5\n");
        string stock = folder.Write("stock.csv", "月份,品规,库存金额,剩余效期月数\n2024-01,黄芪片,300,12\n2024-01,当归片,100,5\n2024-01,六味地黄丸,100,24\n2024-02,黄芪片,1,1\n");
        string prescriptions = folder.Write("rx.csv", "日期,处方量\n2023-02-10,100\n2024-02-10,125\n");
        string own = folder.Write("own.csv", "指标,名称,优劣,时间汇总\nDecoctions,代煎量,越高越好,合计\n");
        ToolRun run = ToolRun.Of("kpis", orders, "--stock", stock, "--prescriptions", prescriptions, "--kpis", own);
        Assert.Equal(0, run.Exit);
        foreach (string line in new[]
        {
            "SellThroughSkuRate,,2024-01,2,3\n", "SellThroughSkuRate,,2024-02,1,1\n", "NearExpiryShare,,2024-01,100,500\n", "PrescriptionGrowth,,2024-02,0.25,1\n", "Decoctions,,2024-01,7,1\n",
            "Decoctions,,2024-02,5,1\n",
        })
        {
            Assert.Contains(line, run.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("代煎量", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void RowsMarkedAsReturns_CountAgainstSales()
    {
        using var folder = new TemporaryDirectory();
        string above = folder.Write("above.csv", "客户名称,单据日期,价税合计,单据类型,备注列\n甲,2024-01-05,100,销售出库,x\n乙,2024-01-31,300,销售,x\n甲,2024-01-29,60,销售退货,x\n");
        string below = folder.Write("below.csv", "客户,日期,金额\n甲,2024-01-05,100\n乙,2024-01-31,300\n甲,2024-01-29,-60\n");
        ToolRun run = ToolRun.Of("kpis", above, "--lang", "zh");
        Assert.Contains("SalesRevenue,,2024-01,340,1\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(ToolRun.Of("kpis", below).Output, run.Output);
        Assert.Contains("“备注列”列：该列未使用", run.Error, StringComparison.Ordinal);
        ToolRun unknown = ToolRun.Of("kpis", folder.Write("unknown.csv", "客户,日期,金额,类型\n甲,2024-01-05,100,样品\n"), "--lang", "zh");
        Assert.Equal(2, unknown.Exit);
        Assert.Contains("（第2行）：“类型”列：“样品”不是可识别的类型；可用销售、退货", unknown.Error, StringComparison.Ordinal);
    }

    /// <summary>Sales are net of VAT: of several columns of amounts the one without it counts, wherever it stands, and amounts with it alone are said to be so.</summary>
    [Theory]
    [InlineData("客户,日期,无税金额,税额,价税合计", "500,65,565", "1000", "“无税金额”列：不含税，作为金额使用；“价税合计”未使用")]
    [InlineData("客户,日期,价税合计,税额,无税金额", "565,65,500", "1000", "“无税金额”列：不含税，作为金额使用；“价税合计”未使用")]
    [InlineData("客户,日期,含税金额,不含税金额", "565,500", "1000", "“不含税金额”列：不含税，作为金额使用；“含税金额”未使用")]
    [InlineData("客户,日期,金额,税额,价税合计", "500,65,565", "1000", null)]
    [InlineData("客户,日期,价税合计（元）,税额（元）,金额（元）", "565,65,500", "1000", "“金额（元）”列：不含税，作为金额使用；“价税合计（元）”未使用")]
    [InlineData("客户,日期,价税合计", "565", "1130", "“价税合计”列：含增值税")]
    public void AmountsWithoutVat_GoBeforeThoseWithIt(string header, string amounts, string revenue, string? said)
    {
        using var folder = new TemporaryDirectory();
        ToolRun run = ToolRun.Of("kpis", folder.Write("orders.csv", header + "\n甲,2024-01-05," + amounts + "\n甲,2024-01-31," + amounts + "\n"), "--lang", "zh");
        Assert.Equal(0, run.Exit);
        Assert.Contains("SalesRevenue,,2024-01," + revenue + ",1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(said ?? string.Empty, run.Error, StringComparison.Ordinal);
    }

    /// <summary>A file of days and months that Excel has saved: by --date-order it is the original again.</summary>
    [Fact]
    public void DatesThatExcelTurned_AreAskedAndTurnedBack()
    {
        using var folder = new TemporaryDirectory();
        string turned = folder.Write("turned.csv", "客户,日期,金额\n甲,2025/5/1,100\n乙,31/01/2025,300\n甲,2025/1/2,60\n甲,28/02/2025,40\n");
        ToolRun asked = ToolRun.Of("kpis", turned, "--lang", "zh");
        Assert.Equal(2, asked.Exit);
        Assert.Contains("“31/01/2025”仍是文本", asked.Error, StringComparison.Ordinal);
        ToolRun run = ToolRun.Of("kpis", turned, "--date-order", "dmy", "--lang", "zh");
        Assert.Contains("SalesRevenue,,2025-01,400,1\nSalesRevenue,,2025-02,100,1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("已按“--date-order”还原", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingColumn_IsOneProblem()
    {
        using var folder = new TemporaryDirectory();
        ToolRun run = ToolRun.Of("kpis", folder.Write("orders.csv", "日期,金额\n2024-01-05,100\n2024-01-06,100\n"), "--lang", "zh");
        Assert.EndsWith("orders.csv（第1行）：缺少“客户”列；表头为“日期”、“金额”，应有客户、日期、金额", run.Error.Trim(), StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public void ValuesThatARecordDoesNotAllow_AreToldInTheReadersLanguage()
    {
        using var folder = new TemporaryDirectory();
        string orders = folder.Write("orders.csv", "客户,日期,金额,返利\n甲,2024-01-05,100,-3\n甲,1850-01-05,100,3\n");
        string surveys = folder.Write("surveys.csv", "问题,日期,评分\n满意度,2024-01-09,9\n推荐意愿,2024-01-10,11\n");
        ToolRun run = ToolRun.Of("kpis", orders, "--surveys", surveys, "--lang", "zh");
        foreach (string told in new[] { "“返利”列：“-3”不被接受；应不小于0", "“日期”列：“1850-01-05”不是日期", "“评分”列：“9”超出范围；“满意度”的评分应在1至5之间" })
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
