using NodaTime;
using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Json;

/// <summary>What a benefit of the kind <c>impact</c> says of its study: the series it names, and how the series is to be studied.</summary>
public sealed class ImpactReference
{
    internal ImpactReference(string series, YearMonth goLive)
    {
        Series = series;
        GoLive = goLive;
    }

    /// <summary>Gets the name of the series as it stands in the document, for example <c>sales.csv</c>; relative to the document.</summary>
    public string Series { get; }

    /// <summary>Gets the month of go-live: that of the benefit, otherwise that of the case.</summary>
    public YearMonth GoLive { get; }

    /// <summary>Gets how many months from go-live on are left out.</summary>
    public int TransitionMonths { get; internal init; }

    /// <summary>Gets the name of the control series (a column of the file); null where there is none.</summary>
    public string? Control { get; internal init; }

    /// <summary>Gets the months from which on something else changed the level of the series, each a step of its own; empty where the document names none.</summary>
    public IReadOnlyList<YearMonth> OtherEvents { get; internal init; } = Array.AsReadOnly(Array.Empty<YearMonth>());

    /// <summary>Gets the promised improvement, above zero; null where nothing was promised.</summary>
    public double? Promise { get; internal init; }

    /// <summary>Gets whether lower values are better.</summary>
    public bool LowerIsBetter { get; internal init; }

    /// <summary>Gets what the numbers of the series are: <c>level</c>, <c>ratio</c> or <c>score</c>; null to tell it from the series.</summary>
    public string? SeriesKind { get; internal init; }

    /// <summary>Gets the growth a year that would have come without the CRM, as a fraction; null where the document does not say.</summary>
    public double? KnownGrowth { get; internal init; }

    /// <summary>Gets the half-width of the 95 % interval of <see cref="KnownGrowth"/>; 0 without it.</summary>
    public double KnownGrowthHalfWidth { get; internal init; }

    /// <summary>Gets how the season is taken out.</summary>
    public SeasonTreatment Season { get; internal init; }

    /// <summary>Gets on which scale the effect is measured.</summary>
    public EffectScale Scale { get; internal init; }
}
