using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Rendering;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>A score or share before and after with the difference, as a report and as JSON.</summary>
internal sealed class TwoSides
{
    private readonly string _kind;
    private readonly EffectInterval? _before;
    private readonly EffectInterval? _after;
    private readonly int _nBefore;
    private readonly int _nAfter;
    private readonly int? _pairs;
    private readonly ImpactEstimate? _change;
    private readonly List<Message> _said;

    internal TwoSides(string kind, SurveyComparison survey)
    {
        _kind = kind;
        (_before, _after, _nBefore, _nAfter) = (survey.Before, survey.After, survey.AnswersBefore, survey.AnswersAfter);
        _pairs = survey.IsPaired ? survey.Pairs : null;
        _change = survey.Change;
        _said = [.. new[] { survey.Reason }.OfType<Message>(), .. survey.Warnings, .. survey.Change?.Warnings ?? []];
    }

    internal TwoSides(RetentionComparison retention)
    {
        _kind = "retention";
        (_before, _after, _nBefore, _nAfter) = (retention.Before, retention.After, retention.CustomersBefore, retention.CustomersAfter);
        _change = retention.Change;
        _said =
        [
            .. new[] { retention.Reason }.OfType<Message>(),
            new Message(
                "customers.leftOut", MessageArgument.Number("months", retention.TenureMonths), MessageArgument.Number("spanning", retention.Spanning),
                MessageArgument.Number("young", retention.TooYoung)),
            .. retention.Change?.Warnings ?? [],
        ];
    }

    internal ImpactVerdictKind Verdict => _change?.Verdict ?? ImpactVerdictKind.Inconclusive;

    internal Report Create(Language language)
    {
        var report = new Report(language.Say("report.twoSides." + _kind));
        ReportSection conclusion = report.AddSection(language.Say("section.conclusion"));
        conclusion.AddParagraph(
            _change is null ? language.Say("sentence.noDifference")
            : language.Say(
                _pairs is null ? "sentence.twoSides" : "sentence.twoSides.paired",
                ("method", language.NameOf(_change.Method)), ("verdict", language.NameOf(_change.Verdict)), ("pairs", _pairs?.ToString(CultureInfo.InvariantCulture) ?? string.Empty)));
        foreach (Message message in _said)
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
        table.AddRow(language.Say("cell.before"), Text(_nBefore), Level(_before?.Estimate), Level(_before?.Lower), Level(_before?.Upper), "-");
        table.AddRow(language.Say("cell.after"), Text(_nAfter), Level(_after?.Estimate), Level(_after?.Lower), Level(_after?.Upper), "-");
        if (_change is { } change)
        {
            table.AddTotal(
                language.Say("cell.difference"), _pairs is { } pairs ? Text(pairs) : Text(_nBefore + _nAfter),
                Effect(change.Estimate), Effect(change.Lower), Effect(change.Upper),
                change.PValue < 0.001 ? "< 0.001" : change.PValue.ToString("0.000", CultureInfo.InvariantCulture));
        }

        return report;

        string Effect(double value) => ImpactReport.Effect(language, value, _change!.Unit);
    }

    internal void Write(TextWriter output)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            writer.WriteString("schemaVersion", ImpactJson.SchemaVersion);
            writer.WriteString("kind", _kind);
            writer.WriteString("verdict", ImpactJson.WordOf(Verdict));
            Write(writer, "before", _before, _nBefore);
            Write(writer, "after", _after, _nAfter);
            ImpactJson.WriteNumber(writer, "pairs", _pairs);
            writer.WritePropertyName("change");
            if (_change is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                ImpactJson.WriteStudy(writer, _change);
            }

            writer.WriteMessages("warnings", _said);
            writer.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter writer, string name, EffectInterval? level, int n)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("n", n);
        ImpactJson.WriteNumber(writer, "estimate", level?.Estimate);
        ImpactJson.WriteNumber(writer, "lower", level?.Lower);
        ImpactJson.WriteNumber(writer, "upper", level?.Upper);
        writer.WriteEndObject();
    }

    private string Level(double? value) => value is not { } known ? "-" : _kind == "nps" ? FigureFormat.Number(known, 1) : FigureFormat.Percent(known);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
