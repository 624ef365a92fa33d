using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Returns;

public class InternalRateOfReturnTests
{
    public static TheoryData<string> Periodic => PublishedReturns.Ids("irr");

    public static TheoryData<string> Dated => PublishedReturns.Ids("xirr");

    [Theory]
    [MemberData(nameof(Periodic))]
    public void PublishedPeriodicSeries_GivesAllItsRates(string id)
    {
        JsonElement item = PublishedReturns.Find("irr", id);
        Agree(item, InternalRateOfReturn.Periodic(PublishedReturns.Numbers(item.GetProperty("inputs").GetProperty("amounts"))));
    }

    [Theory]
    [MemberData(nameof(Dated))]
    public void PublishedDatedSeries_GivesAllItsRates(string id)
    {
        JsonElement item = PublishedReturns.Find("xirr", id);
        JsonElement inputs = item.GetProperty("inputs");
        double[] amounts = PublishedReturns.Numbers(inputs.GetProperty("amounts"));
        LocalDate[] dates = PublishedReturns.Dates(inputs.GetProperty("dates"));
        if (amounts.Length != dates.Length)
        {
            Assert.Equal(JsonValueKind.Object, item.GetProperty("expected").ValueKind);
            Assert.Throws<ArgumentException>(() => InternalRateOfReturn.Dated(amounts, dates));
            return;
        }

        // Two sources use day counts that are not named values of the library; times in years serve them.
        Agree(item, !inputs.TryGetProperty("day_count", out JsonElement dayCount)
            ? InternalRateOfReturn.Dated(amounts, dates)
            : InternalRateOfReturn.Timed(amounts, Array.ConvertAll(dates, date => Years(dayCount.GetString()!, dates[0], date))));
    }

    private static double Years(string dayCount, LocalDate start, LocalDate end) => dayCount switch
    {
        "act/360" => Period.DaysBetween(start, end) / 360.0,
        "30E/360" => ((360 * (end.Year - start.Year)) + (30 * (end.Month - start.Month)) + Math.Min(end.Day, 30) - Math.Min(start.Day, 30)) / 360.0,
        _ => throw new InvalidOperationException("unknown day count " + dayCount),
    };

    private static void Agree(JsonElement item, InternalRateOfReturnResult result)
    {
        JsonElement check = item.GetProperty("check");
        if (check.GetProperty("sign_changes").GetInt32() <= 64)
        {
            Assert.NotEqual(RateProof.NotCertified, result.Proof);
        }

        double tolerance = Math.Max(1e-9, item.GetProperty("tolerance").GetDouble());
        JsonElement expected = item.TryGetProperty("recommended", out JsonElement recommended) ? recommended : item.GetProperty("expected");

        // The independent solver's roots, where it recorded them, are the whole answer.
        if (check.TryGetProperty("roots", out JsonElement roots))
        {
            double[] all = PublishedReturns.Numbers(roots);
            Assert.Equal(all.Length, result.Count);
            for (int i = 0; i < all.Length; i++)
            {
                // One root is so near to -100 % that its file has -1.
                Assert.InRange(Math.Abs(result[i].Rate - all[i]), 0, Math.Max(1e-15, 1e-9 * (1 + all[i])));
            }
        }

        if (expected.ValueKind == JsonValueKind.Number)
        {
            double value = expected.GetDouble();
            Assert.Contains(result.Roots, root => Math.Abs(root.Rate - value) <= Math.Max(tolerance, tolerance * Math.Abs(1 + value)));
        }
        else if (expected.TryGetProperty("all_roots", out JsonElement several))
        {
            Assert.Equal(several.GetArrayLength(), result.Count);
        }
        else
        {
            Assert.True(expected.TryGetProperty("error", out _));
            Assert.Equal(RateStatus.None, result.Status);
            Assert.NotNull(result.Reason);
        }

        Assert.All(result.Roots, root => Assert.InRange(root.RelativeResidual, 0, 1e-12));
    }
}
