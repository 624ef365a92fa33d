using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace TcmCrm.Roi.Json.Tests.Oracle;

/// <summary>
/// What each kind of line comes to, straight from the text of a document and from the words of docs/costs-and-benefits.md: a function a kind, that lists dated amounts.
/// A new kind is one entry.
/// </summary>
internal sealed class OracleLines(JsonElement document, int wave = 0)
{
    private readonly LocalDate start = Date(document.GetProperty("start"));

    private readonly LocalDate goLive = (document.TryGetProperty("goLive", out JsonElement given) ? Date(given) : Date(document.GetProperty("start"))).PlusMonths(wave);

    /// <summary>Dates and full amounts of a cost, in its own currency, from long before the case to long after.</summary>
    public IEnumerable<(LocalDate Date, decimal Amount)> Cost(JsonElement line, LocalDate end) => Word(line, "kind", "") switch
    {
        "amounts" => Flows(line),
        "oneOff" => [(When(line, "on", start), Number(line, "amount"))],
        "perpetualLicense" => [(When(line, "on", start), Number(line, "pricePerUnit") * Number(line, "units", 1))],
        "recurring" => Bills(line, end).Select(bill => (bill.Date, Rise(line, "escalationPerYear", bill.Months) * Number(line, "amount") * bill.Share)),
        "licenseShare" => Bills(line, end, Word(line, "every", "yearly")).Select(bill =>
            (bill.Date, Rise(line, "escalationPerYear", bill.Months) * Number(line, "licensePrice") * Number(line, "sharePerYear") * Cycle(line, "yearly") / 12 * bill.Share)),
        "subscription" => Subscription(line, end),
        "learning" => [(When(line, "on", goLive), Number(line, "people") * Number(line, "hoursEach") * Number(line, "loadedHourlyRate") * WorkTime(line))],
        "productivityDip" => Dip(line, end),
        "instalments" => line.GetProperty("instalments").EnumerateArray().Select(part => (
            (Word(part, "milestone", "") switch
            {
                "signing" => When(line, "signing", start),
                "goLive" => goLive,
                _ => goLive.PlusMonths((int)Number(line, "acceptanceMonths", 0)),
            }).PlusMonths((int)Number(part, "months", 0)),
            Number(line, "contractSum") * Number(part, "share"))),
        "usage" => Bills(line, end).Select(bill => (bill.Date, Rise(line, "priceEscalationPerYear", bill.Months) * Cycle(line, "") * bill.Share * Priced(
            line, Math.Max(0, (Number(line, "unitsPerMonth") * Rise(line, "unitGrowthPerYear", bill.Months)) - Number(line, "includedPerMonth", 0)), "pricePerUnit", "unitTiers", "allUnitsAtTierPrice"))),
        "residualValue" => [(When(line, "from", start).PlusMonths((int)Number(line, "afterMonths")).PlusDays(-1), Number(line, "amount"))],
        string other => throw new NotSupportedException(other),
    };

    /// <summary>The same of a benefit, with its realisation profile, before attribution and risk.</summary>
    public IEnumerable<(LocalDate Date, decimal Amount)> Benefit(JsonElement line, LocalDate end) => Word(line, "kind", "") switch
    {
        "amounts" => Flows(line),
        "yearly" => RunRate(line, end, Number(line, "amountPerYear")),
        "revenueUplift" => RunRate(line, end, Number(line, "baselineRevenuePerYear") * Number(line, "uplift") * Number(line, "contributionMargin")),
        "customerMargin" => RunRate(line, end, Number(line, "customers") * Number(line, "additionalRate") * Number(line, "marginPerCustomerYear")),
        "workingCapital" => RunRate(line, end, Number(line, "creditSalesPerYear") * (Number(line, "daysBefore") - Number(line, "daysAfter")) / 365 * Number(line, "financingRatePerYear")),
        "expiryLoss" => RunRate(line, end, Number(line, "lossPerYear") * Number(line, "avoided")),
        "safetyStock" => RunRate(line, end, Number(line, "serviceFactor") * (Number(line, "errorBefore") - Number(line, "errorAfter"))
            * Decimals.Root(Number(line, "leadTimeMonths")) * Number(line, "unitCost") * Number(line, "carryingRatePerYear")),
        "taskTime" => RunRate(line, end, Math.Min(
            line.GetProperty("tasks").EnumerateArray().Sum(task => (Number(task, "minutesBefore") - Number(task, "minutesAfter")) * Number(task, "timesPerMonth") * 12 / 60),
            Number(line, "people") * Number(line, "hoursPerPersonYear")) * Number(line, "loadedHourlyRate") * WorkTime(line)),
        "retention" => Retained(line, end, Number(line, "churnBefore"), Number(line, "churnAfter")),
        "satisfactionChain" => Retained(line, end, Number(line, "churnBefore"), Math.Max(0, Number(line, "churnBefore") - (Number(line, "pointsGained") * Number(line, "retentionPerPoint")))),
        "notMonetised" => [],
        string other => throw new NotSupportedException(other),
    };

