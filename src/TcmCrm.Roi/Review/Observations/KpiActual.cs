using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>A value of a KPI, or the value before go-live that was agreed as its baseline.</summary>
internal sealed class KpiActual : Actual
{
    internal KpiActual(ActualKind kind, string id, YearMonth month, decimal value, decimal? denominator)
        : base(kind, id, month)
    {
        Value = value;
        Denominator = denominator is { } whole ? Check.Positive(whole, nameof(denominator)) : null;
    }

    /// <summary>Whether it is the agreed value before go-live.</summary>
    public bool IsBaseline => Kind == ActualKind.Baseline;

    /// <summary>The value; the numerator where there is a denominator.</summary>
    public decimal Value { get; }

    /// <summary>The denominator; null for a plain value.</summary>
    public decimal? Denominator { get; }

    internal override decimal Number => Value;

    internal override decimal? Whole => Denominator;
}
