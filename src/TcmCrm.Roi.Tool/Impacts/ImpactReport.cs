using System.Globalization;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>The report of a before/after study: conclusion, all designs side by side, what to bear in mind.</summary>
internal static class ImpactReport
{
    internal static Report Create(ImpactResult result, ImpactEstimate? survey, Language language)
    {
        Texts.Language words = language.Words();
        var report = new Report(language.Say("Before and after", "上线前后对比"));
        ReportSection conclusion = report.AddSection(language.Say("Conclusion", "结论"));
        ImpactEstimate? chosen = ImpactJson.ChosenOf(result, survey);
        if (survey is not null && ReferenceEquals(chosen, survey))
        {
            conclusion.AddParagraph(language.Say(
                $"Net promoter score: {words.NameOf(survey.Method)}, verdict {words.NameOf(survey.Verdict)}.",
                $"净推荐值：{words.NameOf(survey.Method)}，判定：{words.NameOf(survey.Verdict)}。"));
        }

        foreach (Message sentence in result.Summary)
        {
            conclusion.AddParagraph(words.Say(sentence));
        }

        ReportTable table = report.AddSection(language.Say("Designs, the strongest first", "各方法(证据由强到弱)")).AddTable(
            string.Empty,
            ReportColumn.Text(language.Say("Method", "方法")),
            ReportColumn.Text(language.Say("Evidence", "证据等级")),
            ReportColumn.Number(language.Say("Effect", "变化")),
            ReportColumn.Number(language.Say("Lower", "下限")),
            ReportColumn.Number(language.Say("Upper", "上限")),
            ReportColumn.Number("p"),
            ReportColumn.Number(language.Say("n before/after", "前/后 n")),
            ReportColumn.Text(language.Say("Verdict", "结论")));
        foreach (ImpactEstimate e in ImpactJson.Ranked(result, survey))
        {
            table.AddRow(
                ImpactEstimate.IdOf(e.Method),
                words.NameOf(e.Rung),
                Effect(e.Estimate, e.Unit), Effect(e.Lower, e.Unit), Effect(e.Upper, e.Unit),
                e.PValue < 0.001 ? "<0.001" : e.PValue.ToString("0.000", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{e.ObservationsBefore:0.#}/{e.ObservationsAfter:0.#}"),
                words.NameOf(e.Verdict));
        }

        if (result.Unavailable.Count > 0)
        {
            report.AddSection(language.Say("Not possible with these data", "数据不支持的方法")).AddList(
                result.Unavailable.Select(d => $"{ImpactEstimate.IdOf(d.Key)}: {words.Say(d.Value)}"));
        }

        return report;
    }

    private static string Effect(double value, EffectUnit unit) => unit switch
    {
        EffectUnit.Relative => FigureFormat.Percent(value),
        EffectUnit.Share => FigureFormat.Number(100 * value, 1) + " pp",
        _ => Math.Abs(value) >= 1000 ? FigureFormat.Number(value, 0) : FigureFormat.Number(value, 3),
    };
}
