using System.Globalization;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>The value of one lever at which a case just meets its target over one evaluation period.</summary>
public sealed class BreakEvenPoint
{
    internal BreakEvenPoint(string lever, string? subject, string? name, EvaluationPeriod period, CaseBasis basis, Figure<double> current, Figure<double> value)
    {
        Lever = lever;
        Subject = subject;
        Name = name;
        Period = period;
        Basis = basis;
        Current = current;
        Value = value;
    }

    /// <summary><c>factor</c> (on the amounts of a line or driver), <c>delayMonths</c>, <c>discountRate</c>, or the name of an input of a line.</summary>
    public string Lever { get; }

    /// <summary>The id of the line or driver; null for a lever of the whole case.</summary>
    public string? Subject { get; }

    /// <summary>The name of the line or driver; null for a lever of the whole case.</summary>
    public string? Name { get; }

    /// <summary>The evaluation period.</summary>
    public EvaluationPeriod Period { get; }

    /// <summary>Which benefits count.</summary>
    public CaseBasis Basis { get; }

    /// <summary>The value in the case.</summary>
    public Figure<double> Current { get; }

    /// <summary>The value at which the target is just met with everything else as planned; no answer where no value within the range does.</summary>
    public Figure<double> Value { get; }

    /// <summary>Lever and value, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2}", Subject, Lever, Value);
}
