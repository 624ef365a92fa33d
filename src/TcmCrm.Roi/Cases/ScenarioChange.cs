using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Cases;

/// <summary>One change that a scenario makes to a case: an input or a factor of a line, go-live, or the discount rate.</summary>
/// <remarks>Immutable; equal where all members are. Exactly one of <see cref="Value"/>, <see cref="Factor"/>, <see cref="GoLive"/> and <see cref="DiscountRate"/> is not null.</remarks>
public sealed class ScenarioChange : IEquatable<ScenarioChange>
{
    private const decimal MostFactor = 1_000_000;

    private ScenarioChange(LineId line) => Line = line;

    /// <summary>The line that is changed; <see cref="LineId.None"/> where the case is.</summary>
    public LineId Line { get; }

    /// <summary>The input of the line by the name that documents use, such as <c>pricePerSeat</c>; null where no input is set.</summary>
    public string? Input { get; private init; }

    /// <summary>The value of the input; null where no input is set.</summary>
    public decimal? Value { get; private init; }

    /// <summary>The factor on the amounts of the line; null where none is set.</summary>
    public decimal? Factor { get; private init; }

    /// <summary>The go-live of the case; null where it stays.</summary>
    public LocalDate? GoLive { get; private init; }

    /// <summary>The yearly discount rate; null where it stays.</summary>
    public decimal? DiscountRate { get; private init; }

    /// <summary>Another value of an input of a line.</summary>
    /// <param name="line">The id of the line.</param>
    /// <param name="input">The input by the name that documents use; within an object by a point: <c>profile.rampMonths</c>.</param>
    /// <param name="value">The value; what is allowed depends on the input and is checked where the change is made.</param>
    /// <exception cref="ArgumentNullException">The input is null.</exception>
    /// <exception cref="ArgumentException">The line is <see cref="LineId.None"/>, or the input is blank.</exception>
    public static ScenarioChange OfInput(LineId line, string input, decimal value) => new(LineId.Given(line)) { Input = Check.NotBlank(input), Value = value };

    /// <summary>A factor on all amounts of a line.</summary>
    /// <param name="line">The id of the line.</param>
    /// <param name="factor">From 0 to 1,000,000; 1 changes nothing.</param>
    /// <exception cref="ArgumentException">The line is <see cref="LineId.None"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The factor is outside its range.</exception>
    public static ScenarioChange OfFactor(LineId line, decimal factor) => new(LineId.Given(line)) { Factor = Check.InRange(factor, 0, MostFactor, nameof(factor)) };

    /// <summary>Another go-live.</summary>
    /// <param name="goLive">The first day of use, from 1900-01-01 to 2200-12-31.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside that range.</exception>
    public static ScenarioChange OfGoLive(LocalDate goLive) => new(LineId.None) { GoLive = LineRange.Date(goLive) };

    /// <summary>Another discount rate.</summary>
    /// <param name="annualRate">A yearly fraction, above -1 and at most 1: 0.08 is 8 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside that range.</exception>
    public static ScenarioChange OfDiscountRate(decimal annualRate) => new(LineId.None) { DiscountRate = new CaseTerms { DiscountRate = annualRate }.DiscountRate };

    /// <inheritdoc/>
    public bool Equals(ScenarioChange? other) => other is not null && Line == other.Line && Input == other.Input && Value == other.Value && Factor == other.Factor
        && GoLive == other.GoLive && DiscountRate == other.DiscountRate;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScenarioChange);

    /// <inheritdoc/>
    public override int GetHashCode() => Line.GetHashCode() ^ (Value ?? Factor ?? DiscountRate ?? 0).GetHashCode();

    /// <summary>What is set, and to what, invariant.</summary>
    public override string ToString() => Input is not null ? string.Format(CultureInfo.InvariantCulture, "{0}.{1} = {2}", Line, Input, Value)
        : Factor is not null ? string.Format(CultureInfo.InvariantCulture, "{0} x {1}", Line, Factor)
        : GoLive is { } date ? string.Format(CultureInfo.InvariantCulture, "go-live {0:uuuu-MM-dd}", date)
        : string.Format(CultureInfo.InvariantCulture, "discount rate {0}", DiscountRate);
}
