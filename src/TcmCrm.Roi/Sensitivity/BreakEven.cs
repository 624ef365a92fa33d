using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>Break-even of every lever of a case: the value at which the net present value is 0, or a stated return is just reached, with everything else as planned.</summary>
/// <remarks>
/// Lines do not act on each other, so that only the line of a lever is projected anew. Where the target is linear in the lever the value is exact; else it is bracketed
/// on a grid of the range and bisected, the crossing nearest to the current value. Whole numbers and months: the nearest one at which the target is met.
/// </remarks>
/// <example>
/// <code>
/// BreakEvenPoint sales = BreakEven.Of(RoiEvaluator.Evaluate(crm)).First(point =&gt; point.Lever == "factor" &amp;&amp; point.Name == "sales");
/// Figure&lt;double&gt; needed = sales.Value;               // the part of the planned benefit at which the net present value is 0
/// </code>
/// </example>
public static class BreakEven
{
    private const int Cells = 32;
    private const int Bisections = 60;
    private const int MostDelay = 60;

    /// <summary>Finds the break-even of every lever.</summary>
    /// <param name="evaluation">The evaluation of the case.</param>
    /// <param name="levers">Inputs of lines, as <c>CaseInputs.Levers</c> of <c>TcmCrm.Roi.Json</c> lists them; none where null.</param>
    /// <param name="targetReturn">The return on investment to reach, -1 or more; null for a net present value of 0.</param>
    /// <param name="period">One of the periods of the evaluation; the longest where null.</param>
    /// <param name="basis">Which benefits count.</param>
    /// <returns>Lines, then drivers, then inputs, then delay and discount rate.</returns>
    /// <exception cref="ArgumentNullException">The evaluation is null.</exception>
    /// <exception cref="KeyNotFoundException">The period was not evaluated.</exception>
    public static IReadOnlyList<BreakEvenPoint> Of(
        RoiEvaluation evaluation, IEnumerable<BreakEvenLever>? levers = null, decimal? targetReturn = null, EvaluationPeriod? period = null, CaseBasis basis = CaseBasis.All)
    {
        Check.NotNull(evaluation);
        PeriodResult result = period is null ? evaluation.Periods[evaluation.Periods.Count - 1] : evaluation[period];
        return new Search(evaluation, result, targetReturn, basis).All(levers ?? []);
    }

    /// <summary>One search: a period, a basis and a target.</summary>
    private sealed class Search(RoiEvaluation evaluation, PeriodResult result, decimal? target, CaseBasis basis)
    {
        private readonly Projection _plan = evaluation.Projection;
        private readonly bool _hasTarget = target is not null || evaluation.Terms.DiscountRate is not null;
        private readonly List<BreakEvenPoint> _found = [];

        internal System.Collections.ObjectModel.ReadOnlyCollection<BreakEvenPoint> All(IEnumerable<BreakEvenLever> levers)
        {
            double whole = Target(result);
            var worth = new Dictionary<string, double>(StringComparer.Ordinal);
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (ProjectionLine line in _plan.Lines)
            {
                double own = WorthOf(line);
                worth[line.Id.Text] = own;
                names[line.Id.Text] = line.Name;
                if (line.Side != FlowSide.LongTermBenefit && line.Benefit is not { Basis.IsMonetized: false })
                {
                    Add("factor", line.Id.Text, line.Name, 1, Factor(whole, own));
                }
            }

            foreach (UncertaintyDriver driver in _plan.Case.Drivers.Where(driver => driver.Acts == DriverAction.Amount))
            {
                double own = _plan.Lines
                    .Where(line => driver.On.Any(selector => line.Cost is { } cost ? selector.Covers(cost) : line.Benefit is { } benefit && selector.Covers(benefit)))
                    .Sum(line => worth[line.Id.Text]);
                Add("factor", driver.Id, driver.Name, 1, Factor(whole, own));
            }

            foreach (BreakEvenLever lever in levers)
            {
                double rest = whole - worth[lever.Line.Text];
                Add(lever.Input, lever.Line.Text, names[lever.Line.Text], (double)lever.Current, Input(lever, rest));
            }

            Add("delayMonths", null, null, 0, Delay(whole));
            if (target is null)
            {
                PeriodResult counted = Counted(result);
                _found.Add(new BreakEvenPoint(
                    "discountRate", null, null, result.Period, basis,
                    evaluation.Terms.DiscountRate is { } rate ? Figure.Of((double)rate) : Figure.NotApplicable<double>(NotApplicableReason.NoRate), counted.InternalRateOfReturn.ToFigure()));
            }

            return Array.AsReadOnly([.. _found]);
        }

        private void Add(string lever, string? subject, string? name, double current, Figure<double> value) => _found.Add(new BreakEvenPoint(
            lever, subject, name, result.Period, basis, Figure.Of(current), _hasTarget ? value : Figure.NotApplicable<double>(NotApplicableReason.NoRate)));

        private PeriodResult Counted(PeriodResult period) => basis == CaseBasis.Cashable ? period.Cashable : period;

