using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>The figures of one period and basis, trial by trial, and what is said of them.</summary>
internal sealed class TrialOutputs(int period, CaseBasis basis, int trials)
{
    private const int Bins = 40;
    private const double Worst = 0.05;
    private const int MostHorizons = 10;

    private readonly double[] _returns = new double[trials];
    private readonly double[] _ratios = new double[trials];
    private readonly double[] _paybacks = new double[trials];
    private readonly double[] _durable = new double[trials];
    private readonly double[] _rates = new double[trials];

    internal int Period { get; } = period;

    internal CaseBasis Basis { get; } = basis;

    internal double[] NetPresentValues { get; } = new double[trials];

    internal void Take(int trial, SimulationKernel kernel, SimulationKernel.Sums sums, double[] multipliers, int delay)
    {
        NetPresentValues[trial] = kernel.NetPresentValue(sums, Period, Basis);
        _returns[trial] = kernel.ReturnOnInvestment(sums, Period, Basis);
        _ratios[trial] = kernel.BenefitCostRatio(sums, Period, Basis);
        _paybacks[trial] = sums.Paybacks[(int)Basis][Period];
        _durable[trial] = sums.Durable[(int)Basis][Period];
        _rates[trial] = kernel.InternalRateOfReturn(sums, multipliers, delay, Period, Basis);
    }

    internal SimulatedPeriod Result(Projection plan, PeriodResult evaluated)
    {
        EvaluationPeriod evaluationPeriod = plan.Periods[Period];
        bool isDiscounted = plan.IsDiscounted;
        (double[] edges, int[] counts) = isDiscounted ? Histogram() : ([], []);
        return new SimulatedPeriod(evaluationPeriod, Basis)
        {
            ReturnOnInvestment = SimulatedFigure.Of(_returns, NotApplicableReason.NoCost),
            NetPresentValue = isDiscounted ? SimulatedFigure.Of(NetPresentValues, NotApplicableReason.OutOfRange) : NoRate(),
            BenefitCostRatio = isDiscounted ? SimulatedFigure.Of(_ratios, NotApplicableReason.NoCost) : NoRate(),
            PaybackMonths = SimulatedFigure.Of(_paybacks, NotApplicableReason.NeverPaidBack),
            InternalRateOfReturn = SimulatedFigure.Of(_rates, WithoutRate(evaluated)),
            DeterministicNetPresentValue = Deterministic(plan, evaluated),
            ProbabilityNpvPositive = isDiscounted ? Figure.Of(Share(NetPresentValues.Count(value => value > 0))) : NoRateEstimate(),
            PaidBackBy = Array.AsReadOnly([.. Horizons(plan).Select(months =>
                new KeyValuePair<int, Estimate>(months, Share(_durable.Count(payback => payback <= months))))]),
            ExpectedShortfall = isDiscounted ? Figure.Of(Shortfall()) : NoRateEstimate(),
            ValueOfPerfectInformation = isDiscounted ? Figure.Of(PerfectInformation()) : NoRateEstimate(),
            HistogramEdges = Array.AsReadOnly(edges),
            HistogramCounts = Array.AsReadOnly(counts),
        };

        SimulatedFigure NoRate() => SimulatedFigure.Without(NotApplicableReason.NoRate, trials);

        static Figure<Estimate> NoRateEstimate() => Figure.NotApplicable<Estimate>(NotApplicableReason.NoRate);
    }

    // Where no trial has a rate, the plan mostly has none either, and knows why.
    private NotApplicableReason WithoutRate(PeriodResult evaluated)
    {
        Figure<double> plan = (Basis == CaseBasis.All ? evaluated : evaluated.Cashable).InternalRateOfReturn.ToFigure();
        return plan.Reason ?? NotApplicableReason.NotCertified;
    }

    private Figure<double> Deterministic(Projection plan, PeriodResult evaluated) => !plan.IsDiscounted
        ? Figure.NotApplicable<double>(NotApplicableReason.NoRate)
        : (Basis == CaseBasis.All ? evaluated : evaluated.Cashable).NetPresentValue.Select(money => (double)money.Amount);

    private (double Value, double StandardError) Pair(int count)
    {
        double share = (double)count / trials;
        return (share, Math.Sqrt(share * (1 - share) / trials));
    }

    private Estimate Share(int count)
    {
        (double value, double error) = Pair(count);
        return new Estimate(value, error);
    }

    private Estimate PerfectInformation()
    {
        (double value, double error) = Estimators.PerfectInformation(NetPresentValues);
        return new Estimate(value, error);
    }

    /// <summary>The mean of the worst 5 %: the 5 % point less the expected shortfall below it divided by 5 %; its error is that of the second part (Rockafellar and Uryasev, 2000).</summary>
    private Estimate Shortfall()
    {
        double point = new Percentiles(NetPresentValues).At(Worst);
        var below = new double[trials];
        for (int i = 0; i < below.Length; i++)
        {
            below[i] = Math.Max(point - NetPresentValues[i], 0);
        }

        (double mean, double deviation) = Estimators.Moments(below);
        return new Estimate(point - (mean / Worst), deviation / Worst / Math.Sqrt(trials));
    }

    private (double[] Edges, int[] Counts) Histogram()
    {
        double low = NetPresentValues.Min();
        double high = NetPresentValues.Max();
        if (low == high)
        {
            return ([low, high], [trials]);
        }

        var edges = new double[Bins + 1];
        for (int i = 0; i <= Bins; i++)
        {
            edges[i] = i == Bins ? high : low + ((high - low) * i / Bins);
        }

        var counts = new int[Bins];
        foreach (double value in NetPresentValues)
        {
            counts[Math.Min(Bins - 1, (int)((value - low) / (high - low) * Bins))]++;
        }

        return (edges, counts);
    }

    /// <summary>At most ten horizons of whole half-years, years or more, up to the end of the period.</summary>
    private IEnumerable<int> Horizons(Projection plan)
    {
        int months = plan.Sums.MonthsOf(Period);
        int step = 6;
        while (months / step > MostHorizons)
        {
            step *= 2;
        }

        for (int at = step; at < months; at += step)
        {
            yield return at;
        }

        yield return months;
    }
}
