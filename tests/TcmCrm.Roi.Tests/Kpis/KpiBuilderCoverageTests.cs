using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tests.Review;

namespace TcmCrm.Roi.Tests.Kpis;

/// <summary>What a month without records, a name written twice, a return and a gift count as, and that it is said.</summary>
public class KpiBuilderCoverageTests
{
    private static readonly YearMonth January = new(2025, 1);

    [Fact]
    public void Complaints_OutsideTheirFile_HaveNoRate()
    {
        KpiBuilder builder = Monthly(6);
        builder.AddComplaint(new LocalDate(2025, 2, 5));
        builder.AddComplaint(new LocalDate(2025, 4, 28));
        KpiBuild build = builder.Build();
        KpiSeries rate = Series(build, KpiCatalog.ComplaintRate);

        Assert.Equal([January.PlusMonths(1), January.PlusMonths(2), January.PlusMonths(3)], rate.ObservedMonths);
        Assert.Equal([1.0, 0, 1], rate.ObservedValues);
        Message note = Assert.Single(build.Notes, one => one.Id == "kpiRecordsCover");
        Assert.Equal("Complaints run from 2025-02 to 2025-04: other months have no value of them.", note.InEnglish());
    }

    [Fact]
    public void EveryFileThatStops_IsSaid()
    {
        KpiBuilder builder = Monthly(6);
        builder.Add(new KpiVisit { Customer = "A", Representative = "R", Date = new LocalDate(2025, 1, 9), IsEffective = true });
        builder.Add(new KpiSurveyAnswer { Question = KpiSurveyQuestion.Recommendation, Date = new LocalDate(2025, 3, 9), Score = 9 });
        builder.Add(new KpiReceivable { Month = new YearMonth(2025, 5), Balance = 10, CreditSales = 10 });
        Assert.Equal(
            ["kpiRecords.visits", "kpiRecords.answers", "kpiRecords.receivables"],
            builder.Build().Notes.Where(note => note.Id == "kpiRecordsCover").Select(note => note.Arguments[0].Value.ToString()!.Split('(')[0]));
    }

    [Fact]
    public void AChannelWithoutSales_SoldNothing()
    {
        var builder = new KpiBuilder();
        Order(builder, 1, 5, 100, segment: "hospital");
        Order(builder, 1, 31, 100, customer: "B", segment: "online");
        Order(builder, 2, 28, 100, segment: "hospital");
        Order(builder, 4, 28, 50, customer: "B", segment: "online");
        KpiBuild build = builder.Build();

        Assert.Equal([100.0, 100, 0, 0], Series(build, KpiCatalog.SalesRevenue, "hospital").ObservedValues);
        Assert.Equal([100.0, 0, 0, 50], Series(build, KpiCatalog.SalesRevenue, "online").ObservedValues);
        Assert.Equal([1.0, 0, 0, 1], Series(build, KpiCatalog.Orders, "online").ObservedValues);
        Assert.Equal([200.0, 100, 0, 50], Series(build, KpiCatalog.SalesRevenue).ObservedValues);
        Assert.Equal([January.PlusMonths(1), January.PlusMonths(2)], Series(build, KpiCatalog.AverageDealSize, "online").Gaps);
        Assert.Contains(build.Notes, note => note.Id == "kpiMonthsWithoutOrders");
        Assert.DoesNotContain(build.Series, series => series.Definition == KpiCatalog.GrossMargin);
    }

