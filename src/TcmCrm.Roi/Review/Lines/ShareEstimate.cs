namespace TcmCrm.Roi.Review;

/// <summary>The share of the plan that was measured, and how sure it is (docs/review.md, "Forecast of a benefit").</summary>
/// <remarks>
/// <para>Share = sum(w a) / sum(w p) over the stretches, a measured and p planned at the actual timing, w = 2^(-age / 6), age in months: the mean of the shares,
/// weighted by recency and plan. Where the measured shares show a season over 24 months, whole years count, w = 2^(-age / 6) by the year.</para>
/// <para>Deviations e = a / p - share of stretches of L months have the monthly variance s2 = (5 x 0.15^2 + sum(v L e^2)) / (5 + sum(v) - 1), v the plan of a month
/// of the stretch over the largest: few data lean on a spread of 15 %, one or two stretches on 25 %. With rho their lag-1 autocorrelation, corrected for its bias and held to 0 to 0.9, a sum of months
/// to come with plan p has the variance s2 (1 + rho) / (1 - rho) [sum(p)^2 sum((w p)^2 / L) / sum(w p)^2 + sum(p^2)], and Student's t with at least 5 degrees of
/// freedom.</para>
/// </remarks>
internal sealed class ShareEstimate
{
    private const int HalfLife = 6;
    private const int Year = 12;
    private const int Fewest = 3;
    private const double PriorWeight = 5;
    private const double PriorSpread = 0.15;
    private const double SpreadOfFew = 0.25;
    private const double LeastFreedom = 5;
    private const double StrongestDependence = 0.9;

    // A fall is taken for one only where chance hardly makes it: the point of the forecast rests on it.
    private const double ClearFall = 3;

    // Shares that rise by this much over the months measured, clearly, may go on rising up to the plan.
    private const double Rise = 0.2;
    private const double ClearRise = 1.5;
    private const double SeasonShown = 0.5;

    private static readonly decimal[] KnownWeights = [.. Enumerable.Range(0, 10 * Year).Select(WeightOf)];

    private double _spread;
    private double _shared;
    private double _own;

    /// <summary>Measured over planned, not capped; 1 where nothing was measured.</summary>
    internal decimal Share { get; private set; } = 1;

    /// <summary>Whether the measured shares show a season, so that whole years count.</summary>
    internal bool IsSeason { get; private set; }

    /// <summary>The share that the months to come may reach where the measured shares rise clearly: 1; else 0.</summary>
    internal decimal RisingTo { get; private set; }

    /// <summary>The mean share of the last three stretches where the measured shares fall clearly, what the plan has for these, and their first month; null elsewhere.</summary>
    internal (decimal Share, decimal Plan, int Month)? Falling { get; private set; }

    /// <summary>The share that the point of the forecast uses before it is capped: the measured one, and no more than the recent one where the shares fall.</summary>
    internal decimal Expected => Falling is { } falling ? Math.Min(Share, falling.Share) : Share;

    /// <summary>Half the width of the interval of a sum of months, by the sum of their plan and the sum of its squares.</summary>
    internal double Reach(double sum, double sumOfSquares) => _spread * Math.Sqrt((_shared * sum * sum) + (_own * sumOfSquares));

    /// <summary>Of a line that is as planned: a share of exactly 1 over so many stretches.</summary>
    internal void SetAsPlanned(int count, LineScratch t)
    {
        double prior = count < Fewest ? SpreadOfFew : PriorSpread;
        SetSpread(PriorWeight * prior * prior / (PriorWeight + count - 1), 0, 1.0 / count, count, t);
    }

    /// <summary>The share of stretches with a plan, of which there is one at least.</summary>
    internal void Take(List<Stretch> told, int gap, LineScratch t)
    {
        List<double> shares = t.Shares;
        shares.Clear();
        foreach (Stretch stretch in told)
        {
            shares.Add((double)stretch.Share);
        }

        int first = WholeYears(told, shares, gap);
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
        Spread(told, shares, first, last, t);
    }

