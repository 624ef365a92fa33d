using System.Globalization;
using Microsoft.Extensions.Options;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi;

/// <summary>Finds all that is wrong with the options at once; each message names the option, the value and what is allowed.</summary>
internal sealed class TcmCrmRoiOptionsValidator : IValidateOptions<TcmCrmRoiOptions>
{
    private const int MostHorizons = 64;
    private const int MostCells = 1_000_000_000;

    public ValidateOptionsResult Validate(string? name, TcmCrmRoiOptions options)
    {
        var problems = new List<string>(options.SectionProblems);
        if (!Currency.TryOf(options.Currency, out _))
        {
            problems.Add($"Currency is '{options.Currency}'; allowed: an active ISO 4217 code in capitals, such as CNY, USD, EUR.");
        }

        if (options.DiscountRate is { } rate && rate is not (> -1 and <= 1))
        {
            problems.Add(string.Format(CultureInfo.InvariantCulture, "DiscountRate is {0}; allowed: a yearly fraction above -1 and at most 1 (0.08 is 8 %).", rate));
        }

        CheckHorizons(options.Horizons, problems);
        if (options.DayCount is { } dayCount && !Enum.IsDefined(typeof(DayCount), dayCount))
        {
            problems.Add($"DayCount is {Text(dayCount)}; allowed: {string.Join(", ", Enum.GetNames(typeof(DayCount)))}.");
        }

        if (options.FlowTiming is { } timing && !Enum.IsDefined(typeof(FlowTiming), timing))
        {
            problems.Add($"FlowTiming is {Text(timing)}; allowed: {string.Join(", ", Enum.GetNames(typeof(FlowTiming)))}.");
        }

        if (options.MaximumCells is { } cells && cells is not (>= 1 and <= MostCells))
        {
            problems.Add(string.Format(CultureInfo.InvariantCulture, "MaximumCells is {0}; allowed: 1 to {1}.", cells, MostCells));
        }

        CheckConventions(options.Conventions, problems);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // The name, or for a value without one its number; that is printed in the current culture otherwise, minus sign and all.
    private static string Text<T>(T value)
        where T : struct, Enum =>
        Enum.IsDefined(typeof(T), value) ? value.ToString() : Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static void CheckHorizons(IList<string> horizons, List<string> problems)
    {
        if (horizons.Count > MostHorizons)
        {
            problems.Add($"Horizons holds {horizons.Count} periods; allowed: up to {MostHorizons}.");
        }

        var seen = new HashSet<EvaluationPeriod>();
        for (int i = 0; i < horizons.Count; i++)
        {
            if (!EvaluationPeriod.TryParse(horizons[i], out EvaluationPeriod? period, out Message? problem))
            {
                problems.Add($"Horizons[{i}]: {Texts.Language.Of("en").Say(problem!)}.");
            }
            else if (!seen.Add(period!))
            {
                problems.Add($"Horizons[{i}] is '{horizons[i]}', which stands in the list already; each period is allowed once.");
            }
        }
    }

    private static void CheckConventions(IList<RoiConvention> conventions, List<string> problems)
    {
        for (int i = 0; i < conventions.Count; i++)
        {
            if (!Enum.IsDefined(typeof(RoiConvention), conventions[i]))
            {
                problems.Add($"Conventions[{i}] is {Text(conventions[i])}; allowed: {string.Join(", ", Enum.GetNames(typeof(RoiConvention)))}.");
            }
            else if (conventions.IndexOf(conventions[i]) < i)
            {
                problems.Add($"Conventions[{i}] is {conventions[i]}, which stands in the list already; each convention is allowed once.");
            }
        }
    }
}
