using System.CommandLine;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>--rate-selection nearest:0.1</c>: which of several internal rates of return is picked.</summary>
internal static class RateSelectionOption
{
    internal static Option<string?> Create(Language language) => new("--rate-selection")
    {
        Description = language.Say("help.rateSelection"),
        HelpName = "lowestNonNegative|nearest:RATE|excel",
    };

    internal static RateSelection? Read(CommandContext context, Option<string?> option)
    {
        string? text = context.Value(option);
        if (text is not null && !RateSelection.TryParse(text, out _))
        {
            context.Problems.AddOption(option.Name, Told.As("option.notRateSelection", ("value", text)));
        }

        return RateSelection.TryParse(text, out RateSelection? selection) ? selection : null;
    }
}
