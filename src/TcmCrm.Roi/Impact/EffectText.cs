using System.Globalization;

namespace TcmCrm.Roi.Impact;

/// <summary>Numbers of effects as texts print them: the same digits in both languages.</summary>
internal static class EffectText
{
    public static string English(double value, EffectUnit unit) => unit switch
    {
        EffectUnit.Relative => Number(100 * value, 1) + "%",
        EffectUnit.Share => Number(100 * value, 1) + " percentage points",
        EffectUnit.ScorePoints => Number(value, 2) + " points",
        _ => Plain(value),
    };

    public static string Chinese(double value, EffectUnit unit) => unit switch
    {
        EffectUnit.Relative => Number(100 * value, 1) + "%",
        EffectUnit.Share => Number(100 * value, 1) + " 个百分点",
        EffectUnit.ScorePoints => Number(value, 2) + " 分",
        _ => Plain(value),
    };

    /// <summary>With decimals, half away from zero, and never minus zero.</summary>
    public static string Number(double value, int decimals)
    {
        double rounded = Math.Abs(value) < 1e15 ? Math.Round(value, decimals, MidpointRounding.AwayFromZero) : value;
        return (rounded == 0 ? 0 : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>A number in the unit of the KPI with four significant digits or all those before the point.</summary>
    public static string Plain(double value)
    {
        double size = Math.Abs(value);
        int decimals = size >= 1000 || size == 0 ? 0 : Math.Min(12, 3 - (int)Math.Floor(Math.Log10(size)));
        return Number(value, decimals);
    }

    public static string Month(int month) => string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}", month / 12, (month % 12) + 1);
}
