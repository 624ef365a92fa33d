using System.CommandLine;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Building;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Reporting.Trends;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi kpis ORDERS.csv</c>: monthly KPI series from orders, customers, visits, surveys and receivables.</summary>
internal static class KpisCommand
{
    internal static Command Create(Language language)
    {
        var orders = new Argument<string>("ORDERS") { Description = language.Say("help.kpis.orders") };
        Option<string?> File(string name, string help) => new(name) { Description = language.Say(help), HelpName = "FILE" };
        Option<string?> customers = File("--customers", "help.kpis.customers");
        Option<string?> visits = File("--visits", "help.kpis.visits");
        Option<string?> surveys = File("--surveys", "help.kpis.surveys");
        Option<string?> receivables = File("--receivables", "help.kpis.receivables");
        Option<string?> complaints = File("--complaints", "help.kpis.complaints");
        Option<string?> prescriptions = File("--prescriptions", "help.kpis.prescriptions");
        Option<string?> stock = File("--stock", "help.kpis.stock");
        var layout = new Option<string>("--layout") { Description = language.Say("help.kpis.layout"), HelpName = "trend|impact|review", DefaultValueFactory = _ => "trend" };
        layout.AcceptOnlyFromAmong("trend", "impact", "review");
        var active = new Option<int>("--active-months") { Description = language.Say("help.kpis.activeMonths"), HelpName = "N", DefaultValueFactory = _ => 3 };
        var window = new Option<int>("--window-months") { Description = language.Say("help.kpis.windowMonths"), HelpName = "N", DefaultValueFactory = _ => 12 };
        var through = new Option<string?>("--through") { Description = language.Say("help.kpis.through"), HelpName = "MONTH" };
        var command = new Command("kpis", language.Say("help.kpis")) { orders, customers, visits, surveys, receivables, complaints, prescriptions, stock, layout, active, window, through };
        var tables = new TableOptions(language, withKpis: true);
        tables.AddTo(command);
        return command.Runs(language, [OutputFormat.Csv, OutputFormat.Table, OutputFormat.Markdown], context =>
        {
            int activeMonths = Months("--active-months", context.Value(active));
            int windowMonths = Months("--window-months", context.Value(window));
            YearMonth? last = null;
            if (context.Value(through) is { } text)
            {
                if (MonthText.TryParse(text, out YearMonth month))
                {
                    last = month;
                }
                else
                {
                    context.Problems.AddOption("--through", MonthText.NotAMonth(text));
                }
            }

            var builder = new KpiBuilder(new KpiBuilderOptions { ActiveMonths = activeMonths, WindowMonths = windowMonths, Through = last });
            var records = new RecordTables(context, builder, tables.Read(context));
            records.ReadOrders(context.Value(orders));
            Each(customers, records.ReadCustomers);
            Each(visits, records.ReadVisits);
            Each(surveys, records.ReadSurveys);
            Each(receivables, records.ReadReceivables);
            Each(complaints, records.ReadComplaints);
            Each(prescriptions, records.ReadPrescriptions);
            Each(stock, records.ReadStock);
            context.Problems.ThrowIfAny();
            KpiBuild build = builder.Build();
            foreach (Message note in build.Notes)
            {
                context.Problems.Note(InputFile.NameOf(context.Value(orders)), null, null, note);
            }

            if (build.Series.Count == 0)
            {
                context.Problems.Add(InputFile.NameOf(context.Value(orders)), null, null, Told.As("kpis.noSeries"));
                context.Problems.ThrowIfAny();
            }

            if (context.Format != OutputFormat.Csv)
            {
                context.Write(Overview(build, context.Language));
            }
            else if (context.Value(layout) == "impact")
            {
                SeriesWriter.WriteWide(build.Series, context.Output);
            }
            else if (context.Value(layout) == "review")
            {
                SeriesWriter.WriteActuals(build.Series, context.Output);
            }
            else
            {
                SeriesWriter.WriteLong(build.Series, context.Output);
            }

            return ExitCode.Done;

            void Each(Option<string?> option, Action<string> read)
            {
                if (context.Value(option) is { } path)
                {
                    read(path);
                }
            }

            int Months(string name, int months)
            {
                if (months is >= 1 and <= 24)
                {
                    return months;
                }

                context.Problems.AddOption(name, Told.As("kpis.months", ("value", months.ToString(System.Globalization.CultureInfo.InvariantCulture))));
                return 1;
            }
        });
    }

    private static Report Overview(KpiBuild build, Language language)
    {
        var text = new KpiText(language);
        var report = new Report(language.Say("report.kpis"), language);
        ReportTable table = report.AddSection(language.Say("section.overview")).AddTable(
            "",
            ReportColumn.Text(language.Say("column.kpi")),
            ReportColumn.Text(language.Say("column.months.span")),
            ReportColumn.Text(language.Say("column.course")),
            ReportColumn.Number(language.Say("column.latest")));
        foreach (KpiSeries series in build.Series)
        {
            table.AddRow(
                text.TitleOf(series), text.Span(series.Start, series.End), Sparkline.Of(series, 36), text.Value(series.Definition.Unit, series.ObservedValues[^1]));
        }

        return report;
    }
}
