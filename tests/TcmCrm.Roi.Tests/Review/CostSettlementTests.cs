using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>
/// Bills of 10,000 a month (or as a test says) from January 2025, three years, and what was booked of them: cost of the three years, what is owed, the price ratio.
/// </summary>
public class CostSettlementTests
{
    private const string Line = "fee";
    private static readonly YearMonth First = new(2025, 1);

    private static readonly InvestmentCase Monthly = Plan(new SubscriptionCost(1, Money.Cny(10_000), BillingCycle.Monthly));
    private static readonly InvestmentCase Yearly = Plan(new SubscriptionCost(1, Money.Cny(120_000), BillingCycle.Yearly));

    /// <summary>What was booked by month, in thousands; and what follows in thousands: cost of three years, owed; the price ratio; the findings.</summary>
    public static TheoryData<string, decimal[], decimal, decimal, decimal, string> Bookings => new()
    {
        { "on plan", [10, 10, 10, 10, 10, 10], 360, 0, 1, "" },
        { "nothing", [0, 0, 0, 0, 0, 0], 360, 60, 1, "costNotBooked" },
        { "last bill not in yet", [10, 10, 10, 10, 10, 0], 360, 10, 1, "" },
        { "last two not booked", [10, 10, 10, 10, 0, 0], 360, 20, 1, "costNotBooked" },
        { "one in the middle not booked", [10, 10, 0, 10, 10, 10], 360, 10, 1, "costNotBooked" },
        { "all a month late", [0, 10, 10, 10, 10, 10], 360, 10, 1, "" },
        { "all two months late", [0, 0, 10, 10, 10, 10], 360, 20, 1, "" },
        { "one late, caught up with", [10, 0, 20, 10, 10, 10], 360, 0, 1, "" },
        { "one open behind a paid one, caught up with", [10, 0, 10, 20, 10, 10], 360, 0, 1, "" },
        { "two caught up with behind paid ones are no rhythm", [10, 0, 10, 20, 10, 0, 10, 20, 10, 0, 10, 10], 360, 10, 1, "costNotBooked" },
        { "one open behind a paid one, and another overspend", [10, 0, 10, 24, 10, 10], 364, 0, 1, "" },
        { "paid in two halves", [10, 5, 15, 10, 10, 10], 360, 0, 1, "" },
        { "half paid", [10, 10, 5, 10, 10, 10], 360, 5, 1, "costNotBooked" },
        { "half paid at the end", [10, 10, 10, 10, 10, 5], 360, 5, 1, "" },
        { "by the quarter, in arrears", [0, 0, 30, 0, 0, 30], 360, 0, 1, "" },
        { "by the half-year, in arrears", [0, 0, 0, 0, 0, 60, 0, 0, 0, 0, 0, 60], 360, 0, 1, "" },
        { "by the year, in arrears", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 120], 360, 0, 1, "" },
        { "by the year, in the month after it", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 120], 360, 10, 1, "" },
        { "by the year, in arrears, at four per cent less", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 115.2m], 360, 4.8m, 1, "" },
        { "by the quarter, in arrears, in the next one", [0, 0, 30, 0, 0, 30, 0, 0], 360, 20, 1, "" },
        { "by the quarter, in advance", [30, 0, 0, 30, 0, 0], 360, 0, 1, "" },
        { "by the quarter, in advance, the last begun", [30, 0, 0, 30], 360, 0, 1, "" },
        { "a year in advance", [120, 0, 0, 0, 0, 0], 360, 0, 1, "" },
        { "by the quarter at five per cent more", [0, 0, 31.5m, 0, 0, 31.5m], 378, 0, 1.05m, "" },
        { "every bill a fifth more", [12, 12, 12, 12, 12, 12], 432, 0, 1.2m, "costOverrun" },
        { "every bill a fifth less", [8, 8, 8, 8, 8, 8], 288, 0, 0.8m, "" },
        { "two bills a fifth less", [8, 8], 360, 4, 1, "costNotBooked" },
        { "half paid, twice of three", [10, 5, 5], 360, 10, 1, "costNotBooked" },
        { "half paid, twice of four", [10, 10, 5, 5], 360, 10, 1, "costNotBooked" },
        { "always paid in part, by other parts", [5, 4, 6, 5.5m, 4.5m, 7], 360, 28, 1, "costNotBooked" },
        { "half paid, six times", [5, 5, 5, 5, 5, 5], 360, 30, 1, "costNotBooked" },
        { "half paid at first", [5, 5, 5, 10, 10, 10, 10], 360, 15, 1, "costNotBooked" },
        { "below plan by as much as seats move", [8, 7.5m, 9, 8.5m, 7, 8.2m], 48.2m + 1.1m + (30 * 8.1m), 1.1m, 0.81m, "costNotBooked" },
        { "a fifth more, one not booked", [12, 12, 12, 0, 12, 12], 432, 12, 1.2m, "costOverrun costNotBooked" },
        { "an overspend that came once", [10, 10, 60, 10, 10, 10], 410, 0, 1, "costOverrun" },
        { "an overspend within one bill", [10, 10, 18, 10, 10, 10], 368, 0, 1, "" },
        { "twice in the last month", [10, 10, 10, 10, 10, 20], 370, 0, 1, "" },
        { "dearer of late: what it is more keeps coming", [10, 10, 10, 10, 10, 10, 10, 12, 12, 12], 366 + (26 * 2), 0, 1.2m, "costOverrun" },
        { "a new price, twice", [10, 10, 10, 10, 10, 10, 12, 12], 364 + (28 * 2), 0, 1.2m, "costOverrun" },
        { "two bills at once, twice", [10, 10, 10, 10, 10, 20, 20], 380, 0, 1, "costOverrun" },
        { "dearer once", [10, 10, 10, 10, 10, 10, 10, 12], 362, 0, 1, "" },
        { "dearer twice, not alike", [10, 10, 10, 10, 10, 10, 11, 12.5m], 363.5m, 0, 1, "" },
        { "half more each time, one not booked", [16, 16, 16, 0, 16, 16], 576, 16, 1.6m, "costOverrun costNotBooked" },
        { "a third of each bill", [3.4m, 3.4m, 3.4m, 3.4m, 3.4m, 3.4m], 360, 60 - (6 * 3.4m), 1, "costNotBooked" },
        { "less than a third of each bill", [3.3m, 3.3m, 3.3m, 3.3m, 3.3m, 3.3m], 360, 60 - (6 * 3.3m), 1, "costNotBooked" },
        { "in tens of thousands", [0.001m, 0.001m, 0.001m, 0.001m, 0.001m, 0.001m], 360, 59.994m, 1, "costNotBooked" },
        { "the last three in tens of thousands", [10, 10, 10, 0.001m, 0.001m, 0.001m], 360, 29.997m, 1, "costNotBooked" },
        { "all with a minus", [-10, -10, -10, -10, -10, -10], 360, 60, 1, "costNotBooked" },
        { "half of them with a minus", [10, 10, 10, -10, -10, -10], 360, 30, 1, "costNotBooked" },
        { "one with a minus", [10, 10, 10, -10, 10, 10], 350, 10, 1, "costNotBooked" },
        { "more back than was booked", [10, 10, 10, -100, 10, 10], 330, 10, 1, "costNotBooked" },
    };

    [Theory]
    [MemberData(nameof(Bookings))]
    public void Bookings_PayTheirBills(string name, decimal[] booked, decimal cost, decimal owed, decimal ratio, string finding)
    {
        ReviewReport report = Of(Monthly, Rows(booked), booked.Length);
        PeriodForecast longest = report.Forecast[^1];
        Assert.Equal((name, 1_000 * cost, 1_000 * owed), (name, decimal.Round(longest.Forecast.TotalCost.Amount, 6), decimal.Round(longest.Accrued.Amount, 6)));
        Assert.Equal(ratio, report.Lines[0].Settlement!.PriceRatio);
        string[] expected = finding.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, report.Findings.Select(found => found.Rule).Where(rule => rule is "costNotBooked" or "costOverrun"));
        Assert.InRange(longest.Forecast.TotalCost.Amount, longest.CostLower.Amount, longest.CostUpper.Amount);
        Assert.True(longest.CostLower < longest.CostUpper);
        Assert.Equal(longest.Booked.Amount, report.Realized.Cost.Amount);
    }

    /// <summary>
    /// Bills of a quarter (30,000) or a year (120,000) that are booked by the month, as accruals are: parts of their bill and no price of it, and what is missing is owed. In thousands: what was booked by month,
    /// the cost of three years, what is owed.
    /// </summary>
    [Theory]
    [InlineData(BillingCycle.Quarterly, "10 10 10 10 10 10 10 10 10 10 10 10", 360, 0)]
    [InlineData(BillingCycle.Quarterly, "11 11 11 11 11 11 11 11 11 11 11 11", 396, 0)]
    [InlineData(BillingCycle.Quarterly, "9 9 9 9 9 9 9 9 9 9 9 9", 324, 0)]
    [InlineData(BillingCycle.Quarterly, "10 10 0 10 10 0 10 10 0 10 10 0", 360, 40)]
    [InlineData(BillingCycle.Quarterly, "10 10 10 10 10 10 10 10", 360, 10)]
    [InlineData(BillingCycle.Yearly, "10 10 10 10 10 10 10 10 10 10 10 10", 360, 0)]
    [InlineData(BillingCycle.Yearly, "10 10 10 10 10 10", 360, 60)]
    [InlineData(BillingCycle.Yearly, "12 12 12 12 12 12 12 12 12 12 12 12", 432, 0)]
    [InlineData(BillingCycle.Yearly, "10 10 10 10 10 10 10 10 10 10 10 10 10 10", 360, 100)]
    [InlineData(BillingCycle.Quarterly, "30 0 0 30 0 0 30", 360, 0)]
    [InlineData(BillingCycle.Quarterly, "0 0 30 0 0 30 0 0 30", 360, 0)]
    public void BillsOfAQuarterBookedByTheMonth_AreParts(BillingCycle cycle, string amounts, decimal cost, decimal owed)
    {
        decimal[] booked = [.. amounts.Split(' ').Select(part => decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
        InvestmentCase plan = Monthly.WithCosts(new CostItem(Monthly.Costs[0].Name, CostCategory.Software, new SubscriptionCost(1, Money.Cny(10_000 * (int)cycle), cycle)));
        ReviewReport report = Of(plan, Rows(booked), booked.Length);
        Assert.Equal((1_000 * cost, 1_000 * owed), (decimal.Round(report.Forecast[^1].Forecast.TotalCost.Amount, 6), decimal.Round(report.Owed.Amount, 6)));
        Assert.DoesNotContain(report.Findings, finding => finding.Message.Id == "costNotBooked.lower");
    }

    /// <summary>Half of every bill may be its price or its half: however often it comes, the rest is owed, and the review asks.</summary>
    [Fact]
    public void BillsAtHalfTheirPlan_AreAQuestion()
    {
        Finding finding = Assert.Single(Of(Monthly, Rows([10, 10, 5, 5, 5, 5, 5]), 7).Findings);
        Assert.Equal(("costNotBooked.lower", Line, 25_000m, 0m, First.PlusMonths(2)), (finding.Message.Id, finding.Subject, finding.AtStake.Amount, finding.PerMonth.Amount, finding.Since));
        Assert.Equal(
            "'fee': 5 bills since 2025-03 were booked at one amount below two thirds of their plan; CNY 25,000.00 is missing and counted as owed, and the plan's price as that to come: was a lower price agreed, or is the rest booked elsewhere?",
            finding.Message.InEnglish());
        Assert.StartsWith("“fee”自2025年3月起有5笔账单以相同金额入账，均不足计划的三分之二；尚缺", finding.Message.InChinese(), StringComparison.Ordinal);
        Assert.Empty(Of(Monthly, Rows([10, 10, 7, 7, 7, 7, 7]), 7).Findings);
    }

    /// <summary>A yearly bill half of which was booked is not a fee of half the price; usage is what is used.</summary>
    [Fact]
    public void AYearlyBillPaidInHalf_StaysExpected()
    {
        ReviewReport report = Of(Yearly, Rows([120, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60]), 15);
        Assert.Equal((360_000m, 60_000m), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Forecast[^1].Accrued.Amount));
        Assert.Equal(("costNotBooked", 60_000m), (Assert.Single(report.Findings).Message.Id, report.Findings[0].AtStake.Amount));

        InvestmentCase usage = Plan(CostBasis.Usage(10_000, Money.Cny(1)));
        report = Of(usage, Rows([5, 4, 6, 5.5m, 4.5m, 5]), 6);
        Assert.InRange(report.Forecast[^1].Forecast.TotalCost.Amount, 180_000, 181_000);
        Assert.Equal(0.5m, report.Lines[0].Settlement!.PriceRatio);
        Assert.DoesNotContain(report.Findings, finding => finding.Message.Id == "costNotBooked.lower");
    }

    [Fact]
    public void AYearlyBillThatIsNotBooked_IsOwed()
    {
        // Second year: due on 1 January 2026, and not booked at the end of February.
        ReviewReport report = Of(Yearly, Rows([120]), 14);
        Assert.Equal((360_000m, 120_000m), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Forecast[^1].Accrued.Amount));
        Assert.Equal(("costNotBooked", new YearMonth(2026, 1)), (Assert.Single(report.Findings).Rule, report.Findings[0].Since));
        Assert.Empty(Of(Yearly, Rows([120]), 13).Findings);
        Assert.Empty(Of(Yearly, Rows([120, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 120]), 14).Findings);
    }

    [Fact]
    public void ASlippedInstalment_IsOwedAndNoSaving()
    {
        InvestmentCase plan = Plan(CostBasis.Amounts(
        [
            new DatedAmount(new LocalDate(2025, 1, 15), Money.Cny(40_000)), new DatedAmount(new LocalDate(2025, 4, 15), Money.Cny(60_000)),
        ]));
        ReviewReport report = Of(plan, Rows([40]), 8);
        Assert.Equal((100_000m, 60_000m), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Forecast[^1].Accrued.Amount));
        Assert.Equal(("costNotBooked", 60_000m), (Assert.Single(report.Findings).Rule, report.Findings[0].AtStake.Amount));

        // Late by three months, it is paid; and two parts of one document are one bill.
        Assert.Equal(0, Of(plan, Rows([40, 0, 0, 0, 0, 0, 60]), 8).Forecast[^1].Accrued.Amount);
        report = Of(
            plan,
            [Review.Rows.Cost(Line, First, 40_000), Review.Rows.Cost(Line, First.PlusMonths(3), 20_000, document: "B2"), Review.Rows.Cost(Line, First.PlusMonths(6), 40_000, document: "B2")],
            8);
        Assert.Equal((100_000m, 0m, 1m), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Forecast[^1].Accrued.Amount, report.Lines[0].Settlement!.PriceRatio));
    }

    /// <summary>Three instalments of 300, 600 and 100 in January, May and October 2025, at times that the plan has not: nothing is owed twice, and nothing is a price.</summary>
    [Theory]
    [InlineData(13, "0:300 10:600 11:100", 0)]
    [InlineData(13, "0:300 9:600 12:100", 0)]
    [InlineData(13, "5:300 9:600 12:100", 0)]
    [InlineData(11, "0:300 10:600", 100)]
    [InlineData(13, "0:300 10:630 11:105", 0)]
    [InlineData(13, "0:300 11:600", 100)]
    [InlineData(13, "0:300 9:100 12:600", 0)]
    public void Instalments_KeepTheirAmountHoweverLateTheyCome(int months, string booked, decimal accrued)
    {
        InvestmentCase plan = Plan(new DatedCost(
        [
            new DatedAmount(new LocalDate(2025, 1, 15), Money.Cny(300_000)), new DatedAmount(new LocalDate(2025, 5, 15), Money.Cny(600_000)),
            new DatedAmount(new LocalDate(2025, 10, 15), Money.Cny(100_000)),
        ]));
        (int Month, decimal Amount)[] bills = [.. booked.Split(' ').Select(bill => bill.Split(':')).Select(bill => (int.Parse(bill[0], null), 1_000 * decimal.Parse(bill[1], null)))];
        PeriodForecast longest = Of(plan, bills.Select(bill => Review.Rows.Cost(Line, First.PlusMonths(bill.Month), bill.Amount)), months).Forecast[^1];
        Assert.Equal((1_000 * accrued, bills.Sum(bill => bill.Amount) + (1_000 * accrued)), (longest.Accrued.Amount, longest.Forecast.TotalCost.Amount));
    }

    /// <summary>A booking that is larger than the instalment of its month, and smaller than one that is open, is a part of that: 120, 240 and 40 of 400.</summary>
    [Theory]
    [InlineData(9, "1:120 7:150", 400, 130)]
    [InlineData(10, "1:120 8:150", 400, 130)]
    [InlineData(10, "1:120 7:150 9:90", 400, 40)]
    [InlineData(9, "0:120 4:100 6:140", 400, 40)]
    [InlineData(9, "0:120 6:240", 400, 40)]
    [InlineData(9, "0:120 2:240 7:60", 420, 0)]
    public void APartOfAnOpenInstalment_IsNoPriceOfAnother(int months, string booked, decimal cost, decimal accrued)
    {
        InvestmentCase plan = Plan(new DatedCost(
        [
            new DatedAmount(new LocalDate(2025, 1, 1), Money.Cny(120_000)), new DatedAmount(new LocalDate(2025, 3, 1), Money.Cny(240_000)),
            new DatedAmount(new LocalDate(2025, 7, 1), Money.Cny(40_000)),
        ]));
        PeriodForecast longest = Of(
            plan,
            booked.Split(' ').Select(bill => bill.Split(':')).Select(bill => Review.Rows.Cost(Line, First.PlusMonths(int.Parse(bill[0], null)), 1_000 * decimal.Parse(bill[1], null))), months).Forecast[^1];
        Assert.Equal((1_000 * accrued, 1_000 * cost), (decimal.Round(longest.Accrued.Amount, 6), decimal.Round(longest.Forecast.TotalCost.Amount, 6)));
        Assert.InRange(longest.CostUpper.Amount, 1_000 * cost, 1_500 * cost);
    }

    /// <summary>Months of 10,000 and then a year at once: a question, and no cost without bound.</summary>
    [Fact]
    public void WhatIsToCome_CostsAtMostHalfMoreThanItsPlan()
    {
        ReviewReport report = Of(Monthly, Rows([.. Enumerable.Repeat(10m, 12), 108, 0, 0, 0, 0, 0]), 18);
        Assert.Equal(408_000m, report.Forecast[^1].Forecast.TotalCost.Amount);
        Assert.Equal(228_000m + (180_000 * 1.5m), report.Forecast[^1].CostUpper.Amount, 2);
        Assert.Contains(report.Findings, finding => finding.Rule == "costOverrun");
    }

    [Fact]
    public void ACreditNote_CountsOnceAndMovesNoPrice()
    {
        ReviewReport report = Of(Monthly, [.. Rows([10, 10, 10, 10, 10, 10]), Review.Rows.Cost(Line, First.PlusMonths(5), -40_000)], 6);
        Assert.Equal((320_000m, 0m), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Forecast[^1].Accrued.Amount));

        // Booked, taken back and booked again is one bill.
        report = Of(
            Monthly, [.. Rows([10, 10, 10, 10, 10, 10]), Review.Rows.Cost(Line, First.PlusMonths(2), -10_100), Review.Rows.Cost(Line, First.PlusMonths(2), 10_100)], 6);
        Assert.Equal(360_000m, report.Forecast[^1].Forecast.TotalCost.Amount);
    }

    [Fact]
    public void WhatKeepsComing_IsForecast()
    {
        IEnumerable<Actual> consultant = new[] { 2, 4, 5 }.Select(month => Review.Rows.UnplannedCost("Consultant", First.PlusMonths(month), 4_000));
        ReviewReport report = Of(Monthly, [.. Rows([10, 10, 10, 10, 10, 10]), .. consultant], 6);
        Assert.Equal(360_000 + 12_000 + (30 * 3_000), report.Forecast[^1].Forecast.TotalCost.Amount);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("recurringUnplanned", 12_000m, 3_000m, First.PlusMonths(2)), (finding.Rule, finding.AtStake.Amount, finding.PerMonth.Amount, finding.Since));
        Assert.Equal(
            "'Consultant' came in three of the last four months outside the bills of the plan: CNY 12,000.00 since 2025-03, and CNY 3,000.00 is forecast for each month to come.",
            finding.Message.InEnglish());
    }

    /// <summary>Names that differ by their month are one cost; under other names each time it is all of them together that keeps coming.</summary>
    [Theory]
    [InlineData("驻场顾问9月", "驻场顾问10月", "驻场顾问11月", "驻场顾问12月", "recurringUnplanned", 32_000, 8_000)]
    [InlineData("Consultant 2025-09", "Consultant 2025-10", "Consultant, Nov.", "Consultant Q4", "recurringUnplanned", 32_000, 8_000)]
    [InlineData("驻场顾问（九月）", "驻场顾问第十期", "驻场顾问2025年11月", "驻场顾问", "recurringUnplanned", 32_000, 8_000)]
    [InlineData("Advice", "Servers", "Training", "Travel", "recurringUnplanned.together", 8_000, 2_000)]
    public void WhatKeepsComingUnderOtherNames_IsForecast(string first, string second, string third, string fourth, string id, decimal booked, decimal perMonth)
    {
        IEnumerable<Actual> unplanned = new[] { first, second, third, fourth }.Select((name, i) => Review.Rows.UnplannedCost(name, First.PlusMonths(8 + i), 8_000));
        ReviewReport report = Of(Monthly, [.. Rows([.. Enumerable.Repeat(10m, 12)]), .. unplanned], 12);
        Assert.Equal(360_000 + 32_000 + (24 * 8_000), report.Forecast[^1].Forecast.TotalCost.Amount);
        Assert.All(report.Findings, finding => Assert.Equal((id, booked, perMonth), (finding.Message.Id, finding.AtStake.Amount, finding.PerMonth.Amount)));
        Assert.Equal(id == "recurringUnplanned" ? 1 : 4, report.Findings.Count);

        // Twice in four months is no habit.
        Assert.Equal(360_000 + 16_000, Of(Monthly, [.. Rows([.. Enumerable.Repeat(10m, 12)]), .. unplanned.Take(2)], 12).Forecast[^1].Forecast.TotalCost.Amount);
    }

    [Fact]
    public void AnotherCurrency_NeedsARate()
    {
        InvestmentCase plan = Monthly.WithExchangeRates(new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 1), 7.25m)]));
        ReviewReport report = Of(plan, [Actual.Cost(Line, First, Money.Parse("USD 1000"))], 1);
        Assert.Equal(7_250m, report.Realized.Cost.Amount);
        Assert.Contains(
            "'fee', 2025-01: USD 1000 has no exchange rate to CNY on or before 2025-01-01",
            Assert.Throws<InvalidOperationException>(() => Of(Monthly, [Actual.Cost(Line, First, Money.Parse("USD 1000"))], 1)).Message, StringComparison.Ordinal);
    }

    /// <summary>A booking that has the amount of a bill in the currency of the case, and says or takes another: read without conversion, and asked about.</summary>
    [Theory]
    [InlineData(7_200, true)]
    [InlineData(7_250, true)]
    [InlineData(1_000, false)]
    [InlineData(1_500, false)]
    [InlineData(9_000, false)]
    public void AnAmountInTheWrongCurrency_IsAQuestion(decimal amount, bool isMisread)
    {
        InvestmentCase plan = Plan(new SubscriptionCost(10, Money.Parse("USD 100"), BillingCycle.Monthly))
            .WithExchangeRates(new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 1), 7.2m)]));
        ReviewReport report = Of(plan, Enumerable.Range(0, 6).Select(month => Actual.Cost(Line, First.PlusMonths(month), new Money(month < 3 ? 1_000 : amount, Currency.Usd))), 6);
        Assert.Equal(21_600 + (3 * amount * (isMisread ? 1 : 7.2m)), report.Realized.Cost.Amount);
        Finding[] found = [.. report.Findings.Where(finding => finding.Message.Id == "costOverrun.currency")];
        Assert.Equal(isMisread ? [(Line, 3 * amount * 6.2m, First.PlusMonths(3))] : [], found.Select(finding => (finding.Subject, finding.AtStake.Amount, finding.Since!.Value)));
    }

    private static InvestmentCase Plan(CostBasis basis) => InvestmentCase.Create("bills", Currency.Cny, new LocalDate(2025, 1, 1))
        .WithPeriods(EvaluationPeriod.ThreeYears).WithDiscountRate(0).WithCosts(new CostItem(Line, CostCategory.Software, basis));

    private static IEnumerable<Actual> Rows(decimal[] booked) => booked.Select((amount, month) => (amount, month)).Where(row => row.amount != 0)
        .Select(row => Review.Rows.Cost(Line, First.PlusMonths(row.month), 1_000 * row.amount));

    private static ReviewReport Of(InvestmentCase plan, IEnumerable<Actual> rows, int months) => CaseReview.Review(plan, new Actuals(rows), First.PlusMonths(months - 1));
}
