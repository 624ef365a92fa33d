using System.Text.Json;
using System.Text.Json.Nodes;

namespace TcmCrm.Roi.Json.Tests.Oracle;

/// <summary>Case documents of every kind of line, each by its number alone. A new kind is one entry.</summary>
internal sealed class RandomDocuments(int seed)
{
    private static readonly string[] Cycles = ["monthly", "quarterly", "halfYearly", "yearly"];

    private readonly Random random = new(seed);

    public static JsonElement Of(int number) => new RandomDocuments(number).Make();

    private JsonElement Make()
    {
        var made = new JsonObject
        {
            ["schemaVersion"] = "1.0", ["name"] = "random " + seed, ["currency"] = "CNY", ["start"] = Day(2024, 2), ["goLive"] = Day(2024, 3),
            ["flowTiming"] = One("dated", "startOfMonth", "midMonth", "endOfMonth", "endOfYear"), ["dayCount"] = One("anniversary", "actual365Fixed", "actualActualIsda", "thirty360"),
            ["horizons"] = new JsonArray("P6M", "P1Y", Yes() ? "P17M" : "P500D", Yes() ? "P3Y" : "P4Y3M"),
            ["exchangeRates"] = new JsonArray(Rate("USD", "CNY", "2016-01-01", 7.1m), Rate("USD", "CNY", "2025-05-20", 7.3m), Rate("CNY", "EUR", "2016-01-01", 0.125m)),
        };
        if (random.Next(5) > 0)
        {
            made["discountRate"] = Of(-10, 60) / 200m;
        }

        if (random.Next(3) == 0)
        {
            made["financeRate"] = Of(0, 20) / 100m;
            made["reinvestmentRate"] = Of(0, 20) / 100m;
        }

        if (random.Next(3) == 0)
        {
            decimal share = Of(1, 98) / 100m;
            made["waves"] = new JsonArray(Wave("hospital", 0, share), Wave("pharmacy", random.Next(1, 8), 0.99m - share), Wave("online", random.Next(0, 14), 0.01m));
        }

        made["costs"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 6)).Select(i => Line(Cost(), "cost " + i, One("software", "implementation", "maintenance", "time"), "riskUplift"))]);
        made["benefits"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 6)).Select(i => Benefit("benefit " + i))]);
        return JsonDocument.Parse(made.ToJsonString()).RootElement;
    }

    private static JsonObject Wave(string tag, int months, decimal share) => new() { ["tag"] = tag, ["months"] = months, ["share"] = share };

    private JsonObject Cost() => random.Next(11) switch
    {
        0 => new() { ["kind"] = "amounts", ["flows"] = Flows() },
        1 => new() { ["kind"] = "oneOff", ["amount"] = Money(), ["on"] = When() },
        2 => new() { ["kind"] = "perpetualLicense", ["pricePerUnit"] = Money(), ["units"] = Of(1, 30), ["on"] = When() },
        3 => Recurring(new() { ["kind"] = "recurring", ["amount"] = Money() }, "escalationPerYear"),
        4 => Recurring(new() { ["kind"] = "licenseShare", ["licensePrice"] = Money(), ["sharePerYear"] = Of(0, 100) / 100m }, "escalationPerYear"),
        5 => Subscription(),
        7 => Contract(),
        8 => Tiers(Recurring(new()
        {
            ["kind"] = "usage", ["unitsPerMonth"] = Of(0, 9_000_000) / 8m, ["pricePerUnit"] = Of(1, 99) / 1000m, ["includedPerMonth"] = Of(0, 9000), ["unitGrowthPerYear"] = Of(-20, 5) / 100m,
        }, "priceEscalationPerYear"), "pricePerUnit", "unitTiers", "allUnitsAtTierPrice"),
        9 => new() { ["kind"] = "residualValue", ["amount"] = Money(), ["afterMonths"] = Of(1, 60), ["from"] = When() },
        6 => WorkTime(new() { ["kind"] = "learning", ["people"] = Of(0, 50), ["hoursEach"] = Of(0, 40), ["loadedHourlyRate"] = Of(20, 200), ["on"] = When() }),
        _ => WorkTime(new()
        {
            ["kind"] = "productivityDip", ["people"] = Of(1, 90), ["hoursPerWeek"] = Of(1, 40), ["loadedHourlyRate"] = Of(20, 200), ["dip"] = Of(0, 100) / 100m, ["weeks"] = Of(1, 40),
            ["recovery"] = One("linear", "constant"), ["from"] = When(),
        }),
    };

    private JsonObject Contract()
    {
        decimal first = Of(1, 50) / 100m;
        return new()
        {
            ["kind"] = "instalments", ["contractSum"] = Money(), ["signing"] = Yes() ? "caseStart" : Day(2023, 2), ["acceptanceMonths"] = Of(0, 12),
            ["instalments"] = new JsonArray(
                new JsonObject { ["share"] = first, ["milestone"] = "signing", ["months"] = Of(-2, 12) },
                new JsonObject { ["share"] = 0.49m, ["milestone"] = "goLive", ["months"] = Of(-2, 12) },
                new JsonObject { ["share"] = 0.51m - first, ["milestone"] = "acceptance", ["months"] = Of(-2, 12) }),
        };
    }

    private JsonObject Tiers(JsonObject made, string price, string name, string all)
    {
        if (Yes())
        {
            int from = 1;
            made[name] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new JsonObject { ["from"] = from += random.Next(1, 90), [price] = Of(1, 9999) / 100m })]);
            made[all] = Yes();
        }

        return made;
    }

    private JsonObject Subscription()
    {
        JsonObject made = Recurring(new() { ["kind"] = "subscription", ["seats"] = Of(0, 200), ["pricePerSeat"] = Of(1, 9999) / 10m }, "priceEscalationPerYear");
        if (made.ContainsKey("termMonths") && Yes())
        {
            made["renewal"] = One("renews", "ends");
        }

        if (Yes())
        {
            made["seatPlan"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(i => new JsonObject { ["from"] = Day(2024 + i, 1), ["seats"] = Of(0, 300) })]);
        }
        else
        {
            made["seatGrowthPerYear"] = Of(-20, 10) / 100m;
        }

        if (Yes())
        {
            made["freeMonths"] = Of(0, 20);
        }

        return Tiers(made, "pricePerSeat", "seatTiers", "allSeatsAtTierPrice");
    }

    private JsonObject Recurring(JsonObject made, string rise)
    {
        made["every"] = One(Cycles);
        made["from"] = When();
        made[rise] = Of(-20, 20) / 100m;
        if (Yes())
        {
            if (Yes())
            {
                made["termMonths"] = Of(1, 50);
            }
            else
            {
                made["until"] = Day(2025, 3);
            }
        }

        return made;
    }

    private JsonObject Benefit(string name)
    {
        JsonObject made = random.Next(10) switch
        {
            0 => new() { ["kind"] = "amounts", ["flows"] = Flows() },
            1 => new() { ["kind"] = "yearly", ["amountPerYear"] = Money() },
            2 => new() { ["kind"] = "revenueUplift", ["baselineRevenuePerYear"] = Of(0, 90_000_000), ["uplift"] = Of(-30, 50) / 1000m, ["contributionMargin"] = Of(0, 100) / 100m },
            3 => Retention(new() { ["kind"] = "retention", ["churnBefore"] = Of(50, 90) / 100m, ["churnAfter"] = Of(0, 50) / 100m }),
            4 => Retention(new() { ["kind"] = "satisfactionChain", ["pointsGained"] = Of(0, 100) / 10m, ["retentionPerPoint"] = Of(0, 60) / 1000m, ["linkSource"] = "study", ["churnBefore"] = Of(60, 90) / 100m }),
            5 => new() { ["kind"] = "customerMargin", ["customers"] = Of(0, 5000), ["additionalRate"] = Of(0, 100) / 1000m, ["marginPerCustomerYear"] = Of(0, 3000) },
            6 => WorkTime(new()
            {
                ["kind"] = "taskTime", ["tasks"] = new JsonArray(new JsonObject { ["name"] = "a", ["minutesBefore"] = Of(10, 60), ["minutesAfter"] = Of(0, 10), ["timesPerMonth"] = Of(0, 9000) }),
                ["loadedHourlyRate"] = Of(20, 200), ["people"] = Of(1, 20), ["hoursPerPersonYear"] = Of(100, 2000), ["cashedOut"] = Yes(),
            }),
            8 => new() { ["kind"] = "workingCapital", ["creditSalesPerYear"] = Of(0, 90_000_000), ["daysBefore"] = Of(0, 100), ["daysAfter"] = Of(0, 90), ["financingRatePerYear"] = Of(0, 80) / 1000m },
            7 => new()
            {
                ["kind"] = "safetyStock", ["serviceFactor"] = Of(0, 300) / 100m, ["errorBefore"] = Of(500, 900), ["errorAfter"] = Of(0, 500), ["leadTimeMonths"] = Of(0, 240) / 10m,
                ["unitCost"] = Money(), ["carryingRatePerYear"] = Of(0, 50) / 100m,
            },
            _ => new() { ["kind"] = "expiryLoss", ["lossPerYear"] = Money(), ["avoided"] = Of(0, 100) / 100m },
        };
        string kind = made["kind"]!.GetValue<string>();
        made["attribution"] = Of(0, 100) / 100m;
        if (kind != "amounts" && Yes())
        {
            made["profile"] = Profile();
        }

        if (kind != "taskTime" && Yes())
        {
            made["class"] = One("cashable", "efficiency");
        }

        return Line(made, name, One("salesGrowth", "retention", "operatingCost", "decisionQuality", "loyalty", "crossSell", "processEfficiency"), "riskReduction");
    }

    private JsonObject Retention(JsonObject made)
    {
        made["customers"] = Of(0, 5000);
        made["marginPerCustomerYear"] = Of(0, 3000);
        made["accrual"] = One("gradual", "fullYearAtOnce", "survivalDifference");
        return made;
    }

    private JsonObject Profile()
    {
        var made = new JsonObject { ["ramp"] = One("immediate", "linear", "sCurve", "custom"), ["lagMonths"] = Of(0, 5), ["dipMonths"] = Of(0, 5), ["dipDepth"] = Of(0, 100) / 100m };
        switch (made["ramp"]!.GetValue<string>())
        {
            case "linear" or "sCurve":
                made["rampMonths"] = Of(1, 24);
                break;
            case "custom":
                made["points"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(i => new JsonObject { ["month"] = (7 * i) + random.Next(6), ["share"] = Of(0, 100) / 100m })]);
                break;
        }

        if (Yes())
        {
            made["fadeFromMonth"] = Of(0, 30);
            made["fadePerYear"] = Of(1, 50) / 100m;
        }

        return made;
    }

    private JsonObject Line(JsonObject made, string name, string category, string risk)
    {
        made["category"] = category;
        made["name"] = name;
        made[risk] = Of(0, 30) / 100m;
        string[] tags = [.. new[] { "hospital", "pharmacy", "online", "other" }.Where(_ => random.Next(4) == 0)];
        if (tags.Length > 0)
        {
            made["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]);
        }

        string kind = made["kind"]!.GetValue<string>();
        if (random.Next(6) == 0 && kind != "residualValue" && kind != "revenueUplift" && kind != "workingCapital" && kind != "notMonetised")
        {
            made[risk == "riskUplift" ? "credit" : "disbenefit"] = true;
        }

        if (random.Next(4) == 0)
        {
            made["currency"] = One("USD", "EUR");
        }

        return made;
    }

    private JsonObject WorkTime(JsonObject made)
    {
        made["workTime"] = random.Next(3) switch { 0 => "none", 1 => "china2025", _ => new JsonObject { ["paidDaysPerMonth"] = 21.75m, ["workedDaysPerMonth"] = 20.83m, ["source"] = "own" } };
        return made;
    }

    private JsonArray Flows() => new([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => new JsonObject { ["date"] = Day(2024, 4), ["amount"] = Money(), ["currency"] = One("CNY", "USD", "EUR") })]);

    private static JsonObject Rate(string from, string to, string date, decimal rate) => new() { ["from"] = from, ["to"] = to, ["date"] = date, ["rate"] = rate };

    private JsonNode When()
    {
        string from = random.Next(3) switch { 0 => "caseStart", 1 => "goLive", _ => Day(2023, 4) };
        return random.Next(3) == 0 ? new JsonObject { ["from"] = from, ["months"] = Of(-6, 12) } : from;
    }

    private string Day(int from, int years) => new NodaTime.LocalDate(from, 1, 1).PlusDays(random.Next(365 * years)).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private decimal Money() => random.Next(0, 20_000_000) / 100m;

    private decimal Of(int least, int most) => random.Next(least, most + 1);

    private bool Yes() => random.Next(2) == 0;

    private string One(params string[] words) => words[random.Next(words.Length)];
}
