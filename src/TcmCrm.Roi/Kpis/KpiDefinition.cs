namespace TcmCrm.Roi.Kpis;

/// <summary>
/// What a KPI is: its names, its formula, its unit, which direction is better, and how it may be put together over time and over segments.
/// </summary>
/// <remarks>
/// <see cref="KpiCatalogue"/> holds the KPIs of the field; a host adds its own by constructing definitions. Two definitions are equal when
/// everything in them is equal.
/// </remarks>
public sealed record KpiDefinition
{
    /// <summary>Describes a KPI.</summary>
    /// <param name="id">The stable identifier, such as <c>WinRate</c>; compared case-sensitively.</param>
    /// <param name="englishName">The English display name.</param>
    /// <param name="chineseName">The Chinese display name.</param>
    /// <param name="formula">The formula as English text.</param>
    /// <param name="chineseFormula">The formula as Chinese text.</param>
    /// <param name="unit">The unit of the values.</param>
    /// <param name="direction">Which direction is better.</param>
    /// <param name="overTime">The rule over time.</param>
    /// <param name="overSegments">The rule over segments.</param>
    /// <param name="partsScale">
    /// What numerator / denominator is multiplied by to give a value in <paramref name="unit"/>: 1 for a ratio, 100 for a net score. Finite and
    /// above zero. For <see cref="KpiTimeAggregation.EndBalanceOverSum"/> the days of the period come on top.
    /// </param>
    /// <param name="minimum">The lowest value that makes sense, inclusive; negative infinity when there is none.</param>
    /// <param name="maximum">The highest value that makes sense, inclusive; positive infinity when there is none.</param>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An enum value is not defined, the scale is not positive, or the limits are not in order.</exception>
    public KpiDefinition(
        string id,
        string englishName,
        string chineseName,
        string formula,
        string chineseFormula,
        KpiUnit unit,
        KpiDirection direction,
        KpiTimeAggregation overTime,
        KpiSegmentAggregation overSegments,
        double partsScale = 1,
        double minimum = double.NegativeInfinity,
        double maximum = double.PositiveInfinity)
    {
        Id = Check.NotBlank(id);
        EnglishName = Check.NotBlank(englishName);
        ChineseName = Check.NotBlank(chineseName);
        Formula = Check.NotBlank(formula);
        ChineseFormula = Check.NotBlank(chineseFormula);
        if (!(partsScale > 0) || double.IsPositiveInfinity(partsScale))
        {
            throw Check.OutOfRange(nameof(partsScale), partsScale, "a finite number above 0");
        }

        if (!(minimum < maximum))
        {
            throw Check.OutOfRange(nameof(maximum), maximum, "above the minimum");
        }

        Unit = Check.Defined(unit);
        Direction = Check.Defined(direction);
        OverTime = Check.Defined(overTime);
        OverSegments = Check.Defined(overSegments);
        PartsScale = partsScale;
        Minimum = minimum;
        Maximum = maximum;
    }

    private KpiDefinition(KpiDefinition original, KpiDirection direction)
        : this(original)
    {
        Direction = Check.Defined(direction);
    }

    /// <summary>The stable identifier, such as <c>WinRate</c>.</summary>
    public string Id { get; }

    /// <summary>The English display name.</summary>
    public string EnglishName { get; }

    /// <summary>The Chinese display name.</summary>
    public string ChineseName { get; }

    /// <summary>The formula as English text.</summary>
    public string Formula { get; }

    /// <summary>The formula as Chinese text.</summary>
    public string ChineseFormula { get; }

    /// <summary>The unit of the values.</summary>
    public KpiUnit Unit { get; }

    /// <summary>Which direction is better.</summary>
    public KpiDirection Direction { get; }

    /// <summary>The rule by which months become quarters, years and trailing twelve months.</summary>
    public KpiTimeAggregation OverTime { get; }

    /// <summary>The rule by which segments become a whole.</summary>
    public KpiSegmentAggregation OverSegments { get; }

    /// <summary>Factor from numerator / denominator to a value in <see cref="Unit"/>.</summary>
    public double PartsScale { get; }

    /// <summary>The lowest value that makes sense, inclusive; negative infinity when there is none.</summary>
    public double Minimum { get; }

    /// <summary>The highest value that makes sense, inclusive; positive infinity when there is none.</summary>
    public double Maximum { get; }

    /// <summary>The same KPI with another direction, for KPIs whose direction depends on the scale that is used (customer effort score).</summary>
    /// <param name="direction">The direction.</param>
    /// <returns>A definition that differs in <see cref="Direction"/> alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is not a defined value.</exception>
    public KpiDefinition WithDirection(KpiDirection direction) => new(this, direction);

    /// <summary>A short invariant text: identifier, English and Chinese name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id} ({EnglishName}, {ChineseName})";
}