        /// <summary>What is to be 0: the net present value, or benefit less what cost and return ask for.</summary>
        private double Target(PeriodResult period)
        {
            PeriodResult counted = Counted(period);
            return target is { } goal ? (double)(counted.TotalBenefit.Amount - (counted.TotalCost.Amount * (1 + goal)))
                : counted.NetPresentValue.TryGetValue(out Money value) ? (double)value.Amount : double.NaN;
        }

        private double WorthOf(ProjectionLine line)
        {
            if (line.Side == FlowSide.LongTermBenefit || (basis == CaseBasis.Cashable && !_plan.IsCash(line.Index)))
            {
                return 0;
            }

            int place = PlaceOf(result);
            double amount = target is null ? _plan.Sums.PresentValue(line.Index, place) : (double)_plan.Sums.Total(line.Index, place);
            return line.Side == FlowSide.Cost ? -amount * (target is { } goal ? (double)(1 + goal) : 1) : amount;
        }

        private int PlaceOf(PeriodResult period)
        {
            int place = 0;
            while (!_plan.Periods[place].Equals(period.Period))
            {
                place++;
            }

            return place;
        }

        private static Figure<double> Factor(double whole, double own)
        {
            double factor = own == 0 ? double.NaN : (own - whole) / own;
            return factor >= 0 ? Figure.Of(factor) : Figure.NotApplicable<double>(NotApplicableReason.NotWithinRange);
        }

        private Figure<double> Delay(double now)
        {
            int most = Math.Min(MostDelay, _plan.Timeline.Grid.Count);
            double before = now;
            for (int months = 1; months <= most; months++)
            {
                Projection later = Projection.Of(_plan.Case.WithGoLive(_plan.Case.GoLive.PlusMonths(months)), _plan.Terms);
                double value = Target(new PeriodResult(later, PlaceOf(result)));
                if (value >= 0 != before >= 0)
                {
                    return Figure.Of((double)(before >= 0 ? months - 1 : months));
                }

                before = value;
            }

            return Figure.NotApplicable<double>(NotApplicableReason.NotWithinRange);
        }

        private Figure<double> Input(BreakEvenLever lever, double rest)
        {
            double low = (double)lever.Low;
            double high = (double)lever.High;
            double middle = lever.IsWhole ? Math.Floor((low + high) / 2) : (low + high) / 2;
            double atLow = At(low);
            double atHigh = At(high);
            double atMiddle = At(middle);
            double size = Math.Abs(atLow) + Math.Abs(atHigh) + Math.Abs(rest);
            double straight = atLow + ((atHigh - atLow) * (middle - low) / (high - low));
            if (Math.Abs(straight - atMiddle) <= 1e-11 * size && atLow != atHigh)
            {
                double exact = low - (atLow * (high - low) / (atHigh - atLow));
                return !(exact >= low && exact <= high) ? None() : Figure.Of(lever.IsWhole ? Whole(exact, atHigh > atLow) : exact);
            }

            return Bracketed(lever, At);

            double At(double value) => lever.With(decimal.Round((decimal)value, 12)) is { } alone
                ? rest + Target(RoiEvaluator.Evaluate(alone, new EvaluationSettings { Overrides = _plan.Terms }).Periods[PlaceOf(result)])
                : double.NaN;
        }

        private static Figure<double> Bracketed(BreakEvenLever lever, Func<double, double> at)
        {
            double low = (double)lever.Low;
            double high = (double)lever.High;
            (double From, double To)? nearest = null;
            double distance = double.PositiveInfinity;
            double before = at(low);
            double from = low;
            for (int cell = 1; cell <= Cells; cell++)
            {
                double to = cell == Cells ? high : low + ((high - low) * cell / Cells);
                to = lever.IsWhole ? Math.Floor(to) : to;
                double value = to > from ? at(to) : before;
                double away = Math.Min(Math.Abs(from - (double)lever.Current), Math.Abs(to - (double)lever.Current));
                if (!double.IsNaN(before) && !double.IsNaN(value) && value >= 0 != before >= 0 && away < distance)
                {
                    nearest = (from, to);
                    distance = away;
                }

                (from, before) = (to, value);
            }

            if (nearest is not { } bracket)
            {
                return None();
            }

            bool rises = at(bracket.To) >= 0;
            for (int step = 0; step < Bisections; step++)
            {
                double middle = lever.IsWhole ? Math.Floor((bracket.From + bracket.To) / 2) : (bracket.From + bracket.To) / 2;
                if (middle <= bracket.From || middle >= bracket.To)
                {
                    break;
                }

                bracket = at(middle) >= 0 == rises ? (bracket.From, middle) : (middle, bracket.To);
            }

            return Figure.Of(lever.IsWhole ? (rises ? bracket.To : bracket.From) : (bracket.From + bracket.To) / 2);
        }

        /// <summary>The whole number beside an exact one at which the target is met.</summary>
        private static double Whole(double exact, bool rises)
        {
            double nearest = Math.Round(exact);
            return Math.Abs(exact - nearest) <= 1e-9 * Math.Max(1, Math.Abs(exact)) ? nearest : rises ? Math.Ceiling(exact) : Math.Floor(exact);
        }

        private static Figure<double> None() => Figure.NotApplicable<double>(NotApplicableReason.NotWithinRange);
    }
}
