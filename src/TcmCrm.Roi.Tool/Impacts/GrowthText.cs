using System.Globalization;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>A growth a year with the half-width of its 95 % interval, as people write it: <c>5%+-2%</c>, <c>5%±2%</c>, <c>0.05</c>.</summary>
internal static class GrowthText
{
    internal static bool TryParse(string text, out double yearly, out double halfWidth)
    {
        string[] parts = text.Replace("±", "+-", StringComparison.Ordinal).Split("+-");
        halfWidth = 0;
        return TryRatio(parts[0], out yearly) && parts.Length <= 2 && (parts.Length == 1 || TryRatio(parts[1], out halfWidth))
            && yearly is > -1 and <= 1 && halfWidth is >= 0 and <= 1 && yearly - halfWidth > -1;
    }

    private static bool TryRatio(string text, out double value)
    {
        string number = text.Trim();
        bool isPercent = number.EndsWith('%') || number.EndsWith('％');
        bool isNumber = double.TryParse(
            isPercent ? number[..^1] : number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        value = isPercent ? value / 100 : value;
        return isNumber && double.IsFinite(value);
    }
}
