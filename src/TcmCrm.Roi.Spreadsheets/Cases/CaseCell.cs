using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>One cell as the value that its field asks for; what is none stays a text, which the document then refuses with its range.</summary>
internal static class CaseCell
{
    private static readonly string[] Yes = ["是", "yes", "true"];
    private static readonly string[] No = ["否", "no", "false"];

    internal static CaseNode Read(string sheet, CaseField field, CellKind kind, string text, int power, int dateShift, CasePlace place)
    {
        if (!field.IsList)
        {
            return One(sheet, field, kind, text, power, dateShift, place);
        }

        CaseNode list = CaseNode.List(place);
        IEnumerable<(CellKind, string)> parts = kind == CellKind.Text ? CaseText.Split(text).Select(part => (kind, part)) : [(kind, text)];
        foreach ((CellKind partKind, string part) in parts)
        {
            list.Elements.Add(field.Kind == CaseFieldKind.Text && partKind == CellKind.Text ? Text(place, part) : One(sheet, field, partKind, part, power, dateShift, place));
        }

        return list;
    }

    private static CaseNode One(string sheet, CaseField field, CellKind kind, string text, int power, int dateShift, CasePlace place)
    {
        if (kind == CellKind.Boolean && field.Kind == CaseFieldKind.Flag)
        {
            return Flag(place, text == "1");
        }

        if (kind is CellKind.Number or CellKind.Percent && TryNumber(text, power, out decimal number))
        {
            return field.Kind switch
            {
                CaseFieldKind.Number or CaseFieldKind.Any => Number(place, number),
                CaseFieldKind.Date or CaseFieldKind.DateOrWord when number is >= 20_000 and < 100_000 => Date(place, number, dateShift),
                _ => Text(place, number.ToString(CultureInfo.InvariantCulture)),
            };
        }

        if (kind == CellKind.Date && TryNumber(text, 0, out number) && number is >= 1 and < 2_958_466)
        {
            CaseNode date = Date(place, number, dateShift);
            return field.Path == "goLive" && field.Kind == CaseFieldKind.Text ? Text(place, date.Text!.Substring(0, 7)) : date;
        }

        return FromText(sheet, field, text, place);
    }

    private static CaseNode FromText(string sheet, CaseField field, string text, CasePlace place)
    {
        switch (field.Kind)
        {
            case CaseFieldKind.Number when CellText.TryParseNumber(text, out decimal number, out string? currency) && currency is null:
                return Number(place, number);
            case CaseFieldKind.Flag when Yes.Contains(text, StringComparer.OrdinalIgnoreCase):
                return Flag(place, true);
            case CaseFieldKind.Flag when No.Contains(text, StringComparer.OrdinalIgnoreCase):
                return Flag(place, false);
            case CaseFieldKind.Word or CaseFieldKind.DateOrWord when CaseText.Word(sheet, field, text) is { } word:
                return Text(place, word);
            case CaseFieldKind.Date or CaseFieldKind.DateOrWord or CaseFieldKind.Any when text.IndexOfAny(['-', '/', '年']) > 0 && CellText.TryParseDate(text, out LocalDate date):
                return Text(place, LocalDatePattern.Iso.Format(date));
            default:
                return Text(place, CaseText.Read(text));
        }
    }

    private static CaseNode Text(CasePlace place, string text) => CaseNode.Value(place, JsonValueKind.String, text);

    private static CaseNode Number(CasePlace place, decimal number) => CaseNode.Value(place, JsonValueKind.Number, number.ToString(CultureInfo.InvariantCulture));

    private static CaseNode Flag(CasePlace place, bool value) => CaseNode.Value(place, value ? JsonValueKind.True : JsonValueKind.False, string.Empty);

    /// <summary>Excel counts a 29 February 1900 that never was.</summary>
    private static CaseNode Date(CasePlace place, decimal serial, int shift)
    {
        int days = (int)decimal.Floor(serial) + shift;
        return Text(place, LocalDatePattern.Iso.Format(new LocalDate(1899, 12, days < 61 ? 31 : 30).PlusDays(days)));
    }

    /// <summary>The number of a cell: Excel keeps 15 digits, and writes up to 17 of what stands for them.</summary>
    private static bool TryNumber(string text, int power, out decimal number)
    {
        const NumberStyles Form = NumberStyles.Float;
        number = 0;
        string digits = text;
        if (text.Count(char.IsDigit) > 15)
        {
            if (!double.TryParse(text, Form, CultureInfo.InvariantCulture, out double value))
            {
                return false;
            }

            digits = value.ToString("G15", CultureInfo.InvariantCulture);
        }

        if (!decimal.TryParse(digits, Form, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        try
        {
            for (int i = 0; i < power; i++)
            {
                number *= 10;
            }

            for (int i = power; i < 0; i++)
            {
                number /= 10; // 0"%" shows 25 as 25 %.
            }

            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
