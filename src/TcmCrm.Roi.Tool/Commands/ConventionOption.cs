using System.CommandLine;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Reporting.Evaluating;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>--convention simple,tei</c>: a list, with commas or by repeating the option.</summary>
internal static class ConventionOption
{
    internal static IReadOnlyList<string> Names { get; } =
    [
        .. Measure.All.Select(measure => measure.Id)
            .Where(id => id.StartsWith(ConclusionSection.ByConvention, StringComparison.Ordinal))
            .Select(id => id[ConclusionSection.ByConvention.Length..]),
    ];

    /// <summary>The names that were asked for, each once.</summary>
    internal static IReadOnlyList<string> Read(CommandContext context, Option<string[]> option)
    {
        var conventions = new List<string>();
        foreach (string text in ListOption.Items(context, option))
        {
            string name = text.ToLowerInvariant();
            if (!Names.Contains(name))
            {
                context.Problems.AddOption(option.Name, new Message("option.notConvention", MessageArgument.Text("value", text), Told.Names("names", Names)));
            }
            else if (!conventions.Contains(name))
            {
                conventions.Add(name);
            }
        }

        return conventions;
    }
}
