namespace TcmCrm.Roi.Kpis;

/// <summary>What a KPI is: its unit, which direction is better, how it may be put together over time and over segments, and how it is called.</summary>
/// <remarks>
/// <see cref="KpiCatalog"/> holds the KPIs of the field, whose names and formulas are words of the language; a host adds its own KPIs by constructing definitions.
/// Two definitions are equal when everything in them is equal.
/// </remarks>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public sealed record KpiDefinition
{
    private readonly string? _name;
    private readonly string? _formula;
    private readonly double _partsScale = 1;
    private readonly double _minimum = double.NegativeInfinity;
    private readonly double _maximum = double.PositiveInfinity;

    /// <summary>Describes a KPI.</summary>
    /// <param name="id">The stable identifier, such as <c>WinRate</c>; compared case-sensitively.</param>
    /// <param name="unit">The unit of the values.</param>
    /// <param name="direction">Which direction is better.</param>
    /// <param name="overTime">The rule over time.</param>
    /// <param name="overSegments">The rule over segments: RatioOfSums, Sum, DistinctCount or Recompute.</param>
    /// <exception cref="ArgumentNullException">The identifier is null.</exception>
    /// <exception cref="ArgumentException">The identifier is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not defined, or the rule over segments is one over time only.</exception>
    public KpiDefinition(string id, KpiUnit unit, KpiDirection direction, KpiAggregation overTime, KpiAggregation overSegments)
    {
        Id = Check.NotBlank(id);
        Unit = Check.Defined(unit);
        Direction = Check.Defined(direction);
        OverTime = Check.Defined(overTime);
        OverSegments = Check.Defined(overSegments) is KpiAggregation.RatioOfSums or KpiAggregation.Sum or KpiAggregation.DistinctCount or KpiAggregation.Recompute
            ? overSegments
            : throw Check.OutOfRange(nameof(overSegments), overSegments, "one of RatioOfSums, Sum, DistinctCount, Recompute", AllowedRange.OneOf("RatioOfSums, Sum, DistinctCount, Recompute"));
    }

    /// <summary>The stable identifier, such as <c>WinRate</c>.</summary>
    public string Id { get; }

    /// <summary>What a host calls its own KPI, in its own language; null for none. Not blank.</summary>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public string? Name
    {
        get => _name;
        init => _name = value is null ? null : Check.NotBlank(value, nameof(Name));
    }

    /// <summary>The formula of a host's own KPI, in its own language; null for none. Not blank.</summary>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public string? Formula
    {
        get => _formula;
        init => _formula = value is null ? null : Check.NotBlank(value, nameof(Formula));
    }

    /// <summary>
    /// What a language calls the KPI: its words for <c>kpi.</c> and the identifier; where it has none, <see cref="Name"/>, or else the identifier.
    /// </summary>
    public Message NameMessage => new("kpi." + Id, MessageArgument.Text(Message.OwnWords, Name ?? Id));

    /// <summary>
    /// How a language writes the formula: its words for <c>kpi.</c>, the identifier and <c>.formula</c>; where it has none, <see cref="Formula"/>, or else nothing.
    /// </summary>
    public Message FormulaMessage => new("kpi." + Id + ".formula", MessageArgument.Text(Message.OwnWords, Formula ?? string.Empty));

    /// <summary>The unit of the values.</summary>
    public KpiUnit Unit { get; }

    /// <summary>Which direction is better.</summary>
    public KpiDirection Direction { get; private init; }

    /// <summary>The rule by which months become quarters, years and trailing twelve months.</summary>
    public KpiAggregation OverTime { get; }

    /// <summary>The rule by which segments become a whole.</summary>
    public KpiAggregation OverSegments { get; }

    /// <summary>
    /// What numerator / denominator is multiplied by to give a value in <see cref="Unit"/>: 1 for a ratio, the value without another, 100 for a net score.
    /// For <see cref="KpiAggregation.EndBalanceOverSum"/> the days of the period come on top.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number above 0.</exception>
    public double PartsScale
    {
        get => _partsScale;
        init => _partsScale = value > 0 && !double.IsPositiveInfinity(value) ? value : throw Check.OutOfRange(nameof(PartsScale), value, "a finite number above 0", AllowedRange.Positive);
    }

    /// <summary>The lowest value that makes sense, inclusive; negative infinity, the value without another, when there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not below <see cref="Maximum"/>.</exception>
    public double Minimum
    {
        get => _minimum;
        init => _minimum = value < _maximum ? value : throw Check.OutOfRange(nameof(Minimum), value, "below the maximum", AllowedRange.Below(_maximum));
    }

    /// <summary>The highest value that makes sense, inclusive; positive infinity, the value without another, when there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above <see cref="Minimum"/>.</exception>
    public double Maximum
    {
        get => _maximum;
        init => _maximum = value > _minimum ? value : throw Check.OutOfRange(nameof(Maximum), value, "above the minimum", AllowedRange.Above(_minimum));
    }

    /// <summary>Whether a value lies between <see cref="Minimum"/> and <see cref="Maximum"/>, but for rounding.</summary>
    internal bool IsInRange(double value) => value >= _minimum - 1e-9 && value <= _maximum + 1e-9;

    /// <summary>The allowed range in words, for errors.</summary>
    internal Message Range => double.IsPositiveInfinity(_maximum) ? AllowedRange.AtLeast(_minimum)
        : double.IsNegativeInfinity(_minimum) ? AllowedRange.AtMost(_maximum)
        : AllowedRange.Between(_minimum, _maximum);

    internal string RangeText => double.IsPositiveInfinity(_maximum)
        ? string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:R} or more", _minimum)
        : double.IsNegativeInfinity(_minimum)
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:R} or less", _maximum)
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, Unit == KpiUnit.Ratio ? "{0:R} to {1:R}, where 0.25 is 25 %" : "{0:R} to {1:R}", _minimum, _maximum);

    /// <summary>The same KPI with another direction, for KPIs whose direction depends on the scale that is used (customer effort score).</summary>
    /// <param name="direction">The direction.</param>
    /// <returns>A definition that differs in <see cref="Direction"/> alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is not a defined value.</exception>
    public KpiDefinition WithDirection(KpiDirection direction) => this with { Direction = Check.Defined(direction) };

    /// <summary>The identifier.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Id;
}
