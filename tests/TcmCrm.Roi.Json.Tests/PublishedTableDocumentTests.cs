using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>Published Total Economic Impact tables, written as case documents by hand-made JSON (not by the library's own writer), read, evaluated
/// and looked up in the result document. The source of each table stands in its file.</summary>
public class PublishedTableDocumentTests
{
    private const decimal Tolerance = 2;
    private static readonly string[] Dates = ["2025-01-01", "2025-12-31", "2026-12-31", "2027-12-31"];

    public static TheoryData<string> Tables => ["tei-m365-e5-2018", "tei-o365-retail", "tei-o365-smb", "tei-power-bi", "tei-salesloft", "tei-windows-10"];

    public static TheoryData<string> TablesWithDrivers => ["tei-o365-retail", "tei-o365-smb", "tei-windows-10"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void ResultDocument_HoldsThePrintedFigures(string name)
    {
        JsonElement table = Table(name);
        JsonElement result = Evaluate(Document(table, line => Numbers(line.GetProperty("cashflows")), _ => (null, 0m)));
        JsonElement printed = table.GetProperty("publishedCashFlow");
        decimal[] costs = Numbers(printed.GetProperty("costs")), benefits = Numbers(printed.GetProperty("benefits")), net = Numbers(printed.GetProperty("net"));
        JsonElement[] rows = [.. result.GetProperty("yearlyTable").EnumerateArray()];
        for (int column = 0; column < 4; column++)
        {
            Near(costs[column], Money(rows[column], "cost"));
            Near(benefits[column], Money(rows[column], "benefit"));
            Near(net[column], Money(rows[column], "net"));
        }

        foreach (string side in new[] { "costs", "benefits" })
        {
            JsonElement[] lines = Lines(table, side);
            JsonElement[] found = [.. result.GetProperty(side).EnumerateArray()];
            Assert.Equal(lines.Length, found.Length);
            for (int i = 0; i < lines.Length; i++)
            {
                Near(Number(lines[i].GetProperty("publishedPresentValue")), Money(found[i], "presentValue"));
                Near(Number(lines[i].GetProperty("publishedTotal")), Money(found[i], "total"));
            }
        }

        // Sums of printed lines drift from printed sums of unrounded ones by up to a unit a line and year.
        int slack = Lines(table, "costs").Length + Lines(table, "benefits").Length;
        Near(net[5], Money(result, "netPresentValue"), Math.Max(Tolerance, slack / 2m));
        Assert.Equal(Number(table.GetProperty("published").GetProperty("roiPercent")), Percent(result.GetProperty("discountedRoi")));
        if (table.GetProperty("published").TryGetProperty("irrPercent", out JsonElement irr) && irr.ValueKind == JsonValueKind.Number)
        {
            JsonElement rates = result.GetProperty("internalRateOfReturn");
            Assert.Equal("unique", rates.GetProperty("status").GetString());
            Assert.Equal(Number(irr), Percent(rates.GetProperty("rates")[0]));
        }
    }

    [Theory]
    [MemberData(nameof(TablesWithDrivers))]
    public void RiskAdjustmentOfTheLibrary_GivesThePrintedAdjustedColumns(string name)
    {
        JsonElement table = Table(name);
        JsonElement drivers = table.GetProperty("driverLines");
        JsonElement result = Evaluate(Document(
            table,
            line => Numbers(Driver(line) is { } d ? d.GetProperty("unadjusted") : line.GetProperty("cashflows")),
            line => Driver(line) is { } d ? Risk(Number(d.GetProperty("riskAdjustment"))) : (null, 0m)));
        foreach (string side in new[] { "costs", "benefits" })
        {
            foreach ((JsonElement line, JsonElement found) in Lines(table, side).Zip(result.GetProperty(side).EnumerateArray()))
            {
                Near(Number(line.GetProperty("publishedTotal")), Money(found, "total"));
                Near(Number(line.GetProperty("publishedPresentValue")), Money(found, "presentValue"));
            }
        }

        Assert.Equal(Number(table.GetProperty("published").GetProperty("roiPercent")), Percent(result.GetProperty("discountedRoi")));

        JsonElement? Driver(JsonElement line) => drivers.TryGetProperty(line.GetProperty("ref").GetString()!, out JsonElement d) ? d : null;
    }

    [Fact]
    public void PrintedDefects_AreFoundAndNotCopied()
    {
        // Windows 10, line F: the printed formula F3*F4*F5*F6*2080 does not give the printed value; with F7 it does.
        JsonElement mobile = Table("tei-windows-10").GetProperty("driverLines").GetProperty("Ftr");
        decimal product = Value(mobile, "F3", 2) * Value(mobile, "F4", 2) * Value(mobile, "F5", 2) * Value(mobile, "F6", 2) * 2080;
        decimal printed = Numbers(mobile.GetProperty("unadjusted"))[3];
        Assert.NotEqual(printed, product);
        Assert.Equal(printed, product * Value(mobile, "F7", 2));

        // Office 365 SMB, line C: B1+B2+B3 is printed, B1+B2+B3*B4 is what the value holds.
        JsonElement hardware = Table("tei-o365-smb").GetProperty("driverLines").GetProperty("Ctr");
        decimal fixedPart = Value(hardware, "B1", 0) + Value(hardware, "B2", 0);
        decimal first = Numbers(hardware.GetProperty("unadjusted"))[1];
        Assert.NotEqual(first, fixedPart + Value(hardware, "B3", 0));
        Assert.Equal(first, fixedPart + (Value(hardware, "B3", 0) * Value(hardware, "B4", 0)));

        // Office 365 retail, line L: hours a month enter a yearly amount without the factor 12.
        JsonElement hours = Table("tei-o365-retail").GetProperty("driverLines").GetProperty("Ltr");
        decimal monthly = Value(hours, "L1", 0) * Value(hours, "L2", 0) * Value(hours, "L3", 0) * Value(hours, "L4", 0) * Value(hours, "L6", 0);
        decimal yearly = Numbers(hours.GetProperty("unadjusted"))[1];
        Assert.Equal(yearly, monthly);
        Assert.NotEqual(yearly, 12 * monthly);

        // Microsoft 365 E5: the printed ten months are not where the printed cash flows cross zero.
        JsonElement result = Evaluate(Document(Table("tei-m365-e5-2018"), line => Numbers(line.GetProperty("cashflows")), _ => (null, 0m)));
        Assert.InRange(result.GetProperty("paybackMonths").GetDouble(), 7.64, 7.66);
    }

    private static string Document(JsonElement table, Func<JsonElement, decimal[]> columns, Func<JsonElement, (string? Name, decimal Value)> risk)
    {
        return new JsonObject
        {
            ["schemaVersion"] = "1.0",
            ["name"] = table.GetProperty("title").GetString(),
            ["currency"] = table.GetProperty("currency").GetString(),
            ["start"] = "2025-01-01",
            ["discountRate"] = table.GetProperty("discountRate").GetString(),
            ["flowTiming"] = "endOfYear",
            ["horizons"] = new JsonArray("P3Y"),
            ["costs"] = Items("costs", "software"),
            ["benefits"] = Items("benefits", "operatingCost"),
        }.ToJsonString();

        JsonArray Items(string side, string category) => new([.. Lines(table, side).Select((line, i) =>
        {
            var item = new JsonObject
            {
                ["category"] = category,
                ["kind"] = "amounts",
                ["name"] = $"{line.GetProperty("ref").GetString()} {line.GetProperty("name").GetString()}",
                ["flows"] = new JsonArray([.. columns(line).Select((amount, year) => (JsonNode)new JsonObject { ["date"] = Dates[year], ["amount"] = amount })]),
            };
            if (risk(line) is { Name: { } name, Value: var value })
            {
                item[name] = value;
            }

            return (JsonNode)item;
        })]);
    }

    private static JsonElement Evaluate(string document)
    {
        CaseReading reading = CaseDocument.Read(document);
        Assert.Empty(reading.Problems);
        return JsonDocument.Parse(ResultDocument.Write(RoiEvaluator.Evaluate(reading.Case))).RootElement.GetProperty("horizons")[0];
    }

    private static (string? Name, decimal Value) Risk(decimal adjustment) => adjustment switch
    {
        < 0 => ("riskReduction", -adjustment),
        > 0 => ("riskUplift", adjustment),
        _ => (null, 0m),
    };

    /// <summary>The lines of a side; where only the consolidated table was published, its row as one line.</summary>
    private static JsonElement[] Lines(JsonElement table, string side)
    {
        if (table.TryGetProperty(side, out JsonElement lines))
        {
            return [.. lines.EnumerateArray()];
        }

        decimal[] row = Numbers(table.GetProperty("publishedCashFlow").GetProperty(side));
        return
        [
            JsonSerializer.SerializeToElement(new
            {
                @ref = "all", name = side, cashflows = row[..4], publishedTotal = row[4], publishedPresentValue = row[5],
            }),
        ];
    }

    private static JsonElement Table(string name) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "TcmCrm.Roi.Tests", "Cases", "tei", name + ".json"))).RootElement;

    private static decimal Value(JsonElement line, string driver, int year)
    {
        JsonElement value = line.GetProperty("drivers").GetProperty(driver);
        return Number(value.ValueKind == JsonValueKind.Array ? value[year] : value);
    }

    private static decimal[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    private static decimal Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDecimal();

    private static decimal Money(JsonElement holder, string name) => decimal.Parse(holder.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static decimal Percent(JsonElement ratio) => decimal.Round(ratio.GetDecimal() * 100, 0, MidpointRounding.AwayFromZero);

    private static void Near(decimal printed, decimal computed, decimal tolerance = Tolerance) =>
        Assert.True(Math.Abs(printed - computed) <= tolerance, string.Create(CultureInfo.InvariantCulture, $"printed {printed}, computed {computed}"));
}
