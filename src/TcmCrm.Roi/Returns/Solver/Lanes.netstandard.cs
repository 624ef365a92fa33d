// Four lanes without vector registers: see Lanes.net10.cs.
global using Lanes = TcmCrm.Roi.Returns.FourLanes;

namespace TcmCrm.Roi.Returns;

internal readonly struct FourLanes(double first, double second, double third, double fourth)
{
    private readonly double _first = first;
    private readonly double _second = second;
    private readonly double _third = third;
    private readonly double _fourth = fourth;

    internal double this[int index] => index switch { 0 => _first, 1 => _second, 2 => _third, _ => _fourth };

    public static FourLanes operator +(FourLanes a, FourLanes b) =>
        new(a._first + b._first, a._second + b._second, a._third + b._third, a._fourth + b._fourth);

    public static FourLanes operator -(FourLanes a, FourLanes b) =>
        new(a._first - b._first, a._second - b._second, a._third - b._third, a._fourth - b._fourth);

    public static FourLanes operator *(FourLanes a, FourLanes b) =>
        new(a._first * b._first, a._second * b._second, a._third * b._third, a._fourth * b._fourth);

    public static FourLanes operator /(FourLanes a, FourLanes b) =>
        new(a._first / b._first, a._second / b._second, a._third / b._third, a._fourth / b._fourth);

    internal FourLanes Map(Func<double, double> function) => new(function(_first), function(_second), function(_third), function(_fourth));
}

internal static class LaneMath
{
    internal const int Width = 4;

    internal static Lanes Zero => default;

    internal static Lanes All(double value) => new(value, value, value, value);

    internal static Lanes Of(double first, double second, double third, double fourth) => new(first, second, third, fourth);

    internal static Lanes Load(Reals values, int start) => new(values[start], values[start + 1], values[start + 2], values[start + 3]);

    internal static Lanes LoadPartial(Reals values, int start)
    {
        int left = values.Length - start;
        return new(left > 0 ? values[start] : 0, left > 1 ? values[start + 1] : 0, left > 2 ? values[start + 2] : 0, 0);
    }

    internal static double Lane(Lanes value, int index) => value[index];

    internal static Lanes PositivePart(Lanes value) => value.Map(static x => x > 0 ? x : 0);

    internal static Lanes NegativePart(Lanes value) => value.Map(static x => x < 0 ? -x : 0);

    internal static Lanes Power2(Lanes k) => k.Map(static x => ElementaryFunctions.Power2((int)Math.Max(x, -1023)));

    internal static void AddScaled(double[] into, double factor, double[] row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            into[i] += factor * row[i];
        }
    }
}
