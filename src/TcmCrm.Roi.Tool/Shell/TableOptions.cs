using System.CommandLine;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>The options of every command that reads a table: <c>--sheet</c> and <c>--date-order</c>, and <c>--kpis</c> where KPIs are read.</summary>
internal sealed class TableOptions(Language language, bool withKpis = false)
{
    private static readonly string[] Orders = ["ymd", "dmy", "mdy"];

    private readonly Option<string?> sheet = new("--sheet") { Description = language.Say("help.sheet"), HelpName = "NAME" };

    private readonly Option<string?> dateOrder = new("--date-order") { Description = language.Say("help.dateOrder"), HelpName = string.Join('|', Orders) };

    private readonly Option<string?> kpis = new("--kpis") { Description = language.Say("help.kpiFile"), HelpName = "FILE" };

    private IReadOnlyList<KpiDefinition>? given;

    /// <summary>The host's own KPIs of <c>--kpis</c>; read once, its problems are told then.</summary>
    internal IReadOnlyList<KpiDefinition> Kpis(CommandContext context)
    {
        if (!withKpis || context.Value(kpis) is not { } path)
        {
            return [];
        }

        return given ??= TableInput.Read(context, path, stream => KpiTable.Read(stream), reading => (reading.Problems, reading.Notes))?.Kpis ?? [];
    }

    internal void AddTo(Command command)
    {
        if (withKpis)
        {
            command.Options.Add(kpis);
        }

        dateOrder.AcceptOnlyFromAmong(Orders);
        command.Options.Add(sheet);
        command.Options.Add(dateOrder);
    }

    internal TableReadOptions Read(CommandContext context, bool? negatesCredits = null) => new()
    {
        NegatesCredits = negatesCredits,
        Sheet = context.Value(sheet),
        Kpis = Kpis(context),
        DateOrder = context.Value(dateOrder) switch
        {
            "ymd" => DateOrder.YearMonthDay,
            "dmy" => DateOrder.DayMonthYear,
            "mdy" => DateOrder.MonthDayYear,
            _ => null,
        },
    };
}
