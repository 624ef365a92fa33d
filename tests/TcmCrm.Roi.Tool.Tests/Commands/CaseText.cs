namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>A case whose figures are worked out by hand.</summary>
internal static class CaseText
{
    /// <summary>
    /// At 10 % and year ends: costs 1,000,000 at once and 121,000 in year 2 (present value 1,000,000 + 100,000); benefits 660,000 in year 1 and
    /// 847,000 in year 2 (600,000 + 700,000). One year: ROI -34 %, NPV -400,000. Two years: net 386,000, ROI 386/1,121, NPV 200,000, payback
    /// 1 + 340/726 years. The long-term block is 500,000 in year 2 and counts in none of these.
    /// </summary>
    internal const string Valid = """
        {
          "schemaVersion": "1.0",
          "name": "手工核算 | *A*",
          "currency": "CNY",
          "start": "2025-01-01",
          "goLive": "2025-03-01",
          "discountRate": 0.10,
          "flowTiming": "endOfYear",
          "horizons": ["P2Y", "P1Y"],
          "costs": [
            { "category": "software", "kind": "amounts", "name": "买断|许可", "flows": [ { "date": "2025-01-01", "amount": 1000000 } ] },
            { "category": "maintenance", "kind": "amounts", "name": "技术支持", "flows": [ { "date": "2026-03-01", "amount": 121000 } ] }
          ],
          "benefits": [
            { "category": "salesGrowth", "kind": "amounts", "name": "销售增长", "evidence": "estimated",
              "flows": [ { "date": "2025-06-30", "amount": 600000 }, { "date": "2026-06-30", "amount": 700000 } ] },
            { "category": "operatingCost", "kind": "amounts", "name": "录入自动化", "evidence": "assumed", "class": "efficiency",
              "flows": [ { "date": "2025-06-30", "amount": 60000 }, { "date": "2026-06-30", "amount": 147000 } ] },
            { "category": "loyalty", "kind": "amounts", "name": "会员复购", "flows": [ { "date": "2026-06-30", "amount": 500000 } ] },
            { "category": "satisfaction", "kind": "notMonetised", "name": "投诉响应", "description": "由 26 小时缩短至 8 小时" }
          ]
        }
        """;
}
