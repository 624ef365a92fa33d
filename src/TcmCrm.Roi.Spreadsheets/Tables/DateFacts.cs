namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What the dates of a column say together about the order of their parts.</summary>
internal sealed class DateFacts
{
    private readonly DateOrder? _given;
    private bool _firstIsDay;
    private bool _secondIsDay;
    private bool _ymd = true;
    private bool _dmy = true;
    private bool _mdy = true;
    private bool _betweenYearFirst;
    private bool _betweenYearLast;
    private bool _numberIsYear;
    private bool _twoYearFirst;
    private bool _twoMonthFirst;
    private readonly List<(int Month, int Year)> _named = [];
    private readonly List<(int First, int Second)> _two = [];
    private readonly TurnedDates _turned = new();

    internal DateFacts(IEnumerable<DateParts> column, DateOrder? given)
    {
        _given = given;
        foreach (DateParts parts in column)
        {
            Learn(parts);
            _turned.Learn(parts);
        }

        _numberIsYear |= RunsOn(_named);
        if (!_twoYearFirst && !_twoMonthFirst && _two.Count > 0)
        {
            bool yearFirst = _two.TrueForAll(pair => pair.Second is >= 1 and <= 12) && RunsOn([.. _two.Select(pair => (pair.Second, pair.First))]);
            bool monthFirst = _two.TrueForAll(pair => pair.First is >= 1 and <= 12) && RunsOn([.. _two.Select(pair => (pair.First, pair.Second))]);
            _twoYearFirst = yearFirst && !monthFirst;
            _twoMonthFirst = monthFirst && !yearFirst;
        }
    }

    /// <summary>Whether days and months that Excel has put in the place of each other are put back, because the order that is given is that of the texts that it left.</summary>
    internal bool IsTurnedBack => _given is { } given && _turned.Order == given;

    /// <summary>Year, month and day, the day 0 where there is none; or the reason why there are none.</summary>
    internal Message? Resolve(in DateParts parts, string shown, out int year, out int month, out int day)
    {
        (year, month, day) = (parts.A, parts.B, parts.Form == DateForm.Month ? 0 : parts.C);
        switch (parts.Form)
        {
            case DateForm.Month:
                return null;
            case DateForm.Day:
                (month, day) = IsTurnedBack ? (day, month) : (month, day);
                return null;
            case DateForm.TwoAndYear or DateForm.Three when _given is null && _turned.Order is { } order:
                return _turned.Asked(shown, order);
            case DateForm.TwoAndYear:
                bool? dayFirst = _given switch
                {
                    DateOrder.DayMonthYear => true,
                    DateOrder.MonthDayYear => false,
                    _ when parts.A > 12 || parts.A == parts.B => true,
                    _ when parts.B > 12 => false,
                    _ => _firstIsDay != _secondIsDay ? _firstIsDay : null,
                };
                if (dayFirst is not { } first)
                {
                    return Said.As("dateAmbiguous", ("value", shown));
                }

                (year, month, day) = (parts.C, first ? parts.B : parts.A, first ? parts.A : parts.B);
                break;
            case DateForm.Three:
                DateOrder? threeOrder = _given ?? ((_ymd ? 1 : 0) + (_dmy ? 1 : 0) + (_mdy ? 1 : 0) == 1
                    ? _ymd ? DateOrder.YearMonthDay : _dmy ? DateOrder.DayMonthYear : DateOrder.MonthDayYear
                    : null);
                if (threeOrder is not { } known)
                {
                    return Said.As(_ymd || _dmy || _mdy ? "dateAmbiguous" : "notDate", ("value", shown));
                }

                (year, month, day) = Read(parts, known);
                break;
            case DateForm.NameBetween:
                if (_given is null && _betweenYearFirst == _betweenYearLast)
                {
                    return Said.As("dateAmbiguous", ("value", shown));
                }

                bool isYearFirst = _given is { } stated ? stated == DateOrder.YearMonthDay : _betweenYearFirst;
                (year, month, day) = (DateShape.YearOf(isYearFirst ? parts.A : parts.C, 2), parts.B, isYearFirst ? parts.C : parts.A);
                break;
            case DateForm.NameThenNumber or DateForm.NumberThenName:
                bool nameFirst = parts.Form == DateForm.NameThenNumber;
                if (_given is null && !_numberIsYear)
                {
                    // 1-2月 is January and February; Mar-25 is asked.
                    return Said.As(!nameFirst && parts.A < parts.B && shown.Contains('月') ? "severalMonths" : "monthOrDay", ("value", shown));
                }

                if (_given is { } wanted && nameFirst == (wanted == DateOrder.YearMonthDay))
                {
                    return Said.As("noYear", ("value", shown));
                }

                (year, month, day) = (DateShape.YearOf(nameFirst ? parts.B : parts.A, 2), nameFirst ? parts.A : parts.B, 0);
                break;
            case DateForm.Two:
                if (_given is null && _twoYearFirst == _twoMonthFirst)
                {
                    return Said.As("monthOrDay", ("value", shown));
                }

                bool beginsWithYear = _given is { } asked ? asked == DateOrder.YearMonthDay : _twoYearFirst;
                (year, month, day) = (DateShape.YearOf(beginsWithYear ? parts.A : parts.B, 2), beginsWithYear ? parts.B : parts.A, 0);
                break;
            case DateForm.MonthOnly or DateForm.DayWithoutYear:
                return Said.As("noYear", ("value", shown));
            case DateForm.YearOnly:
                return Said.As("yearOnly", ("value", shown));
            case DateForm.SeveralMonths:
                return Said.As("severalMonths", ("value", shown));
            case DateForm.Forecast:
                return Said.As("forecastMonth", ("value", shown));
            case DateForm.OtherPeriod:
                return Said.As("otherPeriod", ("value", shown));
            default:
                return Said.As("notDate", ("value", shown));
        }

        return DateShape.IsDate(year, month, Math.Max(day, 1)) ? null : Said.As("notDate", ("value", shown));
    }

