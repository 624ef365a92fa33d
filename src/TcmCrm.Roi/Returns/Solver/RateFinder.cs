using System.Globalization;

namespace TcmCrm.Roi.Returns;

/// <summary>From flows in any order to all their internal rates of return, with the cheapest proof that holds.</summary>
internal static class RateFinder
{
    // Between these sizes of amounts no product with a discount factor leaves the range of doubles.
    private const double SmallestPlain = 4.909093465297727e-91;
    private const double LargestPlain = 2.037035976334486e90;

    internal static InternalRateOfReturnResult Periodic(Reals amounts)
    {
        int first = -1;
        int last = -1;
        int changes = 0;
        double smallest = double.MaxValue;
        double largest = 0;
        bool wasPositive = false;
        for (int i = 0; i < amounts.Length; i++)
        {
            double amount = amounts[i];
            double size = Math.Abs(amount);
            if (!(size <= double.MaxValue))
            {
                throw NotFinite(i, amount, nameof(amounts));
            }

            if (size == 0)
            {
                continue;
            }

            bool positive = amount > 0;
            if (first < 0)
            {
                first = i;
            }
            else if (positive != wasPositive)
            {
                changes++;
            }

            wasPositive = positive;
            last = i;
            smallest = size < smallest ? size : smallest;
            largest = size > largest ? size : largest;
        }

        if (changes == 0)
        {
            return None(amounts.Length == 0 ? NotApplicableReason.NoFlows
                : first < 0 ? NotApplicableReason.AllZero
                : wasPositive ? NotApplicableReason.OnlyInflows : NotApplicableReason.OnlyOutflows);
        }

        Reals flows = amounts.Slice(first, last - first + 1);
        if (smallest >= SmallestPlain && largest <= LargestPlain)
        {
            RateProof proof = changes == 1 ? RateProof.Descartes
                : CumulativeFlows.ProveUnique(flows) ? RateProof.NorstromBothSides : RateProof.NotCertified;
            if (proof != RateProof.NotCertified)
            {
                return Unique(new ExponentialSum(flows), flows, proof);
            }
        }

        double[] scratch = ScratchSpace.Rent(3 * flows.Length);
        try
        {
            int count = 0;
            RealsBuffer buffer = scratch;
            for (int i = 0; i < flows.Length; i++)
            {
                if (flows[i] != 0)
                {
                    buffer[count] = flows[i];
                    buffer[flows.Length + count] = i;
                    count++;
                }
            }

            return Sorted(buffer.Slice(0, count), buffer.Slice(flows.Length, count), buffer.Slice(2 * flows.Length, count), changes);
        }
        finally
        {
            ScratchSpace.Return(scratch);
        }
    }

    /// <param name="amounts">Amounts in any order.</param>
    /// <param name="years">Their times in years from any date.</param>
    internal static InternalRateOfReturnResult Dated(Reals amounts, Reals years)
    {
        int n = amounts.Length;
        YearFractions.CheckLengths(n, years.Length);
        double[] scratch = ScratchSpace.Rent(Math.Max(1, 3 * n));
        try
        {
            RealsBuffer buffer = scratch;
            bool inflow = false;
            bool outflow = false;
            bool ascending = true;
            for (int i = 0; i < n; i++)
            {
                double amount = amounts[i];
                double year = years[i];
                if (!(Math.Abs(amount) <= double.MaxValue))
                {
                    throw NotFinite(i, amount, nameof(amounts));
                }

                if (!(Math.Abs(year) <= 1e6))
                {
                    throw NotFinite(i, year, nameof(years));
                }

                inflow |= amount > 0;
                outflow |= amount < 0;
                ascending &= i == 0 || year >= years[i - 1];
                buffer[i] = amount;
                buffer[n + i] = year;
            }

            if (!inflow || !outflow)
            {
                return None(n == 0 ? NotApplicableReason.NoFlows
                    : inflow ? NotApplicableReason.OnlyInflows
                    : outflow ? NotApplicableReason.OnlyOutflows : NotApplicableReason.AllZero);
            }

            if (!ascending)
            {
                SortByTime(scratch, n);
            }

            bool oneInstant = buffer[n] == buffer[(2 * n) - 1];
            int count = Merge(buffer.Slice(0, n), buffer.Slice(n, n), out int changes);
            if (changes == 0)
            {
                return None(oneInstant ? NotApplicableReason.SingleInstant
                    : count == 0 ? NotApplicableReason.AllZero
                    : buffer[0] > 0 ? NotApplicableReason.OnlyInflows : NotApplicableReason.OnlyOutflows);
            }

            return Sorted(buffer.Slice(0, count), buffer.Slice(n, count), buffer.Slice(2 * n, count), changes);
        }
        finally
        {
            ScratchSpace.Return(scratch);
        }
    }

