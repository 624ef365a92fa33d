namespace TcmCrm.Roi.Review;

/// <summary>Which months of a benefit its rows cover, the share of the plan that was measured, and how sure that share is (docs/review.md, "What a measurement covers").</summary>
/// <remarks>
/// <para>A row covers the months since the row before where <c>from</c> says so, or where that gap is the line's most frequent one; after a longer gap it covers
/// one such gap, and the months before are not measured. A row far above the others after a gap evidently holds what the gap left out, and covers it.</para>
/// </remarks>
internal sealed class BenefitMeasurement
{
    private const int Fewest = 3;

    // A row this much above the others holds more than its own months; below that it may be noise.
    private const decimal Evident = 1.4m;

    // With the months of the gap it must still come near to the others: else it was one good month.
    private const decimal Plausible = 0.75m;
    private const decimal Whole = 1.05m;

    // Three times what the line usually brings, by more than its largest month, is a question before it is a benefit.
    private const decimal Implausible = 3;

    // A gain of the size of the planned loss is that loss without its minus, whoever verified it.
    private const decimal LikeLoss = 0.25m;

    private const int LongestDelay = 3;

    private readonly bool[] _covered;
    private bool[]? _held;
    private bool[]? _doubted;

    private BenefitMeasurement(int months) => _covered = new bool[months];

    /// <summary>Months by which the line started late; a line that should have started and has not: those since its planned start, both included.</summary>
    internal int MonthsLate { get; private set; }

    /// <summary>Whether there is a row at all.</summary>
    internal bool IsMeasured { get; private set; }

    /// <summary>Measured over planned, not capped; 1 where nothing was measured.</summary>
    internal decimal Share => Estimate.Share;

    /// <summary>The share with how sure it is.</summary>
    internal ShareEstimate Estimate { get; } = new();

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

    /// <summary>Rows among others that come to what the months before them and their own have together, and that nobody verified: how many, the money of the months before, and the first month.</summary>
    internal (int Rows, decimal Amount, int Month) Totals { get; private set; } = (0, 0, -1);

    /// <summary>Whether a row covers a month.</summary>
    internal bool Covers(int month) => month >= 0 && month < _covered.Length && _covered[month];

    /// <summary>Whether a month was to be measured and was not.</summary>
    internal bool IsUnmeasured(int month) => First >= 0 && month > First && month < PendingFrom && (!_covered[month] || (_held?[month] ?? false));

    /// <summary>The share of the plan at which months in doubt count.</summary>
    internal decimal DoubtedShare { get; private set; }

    /// <summary>Whether the rows of a month are beyond anything that the line usually brings: what it brought is no better known than what is to come.</summary>
    internal bool IsInDoubt(int month) => _doubted is not null && month >= 0 && month < _doubted.Length && _doubted[month];

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

