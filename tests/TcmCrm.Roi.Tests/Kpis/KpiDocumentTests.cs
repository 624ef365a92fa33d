using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiDocumentTests
{
    [Fact]
    public void Catalogue_InTheGuide_IsTheCatalogueOfTheCode()
    {
        string text = File.ReadAllText(Repository.PathOf("docs", "kpis.md")).ReplaceLineEndings("\n");
        int from = text.IndexOf('\n', text.IndexOf("<!-- catalogue", StringComparison.Ordinal)) + 1;
        string table = text[from..text.IndexOf("<!-- end of catalogue", StringComparison.Ordinal)].Trim();
        Assert.Equal(Table(), table);
    }

    private static string Table() => string.Join('\n', new[]
    {
        "| KPI | 指标 | id | formula | 公式 | unit | better | over time | over segments |",
        "|---|---|---|---|---|---|---|---|---|",
    }.Concat(KpiCatalogue.All.Select(kpi =>
        $"| {kpi.EnglishName} | {kpi.ChineseName} | {kpi.Id} | {kpi.Formula} | {kpi.ChineseFormula} | {KpiUnitNames.English(kpi.Unit)} | {Better(kpi.Direction)} | {kpi.OverTime} | {kpi.OverSegments} |")));

    private static string Better(KpiDirection direction) => direction switch
    {
        KpiDirection.HigherIsBetter => "up",
        KpiDirection.LowerIsBetter => "down",
        _ => "-",
    };
}
