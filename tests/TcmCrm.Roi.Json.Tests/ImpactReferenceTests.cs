using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>A benefit that a study measured is written as the reference that it was read from, member by member.</summary>
public class ImpactReferenceTests
{
    private const string Whole = """
        "category": "salesGrowth", "kind": "impact", "name": "实测增长", "series": "sales.csv", "goLive": "2025-02", "transitionMonths": 1, "otherEvents": ["2024-06", "2025-09"], "control": "branch",
        "promise": 0.08, "lowerIsBetter": false, "seriesKind": "level", "season": "yoy", "scale": "linear", "knownGrowth": 0.05, "knownGrowthHalfWidth": 0.02,
        "booking": "lastMonths", "acceptInconclusive": true, "contributionMargin": 0.4, "baselinePerYear": 1000000
        """;

    private static readonly string[] Members =
    [
        "series", "goLive", "transitionMonths", "otherEvents", "control", "promise", "lowerIsBetter", "seriesKind", "season", "scale", "knownGrowth", "knownGrowthHalfWidth",
        "booking", "acceptInconclusive", "contributionMargin", "baselinePerYear",
    ];

    [Fact]
    public void EveryMember_ReachesTheStudy_AndIsWrittenAgain()
    {
        var asked = new List<ImpactReference>();
        string document = SoundDocument.With("\"category\": \"satisfaction\", \"kind\": \"notMonetised\", \"name\": \"满意\", \"description\": \"better\"", Whole);
        CaseReading reading = CaseDocument.Read(document, Options(asked));
        Assert.Equal([], reading.Problems.Select(p => p.ToString()));

        ImpactReference reference = Assert.Single(asked);
        Assert.Equal(("sales.csv", new YearMonth(2025, 2), 1, "branch"), (reference.Series, reference.GoLive, reference.TransitionMonths, reference.Control));
        Assert.Equal([new YearMonth(2024, 6), new YearMonth(2025, 9)], reference.OtherEvents);
        Assert.Equal((0.08, false, "level"), (reference.Promise, reference.LowerIsBetter, reference.SeriesKind));
        Assert.Equal((SeasonTreatment.YearOnYear, EffectScale.Linear), (reference.Season, reference.Scale));
        Assert.Equal((0.05, 0.02), (reference.KnownGrowth, reference.KnownGrowthHalfWidth));

        BenefitItem item = reading.Case.Benefits.Single(benefit => benefit.Name == "实测增长");
        Assert.Equal(BookedEffect.LastMonths, item.Study!.Booking);
        Assert.True(item.Study.IsInconclusiveAccepted);

        string written = CaseDocument.Write(reading.Case);
        JsonElement benefit = JsonDocument.Parse(written).RootElement.GetProperty("benefits").EnumerateArray().Single(b => b.GetProperty("kind").GetString() == "impact");
        JsonElement source = JsonDocument.Parse("{" + Whole + "}").RootElement;
        Assert.All(Members, member => Assert.True(JsonElement.DeepEquals(source.GetProperty(member), benefit.GetProperty(member)), member));

        CaseReading again = CaseDocument.Read(written, Options(asked));
        Assert.Equal([], again.Problems.Select(p => p.ToString()));
        Assert.Equal(written, CaseDocument.Write(again.Case));
        Assert.Equal(item.Study, again.Case.Benefits.Single(b => b.Name == "实测增长").Study);
    }

    [Theory]
    [InlineData("\"knownGrowth\": 0.05", "\"knownGrowth\": 2")]
    [InlineData("\"knownGrowthHalfWidth\": 0.02", "\"knownGrowthHalfWidth\": -0.1")]
    [InlineData("\"otherEvents\": [\"2024-06\"", "\"otherEvents\": [\"2024-13\"")]
    [InlineData("\"season\": \"yoy\"", "\"season\": \"weekly\"")]
    [InlineData("\"scale\": \"linear\"", "\"scale\": \"cubic\"")]
    [InlineData("\"booking\": \"lastMonths\"", "\"booking\": \"best\"")]
    public void WhatIsNotAllowed_IsNamed(string right, string wrong)
    {
        string document = SoundDocument.With(
            "\"category\": \"satisfaction\", \"kind\": \"notMonetised\", \"name\": \"满意\", \"description\": \"better\"", Whole.Replace(right, wrong, StringComparison.Ordinal));
        string member = wrong.Split('"')[1];
        Assert.Contains(CaseDocument.Read(document, Options([])).Problems, problem => problem.Path.Contains(member, StringComparison.Ordinal));
    }

    /// <summary>As on the command line: 8 for 8 % is asked where the effect is relative, and is a promise in the unit of the values where it is not.</summary>
    [Theory]
    [InlineData("log", "8", true)]
    [InlineData("log", "1", false)]
    [InlineData("linear", "8", false)]
    public void PromiseAboveOne_IsAskedWhereTheEffectIsRelative(string scale, string promise, bool isAsked)
    {
        string line = Whole.Replace("\"promise\": 0.08", "\"promise\": " + promise, StringComparison.Ordinal).Replace("\"scale\": \"linear\"", $"\"scale\": \"{scale}\"", StringComparison.Ordinal);
        string document = SoundDocument.With("\"category\": \"satisfaction\", \"kind\": \"notMonetised\", \"name\": \"满意\", \"description\": \"better\"", line);
        string[] problems = [.. CaseDocument.Read(document, Options([])).Problems.Select(problem => problem.ToString())];
        Assert.Equal(isAsked ? 1 : 0, problems.Length);
        Assert.All(problems, problem => Assert.Contains("800 %", problem, StringComparison.Ordinal));
    }

    private static DocumentReadOptions Options(List<ImpactReference> asked) => new()
    {
        Impacts = reference =>
        {
            asked.Add(reference);
            var sales = new KpiDefinition("Sales", KpiUnit.Money, reference.LowerIsBetter ? KpiDirection.LowerIsBetter : KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);
            double[] values = [.. Enumerable.Range(0, 24).Select(i => (i < 12 ? 1000.0 : 1200.0) + (i * i % 7))];
            return ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromValues(sales, reference.GoLive.PlusMonths(-12), values), reference.GoLive)
                .WithScale(reference.Scale).WithSeason(SeasonTreatment.None));
        },
    };
}
