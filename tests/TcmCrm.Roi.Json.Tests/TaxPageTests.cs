using System.Globalization;
using System.Text;
using NodaTime.Text;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Taxation;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>The tables of docs/tax.md and its Chinese page are the rules, and the figures of the samples; TCM_ROI_WRITE_DOCS=1 writes them.</summary>
public class TaxPageTests
{
    private static readonly string[] Samples = ["renhetang-saas.json", "renhetang-on-premises.json"];

    [Theory]
    [InlineData("en", "tax.md")]
    [InlineData("zh", "zh/tax.md")]
    public void Tables_AreWhatTheLibrarySays(string language, string page)
    {
        string path = Path.Combine(Repository.Root, "docs", page);
        string text = File.ReadAllText(path);
        string made = Between(Between(text, "<!-- rules -->\n", "<!-- end of rules -->", Rules(Language.Of(language))), "<!-- figures of the samples -->\n", "<!-- end of figures -->", Figures(language == "zh"));
        if (Environment.GetEnvironmentVariable("TCM_ROI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, made);
            return;
        }

        Assert.Equal(made, text);
    }

    private static string Between(string text, string begin, string end, string table)
    {
        int from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[..from] + table + text[text.IndexOf(end, StringComparison.Ordinal)..];
    }

    private static string Rules(Language language)
    {
        bool isChinese = language.Tag == "zh";
        var table = new StringBuilder(isChinese ? "| 规定 | 取值 | 起 | 止 | 出处 | |\n|---|---|---|---|---|---|\n" : "| rule | value | from | until | source | |\n|---|---|---|---|---|---|\n");
        foreach (TaxRule rule in TaxRules.China.All)
        {
            string value = rule.Kind switch
            {
                TaxRuleKind.MixedAssetThreshold or TaxRuleKind.EquipmentAtOnce => rule.Value.ToString("#,##0", CultureInfo.InvariantCulture) + (isChinese ? "元" : " CNY"),
                TaxRuleKind.MixedAssetYears or TaxRuleKind.SoftwareLeastYears or TaxRuleKind.IntangibleYears or TaxRuleKind.EquipmentYears or TaxRuleKind.LossYears or TaxRuleKind.LossYearsHighTech =>
                    rule.Value.ToString("0", CultureInfo.InvariantCulture) + (isChinese ? "年" : " years"),
                _ => (rule.Value * 100).ToString("0.##", CultureInfo.InvariantCulture) + (isChinese ? "%" : " %"),
            };
            string until = rule.Until is { } last ? LocalDatePattern.Iso.Format(last) : "";
            string seen = rule.IsVerified ? (isChinese ? "已读" : "read") : isChinese ? "二手" : "secondary";
            table.Append(null, $"| {language.Say(Message.NameOf(rule.Kind))} | {value} | {LocalDatePattern.Iso.Format(rule.From)} | {until} | {rule.Source}{(isChinese ? "，" : ", ")}{rule.Number} | {seen} |\n");
        }

        return table.ToString();
    }

    private static string Figures(bool isChinese)
    {
        (PeriodResult Before, AfterTaxResult After)[] results =
        [
            .. Samples.Select(name => RoiEvaluator.Evaluate(CaseDocument.Read(Repository.Sample(name)).Case)).Select(evaluation => (evaluation.Periods[^1], evaluation.AfterTax[^1])),
        ];
        var table = new StringBuilder(isChinese
            ? "| 3年评估周期，单位：万元 | 云订阅，税前 | 云订阅，税后 | 本地部署，税前 | 本地部署，税后 |\n|---|---|---|---|---|\n"
            : "| three years, in 10,000 CNY | subscription, before tax | subscription, after tax | own servers, before tax | own servers, after tax |\n|---|---|---|---|---|\n");
        Row(isChinese ? "总成本" : "cost", before => Money(before.TotalCost), after => Money(after.TotalCost.Value));
        Row(isChinese ? "总收益" : "benefit", before => Money(before.TotalBenefit), after => Money(after.TotalBenefit.Value));
        Row(isChinese ? "所得税" : "income tax", _ => "", after => Money(after.Tax.Value));
        Row(isChinese ? "净现值" : "net present value", before => Printed(before), after => PrintedAfterTax(after));
        Row(isChinese ? "净现值（现金口径）" : "net present value, cash basis", before => Printed(before.Cashable), after => PrintedAfterTax(after.Cashable));
        Row(isChinese ? "投资回报率" : "ROI", before => Percent(before.ReturnOnInvestment.Value), after => Percent(after.ReturnOnInvestment.Value));
        Row(isChinese ? "尚未税前扣除的成本" : "cost left to deduct", _ => "", after => Money(after.UndeductedCost.Value));
        return table.ToString();

        void Row(string name, Func<PeriodResult, string> before, Func<AfterTaxResult, string> after) =>
            table.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", results.SelectMany(result => new[] { before(result.Before), after(result.After) })).Append(" |\n");

        // As the report prints them: a difference is that of the printed parts.
        static string Printed(PeriodResult before) => PrintedPeriod.Of(before).At(100).Value(Measure.Find("netPresentValue")!).TryGetMoney(out Money amount) ? Money(amount) : string.Empty;

        static string PrintedAfterTax(AfterTaxResult after) => Money(after.PrintedTable(100)[^1].CumulativeDiscountedNet.Value);

        static string Money(Money amount) => (amount.Amount / 10_000).ToString("#,##0.00", CultureInfo.InvariantCulture);

        static string Percent(decimal ratio) => (ratio * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";
    }
}
