using System;
using NodaTime;
using TcmCrm.Roi;
using TcmCrm.Roi.Kpis;

namespace RoiPlugin;

/// <summary>An assessment of a KPI with a target: trend, chart, forecast and states.</summary>
internal static class KpiFigures
{
    internal static void AddTo(FigureList figures)
    {
        Add(figures, "rising", 0.0045, new KpiTarget(0.45, new YearMonth(2026, 12)));
        Add(figures, "flat", 0, new KpiTarget(0.40, new YearMonth(2026, 6)));
    }

    // 30 months with a slope, a yearly wave and a disturbance from a fixed recurrence.
    private static void Add(FigureList figures, string name, double slope, KpiTarget target)
    {
        var values = new double[30];
        uint state = 7;
        for (int i = 0; i < values.Length; i++)
        {
            state = unchecked((state * 1_664_525) + 1_013_904_223);
            double noise = ((state >> 8) / 16_777_216.0) - 0.5;
            values[i] = Math.Round(0.28 + (slope * i) + (0.01 * ((i % 12) - 6) / 6) + (0.02 * noise), 4);
        }

        string place = "kpi/" + name + "/";
        KpiAssessment assessment = KpiAssessment.Of(
            KpiSeries.FromValues(KpiCatalog.WinRate, new YearMonth(2023, 1), values),
            KpiAssessmentOptions.Default.WithTarget(target));
        figures.Add(place + "state", assessment.State.ToString());
        figures.Add(place + "target-state", assessment.TargetState.ToString());
        figures.Add(place + "slope", assessment.Trend.Slope);
        figures.Add(place + "slope-lower", assessment.Trend.CorrectedSlopeLower);
        figures.Add(place + "slope-upper", assessment.Trend.CorrectedSlopeUpper);
        figures.Add(place + "trend-p", assessment.Trend.Test.PValue);
        figures.Add(place + "chart-center", assessment.Chart.Limits.Center);
        figures.Add(place + "chart-upper", assessment.Chart.Limits.Upper);
        figures.Add(place + "alarms", assessment.Chart.Alarms.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        figures.Add(place + "forecast-reason", assessment.Forecast.Reason?.Code ?? "none");
        if (assessment.Forecast.IsAvailable)
        {
            figures.Add(place + "forecast-mean", assessment.Forecast.Mean);
            figures.Add(place + "forecast-lower", assessment.Forecast.Lower);
            figures.Add(place + "forecast-upper", assessment.Forecast.Upper);
            figures.Add(place + "forecast-chance", assessment.Forecast.Chance);
        }

        foreach (Message warning in assessment.Warnings)
        {
            figures.Add(place + "warning", warning.Code);
        }
    }
}
