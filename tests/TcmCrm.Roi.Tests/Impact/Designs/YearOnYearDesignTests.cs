using NodaTime;
using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Impact.ImpactOracle;

namespace TcmCrm.Roi.Tests.Impact;

public class YearOnYearDesignTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void ThreePairs_GiveThePairedT()
    {
        // 2022-04 to 2022-06 against 2021-04 to 2021-06: differences 3, 5 and 10, mean 6, variance (9 + 1 + 16) / 2 = 13.
        EstimateDraft draft = Draft(Linear(new(2021, 4), [10, 20, 30, 7, 8, 9, 7, 8, 9, 7, 8, 9, 13, 25, 40], new(2022, 4)));
        double error = Math.Sqrt(13.0 / 3);
        AssertStudent(draft, 6, error, 2);

        // With two degrees of freedom p = 1 - t / sqrt(2 + t^2).
        double t = 6 / error;
        Near(1 - (t / Math.Sqrt(2 + (t * t))), draft.PValue, "p");
        Assert.Equal((3.0, 3.0, 3.0), (draft.ObservationsBefore, draft.ObservationsAfter, draft.EffectiveObservations));
        Assert.Equal(EvidenceRung.YearOnYear, draft.Rung);
        Assert.True(draft.IsSeasonAdjusted && draft.MayBeChosen && draft.CanBeTrusted);
        Assert.Null(draft.Rho);
        Assert.Equal(["independentMonths", "sameYear", "nothingElseChanged"], Codes(draft.Assumptions));
        Assert.Equal("3 year-on-year pairs, fewer than 6: the interval assumes that they are independent.", Assert.Single(draft.Warnings).InEnglish());

        // More pairs to come, until the year is full: the same deviation over 3 + m pairs, twelve at most.
        Near(Detectable(error, 2), draft.Detectable!(0), "now");
        Near(Detectable(Math.Sqrt(13.0 / 7), 6), draft.Detectable!(4), "in four months");
        Near(Detectable(Math.Sqrt(13.0 / 12), 11), draft.Detectable!(9), "after a year");
        Near(Detectable(Math.Sqrt(13.0 / 12), 11), draft.Detectable!(30), "later");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public void PairsThatDifferByRoundingOnly_HaveNoVariation(int pairs)
    {
        // Each month 0.1 more than the year before: 100.2 - 100.1 and 1000.4 - 1000.3 are not the same double.
        double[] year = [100.1, 10.2, 1000.3, 90.7, 55.5, 1.3, 770.1, 20.4, 333.3, 8.1, 9.9, 410.7];
        double[] added = [.. year, .. year.Take(pairs).Select(v => v + 0.1)];
        double[] grown = [.. year, .. year.Take(pairs).Select(v => v * 1.1)];
        Assert.False(HasYearOnYear(Linear(new(2021, 4), added, new(2022, 4))));
        Assert.False(HasYearOnYear(new ImpactStudy(Series(new(2021, 4), grown), new(2022, 4))));
        added[12] += 1e-6;
        Assert.True(HasYearOnYear(Linear(new(2021, 4), added, new(2022, 4))));
    }

    [Fact]
    public void OnTheLogScale_TheDifferencesAreRatios()
    {
        double[] y = [100, 200, 300, 400, 7, 8, 9, 7, 8, 9, 7, 8, 110, 240, 390, 480];
        EstimateDraft draft = Draft(new ImpactStudy(Series(new(2021, 4), y), new(2022, 4)));
        double[] ratios = [Math.Log(1.1), Math.Log(1.2), Math.Log(1.3), Math.Log(1.2)];
        AssertStudent(draft, Mean(ratios), Math.Sqrt(Variance(ratios) / 4), 3);
        Near(Math.Exp(Detectable(Math.Sqrt(Variance(ratios) / 4), 3)) - 1, draft.Detectable!(0), "detectable");
    }

    [Fact]
    public void JanuaryAndFebruary_AreOnePairOfTheirMeans()
    {
        // Means of 15 and 18, then 5 more in March and 10 more in April: differences 3, 5, 10 again, from four months.
        double[] y = [10, 20, 50, 60, 1, 2, 3, 4, 5, 6, 7, 8, 14, 22, 55, 70];
        EstimateDraft draft = Draft(Linear(new(2021, 1), y, new(2022, 1)));
        AssertStudent(draft, 6, Math.Sqrt(13.0 / 3), 2);
        Assert.Equal((4.0, 4.0, 3.0), (draft.ObservationsBefore, draft.ObservationsAfter, draft.EffectiveObservations));
        Assert.Equal(["fewPairs"], Codes(draft.Warnings));
    }

    [Fact]
    public void AKpiThatDoesNotKnowTheFestival_HasTwelvePairsAYear()
    {
        // The festival of 2022 began on 1 February, that of 2023 on 22 January: both months shifted, and neither is left out nor merged.
        double[] y = [10, 20, 30, 7, 8, 9, 7, 8, 9, 7, 8, 9, 13, 25, 40];
        EstimateDraft draft = Draft(Linear(new(2022, 1), y, new(2023, 1)).WithSeason(SeasonTreatment.Auto, SpringFestivalTreatment.None));
        AssertStudent(draft, 6, Math.Sqrt(13.0 / 3), 2);
        Assert.Equal((3.0, 3.0, 3.0), (draft.ObservationsBefore, draft.ObservationsAfter, draft.EffectiveObservations));
        Assert.Equal(["fewPairs"], Codes(draft.Warnings));
    }

    [Fact]
    public void SixPairs_AreAConstantWithFirstOrderErrors()
    {
        double[] first = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
        double[] changes = [4, 3, 6, 5, 2, 3, 7, 6];
        EstimateDraft draft = Draft(Linear(new(2021, 4), [.. first, .. changes.Select((d, i) => first[i] + d)], new(2022, 4)));
        AssertConstant(draft, changes, [.. Enumerable.Range(0, 8)]);
        Assert.Equal((8.0, 8.0), (draft.ObservationsBefore, draft.ObservationsAfter));
        Assert.Equal(["firstOrderErrors", "sameYear", "nothingElseChanged"], Codes(draft.Assumptions));
        Assert.Empty(draft.Warnings);
        Assert.Equal(["fewPairs"], Codes(Draft(Linear(new(2021, 4), [.. first, .. changes.Take(5).Select((d, i) => first[i] + d)], new(2022, 4))).Warnings));
        Assert.Empty(Draft(Linear(new(2021, 4), [.. first, .. changes.Take(6).Select((d, i) => first[i] + d)], new(2022, 4))).Warnings);
    }

    [Fact]
    public void AMonthWithoutItsYearBefore_IsNoPair_AndAGapIsOneInTime()
    {
        // 2021-07 was not observed: pairs in April to June and August to November.
        double[] first = [10, 20, 30, Gap, 50, 60, 70, 80, 90, 100, 110, 120];
        double[] changes = [4, 3, 6, 5, 2, 3, 7, 6];
        EstimateDraft draft = Draft(Linear(
            new(2021, 4), [.. first, .. changes.Select((d, i) => (i == 3 ? 40 : first[i]) + d)], new(2022, 4)));
        AssertConstant(draft, [4, 3, 6, 2, 3, 7, 6], [0, 1, 2, 4, 5, 6, 7]);
        Assert.Equal((7.0, 7.0), (draft.ObservationsBefore, draft.ObservationsAfter));
    }

    [Theory]
    [InlineData(SpringFestivalTreatment.Auto)]
    [InlineData(SpringFestivalTreatment.None)]
    public void OverNewYear_TheClockCountsPairs(SpringFestivalTreatment festival)
    {
        // Go-live in November 2021, ten months. Merged, January and February are one tick of a year of eleven.
        double[] first = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
        double[] changes = [2, 4, 3, 6, 8, 7, 9, 6, 5, 1];
        EstimateDraft draft = Draft(Linear(
            new(2020, 11), [.. first, .. changes.Select((d, i) => first[i] + d)], new(2021, 11)).WithSeason(SeasonTreatment.Auto, festival));
        double[] expected = festival == SpringFestivalTreatment.None ? changes : [2, 4, 4.5, 8, 7, 9, 6, 5, 1];
        AssertConstant(draft, expected, [.. Enumerable.Range(0, expected.Length)]);
        Assert.Equal((10.0, 10.0), (draft.ObservationsBefore, draft.ObservationsAfter));
    }

    [Fact]
    public void TooFewPairs_AreRefused()
    {
        // March has no year before; two of the three months after do.
        StudyContext two = Run(Linear(new(2021, 4), [10, 20, 30, 7, 8, 9, 7, 8, 9, 7, 8, 9, 13, 25], new(2022, 3)));
        Assert.Equal("2 months after have the same month of the year before go-live; at least 3 are needed.", Refused(two));

        // Three months, but January and February count as one.
        StudyContext merged = Run(Linear(new(2021, 1), [10, 20, 50, 60, 1, 2, 3, 4, 5, 6, 7, 8, 14, 22, 55], new(2022, 1)));
        Assert.Equal("2 months after have the same month of the year before go-live; at least 3 are needed.", Refused(merged));
    }

    [Fact]
    public void PairsThatAllDifferAlike_AreRefused()
    {
        double[] first = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
        StudyContext three = Run(Linear(new(2021, 4), [.. first, 15, 25, 35], new(2022, 4)));
        Assert.Equal(NoVariation, Refused(three));

        // Seven differences of one, but for rounding in the last.
        double[] rounding = [1, 1, 1, 1, 1, 1, 1 + double.ScaleB(1, -51)];
        StudyContext seven = Run(Linear(new(2021, 4), [.. new double[12], .. rounding], new(2022, 4)));
        Assert.Equal(NoVariation, Refused(seven));
    }

    [Fact]
    public void EventTime_HasNoYearBefore()
    {
        double[] y = [10, 20, 30, 7, 8, 9, 7, 8, 9, 7, 8, 9, 13, 25, 40];
        StudySeries calendar = new(Month(2021, 4), y, Month(2022, 4), 0, isLog: false, hasCalendar: true);
        StudySeries eventTime = new(Month(2021, 4), y, Month(2022, 4), 0, isLog: false, hasCalendar: false);
        Assert.Equal(3, YearOnYearDesign.CountPairs(calendar));
        Assert.Equal(0, YearOnYearDesign.CountPairs(eventTime));
        var context = new StudyContext(Linear(new(2021, 4), y, new(2022, 4)), eventTime, EffectUnit.KpiUnit);
        YearOnYearDesign.Run(context);
        Assert.Equal("0 months after have the same month of the year before go-live; at least 3 are needed.", Refused(context));
    }

    [Theory]
    [InlineData(2021, 0.33, 0.67)] // February 2022 and January 2023 hold a whole festival each, February 2021 one and January 2022 none.
    [InlineData(2024, 0.48, 0.19)] // 2024-02 one, 2025-01 3/7; 2025-02 4/7, 2026-01 none: 10/21 against 4/21.
    public void FestivalMonthsThatCannotBeLeftOut_AreStated(int year, double before, double now)
    {
        // After go-live in February only that month, March and the next January were observed: three pairs.
        double[] y = [10, 20, 30, 7, 8, 9, 7, 8, 9, 7, 8, 9, 13, 25, Gap, Gap, Gap, Gap, Gap, Gap, Gap, Gap, Gap, 17];
        EstimateDraft draft = Draft(Linear(new(year, 2), y, new(year + 1, 2)));
        Assert.Equal(3, draft.ObservationsAfter);
        Assert.Equal(["fewPairs", "springFestivalUnbalanced"], Codes(draft.Warnings));
        string expected = FormattableString.Invariant($"({before:0.00} of it a month before, {now:0.00} after), which moves trade.");
        Assert.Contains(expected, draft.Warnings[1].InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void ALoneFestivalMonth_IsLeftOutWhereThreePairsRemain()
    {
        // January 2025 held 3/7 of a festival, January 2024 none; February 2025 is still to come.
        double[] y = [10, 20, 30, 40, 5, 5, 5, 5, 5, 5, 5, 5, 13, 25, 40, 90];
        EstimateDraft draft = Draft(Linear(new(2023, 10), y, new(2024, 10)));
        AssertStudent(draft, 6, Math.Sqrt(13.0 / 3), 2);
        Assert.Equal((3.0, 3.0), (draft.ObservationsBefore, draft.ObservationsAfter));
        Assert.Equal(["fewPairs", "springFestivalUnbalanced"], Codes(draft.Warnings));
        Assert.StartsWith("1 month, January or February without the other, was left out", draft.Warnings[1].InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void ALoneFestivalMonth_StaysWhereTheFestivalDidNotMove()
    {
        // February 2021 and February 2022 each held a whole festival: all four pairs count.
        EstimateDraft draft = Draft(Linear(new(2021, 2), [10, 20, 30, 40, 5, 5, 5, 5, 5, 5, 5, 5, 13, 25, 40, 42], new(2022, 2)));
        AssertStudent(draft, 5, Math.Sqrt(Variance([3, 5, 10, 2]) / 4), 3);
        Assert.Equal(["fewPairs"], Codes(draft.Warnings));
    }

    private const string NoVariation = "The values do not vary about the design: there is nothing to estimate an error from.";

    private static StudyContext Run(ImpactStudy study)
    {
        StudyContext context = Prepare(study);
        YearOnYearDesign.Run(context);
        return context;
    }

    private static EstimateDraft Draft(ImpactStudy study)
    {
        StudyContext context = Run(study);
        Assert.Empty(context.Unavailable);
        return Assert.Single(context.Drafts);
    }

    private static string Refused(StudyContext context)
    {
        Assert.Empty(context.Drafts);
        KeyValuePair<ImpactMethod, Message> refused = Assert.Single(context.Unavailable);
        Assert.Equal(ImpactMethod.YearOnYear, refused.Key);
        return refused.Value.InEnglish();
    }

    private static void AssertConstant(EstimateDraft draft, double[] differences, int[] clock)
    {
        int n = differences.Length;
        double rho = draft.Rho!.Value;
        Assert.True(Math.Abs(rho) is > 0.05 and < 0.9, $"rho {rho} tells clocks apart");
        double[][] Ones(int count) => [.. Enumerable.Repeat((double[])[1], count)];
        (double[] beta, double[,] covariance, double scale) = Regression(Ones(n), differences, clock, rho);
        AssertStudent(draft, beta[0], Math.Sqrt(covariance[0, 0]), Math.Max(Effective(n, rho) - 1, 2));
        Near(Effective(n, rho), draft.EffectiveObservations, "effective observations");
        foreach (int months in (int[])[0, 1, 12 - n, 40])
        {
            int added = Math.Min(months, 12 - n);
            int[] longer = [.. clock, .. Enumerable.Range(1, added).Select(i => clock[^1] + i)];
            double error = ErrorOf(Ones(n + added), longer, rho, scale, 0);
            Near(Detectable(error, Math.Max(Effective(n + added, rho) - 1, 2)), draft.Detectable!(months), $"in {months} months");
        }
    }

    private static bool HasYearOnYear(ImpactStudy study) => ImpactAnalysis.Run(study).Estimates.Any(estimate => estimate.Method == ImpactMethod.YearOnYear);
}
