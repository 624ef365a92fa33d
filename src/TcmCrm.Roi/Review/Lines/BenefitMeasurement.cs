namespace TcmCrm.Roi.Review;

/// <summary>Which months of a benefit its rows cover, the share of the plan that was measured, and how sure that share is (docs/review.md, "What a measurement covers").</summary>
/// <remarks>
/// <para>A row covers the months since the row before where <c>from</c> says so, or where that gap is the line's most frequent one; after a longer gap it covers
/// one such gap, and the months before are not measured. A row far above the others after a gap evidently holds what the gap left out, and covers it.</para>
/// <para>Share = sum(w a) / sum(w p) over the stretches, a measured and p planned at the actual timing, w = 2^(-age / 6), age in months: the mean of the shares,
/// weighted by recency and plan. Where the measured shares show a season over 24 months, whole years count, w = 2^(-age / 6) by the year.</para>
/// <para>Deviations e = a / p - share of stretches of L months have the monthly variance s2 = (5 x 0.15^2 + sum(v L e^2)) / (5 + sum(v) - 1), v the plan of a month
/// of the stretch over the largest: few data lean on a spread of 15 %, one or two stretches on 25 %. With rho their lag-1 autocorrelation, corrected for its bias and held to 0 to 0.9, a sum of months
/// to come with plan p has the variance s2 (1 + rho) / (1 - rho) [sum(p)^2 sum((w p)^2 / L) / sum(w p)^2 + sum(p^2)], and Student's t with at least 5 degrees of
/// freedom.</para>
/// </remarks>
internal sealed class BenefitMeasurement
{
    private const int HalfLife = 6;
    private const int Year = 12;
    private const int Fewest = 3;
    private const double PriorWeight = 5;
    private const double PriorSpread = 0.15;
    private const double SpreadOfFew = 0.25;
    private const double LeastFreedom = 5;
    private const double StrongestDependence = 0.9;

    // A row this much above the others holds more than its own months; below that it may be noise.
    private const decimal Evident = 1.4m;

    // With the months of the gap it must still come near to the others: else it was one good month.
    private const decimal Plausible = 0.75m;
    private const decimal Whole = 1.05m;

    // Three times what the line usually brings, by more than its largest month, is a question before it is a benefit.
    private const decimal Implausible = 3;

    // Shares that rise by this much over the months measured, clearly, may go on rising up to the plan.
    private const double Rise = 0.2;
    private const double ClearRise = 1.5;
    private const int LongestDelay = 3;
    private const double SeasonShown = 0.5;

    private readonly bool[] _covered;
    private bool[]? _held;
    private double _spread;
    private double _shared;
    private double _own;

    private BenefitMeasurement(int months) => _covered = new bool[months];

    /// <summary>Months by which the line started late; a line that should have started and has not: those since its planned start, both included.</summary>
    internal int MonthsLate { get; private set; }

    /// <summary>Whether there is a row at all.</summary>
    internal bool IsMeasured { get; private set; }

    /// <summary>Measured over planned, not capped; 1 where nothing was measured.</summary>
    internal decimal Share { get; private set; } = 1;

    /// <summary>The share before months far above the others were moderated: what the upper limit rests on.</summary>
    internal decimal UpperShare { get; private set; }

    /// <summary>How many stretches with a plan the share rests on.</summary>
    internal int Stretches { get; private set; }

    /// <summary>The first month that a row covers; -1 where there is none.</summary>
    internal int First { get; private set; } = -1;

    /// <summary>The last month that a row covers; -1 where there is none.</summary>
    internal int Last { get; private set; } = -1;

    /// <summary>The first month whose row is not expected yet, because the line is measured at a longer spacing; the month after the review's where there is none.</summary>
    internal int PendingFrom { get; private set; }

    /// <summary>The longest run of months since the first row, with a plan and without a measurement that was due, and its first month.</summary>
    internal (int Months, int Since) LongestGap { get; private set; } = (0, -1);

    /// <summary>What the plan has in all months since the first row that were to be measured and were not, at the actual timing; not rounded.</summary>
    internal decimal UnmeasuredPlan { get; private set; }