    /// <summary>Flows without zeros, ascending in time from 0, at least one sign change. Amounts may be split into mantissa and exponent here.</summary>
    private static InternalRateOfReturnResult Sorted(RealsBuffer amounts, Reals times, RealsBuffer exponents, int changes)
    {
        RateProof proof = changes == 1 ? RateProof.Descartes
            : CumulativeFlows.ProveUnique(amounts) ? RateProof.NorstromBothSides : RateProof.NotCertified;
        double total = CumulativeFlows.RelativeTotal(amounts);
        bool flat = true;
        for (int i = 0; i < amounts.Length; i++)
        {
            double size = Math.Abs(amounts[i]);
            flat &= size is >= SmallestPlain and <= LargestPlain;
            exponents[i] = 0;
        }

        if (!flat)
        {
            SplitExponents(amounts, exponents);
        }

        if (proof != RateProof.NotCertified)
        {
            return Unique(new ExponentialSum(amounts, exponents, times, flat), amounts, total, proof);
        }

        if (flat && amounts[0] > 0 != amounts[amounts.Length - 1] > 0)
        {
            // An odd number of rates: find one, and try to prove that it is the only one before the costlier search for all.
            InternalRateOfReturnResult only = Unique(new ExponentialSum(amounts, exponents, times, flat), amounts, total, RateProof.NorstromBothSides);
            if (only.Status == RateStatus.Unique && SplitRule.ProvesUnique(amounts, times, only[0].LogGrowth))
            {
                return only;
            }
        }

        return changes <= RootIsolation.MaximumSignChanges
            ? Isolate(amounts, exponents, times, flat, total)
            : RateScan.Run(amounts, exponents, times, flat);
    }

    private static InternalRateOfReturnResult Unique(in ExponentialSum sum, Reals amounts, RateProof proof) =>
        Unique(sum, amounts, CumulativeFlows.RelativeTotal(amounts), proof);

    private static InternalRateOfReturnResult Unique(in ExponentialSum sum, Reals amounts, double total, RateProof proof)
    {
        if (total == 0)
        {
            return new InternalRateOfReturnResult(new RateRoot(0, 0), proof);
        }

        // Towards -100 % the last flow outweighs all others, towards infinity the first: their signs differ when the number of rates is odd.
        int signLow = amounts[amounts.Length - 1] > 0 ? 1 : -1;
        long budget = RootSolver.PreciseBudget;
        double u = RootSolver.Solve(sum, -RootSolver.Limit, RootSolver.Limit, signLow, 0, ref budget, out double residual);
        bool outside = Math.Abs(u) > RootSolver.Limit - 1
            && (sum.Evaluate(RootSolver.Limit).Relative > 0) == (sum.Evaluate(-RootSolver.Limit).Relative > 0);
        return outside
            ? new InternalRateOfReturnResult(NotApplicableReason.OutOfRange, proof)
            : new InternalRateOfReturnResult(new RateRoot(u, Math.Abs(residual)), proof);
    }

    private static InternalRateOfReturnResult Isolate(Reals amounts, Reals exponents, Reals times, bool flat, double total)
    {
        int most = RootIsolation.MaximumSignChanges;
        int needed = RootIsolation.ScratchLength(amounts.Length);
        double[] scratch = ScratchSpace.Rent(needed + (2 * most));
        try
        {
            RealsBuffer buffer = scratch;
            var isolation = new RootIsolation(amounts, exponents, times, flat, buffer.Slice(0, needed));
            RealsBuffer roots = buffer.Slice(needed, most);
            RealsBuffer residuals = buffer.Slice(needed + most, most);
            int found = isolation.Run(roots, residuals);
            RateProof proof = isolation.IsCertain ? RateProof.Isolation : RateProof.NotCertified;
            RootSolver.Polish(new ExponentialSum(amounts, exponents, times, flat), roots, residuals, found);
            if (total == 0)
            {
                SnapToZero(roots, residuals, found, times[times.Length - 1]);
            }

            return Result(new ExponentialSum(amounts, exponents, times, flat), amounts, roots, residuals, found, proof);
        }
        finally
        {
            ScratchSpace.Return(scratch);
        }
    }

