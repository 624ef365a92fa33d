using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Messages of this package: what a cell holds goes in as a short text.</summary>
internal static class Said
{
    private const int LongestValue = 60;

    internal static Message As(string id, params (string Name, string Text)[] texts) =>
        new("table." + id, [.. texts.Select(text => MessageArgument.Text(text.Name, Short(text.Text)))]);

    internal static MessageArgument Names(string name, IEnumerable<string> items) =>
        MessageArgument.Parts(name, items.Select(item => new Message("table.quoted", MessageArgument.Text("text", Short(item)))));

    internal static MessageArgument Line(long line) => MessageArgument.Text("line", line.ToString(CultureInfo.InvariantCulture));

    internal static MessageArgument Count(string name, long count) => MessageArgument.Number(name, count);

    private static string Short(string text) => text.Length <= LongestValue ? text : text.Substring(0, LongestValue) + "...";
}