    /// <summary>Bills in advance that reach past a date, each with the part of its months that lies after it: months as a bill bought them.</summary>
    public IEnumerable<(LocalDate Date, decimal Amount, decimal Unexpired)> Prepaid(JsonElement line, LocalDate end)
    {
        if (!IsRecurring(line))
        {
            yield break;
        }

        // A seat that a plan adds is bought to the end of its cycle.
        (LocalDate Date, int Months, decimal Share, LocalDate Until)[] bills = [.. Bills(line, end, Word(line, "every", "yearly"))];
        foreach ((LocalDate date, decimal amount) in Cost(line, end))
        {
            LocalDate until = bills.Last(bill => bill.Date <= date).Until;
            yield return (date, amount, WholeMonths(end, until) / MonthsBetween(date, until));
        }
    }

    public static bool IsRecurring(JsonElement line) => Word(line, "kind", "") is "recurring" or "licenseShare" or "subscription" or "usage";

    /// <summary>What is said to be a loss, or is one by its own figures.</summary>
    public static bool IsLoss(JsonElement line) => (line.TryGetProperty("disbenefit", out JsonElement said) && said.GetBoolean()) || IsLossByItself(line);

    /// <summary>A credit counts the other way round, less what is taken off for risk; a loss likewise, with what risk adds.</summary>
    public static decimal Counted(JsonElement line, bool isCost)
    {
        bool Flag(string name) => line.TryGetProperty(name, out JsonElement said) && said.GetBoolean();
        decimal risk = Number(line, isCost ? "riskUplift" : "riskReduction", 0);
        bool isLossByItself = IsLossByItself(line);
        return isCost
            ? Flag("credit") || Word(line, "kind", "") == "residualValue" ? -(1 - risk) : 1 + risk
            : Number(line, "attribution", 1) * (Flag("disbenefit") ? -(1 + risk) : isLossByItself ? 1 + risk : 1 - risk);
    }

    public static decimal MonthsBetween(LocalDate from, LocalDate to)
    {
        int whole = WholeMonths(from, to);
        LocalDate begun = from.PlusMonths(whole);
        return begun >= to ? whole : whole + (Days(begun, to) / (decimal)Days(begun, from.PlusMonths(whole + 1)));
    }

    public static decimal Number(JsonElement line, string name, decimal? absent = null) => line.TryGetProperty(name, out JsonElement value) ? value.GetDecimal() : absent!.Value;

    public static string Word(JsonElement line, string name, string absent) => line.TryGetProperty(name, out JsonElement value) ? value.GetString()! : absent;

    public static LocalDate Date(JsonElement value) => LocalDatePattern.Iso.Parse(value.GetString()!).Value;

    private static int WholeMonths(LocalDate from, LocalDate to) => Enumerable.Range(1, 1300).TakeWhile(months => from.PlusMonths(months) <= to).LastOrDefault();

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    private static int Cycle(JsonElement line, string absent) => Word(line, "every", absent) switch { "monthly" => 1, "quarterly" => 3, "halfYearly" => 6, _ => 12 };

    private static IEnumerable<(LocalDate Date, decimal Amount)> Flows(JsonElement line) => line.GetProperty("flows").EnumerateArray().Select(flow => (Date(flow.GetProperty("date")), Number(flow, "amount")));

