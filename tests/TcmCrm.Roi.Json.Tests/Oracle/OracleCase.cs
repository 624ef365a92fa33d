using System.Text.Json;
using NodaTime;

namespace TcmCrm.Roi.Json.Tests.Oracle;

/// <summary>
/// The figures of a document in decimals, from the words of docs/formulas.md and docs/methods.md: one list of dated amounts, and every figure a sum over it. A figure that has
/// no answer is null. A new figure is one line in <see cref="Figures"/>.
/// </summary>
internal sealed class OracleCase
{
    private readonly JsonElement document;
    private readonly LocalDate start;
    private readonly LocalDate goLive;
    private readonly LocalDate longest;
    private readonly decimal? rate;
    private readonly string dayCount;
    private readonly string timing;
    private readonly Amount[] amounts;
    private readonly (LocalDate Date, decimal Amount, decimal After, bool IsCash)[] prepaid;
    private readonly OracleLines lines;
    private readonly LocalDate end;

    /// <param name="document">A case document.</param>
    /// <param name="end">The first day after the evaluation period.</param>
    public OracleCase(JsonElement document, LocalDate end)
    {
        this.document = document;
        this.end = end;
        start = OracleLines.Date(document.GetProperty("start"));
        goLive = document.TryGetProperty("goLive", out JsonElement given) ? OracleLines.Date(given) : start;
        rate = document.TryGetProperty("discountRate", out JsonElement yearly) ? yearly.GetDecimal() : null;
        dayCount = OracleLines.Word(document, "dayCount", "anniversary");
        timing = OracleLines.Word(document, "flowTiming", "dated");
        longest = end;
        lines = new OracleLines(document);
        amounts = [.. Costs().Concat(Benefits()).Where(amount => amount.Date >= start && amount.Date < end)];
        prepaid = [.. document.GetProperty("costs").EnumerateArray().SelectMany(line => Waves(line, isCost: true).SelectMany(wave => wave.Lines.Prepaid(line, end)
            .Where(bill => bill.Date >= start && bill.Date < end)
            .Select(bill => (bill.Date, Converted(line, bill.Date, bill.Amount) * wave.Share * OracleLines.Counted(line, isCost: true), bill.Unexpired, OracleLines.Word(line, "category", "") != "time"))))];
    }

