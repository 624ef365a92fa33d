using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Tenants;

/// <summary>A calendar month as <c>YYYY-MM</c>, of the years that a date may have.</summary>
internal sealed class MonthField(string name, bool isRequired) : TextField(name, isRequired, most: 7)
{
    public override Message Allowed => new("document.allowed.month");

    public override bool Holds(string text) => TryRead(text, out _);

    public static string Write(YearMonth month) => month.ToString("uuuu-MM", CultureInfo.InvariantCulture);

    public static YearMonth? Read(in ObjectReader source, MonthField field) => TryRead(source.Text(field), out YearMonth month) ? month : null;

    private static bool TryRead(string? text, out YearMonth month)
    {
        month = default;
        bool isRead = text is { Length: 7 } && text[4] == '-' && text.Where((_, i) => i != 4).All(c => c is >= '0' and <= '9');
        if (!isRead)
        {
            return false;
        }

        int year = int.Parse(text!.Substring(0, 4), CultureInfo.InvariantCulture);
        int number = int.Parse(text.Substring(5), CultureInfo.InvariantCulture);
        if (year is < DateField.FirstYear or > DateField.LastYear || number is < 1 or > 12)
        {
            return false;
        }

        month = new YearMonth(year, number);
        return true;
    }
}