    internal static BenefitMeasurement Of(LineRecord record, int asOf, ReviewPolicy policy, LineScratch t)
    {
        var measured = new BenefitMeasurement(asOf + 1) { PendingFrom = asOf + 1, IsMeasured = record.MeasuredMonths > 0 };
        LinePlan plan = record.Plan;
        if (record.IsAsPlannedThrough(asOf))
        {
            measured.CoverAll(plan, asOf, t);
            return measured;
        }

        int[] rows = BenefitStretches.RowsOf(record);
        if (rows.Length == 0)
        {
            // That nobody measured a loss does not say that it did not come.
            measured.MonthsLate = plan.IsReversed ? 0 : plan.First < 0 ? 0 : Math.Max(0, asOf - plan.First + 1);
            return measured;
        }

        int gap = BenefitStretches.UsualGap(rows, plan.First);
        List<Stretch> stretches = t.Stretches;
        BenefitStretches.Fill(stretches, record, rows, gap);
        int first = stretches[0].First;
        bool isAsPlannedAtFirst = record.IsAsPlannedThrough(Math.Min(asOf, Math.Max(rows[0], plan.First)));
        measured.MonthsLate = plan.First < 0 || isAsPlannedAtFirst || plan.IsReversed || plan.IsSeasonal() ? 0 : Math.Max(0, first - plan.First);
        measured.MonthsLate = measured.MonthsLate > 0 && BenefitStretches.IsInPlace(plan, stretches, measured.MonthsLate) ? 0 : measured.MonthsLate;
        measured.TakeIn(record, stretches, gap, asOf, policy, t);
        return measured;
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
            Estimate.SetAsPlanned(Stretches, t);
        }
    }

    private void TakeIn(LineRecord record, List<Stretch> stretches, int gap, int asOf, ReviewPolicy policy, LineScratch t)
    {
        Plan(record, stretches);
        decimal usual = BenefitStretches.UsualShare(stretches, t, out int count);
        if (count >= Fewest && usual > 0 && HoldTogether(record, stretches, usual))
        {
            usual = BenefitStretches.UsualShare(stretches, t, out _);
        }

        Doubt(record, stretches, Math.Min(1, usual));
        Cover(record, stretches, gap, asOf, policy);
        Place(record, stretches);
        List<Stretch> told = t.Told;
        BenefitStretches.Tell(told, stretches);
        if (told.Count > 0 && (UnmeasuredMonths > 0 || _held is not null))
        {
            // The upper limit keeps what the rows say: that a good month holds a missing one is a cautious reading, and no knowledge.
            Estimate.Take(told, gap, t);
            UpperShare = Share;
            BenefitStretches.Moderate(told, Evident, t);
        }

        Stretches = told.Count;
        if (told.Count > 0)
        {
            Estimate.Take(told, gap, t);
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
    /// <returns>Whether any does.</returns>
    private bool HoldTogether(LineRecord record, List<Stretch> stretches, decimal usual)
    {
        bool isAny = false;
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

            if (whole.First == stretches[from].First || whole.Plan <= 0 || whole.Amount < Plausible * usual * whole.Plan || whole.Amount > Evident * usual * whole.Plan)
            {
                // Too much for all of the gap is no measurement of it, but a question.
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
            isAny = true;
        }

        return isAny;
    }

    private void Doubt(LineRecord record, List<Stretch> stretches, decimal usual)
    {
        if (record.Plan.IsReversed)
        {
            DoubtSigns(record, stretches);
            return;
        }

        DoubtCurrencies(record, stretches, usual);
        Totals = PeriodTotals.Find(record, stretches, usual);
        decimal largest = 0;
        for (int month = record.Plan.Start; month < record.Plan.End; month++)
        {
            largest = Math.Max(largest, record.Plan.Exact(month));
        }

        for (int i = 0; i < stretches.Count && usual > 0; i++)
        {
            Stretch stretch = stretches[i];
            decimal excess = stretch.Amount - (usual * stretch.Plan);
            if (stretch.IsDoubted || stretch.Plan <= 0 || stretch.Last <= record.VerifiedThrough || stretch.Amount <= Implausible * usual * stretch.Plan || excess <= largest || BenefitStretches.IsOfEachYear(stretches, i))
            {
                continue;
            }

            Doubted = (Doubted.Rows + 1, Doubted.Excess + excess, Doubted.Month < 0 ? stretch.Last : Doubted.Month);
            stretch.Amount = usual * stretch.Plan;
            stretch.IsDoubted = true;
            stretch.IsUnknown = true;
            stretches[i] = stretch;
            DoubtedShare = usual;
            _doubted ??= new bool[_covered.Length];
            for (int month = Math.Max(0, stretch.First); month <= stretch.Last; month++)
            {
                _doubted[month] = true;
            }
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
            if (stretch.Plan < 0 && stretch.Amount > 0 && (stretch.Last > record.VerifiedThrough || Math.Abs(stretch.Amount + stretch.Plan) <= LikeLoss * stretch.Amount))
            {
                Doubted = (Doubted.Rows + 1, Doubted.Excess + stretch.Amount - stretch.Plan, Doubted.Month < 0 ? stretch.Last : Doubted.Month);
                stretch.Amount = stretch.Plan;
                stretch.IsDoubted = true;
                stretches[i] = stretch;
            }
        }
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
}
