using System.Globalization;

namespace TcmCrm.Roi.Reporting.Drawing;

/// <summary>An axis of values: round bounds and steps round the data, and where a value lies.</summary>
internal sealed class Axis
{
    private readonly double start;
    private readonly double length;
    private readonly double scale;
    private readonly ReportUnit unit;
    private readonly double step;

    private Axis(double low, double high, double step, ReportChart chart, double start, double length)
    {
        Low = low;
        High = high;
        this.step = step;
        this.start = start;
        this.length = length;
        scale = chart.AxisScale;
        unit = chart.Unit;
    }

    internal double Low { get; }

    internal double High { get; }

    /// <summary>The axis of a chart over some values.</summary>
    /// <param name="values">What is drawn.</param>
    /// <param name="chart">The chart, for its unit and scale.</param>
    /// <param name="start">Where the lowest value lies.</param>
    /// <param name="length">How far from there the highest one lies; negative for an axis that goes up.</param>
    /// <param name="withZero">Whether zero has to be on it: bars begin there.</param>
    /// <param name="most">The most steps.</param>
    internal static Axis Over(IEnumerable<double> values, ReportChart chart, double start, double length, bool withZero, int most)
    {
        double low = withZero ? 0 : double.MaxValue, high = withZero ? 0 : double.MinValue;
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        if (low > high)
        {
            (low, high) = (0, 1);
        }

        if (high - low <= Math.Abs(high) * 1e-9)
        {
            double half = high == 0 ? 0.5 : Math.Abs(high) / 2;
            (low, high) = withZero && low >= 0 ? (0, high + half) : (low - half, high + half);
        }

        double factor = chart.Unit == ReportUnit.Ratio ? 0.01 : chart.AxisScale;
        double rough = ((high / 2) - (low / 2)) * 2 / most / factor;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double steps = rough / power;
        double step = (steps <= 1 ? 1 : steps <= 2 ? 2 : steps <= 5 ? 5 : 10) * power * factor;
        return new Axis(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step, chart, start, length);
    }

    internal double At(double value) => start + (length * Math.Min(1.05, Math.Max(-0.05, (value - Low) / (High - Low))));

    /// <summary>The values that have a line and a number.</summary>
    internal IEnumerable<double> Ticks()
    {
        int count = (int)Math.Round((High - Low) / step);
        for (int i = 0; i <= count; i++)
        {
            double tick = Low + (i * step);
            yield return Math.Abs(tick) < step * 1e-6 ? 0 : tick;
        }
    }

    internal string Label(double tick)
    {
        double factor = unit == ReportUnit.Ratio ? 0.01 : scale;
        int decimals = Math.Max(0, Math.Min(6, -(int)Math.Floor(Math.Log10(step / factor) + 1e-9)));
        double shown = tick / factor;
        string number = Math.Abs(shown) >= 1e12 ? shown.ToString("0.#E+0", CultureInfo.InvariantCulture) : shown.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (number.Length > 0 && number[0] == '-' ? "−" + number.Substring(1) : number) + (unit == ReportUnit.Ratio ? "%" : string.Empty);
    }
}
