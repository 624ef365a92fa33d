using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>What the types of a review refuse, and what they keep of what they are given.</summary>
public class ReviewArgumentTests
{
    private static readonly YearMonth Month = new(2025, 3);

    /// <summary>Factories with a line, by name.</summary>
    private static readonly Dictionary<string, Func<string, Actual>> Lines = new()
    {
        ["Cost"] = line => Rows.Cost(line, Month, 1),
        ["UnplannedCost"] = line => Rows.UnplannedCost(line, Month, 1),
        ["Benefit"] = line => Rows.Benefit(line, Month, 1),
        ["Adoption"] = line => Actual.Adoption(Month, 1, 2, line: line),
        ["Seats"] = line => Actual.Seats(line, Month, 1, 2),
        ["Retention"] = line => Actual.Retention(line, Month, 1, 2, 1, 0.5m),
        ["Kpi"] = line => Actual.Kpi(line, Month, 1),
        ["Baseline"] = line => Actual.Baseline(line, Month, 1),
        ["Verified"] = line => Actual.Verified(line, Month),
    };

    public static TheoryData<string> Kinds => [.. Lines.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnActual_HasItsKindItsMonthAndALine(string kind)
    {
        Actual actual = Lines[kind]("x");
        Assert.Equal(kind, actual.Kind.ToString());
        Assert.Equal(("x", Month), (actual.Line, actual.Month));
        Refused.Argument("line", "must not be blank", () => Lines[kind](" "));
        Refused.Null("line", () => Lines[kind](null!));
    }

    [Fact]
    public void AnActual_KeepsWhatItIsGiven()
    {
        static void Holds(Actual actual, decimal amount, decimal? quantity, decimal? denominator, decimal? planned, int tenure, string text)
        {
            Assert.Equal((amount, quantity, denominator, planned, tenure), (actual.Number, actual.Units, actual.Whole, actual.Plan, actual.Age));
            Assert.Equal(text, actual.ToString());
        }

        Holds(Rows.Cost("a", Month, -5, 3, 4), -5, 3, null, 4, 0, "Cost a 2025-03 CNY -5");
        Holds(Rows.Cost("a", Month, 5, 0, 0), 5, 0, null, 0, 0, "Cost a 2025-03 CNY 5");
        Holds(Rows.Benefit("a", Month, 7.5m, 3, 4), 7.5m, 3, null, 4, 0, "Benefit a 2025-03 CNY 7.5");
        Holds(Rows.Benefit("a", Month, 7, 0, 0), 7, 0, null, 0, 0, "Benefit a 2025-03 CNY 7");
        Holds(Rows.Benefit("a", Month, 7), 7, null, null, null, 0, "Benefit a 2025-03 CNY 7");
        Holds(Rows.UnplannedCost("a", Month, 9), 9, null, null, null, 0, "UnplannedCost a 2025-03 CNY 9");
        Holds(Actual.Adoption(Month, 8, 8, 1), 8, null, 8, 1, 0, "Adoption * 2025-03 8/8");
        Holds(Actual.Adoption(Month, 0, 8), 0, null, 8, null, 0, "Adoption * 2025-03 0/8");
        Holds(Actual.Seats("a", Month, 0, 8), 0, null, 8, null, 0, "Seats a 2025-03 0/8");
        Holds(Actual.Retention("a", Month, 8, 8, 1, 0.25m), 8, null, 8, 0.25m, 1, "Retention a 2025-03 8/8");
        Holds(Actual.Kpi("a", Month, -2, 0.5m), -2, null, 0.5m, null, 0, "Kpi a 2025-03 -2/0.5");
        Holds(Actual.Baseline("a", Month, 2), 2, null, null, null, 0, "Baseline a 2025-03 2");
        Holds(Actual.Verified("a", new YearMonth(987, 11)), 0, null, null, null, 0, "Verified a 0987-11 0");
    }

    [Fact]
    public void AnActual_IsEqualByItsParts() => EqualityLaw.Holds<Actual>(
        Rows.Cost("a", Month, 5, 3, 4),
        Rows.Cost("a", Month, 5, 3, 4),
        Rows.Benefit("a", Month, 5, 3, 4),
        Rows.Cost("b", Month, 5, 3, 4),
        Rows.Cost("a", Month.PlusMonths(1), 5, 3, 4),
        Rows.Cost("a", Month, 6, 3, 4),
        Rows.Cost("a", Month, 5, 2, 4),
        Rows.Cost("a", Month, 5, 3, 2),
        Rows.Cost("a", Month, 5, 3, 4, "B-1"),
        Actual.Cost("a", Month, Money.Parse("USD 5"), 3, 4),
        Rows.Benefit("a", Month, 5, 3, 4, Month.PlusMonths(-1)),
        Actual.Seats("a", Month, 5, 5),
        Actual.Retention("a", Month, 5, 5, 1, 0.5m),
        Actual.Retention("a", Month, 5, 5, 2, 0.5m));

    [Fact]
    public void ALine_IsWhatAnIdCanBe()
    {
        foreach (KeyValuePair<string, Func<string, Actual>> pair in Lines.Where(pair => pair.Key is not ("Kpi" or "Baseline")))
        {
            Refused.Argument("text", "has a control character", () => pair.Value("a\tb"));
            Refused.Argument("text", "has 1001 characters", () => pair.Value(new string('a', 1_001)));
        }
    }

    [Fact]
    public void AnActual_OutsideItsRange_IsRefused()
    {
        Refused.OutOfRange("quantity", "-1", "0 or more", () => Rows.Cost("a", Month, 1, -1));
        Refused.OutOfRange("plannedQuantity", "-1", "0 or more", () => Rows.Cost("a", Month, 1, 1, -1));
        Refused.OutOfRange("quantity", "-0.1", "0 or more", () => Rows.Benefit("a", Month, 1, -0.1m));
        Refused.OutOfRange("plannedQuantity", "-0.1", "0 or more", () => Rows.Benefit("a", Month, 1, 1, -0.1m));
        Refused.OutOfRange("entitled", "0", "more than 0", () => Actual.Adoption(Month, 0, 0));
        Refused.OutOfRange("active", "-1", "from 0 to 8", () => Actual.Adoption(Month, -1, 8));
        Refused.OutOfRange("active", "8.5", "from 0 to 8", () => Actual.Adoption(Month, 8.5m, 8));
        Refused.OutOfRange("planned", "0", "above 0 and at most 1", () => Actual.Adoption(Month, 1, 8, 0));
        Refused.OutOfRange("planned", "1.01", "above 0 and at most 1", () => Actual.Adoption(Month, 1, 8, 1.01m));
        Refused.OutOfRange("paid", "-2", "more than 0", () => Actual.Seats("a", Month, 0, -2));
        Refused.OutOfRange("used", "9", "from 0 to 8", () => Actual.Seats("a", Month, 9, 8));
        Refused.OutOfRange("joined", "0", "more than 0", () => Actual.Retention("a", Month, 0, 0, 1, 0.5m));
        Refused.OutOfRange("kept", "9", "from 0 to 8", () => Actual.Retention("a", Month, 9, 8, 1, 0.5m));
        Refused.OutOfRange("tenure", "0", "1 or more", () => Actual.Retention("a", Month, 1, 8, 0, 0.5m));
        Refused.OutOfRange("planned", "-0.5", "above 0 and at most 1", () => Actual.Retention("a", Month, 1, 8, 1, -0.5m));
        Refused.OutOfRange("denominator", "0", "more than 0", () => Actual.Kpi("a", Month, 1, 0));
        Refused.OutOfRange("denominator", "-1", "more than 0", () => Actual.Baseline("a", Month, 1, -1));
    }

    [Fact]
    public void TwoObservationsOfOneMonth_AddUpAsMoneyAndContradictOtherwise()
    {
        foreach (KeyValuePair<string, Func<string, Actual>> pair in Lines)
        {
            Actual actual = pair.Value("x");
            bool isMoney = pair.Key is "Cost" or "UnplannedCost" or "Benefit";
            Assert.Equal(isMoney, actual.IsMoney);
            if (isMoney)
            {
                Refused.Argument("observations", $"1 observations are there twice: {actual}.", () => new Actuals([actual, actual]));
                var both = new Actuals([actual, actual], allowDuplicates: true);
                Assert.Equal((2, true), (both.Count, both.AllowsDuplicates));
                Assert.Same(actual, Assert.Single(both.Duplicates));
            }
            else
            {
                Refused.Argument(
                    "observations", $"There are two observations for {actual}; this kind has one a line and month.", () => new Actuals([actual, actual]));
            }
        }

        // Another line, month, kind or tenure is another observation.
        Actual[] apart =
        [
            Actual.Retention("a", Month, 1, 2, 1, 0.5m), Actual.Retention("a", Month, 1, 2, 2, 0.5m), Actual.Retention("b", Month, 1, 2, 1, 0.5m),
            Actual.Retention("a", Month.PlusMonths(1), 1, 2, 1, 0.5m), Actual.Kpi("a", Month, 1), Actual.Baseline("a", Month, 1),
        ];
        Assert.Equal(apart, new Actuals(apart).All);
        Refused.Null("observations", () => new Actuals(null!));
        Refused.Null("observations", () => new Actuals([null!]));
    }

    [Fact]
    public void APolicy_KeepsItsValues()
    {
        var policy = new ReviewPolicy { Tolerance = Share.Percent(11), Materiality = Share.Percent(2), TargetAdoption = Share.Percent(81), UnusedSeats = Share.Percent(12), EvidenceMonths = 60, MissingMonths = 60, RecentMonths = 24, MostBenefitShare = 10, FixEffect = Share.Percent(51), FixMonths = 60, ExtensionMonths = 120, ConfidenceLevel = 0.99 };
        Assert.Equal(
            (Share.Percent(11), Share.Percent(2), Share.Percent(81), Share.Percent(12), 60, 60),
            (policy.Tolerance, policy.Materiality, policy.TargetAdoption, policy.UnusedSeats, policy.EvidenceMonths, policy.MissingMonths));
        Assert.Equal(
            (24, 10, Share.Percent(51), 60, 120, 0.99),
            (policy.RecentMonths, policy.MostBenefitShare, policy.FixEffect, policy.FixMonths, policy.ExtensionMonths, policy.ConfidenceLevel));
        policy = ReviewPolicy.Default;
        Assert.Equal(
            (Share.Percent(10), Share.Percent(1), Share.Percent(80), Share.Percent(10), 6, 3),
            (policy.Tolerance, policy.Materiality, policy.TargetAdoption, policy.UnusedSeats, policy.EvidenceMonths, policy.MissingMonths));
        Assert.Equal(
            (3, 1, (Share?)null, 6, 12, 0.95),
            (policy.RecentMonths, policy.MostBenefitShare, policy.FixEffect, policy.FixMonths, policy.ExtensionMonths, policy.ConfidenceLevel));
        policy = new ReviewPolicy { EvidenceMonths = 1, MissingMonths = 1, RecentMonths = 1, MostBenefitShare = 1.5m, FixMonths = 0, ExtensionMonths = 1, ConfidenceLevel = 0.51 };
        Assert.Equal(
            (1, 1, 1, 1.5m, 0, 1, 0.51),
            (policy.EvidenceMonths, policy.MissingMonths, policy.RecentMonths, policy.MostBenefitShare, policy.FixMonths, policy.ExtensionMonths, policy.ConfidenceLevel));
    }

    [Fact]
    public void APolicy_OutsideItsRanges_IsRefused()
    {
        Refused.OutOfRange("TargetAdoption", "0", "more than 0", () => new ReviewPolicy { TargetAdoption = Share.Percent(0) });
        foreach (int months in new[] { 0, 61 })
        {
            Refused.OutOfRange("EvidenceMonths", $"{months}", "from 1 to 60", () => new ReviewPolicy { EvidenceMonths = months });
            Refused.OutOfRange("MissingMonths", $"{months}", "from 1 to 60", () => new ReviewPolicy { MissingMonths = months });
        }

        Refused.OutOfRange("RecentMonths", "0", "from 1 to 24", () => new ReviewPolicy { RecentMonths = 0 });
        Refused.OutOfRange("RecentMonths", "25", "from 1 to 24", () => new ReviewPolicy { RecentMonths = 25 });
        Refused.OutOfRange("MostBenefitShare", "0.9", "from 1 to 10", () => new ReviewPolicy { MostBenefitShare = 0.9m });
        Refused.OutOfRange("MostBenefitShare", "10.1", "from 1 to 10", () => new ReviewPolicy { MostBenefitShare = 10.1m });
        Refused.OutOfRange("FixMonths", "-1", "from 0 to 60", () => new ReviewPolicy { FixMonths = -1 });
        Refused.OutOfRange("FixMonths", "61", "from 0 to 60", () => new ReviewPolicy { FixMonths = 61 });
        Refused.OutOfRange("ExtensionMonths", "0", "from 1 to 120", () => new ReviewPolicy { ExtensionMonths = 0 });
        Refused.OutOfRange("ExtensionMonths", "121", "from 1 to 120", () => new ReviewPolicy { ExtensionMonths = 121 });
        Refused.OutOfRange("ConfidenceLevel", "0.5", "above 0.5 and below 1", () => new ReviewPolicy { ConfidenceLevel = 0.5 });
        Refused.OutOfRange("ConfidenceLevel", "1", "above 0.5 and below 1", () => new ReviewPolicy { ConfidenceLevel = 1 });
        Refused.OutOfRange("ConfidenceLevel", "NaN", "above 0.5 and below 1", () => new ReviewPolicy { ConfidenceLevel = double.NaN });
    }

    [Fact]
    public void ContractTerms_KeepTheirValuesAndRefuseOthers()
    {
        var day = new LocalDate(2026, 7, 1);
        var terms = new ContractTerms("Seats", day, 120, 60);
        Assert.Equal(("Seats", day, 120, 60), (terms.Line, terms.FirstRenewal, terms.TermMonths, terms.NoticeMonths));
        Assert.Equal("Seats: renews 2026-07-01 every 120 months, notice 60 months", terms.ToString());
        terms = new ContractTerms("Seats", day, 1, 0);
        Assert.Equal((1, 0), (terms.TermMonths, terms.NoticeMonths));
        Assert.Equal(day, terms.LastNotice(day));
        Assert.Equal((12, 3), (new ContractTerms("Seats", day).TermMonths, new ContractTerms("Seats", day).NoticeMonths));
        EqualityLaw.Holds(
            new ContractTerms("Seats", day),
            new ContractTerms("Seats", day),
            new ContractTerms("Desk", day),
            new ContractTerms("Seats", day.PlusDays(1)),
            new ContractTerms("Seats", day, 13),
            new ContractTerms("Seats", day, 12, 4));
        Refused.Argument("line", "must not be blank", () => new ContractTerms("", day));
        Refused.OutOfRange("termMonths", "-1", "from 0 to 120", () => new ContractTerms("Seats", day, -1));
        Assert.Equal((false, day), (new ContractTerms("Seats", day, 0).Renews, new ContractTerms("Seats", day, 0).RenewalOpenOn(day.PlusMonths(50))));
        Refused.OutOfRange("termMonths", "121", "from 0 to 120", () => new ContractTerms("Seats", day, 121));
        Refused.OutOfRange("noticeMonths", "-1", "from 0 to 60", () => new ContractTerms("Seats", day, 1, -1));
        Refused.OutOfRange("noticeMonths", "61", "from 0 to 60", () => new ContractTerms("Seats", day, 1, 61));
    }

    [Fact]
    public void AFinding_KeepsItsPartsAndRefusesOthers()
    {
        var what = new Message(
            "slowStock.two",
            MessageArgument.Line("line", new LineId("s"), "Stock"),
            MessageArgument.Text("note", "n"),
            MessageArgument.Ratio("share", 0.52m),
            MessageArgument.Money("atStake", Money.Cny(5)),
            MessageArgument.Parts("others", [new Message("line", MessageArgument.Line("line", new LineId("t"), "Other"), MessageArgument.Number("n", 3m))]),
            MessageArgument.Money("paid", Money.Cny(7)),
            MessageArgument.Number("months", 3m));
        var action = new Message("callTheVendor");
        Finding Make(FindingSeverity severity = FindingSeverity.High, decimal atStake = 0, decimal perMonth = 0) =>
            new(what, severity, Money.Cny(atStake), Money.Cny(perMonth), action);

        // The code of the message is the rule; lines are the subject, those of parts too; numbers are the evidence, but for the money that the finding has.
        Finding finding = Make(atStake: 5, perMonth: 2.5m);
        Assert.Equal("slowStock (s, t): CNY 5, CNY 2.5 a month", finding.ToString());
        Assert.Equal(("slowStock", "s, t", FindingSeverity.High), (finding.Rule, finding.Subject, finding.Severity));
        Assert.Same(what, finding.Message);
        Assert.Same(action, finding.Action);
        Assert.Equal(["share: 0.52", "paid: CNY 7", "months: 3"], finding.Evidence.Select(figure => figure.ToString()));
        Assert.Empty(new Finding(new Message("caseTooOld"), FindingSeverity.Low, Money.Cny(0), Money.Cny(0), action).Subject);
        Refused.OutOfRange("severity", "3", "one of Low, Medium, High", () => Make(severity: (FindingSeverity)3));
        Refused.OutOfRange("atStake", "-0.01", "0 or more", () => Make(atStake: -0.01m));
        Refused.OutOfRange("perMonth", "-0.01", "0 or more", () => Make(perMonth: -0.01m));
        Refused.Null("message", () => new Finding(null!, FindingSeverity.Low, Money.Cny(0), Money.Cny(0), action));
        Refused.Null("action", () => new Finding(what, FindingSeverity.Low, Money.Cny(0), Money.Cny(0), null!));
    }

    [Fact]
    public void SettingsKeepTheirListsAndRefuseOthers()
    {
        var policy = new ReviewPolicy { RecentMonths = 4 };
        var contract = new ContractTerms("Seats", new LocalDate(2026, 7, 1));
        KpiDefinition kpi = KpiCatalog.Csat;
        var settings = new ReviewSettings { Policy = policy, Contracts = [contract], Rules = [ReviewRules.DataGap, ReviewRules.KpiAlarm], Kpis = [kpi], IncludeLongTerm = true, FixCost = Money.Cny(7) };
        Assert.Same(policy, settings.Policy);
        Assert.Equal([contract], settings.Contracts);
        Assert.Equal([ReviewRules.DataGap, ReviewRules.KpiAlarm], settings.Rules);
        Assert.Equal([kpi], settings.Kpis);
        Assert.True(settings.IncludeLongTerm);
        Assert.Equal(Money.Cny(7), settings.FixCost);

        ReviewSettings none = ReviewSettings.Default;
        Assert.Same(ReviewPolicy.Default, none.Policy);
        Assert.Empty(none.Contracts);
        Assert.Empty(none.Kpis);
        Assert.Same(ReviewRules.All, none.Rules);
        Assert.Equal((false, null), (none.IncludeLongTerm, none.FixCost));
        Assert.True(none.IsKnownKpi("Csat"));
        Assert.False(none.IsKnownKpi("NoSuchKpi"));

        Refused.Null("Contracts", () => new ReviewSettings { Contracts = [null!] });
        Refused.Null("Rules", () => new ReviewSettings { Rules = [null!] });
        Refused.Null("Kpis", () => new ReviewSettings { Kpis = [null!] });
        Refused.Argument(
            "Rules", "Two rules have the id 'dataGap'; each is allowed once.",
            () => new ReviewSettings { Rules = [ReviewRules.DataGap, ReviewRules.KpiAlarm, ReviewRules.DataGap] });
        Refused.Null("contracts", () => new ReviewCalendar(new LocalDate(2024, 9, 1), [contract, null!]));
    }

    [Fact]
    public void AReview_RefusesMissingArgumentsAndMonthsOutsideTheCase()
    {
        var nothing = new Actuals([]);
        YearMonth start = ReviewCases.Start.ToYearMonth();
        Refused.Null("plan", () => CaseReview.Review((Roi.Cases.InvestmentCase)null!, nothing, start));
        Refused.Null("register", () => CaseReview.ReviewVersion((BenefitsRegister)null!, nothing, start));
        Refused.Null("actuals", () => CaseReview.Review(ReviewCases.Case, null!, start));
        foreach (YearMonth month in new[] { new YearMonth(2024, 6), new YearMonth(2124, 8), new YearMonth(2125, 1) })
        {
            Refused.OutOfRange("asOf", $"{month}; allowed: from {start} to 100 years later.", () => CaseReview.Review(ReviewCases.Case, nothing, month));
        }

        Assert.Equal(start, CaseReview.Review(ReviewCases.Case, nothing, start).AsOf);

        // A month after the longest evaluation period is answered with the last month of the case, and with a warning.
        Assert.Equal(new YearMonth(2027, 6), CaseReview.Review(ReviewCases.Case, nothing, new YearMonth(2124, 7)).AsOf);
    }

    [Fact]
    public void AnActualOnALineThatIsNotThere_IsRefusedWithItsSide()
    {
        Refused.Argument(
            "actuals", "The case has no cost 'Service' (Cost Service 2025-03 CNY 1); a cost outside the plan is an UnplannedCost.",
            () => ReviewCases.Review([Rows.Cost(ReviewCases.Service, Month, 1)]));
        Refused.Argument(
            "actuals", "The case has no cost 'Service' (Seats Service 2025-03 1/2)", () => ReviewCases.Review([Actual.Seats(ReviewCases.Service, Month, 1, 2)]));
        // Refused before the review by now: no line has the id that stands for all.
        Refused.Argument(
            "text", "The id '*' stands for every line", () => Rows.Benefit(Actual.AllBenefits, Month, 1));
        Refused.Argument(
            "actuals", "The case has no benefit 'Seats' (Adoption Seats 2025-03 1/2)", () => ReviewCases.Review([Actual.Adoption(Month, 1, 2, line: ReviewCases.Seats)]));
    }

    [Fact]
    public void TheRegister_RefusesAPlanThatActualsCannotBeHeldAgainst()
    {
        var day = new LocalDate(2024, 6, 20);
        BenefitsRegister register = BenefitsRegister.Approve(ReviewCases.Case, day);
        Assert.Equal("version 1 of 2024-06-20: as approved", register.Current.ToString());
        Refused.Null("plan", () => BenefitsRegister.Approve(null!, day));
        Refused.Null("plan", () => register.Replan(null!, day, "x"));
        Refused.Argument("reason", "must not be blank", () => register.Replan(ReviewCases.Case, day, " "));
        Refused.Argument(
            "plan", "The new plan is in CNY from 2024-08-01; allowed: CNY from 2024-07-01, as the first version.",
            () => register.Replan(ReviewCases.Case.WithStart(new LocalDate(2024, 8, 1)), day, "later"));
        Refused.Argument(
            "plan", "The new plan is in USD from 2024-07-01; allowed: CNY from 2024-07-01",
            () => register.Replan(Roi.Cases.InvestmentCase.Create("x", Currency.Usd, ReviewCases.Case.GoLive, ReviewCases.Start), day, "abroad"));
        Refused.OutOfRange("approvedOn", "on or after 2024-06-20", () => register.Replan(ReviewCases.Case, day.PlusDays(-1), "earlier"));

        BenefitsRegister second = register.Replan(ReviewCases.Case, day, "same day");
        Assert.Same(second.Current, second.At(day));
        Assert.Same(second.Original, second.At(day.PlusDays(-1)));
        Assert.Equal([1, 2], second.Versions.Select(version => version.Number));
    }
}
