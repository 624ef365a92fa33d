using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NodaTime;
using TcmCrm.Roi;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Texts;

namespace RoiPlugin;

/// <summary>A study of before and after, alone and with a control series: every design that has an answer, with its interval.</summary>
internal static class ImpactFigures
{
    internal static void AddTo(FigureList figures)
    {
        KpiSeries treated = Series("华东", 1, effect: 0.12), control = Series("华南", 2, effect: 0);
        var study = new ImpactStudy(treated, new YearMonth(2024, 7));
        Add(figures, "alone", study.WithTransition(1).WithPromise(0.08));
        Add(figures, "with-control", study.WithTransition(1).WithPromise(0.08).WithControls(control));
        Add(figures, "short", new ImpactStudy(Series("华北", 3, effect: 0.05, months: 7), new YearMonth(2022, 5)));
    }

    // Deal size with growth, a yearly wave and a disturbance from a fixed recurrence; higher by the effect from July 2024 on.
    private static KpiSeries Series(string segment, uint seed, double effect, int months = 48)
    {
        var values = new double[months];
        uint state = seed;
        for (int i = 0; i < months; i++)
        {
            state = unchecked((state * 1_664_525) + 1_013_904_223);
            double noise = ((state >> 8) / 16_777_216.0) - 0.5;
            double season = ((i + 3) % 12) / 12.0;
            double level = 10_000 * (1 + (0.004 * i)) * (1 + (0.08 * season)) * (1 + (0.06 * noise));
            values[i] = Math.Round(i >= 30 ? level * (1 + effect) : level, 2);
        }

        return KpiSeries.FromValues(KpiCatalog.AverageDealSize, new YearMonth(2022, 1), values, segment);
    }

    private static void Add(FigureList figures, string name, ImpactStudy study)
    {
        string place = "impact/" + name + "/";
        ImpactResult result = ImpactAnalysis.Run(study);
        figures.Add(place + "verdict", result.Verdict.ToString());
        figures.Add(place + "chosen", result.HasAnswer ? result.Chosen.Method.ToString() : "none");
        figures.Add(place + "chinese", string.Join("\n", result.Summary.Select(Language.Of("zh").Say)).Length.ToString(CultureInfo.InvariantCulture));
        foreach (ImpactEstimate estimate in result.Estimates)
        {
            string method = place + estimate.Method + "/";
            figures.Add(method + "estimate", estimate.Estimate);
            figures.Add(method + "lower", estimate.Lower);
            figures.Add(method + "upper", estimate.Upper);
            figures.Add(method + "p", estimate.PValue);
            figures.Add(method + "rung", estimate.Rung.ToString());
            figures.Add(method + "verdict", estimate.Verdict.ToString());
            if (estimate.Rho is { } rho)
            {
                figures.Add(method + "rho", rho);
            }
        }

        foreach (KeyValuePair<ImpactMethod, Message> design in result.Unavailable)
        {
            figures.Add(place + "unavailable", design.Key + ": " + design.Value);
        }

        foreach (Message warning in result.Warnings)
        {
            figures.Add(place + "warning", warning.Code);
        }
    }
}
