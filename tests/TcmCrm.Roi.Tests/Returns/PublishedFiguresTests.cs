using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>NPV, XNPV and MIRR against the published and independently computed answers.</summary>
public class PublishedFiguresTests
{
    public static TheoryData<string> NetPresentValues => PublishedReturns.Ids("npv");

    public static TheoryData<string> DatedValues => PublishedReturns.Ids("xnpv");

    public static TheoryData<string> ModifiedRates => PublishedReturns.Ids("mirr");

    [Theory]
    [MemberData(nameof(NetPresentValues))]
    public void PublishedPeriodicValue_IsComputed(string id)
    {
        JsonElement item = PublishedReturns.Find("npv", id);
        JsonElement inputs = item.GetProperty("inputs");
        double[] amounts = PublishedReturns.Numbers(inputs.GetProperty("amounts"));
        double rate = inputs.GetProperty("rate").GetDouble();
        PeriodicTiming timing = inputs.GetProperty("first_period").GetInt32() == 0 ? PeriodicTiming.StartAtZero : PeriodicTiming.EndOfFirstPeriod;
        if (rate <= -1)
        {
            Assert.True(item.GetProperty("excel_compat_only").GetBoolean());
            Assert.Throws<ArgumentOutOfRangeException>(() => NetPresentValue.Periodic(amounts, rate, timing));
            return;
        }

        Agree(item, NetPresentValue.Periodic(amounts, rate, timing));
    }

    [Theory]
    [MemberData(nameof(DatedValues))]
    public void PublishedDatedValue_IsComputed(string id)
    {
        JsonElement item = PublishedReturns.Find("xnpv", id);
        JsonElement inputs = item.GetProperty("inputs");
        double[] amounts = PublishedReturns.Numbers(inputs.GetProperty("amounts"));
        LocalDate[] dates = PublishedReturns.Dates(inputs.GetProperty("dates"));
        double rate = inputs.GetProperty("rate").GetDouble();
        if (rate <= -1)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => NetPresentValue.Dated(amounts, dates, rate));
            return;
        }

        Figure<double> value = NetPresentValue.Dated(amounts, dates, rate);
        if (item.GetProperty("expected").ValueKind == JsonValueKind.Number)
        {
            Agree(item, value);
        }
        else
        {
            // PhpSpreadsheet refuses flows of one sign; the formula does not, and the file records its value.
            Assert.Contains("1992.29610984", item.GetProperty("check").GetProperty("note").GetString(), StringComparison.Ordinal);
            Assert.Equal(1992.2961098479918, Math.Abs(value.Value), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(ModifiedRates))]
    public void PublishedModifiedRate_IsComputed(string id)
    {
        JsonElement item = PublishedReturns.Find("mirr", id);
        JsonElement inputs = item.GetProperty("inputs");
        double[] amounts = PublishedReturns.Numbers(inputs.GetProperty("amounts"));
        double finance = inputs.GetProperty("finance_rate").GetDouble();
        double reinvest = inputs.GetProperty("reinvest_rate").GetDouble();
        if (finance <= -1 || reinvest <= -1)
        {
            Assert.True(item.GetProperty("excel_compat_only").GetBoolean());
            Assert.Throws<ArgumentOutOfRangeException>(() => ModifiedInternalRateOfReturn.Periodic(amounts, finance, reinvest));
            return;
        }

        Figure<double> value = ModifiedInternalRateOfReturn.Periodic(amounts, finance, reinvest);
        if (item.GetProperty("expected").ValueKind == JsonValueKind.Object)
        {
            Assert.False(value.IsApplicable);
            return;
        }

        Agree(item, value);
    }

    private static void Agree(JsonElement item, Figure<double> value)
    {
        double expected = item.GetProperty("expected").GetDouble();
        Assert.InRange(Math.Abs(value.Value - expected), 0, Math.Max(item.GetProperty("tolerance").GetDouble(), 1e-9 * Math.Abs(expected)));
    }
}