    /// <summary>Every figure by the id that it has in result documents; null where it has no answer.</summary>
    public Dictionary<string, decimal?> Figures(bool isCashAlone)
    {
        Amount[] counted = [.. amounts.Where(amount => !isCashAlone || amount.IsCash)];
        Amount[] costs = [.. counted.Where(amount => amount.Side == 'C')];
        Amount[] benefits = [.. counted.Where(amount => amount.Side == 'B')];
        Amount[] distant = [.. counted.Where(amount => amount.Side == 'L')];
        decimal cost = costs.Sum(amount => amount.Value);
        decimal benefit = benefits.Sum(amount => amount.Value);
        decimal? presentCost = rate is null ? null : costs.Sum(amount => amount.Value * Factor(amount.Date));
        decimal? presentBenefit = rate is null ? null : benefits.Sum(amount => amount.Value * Factor(amount.Date));
        decimal unexpired = prepaid.Where(bill => !isCashAlone || bill.IsCash).Sum(bill => bill.Amount * bill.After);
        LocalDate cut = goLive > start ? goLive : start;
        decimal initial = costs.Where(amount => amount.Date <= cut).Sum(amount => amount.Value);
        int years = Enumerable.Range(1, 100).TakeWhile(year => start.PlusYears(year) <= end).Count();
        decimal? Annual(decimal? figure) => years == 0 ? null : figure;
        decimal length = Years(start, end);
        decimal? first = Payback(counted, isDiscounted: false, isDurable: false);
        return new Dictionary<string, decimal?>
        {
            ["totalCost"] = cost,
            ["totalBenefit"] = benefit,
            ["netBenefit"] = benefit - cost,
            ["roi"] = Over(benefit - cost, cost),
            ["unexpiredPrepayment"] = unexpired,
            ["roiOnAccrual"] = Over(benefit - (cost - unexpired), cost - unexpired),
            ["presentValueOfCosts"] = presentCost,
            ["presentValueOfBenefits"] = presentBenefit,
            ["netPresentValue"] = presentBenefit - presentCost,
            ["discountedRoi"] = Over(presentBenefit - presentCost, presentCost),
            ["paybackMonths"] = first,
            ["paybackMonthsFromGoLive"] = first is { } months ? Math.Max(0, months - (goLive > start ? OracleLines.MonthsBetween(start, goLive) : 0)) : null,
            ["durablePaybackMonths"] = Payback(counted, isDiscounted: false, isDurable: true),
            ["discountedPaybackMonths"] = rate is null ? null : Payback(counted, isDiscounted: true, isDurable: false),
            ["discountedDurablePaybackMonths"] = rate is null ? null : Payback(counted, isDiscounted: true, isDurable: true),
            ["benefitCostRatio"] = Over(presentBenefit, presentCost),
            ["modifiedInternalRateOfReturn"] = Annual(Modified(costs, benefits)),
            ["profitabilityIndex"] = rate is null ? null : Index(counted),
            ["initialInvestment"] = initial,
            ["profitabilityIndexOnInitialInvestment"] = initial <= 0 ? null : 1 + ((presentBenefit - presentCost) / initial),
            ["netFutureValue"] = (presentBenefit - presentCost) * Decimals.Power(1 + (rate ?? 0), length),
            ["annualizedRoi"] = Annual(cost <= 0 || benefit < 0 ? null : benefit == 0 ? -1 : Decimals.Power(benefit / cost, 1 / length) - 1),
            ["totalCostOfOwnership"] = cost,
            ["averageAnnualCost"] = Annual(cost / length),
            ["equivalentAnnualCost"] = Annual(rate is null ? null : rate == 0 ? presentCost / length : presentCost * rate / (1 - Decimals.Power(1 + rate.Value, -length))),
            ["requiredBenefitShare"] = benefit <= 0 || cost < 0 ? null : cost / benefit,
            ["roiByConvention.simple"] = Over(benefit - cost, cost),
            ["roiByConvention.tei"] = rate is null ? null : Tei(costs, benefits, cut),
            ["roiByConvention.idc"] = Over(presentBenefit - presentCost, presentCost),
            ["roiByConvention.nucleus"] = years == 0 ? null : Over(
                (benefits.Where(amount => amount.Date < start.PlusYears(Math.Min(3, years))).Sum(amount => amount.Value)
                    - costs.Where(amount => amount.Date > cut && amount.Date < start.PlusYears(Math.Min(3, years))).Sum(amount => amount.Value)) / Math.Min(3, years),
                initial),
            ["roiByConvention.phillips"] = years == 0 ? null : Phillips(costs, benefits),
            ["longTerm.totalBenefit"] = distant.Sum(amount => amount.Value),
            ["longTerm.presentValueOfBenefits"] = rate is null ? null : distant.Sum(amount => amount.Value * Factor(amount.Date)),
            ["longTerm.roiWithLongTerm"] = Over(benefit + distant.Sum(amount => amount.Value) - cost, cost),
        };
    }

    /// <summary>The net present value at a rate over the sum of the sizes: 0 at an internal rate of return.</summary>
    public double Residual(double logGrowth, bool isCashAlone)
    {
        double value = 0, size = 0;
        foreach (IGrouping<decimal, Amount> time in amounts.Where(amount => amount.Side != 'L' && (!isCashAlone || amount.IsCash)).GroupBy(amount => Time(amount.Date)))
        {
            double term = (double)time.Sum(amount => amount.Side == 'B' ? amount.Value : -amount.Value) * Math.Exp(-logGrowth * (double)time.Key);
            value += term;
            size += Math.Abs(term);
        }

        return size == 0 ? 0 : value / size;
    }

    private static decimal? Over(decimal? above, decimal? below) => below is null or <= 0 ? null : above / below;

    private IEnumerable<Amount> Costs() => document.GetProperty("costs").EnumerateArray().SelectMany(line => Waves(line, isCost: true).SelectMany(wave => wave.Lines.Cost(line, longest).Select((flow, i) => new Amount(
        'C', flow.Date, Converted(line, flow.Date, flow.Amount, i) * wave.Share * OracleLines.Counted(line, isCost: true), OracleLines.Word(line, "category", "") != "time", OracleLines.IsRecurring(line)))));

    private IEnumerable<Amount> Benefits() => document.GetProperty("benefits").EnumerateArray().SelectMany(line => Waves(line, isCost: false).SelectMany(wave => wave.Lines.Benefit(line, longest).Select((flow, i) => new Amount(
        OracleLines.Word(line, "category", "") is "loyalty" or "crossSell" or "upSell" or "processEfficiency" ? 'L' : 'B', flow.Date,
        Converted(line, flow.Date, flow.Amount, i) * wave.Share * OracleLines.Counted(line, isCost: false), IsCash(line), false))));

