using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

/// <summary>KPIs from prescriptions, stock lists and amounts of a host.</summary>
public class KpiBuilderStockTests
{
    [Fact]
    public void Prescriptions_AreComparedWithTheSameMonthAYearBefore()
    {
        var builder = new KpiBuilder();
        for (int i = 0; i < 14; i++)
        {
            builder.Add(new KpiPrescription { Date = new LocalDate(2024, 1, 5).PlusMonths(i), Count = 60 + i, Segment = "医院" });
            builder.Add(new KpiPrescription { Date = new LocalDate(2024, 1, 20).PlusMonths(i), Count = 40, Segment = "中医馆" });
        }

        KpiSeries whole = Series(builder.Build(), KpiCatalog.PrescriptionGrowth, "");
        Assert.Equal((new YearMonth(2025, 1), 2), (whole.Start, whole.Count));
        Assert.Equal([0.12, (113.0 / 101) - 1], whole.ObservedValues, Close);
        Assert.Equal([0, 0], Series(builder.Build(), KpiCatalog.PrescriptionGrowth, "中医馆").ObservedValues);
    }

    [Fact]
    public void Skus_AreCountedOnceAMonth()
    {
        var builder = new KpiBuilder(new KpiBuilderOptions { Through = new YearMonth(2024, 2) });
        foreach ((int month, string sku, string segment, int amount) in new[] { (1, "A", "医院", 5), (1, "A", "电商", 7), (1, "B", "电商", 7), (1, "C", "电商", -7), (2, "A", "医院", 5) })
        {
            builder.Add(new KpiOrder { Customer = "甲", Date = new LocalDate(2024, month, 3), Amount = amount, Sku = sku, Segment = segment });
        }

        foreach (string sku in new[] { "A", "B", "C", "D", "A" })
        {
            builder.Add(new KpiStock { Month = new YearMonth(2024, 1), Sku = sku, Value = 100, MonthsLeft = sku == "D" ? 6 : 7, Segment = "电商" });
        }

        KpiBuild build = builder.Build();
        KpiSeries whole = Series(build, KpiCatalog.SellThroughSkuRate, "");
        Assert.Equal(1, whole.Count); // February has no stock list.
        Assert.True(whole.TryGetParts(0, out double sold, out double carried));
        Assert.Equal((2, 4), (sold, carried)); // A return is no sale.
        Assert.DoesNotContain(build.Series, one => one.Definition == KpiCatalog.SellThroughSkuRate && one.Segment == "医院");
        Assert.Equal([0.2], Series(build, KpiCatalog.NearExpiryShare, "").ObservedValues);
        Assert.Equal([0.2], Series(build, KpiCatalog.NearExpiryShare, "电商").ObservedValues);
    }

    [Fact]
    public void LineWithoutSku_LeavesItsMonthOut()
    {
        var builder = new KpiBuilder();
        builder.Add(new KpiOrder { Customer = "甲", Date = new LocalDate(2024, 1, 31), Amount = 1, Sku = "A" });
        builder.Add(new KpiOrder { Customer = "甲", Date = new LocalDate(2024, 1, 31), Amount = 1 });
        builder.Add(new KpiStock { Month = new YearMonth(2024, 1), Sku = "A" });
        KpiBuild build = builder.Build();
        Assert.DoesNotContain(build.Series, one => one.Definition == KpiCatalog.SellThroughSkuRate || one.Definition == KpiCatalog.NearExpiryShare);
        Assert.Contains(build.Notes, note => note.Id == "kpiPartsMissing");
    }

    [Fact]
    public void MeasuresOfAHost_AreAddedUp()
    {
        var kpi = new KpiDefinition("Decoctions", KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);
        var builder = new KpiBuilder();
        builder.Add(new KpiMeasure { Kpi = kpi, Date = new LocalDate(2024, 1, 3), Value = 5, Segment = "医院" });
        builder.Add(new KpiMeasure { Kpi = kpi, Date = new LocalDate(2024, 1, 9), Value = 7 });
        builder.Add(new KpiMeasure { Kpi = kpi, Date = new LocalDate(2024, 3, 9), Value = 1 });
        KpiSeries whole = Series(builder.Build(), kpi, "");
        Assert.Equal(3, whole.Count);
        Assert.Equal([12, 1], whole.ObservedValues);
        Assert.Equal([5], Series(builder.Build(), kpi, "医院").ObservedValues);
    }

    [Fact]
    public void WhatCannotBe_IsRefused()
    {
        var builder = new KpiBuilder();
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(new KpiPrescription { Date = new LocalDate(2024, 1, 1), Count = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(new KpiPrescription { Count = 1 }));
        Assert.ThrowsAny<ArgumentException>(() => builder.Add(new KpiStock { Month = new YearMonth(2024, 1), Sku = " " }));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(new KpiStock { Month = new YearMonth(2024, 1), Sku = "A", Value = -1 }));
        Assert.Throws<ArgumentNullException>(() => builder.Add(new KpiMeasure { Date = new LocalDate(2024, 1, 1) }));
        Assert.Throws<ArgumentException>(() => builder.Add(new KpiMeasure { Kpi = KpiCatalog.WinRate, Date = new LocalDate(2024, 1, 1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KpiBuilder(new KpiBuilderOptions { NearExpiryMonths = 0 }));
    }

    private static bool Close(double left, double right) => Math.Abs(left - right) < 1e-9;

    private static KpiSeries Series(KpiBuild build, KpiDefinition kpi, string segment) => build.Series.Single(one => one.Definition == kpi && one.Segment == segment);
}
