using System.Globalization;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Tests.Laws;

/// <summary>Every sum that a reader can check in a document comes out to the last minor unit.</summary>
public class PartsSumTests
{
    public static TheoryData<string> Samples => [.. Repository.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_Sums(string name)
    {
        InvestmentCase source = CaseDocument.Read(Repository.Sample(name)).Case;
        CheckResult(source);
        CheckReview(source);
    }

    [Fact]
    public void RandomCases_Sum()
    {
        foreach (InvestmentCase source in RandomCases.Seeded(300))
        {
            CheckResult(source);
            CheckReview(source);
        }
    }

    // A line of -0.006 and one of 0.004: the total of nothing must not leave a cent in either.
    [Theory]
    [InlineData("-0.006 0.006", "0", "-0.01 0.01")]
    [InlineData("-10.333 -10.333 -10.334", "-31", "-10.33 -10.33 -10.34")]
    [InlineData("-5.005 12.345 0", "7.34", "-5 12.34 0")]
    [InlineData("0.004 0.004", "-0.01", "0 -0.01")]
    [InlineData("3.001 900000000000000.25 0", "900000000000004.50", "3 900000000000001.50 0")]
    [InlineData("100.004 -0.004", "100", "100 0")]
    [InlineData("1 2 3", "5.99", "1 2 2.99")]
    [InlineData("-1 -2", "-3.01", "-1 -2.01")]
    public void PartsOfEitherSign_SumToTheirTotal(string exact, string total, string printed)
    {
        decimal[] parts = Printed.Parts(Numbers(exact), Numbers(total)[0], 2);
        Assert.Equal(Numbers(total)[0], parts.Sum());
        Assert.Equal(Numbers(printed), parts);
    }

    [Fact]
    public void PartsOfEitherSign_MoveByLessThanOneUnit()
    {
        var random = new Random(20_250_101);
        for (int round = 0; round < 2_000; round++)
        {
            decimal[] exact = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(-1_000_000, 1_000_000) / 10_000m)];
            decimal total = Printed.Total(exact.Sum(), 2);
            decimal[] parts = Printed.Parts(exact, total, 2);
            Assert.Equal(total, parts.Sum());
            Assert.All(parts.Zip(exact), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 0.01m, $"{pair.Second} was printed as {pair.First}"));
        }
    }

    [Fact]
    public void DifferenceOfTwoPrintedAmounts_IsMadeUpWhereSomethingHappened() =>
        Assert.Equal([10.01m, 20.02m, 20.02m, 20.02m], PrintedParts.Accumulated([10.006m, 20.012m, 20.012m, 20.012m], 20.02m, 0.01m));

    private static void CheckResult(InvestmentCase source)
    {
        JsonElement root = JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(source), new DocumentWriteOptions { Detail = ResultDetail.Full })).RootElement;
        Assert.All(root.GetProperty("horizons").EnumerateArray(), CheckPeriod);
    }

    private static void CheckPeriod(JsonElement h)
    {
        decimal cost = Money(h, "totalCost"), benefit = Money(h, "totalBenefit");
        JsonElement longTerm = h.GetProperty("longTerm");
        Assert.Equal(benefit - cost, Money(h, "netBenefit"));
        Assert.Equal(cost, Sum(h.GetProperty("costByCategory")));
        Assert.All(["benefitByCategory", "benefitByClass", "benefitByEvidence"], group => Assert.Equal(benefit, Sum(h.GetProperty(group))));
        Assert.Equal(Money(longTerm, "totalBenefit"), Sum(longTerm.GetProperty("benefitByCategory")));

        JsonElement[] costs = [.. h.GetProperty("costs").EnumerateArray()];
        JsonElement[] benefits = [.. h.GetProperty("benefits").EnumerateArray().Where(line => line.TryGetProperty("total", out _))];
        CheckCategories(costs, h.GetProperty("costByCategory"));
        CheckCategories([.. benefits.Where(line => !IsLongTerm(line))], h.GetProperty("benefitByCategory"));
        CheckCategories([.. benefits.Where(IsLongTerm)], longTerm.GetProperty("benefitByCategory"));
        CheckGroups([.. benefits.Where(line => !IsLongTerm(line))], h.GetProperty("benefitByClass"), "class");
        CheckGroups([.. benefits.Where(line => !IsLongTerm(line))], h.GetProperty("benefitByEvidence"), "evidence");
        JsonElement[] shares = [.. h.GetProperty("benefitShareByEvidence").EnumerateObject().Select(part => part.Value)];
        Assert.True(shares.All(share => share.ValueKind == JsonValueKind.Object) || shares.Sum(share => share.GetDecimal()) == 1);

        bool isDiscounted = h.GetProperty("presentValueOfCosts").ValueKind == JsonValueKind.String;
        if (isDiscounted)
        {
            Assert.Equal(Money(h, "presentValueOfCosts"), costs.Sum(line => Money(line, "presentValue")));
            Assert.Equal(Money(h, "presentValueOfBenefits"), benefits.Where(line => !IsLongTerm(line)).Sum(line => Money(line, "presentValue")));
            Assert.Equal(Money(longTerm, "presentValueOfBenefits"), benefits.Where(IsLongTerm).Sum(line => Money(line, "presentValue")));
            Assert.Equal(Money(h, "presentValueOfBenefits") - Money(h, "presentValueOfCosts"), Money(h, "netPresentValue"));
        }

        foreach (string table in new[] { "yearlyTable", "monthlyTable" })
        {
            CheckTable([.. h.GetProperty(table).EnumerateArray()], cost, benefit, isDiscounted ? Money(h, "netPresentValue") : null);
        }

        JsonElement cash = h.GetProperty("cashable");
        CheckTable([.. cash.GetProperty("yearlyTable").EnumerateArray()], Money(cash, "totalCost"), Money(cash, "totalBenefit"), isDiscounted ? Money(cash, "netPresentValue") : null);
        CheckBases(h, cash, costs, benefits, isDiscounted);
        CheckYears(h, isDiscounted);
        if (h.TryGetProperty("limits", out JsonElement limits))
        {
            Assert.All(limits.EnumerateObject(), limit => Assert.Equal(Money(limit.Value, "totalBenefit") - cost, Money(limit.Value, "netBenefit")));
        }
    }

    /// <summary>What is cash has the same digits wherever it stands, and what is not is the rest.</summary>
    private static void CheckBases(JsonElement h, JsonElement cash, JsonElement[] costs, JsonElement[] benefits, bool isDiscounted)
    {
        Assert.Equal(Money(cash, "totalBenefit"), Of(h.GetProperty("benefitByClass"), "cashable"));
        Assert.Equal(Money(cash, "totalCost"), Money(h, "totalCost") - Of(h.GetProperty("costByCategory"), "time"));
        JsonElement[] paid = [.. costs.Where(line => line.GetProperty("category").GetString() != "time")];
        JsonElement[] received = [.. benefits.Where(line => !IsLongTerm(line) && line.GetProperty("class").GetString() == "cashable")];
        Assert.Equal(Money(cash, "totalCost"), paid.Sum(line => Money(line, "total")));
        Assert.Equal(Money(cash, "totalBenefit"), received.Sum(line => Money(line, "total")));
        if (isDiscounted)
        {
            Assert.Equal(Money(cash, "presentValueOfCosts"), paid.Sum(line => Money(line, "presentValue")));
            Assert.Equal(Money(cash, "presentValueOfBenefits"), received.Sum(line => Money(line, "presentValue")));
        }

        static decimal Of(JsonElement group, string name) => group.TryGetProperty(name, out JsonElement part) ? Parse(part) : 0;
    }

    private static void CheckCategories(JsonElement[] lines, JsonElement byCategory) => CheckGroups(lines, byCategory, "category");

    private static void CheckGroups(JsonElement[] lines, JsonElement groups, string member) =>
        Assert.All(
            groups.EnumerateObject(),
            group => Assert.Equal(Parse(group.Value), lines.Where(line => line.GetProperty(member).GetString() == group.Name).Sum(line => Money(line, "total"))));

    private static void CheckTable(JsonElement[] rows, decimal cost, decimal benefit, decimal? netPresentValue)
    {
        Assert.Equal(cost, rows.Sum(row => Money(row, "cost")));
        Assert.Equal(benefit, rows.Sum(row => Money(row, "benefit")));
        decimal net = 0, discounted = 0;
        foreach (JsonElement row in rows)
        {
            Assert.Equal(Money(row, "benefit") - Money(row, "cost"), Money(row, "net"));
            net += Money(row, "net");
            Assert.Equal(net, Money(row, "cumulativeNet"));
            if (netPresentValue is not null)
            {
                discounted += Money(row, "discountedNet");
                Assert.Equal(discounted, Money(row, "cumulativeDiscountedNet"));
            }
        }

        Assert.Equal(netPresentValue ?? 0, discounted);
    }

    /// <summary>A year is what its months are.</summary>
    private static void CheckYears(JsonElement h, bool isDiscounted)
    {
        JsonElement[] months = [.. h.GetProperty("monthlyTable").EnumerateArray()];
        foreach (JsonElement year in h.GetProperty("yearlyTable").EnumerateArray())
        {
            JsonElement[] its = [.. months.Where(month => IsWithin(month, year))];
            Assert.NotEmpty(its);
            foreach (string column in isDiscounted ? new[] { "cost", "benefit", "net", "discountedNet" } : ["cost", "benefit", "net"])
            {
                Assert.Equal(Money(year, column), its.Sum(month => Money(month, column)));
            }
        }
    }

    private static bool IsWithin(JsonElement month, JsonElement year)
    {
        string start = month.GetProperty("start").GetString()!, end = month.GetProperty("end").GetString()!;
        string from = year.GetProperty("start").GetString()!, to = year.GetProperty("end").GetString()!;
        return start == end
            ? from == to && from == start
            : from != to && string.CompareOrdinal(start, from) >= 0 && string.CompareOrdinal(end, to) <= 0;
    }

    private static void CheckReview(InvestmentCase source)
    {
        YearMonth asOf = source.Start.ToYearMonth().PlusMonths(8);
        var random = new Random(7);
        var actuals = new List<Actual>();
        for (int month = 0; month < 8; month++)
        {
            YearMonth at = source.Start.ToYearMonth().PlusMonths(month);
            actuals.AddRange(source.Costs.Select(item => Actual.Cost(item.Name, at, new Money(random.Next(1, 90_000_000) / 3_000m, source.Currency))));
            actuals.AddRange(source.Benefits.Where(item => item.Basis.IsMonetized).Select(item => Actual.Benefit(item.Name, at, new Money(random.Next(1, 90_000_000) / 3_000m, source.Currency))));
            actuals.Add(Actual.UnplannedCost("extra", at, new Money(random.Next(1, 9_000_000) / 3_000m, source.Currency)));
        }

        foreach (bool includeLongTerm in new[] { false, true })
        {
            ReviewReport report = CaseReview.Review(source.WithPeriods(EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears), new Actuals(actuals), asOf, new ReviewSettings { IncludeLongTerm = includeLongTerm });
            CheckReview(JsonDocument.Parse(ReviewDocument.Write(report)).RootElement, includeLongTerm);
        }
    }

    private static void CheckReview(JsonElement review, bool includeLongTerm)
    {
        JsonElement[] lines = [.. review.GetProperty("variances").EnumerateArray()];
        JsonElement[] counted = [.. lines.Where(line => includeLongTerm || !IsLongTerm(line))];
        string[] parts = ["timing", "volumeAdoption", "priceRate"];
        foreach (string side in new[] { "cost", "benefit" })
        {
            JsonElement total = review.GetProperty("varianceTotals").GetProperty(side);
            JsonElement[] its = [.. counted.Where(line => line.GetProperty("side").GetString() == side)];
            foreach (string column in (string[])["plan", "actual", "total", .. parts])
            {
                Assert.Equal(Money(total, column), its.Sum(line => Money(line, column)));
            }

            Assert.Equal(Money(review.GetProperty("realised"), side), Money(total, "actual"));
            Assert.Equal(Money(review.GetProperty("planToDate"), side), Money(total, "plan"));
        }

        Assert.All(
            lines.Concat(review.GetProperty("varianceTotals").EnumerateObject().Select(side => side.Value)),
            line =>
            {
                Assert.Equal(Money(line, "actual") - Money(line, "plan"), Money(line, "total"));
                Assert.Equal(Money(line, "total"), parts.Sum(part => Money(line, part)));
            });
        JsonElement longTerm = review.GetProperty("longTerm");
        Assert.Equal(Money(longTerm, "realised"), lines.Where(IsLongTerm).Sum(line => Money(line, "actual")));
        Assert.Equal(Money(longTerm, "planToDate"), lines.Where(IsLongTerm).Sum(line => Money(line, "plan")));
        Assert.All(
            review.GetProperty("forecast").EnumerateArray().SelectMany(f => new[] { f, f.GetProperty("plan") })
                .Concat([review.GetProperty("realised"), review.GetProperty("planToDate")]),
            totals => Assert.Equal(Money(totals, "benefit") - Money(totals, "cost"), Money(totals, "netBenefit")));
        Assert.All(review.GetProperty("register").EnumerateArray(), entry =>
        {
            JsonElement line = lines.Single(l => l.GetProperty("line").GetString() == entry.GetProperty("benefit").GetString() && l.GetProperty("side").GetString() == "benefit");
            Assert.Equal((Money(line, "plan"), Money(line, "actual")), (Money(entry, "plan"), Money(entry, "actual")));
        });
    }

    private static bool IsLongTerm(JsonElement line) => line.GetProperty("longTerm").GetBoolean();

    private static decimal Parse(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static decimal Money(JsonElement holder, string name) => Parse(holder.GetProperty(name));

    private static decimal Sum(JsonElement group) => group.EnumerateObject().Sum(property => Parse(property.Value));

    private static decimal[] Numbers(string text) => [.. text.Split(' ').Select(number => decimal.Parse(number, CultureInfo.InvariantCulture))];
}
