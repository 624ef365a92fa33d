using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// From records to KPIs: takes orders, customers, visits, survey answers, prescriptions, stock and receivables one by one, in any order, and gives the monthly series of every KPI of the
/// catalogue that they allow.
/// </summary>
/// <remarks>
/// One pass; the memory is that of the customers and the months in which each bought, not of the order lines; order numbers, where lines have them, are kept as 24 bytes each. Distinct
/// counts and rolling windows are counted from the customers, never added up from months. What the records do not tell has no value: a KPI of which some lines
/// lack a part has a gap in that month, a rolling window begins when it is full, a first or last month that is not complete is left out, and complaints, visits, answers and receivables have no
/// value outside the months from their first record to their last. A month between the first and the last order in which the whole or a segment sold nothing has revenue 0. Definitions: a customer is active who bought within
/// <see cref="KpiBuilderOptions.ActiveMonths"/>; lost are those active at the end of the month before and not at its end; new is a customer in the month of the first
/// purchase, where the customer file does not have the customer from before the records; without a date in the file from the 13th month of the records on (no purchase before).
/// Lines at 0 (gifts) are no purchase. Names that differ only in full-width characters or spaces are one customer.
/// Not safe for use by several threads at once.
/// </remarks>
public sealed partial class KpiBuilder
{
    private readonly KpiBuilderOptions options;
    private readonly Dictionary<string, int> productLines = new(StringComparer.Ordinal);

