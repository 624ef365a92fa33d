using System.Globalization;

namespace TcmCrm.Roi.Review;

/// <summary>One number that a finding rests on.</summary>
public sealed record FindingFigure
{
    /// <summary>A figure.</summary>
    /// <param name="name">What it is, in camelCase, for example <c>adoption</c>.</param>
    /// <param name="value">The number; shares as fractions, money in the currency of the case.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public FindingFigure(string name, decimal value)
    {
        Name = Check.NotBlank(name);
        Value = value;
    }

    /// <summary>What it is, camelCase.</summary>
    public string Name { get; }

    /// <summary>The number.</summary>
    public decimal Value { get; }

    /// <summary>Invariant text, for example <c>adoption = 0.52</c>.</summary>
    public override string ToString() => Name + " = " + Value.ToString(CultureInfo.InvariantCulture);
}
