using System.Globalization;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Impacts;

/// <summary>Studies of several segments and their total, one row a segment.</summary>
internal static class SegmentsReport
{
    internal static Report Create(SegmentedImpact result, Language language)
    {
        var report = new Report(language.Say("report.impactSegments"), language);
        ReportSection conclusion = report.AddSection(language.Say("section.conclusion"));
        foreach (Message warning in result.Warnings)
        {
            conclusion.AddParagraph(language.Say(warning));
        }

        foreach (Message sentence in (result.Mix is { IsReversal: true } ? null : result.Total)?.Summary.Where(sentence => sentence.Code != "designUnavailable") ?? [])
        {
            conclusion.AddParagraph(language.Say(sentence));
        }

        if (result.TotalReason is { } reason)
        {
            conclusion.AddParagraph(language.Say("sentence.noTotal", ("reason", language.Say(reason))));
        }

        ReportTable table = report.AddSection(language.Say("section.segments")).AddTable(
            string.Empty,
            ReportColumn.Text(language.Say("column.segmentName")),
            ReportColumn.Text(language.Say("column.method")),
            ReportColumn.Number(language.Say("column.effect")),
            ReportColumn.Number(language.Say("column.lower")),
            ReportColumn.Number(language.Say("column.upper")),
            ReportColumn.Number(language.Say("column.pValue")),
            ReportColumn.Number(language.Say("column.adjustedP")),
            ReportColumn.Number(language.Say("column.months")),
            ReportColumn.Text(language.Say("column.verdict")));
        foreach (SegmentImpact segment in result.Segments)
        {
            table.AddRow(Cells(segment.Segment, segment.Result, segment.AdjustedPValue, segment.Verdict, language));
        }

        if (result.Total is { } total)
        {
            table.AddTotal(Cells(language.Say("cell.total"), total, null, result.TotalVerdict, language));
        }

        return report;
    }

    private static ReportCell[] Cells(string name, ImpactResult result, double? adjusted, ImpactVerdictKind verdict, Language language)
    {
        ImpactEstimate? chosen = result.HasAnswer ? result.Chosen : null;
        return
        [
            name,
            chosen is null ? "-" : language.NameOf(chosen.Method),
            Effect(chosen?.Estimate), Effect(chosen?.Lower), Effect(chosen?.Upper),
            P(chosen?.PValue), P(adjusted),
            chosen is null ? "-" : ImpactReport.Observations(chosen),
            language.NameOf(verdict),
        ];

        string Effect(double? value) => ImpactReport.Effect(language, value, chosen?.Unit ?? EffectUnit.KpiUnit);
    }

    private static string P(double? p) => p is not { } known ? "-" : known < 0.001 ? "< 0.001" : known.ToString("0.000", CultureInfo.InvariantCulture);
}
