using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>--study-cost-per-month</c> and <c>--study LINE=MONTHS</c>, the months as a number or as the plan that <c>impact --plan --format json</c> wrote.</summary>
internal sealed class StudyOption(Language language)
{
    private const int MostMonths = 1_200;

    private readonly Option<string?> cost = new("--study-cost-per-month") { Description = language.Say("help.simulate.studyCost"), HelpName = "AMOUNT" };

    private readonly Option<string[]> studies = new("--study") { Description = language.Say("help.simulate.study"), HelpName = "LINE=MONTHS|PLAN.json" };

    internal void AddTo(Command command)
    {
        command.Options.Add(cost);
        command.Options.Add(studies);
    }

    internal decimal? ReadCost(CommandContext context)
    {
        if (context.Value(cost) is not { } given)
        {
            return null;
        }

        if (decimal.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) && amount is > 0 and <= 1_000_000_000_000_000)
        {
            return amount;
        }

        context.Problems.AddOption(cost.Name, Told.As("option.studyCost", ("value", given)));
        return null;
    }

    /// <summary>Months by id; a wrong one is noted.</summary>
    internal IReadOnlyDictionary<string, int> ReadMonths(CommandContext context, InvestmentCase source)
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        HashSet<string> ids = [.. source.Costs.Select(line => line.Id.Text), .. source.Benefits.Select(line => line.Id.Text), .. source.Drivers.Select(driver => driver.Id)];
        foreach (string given in context.Value(studies) ?? [])
        {
            int split = given.LastIndexOf('=');
            string id = split < 0 ? given : given[..split];
            if (split < 0 || MonthsOf(given[(split + 1)..]) is not { } needed)
            {
                context.Problems.AddOption(studies.Name, Told.As("option.study", ("value", given)));
            }
            else if (!ids.Contains(id))
            {
                context.Problems.AddOption(studies.Name, Told.As("option.studyLine", ("value", id)));
            }
            else if (!months.TryAdd(id, needed))
            {
                context.Problems.AddOption(studies.Name, Told.As("option.studyTwice", ("value", id)));
            }
        }

        return months;
    }

    private static int? MonthsOf(string text)
    {
        int? months = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : File.Exists(text) ? OfPlan(text) : null;
        return months is >= 1 and <= MostMonths ? months : null;
    }

    /// <summary>The fewest months of a plan from now on, before and after go-live together, with a control or without.</summary>
    private static int? OfPlan(string path)
    {
        try
        {
            using JsonDocument plan = JsonDocument.Parse(File.ReadAllBytes(path));
            int?[] both = [Together(plan.RootElement, "shortest", "monthsAfter"), Together(plan.RootElement, "shortestWithControl", "monthsAfterWithControl")];
            return both.Min();
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static int? Together(JsonElement plan, string row, string after) =>
        plan.TryGetProperty(row, out JsonElement found) && found.ValueKind == JsonValueKind.Object
        && found.TryGetProperty("furtherMonthsBefore", out JsonElement before) && found.TryGetProperty(after, out JsonElement months) && months.ValueKind == JsonValueKind.Number
            ? before.GetInt32() + months.GetInt32()
            : null;
}
