using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiBuilderTests
{
    private static readonly YearMonth January = new(2024, 1);

    [Fact]
    public void Orders_GiveSumsCountsAndWindows()
    {
        var builder = new KpiBuilder(new KpiBuilderOptions { ActiveMonths = 2, WindowMonths = 3, Through = January.PlusMonths(4) });
        // A buys in every month, twice in January; B in January and March; C in April only.
        Buy(builder, "A", 0, 5, 100, "granules");
        Buy(builder, "A", 0, 5, 50, "pieces");
        Buy(builder, "A", 0, 6, 50, "pieces");
        Buy(builder, "A", 1, 1, 100, "pieces");
        Buy(builder, "A", 2, 1, 100, "pieces");
        Buy(builder, "A", 3, 1, 100, "pieces");
        Buy(builder, "A", 4, 30, 100, "pieces");
        Buy(builder, "B", 2, 9, 40, "pieces");
        Buy(builder, "B", 0, 9, 60, "pieces");
        Buy(builder, "B", 2, 20, -10, "pieces");
        Buy(builder, "C", 3, 9, 70, "pieces");
        KpiBuild build = builder.Build();

        Assert.Equal([260.0, 100, 130, 170, 100], Of(build, KpiCatalog.SalesRevenue));
        Assert.Equal([3.0, 1, 2, 2, 1], Of(build, KpiCatalog.Orders));
        // Active over two months, from February: A B, A B, A B C, A C.
        Assert.Equal([2.0, 2, 3, 2], Of(build, KpiCatalog.ActiveCustomers));
        Assert.Equal([1.0, 1, 2.0 / 3], Of(build, KpiCatalog.RetentionRate));
        Assert.Equal([0.0, 0, 1.0 / 3], Of(build, KpiCatalog.ChurnRate));
        // Three months, from March: A and B with two orders or more; A of A B C; A of A B C.
        Assert.Equal([1.0, 1.0 / 3, 1.0 / 3], Of(build, KpiCatalog.RepurchaseRate));
        // A bought granules in January: in the window of March, no longer in April.
        Assert.Equal([0.5, 0, 0], Of(build, KpiCatalog.CrossSellRate));
        Assert.Equal([0.0, 0, 10.0 / 140, 0, 0], Of(build, KpiCatalog.ReturnRate));
        Assert.Equal([260.0 / 3, 100, 65, 85, 100], Of(build, KpiCatalog.AverageDealSize));
        Assert.DoesNotContain(build.Series, series => series.Definition == KpiCatalog.NewCustomers);
        Assert.Contains(build.Notes, note => note.Code == "kpiNewCustomersNone");
        Assert.DoesNotContain(build.Series, series => series.Definition == KpiCatalog.GrossMargin);
    }

    [Fact]
    public void OrderOfRecords_AndBuildingTwice_ChangeNothing()
    {
        KpiOrder[] orders = Random(4000);
        var forward = new KpiBuilder();
        var backward = new KpiBuilder();
        for (int i = 0; i < orders.Length; i++)
        {
            forward.Add(orders[i]);
            backward.Add(orders[orders.Length - 1 - i]);
            if (i == 1000)
            {
                forward.Build();
            }
        }

        Assert.Equal(forward.Build().Series, backward.Build().Series);
    }

    [Fact]
    public void EverySeries_IsWhatCountingByHandGives()
    {
        KpiOrder[] orders = Random(3000);
        var builder = new KpiBuilder();
        foreach (KpiOrder order in orders)
        {
            builder.Add(order);
        }

        KpiBuild build = builder.Build();
        foreach (string segment in new[] { "", "East", "West" })
        {
            KpiOrder[] own = [.. orders.Where(order => segment.Length == 0 || order.Segment == segment)];
            YearMonth MonthOf(KpiOrder order) => order.Date.ToYearMonth();
            IEnumerable<KpiOrder> Window(YearMonth end, int months) => own.Where(order => order.Amount >= 0 && MonthOf(order) <= end && MonthOf(order) > end.PlusMonths(-months));
            HashSet<string> Active(YearMonth month) => [.. Window(month, 3).Select(order => order.Customer)];
            foreach (KpiSeries series in build.Series.Where(one => one.Segment == segment))
            {
                foreach (YearMonth month in series.ObservedMonths)
                {
                    series.TryGetValue(month, out double value);
                    double? expected = series.Definition.Id switch
                    {
                        "SalesRevenue" => (double)own.Where(order => MonthOf(order) == month).Sum(order => order.Amount),
                        "Orders" => Window(month, 1).Select(order => (order.Customer, order.Order ?? order.Date.ToString())).Distinct().Count(),
                        "ActiveCustomers" => Active(month).Count,
                        "RetentionRate" => (double)Active(month.PlusMonths(-1)).Count(Active(month).Contains) / Active(month.PlusMonths(-1)).Count,
                        "RepurchaseRate" => (double)Window(month, 12).GroupBy(order => order.Customer).Count(buyer => buyer.Select(order => order.Order ?? order.Date.ToString()).Distinct().Count() >= 2)
                            / Window(month, 12).Select(order => order.Customer).Distinct().Count(),
                        "CrossSellRate" => (double)Window(month, 12).GroupBy(order => order.Customer).Count(buyer => buyer.Select(order => order.ProductLine).Where(line => line is not null).Distinct().Count() >= 2)
                            / Window(month, 12).Select(order => order.Customer).Distinct().Count(),
                        "NewCustomers" => own.Where(order => order.Amount >= 0).GroupBy(order => order.Customer).Count(buyer => buyer.Min(MonthOf) == month),
                        _ => null,
                    };
                    if (expected is { } known)
                    {
                        Assert.True(Math.Abs(known - value) < 1e-9, $"{series.Definition.Id} {segment} {month}: {value}, by hand {known}");
                    }
                }
            }

            Assert.True(build.Series.Count(one => one.Segment == segment) >= 10);
        }
    }

    [Fact]
    public void CustomerFile_GivesNewCustomersAndCoverage()
    {
        var builder = new KpiBuilder(new KpiBuilderOptions { ActiveMonths = 1, Through = January.PlusMonths(2) });
        builder.Add(new KpiCustomer { Customer = "A", Since = new LocalDate(2020, 1, 1), IsTarget = true });
        builder.Add(new KpiCustomer { Customer = "B", Since = new LocalDate(2024, 2, 1), IsTarget = true });
        builder.Add(new KpiCustomer { Customer = "D", Since = new LocalDate(2020, 1, 1), IsTarget = true });
        Buy(builder, "A", 0, 5, 100);
        Buy(builder, "B", 1, 5, 100);
        Buy(builder, "A", 2, 5, 100);
        builder.Add(new KpiVisit { Customer = "D", Representative = "R1", Date = new LocalDate(2024, 1, 3), IsEffective = true, HasStock = false });
        builder.Add(new KpiVisit { Customer = "X", Representative = "R1", Date = new LocalDate(2024, 1, 3), IsEffective = false, HasStock = true });
        builder.Add(new KpiVisit { Customer = "A", Representative = "R2", Date = new LocalDate(2024, 1, 4), IsEffective = true });
        KpiBuild build = builder.Build();
        Assert.Equal([0.0, 1, 0], Of(build, KpiCatalog.NewCustomers));
        Assert.Equal([0.5, 1.0 / 3, 1.0 / 3], Of(build, KpiCatalog.TerminalCoverage));
        Assert.Equal([1.0], Of(build, KpiCatalog.VisitCoverage));
        Assert.Equal([1.0], Of(build, KpiCatalog.EffectiveVisits));
        Assert.Equal([0.5], Of(build, KpiCatalog.DistributionRate));
        Assert.DoesNotContain(build.Notes, note => note.Code == "kpiNewCustomersFrom");
    }

    [Fact]
    public void SurveysLedgerAndComplaints_GiveTheirKpis()
    {
        var builder = new KpiBuilder();
        foreach (int score in new[] { 5, 4, 3, 1 })
        {
            builder.Add(new KpiSurveyAnswer { Question = KpiSurveyQuestion.Satisfaction, Date = new LocalDate(2024, 1, 9), Score = score });
        }

        foreach (int score in new[] { 10, 9, 8, 6 })
        {
            builder.Add(new KpiSurveyAnswer { Question = KpiSurveyQuestion.Recommendation, Date = new LocalDate(2024, 1, 9), Score = score });
        }

        builder.Add(new KpiReceivable { Month = January, Balance = 300, CreditSales = 310, Due = 200, Collected = 150 });
        builder.Add(new KpiReceivable { Month = January, Balance = 10 });
        Buy(builder, "A", 0, 30, 100);
        Buy(builder, "A", 0, 31, 100);
        builder.AddComplaint(new LocalDate(2024, 1, 5));
        KpiBuild build = builder.Build();
        Assert.Equal([0.5], Of(build, KpiCatalog.Csat));
        Assert.Equal([25.0], Of(build, KpiCatalog.Nps));
        Assert.Equal([31.0], Of(build, KpiCatalog.Dso));
        Assert.Equal([0.75], Of(build, KpiCatalog.CollectionRate));
        Assert.Equal([0.5], Of(build, KpiCatalog.ComplaintRate));
        Assert.Throws<ArgumentOutOfRangeException>("Score", () => builder.Add(new KpiSurveyAnswer { Question = KpiSurveyQuestion.Satisfaction, Date = new LocalDate(2024, 1, 9), Score = 6 }));
        Assert.Throws<ArgumentOutOfRangeException>("ActiveMonths", () => new KpiBuilder(new KpiBuilderOptions { ActiveMonths = 0 }));
        Assert.Throws<ArgumentNullException>("Customer", () => builder.Add(default(KpiOrder)));
        Assert.Throws<ArgumentOutOfRangeException>("Rebate", () => builder.Add(new KpiOrder { Customer = "A", Date = new LocalDate(2024, 1, 1), Rebate = -1 }));
    }

    [Fact]
    public void WhatTheRecordsDoNotTell_HasNoValue()
    {
        var builder = new KpiBuilder();
        builder.Add(new KpiOrder { Customer = "A", Date = new LocalDate(2024, 1, 31), Amount = 100, Margin = 30 });
        builder.Add(new KpiOrder { Customer = "A", Date = new LocalDate(2024, 2, 1), Amount = 100, Margin = 40 });
        builder.Add(new KpiOrder { Customer = "A", Date = new LocalDate(2024, 2, 2), Amount = 100 });
        builder.Add(new KpiOrder { Customer = "A", Date = new LocalDate(2024, 4, 30), Amount = 100, Margin = 50 });
        builder.Add(new KpiOrder { Customer = "A", Date = new LocalDate(2024, 5, 9), Amount = 100, Margin = 50 });
        KpiBuild build = builder.Build();
        KpiSeries margin = build.Series.Single(series => series.Definition == KpiCatalog.GrossMargin);

        // January begins on its last day and is left out; March has no order and sold nothing.
        Assert.Equal([January.PlusMonths(2), January.PlusMonths(3)], margin.ObservedMonths);
        Assert.Equal([200.0, 0, 100], Of(build, KpiCatalog.SalesRevenue));
        Assert.Equal([2.0, 0, 1], Of(build, KpiCatalog.Orders));
        Assert.Equal(
            ["kpiLastMonthLeftOut", "kpiFirstMonthLeftOut", "kpiMonthsWithoutOrders", "kpiPartsMissing", "kpiPartsMissing", "kpiNewCustomersNone"], build.Notes.Select(note => note.Code));
        Assert.Empty(new KpiBuilder().Build().Series);
    }

    private static void Buy(KpiBuilder builder, string customer, int month, int day, decimal amount, string? line = null) =>
        builder.Add(new KpiOrder { Customer = customer, Date = January.PlusMonths(month).OnDayOfMonth(day), Amount = amount, ProductLine = line });

    private static double[] Of(KpiBuild build, KpiDefinition kpi) => [.. build.Series.Single(series => series.Definition == kpi && series.Segment.Length == 0).ObservedValues];

    private static KpiOrder[] Random(int count)
    {
        var random = new Random(8);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            int customer = random.Next(120);
            LocalDate date = new LocalDate(2022, 1, 1).PlusDays(random.Next(900));
            return new KpiOrder
            {
                Customer = "C" + customer,
                Date = date,
                Amount = random.Next(40) == 0 ? -50 : random.Next(10, 900),
                Quantity = random.Next(1, 9),
                Order = customer % 3 == 0 ? "O" + date.Year + "-" + date.DayOfYear + "-" + customer : null,
                ProductLine = random.Next(3) == 0 ? null : "P" + random.Next(3),
                Segment = customer % 2 == 0 ? "East" : "West",
                IsMember = customer % 5 == 0,
            };
        })];
    }
}
