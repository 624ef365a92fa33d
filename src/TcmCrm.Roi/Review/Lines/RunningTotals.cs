namespace TcmCrm.Roi.Review;

/// <summary>
/// Rows of a benefit that are totals since its start, since January, or since the first month of the quarter, and do not say so: each is not below the one before, and all have about the same share of the
/// running plan, while their share of the plan of their own months doubles at least. Where they reach half more than the plan of
/// their months four such rows are enough, and three that follow the running plan closely; below that they may be a steep rise, and it takes six that do.
/// </summary>
internal static class RunningTotals
{
    private const int FewestRows = 4;
    private const int FewestAtAll = 3;
    private const int Quarter = 3;
    private const int Year = 12;
    private const decimal Tolerance = 1 / 3m;

    // One month or two say little of the share of a total.
    private const decimal ToleranceOfOne = 2 / 3m;
    private const decimal ToleranceOfTwo = 0.5m;
    private const int FewestBelowPlan = 6;
    private const decimal ToleranceBelowPlan = 0.1m;
    private const decimal AbovePlan = 1.5m;
    private const decimal ToleranceOfHalves = 0.15m;
    private const decimal ToleranceOfQuarters = 0.05m;
    private const decimal Growth = 2;

    /// <summary>Makes what each row adds to the one before of rows that are running totals and not verified.</summary>
    internal static void Resolve(LineRecord record, ReviewMonths months)
    {
        if (record.IsCost || record.From is not null || record.MeasuredMonths < 2 || record.Plan.IsReversed || record.Plan.First < 0
            || !MayBeTotals(record, months, out bool isWithinQuarters) || record.IsAsPlannedThrough(months.AsOf))
        {
            return;
        }

        int[] rows = RowsOf(record);
        if (rows.Length < 2 || rows[rows.Length - 1] <= record.VerifiedThrough)
        {
            return;
        }

        var since = new int[rows.Length];
        if (AreHalves(record, months, rows, since))
        {
            record.TakeIncrements(rows, since);
            return;
        }

        if (rows.Length < FewestAtAll || !MayDouble(record, rows))
        {
            return;
        }

        for (int way = isWithinQuarters ? 4 : 0; way < (isWithinQuarters ? 5 : 4); way++)
        {
            int start = way < 2 ? record.Plan.First : rows[0];
            for (int i = 0; i < rows.Length; i++)
            {
                since[i] = way == 4 ? FirstOf(months, rows[i], Quarter) : way % 2 == 1 ? Math.Max(start, FirstOf(months, rows[i], Year)) : start;
            }

            if (AreTotals(record, rows, since, isWithinQuarters))
            {
                record.TakeIncrements(rows, since);
                return;
            }
        }
    }

    /// <summary>
    /// Whether rows half a year apart are those of June and of the year: the second has of the plan of the year what the first has of its half. Two rows a quarter apart may be so too, where they do
    /// exactly. Gives the first month of each total.
    /// </summary>
    private static bool AreHalves(LineRecord record, ReviewMonths months, int[] rows, int[] since)
    {
        int gap = rows[1] - rows[0];
        if (gap != 2 * Quarter && (gap != Quarter || rows.Length != 2))
        {
            return false;
        }

        decimal tolerance = gap == Quarter ? ToleranceOfQuarters : ToleranceOfHalves;
        bool isAny = false;
        for (int i = 0; i < rows.Length; i++)
        {
            since[i] = Math.Max(record.Plan.First, FirstOf(months, rows[i], Year));
            if (i == 0 || since[i] != since[i - 1])
            {
                if (rows[i] - since[i] + 1 != gap)
                {
                    return false;
                }

                continue;
            }

            decimal half = record.Plan.Between(since[i], rows[i - 1]);
            decimal whole = record.Plan.Between(since[i], rows[i]);
            decimal first = half <= 0 ? 0 : record.Amounts[rows[i - 1]] / half;
            if (rows[i] - rows[i - 1] != gap || first <= 0 || whole <= half || Math.Abs((record.Amounts[rows[i]] / whole) - first) > tolerance * first)
            {
                return false;
            }

            isAny = true;
        }

        return isAny;
    }

