using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Measures;

/// <summary>
/// When a case has paid back, in months from its start, with linear interpolation inside a month (inside a year under
/// <see cref="FlowTiming.EndOfYear"/>); a payback that never comes within the period is a result with that reason.
/// </summary>
/// <remarks>The cumulative net flow starts with what falls on the start date; every later flow counts at the end of its month or year.</remarks>
public sealed class PaybackFigures
{
    internal PaybackFigures(Projection projection, int period)
    {
        FlowSums sums = projection.Sums;
        FlowTiming timing = projection.Terms.FlowTiming!.Value;
        int monthsPerStep = timing == FlowTiming.EndOfYear ? 12 : 1;
        int months = sums.MonthsOf(period);
        int steps = (months + monthsPerStep - 1) / monthsPerStep;
        double[] scratch = ScratchSpace.Rent(2 * (steps + 1));
        try
        {
            RealsBuffer simple = ((RealsBuffer)scratch).Slice(0, steps + 1);
            RealsBuffer discounted = ((RealsBuffer)scratch).Slice(steps + 1, steps + 1);
            simple[0] = (double)(sums.Initial(FlowSide.Benefit) - sums.Initial(FlowSide.Cost));
            discounted[0] = simple[0];
            for (int step = 0; step < steps; step++)
            {
                decimal net = 0;
                double value = 0;
                for (int month = step * monthsPerStep; month < Math.Min((step + 1) * monthsPerStep, months); month++)
                {
                    net += sums.Amount(FlowSide.Benefit, month, period) - sums.Amount(FlowSide.Cost, month, period);
                    value += sums.Discounted(FlowSide.Benefit, month, period) - sums.Discounted(FlowSide.Cost, month, period);
                }

                simple[step + 1] = (double)net;
                discounted[step + 1] = value;
            }

            FirstMonths = Months(simple, PaybackKind.First, monthsPerStep);
            DurableMonths = Months(simple, PaybackKind.Durable, monthsPerStep);
            MonthsToGoLive = (double)DateSpans.Months(projection.Case.Start, projection.Case.GoLive);
            FromGoLiveMonths = FirstMonths.TryGetValue(out double first)
                ? Figure.Of(Math.Max(0, first - MonthsToGoLive))
                : FirstMonths;
            bool isDiscounted = projection.IsDiscounted;
            DiscountedFirstMonths = isDiscounted ? Months(discounted, PaybackKind.First, monthsPerStep) : NoRate;
            DiscountedDurableMonths = isDiscounted ? Months(discounted, PaybackKind.Durable, monthsPerStep) : NoRate;
        }
        finally
        {
            ScratchSpace.Return(scratch);
        }
    }

    /// <summary>The first time that the cumulative net flow is no longer negative: 静态投资回收期.</summary>
    public Figure<double> FirstMonths { get; }

    /// <summary>
    /// <see cref="FirstMonths"/> counted from go-live (不含建设期): less the months from the start to go-live, at least 0; the same where go-live is not after the start.
    /// </summary>
    public Figure<double> FromGoLiveMonths { get; }

    /// <summary>Months from the start of the evaluation to go-live: what <see cref="FromGoLiveMonths"/> leaves out (建设期).</summary>
    public double MonthsToGoLive { get; }

    /// <summary>The time from which on the cumulative net flow is never negative again within the period.</summary>
    public Figure<double> DurableMonths { get; }

    /// <summary>The first time by discounted flows: 动态投资回收期. Not applicable without a discount rate.</summary>
    public Figure<double> DiscountedFirstMonths { get; }

    /// <summary>The durable time by discounted flows. Not applicable without a discount rate.</summary>
    public Figure<double> DiscountedDurableMonths { get; }

    /// <summary>First and durable payback, invariant.</summary>
    public override string ToString() => $"first {FirstMonths}, durable {DurableMonths} months";

    private static Figure<double> NoRate => Figure.NotApplicable<double>(NotApplicableReason.NoRate);

    private static Figure<double> Months(Reals amounts, PaybackKind kind, int monthsPerStep)
    {
        // At a rate near -100 % late factors leave the range of a double.
        for (int i = 0; i < amounts.Length; i++)
        {
            if (double.IsNaN(amounts[i]) || double.IsInfinity(amounts[i]))
            {
                return Figure.NotApplicable<double>(NotApplicableReason.OutOfRange);
            }
        }

        Figure<double> steps = PaybackPeriod.Solve(amounts, kind, rate: 0);
        return steps.TryGetValue(out double value) ? Figure.Of(value * monthsPerStep) : steps;
    }
}
