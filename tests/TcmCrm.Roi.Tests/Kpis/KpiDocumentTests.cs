using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

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

    private static readonly Language English = Language.Of("en");
    private static readonly Language Chinese = Language.Of("zh");

    private static string Table() => string.Join('\n', new[]
    {
        "| KPI | 指标 | id | formula | 公式 | unit | better | over time | over segments |",
        "|---|---|---|---|---|---|---|---|---|",
    }.Concat(KpiCatalog.All.Select(kpi =>
        $"| {English.Say(kpi.NameMessage)} | {Chinese.Say(kpi.NameMessage)} | {kpi.Id} | {English.Say(kpi.FormulaMessage)} | {Chinese.Say(kpi.FormulaMessage)} | {English.NameOf(kpi.Unit)} | {Better(kpi.Direction)} | {kpi.OverTime} | {kpi.OverSegments} |")));

    private static string Better(KpiDirection direction) => direction switch
    {
        KpiDirection.HigherIsBetter => "up",
        KpiDirection.LowerIsBetter => "down",
        _ => "-",
    };
}
