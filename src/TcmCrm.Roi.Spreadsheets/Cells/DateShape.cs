namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What the numbers of a date are by their count, their widths and the marks that stand with them.</summary>
internal static class DateShape
{
    /// <summary>Serials of Excel: 1954-10-03 to 2173-10-13; a number outside is no date of a business.</summary>
    private const int LeastSerial = 20_000;
    private const int MostSerial = 99_999;

    internal static DateParts Form(ReadOnlySpan<int> n, ReadOnlySpan<int> width, int yearAt, int monthAt, int dayAt, int nameAt, bool hasFraction)
    {
        bool isMarked = yearAt >= 0 || monthAt >= 0 || dayAt >= 0;
        switch (n.Length)
        {
            case 1 when nameAt == 0 || (monthAt == 0 && n[0] is >= 1 and <= 12):
                return new DateParts { Form = DateForm.MonthOnly, B = n[0] };
            case 1 when monthAt == 0 && width[0] == 6:
                return Alone(n[0], width[0]); // 202503月
            case 1 when yearAt == 0 && width[0] == 1:
                return default; // 5年: a fifth year, or a slip of the pen.
            case 1 when yearAt == 0:
                return new DateParts { Form = DateForm.YearOnly, A = YearOf(n[0], width[0]) };
            case 1 when !isMarked:
                return Alone(n[0], width[0]);
            case 2 when hasFraction && !isMarked && nameAt < 0 && width[0] == 5:
                return Alone(n[0], 5); // A serial with a time of day.
            case 2:
                return Two(n, width, yearAt, monthAt, dayAt, nameAt, isMarked);
            case 3:
                return Three(n, width, yearAt, monthAt, dayAt, nameAt, isMarked);
            default:
                return default;
        }
    }

    private static DateParts Alone(int number, int width) => width switch
    {
        8 when IsDate(number / 10_000, number / 100 % 100, number % 100) => Whole(number / 10_000, number / 100 % 100, number % 100),
        6 when IsDate(number / 100, number % 100, 1) => Monthly(number / 100, number % 100),
        5 when number is >= LeastSerial and <= MostSerial => new DateParts { Form = DateForm.Serial, A = number },
        4 when number is >= DateText.FirstYear and <= 2200 => new DateParts { Form = DateForm.YearOnly, A = number },
        <= 2 when number is >= 1 and <= 12 => new DateParts { Form = DateForm.MonthOnly, B = number },
        _ => default,
    };

    private static DateParts Two(ReadOnlySpan<int> n, ReadOnlySpan<int> width, int yearAt, int monthAt, int dayAt, int nameAt, bool isMarked)
    {
        if (yearAt == 0 && monthAt is 1 or -1 && dayAt < 0)
        {
            return width[0] == 1 ? default : Monthly(YearOf(n[0], width[0]), n[1]);
        }

        if (monthAt == 0 && dayAt is 1 or -1 && yearAt < 0)
        {
            return width[1] == 4 ? Monthly(n[1], n[0])
                : dayAt == 1 ? new DateParts { Form = DateForm.DayWithoutYear, B = n[0], C = n[1] }
                : new DateParts { Form = DateForm.NameThenNumber, A = n[0], B = n[1] }; // 3月-25: Mar-25 in a Chinese Excel.
        }

        if (monthAt == 1 && yearAt < 0 && dayAt < 0)
        {
            return width[0] == 4 ? Monthly(n[0], n[1]) : new DateParts { Form = DateForm.NumberThenName, A = n[0], B = n[1] };
        }

        if (isMarked)
        {
            return default;
        }

        if (width[0] == 4)
        {
            return Monthly(n[0], n[1]);
        }

        if (width[1] == 4)
        {
            return Monthly(n[1], n[0]);
        }

        if (nameAt >= 0)
        {
            return width[1 - nameAt] is 1 or 2 ? new DateParts { Form = nameAt == 0 ? DateForm.NameThenNumber : DateForm.NumberThenName, A = n[0], B = n[1] } : default;
        }

        return width[0] <= 2 && width[1] <= 2 ? new DateParts { Form = DateForm.Two, A = n[0], B = n[1] } : default;
    }

    private static DateParts Three(ReadOnlySpan<int> n, ReadOnlySpan<int> width, int yearAt, int monthAt, int dayAt, int nameAt, bool isMarked)
    {
        if (width[0] == 4 || yearAt == 0)
        {
            return width[0] == 1 || (isMarked && (yearAt is not (0 or -1) || monthAt is not (1 or -1) || dayAt is not (2 or -1))) || nameAt is 0 or 2
                ? default
                : Whole(YearOf(n[0], width[0]), n[1], n[2]);
        }

        if (nameAt == 0)
        {
            return width[2] == 4 && !isMarked ? Whole(n[2], n[0], n[1]) : default; // Mar 15, 2025
        }

        bool nameInMiddle = nameAt == 1 || monthAt == 1;
        if (nameAt == 2 || yearAt >= 0 || dayAt >= 0 || monthAt is 0 or 2 || width[0] > 2 || width[1] > 2)
        {
            return default;
        }

        if (width[2] == 4)
        {
            return nameInMiddle ? Whole(n[2], n[1], n[0]) : new DateParts { Form = DateForm.TwoAndYear, A = n[0], B = n[1], C = n[2] };
        }

        return width[2] > 2 ? default : new DateParts { Form = nameInMiddle ? DateForm.NameBetween : DateForm.Three, A = n[0], B = n[1], C = n[2] };
    }

    private static DateParts Whole(int year, int month, int day) => IsDate(year, month, day) ? new DateParts { Form = DateForm.Day, A = year, B = month, C = day } : default;

    private static DateParts Monthly(int year, int month) => IsDate(year, month, 1) ? new DateParts { Form = DateForm.Month, A = year, B = month, C = 1 } : default;

    internal static bool IsDate(int year, int month, int day) =>
        year is >= DateText.FirstYear and <= DateText.LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>A year of two digits lies from 1969 to 2068, as in Excel's and POSIX's rule to a few years.</summary>
    internal static int YearOf(int year, int width) => width > 2 || year > 99 ? year : year <= 68 ? 2000 + year : 1900 + year;
}
