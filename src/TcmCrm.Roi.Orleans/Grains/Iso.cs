using NodaTime;
using NodaTime.Text;

namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>Dates and months as storage and messages have them.</summary>
internal static class Iso
{
    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static YearMonth Month(string text) => YearMonthPattern.Iso.Parse(text).Value;

    public static string Text(YearMonth month) => YearMonthPattern.Iso.Format(month);
}