    /// <summary>The first stretch of the whole years that count; 0 where no season shows.</summary>
    private int WholeYears(List<Stretch> told, List<double> shares, int gap)
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
            mean += shares[i] / count;
        }

        (double products, double early, double late) = (0, 0, 0);
        for (int i = first + inYear; i < told.Count; i++)
        {
            double now = shares[i] - mean;
            double before = shares[i - inYear] - mean;
            products += now * before;
            early += before * before;
            late += now * now;
        }

        IsSeason = early > 0 && late > 0 && products / Math.Sqrt(early * late) > SeasonShown;
        return IsSeason ? first : 0;
    }

    private void Spread(List<Stretch> told, List<double> all, int first, int last, LineScratch t)
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

        RisingTo = !IsSeason && IsMoving(told, all, first, 1, ClearRise) ? 1 : 0;
        Falling = !IsSeason && told.Count - first > Fewest && IsMoving(told, all, first, -1, ClearFall) ? Recent(told) : null;
        int n = told.Count - first;
        double lag = squares > 0 ? products / squares : 0;
        double rho = squares > 0 ? Math.Min(Math.Max(lag + ((1 + (4 * lag)) / n) + (1.0 / n), 0), StrongestDependence) : 0;
        rho = n < Fewest ? 0 : rho;
        double prior = n < Fewest ? SpreadOfFew : PriorSpread;
        double variance = ((PriorWeight * prior * prior) + weighted) / (PriorWeight + Math.Max(0, count - 1));
        SetSpread(variance, rho, own / (shares * shares), n, t);
    }

    private static (decimal Share, decimal Plan, int Month) Recent(List<Stretch> told)
    {
        (decimal amount, decimal plan) = (0, 0);
        for (int i = told.Count - Fewest; i < told.Count; i++)
        {
            amount += told[i].Amount;
            plan += told[i].Plan;
        }

        return (plan > 0 ? amount / plan : 0, plan, told[told.Count - Fewest].First);
    }

    /// <summary>Least squares of the shares on time: a rise, or a fall, over all months measured, and how many standard errors it is.</summary>
    private static bool IsMoving(List<Stretch> told, List<double> shares, int first, int way, double clear)
    {
        int n = told.Count - first;
        if (n <= Fewest)
        {
            // Too few to tell a rise from noise: then it may be one.
            return n > 1 && shares[told.Count - 1] > shares[first];
        }

        (double t, double y) = (0, 0);
        for (int i = first; i < told.Count; i++)
        {
            t += told[i].Last / (double)n;
            y += shares[i] / n;
        }

        (double tt, double ty, double yy) = (0, 0, 0);
        bool isEver = true;
        for (int i = first; i < told.Count; i++)
        {
            double dt = told[i].Last - t;
            double dy = shares[i] - y;
            tt += dt * dt;
            ty += dt * dy;
            yy += dy * dy;
            isEver &= i == first || way * (shares[i] - shares[i - 1]) > 0;
        }

        double slope = ty / tt;
        if (way * slope * (told[told.Count - 1].Last - told[first].Last) <= Rise)
        {
            return false;
        }

        double error = Math.Sqrt(Math.Max(0, yy - (slope * ty)) / (n - 2) / tt);
        return isEver || way * slope > clear * error;
    }

    private void SetSpread(double variance, double rho, double shared, double count, LineScratch t)
    {
        double inflated = (1 + rho) / (1 - rho);
        double freedom = Math.Max(LeastFreedom, (count / inflated) - 1);
        _spread = t.Of(freedom) * Math.Sqrt(variance);
        _shared = shared * inflated;
        _own = inflated;
    }

    private static decimal Weight(int age) => age < KnownWeights.Length ? KnownWeights[age] : WeightOf(age);

    private static decimal WeightOf(int age) => (decimal)Math.Pow(2, -age / (double)HalfLife);
}