    // Lines without a segment under the empty text: each line is counted once, and the whole is put together when it is asked for.
    private readonly Dictionary<string, SalesLedger> segments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Since, bool IsTarget)> customers = new(StringComparer.Ordinal);
    private readonly CustomerKeys names = new();
    private int customersTwice;
    private string firstTwice = string.Empty;
    private readonly VisitLedger visits = new();
    private readonly SortedDictionary<(KpiSurveyQuestion Question, int Month), (double Numerator, long Count)> answers = [];
    private readonly SortedDictionary<int, Ledger> receivables = [];
    private readonly SortedDictionary<int, long> complaints = [];
    private readonly MonthlySums prescriptions = new();
    private readonly StockLedger stock = new();
    private readonly Dictionary<KpiDefinition, MonthlySums> measures = [];
    private string lastSegment = string.Empty;
    private SalesLedger? lastLedger;

    /// <summary>A builder without records.</summary>
    /// <param name="options">How it counts; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public KpiBuilder(KpiBuilderOptions? options = null)
    {
        this.options = options ?? new KpiBuilderOptions();
        Check.InRange(this.options.ActiveMonths, 1, 24, nameof(KpiBuilderOptions.ActiveMonths));
        Check.InRange(this.options.WindowMonths, 1, 24, nameof(KpiBuilderOptions.WindowMonths));
        Check.InRange(this.options.NearExpiryMonths, 1, 60, nameof(KpiBuilderOptions.NearExpiryMonths));
        if (this.options.SatisfiedFrom is < 1 or > 5)
        {
            throw Check.OutOfRange(nameof(KpiBuilderOptions.SatisfiedFrom), this.options.SatisfiedFrom, "1 to 5", AllowedRange.Between(1, 5));
        }
    }

    /// <summary>Takes one order line.</summary>
    /// <param name="order">The line.</param>
    /// <exception cref="ArgumentException">The customer is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rebate is negative, or the date is not of the years 1900 to 2200.</exception>
    public void Add(in KpiOrder order)
    {
        Check.NotBlank(order.Customer, nameof(KpiOrder.Customer));
        CheckDate(order.Date, nameof(KpiOrder.Date));
        if (order.Amount >= 0)
        {
            NotNegative(order.Rebate, nameof(KpiOrder.Rebate));
        }

        string segment = SegmentOf(order.Segment);
        if (lastLedger is null || !string.Equals(segment, lastSegment, StringComparison.Ordinal))
        {
            if (!segments.TryGetValue(segment, out lastLedger))
            {
                segments.Add(segment, lastLedger = new SalesLedger(productLines));
            }

            lastSegment = segment;
        }

        lastLedger.Add(order, names.KeyOf(order.Customer, out bool isAsWritten), isAsWritten);
    }

    /// <summary>Takes one customer of the customer file; of two records of one customer the earlier day counts, and it is to be reached if one of them says so (<c>kpiCustomersTwice</c> where they differ).</summary>
    /// <param name="customer">The customer.</param>
    /// <exception cref="ArgumentException">The customer is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the years 1900 to 2200.</exception>
    public void Add(in KpiCustomer customer)
    {
        Check.NotBlank(customer.Customer, nameof(KpiCustomer.Customer));
        if (customer.Since is { } since)
        {
            CheckDate(since, nameof(KpiCustomer.Since));
        }

        string key = names.KeyOf(customer.Customer, out bool isAsWritten);
        if (isAsWritten)
        {
            names.Listed(key);
        }

        (int Since, bool IsTarget) record = (customer.Since is { } day ? MonthOf(day) : -1, customer.IsTarget);
        if (customers.TryGetValue(key, out (int Since, bool IsTarget) known) && known != record)
        {
            firstTwice = customersTwice++ == 0 ? key : firstTwice;
            record = (known.Since < 0 ? record.Since : record.Since < 0 ? known.Since : Math.Min(known.Since, record.Since), known.IsTarget || record.IsTarget);
        }

        customers[key] = record;
    }

    /// <summary>Takes one visit.</summary>
    /// <param name="visit">The visit.</param>
    /// <exception cref="ArgumentException">Customer or representative is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the years 1900 to 2200.</exception>
    public void Add(in KpiVisit visit)
    {
        Check.NotBlank(visit.Customer, nameof(KpiVisit.Customer));
        Check.NotBlank(visit.Representative, nameof(KpiVisit.Representative));
        CheckDate(visit.Date, nameof(KpiVisit.Date));
        string key = names.KeyOf(visit.Customer, out bool isAsWritten);
        if (isAsWritten)
        {
            names.Listed(key);
        }

        visits.Add(visit, key, MonthOf(visit.Date));
    }

    /// <summary>Takes one answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is outside the scale of the question, or the date not of the years 1900 to 2200.</exception>
    public void Add(in KpiSurveyAnswer answer)
    {
        Check.Defined(answer.Question, nameof(KpiSurveyAnswer.Question));
        CheckDate(answer.Date, nameof(KpiSurveyAnswer.Date));
        (decimal low, decimal high) = RangeOf(answer.Question);
        if (answer.Score < low || answer.Score > high)
        {
            throw Check.OutOfRange(nameof(KpiSurveyAnswer.Score), answer.Score, low + " to " + high, AllowedRange.Between(low, high));
        }

        double counted = answer.Question switch
        {
            KpiSurveyQuestion.Satisfaction => answer.Score >= options.SatisfiedFrom ? 1 : 0,
            KpiSurveyQuestion.Recommendation => answer.Score >= 9 ? 1 : answer.Score <= 6 ? -1 : 0,
            _ => (double)answer.Score,
        };
        (KpiSurveyQuestion, int) key = (answer.Question, MonthOf(answer.Date));
        answers.TryGetValue(key, out (double Numerator, long Count) sums);
        answers[key] = (sums.Numerator + counted, sums.Count + 1);
    }

    /// <summary>Takes what the ledger says of a month.</summary>
    /// <param name="receivable">The amounts.</param>
    /// <exception cref="ArgumentOutOfRangeException">Credit sales or what fell due are negative, or the month is not of the years 1900 to 2200.</exception>
    public void Add(in KpiReceivable receivable)
    {
        CheckDate(receivable.Month.OnDayOfMonth(1), nameof(KpiReceivable.Month));
        NotNegative(receivable.CreditSales, nameof(KpiReceivable.CreditSales));
        NotNegative(receivable.Due, nameof(KpiReceivable.Due));
        int month = (receivable.Month.Year * 12) + receivable.Month.Month - 1;
        receivables.TryGetValue(month, out Ledger sums);
        receivables[month] = new Ledger(
            Plus(sums.Balance, receivable.Balance), Plus(sums.CreditSales, receivable.CreditSales), Plus(sums.Due, receivable.Due), Plus(sums.Collected, receivable.Collected));
    }

    /// <summary>Takes prescriptions of a day.</summary>
    /// <param name="prescription">The prescriptions.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the date is not of the years 1900 to 2200.</exception>
    /// <exception cref="OverflowException">The sum of a month is beyond decimal.</exception>
    public void Add(in KpiPrescription prescription)
    {
        CheckDate(prescription.Date, nameof(KpiPrescription.Date));
        NotNegative(prescription.Count, nameof(KpiPrescription.Count));
        prescriptions.Add(SegmentOf(prescription.Segment), MonthOf(prescription.Date), prescription.Count);
    }

    /// <summary>Takes one line of a stock list.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="ArgumentException">The product is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or the month is not of the years 1900 to 2200.</exception>
    /// <exception cref="OverflowException">The value of a month is beyond decimal.</exception>
    public void Add(in KpiStock line)
    {
        Check.NotBlank(line.Sku, nameof(KpiStock.Sku));
        CheckDate(line.Month.OnDayOfMonth(1), nameof(KpiStock.Month));
        NotNegative(line.Value, nameof(KpiStock.Value));
        stock.Add(line, SegmentOf(line.Segment), (line.Month.Year * 12) + line.Month.Month - 1, options.NearExpiryMonths);
    }

    /// <summary>Takes an amount of a host's own KPI.</summary>
    /// <param name="measure">The amount.</param>
    /// <exception cref="ArgumentNullException">There is no KPI.</exception>
    /// <exception cref="ArgumentException">The rule over time of the KPI is not <see cref="KpiAggregation.Sum"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the years 1900 to 2200.</exception>
    /// <exception cref="OverflowException">The sum of a month is beyond decimal.</exception>
    public void Add(in KpiMeasure measure)
    {
        KpiDefinition kpi = measure.Kpi ?? throw new ArgumentNullException(nameof(measure));
        if (kpi.OverTime != KpiAggregation.Sum)
        {
            throw new ArgumentException($"The KPI '{kpi.Id}' is not added up over time: its rule is {kpi.OverTime}.", nameof(measure));
        }

        CheckDate(measure.Date, nameof(KpiMeasure.Date));
        if (!measures.TryGetValue(kpi, out MonthlySums? sums))
        {
            measures.Add(kpi, sums = new MonthlySums());
        }

        sums.Add(SegmentOf(measure.Segment), MonthOf(measure.Date), measure.Value);
    }

    /// <summary>Takes one complaint.</summary>
    /// <param name="date">Its day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the years 1900 to 2200.</exception>
    public void AddComplaint(LocalDate date)
    {
        CheckDate(date, nameof(date));
        complaints.TryGetValue(MonthOf(date), out long count);
        complaints[MonthOf(date)] = count + 1;
    }

    /// <summary>The series of all that was taken so far; more may be added and the series built again.</summary>
    /// <returns>The series and what was left out.</returns>
    /// <exception cref="ArgumentException">A value is outside the range of the KPI.</exception>
    public KpiBuild Build()
    {
        var notes = new List<Message>();
        SalesLedger whole = Whole();
        int through = Through(whole, notes);
        int from = From(whole, through, notes);
        var series = new List<KpiSeries>();
        if (whole.MonthCount > 0)
        {
            NoteOrders(whole, from, through, notes);
            new SalesKpis(whole, string.Empty, from, through, options, customers, stock, series, notes).Build(complaints);
        }

        NoteCoverage("complaints", complaints.Keys, from, through, whole, notes);
        NoteCoverage("visits", visits.Months, from, through, whole, notes);
        NoteCoverage("answers", answers.Keys.Select(key => key.Month).OrderBy(month => month), from, through, whole, notes);
        NoteCoverage("receivables", receivables.Keys, from, through, whole, notes);

        foreach (KeyValuePair<string, SalesLedger> segment in segments.Where(pair => pair.Key.Length > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            new SalesKpis(segment.Value, segment.Key, from, through, options, customers, stock, series, null).Build(null);
        }

        visits.Build(through, customers, series, notes);
        BuildAnswers(through, series);
        BuildLedger(whole, from, through, series);
        BuildPrescriptions(through, series);
        stock.Build(through, series);
        foreach (KeyValuePair<KpiDefinition, MonthlySums> measure in measures)
        {
            foreach (string segment in measure.Value.Segments)
            {
                (int first, double?[] values) = measure.Value.Of(segment, through);
                AddValues(series, measure.Key, segment, first, WithEmptyMonths(values, first, segment, whole, through));
            }
        }

        List<string> order = [.. KpiCatalog.All.Select(kpi => kpi.Id)];
        return new KpiBuild([.. series.OrderBy(one => one.Segment.Length > 0).ThenBy(one => one.Segment, StringComparer.Ordinal).ThenBy(one => order.IndexOf(one.Definition.Id) is >= 0 and var at ? at : order.Count)], [.. notes]);
    }

    internal static YearMonth MonthAt(int month) => new(month / 12, (month % 12) + 1);

    internal static int MonthOf(LocalDate date) => (date.Year * 12) + date.Month - 1;

    /// <summary>Adds a series of parts from a first month; nothing where no month has a value.</summary>
    internal static void AddParts(List<KpiSeries> series, KpiDefinition kpi, string segment, int first, double?[] numerators, double?[] denominators)
    {
        (int from, int to) = Span(numerators);
        if (to > from)
        {
            series.Add(KpiSeries.FromParts(kpi, MonthAt(first + from), Slice(numerators, from, to), Slice(denominators, from, to), segment));
        }
    }

    /// <summary>Adds a series of values from a first month; nothing where no month has a value.</summary>
    internal static void AddValues(List<KpiSeries> series, KpiDefinition kpi, string segment, int first, double?[] values)
    {
        (int from, int to) = Span(values);
        if (to > from)
        {
            series.Add(KpiSeries.FromValues(kpi, MonthAt(first + from), Slice(values, from, to), segment));
        }
    }

    private static (int From, int To) Span(double?[] values)
    {
        int from = Array.FindIndex(values, value => value is not null);
        return from < 0 ? (0, 0) : (from, Array.FindLastIndex(values, value => value is not null) + 1);
    }

    private static double?[] Slice(double?[] values, int from, int to)
    {
        var slice = new double?[to - from];
        Array.Copy(values, from, slice, 0, slice.Length);
        return slice;
    }

    private static void NotNegative(decimal? value, string name)
    {
        if (value is { } amount && amount < 0)
        {
            throw Check.OutOfRange(name, amount, "0 or more", AllowedRange.NotNegative);
        }
    }

    private static decimal? Plus(decimal? left, decimal? right) => left is null ? right : right is null ? left : left + right;

    private static (decimal Low, decimal High) RangeOf(KpiSurveyQuestion question) => question switch
    {
        KpiSurveyQuestion.Satisfaction => (1, 5),
        KpiSurveyQuestion.Recommendation => (0, 10),
        _ => (0, 100),
    };

    private static void CheckDate(LocalDate date, string name)
    {
        if (date.Calendar != CalendarSystem.Iso || date.Year is < 1900 or > 2200)
        {
            throw Check.OutOfRange(name, date, "a day of the years 1900 to 2200 of the ISO calendar",
                new Message("range.dates", MessageArgument.Date("first", new LocalDate(1900, 1, 1)), MessageArgument.Date("last", new LocalDate(2200, 12, 31))));
        }
    }

    private SalesLedger Whole()
    {
        if (segments.Count == 1 && segments.TryGetValue(string.Empty, out SalesLedger? only))
        {
            return only;
        }

        var whole = new SalesLedger(productLines);
        foreach (SalesLedger segment in segments.Values)
        {
            whole.Merge(segment);
        }

        return whole;
    }

    private string SegmentOf(string? segment) => options.BySegment ? segment ?? string.Empty : string.Empty;

    internal readonly record struct Ledger(decimal? Balance, decimal? CreditSales, decimal? Due, decimal? Collected);
}
