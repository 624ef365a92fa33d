using System.Text.Json;
using TcmCrm.Roi.Periods;
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
        DayCount dayCount = !inputs.TryGetProperty("day_count", out JsonElement named) ? DayCount.Actual365Fixed : named.GetString() switch
        {
            "30/360" or "30/360 ISDA" or "30/360 isda" => DayCount.Thirty360,
            "act/act" or "ACT/ACT ISDA" or "act/act isda" => DayCount.ActualActualIsda,
            string other => throw new InvalidOperationException("unknown day count " + other),
            null => throw new InvalidOperationException("no day count"),
        };
        Agree(item, InternalRateOfReturn.Dated(
            PublishedReturns.Numbers(inputs.GetProperty("amounts")), PublishedReturns.Dates(inputs.GetProperty("dates")), dayCount));
    }

    private static void Agree(JsonElement item, InternalRateOfReturnResult result)
    {
        Assert.NotEqual(RateProof.NotCertified, result.Proof);
        double tolerance = Math.Max(1e-9, item.GetProperty("tolerance").GetDouble());
        JsonElement expected = item.TryGetProperty("recommended", out JsonElement recommended) ? recommended : item.GetProperty("expected");

        // The independent solver's roots, where it recorded them, are the whole answer.
        if (item.GetProperty("check").TryGetProperty("roots", out JsonElement roots))
        {
            double[] all = PublishedReturns.Numbers(roots);
            Assert.Equal(all.Length, result.Count);
            for (int i = 0; i < all.Length; i++)
            {
                Assert.InRange(Math.Abs(result[i].Rate - all[i]) / (1 + all[i]), 0, 1e-9);
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
