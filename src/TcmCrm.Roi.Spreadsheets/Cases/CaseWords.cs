using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Says a problem of the document in the words that stand in the cells: what may be chosen by its labels, members by the labels of their columns.</summary>
internal static class CaseWords
{
    private static readonly Language Chinese = PackageWords.In(Language.Of("zh"));

    /// <param name="message">What is wrong with the document.</param>
    /// <param name="place">Where its cell is; the language of its sheet is that of the words.</param>
    internal static Message Of(Message message, CasePlace place) =>
        place.SheetId is { } sheet && place.Sheet == CaseSheetNames.Of(Chinese, sheet) ? Said(message, sheet, place.Field, isOfNames: false) : message;

    private static Message Said(Message message, string sheet, CaseField? field, bool isOfNames)
    {
        bool names = isOfNames || message.Id.StartsWith("document.missing", StringComparison.Ordinal) || message.Id.StartsWith("document.unknown", StringComparison.Ordinal) || message.Id == "document.allowed.names";
        return message.Id.StartsWith("document.found", StringComparison.Ordinal) ? message : new Message(message.Id, [.. message.Arguments.Select(argument => argument.Value switch
        {
            string text => MessageArgument.Text(argument.Name, names ? Column(sheet, field, text) : Word(sheet, field, text)),
            Message inner => MessageArgument.Part(argument.Name, Said(inner, sheet, field, names && inner.Id is "document.word" or "document.allowed.names")),
            IEnumerable<Message> parts => MessageArgument.Parts(argument.Name, parts.Select(part => Said(part, sheet, field, names))),
            _ => argument,
        })]);
    }

    private static string Word(string sheet, CaseField? field, string text) => field is not null && field.Words.Contains(text) ? CaseText.Label(Chinese, sheet, field, text) : text;

    /// <summary>The column of a member, of the row or of the object that the cell is a part of.</summary>
    private static string Column(string sheet, CaseField? field, string name)
    {
        IReadOnlyList<CaseField> columns = sheet == CaseSheetNames.Case ? CaseLayout.Instance.Case.Fields : CaseLayout.Instance.Sheets.First(one => one.Id == sheet).Columns;
        string prefix = field is not null && field.Path.IndexOf('.') is > 0 and int point ? field.Path.Substring(0, point + 1) : string.Empty;
        return (columns.FirstOrDefault(column => column.Path == prefix + name) ?? columns.FirstOrDefault(column => column.Path == name)) is { } found ? CaseText.Label(Chinese, sheet, found) : name;
    }
}
