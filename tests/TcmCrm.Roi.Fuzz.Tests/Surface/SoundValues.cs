using NodaTime;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Fuzz.Tests.Surface;

/// <summary>Values that calls with random arguments do not come to: studies that have an answer, results by tags, what a document says of a study.</summary>
internal static class SoundValues
{
    private static readonly YearMonth Start = new(2022, 1);

    internal static IEnumerable<object> All()
    {
        CaseReading channels = CaseDocument.Read(File.ReadAllText(Repository.PathOf("docs", "samples", "qiantang-three-channels.json")));
        yield return channels.Case;
        foreach (PeriodResult period in RoiEvaluator.Evaluate(channels.Case).Periods)
        {
            yield return period.ByTag();
        }

        var portfolio = new Portfolio.PortfolioEvaluator();
        Portfolio.PortfolioResult sums = portfolio.Sum([portfolio.Evaluate(new Portfolio.PortfolioTenant("a", channels.Case))]);
        yield return sums;
        yield return sums.Totals[0];

        Review.ReviewReport review = Review.CaseReview.Review(channels.Case, new Review.Actuals([]), channels.Case.Start.ToYearMonth().PlusMonths(6));
        yield return review;
        yield return review.Lines[0];

        AnswerValue answer = AnswerDocument.Read(ResultDocument.Write(RoiEvaluator.Evaluate(channels.Case))).Answer;
        yield return answer;
        yield return answer["horizons"].Items[0]["totalCost"];
        yield return new Cases.SharedCostKey("seats", [new("a", 3), new("b", 1)]);
        yield return new WorkingDayTable(new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1), [new LocalDate(2025, 1, 1)], [new LocalDate(2025, 1, 26)]);
        yield return new TcmCrmRoiOptions { DiscountRate = 0.08m };
        ImpactStudy study = new ImpactStudy(Sales("", 1), Start.PlusMonths(30)).WithPromise(0.05);
        ImpactResult result = ImpactAnalysis.Run(study);
        yield return result;
        foreach (ImpactEstimate estimate in result.Estimates)
        {
            yield return estimate;
        }

        yield return ImpactAnalysis.Plan(study);
        KpiSeries[] segments = [Wins("a", 0.3, 0.35, 10), Wins("b", 0.6, 0.65, 40)];
        yield return SegmentedImpact.Run([.. segments.Select(one => new ImpactStudy(one, Start.PlusMonths(30)))]);
        yield return RateMixSplit.Between(segments, Start.PlusMonths(30))!;
        (string?, double)[] answers = [.. Enumerable.Range(0, 40).Select(i => ((string?)("c" + i), (double)(i % 11)))];
        yield return SurveyComparison.Recommendation(answers, [.. answers.Reverse()]);

        foreach (Spreadsheets.CashFlowRecord record in Spreadsheets.CashFlowTable.Read(new MemoryStream("id,date,amount\na,2025-01-01,-5\na,2026-01-01,7\nb,x,1\n"u8.ToArray())).Series)
        {
            yield return record;
        }

        // The library makes the reference, a host only reads it.
        ImpactReference? asked = null;
        string document = """
            {"schemaVersion":"1.0","name":"x","currency":"CNY","start":"2025-01-01","costs":[],"benefits":[
            {"category":"salesGrowth","kind":"impact","name":"b","series":"sales.csv","contributionMargin":0.4,"control":"c","promise":0.05}]}
            """;
        CaseDocument.Read(document, new DocumentReadOptions
        {
            Impacts = reference =>
            {
                asked = reference;
                return result;
            },
        });
        yield return asked!;
    }

    private static KpiSeries Sales(string segment, int seed)
    {
        var random = new Random(seed);
        return KpiSeries.FromValues(
            KpiCatalog.SalesRevenue, Start, [.. Enumerable.Range(0, 48).Select(i => (double?)(1_000 + (100 * Math.Sin(i * Math.PI / 6)) + (20 * random.NextDouble()) + (i >= 30 ? 120 : 0)))], segment);
    }

    private static KpiSeries Wins(string segment, double before, double after, int growth)
    {
        double?[] offers = [.. Enumerable.Range(0, 48).Select(i => (double?)(100 + (growth * i / 10)))];
        return KpiSeries.FromParts(KpiCatalog.WinRate, Start, [.. offers.Select((offer, i) => (double?)(Math.Round((i >= 30 ? after : before) * offer!.Value) + (i % 3)))], offers, segment);
    }
}