    internal static InternalRateOfReturnResult Result(
        in ExponentialSum sum, Reals amounts, Reals roots, Reals residuals, int found, RateProof proof)
    {
        if (found == 0)
        {
            double low = sum.Evaluate(-RootSolver.Limit).Relative;
            double high = sum.Evaluate(RootSolver.Limit).Relative;
            bool crossesOutside = high > 0 != amounts[0] > 0 || low > 0 != amounts[amounts.Length - 1] > 0;
            return new InternalRateOfReturnResult(
                crossesOutside ? NotApplicableReason.OutOfRange
                : proof == RateProof.NotCertified ? NotApplicableReason.NotCertified
                : high > 0 ? NotApplicableReason.NpvAlwaysPositive : NotApplicableReason.NpvAlwaysNegative,
                proof);
        }

        if (found == 1)
        {
            return new InternalRateOfReturnResult(new RateRoot(roots[0], residuals[0]), proof);
        }

        var all = new RateRoot[found];
        for (int i = 0; i < found; i++)
        {
            all[i] = new RateRoot(roots[i], residuals[i]);
        }

        return new InternalRateOfReturnResult(all, proof);
    }

    /// <summary>The flows sum to exactly zero, so 0 % is a rate: without the rounding of the solver.</summary>
    private static void SnapToZero(RealsBuffer roots, RealsBuffer residuals, int found, double duration)
    {
        for (int i = 0; i < found; i++)
        {
            if (Math.Abs(roots[i]) * duration < 1e-11)
            {
                roots[i] = 0;
                residuals[i] = 0;
            }
        }
    }

    private static void SplitExponents(RealsBuffer amounts, RealsBuffer exponents)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            double amount = amounts[i];
            double shift = 0;
            if (Math.Abs(amount) < 2.2250738585072014E-308)
            {
                amount *= 1.8014398509481984e16;
                shift = -54;
            }

            int exponent = ElementaryFunctions.Exponent(amount);
            amounts[i] = ElementaryFunctions.Scale(amount, -exponent);
            exponents[i] = exponent + shift;
        }
    }

    /// <summary>Adds up flows of one time, drops what cancels, and counts time from the first flow that is left.</summary>
    private static int Merge(RealsBuffer amounts, RealsBuffer times, out int changes)
    {
        int count = 0;
        changes = 0;
        double origin = 0;
        for (int i = 0; i < amounts.Length;)
        {
            double time = times[i];
            int start = i;
            var sum = default(DoubleDouble);
            double size = 0;
            for (; i < amounts.Length && times[i] == time; i++)
            {
                // Scaled down so that two of the largest doubles do not overflow.
                sum += new DoubleDouble(amounts[i] * 0.0009765625, 0);
                size += Math.Abs(amounts[i] * 0.0009765625);
            }

            // 0.1 + 0.2 - 0.3: what is left is the rounding of the amounts, not a flow.
            double net = i == start + 1 ? amounts[start] : Math.Abs(sum.Value) <= 0.5 * ExponentialSum.Ulp * size ? 0 : sum.Value * 1024;
            if (net == 0)
            {
                continue;
            }

            origin = count == 0 ? time : origin;
            net = Math.Max(-double.MaxValue, Math.Min(double.MaxValue, net));
            amounts[count] = net;
            times[count] = time - origin;
            changes += count > 0 && net > 0 != amounts[count - 1] > 0 ? 1 : 0;
            count++;
        }

        return count;
    }

    private static void SortByTime(double[] scratch, int n)
    {
        var keys = new double[n];
        var items = new double[n];
        Array.Copy(scratch, n, keys, 0, n);
        Array.Copy(scratch, 0, items, 0, n);
        Array.Sort(keys, items);
        Array.Copy(keys, 0, scratch, n, n);
        Array.Copy(items, 0, scratch, 0, n);
    }

    private static InternalRateOfReturnResult None(NotApplicableReason reason) => new(reason, RateProof.Descartes);

    private static ArgumentException NotFinite(int index, double value, string name) =>
        new(string.Format(CultureInfo.InvariantCulture, "{0}[{1}] is {2}; allowed: finite numbers{3}.", name, index, value, name == "years" ? " from -1e6 to 1e6" : string.Empty), name);
}
