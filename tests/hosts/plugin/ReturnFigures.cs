using System;
using NodaTime;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace RoiPlugin;

/// <summary>Rates of return of series that are easy, hard, ambiguous and without an answer.</summary>
internal static class ReturnFigures
{
    internal static void AddTo(FigureList figures)
    {
        Add(figures, "simple", InternalRateOfReturn.Periodic([-70_000, 12_000, 15_000, 18_000, 21_000, 26_000]));
        Add(figures, "two-roots", InternalRateOfReturn.Periodic([-1_600, 10_000, -10_000]));
        Add(figures, "never-changes-sign", InternalRateOfReturn.Periodic([100, 200, 300]));
        Add(figures, "deep-loss", InternalRateOfReturn.Periodic([-1_000_000, 3, 2, 1]));
        Add(figures, "dated", InternalRateOfReturn.Dated(
            [-10_000, 2_750, 4_250, 3_250, 2_750],
            [new LocalDate(2008, 1, 1), new LocalDate(2008, 3, 1), new LocalDate(2008, 10, 30), new LocalDate(2009, 2, 15), new LocalDate(2009, 4, 1)],
            DayCount.Actual365Fixed));
        Add(figures, "many", InternalRateOfReturn.Periodic(Many()));
    }

    // 120 months with both signs, from a fixed recurrence so that every host computes the same series.
    private static double[] Many()
    {
        var amounts = new double[120];
        uint state = 20250301;
        for (int i = 0; i < amounts.Length; i++)
        {
            state = unchecked((state * 1_664_525) + 1_013_904_223);
            amounts[i] = Math.Round(((state >> 8) / 16_777_216.0 * 2_000) - (i < 12 ? 1_900 : 400), 2);
        }

        return amounts;
    }

    private static void Add(FigureList figures, string name, InternalRateOfReturnResult result)
    {
        string place = "returns/" + name + "/";
        figures.Add(place + "status", result.Status.ToString());
        figures.Add(place + "proof", result.Proof.ToString());
        figures.Add(place + "reason", result.Reason?.ToString() ?? "-");
        for (int i = 0; i < result.Count; i++)
        {
            figures.Add(place + "rate/" + i, result[i].Rate);
        }
    }
}