    /// <summary>Totals fall at most from one year, or from one quarter, to the next, and grow: what rules out nearly every line at once.</summary>
    private static bool MayBeTotals(LineRecord record, ReviewMonths months, out bool isWithinQuarters)
    {
        (int before, bool isGrowing) = (-1, false);
        isWithinQuarters = false;
        for (int month = 0; month < record.HasRow.Length; month++)
        {
            if (!record.HasRow[month] || (before < 0 && record.Amounts[month] == 0))
            {
                continue;
            }

            if (before >= 0 && record.Amounts[month] < record.Amounts[before] && FirstOf(months, month, Year) <= before)
            {
                if (FirstOf(months, month, Quarter) <= before)
                {
                    return false;
                }

                isWithinQuarters = true;
            }

            isGrowing |= before >= 0 && record.Amounts[month] > record.Amounts[before];
            before = month;
        }

        return isGrowing;
    }

    /// <summary>Whether the shares of the plan of the rows' own months lie as far apart as those of totals do: a line that follows its plan is told by that at once.</summary>
    private static bool MayDouble(LineRecord record, int[] rows)
    {
        const double Nearly = 0.999 * (double)Growth;
        (double least, double most) = (double.MaxValue, 0);
        for (int i = 0; i < rows.Length; i++)
        {
            double amount = (double)record.Amounts[rows[i]];
            double plan = (double)record.Plan.Between(i == 0 ? record.Plan.First : rows[i - 1] + 1, rows[i]);
            most = Math.Max(most, amount / (double)record.Plan.Exact(rows[i]));
            least = Math.Min(least, amount / plan);
        }

        // A month without a plan is for the exact answer.
        return !(most < Nearly * least);
    }

    /// <summary>The first month of the year, or of the quarter, of a month.</summary>
    private static int FirstOf(ReviewMonths months, int month, int length) => month - ((months.MonthAt(month).Month - 1) % length);

    /// <summary>The months with rows, from the first that measured anything.</summary>
    private static int[] RowsOf(LineRecord record)
    {
        var rows = new List<int>(record.MeasuredMonths);
        for (int month = 0; month < record.HasRow.Length; month++)
        {
            if (record.HasRow[month] && (rows.Count > 0 || record.Amounts[month] != 0))
            {
                rows.Add(month);
            }
        }

        return [.. rows];
    }

    private static bool AreTotals(LineRecord record, int[] rows, int[] since, bool isWithinQuarters)
    {
        if (!AreGrowing(record, rows, since, isWithinQuarters, out decimal most))
        {
            return false;
        }

        var shares = new List<decimal>(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            shares.Add(record.Amounts[rows[i]] / record.Plan.Between(since[i], rows[i]));
        }

        decimal usual = Medians.Of([.. shares]);
        bool isAbove = most > AbovePlan;
        return usual > 0 && (isAbove || rows.Length >= FewestBelowPlan) && AreAlike(shares, rows, since, usual, isAbove && rows.Length >= FewestRows);
    }

    /// <summary>Whether no total is below the one before, and their share of the plan of their own months doubles; and the most that it comes to.</summary>
    private static bool AreGrowing(LineRecord record, int[] rows, int[] since, bool isWithinQuarters, out decimal most)
    {
        most = 0;
        int growing = 0;
        int fewest = isWithinQuarters ? Quarter : Math.Min(FewestRows, rows.Length);
        for ((int i, int first) = (0, 0); i < rows.Length; i++)
        {
            first = since[i] == since[first] ? first : i;
            decimal own = OwnPlan(record, rows, since, i);
            if (own <= 0 || record.Plan.Between(since[i], rows[i]) <= 0 || (i > first && record.Amounts[rows[i]] < record.Amounts[rows[i - 1]]))
            {
                return false;
            }

            most = Math.Max(most, record.Amounts[rows[i]] / own);
            growing += i - first + 1 >= fewest
                && record.Amounts[rows[i]] / own >= Growth * record.Amounts[rows[first]] / OwnPlan(record, rows, since, first) ? 1 : 0;
        }

        // One quarter that rises shows nothing.
        return growing >= (isWithinQuarters ? 2 : 1);
    }

    private static bool AreAlike(List<decimal> shares, int[] rows, int[] since, decimal usual, bool isAbove)
    {
        for (int i = 0; i < shares.Count; i++)
        {
            decimal tolerance = !isAbove ? ToleranceBelowPlan : (rows[i] - since[i]) switch { 0 => ToleranceOfOne, 1 => ToleranceOfTwo, _ => Tolerance };
            if (Math.Abs(shares[i] - usual) > tolerance * usual)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The plan of the months since the row before: what a row would measure that is no total.</summary>
    private static decimal OwnPlan(LineRecord record, int[] rows, int[] since, int row) =>
        record.Plan.Between(row == 0 ? since[0] : Math.Max(since[row], rows[row - 1] + 1), rows[row]);
}
