using System.CommandLine;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>--horizon P6M,P1Y</c>: a list, with commas or by repeating the option.</summary>
internal static class PeriodOption
{
    internal static EvaluationPeriod[]? Read(CommandContext context, Option<string[]> option)
    {
        string[] texts = ListOption.Items(context, option);
        var periods = new List<EvaluationPeriod>();
        foreach (string text in texts)
        {
            if (!EvaluationPeriod.TryParse(text, out EvaluationPeriod? period, out Message? problem))
            {
                context.Problems.AddOption(option.Name, problem!);
            }
            else if (periods.Contains(period!))
            {
                context.Problems.AddOption(option.Name, Told.As("option.twice", ("value", text)));
            }
            else
            {
                periods.Add(period!);
            }
        }

        return texts.Length == 0 ? null : [.. periods];
    }
}