    /// <summary>How many months that are.</summary>
    internal int UnmeasuredMonths { get; private set; }

    /// <summary>The money by month, that of a longer stretch spread over its months as the plan has it; null where that is what the rows say.</summary>
    internal decimal[]? Placed { get; private set; }

    /// <summary>
    /// What rows measured beyond anything that the line usually brings, and nobody verified: how many, what they have too much, and the first month. The forecast
    /// counts such a stretch at the usual share of its plan.
    /// </summary>
    internal (int Rows, decimal Excess, int Month) Doubted { get; private set; } = (0, 0, -1);

    /// <summary>Rows whose amount fits their line without the conversion from another currency, and that nobody verified: how many, what conversion added, and the first month.</summary>
    internal (int Rows, decimal Excess, int Month) Misread { get; private set; } = (0, 0, -1);

    /// <summary>What rows measured for months that rows before cover already, and nobody verified: how many, the money, and the first month.</summary>
    internal (int Rows, decimal Amount, int Month) Overlapping { get; private set; } = (0, 0, -1);

    /// <summary>Whether a row covers a month.</summary>
    internal bool Covers(int month) => month >= 0 && month < _covered.Length && _covered[month];

    /// <summary>Whether a month was to be measured and was not.</summary>
    internal bool IsUnmeasured(int month) => First >= 0 && month > First && month < PendingFrom && (!_covered[month] || (_held?[month] ?? false));

    /// <summary>The share that the months to come may reach where the measured shares rise clearly: 1; else 0.</summary>
    internal decimal RisingTo { get; private set; }

    /// <summary>What was measured to date and the forecast does not count: what is in doubt, and planned losses of months that nobody measured.</summary>
    internal decimal NotCounted(LineRecord record, int asOf)
    {
        decimal sum = 0;
        for (int month = 0; month <= asOf; month++)
        {
            sum += Placed is null ? 0 : record.Amounts[month] - Placed[month];
            sum -= record.Plan.IsReversed && !Covers(month) ? record.Plan.Exact(month) * Math.Max(Share, 1) : 0;
        }

        return sum;
    }

    /// <summary>Half the width of the interval of a sum of months, by the sum of their plan and the sum of its squares.</summary>
    internal double Reach(double sum, double sumOfSquares) => _spread * Math.Sqrt((_shared * sum * sum) + (_own * sumOfSquares));

    internal static BenefitMeasurement Of(LineRecord record, int asOf, ReviewPolicy policy, LineScratch t)
    {
        var measured = new BenefitMeasurement(asOf + 1) { PendingFrom = asOf + 1, IsMeasured = record.MeasuredMonths > 0 };
        LinePlan plan = record.Plan;
        if (record.IsAsPlannedThrough(asOf))
        {
            measured.CoverAll(plan, asOf, t);
            return measured;
        }

        int[] rows = RowsOf(record);
        if (rows.Length == 0)
        {
            // That nobody measured a loss does not say that it did not come.
            measured.MonthsLate = plan.IsReversed ? 0 : plan.First < 0 ? 0 : Math.Max(0, asOf - plan.First + 1);
            return measured;
        }

        int gap = UsualGap(rows, plan.First);
        List<Stretch> stretches = t.Stretches;
        Fill(stretches, record, rows, gap);
        int first = stretches[0].First;
        bool isAsPlannedAtFirst = record.IsAsPlannedThrough(Math.Min(asOf, Math.Max(rows[0], plan.First)));
        measured.MonthsLate = plan.First < 0 || isAsPlannedAtFirst || plan.IsReversed || plan.IsSeasonal() ? 0 : Math.Max(0, first - plan.First);
        measured.MonthsLate = measured.MonthsLate > 0 && IsInPlace(plan, stretches, measured.MonthsLate) ? 0 : measured.MonthsLate;
        measured.TakeIn(record, stretches, gap, asOf, policy, t);
        return measured;
    }

