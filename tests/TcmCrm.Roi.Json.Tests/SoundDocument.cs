namespace TcmCrm.Roi.Json.Tests;

/// <summary>A sound document that the tables of bad ones start from: each of them changes one place.</summary>
internal static class SoundDocument
{
    public const string Text = """
        {
          "schemaVersion": "1.0",
          "name": "仁和堂 CRM",
          "currency": "CNY",
          "start": "2025-01-01",
          "goLive": "2025-03-01",
          "deployment": "saas",
          "discountRate": 0.08,
          "dayCount": "anniversary",
          "flowTiming": "dated",
          "horizons": ["P6M", "P1Y", "P3Y"],
          "exchangeRates": [ { "from": "USD", "to": "CNY", "date": "2025-01-01", "rate": 7.2 } ],
          "pools": [ { "id": "revenue", "kind": "revenue", "capacityPerYear": 60000000 } ],
          "costs": [
            { "category": "software", "kind": "subscription", "name": "云订阅", "seats": 120, "pricePerSeat": 150, "every": "monthly",
              "seatPlan": [ { "from": "2025-06-01", "seats": 140 }, { "from": "2026-01-01", "seats": 160 } ] },
            { "category": "implementation", "kind": "amounts", "name": "实施", "currency": "USD",
              "flows": [ { "date": "2025-01-15", "amount": 1000 }, { "date": "2025-02-15", "amount": 500 } ] },
            { "category": "time", "kind": "productivityDip", "name": "适应期", "people": 120, "hoursPerWeek": 40, "loadedHourlyRate": 58.5,
              "dip": 0.12, "weeks": 6, "workTime": { "paidDaysPerMonth": 21.75, "workedDaysPerMonth": 20.67, "source": "own" } },
            { "category": "maintenance", "kind": "recurring", "name": "支持", "amount": 9000, "every": "quarterly", "from": "goLive", "termMonths": 24 }
          ],
          "benefits": [
            { "category": "salesGrowth", "kind": "revenueUplift", "name": "增长", "baselineRevenuePerYear": 60000000, "uplift": 0.018,
              "contributionMargin": 0.38, "attribution": 0.6, "profile": { "ramp": "linear", "rampMonths": 12, "lagMonths": 2 },
              "evidence": "measured", "interval": { "lowerRatio": 0.7, "upperRatio": 1.2, "confidence": 0.95 },
              "poolDraws": [ { "poolId": "revenue", "amountPerYear": 30000000 } ] },
            { "category": "retention", "kind": "retention", "name": "保留", "customers": 3200, "churnBefore": 0.14, "churnAfter": 0.12, "marginPerCustomerYear": 4800 },
            { "category": "satisfaction", "kind": "notMonetised", "name": "满意", "description": "better" }
          ]
        }
        """;

    /// <summary>The document with one place changed; the place must be there, and only once.</summary>
    public static string With(string place, string change)
    {
        int at = Text.IndexOf(place, StringComparison.Ordinal);
        Assert.True(at >= 0 && Text.IndexOf(place, at + 1, StringComparison.Ordinal) < 0, $"'{place}' does not stand exactly once in the sound document");
        return Text[..at] + change + Text[(at + place.Length)..];
    }
}
