using System.Globalization;
using System.Text;

namespace TcmCrm.Roi.Periods;

/// <summary>Display names of <see cref="EvaluationPeriod"/>.</summary>
public static class EvaluationPeriodNames
{
    /// <summary>The Chinese name, for example <c>6个月</c>, <c>1年6个月</c>.</summary>
    /// <param name="period">The period.</param>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    public static string Chinese(this EvaluationPeriod period)
    {
        var text = new StringBuilder();
        foreach ((int count, _, string unit) in Parts(period))
        {
            text.Append(count.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }

        return text.ToString();
    }

    /// <summary>The English name, for example <c>6 months</c>, <c>1 year 6 months</c>.</summary>
    /// <param name="period">The period.</param>
    /// <exception cref="ArgumentNullException">The period is null.</exception>
    public static string English(this EvaluationPeriod period) => string.Join(
        " ",
        Parts(period).Select(part => part.Count.ToString(CultureInfo.InvariantCulture) + " " + part.English + (part.Count == 1 ? string.Empty : "s")));

    private static (int Count, string English, string Chinese)[] Parts(EvaluationPeriod period)
    {
        NodaTime.Period length = Check.NotNull(period).Length;
        (int Count, string English, string Chinese)[] parts =
            [(length.Years, "year", "年"), (length.Months, "month", "个月"), (length.Weeks, "week", "周"), (length.Days, "day", "天")];
        return Array.FindAll(parts, part => part.Count != 0);
    }
}