    /// <summary>
    /// Whether rows that begin late are clearly nearer to the plan of their own months than to a moved one: then the first months were not measured, and nothing
    /// is late. So it is with a few dated amounts of which the first is missing; or, by running amount, came later and the next on time.
    /// </summary>
    private static bool IsInPlace(LinePlan plan, List<Stretch> stretches, int late)
    {
        (decimal inPlace, decimal moved) = (0, 0);
        (decimal inPlaceSoFar, decimal movedSoFar, decimal sum) = (0, 0, 0);
        foreach (Stretch stretch in stretches)
        {
            inPlace += Math.Abs(stretch.Amount - plan.Between(stretch.First, stretch.Last));
            moved += Math.Abs(stretch.Amount - plan.Between(stretch.First - late, stretch.Last - late));
            sum += stretch.Amount;
            inPlaceSoFar += Math.Abs(sum - plan.Between(plan.Start, stretch.Last));
            movedSoFar += Math.Abs(sum - plan.Between(plan.Start, stretch.Last - late));
        }

        return 2 * inPlace < moved || 2 * inPlaceSoFar < movedSoFar;
    }

    private static int[] RowsOf(LineRecord record)
    {
        var rows = new int[record.MeasuredMonths];
        int count = 0;
        for (int month = 0; month < record.HasRow.Length; month++)
        {
            if (record.HasRow[month])
            {
                rows[count++] = month;
            }
        }

        return rows;
    }

    /// <summary>The most frequent gap between rows, of several the shortest; a single row covers from the planned start.</summary>
    private static int UsualGap(int[] rows, int planned)
    {
        if (rows.Length == 1)
        {
            return planned < 0 || rows[0] < planned ? 1 : rows[0] - planned + 1;
        }

        (int best, int most) = (1, 0);
        for (int i = 1; i < rows.Length; i++)
        {
            int gap = rows[i] - rows[i - 1];
            int count = 0;
            for (int j = 1; j < rows.Length; j++)
            {
                count += rows[j] - rows[j - 1] == gap ? 1 : 0;
            }

            (best, most) = count > most || (count == most && gap < best) ? (gap, count) : (best, most);
        }

        return best;
    }