    private static decimal Rise(JsonElement line, string name, int months) => Enumerable.Repeat(1 + Number(line, name, 0), months / 12).Aggregate(1m, (product, factor) => product * factor);

    private static decimal WorkTime(JsonElement line) => !line.TryGetProperty("workTime", out JsonElement rule) || (rule.ValueKind == JsonValueKind.String && rule.GetString() == "none") ? 1
        : rule.ValueKind == JsonValueKind.String ? 21.75m / 20.67m : Number(rule, "paidDaysPerMonth") / Number(rule, "workedDaysPerMonth");

    private LocalDate When(JsonElement line, string name, LocalDate absent) => !line.TryGetProperty(name, out JsonElement value) ? absent
        : value.ValueKind == JsonValueKind.Object ? When(value, "from", absent).PlusMonths(value.GetProperty("months").GetInt32())
        : value.GetString() switch { "caseStart" => start, "goLive" => goLive, _ => Date(value) };

    /// <summary>Billing dates counted from the first one, with the part of the cycle that the term leaves, and the day up to which it is paid.</summary>
    private IEnumerable<(LocalDate Date, int Months, decimal Share, LocalDate Until)> Bills(JsonElement line, LocalDate end, string? every = null)
    {
        int cycle = every is null ? Cycle(line, "yearly") : every switch { "monthly" => 1, "quarterly" => 3, "halfYearly" => 6, _ => 12 };
        LocalDate first = When(line, "from", start);
        bool renews = Word(line, "kind", "") == "subscription" && Word(line, "renewal", "renews") == "renews";
        LocalDate? over = line.TryGetProperty("until", out JsonElement until) ? Date(until)
            : line.TryGetProperty("termMonths", out JsonElement term) && !renews ? first.PlusMonths(term.GetInt32()) : null;
        for (int months = 0; first.PlusMonths(months) < end && first.PlusMonths(months) < (over ?? LocalDate.MaxIsoValue); months += cycle)
        {
            LocalDate date = first.PlusMonths(months);
            LocalDate next = first.PlusMonths(months + cycle);
            if (over is not { } last || next <= last)
            {
                yield return (date, months, 1, next);
                continue;
            }

            int whole = Enumerable.Range(0, cycle).FirstOrDefault(more => first.PlusMonths(months + more) == last, -1);
            yield return (date, months, whole > 0 ? whole / (decimal)cycle : Days(date, last) / (decimal)Days(date, next), last);
        }
    }

    private IEnumerable<(LocalDate Date, decimal Amount)> Subscription(JsonElement line, LocalDate end)
    {
        (LocalDate From, decimal Seats)[] plan = line.TryGetProperty("seatPlan", out JsonElement steps)
            ? [.. steps.EnumerateArray().Select(step => (Date(step.GetProperty("from")), Number(step, "seats")))] : [];
        foreach ((LocalDate date, int months, decimal share, LocalDate until) in Bills(line, end))
        {
            decimal rise = Rise(line, "priceEscalationPerYear", months);
            decimal Price(decimal count) => rise * Priced(line, count, "pricePerSeat", "seatTiers", "allSeatsAtTierPrice");
            decimal freeMonths = Number(line, "freeMonths", 0);
            decimal free = Math.Min(share, Math.Max(0, (freeMonths - months) / Cycle(line, "monthly")));
            LocalDate paidFrom = When(line, "from", start).PlusMonths((int)freeMonths);
            decimal seats = plan.Where(step => step.From <= date).Select(step => (decimal?)step.Seats).LastOrDefault()
                ?? decimal.Ceiling(Number(line, "seats") * Rise(line, "seatGrowthPerYear", months));
            yield return (date, Price(seats) * (share - free));
            LocalDate cycleEnd = When(line, "from", start).PlusMonths(months + Cycle(line, "monthly"));
            foreach ((LocalDate from, decimal wanted) in plan.Where(step => step.From > date && step.From < until))
            {
                if (wanted > seats)
                {
                    decimal more = Math.Max(0, Price(wanted) - Price(seats));
                    yield return (from, more * Math.Max(0, Days(paidFrom > from ? paidFrom : from, until)) / Days(date, cycleEnd));
                    seats = wanted;
                }
            }
        }
    }

