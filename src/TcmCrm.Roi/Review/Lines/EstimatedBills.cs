namespace TcmCrm.Roi.Review;

/// <summary>
/// What bills cost whose amounts the plan estimates, as usage and the time of people: booked over planned of the last year together, for peaks belong to such bills, and the middle of them says nothing of
/// the peaks. A year with peaks comes again month by month; what rises clearly is forecast at the last three.
/// </summary>
internal sealed class EstimatedBills
{
    private const int Year = 12;
    private const int Fewest = 3;
    private const int FewestOfRise = 6;

    /// <summary>Below a twentieth of its plan a bill is a part of it, or an error of its unit.</summary>
    private const decimal Least = 0.05m;

    // A rise is clear as a fall of a benefit is.
    private const double Rise = 0.2;
    private const double ClearRise = 3;
    private const double StrongestDependence = 0.9;

    private readonly List<decimal> _ratios;
    private decimal[]? _seasons;
    private int _first;

    private EstimatedBills(List<decimal> ratios) => _ratios = ratios;

    /// <summary>Booked over planned.</summary>
    internal decimal Ratio { get; private set; } = 1;

    /// <summary>How many bookings it rests on.</summary>
    internal int Matched => _ratios.Count;

    /// <summary>By how much the dependence of one bill on the one before widens what a sum of them leaves open, as a factor of its variance.</summary>
    internal double Dependence { get; private set; } = 1;

    /// <summary>Whether the months of the year differ so far that each is forecast at its own ratio.</summary>
    internal bool HasSeasons => _seasons is not null;

    /// <summary>The ratio of the bill of a month.</summary>
    internal decimal RatioIn(int month) => _seasons is null ? Ratio : _seasons[(((month - _first) % Year) + Year) % Year];

    /// <summary>The price of estimated bills; marks those that are paid in part.</summary>
    /// <param name="bills">The bills, matched with their bookings.</param>
    /// <param name="ratios">A list to work with; holds the ratio of each booking afterwards, in order.</param>
    internal static EstimatedBills Of(Bill[] bills, List<decimal> ratios)
    {
        ratios.Clear();
        var price = new EstimatedBills(ratios);
        int last = Array.FindLastIndex(bills, bill => bill.IsPaid);
        if (last < 0)
        {
            return price;
        }

        int since = bills[last].Month - Year;
        MarkParts(bills, since);
        (decimal paid, decimal planned) = (0, 0);
        for (int i = 0; i <= last; i++)
        {
            if (!Counts(bills[i], since))
            {
                continue;
            }

            paid += bills[i].Paid;
            planned += bills[i].Plan;
            if (i == 0 || !bills[i].IsGathered || !bills[i - 1].IsGathered || bills[i].BookedIn != bills[i - 1].BookedIn)
            {
                ratios.Add(bills[i].Ratio);
            }
        }

        if (ratios.Count == 0)
        {
            return price;
        }

        price.Ratio = paid / planned;
        if (ratios.Count < Fewest)
        {
            price.Ratio = Math.Max(1, price.Ratio); // One or two bills below plan are paid in part.
            return price;
        }

        decimal recent = price.Recent();
        if (recent > price.Ratio)
        {
            price.Ratio = recent;
        }
        else
        {
            price.Depend();
            price.TakeSeasons(bills, last);
        }

        return price;
    }

    /// <summary>Whether a bill says what bills cost.</summary>
    private static bool Counts(in Bill bill, int since) => bill.IsPaid && bill.Month > since && !(bill.IsInParts && bill.Ratio < 1);

    /// <summary>A bill below two thirds of every other, and one below a twentieth of its plan, is paid in part.</summary>
    private static void MarkParts(Bill[] bills, int since)
    {
        (int count, int least, decimal next) = (0, -1, decimal.MaxValue);
        for (int i = 0; i < bills.Length; i++)
        {
            bills[i].IsInParts |= bills[i].IsPaid && bills[i].Ratio < Least;
            if (!Counts(bills[i], since))
            {
                continue;
            }

            count++;
            if (least < 0 || bills[i].Ratio < bills[least].Ratio)
            {
                (least, next) = (i, least < 0 ? next : bills[least].Ratio);
            }
            else
            {
                next = Math.Min(next, bills[i].Ratio);
            }
        }

        if (count > Fewest && bills[least].Ratio * BillMatching.FurthestPrice < Math.Min(1, next))
        {
            bills[least].IsInParts = true;
        }
    }

    /// <summary>The mean of the last three where the ratios rise clearly, over all the months by a fifth of the plan at least, and none before was above it; else nothing.</summary>
    private decimal Recent()
    {
        int n = _ratios.Count;
        if (n < FewestOfRise)
        {
            return 0;
        }

        double mean = (double)(_ratios.Sum() / n);
        (double tt, double ty, double yy) = (0, 0, 0);
        bool isEver = true;
        for (int i = 0; i < n; i++)
        {
            double dt = i - ((n - 1) / 2.0);
            double dy = (double)_ratios[i] - mean;
            tt += dt * dt;
            ty += dt * dy;
            yy += dy * dy;
            isEver &= i == 0 || _ratios[i] > _ratios[i - 1];
        }

        double slope = ty / tt;
        double error = Math.Sqrt(Math.Max(0, yy - (slope * ty)) / (n - 2) / tt);
        decimal recent = (_ratios[n - 3] + _ratios[n - 2] + _ratios[n - 1]) / Fewest;
        return slope * (n - 1) > Rise && (isEver || slope > ClearRise * error) && _ratios.FindLastIndex(n - Fewest - 1, ratio => ratio > recent) < 0 ? recent : 0;
    }

    /// <summary>By the lag-1 autocorrelation of the ratios.</summary>
    private void Depend()
    {
        (double squares, double products, double before) = (0, 0, 0);
        foreach (decimal ratio in _ratios)
        {
            double off = (double)(ratio - Ratio);
            squares += off * off;
            products += off * before;
            before = off;
        }

        if (squares > 0)
        {
            double rho = Math.Min(Math.Max(products / squares, 0), StrongestDependence);
            Dependence = (1 + rho) / (1 - rho);
        }
    }

    /// <summary>Takes the ratios of the last twelve months one by one where each has its own booking and they differ far.</summary>
    private void TakeSeasons(Bill[] bills, int last)
    {
        int first = last - Year + 1;
        if (first < 0 || bills[first].Month != bills[last].Month - Year + 1)
        {
            return;
        }

        (decimal least, decimal most) = (decimal.MaxValue, 0);
        for (int i = first; i <= last; i++)
        {
            if (!bills[i].IsPaid || bills[i].IsGathered || bills[i].IsInParts)
            {
                return;
            }

            (least, most) = (Math.Min(least, bills[i].Ratio), Math.Max(most, bills[i].Ratio));
        }

        if (most > BillMatching.FurthestPrice * Ratio || least * BillMatching.FurthestPrice < Ratio)
        {
            _first = bills[first].Month;
            _seasons = [.. Enumerable.Range(first, Year).Select(i => bills[i].Ratio)];
        }
    }
}