    private static void Fill(List<Stretch> stretches, LineRecord record, int[] rows, int gap)
    {
        stretches.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            int month = rows[i];
            int before = i == 0 ? -1 : rows[i - 1];
            int first = record.From?[month] is { } from ? Math.Max(from, before + 1)
                : i == 0 ? Math.Min(month, Math.Max(month - gap + 1, Math.Max(0, record.Plan.First)))
                : Math.Max(before + 1, month - gap + 1);
            decimal amount = record.Amounts[month];
            first = record.Plan.IsReversed && record.From?[month] is null ? FirstOfLoss(record.Plan, amount, first, month) : first;
            decimal overlap = 0;
            if (amount > 0 && record.From?[month] is { } stated && stated <= before && month > record.VerifiedThrough)
            {
                // A running total, or months that were told before: only its part of the new months counts.
                overlap = amount * (before - stated + 1) / (month - stated + 1);
            }

            stretches.Add(new Stretch
            {
                First = first,
                Last = month,
                Amount = amount - overlap,
                IsStated = record.From?[month] is not null,
                IsDoubted = overlap != 0,
                Overlap = overlap,
            });
        }
    }

    /// <summary>
    /// The rhythm of the rows alone does not make a loss of one month the loss of several: a row covers as many months back as bring their plan nearest to its amount.
    /// </summary>
    private static int FirstOfLoss(LinePlan plan, decimal amount, int earliest, int month)
    {
        decimal sum = plan.Exact(month);
        int best = month;
        decimal apart = Math.Abs(amount - sum);
        for (int first = month - 1; first >= earliest; first--)
        {
            sum += plan.Exact(first);
            (best, apart) = Math.Abs(amount - sum) < apart ? (first, Math.Abs(amount - sum)) : (best, apart);
        }

        return best;
    }

    /// <summary>A line that is as planned: every month is measured at a share of exactly 1, however the amounts were rounded.</summary>
    private void CoverAll(LinePlan plan, int asOf, LineScratch t)
    {
        for (int month = Math.Max(0, plan.Start); month < Math.Min(plan.End, asOf + 1); month++)
        {
            _covered[month] = true;
            Stretches += plan.Exact(month) != 0 ? 1 : 0;
        }

        if (Stretches > 0)
        {
            First = plan.Start;
            Last = asOf;
            double prior = Stretches < Fewest ? SpreadOfFew : PriorSpread;
            SetSpread(PriorWeight * prior * prior / (PriorWeight + Stretches - 1), 0, 1.0 / Stretches, Stretches, t);
        }
    }

    private void TakeIn(LineRecord record, List<Stretch> stretches, int gap, int asOf, ReviewPolicy policy, LineScratch t)
    {
        Plan(record, stretches);
        HoldTogether(record, stretches, t);
        Doubt(record, stretches, t);
        Cover(record, stretches, gap, asOf, policy);
        Place(record, stretches);
        List<Stretch> told = t.Told;
        Tell(told, stretches);
        if (told.Count > 0 && (UnmeasuredMonths > 0 || _held is not null))
        {
            // The upper limit keeps what the rows say: that a good month holds a missing one is a cautious reading, and no knowledge.
            Estimate(told, gap, t);
            UpperShare = Share;
            Moderate(told, t);
        }

        Stretches = told.Count;
        if (told.Count > 0)
        {
            Estimate(told, gap, t);
            UpperShare = Math.Max(UpperShare, Share);
        }
    }

    private void Plan(LineRecord record, List<Stretch> stretches)
    {
        for (int i = 0; i < stretches.Count; i++)
        {
            Stretch stretch = stretches[i];
            stretch.Plan = record.Plan.Between(stretch.First - MonthsLate, stretch.Last - MonthsLate);
            if (stretch.Overlap != 0)
            {
                Overlapping = (Overlapping.Rows + 1, Overlapping.Amount + stretch.Overlap, Overlapping.Month < 0 ? stretch.Last : Overlapping.Month);
            }
            else if (stretch.First == stretch.Last)
            {
                stretch.Amount = record.RealizedIn(stretch.First, stretch.Plan);
            }

            stretches[i] = stretch;
        }
    }

    /// <summary>Where a row after a gap has far more than the others, it holds what the gap left out: the months from the gap on are one stretch.</summary>
    private void HoldTogether(LineRecord record, List<Stretch> stretches, LineScratch t)
    {
        decimal usual = UsualShare(stretches, t, out int count);
        if (count < Fewest || usual <= 0)
        {
            return;
        }

        for (int i = 1; i < stretches.Count; i++)
        {
            if (stretches[i].IsStated || stretches[i].Plan <= 0 || stretches[i].Amount <= Evident * usual * stretches[i].Plan)
            {
                continue;
            }

            int from = i;
            while (from > 0 && stretches[from].First == stretches[from - 1].Last + 1 && stretches[i].Last - stretches[from - 1].First <= LongestDelay)
            {
                from--;
            }

            if (from == 0 || stretches[from].First == stretches[from - 1].Last + 1)
            {
                continue;
            }

            var whole = new Stretch { First = stretches[from - 1].Last + 1, Last = stretches[i].Last, IsStated = true };
            for (int j = from; j <= i; j++)
            {
                whole.Amount += stretches[j].Amount;
            }

            // As many months of the gap as leave the stretch near the others, the latest first.
            whole.Plan = record.Plan.Between(whole.First - MonthsLate, whole.Last - MonthsLate);
            while (whole.First < stretches[from].First && (whole.Plan <= 0 || whole.Amount < Plausible * usual * whole.Plan))
            {
                whole.First++;
                whole.Plan = record.Plan.Between(whole.First - MonthsLate, whole.Last - MonthsLate);
            }

            if (whole.First == stretches[from].First || whole.Plan <= 0 || whole.Amount < Plausible * usual * whole.Plan)
            {
                continue;
            }

            if (whole.Amount < Whole * usual * whole.Plan)
            {
                // It may hold them, or be one good month: for the upper limit they are still not measured.
                _held ??= new bool[_covered.Length];
                for (int month = whole.First; month < stretches[from].First; month++)
                {
                    _held[month] = true;
                }
            }

            stretches.RemoveRange(from, i - from + 1);
            stretches.Insert(from, whole);
            i = from;
        }
    }

    private void Doubt(LineRecord record, List<Stretch> stretches, LineScratch t)
    {
        if (record.Plan.IsReversed)
        {
            DoubtSigns(record, stretches);
            return;
        }

        decimal usual = Math.Min(1, UsualShare(stretches, t, out _));
        DoubtCurrencies(record, stretches, usual);
        decimal largest = 0;
        for (int month = record.Plan.Start; month < record.Plan.End; month++)
        {
            largest = Math.Max(largest, record.Plan.Exact(month));
        }

        for (int i = 0; i < stretches.Count && usual > 0; i++)
        {
            Stretch stretch = stretches[i];
            decimal excess = stretch.Amount - (usual * stretch.Plan);
            if (stretch.IsDoubted || stretch.Plan <= 0 || stretch.Last <= record.VerifiedThrough || stretch.Amount <= Implausible * usual * stretch.Plan || excess <= largest)
            {
                continue;
            }

            Doubted = (Doubted.Rows + 1, Doubted.Excess + excess, Doubted.Month < 0 ? stretch.Last : Doubted.Month);
            stretch.Amount = usual * stretch.Plan;
            stretch.IsDoubted = true;
            stretches[i] = stretch;
        }
    }

    /// <summary>A row in another currency than its line's that is nearer to what the line usually brings without its conversion counts without it.</summary>
    private void DoubtCurrencies(LineRecord record, List<Stretch> stretches, decimal usual)
    {
        for (int i = 0; i < stretches.Count && record.ByConversion is not null; i++)
        {
            Stretch stretch = stretches[i];
            decimal added = record.ByConversion[stretch.Last];
            decimal expected = usual * stretch.Plan;
            if (added > 0 && expected > 0 && stretch.Last > record.VerifiedThrough && !stretch.IsDoubted && IsNearer(stretch.Amount - added, stretch.Amount, expected))
            {
                Misread = (Misread.Rows + 1, Misread.Excess + added, Misread.Month < 0 ? stretch.Last : Misread.Month);
                stretch.Amount -= added;
                stretch.IsDoubted = true;
                stretches[i] = stretch;
            }
        }

        static bool IsNearer(decimal one, decimal other, decimal expected) =>
            one > 0 && (one >= expected || other > expected) && Math.Max(one, expected) / Math.Min(one, expected) < other / expected;
    }

    /// <summary>A loss that was measured as a gain is a question of its sign before it is a gain.</summary>
    private void DoubtSigns(LineRecord record, List<Stretch> stretches)
    {
        for (int i = 0; i < stretches.Count; i++)
        {
            Stretch stretch = stretches[i];
            if (stretch.Plan < 0 && stretch.Amount > 0 && stretch.Last > record.VerifiedThrough)
            {
                Doubted = (Doubted.Rows + 1, Doubted.Excess + stretch.Amount - stretch.Plan, Doubted.Month < 0 ? stretch.Last : Doubted.Month);
                stretch.Amount = stretch.Plan;
                stretch.IsDoubted = true;
                stretches[i] = stretch;
            }
        }
    }

    private static decimal UsualShare(List<Stretch> stretches, LineScratch t, out int count)
    {
        List<decimal> shares = t.Ratios;
        shares.Clear();
        foreach (Stretch stretch in stretches)
        {
            if (stretch.Plan > 0)
            {
                shares.Add(stretch.Amount / stretch.Plan);
            }
        }

        count = shares.Count;
        return Medians.Of(shares);
    }

    private void Cover(LineRecord record, List<Stretch> stretches, int gap, int asOf, ReviewPolicy policy)
    {
        First = stretches[0].First;
        Last = stretches[stretches.Count - 1].Last;
        foreach (Stretch stretch in stretches)
        {
            for (int month = Math.Max(0, stretch.First); month <= stretch.Last; month++)
            {
                _covered[month] = true;
            }
        }

        // A line that is measured every three months is not late in the second month.
        PendingFrom = asOf - Last < Math.Min(gap, policy.EvidenceMonths) ? Last + 1 : asOf + 1;
        (int run, int since) = (0, -1);
        for (int month = record.Plan.IsReversed ? Math.Max(0, record.Plan.Start) : First; month < PendingFrom; month++)
        {
            bool isMissing = !_covered[month] && record.Plan.Exact(month - MonthsLate) != 0;
            since = !isMissing ? -1 : since < 0 ? month : since;
            run = isMissing ? run + 1 : 0;
            if (isMissing)
            {
                UnmeasuredMonths++;
                UnmeasuredPlan += record.Plan.Exact(month - MonthsLate);
                LongestGap = run > LongestGap.Months ? (run, since) : LongestGap;
            }
        }
    }

    /// <summary>Spreads the money of a longer stretch over its months as the plan has it; what rounding leaves stays in the last.</summary>
    private void Place(LineRecord record, List<Stretch> stretches)
    {
        foreach (Stretch stretch in stretches)
        {
            if (!stretch.IsDoubted && (stretch.First == stretch.Last || stretch.Plan == 0 || (stretch.Plan < 0 && !record.Plan.IsReversed)))
            {
                continue;
            }

            Placed ??= (decimal[])record.Amounts.Clone();
            decimal rest = stretch.Amount;

            decimal share = rest / stretch.Plan;
            for (int month = Math.Max(0, stretch.First); month < stretch.Last; month++)
            {
                Placed[month] = share * record.Plan.Exact(month - MonthsLate);
                rest -= Placed[month];
            }

            Placed[stretch.Last] = rest;
        }
    }

    /// <summary>The stretches with a plan; money of months without one counts with the next that has it.</summary>
    private static void Tell(List<Stretch> told, List<Stretch> stretches)
    {
        told.Clear();
        decimal carried = 0;
        foreach (Stretch stretch in stretches)
        {
            if (stretch.Plan == 0)
            {
                carried += stretch.Amount;
                continue;
            }

            told.Add(new Stretch { First = stretch.First, Last = stretch.Last, Amount = stretch.Amount + carried, Plan = stretch.Plan });
            carried = 0;
        }
    }

    /// <summary>While months are missing, a stretch far above the others may hold them wherever they are: for the share it is like the others.</summary>
    private static void Moderate(List<Stretch> told, LineScratch t)
    {
        decimal usual = UsualShare(told, t, out int count);
        for (int i = 0; i < told.Count && count >= Fewest && usual > 0; i++)
        {
            Stretch stretch = told[i];
            if (stretch.Plan > 0 && stretch.Amount > Evident * usual * stretch.Plan)
            {
                stretch.Amount = usual * stretch.Plan;
                told[i] = stretch;
            }
        }
    }

    private void Estimate(List<Stretch> told, int gap, LineScratch t)
    {
        int first = WholeYears(told, gap);
        int last = told[told.Count - 1].Last;
        Stretch newest = told[told.Count - 1];
        decimal start = newest.Amount / newest.Plan;
        (decimal off, decimal weights) = (0, 0);
        for (int i = first; i < told.Count; i++)
        {
            decimal weight = Weight(first > 0 || IsSeason ? (last - told[i].Last) / Year * Year : last - told[i].Last);
            off += weight * (told[i].Amount - (start * told[i].Plan));
            weights += weight * told[i].Plan;
        }

        // Counted from the newest share, so that shares that are all alike give exactly that share.
        Share = off == 0 || weights == 0 ? start : start + (off / weights);
        Spread(told, first, last, t);
    }

    /// <summary>Whether the measured shares show a season, so that whole years count.</summary>
    internal bool IsSeason { get; private set; }

    /// <summary>The first stretch of the whole years that count; 0 where no season shows.</summary>
    private int WholeYears(List<Stretch> told, int gap)
    {
        int inYear = Year / Math.Max(1, gap);
        int count = told.Count / Math.Max(1, inYear) * Math.Max(1, inYear);
        if (Year % gap != 0 || inYear < 2 || count < 2 * inYear || told[told.Count - 1].Last - told[told.Count - count].First + 1 != count * gap)
        {
            return 0;
        }

        int first = told.Count - count;
        double mean = 0;
        for (int i = first; i < told.Count; i++)
        {
            mean += (double)(told[i].Amount / told[i].Plan) / count;
        }

        (double products, double early, double late) = (0, 0, 0);
        for (int i = first + inYear; i < told.Count; i++)
        {
            double now = (double)(told[i].Amount / told[i].Plan) - mean;
            double before = (double)(told[i - inYear].Amount / told[i - inYear].Plan) - mean;
            products += now * before;
            early += before * before;
            late += now * now;
        }

        IsSeason = early > 0 && late > 0 && products / Math.Sqrt(early * late) > SeasonShown;
        return IsSeason ? first : 0;
    }

    private void Spread(List<Stretch> told, int first, int last, LineScratch t)
    {
        double most = 0;
        for (int i = first; i < told.Count; i++)
        {
            most = Math.Max(most, Math.Abs((double)told[i].Plan) / told[i].Length);
        }

        (double count, double squares, double weighted, double products, double own, double shares, double previous) = (0, 0, 0, 0, 0, 0, 0);
        for (int i = first; i < told.Count; i++)
        {
            Stretch stretch = told[i];
            double plan = (double)stretch.Plan;
            double v = Math.Abs(plan) / stretch.Length / most;

            // The same zero for every line that follows its share exactly, whatever its size.
            double e = (double)((stretch.Amount - (Share * stretch.Plan)) / stretch.Plan);
            double w = (double)Weight(IsSeason ? (last - stretch.Last) / Year * Year : last - stretch.Last) * plan;
            count += v;
            weighted += v * stretch.Length * e * e;
            squares += e * e;
            products += e * previous;
            previous = e;
            own += w * w / stretch.Length;
            shares += Math.Abs(w);
        }

        RisingTo = !IsSeason && IsRising(told, first) ? 1 : 0;
        int n = told.Count - first;
        double lag = squares > 0 ? products / squares : 0;
        double rho = squares > 0 ? Math.Min(Math.Max(lag + ((1 + (4 * lag)) / n) + (1.0 / n), 0), StrongestDependence) : 0;
        rho = n < Fewest ? 0 : rho;
        double prior = n < Fewest ? SpreadOfFew : PriorSpread;
        double variance = ((PriorWeight * prior * prior) + weighted) / (PriorWeight + Math.Max(0, count - 1));
        SetSpread(variance, rho, own / (shares * shares), n, t);
    }

    /// <summary>Least squares of the shares on time: a rise over all months measured, and how many standard errors it is.</summary>
    private static bool IsRising(List<Stretch> told, int first)
    {
        int n = told.Count - first;
        if (n <= Fewest)
        {
            // Too few to tell a rise from noise: then it may be one.
            return n > 1 && ShareOf(told[told.Count - 1]) > ShareOf(told[first]);
        }

        (double t, double y) = (0, 0);
        for (int i = first; i < told.Count; i++)
        {
            t += told[i].Last / (double)n;
            y += ShareOf(told[i]) / n;
        }

        (double tt, double ty, double yy) = (0, 0, 0);
        for (int i = first; i < told.Count; i++)
        {
            double dt = told[i].Last - t;
            double dy = ShareOf(told[i]) - y;
            tt += dt * dt;
            ty += dt * dy;
            yy += dy * dy;
        }

        double slope = ty / tt;
        double error = Math.Sqrt(Math.Max(0, yy - (slope * ty)) / (n - 2) / tt);
        bool isEver = true;
        for (int i = first + 1; i < told.Count; i++)
        {
            isEver &= ShareOf(told[i]) > ShareOf(told[i - 1]);
        }

        return slope * (told[told.Count - 1].Last - told[first].Last) > Rise && (isEver || slope > ClearRise * error);

        static double ShareOf(in Stretch stretch) => (double)stretch.Share;
    }

    private void SetSpread(double variance, double rho, double shared, double count, LineScratch t)
    {
        double inflated = (1 + rho) / (1 - rho);
        double freedom = Math.Max(LeastFreedom, (count / inflated) - 1);
        _spread = t.Of(freedom) * Math.Sqrt(variance);
        _shared = shared * inflated;
        _own = inflated;
    }

    private static decimal Weight(int age) => (decimal)Math.Pow(2, -age / (double)HalfLife);
}
