using System.CommandLine;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>The options of every command that reads a table: <c>--sheet</c> and <c>--date-order</c>.</summary>
internal sealed class TableOptions(Language language)
{
    private static readonly string[] Orders = ["ymd", "dmy", "mdy"];

    private readonly Option<string?> sheet = new("--sheet") { Description = language.Say("help.sheet"), HelpName = "NAME" };

    private readonly Option<string?> dateOrder = new("--date-order") { Description = language.Say("help.dateOrder"), HelpName = string.Join('|', Orders) };

    internal void AddTo(Command command)
    {
        dateOrder.AcceptOnlyFromAmong(Orders);
        command.Options.Add(sheet);
        command.Options.Add(dateOrder);
    }

    internal TableReadOptions Read(CommandContext context) => new()
    {
        Sheet = context.Value(sheet),
        DateOrder = context.Value(dateOrder) switch
        {
            "ymd" => DateOrder.YearMonthDay,
            "dmy" => DateOrder.DayMonthYear,
            "mdy" => DateOrder.MonthDayYear,
            _ => null,
        },
    };
}
