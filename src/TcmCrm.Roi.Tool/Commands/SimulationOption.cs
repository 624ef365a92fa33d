using System.CommandLine;
using System.Globalization;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>--trials</c>, <c>--seed</c>, <c>--degree</c> and <c>--default-uncertainty</c>.</summary>
internal sealed class SimulationOption(Language language)
{
    private readonly Option<string?> trials = new("--trials") { Description = language.Say("help.simulate.trials"), HelpName = "N" };

    private readonly Option<string?> seed = new("--seed") { Description = language.Say("help.simulate.seed"), HelpName = "N" };

    private readonly Option<string?> degree = new("--degree") { Description = language.Say("help.simulate.degree"), HelpName = "N" };

    private readonly Option<string?> defaults = new("--default-uncertainty") { Description = language.Say("help.simulate.defaultUncertainty"), HelpName = "none" };

    internal void AddTo(Command command)
    {
        defaults.AcceptOnlyFromAmong("none");
        command.Options.Add(trials);
        command.Options.Add(seed);
        command.Options.Add(degree);
        command.Options.Add(defaults);
    }

    /// <summary>What the options say; a wrong one is noted.</summary>
    internal SimulationOptions Read(CommandContext context, CaseBasis basis = CaseBasis.All) => new()
    {
        Basis = basis,
        Trials = (int)Number(context, trials, 100, SimulationOptions.MostTrials, (ulong)SimulationOptions.Usual.Trials),
        Seed = Number(context, seed, 0, ulong.MaxValue, SimulationOptions.Usual.Seed),
        DegreeOfParallelism = (int)Number(context, degree, 1, SimulationOptions.MostDegree, (ulong)Math.Min(SimulationOptions.MostDegree, Environment.ProcessorCount)),
        UsesDefaultUncertainty = context.Value(defaults) is null,
    };

    /// <summary>A whole number within its range, or what stands for it where it is absent; a wrong one is noted.</summary>
    internal static ulong Number(CommandContext context, Option<string?> option, ulong least, ulong most, ulong absent)
    {
        if (context.Value(option) is not { } given)
        {
            return absent;
        }

        if (ulong.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) && number >= least && number <= most)
        {
            return number;
        }

        context.Problems.AddOption(option.Name, Told.As("option.wholeNumber", ("value", given), ("least", Text(least)), ("most", Text(most))));
        return absent;
    }

    private static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
