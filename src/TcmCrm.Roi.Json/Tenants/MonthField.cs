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
        if (text is not { Length: 7 } || text[4] != '-')
        {
            return false;
        }

        int digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (i != 4)
            {
                if (text[i] is < '0' or > '9')
                {
                    return false;
                }

                digits = (digits * 10) + text[i] - '0';
            }
        }

        (int year, int number) = (digits / 100, digits % 100);
        if (year is < DateField.FirstYear or > DateField.LastYear || number is < 1 or > 12)
        {
            return false;
        }

        month = new YearMonth(year, number);
        return true;
    }
}
