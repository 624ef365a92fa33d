using System.Text.Encodings.Web;
using System.Text.Json;
using TcmCrm.Roi.Spreadsheets;

namespace TcmCrm.Roi.Tool.Flows;

/// <summary>Series of a table as those of the command.</summary>
internal static class TableFlows
{
    internal static IEnumerable<FlowItem> Of(CashFlowReading reading)
    {
        foreach (CashFlowRecord record in reading.Series)
        {
            string? id = record.Id is { } text ? JsonText(text) : null;
            yield return record.Error is { } error
                ? new FlowItem(record.ErrorLine, null, record.ErrorColumn ?? "", error, id)
                : new FlowItem(record.Line, new FlowLine { Id = id!, Amounts = [.. record.Amounts], Dates = record.Dates is { } dates ? [.. dates] : null }, Id: id);
        }
    }

    private static string JsonText(string text) => "\"" + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
}
