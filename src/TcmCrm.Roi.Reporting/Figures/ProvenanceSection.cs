using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Figures;

/// <summary>The end of a report: which files it was made from, by which version, and by which conventions.</summary>
internal static class ProvenanceSection
{
    /// <summary>Adds it where inputs are named.</summary>
    /// <param name="report">The report.</param>
    /// <param name="inputs">What it was made from.</param>
    /// <param name="terms">The terms of an evaluated case; null where there is none.</param>
    internal static Report Add(Report report, IReadOnlyList<ReportInput> inputs, CaseTerms? terms = null)
    {
        if (inputs.Count == 0)
        {
            return report;
        }

        Language language = report.Words;
        ReportTable table = report.AddSection(language.Say("section.provenance")).AddTable(
            string.Empty, ReportColumn.Text(language.Say("column.provenance")), ReportColumn.Text(language.Say("column.value")));
        foreach (ReportInput input in inputs)
        {
            table.AddRow(language.Say("provenance.input", ("name", input.Name)), input.Hash);
        }

        table.AddRow(language.Say("provenance.version"), Producer.Name);
        if (terms is { DayCount: { } dayCount, FlowTiming: { } timing })
        {
            table.AddRow(language.Say("assumption.dayCount"), language.NameOf(dayCount));
            table.AddRow(language.Say("assumption.flowTiming"), language.NameOf(timing));
        }

        table.AddRow(language.Say("provenance.rounding"), language.Say("provenance.rounding.halfAway"));
        return report;
    }
}
