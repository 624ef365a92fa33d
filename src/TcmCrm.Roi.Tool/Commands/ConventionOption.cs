using System.CommandLine;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>--convention simple,tei</c>: a list, with commas or by repeating the option.</summary>
internal static class ConventionOption
{
    internal static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<RoiConvention>().Select(RoiConventionNames.Id)];

    internal static RoiConvention[] Read(CommandContext context, Option<string[]> option)
    {
        var conventions = new List<RoiConvention>();
        foreach (string text in ListOption.Items(context, option))
        {
            if (!RoiConventionNames.TryParse(text.ToLowerInvariant(), out RoiConvention convention))
            {
                context.Problems.AddOption(option.Name, new Message("option.notConvention", MessageArgument.Text("value", text), Told.Names("names", Names)));
            }
            else if (!conventions.Contains(convention))
            {
                conventions.Add(convention);
            }
        }

        return [.. conventions];
    }
}