    [Fact]
    public void AMonthWithoutVisits_VisitedNobody()
    {
        KpiBuilder builder = Monthly(4);
        builder.Add(new KpiCustomer { Customer = "A", Since = new LocalDate(2020, 1, 1), IsTarget = true });
        builder.Add(new KpiCustomer { Customer = "B", Since = new LocalDate(2020, 1, 1), IsTarget = true });
        builder.Add(new KpiVisit { Customer = "A", Representative = "R", Date = new LocalDate(2025, 1, 9), IsEffective = true });
        builder.Add(new KpiVisit { Customer = "B", Representative = "R", Date = new LocalDate(2025, 3, 9), IsEffective = true });
        KpiBuild build = builder.Build();

        Assert.Equal([0.5, 0, 0.5], Series(build, KpiCatalog.VisitCoverage).ObservedValues);
        Assert.Equal([January, January.PlusMonths(2)], Series(build, KpiCatalog.EffectiveVisits).ObservedMonths);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ACustomerTwiceInTheFile_BeganWithTheEarlierDay(bool turned)
    {
        KpiBuilder builder = Monthly(3);
        KpiCustomer[] records =
        [
            new() { Customer = "A", Since = new LocalDate(2020, 5, 1), IsTarget = true },
            new() { Customer = "A", Since = new LocalDate(2025, 1, 2) },
            new() { Customer = "A" },
        ];
        foreach (KpiCustomer record in turned ? records.Reverse() : records)
        {
            builder.Add(record);
        }

        KpiBuild build = builder.Build();
        Assert.Equal([0.0, 0, 0], Series(build, KpiCatalog.NewCustomers).ObservedValues);
        Assert.Equal([1.0], Series(build, KpiCatalog.TerminalCoverage).ObservedValues);
        Assert.Contains(build.Notes, note => note.Id == "kpiCustomersTwice");

        KpiBuilder same = Monthly(3);
        same.Add(records[0]);
        same.Add(records[0]);
        Assert.DoesNotContain(same.Build().Notes, note => note.Id == "kpiCustomersTwice");
    }

    [Theory]
    [InlineData(8, -120, -4, false)]
    [InlineData(-8, 120, 4, true)]
    [InlineData(8, 120, -4, true)]
    public void AReturn_TakesBackWhatItWasWrittenWith(int rebate, int margin, int quantity, bool isSaid)
    {
        var builder = new KpiBuilder();
        builder.Add(new KpiOrder { Customer = "A", Date = new LocalDate(2025, 1, 5), Amount = 1000, Margin = 300, Rebate = 20, Quantity = 10 });
        builder.Add(new KpiOrder { Customer = "A", Date = new LocalDate(2025, 1, 31), Amount = -400, Margin = margin, Rebate = rebate, Quantity = quantity });
        KpiBuild build = builder.Build();

        Assert.Equal(12.0 / 600, Series(build, KpiCatalog.RebateRatio).ObservedValues[0], 1e-12);
        Assert.Equal(180, Series(build, KpiCatalog.GrossMargin).ObservedValues[0]);
        Assert.Equal(isSaid, build.Notes.Any(note => note.Id == "kpiReturnsTurned"));
    }

    [Fact]
    public void WidthAndSpaces_MakeNoOtherCustomer()
    {
        var builder = new KpiBuilder();
        string[] written = ["仁和堂０６店", "仁和堂06店", "仁和堂 06 店", "仁和堂(总店)", "仁和堂（总店）", "ＡＢＣ　Pharmacy", "ABC Pharmacy", "ABCPharmacy"];
        foreach (string name in written)
        {
            Order(builder, 1, 5, 100, name);
        }

        Order(builder, 3, 31, 100, "仁和堂06店");
        KpiBuild build = builder.Build();
        Assert.Equal([4.0], Series(build, KpiCatalog.ActiveCustomers).ObservedValues);
        Message note = Assert.Single(build.Notes, one => one.Id == "kpiNamesAlike");
        Assert.Equal(3m, note.Arguments[0].Value);

        // Of a name that is written in one way alone nothing is said, also where the customer file writes it like that.
        var once = new KpiBuilder();
        Order(once, 1, 31, 100, "仁和堂（总店）");
        Assert.DoesNotContain(once.Build().Notes, one => one.Id == "kpiNamesAlike");
        once.Add(new KpiCustomer { Customer = "仁和堂(总店)", Since = new LocalDate(2020, 1, 1), IsTarget = true });
        once.Add(new KpiVisit { Customer = "仁和堂(总店)", Representative = "R", Date = new LocalDate(2025, 1, 9) });
        KpiBuild listed = once.Build();
        Assert.Contains(listed.Notes, one => one.Id == "kpiNamesAlike");
        Assert.Equal([1.0], Series(listed, KpiCatalog.VisitCoverage).ObservedValues);
    }

    [Fact]
    public void Gifts_AreNoPurchases()
    {
        KpiBuilder builder = Monthly(4);
        Order(builder, 2, 9, 0, "B");
        Order(builder, 3, 9, 0, "A");
        KpiBuild build = builder.Build();

        Assert.Equal([1.0, 1, 1, 1], Series(build, KpiCatalog.Orders).ObservedValues);
        Assert.Equal([1.0, 1], Series(build, KpiCatalog.ActiveCustomers).ObservedValues);
        Assert.Equal("2 order lines at an amount of 0 count as no purchase.", Assert.Single(build.Notes, note => note.Id == "kpiGifts").InEnglish());
    }

    [Fact]
    public void NewCustomers_AreThoseWhoBuyForTheFirstTime()
    {
        KpiBuilder builder = Monthly(4);
        Order(builder, 3, 9, 100, "B");
        Order(builder, 4, 9, 100, "C");
        builder.Add(new KpiCustomer { Customer = "A", Since = new LocalDate(2020, 1, 1) });
        builder.Add(new KpiCustomer { Customer = "B", Since = new LocalDate(2025, 1, 20) });
        builder.Add(new KpiCustomer { Customer = "C", Since = new LocalDate(2025, 4, 20) });
        Assert.Equal([0.0, 0, 1, 1], Series(builder.Build(), KpiCatalog.NewCustomers).ObservedValues);

        // A buyer whose day is not known: nobody knows whether he bought before.
        Order(builder, 4, 10, 100, "D");
        KpiBuild undated = builder.Build();
        Assert.DoesNotContain(undated.Series, series => series.Definition == KpiCatalog.NewCustomers);
        Assert.Equal(
            "New customers have no value: 1 of 4 buyers have no day in the customer file, and it takes more than 12 months of records to tell who had not bought before.",
            Assert.Single(undated.Notes, note => note.Id == "kpiNewCustomersNone.undated").InEnglish());
    }

    [Fact]
    public void AFirstMonthThatIsNotComplete_IsLeftOut()
    {
        var builder = new KpiBuilder();
        Order(builder, 1, 28, 100);
        Order(builder, 2, 20, 900);
        Order(builder, 3, 28, 900);
        KpiBuild build = builder.Build();

        Assert.Equal(January.PlusMonths(1), Series(build, KpiCatalog.SalesRevenue).Start);
        Assert.Contains(build.Notes, note => note.Id == "kpiFirstMonthLeftOut");
    }

    [Fact]
    public void LinesWithoutAChannel_AndALastMonthBeyondTheRecords_AreSaid()
    {
        var builder = new KpiBuilder(new KpiBuilderOptions { Through = new YearMonth(2027, 1) });
        Order(builder, 1, 5, 100, segment: "hospital");
        Order(builder, 1, 31, 50);
        Order(builder, 2, 28, 70, segment: "hospital");
        KpiBuild build = builder.Build();

        Assert.Equal(new YearMonth(2025, 2), Series(build, KpiCatalog.SalesRevenue).End);
        Assert.Equal("1 order line without a channel counts in the whole and in no channel.", Assert.Single(build.Notes, note => note.Id == "kpiWithoutSegment").InEnglish());
        Assert.Contains(build.Notes, note => note.Id == "kpiThroughBeyond");
    }

    [Fact]
    public void OrderNumbers_AreOneOrderOverChannels()
    {
        var builder = new KpiBuilder();
        foreach (string segment in new[] { "hospital", "online", "hospital" })
        {
            builder.Add(new KpiOrder { Customer = "A", Date = new LocalDate(2025, 1, 31), Amount = 10, Order = "N1", Segment = segment });
        }

        builder.Add(new KpiOrder { Customer = "B", Date = new LocalDate(2025, 1, 31), Amount = 10, Order = "N1", Segment = "online" });
        KpiBuild build = builder.Build();
        Assert.Equal([2.0], Series(build, KpiCatalog.Orders).ObservedValues);
        Assert.Equal([1.0], Series(build, KpiCatalog.Orders, "hospital").ObservedValues);
        Assert.Equal([2.0], Series(build, KpiCatalog.Orders, "online").ObservedValues);
    }

    [Fact]
    public void AMeasureOfTheHost_IsZeroWhereNothingWasSold()
    {
        var kpi = new KpiDefinition("Decoctions", KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);
        var builder = new KpiBuilder();
        foreach (int month in new[] { 1, 2, 4 })
        {
            Order(builder, month, 1, 100);
            Order(builder, month, 28, 100);
            if (month != 2)
            {
                builder.Add(new KpiMeasure { Kpi = kpi, Date = new LocalDate(2025, month, 1), Value = 5 });
            }
        }

        // In February there are orders and no amount of it: not known; in March there are no orders.
        KpiSeries series = builder.Build().Series.Single(one => one.Definition.Id == "Decoctions");
        Assert.Equal([5.0, 0, 5], series.ObservedValues);
        Assert.Equal([January.PlusMonths(1)], series.Gaps);
    }

    private static KpiBuilder Monthly(int months)
    {
        var builder = new KpiBuilder();
        for (int month = 1; month <= months; month++)
        {
            Order(builder, month, month == 1 ? 5 : 28, 100);
        }

        return builder;
    }

    private static void Order(KpiBuilder builder, int month, int day, decimal amount, string customer = "A", string? segment = null) =>
        builder.Add(new KpiOrder { Customer = customer, Date = new LocalDate(2025, month, day), Amount = amount, Segment = segment });

    private static KpiSeries Series(KpiBuild build, KpiDefinition kpi, string segment = "") =>
        build.Series.Single(series => series.Definition == kpi && series.Segment == segment);
}
