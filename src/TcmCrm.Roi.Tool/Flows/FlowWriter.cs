using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tool.Flows;

/// <summary>One result line a series, as JSON or CSV. Numbers read back to the same bits.</summary>
internal sealed class FlowWriter(TextWriter output, bool isCsv, bool hasMark) : IDisposable
{
    private const string Header = "id,npv,irr,irrStatus,irrReason,irrProof,irrRates,mirr,paybackFirst,paybackDurable,discountedPaybackFirst,"
        + "discountedPaybackDurable,paybackUnit,profitabilityIndex,profitabilityIndexOnAllOutflows,nfv,irrSelection,line,error";

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    internal void Start()
    {
        if (isCsv)
        {
            output.Write(hasMark ? "\uFEFF" : "");
            output.Write(Header);
            output.Write('\n');
        }
    }

    internal void Write(FlowFigures figures)
    {
        if (isCsv)
        {
            InternalRateOfReturnResult rates = figures.InternalRates;
            WriteRow(
                Plain(figures.Id),
                Cell(figures.NetPresentValue),
                Cell(figures.SelectedRate),
                FlowFields.Camel(rates.Status),
                rates.Reason is { } reason ? Figure.IdOf(reason) : "",
                FlowFields.Camel(rates.Proof),
                string.Join(' ', rates.Roots.Select(root => Number(root.Rate))),
                Cell(figures.ModifiedRate),
                Cell(figures.First),
                Cell(figures.Durable),
                Cell(figures.DiscountedFirst),
                Cell(figures.DiscountedDurable),
                figures.PaybackUnit,
                Cell(figures.ProfitabilityIndex),
                Cell(figures.ProfitabilityIndexOnAllOutflows),
                Cell(figures.NetFutureValue),
                figures.Selection?.ToString() ?? "",
                "",
                "");
            return;
        }

        Begin(figures.Id);
        Write("npv", figures.NetPresentValue);
        Write(figures.InternalRates, figures);
        Write("mirr", figures.ModifiedRate);
        _json.WriteStartObject("payback");
        Write("first", figures.First);
        Write("durable", figures.Durable);
        Write("discountedFirst", figures.DiscountedFirst);
        Write("discountedDurable", figures.DiscountedDurable);
        _json.WriteString("unit", figures.PaybackUnit);
        _json.WriteEndObject();
        Write("profitabilityIndex", figures.ProfitabilityIndex);
        Write("profitabilityIndexOnAllOutflows", figures.ProfitabilityIndexOnAllOutflows);
        Write("nfv", figures.NetFutureValue);
        End();
    }

    internal void WriteError(FlowItem item, string message)
    {
        if (isCsv)
        {
            string line = item.Line.ToString(CultureInfo.InvariantCulture);
            WriteRow([item.Id is null ? "" : Plain(item.Id), .. Enumerable.Repeat("", 16), line, message]);
            return;
        }

        Begin(item.Id);
        _json.WriteNumber("line", item.Line);
        _json.WriteString("error", message);
        End();
    }

    public void Dispose() => _json.Dispose();

    private void Begin(string? id)
    {
        _buffer.Clear();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        if (id is not null)
        {
            _json.WritePropertyName("id");
            _json.WriteRawValue(id);
        }
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        output.Write('\n');
    }

    private void Write(string name, Figure<double> figure)
    {
        if (figure.TryGetValue(out double value))
        {
            _json.WriteNumber(name, value);
            return;
        }

        _json.WriteStartObject(name);
        _json.WriteString("notApplicable", Figure.IdOf(figure.Reason!.Value));
        _json.WriteEndObject();
    }

    private void Write(InternalRateOfReturnResult rates, FlowFigures figures)
    {
        _json.WriteStartObject("irr");
        _json.WriteString("status", FlowFields.Camel(rates.Status));
        if (rates.Reason is { } reason)
        {
            _json.WriteString("reason", Figure.IdOf(reason));
        }
        else
        {
            _json.WriteNull("reason");
        }

        _json.WriteString("proof", FlowFields.Camel(rates.Proof));
        WriteList("rates", rates, root => root.Rate);
        WriteList("logGrowths", rates, root => root.LogGrowth);
        WriteList("relativeResiduals", rates, root => root.RelativeResidual);
        if (figures.Selection is { } selection)
        {
            _json.WriteString("selection", selection.ToString());
            Write("selected", figures.SelectedRate);
        }

        _json.WriteEndObject();
    }

    private void WriteList(string name, InternalRateOfReturnResult rates, Func<RateRoot, double> part)
    {
        _json.WriteStartArray(name);
        for (int i = 0; i < rates.Count; i++)
        {
            _json.WriteNumberValue(part(rates[i]));
        }

        _json.WriteEndArray();
    }

    private void WriteRow(params string[] cells)
    {
        // The id is a text of the user; the others are numbers, which may be negative, and words of this program.
        output.Write(string.Join(',', cells.Select((cell, i) =>
            i == 0 && !IsNumber(cell) ? CsvText.Cell(cell) : cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')));
        output.Write('\n');
    }

    /// <summary>The number, or the reason why there is none.</summary>
    private static string Cell(Figure<double> figure) =>
        figure.TryGetValue(out double value) ? Number(value) : Figure.IdOf(figure.Reason!.Value);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsNumber(string id) => double.TryParse(id, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string Plain(string id) => id.StartsWith('"') ? JsonSerializer.Deserialize<string>(id)! : id;
}
