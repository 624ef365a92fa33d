namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>What would make a figure better if it were passed over is asked.</summary>
public sealed class WhatMayNotCountTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("订单状态", "已完成", "已取消")]
    [InlineData("是否退货", "否", "是")]
    [InlineData("币种", "CNY", "USD")]
    [InlineData("order status", "done", "cancelled")]
    public void OrdersThatMayBeNoSales_AreAsked(string header, string usual, string other)
    {
        ToolRun run = ToolRun.Of("kpis", Orders(header, usual, other), "--lang", "zh");
        Assert.Equal(2, run.Exit);
        Assert.Contains(run.ErrorLines, line => line.Contains(header, StringComparison.Ordinal) && line.Contains("可能表示部分订单不计入销售", StringComparison.Ordinal));
        Assert.Equal("", run.Output);

        // One word in every row says nothing of any of them, and another column parts no sales.
        Assert.Equal(0, ToolRun.Of("kpis", Orders(header, usual, usual), "--lang", "zh").Exit);
        Assert.Equal(0, ToolRun.Of("kpis", Orders("备注", usual, other), "--lang", "zh").Exit);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2031-05-01")]
    public void DateFarAheadOfTheList_NeedsAnAsOf(string far)
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"20{(i < 30 ? 23 : 25)}-0{1 + (i % 6)}-01,{(i % 4 == 0 ? $"20{(i < 30 ? 23 : 25)}-0{2 + (i % 6)}-15" : "")}\n"));
        string list = directory.Write("list.csv", "joined,left\n" + rows + "2025-06-01," + far + "\n");
        string[] asked = ["impact", list, "--retention", "3", "--go-live", "2025-01", "--lang", "en"];
        ToolRun run = ToolRun.Of(asked);
        Assert.Equal(2, run.Exit);
        Assert.Contains(run.ErrorLines, line => line.Contains("--as-of", StringComparison.Ordinal) && line.Contains(far[..4], StringComparison.Ordinal));
        Assert.Equal(0, ToolRun.Of([.. asked, "--as-of", "2025-08-01"]).Exit);
    }

    private string Orders(string header, string usual, string other) => directory.Write(
        "orders.csv",
        $"客户,日期,金额,{header}\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"c{i % 7},2025-0{1 + (i % 8)}-05,{100 + i},{(i % 3 == 0 ? other : usual)}\n")));
}
