using System;
using System.Collections.Generic;
using NodaTime;
using SAPbobsCOM;
using TcmCrm.Roi.Kpis;

/// <summary>An add-on: the collection rate of each month from a query, assessed against a target.</summary>
public static class SapBusinessOneAddOn
{
    public static KpiAssessment CollectionRate(Recordset records)
    {
        records.DoQuery("SELECT \"Month\", \"Collected\", \"Due\" FROM \"CRM_COLLECTION\" ORDER BY \"Month\"");
        var observations = new List<KpiObservation>();
        for (; !records.EoF; records.MoveNext())
        {
            var month = LocalDate.FromDateTime((DateTime)records.Fields.Item("Month").Value).ToYearMonth();
            double collected = Convert.ToDouble(records.Fields.Item("Collected").Value, System.Globalization.CultureInfo.InvariantCulture);
            double due = Convert.ToDouble(records.Fields.Item("Due").Value, System.Globalization.CultureInfo.InvariantCulture);
            observations.Add(KpiObservation.OfParts(month, collected, due));
        }

        return KpiAssessment.Of(
            KpiSeries.FromObservations(KpiCatalog.CollectionRate, observations),
            KpiAssessmentOptions.Default.WithTarget(new KpiTarget(0.95, new YearMonth(2026, 12))));
    }
}