    private static (int Year, int Month, int Day) Read(in DateParts parts, DateOrder order) => order switch
    {
        DateOrder.YearMonthDay => (DateShape.YearOf(parts.A, 2), parts.B, parts.C),
        DateOrder.DayMonthYear => (DateShape.YearOf(parts.C, 2), parts.B, parts.A),
        _ => (DateShape.YearOf(parts.C, 2), parts.A, parts.B),
    };

    private void Learn(in DateParts parts)
    {
        switch (parts.Form)
        {
            case DateForm.TwoAndYear:
                _firstIsDay |= parts.A > 12;
                _secondIsDay |= parts.B > 12;
                break;
            case DateForm.Three:
                _ymd &= IsDate(Read(parts, DateOrder.YearMonthDay));
                _dmy &= IsDate(Read(parts, DateOrder.DayMonthYear));
                _mdy &= IsDate(Read(parts, DateOrder.MonthDayYear));
                break;
            case DateForm.NameBetween:
                _betweenYearFirst |= parts.A is 0 or > 31;
                _betweenYearLast |= parts.C is 0 or > 31;
                break;
            case DateForm.NameThenNumber:
                _named.Add((parts.A, parts.B));
                _numberIsYear |= IsNoDay(parts.A, parts.B);
                break;
            case DateForm.NumberThenName:
                _named.Add((parts.B, parts.A));
                _numberIsYear |= IsNoDay(parts.B, parts.A);
                break;
            case DateForm.Two:
                _two.Add((parts.A, parts.B));
                _twoYearFirst |= parts.A is 0 or > 31 && parts.B is >= 1 and <= 12;
                _twoMonthFirst |= parts.B is 0 or > 31 && parts.A is >= 1 and <= 12;
                break;
        }
    }

    private static bool IsDate((int Year, int Month, int Day) date) => DateShape.IsDate(date.Year, date.Month, date.Day);

    private static bool IsNoDay(int month, int number) => month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(2024, month);

    /// <summary>Whether the months follow each other, and the number behind them grows exactly where December ends: then it is a year and no day.</summary>
    private static bool RunsOn(List<(int Month, int Year)> months)
    {
        int steps = 0;
        int turns = 0;
        for (int i = 1; i < months.Count; i++)
        {
            int step = ((months[i].Year - months[i - 1].Year) * 12) + months[i].Month - months[i - 1].Month;
            bool isTurn = months[i].Year != months[i - 1].Year;
            steps += step is 1 or -1 ? 1 : 0;
            turns += isTurn && step is 1 or -1 ? 1 : 0;
        }

        return turns > 0 && steps * 10 >= (months.Count - 1) * 9;
    }
}
