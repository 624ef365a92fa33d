using System.Globalization;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Impacts;

/// <summary>The report of a before/after study: conclusion, all designs side by side, what to bear in mind.</summary>
internal static class ImpactReport
{
    internal static Report Create(ImpactResult result, ImpactEstimate? survey, Language language)
    {
        var report = new Report(language.Say("report.impact"), language);
        ReportSection conclusion = report.AddSection(language.Say("section.conclusion"));
        ImpactEstimate? chosen = ImpactChoice.ChosenOf(result, survey);
        if (survey is not null && ReferenceEquals(chosen, survey))
        {
            conclusion.AddParagraph(language.Say(
                "sentence.survey", ("method", language.NameOf(survey.Method)), ("verdict", language.NameOf(survey.Verdict))));
            if (survey.Promise is { } promise)
            {
                conclusion.AddParagraph(language.Say("sentence.promise", ("promise", Promise(language, promise, survey.Unit))));
            }
        }

        // Why a method is not possible stands in a section of its own.
        foreach (Message sentence in result.Summary.Where(sentence => sentence.Code != "designUnavailable"))
        {
            conclusion.AddParagraph(language.Say(sentence));
        }

        conclusion.AddChart(BeforeAfterChart.Of(result, ReferenceEquals(chosen, survey) ? null : chosen, language));
        if (ImpactChoice.Ranked(result, survey) is { Count: > 0 } ranked)
        {
            AddDesigns(report, ranked, language);
        }

        if (result.Unavailable.Count > 0)
        {
            report.AddSection(language.Say("section.unavailable")).AddList(
                result.Unavailable.Select(d => language.Say("item.named", ("name", language.NameOf(d.Key)), ("text", language.Say(d.Value)))));
        }

        return report;
    }

    private static void AddDesigns(Report report, List<ImpactEstimate> ranked, Language language)
    {
        ReportTable table = report.AddSection(language.Say("section.designs")).AddTable(
            string.Empty,
            ReportColumn.Text(language.Say("column.method")),
            ReportColumn.Text(language.Say("column.rung")),
            ReportColumn.Number(language.Say("column.effect")),
            ReportColumn.Number(language.Say("column.lower")),
            ReportColumn.Number(language.Say("column.upper")),
            ReportColumn.Number(language.Say("column.pValue")),
            ReportColumn.Number(language.Say("column.months")),
            ReportColumn.Text(language.Say("column.verdict")));
        foreach (ImpactEstimate e in ranked)
        {
            table.AddRow(
                language.NameOf(e.Method),
                language.NameOf(e.Rung),
                Effect(language, e.Estimate, e.Unit), Effect(language, e.Lower, e.Unit), Effect(language, e.Upper, e.Unit),
                e.PValue < 0.001 ? "< 0.001" : e.PValue.ToString("0.000", CultureInfo.InvariantCulture),
                Observations(e),
                language.NameOf(e.Verdict));
        }
    }

    /// <summary>The observations before and after; those that are weighted down count in part.</summary>
    internal static string Observations(ImpactEstimate estimate) =>
        estimate.ObservationsBefore.ToString("0.#", CultureInfo.InvariantCulture) + "/" + estimate.ObservationsAfter.ToString("0.#", CultureInfo.InvariantCulture);

    internal static string Effect(Language language, double? value, EffectUnit unit) => value is { } known ? Effect(language, known, unit) : "-";

    /// <summary>A promise in its unit; points of a score are said to be some.</summary>
    internal static string Promise(Language language, double value, EffectUnit unit) =>
        unit == EffectUnit.ScorePoints ? language.Say("quantity.score", ("value", FigureFormat.Number(value, 1))) : Effect(language, value, unit);

    internal static string Effect(Language language, double value, EffectUnit unit) => unit switch
    {
        EffectUnit.Relative => FigureFormat.Percent(value),
        EffectUnit.Share => language.Say("quantity.points", ("value", FigureFormat.Number(100 * value, 1))),
        _ => Math.Abs(value) >= 1000 ? FigureFormat.Number(value, 0) : FigureFormat.Number(value, 3),
    };
}
