using System.CommandLine;
using System.Globalization;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary>A yearly rate: a fraction (<c>0.08</c>) or per cent (<c>8%</c>).</summary>
internal static class RateOption
{
    internal static decimal? Read(CommandContext context, Option<string?> option)
    {
        if (context.Value(option) is not { } text)
        {
            return null;
        }

        bool isPercent = text.EndsWith('%');
        ReadOnlySpan<char> digits = isPercent ? text.AsSpan(0, text.Length - 1).TrimEnd() : text;
        if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal rate))
        {
            context.Problems.AddOption(option.Name, Told.As("option.notRate", ("value", text)));
            return null;
        }

        if (!isPercent && rate > 1)
        {
            context.Problems.AddOption(option.Name, Told.As("option.rateAboveOne", ("value", text), ("percent", Text(rate * 100)), ("rate", Text(rate)), ("fraction", Text(rate / 100))));
            return null;
        }

        decimal fraction = isPercent ? rate / 100 : rate;
        if (fraction is > -1 and <= 1)
        {
            return fraction;
        }

        context.Problems.AddOption(option.Name, Told.As("option.rateRange", ("value", text)));
        return null;
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
