using System.CommandLine;
using System.Globalization;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary>The promised improvement: a number in the unit of the effect (<c>0.08</c>, <c>5</c> points), or per cent (<c>8%</c>) where the effect is a share or a relative change.</summary>
internal sealed class PromiseOption(Language language)
{
    internal Option<string?> Option { get; } = new("--promise")
    {
        Description = language.Say("help.impact.promise"),
        HelpName = "IMPROVEMENT",
    };

    /// <summary>The promise; null where none is given or it is wrong, which <see cref="Check"/> tells.</summary>
    internal double? Read(CommandContext context) => Parse(context.Value(Option)) is > 0 and var value && double.IsFinite(value) ? value : null;

    /// <summary>Tells a promise that is no number above 0.</summary>
    internal void Check(CommandContext context)
    {
        if (context.Value(Option) is { } text && Read(context) is null)
        {
            context.Problems.AddOption(Option.Name, Parse(text) is null ? Told.As("option.notPromise", ("value", text)) : Told.As("option.promise", ("value", text)));
        }
    }

    /// <summary>Refuses a promise that the unit of the effect shows to be meant otherwise: 8 for 8 %, or per cent of points.</summary>
    internal void Fit(CommandContext context, EffectUnit? unit)
    {
        if (unit is null || context.Value(Option) is not { } text || Read(context) is not { } value)
        {
            return;
        }

        bool isShare = unit is EffectUnit.Relative or EffectUnit.Share;
        if (!isShare && IsPercent(text))
        {
            context.Problems.AddOption(Option.Name, Told.As("option.promisePercent", ("value", text)));
        }
        else if (unit == EffectUnit.Relative && !IsPercent(text) && value > 100)
        {
            context.Problems.AddOption(Option.Name, Told.As("option.promiseAmount", ("value", text)));
        }
        else if (isShare && !IsPercent(text) && value > 1)
        {
            context.Problems.AddOption(Option.Name, Told.As("option.rateAboveOne", ("value", text), ("percent", Text(value * 100)), ("rate", Text(value)), ("fraction", Text(value / 100))));
        }

        context.Problems.ThrowIfAny();
    }

    private static bool IsPercent(string text) => text.EndsWith('%') || text.EndsWith('％');

    private static double? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        ReadOnlySpan<char> digits = IsPercent(text) ? text.AsSpan(0, text.Length - 1).TrimEnd() : text;
        return !double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? null
            : IsPercent(text) && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? (double)(exact / 100) : value;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
