using System.Globalization;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Impacts;

/// <summary>A score or share before and after with the difference.</summary>
internal sealed class TwoSides
{
    internal string Kind { get; }

    internal EffectInterval? Before { get; }

    internal EffectInterval? After { get; }

    internal int CountBefore { get; }

    internal int CountAfter { get; }

    internal int? Pairs { get; }

    internal ImpactEstimate? Change { get; }

    internal IReadOnlyList<Message> Said { get; }


    internal TwoSides(string kind, SurveyComparison survey)
    {
        Kind = kind;
        (Before, After, CountBefore, CountAfter) = (survey.Before, survey.After, survey.AnswersBefore, survey.AnswersAfter);
        Pairs = survey.IsPaired ? survey.Pairs : null;
        Change = survey.Change;
        Said = [.. new[] { survey.Reason }.OfType<Message>(), .. survey.Warnings, .. survey.Change?.Warnings ?? []];
    }

    internal TwoSides(RetentionComparison retention)
    {
        Kind = "retention";
        (Before, After, CountBefore, CountAfter) = (retention.Before, retention.After, retention.CustomersBefore, retention.CustomersAfter);
        Change = retention.Change;
        Said =
        [
            .. new[] { retention.Reason }.OfType<Message>(),
            new Message(
                "customers.leftOut", MessageArgument.Number("months", retention.TenureMonths), MessageArgument.Number("spanning", retention.Spanning),
                MessageArgument.Number("young", retention.TooYoung)),
            .. retention.Change?.Warnings ?? [],
        ];
    }

    internal ImpactVerdictKind Verdict => Change?.Verdict ?? ImpactVerdictKind.Inconclusive;

    internal Report Create(Language language)
    {
        var report = new Report(language.Say("report.twoSides." + Kind), language);
        ReportSection conclusion = report.AddSection(language.Say("section.conclusion"));
        conclusion.AddParagraph(
            Change is null ? language.Say("sentence.noDifference")
            : language.Say(
                Pairs is null ? "sentence.twoSides" : "sentence.twoSides.paired",
                ("method", language.NameOf(Change.Method)), ("verdict", language.NameOf(Change.Verdict)), ("pairs", Pairs?.ToString(CultureInfo.InvariantCulture) ?? string.Empty)));
        if (Change is { Promise: { } promise } promised)
        {
            conclusion.AddParagraph(language.Say("sentence.promise", ("promise", ImpactReport.Promise(language, promise, promised.Unit))));
        }

        foreach (Message message in Said)
        {
            conclusion.AddParagraph(language.Say(message));
        }

        ReportTable table = report.AddSection(language.Say("section.twoSides")).AddTable(
            string.Empty,
            ReportColumn.Text(string.Empty),
            ReportColumn.Number(language.Say("column.twoSidesCount")),
            ReportColumn.Number(language.Say("column.twoSidesValue")),
            ReportColumn.Number(language.Say("column.lower")),
            ReportColumn.Number(language.Say("column.upper")),
            ReportColumn.Number(language.Say("column.pValue")));
        table.AddRow(language.Say("cell.before"), Text(CountBefore), Level(Before?.Estimate), Level(Before?.Lower), Level(Before?.Upper), "-");
        table.AddRow(language.Say("cell.after"), Text(CountAfter), Level(After?.Estimate), Level(After?.Lower), Level(After?.Upper), "-");
        if (Change is { } change)
        {
            table.AddTotal(
                language.Say("cell.difference"), Pairs is { } pairs ? Text(pairs) : Text(CountBefore + CountAfter),
                Effect(change.Estimate), Effect(change.Lower), Effect(change.Upper),
                change.PValue < 0.001 ? "< 0.001" : change.PValue.ToString("0.000", CultureInfo.InvariantCulture));
        }

        return report;

        string Effect(double value) => ImpactReport.Effect(language, value, Change!.Unit);
    }

    private string Level(double? value) => value is not { } known ? "-" : Kind == "nps" ? FigureFormat.Number(known, 1) : FigureFormat.Percent(known);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
