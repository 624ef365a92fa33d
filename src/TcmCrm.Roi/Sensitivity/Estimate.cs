using System.Globalization;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>An estimated number with its standard error; 0 where the number is exact.</summary>
public readonly record struct Estimate
{
    internal Estimate(double value, double standardError)
    {
        Value = value;
        StandardError = standardError;
    }

    /// <summary>The number.</summary>
    public double Value { get; }

    /// <summary>Its standard error, in the same unit.</summary>
    public double StandardError { get; }

    /// <summary>Value and standard error, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:g6} (standard error {1:g2})", Value, StandardError);
}