    /// <summary>A line with tags of waves is divided among them by their shares; without any, a benefit among all, and a cost is due with the case.</summary>
    private IEnumerable<(OracleLines Lines, decimal Share)> Waves(JsonElement line, bool isCost)
    {
        string[] tags = line.TryGetProperty("tags", out JsonElement given) ? [.. given.EnumerateArray().Select(tag => tag.GetString()!)] : [];
        JsonElement[] all = document.TryGetProperty("waves", out JsonElement waves) ? [.. waves.EnumerateArray()] : [];
        JsonElement[] own = [.. all.Where(wave => tags.Contains(wave.GetProperty("tag").GetString()))];
        JsonElement[] mine = own.Length > 0 || isCost ? own : all;
        decimal whole = mine.Sum(wave => OracleLines.Number(wave, "share"));
        return mine.Length == 0 ? [(lines, 1m)] : mine.Select(wave => (new OracleLines(document, wave.GetProperty("months").GetInt32()), OracleLines.Number(wave, "share") / whole));
    }

    /// <summary>Saved hours are time until posts or overtime go; else the class decides, which where nothing is said is efficiency for operating cost and processes, and cash for all that is lost.</summary>
    private static bool IsCash(JsonElement line) => OracleLines.Word(line, "kind", "") == "taskTime"
        ? line.TryGetProperty("cashedOut", out JsonElement gone) && gone.GetBoolean()
        : OracleLines.Word(line, "class", !OracleLines.IsLoss(line) && OracleLines.Word(line, "category", "") is "operatingCost" or "processEfficiency" ? "efficiency" : "cashable") == "cashable";

    /// <summary>At the latest rate on or before the date, or at the reciprocal of the opposite one.</summary>
    private decimal Converted(JsonElement line, LocalDate date, decimal amount, int index = -1)
    {
        string home = document.GetProperty("currency").GetString()!;
        string own = OracleLines.Word(line, "currency", home);
        own = index >= 0 && line.TryGetProperty("flows", out JsonElement flows) ? OracleLines.Word(flows[index], "currency", own) : own;
        if (own == home || date < start)
        {
            return amount;
        }

        decimal? Latest(string from, string to) => document.GetProperty("exchangeRates").EnumerateArray()
            .Where(given => given.GetProperty("from").GetString() == from && given.GetProperty("to").GetString() == to && OracleLines.Date(given.GetProperty("date")) <= date)
            .OrderBy(given => OracleLines.Date(given.GetProperty("date"))).Select(given => (decimal?)OracleLines.Number(given, "rate")).LastOrDefault();
        return amount * (Latest(own, home) ?? (1 / Latest(home, own)!.Value));
    }

    private int MonthOf(LocalDate date) => Enumerable.Range(0, 1300).First(month => start.PlusMonths(month + 1) > date);

    /// <summary>From when an amount is discounted; the start date itself is now.</summary>
    private decimal Time(LocalDate date) => date == start ? 0 : timing switch
    {
        "dated" => Years(start, date),
        "startOfMonth" => MonthOf(date) / 12m,
        "midMonth" => (MonthOf(date) + 0.5m) / 12,
        "endOfMonth" => (MonthOf(date) + 1m) / 12,
        _ => (MonthOf(date) / 12) + 1,
    };

    private decimal Factor(LocalDate date) => Decimals.Power(1 + rate!.Value, -Time(date));

    private decimal Years(LocalDate from, LocalDate to)
    {
        int Length(int year) => CalendarSystem.Iso.GetDaysInYear(year);
        int Days(LocalDate a, LocalDate b) => Period.DaysBetween(a, b);
        switch (dayCount)
        {
            case "actual365Fixed":
                return Days(from, to) / 365m;
            case "thirty360":
                int day = Math.Min(from.Day, 30);
                return ((360 * (to.Year - from.Year)) + (30 * (to.Month - from.Month)) + (to.Day == 31 && day == 30 ? 30 : to.Day) - day) / 360m;
            case "actualActualIsda":
                return Enumerable.Range(from.Year, to.Year - from.Year + 1).Sum(year =>
                    Days(LocalDate.Max(from, new LocalDate(year, 1, 1)), LocalDate.Min(to, new LocalDate(year + 1, 1, 1))) / (decimal)Length(year));
            default:
                int whole = Enumerable.Range(1, 200).TakeWhile(year => from.PlusYears(year) <= to).Count();
                return whole + (Days(from.PlusYears(whole), to) / (decimal)Days(from.PlusYears(whole), from.PlusYears(whole + 1)));
        }
    }

