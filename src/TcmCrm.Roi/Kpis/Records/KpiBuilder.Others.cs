namespace TcmCrm.Roi.Kpis;

/// <content>The series of prescriptions, answers and receivables.</content>
public sealed partial class KpiBuilder
{
    /// <summary>处方增长率: prescriptions of a month over those of the same month a year before, less one.</summary>
    private void BuildPrescriptions(int through, List<KpiSeries> series)
    {
        foreach (string segment in prescriptions.Segments)
        {
            (int first, double?[] counts) = prescriptions.Of(segment, through);
            var growth = new double?[counts.Length];
            for (int i = 12; i < counts.Length; i++)
            {
                growth[i] = counts[i] is { } now && counts[i - 12] is > 0 and { } before ? (now / before) - 1 : null;
            }

            AddValues(series, KpiCatalog.PrescriptionGrowth, segment, first, growth);
        }
    }

    private void BuildAnswers(int through, List<KpiSeries> series)
    {
        foreach (IGrouping<KpiSurveyQuestion, KeyValuePair<(KpiSurveyQuestion Question, int Month), (double Numerator, long Count)>> asked
            in answers.Where(pair => pair.Key.Month <= through).GroupBy(pair => pair.Key.Question))
        {
            KpiDefinition kpi = asked.Key switch
            {
                KpiSurveyQuestion.Satisfaction => KpiCatalog.Csat,
                KpiSurveyQuestion.Recommendation => KpiCatalog.Nps,
                _ => KpiCatalog.Ces,
            };
            series.Add(KpiSeries.FromObservations(kpi, asked.Select(pair => KpiObservation.OfParts(MonthAt(pair.Key.Month), pair.Value.Numerator, pair.Value.Count))));
        }
    }

    private void BuildLedger(SalesLedger whole, int from, int through, List<KpiSeries> series)
    {
        KeyValuePair<int, Ledger>[] months = [.. receivables.Where(pair => pair.Key <= through)];
        KpiObservation[] collected =
        [
            .. months.Where(pair => pair.Value.Collected is not null && pair.Value.Due is not null)
                .Select(pair => KpiObservation.OfParts(MonthAt(pair.Key), (double)pair.Value.Collected!.Value, (double)pair.Value.Due!.Value)),
        ];
        if (collected.Length > 0)
        {
            series.Add(KpiSeries.FromObservations(KpiCatalog.CollectionRate, collected));
        }

        KpiObservation[] balances =
        [
            .. months.Where(pair => (pair.Value.CreditSales is not null || pair.Key >= from) && pair.Value.Balance is >= 0 && SalesOf(whole, pair) is > 0)
                .Select(pair => KpiObservation.OfParts(MonthAt(pair.Key), (double)pair.Value.Balance!.Value, (double)SalesOf(whole, pair)!.Value)),
        ];
        if (balances.Length > 0)
        {
            series.Add(KpiSeries.FromObservations(KpiCatalog.Dso, balances));
        }
    }

    private static decimal? SalesOf(SalesLedger whole, KeyValuePair<int, Ledger> month)
    {
        int index = month.Key - whole.FirstMonth;
        return month.Value.CreditSales ?? (index >= 0 && index < whole.MonthCount ? whole.At(index).Revenue : null);
    }
}