    /// <summary>All at the price of the tier that is reached, or tier by tier, from the dearest number down.</summary>
    private static decimal Priced(JsonElement line, decimal count, string priceName, string tiersName, string allName)
    {
        (decimal From, decimal Price)[] tiers =
            [(1, Number(line, priceName)), .. line.TryGetProperty(tiersName, out JsonElement given) ? given.EnumerateArray().Select(tier => (Number(tier, "from"), Number(tier, priceName))) : []];
        if (line.TryGetProperty(allName, out JsonElement all) && all.GetBoolean())
        {
            return count * tiers.Where((tier, i) => i == 0 || tier.From <= count).Last().Price;
        }

        decimal sum = 0, left = count;
        foreach ((decimal from, decimal price) in tiers.Reverse())
        {
            decimal here = from <= Math.Max(1, count) ? left - Math.Min(left, from - 1) : 0;
            sum += here * price;
            left -= here;
        }

        return sum;
    }

    private IEnumerable<(LocalDate Date, decimal Amount)> Dip(JsonElement line, LocalDate end)
    {
        LocalDate first = When(line, "from", goLive);
        int days = 7 * (int)Number(line, "weeks");
        bool isLinear = Word(line, "recovery", "linear") == "linear";
        decimal total = Number(line, "people") * Number(line, "hoursPerWeek") * Number(line, "weeks") * Number(line, "loadedHourlyRate") * Number(line, "dip") * WorkTime(line) / (isLinear ? 2 : 1);

        // Day by day: level, or falling in a straight line to nothing.
        decimal Of(int day) => isLinear ? total * (((2 * (days - day)) - 1) / (decimal)(days * days)) : total / days;
        return Enumerable.Range(0, days).Where(day => first.PlusDays(day) >= start && first.PlusDays(day) < start.PlusMonths(WholeMonths(start, end) + 1))
            .GroupBy(day => LastDayOfMonth(first.PlusDays(day)), (last, inMonth) => (last, inMonth.Sum(Of)));
    }

    /// <summary>The last day of the month of the case that holds a day.</summary>
    private LocalDate LastDayOfMonth(LocalDate day) => start.PlusMonths(MonthOf(day) + 1).PlusDays(-1);

    /// <summary>Months of the case are counted from its start, backwards too.</summary>
    private int MonthOf(LocalDate day)
    {
        int month = (12 * (day.Year - start.Year)) + day.Month - start.Month;
        return start.PlusMonths(month) > day ? month - 1 : month;
    }

    private IEnumerable<(LocalDate Date, decimal Amount, int Age)> Months(LocalDate end) => Enumerable.Range(0, WholeMonths(start, end) + 1)
        .Select(month => (start.PlusMonths(month + 1).PlusDays(-1), 1m, month - MonthOf(goLive))).Where(month => month.Item3 >= 0);

    /// <summary>The part of the month of go-live that comes after it.</summary>
    private decimal Used()
    {
        LocalDate begin = start.PlusMonths(MonthOf(goLive));
        LocalDate end = start.PlusMonths(MonthOf(goLive) + 1);
        return Days(goLive, end) / (decimal)Days(begin, end);
    }

    private IEnumerable<(LocalDate Date, decimal Amount)> RunRate(JsonElement line, LocalDate end, decimal year) =>
        Months(end).Select(month => (month.Date, year / 12 * Realised(line, month.Age) * (month.Age == 0 ? Used() : 1)));

