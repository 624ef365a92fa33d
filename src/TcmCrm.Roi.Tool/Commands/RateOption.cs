using System.CommandLine;
using System.Globalization;

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
            context.Problems.AddOption(option.Name, $"'{text}' is not a rate; expected a fraction such as 0.08, or 8%");
            return null;
        }

        if (!isPercent && rate > 1)
        {
            context.Problems.AddOption(option.Name, $"'{text}' would be {rate * 100} %; for {rate} % write {rate / 100} or {text}%");
            return null;
        }

        decimal fraction = isPercent ? rate / 100 : rate;
        if (fraction is > -1 and <= 10)
        {
            return fraction;
        }

        context.Problems.AddOption(option.Name, $"'{text}' is out of range; allowed: above -100% and at most 1000%");
        return null;
    }
}
