using System.Collections;
using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.CashFlows;

/// <summary>Dated flows of one currency in order of date.</summary>
/// <remarks>Immutable; the flows are copied and sorted once, and flows of one date keep their order. Equality compares the flows.</remarks>
public sealed class CashFlowSeries : IReadOnlyList<CashFlow>, IEquatable<CashFlowSeries>
{
    private readonly CashFlow[] _flows;

    /// <summary>A series of flows.</summary>
    /// <param name="currency">The currency of every flow.</param>
    /// <param name="flows">The flows in any order; none is allowed.</param>
    /// <exception cref="ArgumentNullException">The flows are null.</exception>
    /// <exception cref="ArgumentException">A flow is of another currency.</exception>
    public CashFlowSeries(Currency currency, IEnumerable<CashFlow> flows)
    {
        Currency = currency;
        _flows = [.. Check.NotNull(flows).OrderBy(flow => flow.Date)];
        foreach (CashFlow flow in _flows)
        {
            if (flow.Amount.Currency != currency)
            {
                throw new ArgumentException($"The flow {flow} is not in {currency}.", nameof(flows));
            }
        }
    }

    /// <summary>The currency of every flow.</summary>
    public Currency Currency { get; }

    /// <summary>How many flows there are.</summary>
    public int Count => _flows.Length;

    /// <summary>The exact sum of the flows.</summary>
    /// <exception cref="OverflowException">The sum is beyond the range of decimal.</exception>
    public Money Total
    {
        get
        {
            decimal total = 0;
            foreach (CashFlow flow in _flows)
            {
                total += flow.Amount.Amount;
            }

            return new Money(total, Currency);
        }
    }

    /// <summary>A flow by its place in order of date.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public CashFlow this[int index] => index >= 0 && index < _flows.Length ? _flows[index] : throw Check.OutOfRange(
        nameof(index), index, _flows.Length == 0 ? "none, the series is empty" : string.Format(CultureInfo.InvariantCulture, "0 to {0}", _flows.Length - 1), AllowedRange.IndexOf(_flows.Length));

    /// <summary>The flows dated from one date, included, to another, excluded.</summary>
    /// <param name="start">The first date.</param>
    /// <param name="end">The first date after.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date is not of the ISO calendar.</exception>
    public CashFlowSeries Between(LocalDate start, LocalDate end)
    {
        Check.Iso(start);
        Check.Iso(end);
        return new CashFlowSeries(Currency, _flows.Where(flow => flow.Date >= start && flow.Date < end));
    }

    /// <inheritdoc/>
    public IEnumerator<CashFlow> GetEnumerator() => ((IEnumerable<CashFlow>)_flows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _flows.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(CashFlowSeries? other) => other is not null && Currency == other.Currency && _flows.AsEnumerable().SequenceEqual(other._flows);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CashFlowSeries);

    /// <inheritdoc/>
    public override int GetHashCode() => _flows.Length == 0 ? Currency.GetHashCode() : (_flows.Length * 397) ^ _flows[0].GetHashCode();

    /// <summary>The number of flows and their sum, invariant.</summary>
    public override string ToString() => $"{_flows.Length} flows, {Total}";
}