    /// <summary>What has come in by the start, then by each month or, at year ends, each year: the first time that it is no longer negative, in a straight line within the step.</summary>
    private decimal? Payback(Amount[] counted, bool isDiscounted, bool isDurable)
    {
        int step = timing == "endOfYear" ? 12 : 1;
        decimal NetOf(IEnumerable<Amount> some) => some.Where(amount => amount.Side != 'L').Sum(amount => (amount.Side == 'B' ? 1 : -1) * amount.Value * (isDiscounted ? Factor(amount.Date) : 1));
        ILookup<int, Amount> byStep = counted.ToLookup(amount => amount.Date == start ? -1 : MonthOf(amount.Date) / step);
        decimal before = NetOf(byStep[-1]);
        decimal size = Math.Abs(before);
        bool wasNegative = before < 0;
        bool everNegative = wasNegative;
        decimal? found = null;
        for (int k = 0; start.PlusMonths(k * step) < end; k++)
        {
            decimal flow = NetOf(byStep[k]);
            size += Math.Abs(flow);
            decimal after = before + flow;
            bool isNegative = after < -1e-15m * size;
            if (wasNegative && !isNegative && (isDurable || found is null))
            {
                found = (k + Math.Min(1, -before / flow)) * step;
            }

            everNegative |= isNegative;
            wasNegative = isNegative;
            before = after;
        }

        return !everNegative ? 0 : isDurable && wasNegative ? null : found;
    }

    private decimal? Tei(Amount[] costs, Amount[] benefits, LocalDate cut)
    {
        // Columns: up to go-live; then each year from there, discounted from its end, or from that of the period.
        decimal Value(Amount[] side) => side.Sum(amount =>
        {
            int year = amount.Date <= cut ? 0 : Enumerable.Range(1, 200).First(end => cut.PlusYears(end) > amount.Date);
            return amount.Value * Decimals.Power(1 + rate!.Value, year == 0 ? 0 : cut.PlusYears(year) <= end ? -year : -OracleLines.MonthsBetween(cut, end) / 12);
        });
        return Over(Value(benefits) - Value(costs), Value(costs));
    }

    private decimal? Phillips(Amount[] costs, Amount[] benefits)
    {
        LocalDate year = start.PlusYears(1);
        decimal cost = costs.Where(amount => amount.Recurs && amount.Date < year).Sum(amount => amount.Value)
            + (costs.Where(amount => !amount.Recurs).Sum(amount => amount.Value) / (OracleLines.MonthsBetween(start, end) / 12));
        return Over(benefits.Where(amount => amount.Date < year).Sum(amount => amount.Value) - cost, cost);
    }

    private (decimal Time, decimal Net)[] Nets(IEnumerable<Amount> counted) => [.. counted.Where(amount => amount.Side != 'L').GroupBy(amount => Time(amount.Date))
        .Select(time => (time.Key, time.Sum(amount => amount.Side == 'B' ? amount.Value : -amount.Value))).Where(net => net.Item2 != 0).OrderBy(net => net.Key)];

    private decimal? Index(Amount[] counted)
    {
        (decimal Time, decimal Net)[] nets = Nets(counted);
        decimal paid = nets.Where(net => net.Net < 0).Sum(net => -net.Net * Decimals.Power(1 + rate!.Value, -net.Time));
        return paid == 0 ? null : nets.Where(net => net.Net > 0).Sum(net => net.Net * Decimals.Power(1 + rate!.Value, -net.Time)) / paid;
    }

    private decimal? Modified(Amount[] costs, Amount[] benefits)
    {
        decimal? finance = document.TryGetProperty("financeRate", out JsonElement paidAt) ? paidAt.GetDecimal() : rate;
        decimal? reinvestment = document.TryGetProperty("reinvestmentRate", out JsonElement earnedAt) ? earnedAt.GetDecimal() : rate;
        (decimal Time, decimal Net)[] nets = Nets(costs.Concat(benefits));
        if (finance is null || reinvestment is null || !nets.Any(net => net.Net > 0) || !nets.Any(net => net.Net < 0))
        {
            return null;
        }

        decimal duration = nets[^1].Time - nets[0].Time;
        decimal received = nets.Where(net => net.Net > 0).Sum(net => net.Net * Decimals.Power(1 + reinvestment.Value, nets[^1].Time - net.Time));
        decimal paid = nets.Where(net => net.Net < 0).Sum(net => -net.Net * Decimals.Power(1 + finance.Value, nets[0].Time - net.Time));
        return Decimals.Power(received / paid, 1 / duration) - 1;
    }

    /// <summary>A dated amount in the currency of the case: of a cost, a benefit, or the long-term block.</summary>
    private readonly record struct Amount(char Side, LocalDate Date, decimal Value, bool IsCash, bool Recurs);
}