    private static decimal Realised(JsonElement line, int month)
    {
        if (!line.TryGetProperty("profile", out JsonElement profile))
        {
            return month < 0 ? 0 : 1;
        }

        int age = month - (int)Number(profile, "lagMonths", 0);
        int length = (int)Number(profile, "rampMonths", 0);
        decimal S(decimal x) => (x * x * x) - (x * x * x * x / 2);
        decimal ramp = month < 0 || age < 0 ? 0 : Word(profile, "ramp", "immediate") switch
        {
            "linear" => age < length ? (age + 0.5m) / length : 1,
            "sCurve" => age < length ? length * (S((age + 1m) / length) - S((decimal)age / length)) : 1,
            "custom" => Between([.. profile.GetProperty("points").EnumerateArray().Select(point => (Number(point, "month"), Number(point, "share")))], age),
            _ => 1,
        };
        decimal dip = month < Number(profile, "dipMonths", 0) ? 1 - Number(profile, "dipDepth", 0) : 1;
        int fadeFrom = (int)Number(profile, "fadeFromMonth", 0);
        decimal fade = month < fadeFrom ? 1 : Decimals.Power(1 - Math.Min(Number(profile, "fadePerYear", 0), 0.999999999m), ((month - fadeFrom) / 12) + 1);
        return ramp * dip * fade;
    }

    /// <summary>Points are taken at the month itself: nothing before the first, the last for ever after.</summary>
    private static decimal Between((decimal Month, decimal Share)[] points, int month)
    {
        if (month < points[0].Month)
        {
            return 0;
        }

        (decimal Month, decimal Share) left = points.Last(point => point.Month <= month);
        (decimal Month, decimal Share)? right = points.Where(point => point.Month > month).Select(point => ((decimal, decimal)?)point).FirstOrDefault();
        return right is var (next, share) ? left.Share + ((share - left.Share) * (month - left.Month) / (next - left.Month)) : left.Share;
    }

    private IEnumerable<(LocalDate Date, decimal Amount)> Retained(JsonElement line, LocalDate end, decimal before, decimal after)
    {
        decimal customers = Number(line, "customers");
        decimal margin = Number(line, "marginPerCustomerYear");
        decimal Started(int age) => age == 0 ? Realised(line, 0) * Used() : Realised(line, age);
        switch (Word(line, "accrual", "gradual"))
        {
            case "fullYearAtOnce":
                return RunRate(line, end, customers * (before - after) * margin);
            case "gradual":
                // Customers saved in a month (a twelfth of a year's, as far as realised) pay a twelfth of their margin in each of the twelve months from the middle of that month on.
                decimal saved = customers * (before - after) / 12;
                return Months(end).Select(month => (month.Date, margin / 12 * saved * Enumerable.Range(0, 13).Sum(back => Started(month.Age - back) * Paying(back, month.Age == back))));
            default:
                decimal monthlyBefore = 1 - Decimals.Power(1 - Math.Min(before, 0.9999999999m), 1 / 12m);
                decimal monthlyAfter = 1 - Decimals.Power(1 - Math.Min(after, 0.9999999999m), 1 / 12m);
                return Survival(line, end, customers * margin / 12, monthlyBefore, monthlyAfter);
        }
    }

    /// <summary>Half of the month in which they are saved and half of the thirteenth; of a month of go-live that is used in part, that part's half and the rest of a month.</summary>
    private decimal Paying(int monthsSince, bool isFirst) => monthsSince switch
    {
        0 => isFirst ? Used() / 2 : 0.5m,
        12 => isFirst ? 1 - (Used() / 2) : 0.5m,
        _ => 1,
    };

    /// <summary>Today's customers alone: what more of them are alive, as the mean of a month's begin and end.</summary>
    private IEnumerable<(LocalDate Date, decimal Amount)> Survival(JsonElement line, LocalDate end, decimal marginOfMonth, decimal before, decimal after)
    {
        decimal old = 1, now = 1;
        int last = MonthOf(end);
        for (int month = MonthOf(goLive); month <= last; month++)
        {
            int age = month - MonthOf(goLive);
            decimal used = age == 0 ? Used() : 1;
            decimal begin = now - old;
            old *= 1 - (used * before);
            now *= 1 - (used * (before - (Realised(line, age) * (before - after))));
            if (month >= 0)
            {
                yield return (start.PlusMonths(month + 1).PlusDays(-1), marginOfMonth * used * (begin + now - old) / 2);
            }
        }
    }

    private static bool IsLossByItself(JsonElement line) => Word(line, "kind", "") switch
    {
        "revenueUplift" => Number(line, "uplift") < 0,
        "workingCapital" => Number(line, "daysAfter") > Number(line, "daysBefore"),
        _ => false,
    };
}
