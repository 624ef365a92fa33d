using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Costs;

/// <summary>A price of one seat or unit that changes with their number.</summary>
/// <remarks>
/// By default each seat has the price of the tier that it falls into: 120 seats with a tier from 101 pay the first 100 at the price of the line. Where all
/// have the price of the tier that is reached (a volume discount), 120 seats pay all at the tier's. The first way never comes cheaper where prices fall.
/// </remarks>
internal sealed class TieredPrice : IEquatable<TieredPrice>
{
    internal const int Most = 50;

    private readonly PriceTier[] _tiers;

    internal TieredPrice(Money first, IEnumerable<PriceTier> tiers, bool isForAll, string name)
    {
        First = first;
        _tiers = [.. tiers];
        IsForAll = isForAll && _tiers.Length > 0;
        Check.InRange(_tiers.Length, 0, Most, name);
        Highest = first;
        for (int i = 0; i < _tiers.Length; i++)
        {
            if (_tiers[i].From < 2 || (i > 0 && _tiers[i].From <= _tiers[i - 1].From))
            {
                throw Check.Wrong(
                    $"Tier {i} ({_tiers[i]}) is not after the one before; allowed: from 2 on, in ascending order.", name, "argument.tierOrder",
                    MessageArgument.Number("place", i + 1), MessageArgument.Number("from", _tiers[i].From));
            }

            if (_tiers[i].Price.Currency != first.Currency)
            {
                throw Check.Wrong(
                    $"Tier {i} ({_tiers[i]}) is not in {first.Currency}; allowed: one currency.", name, "argument.tierCurrency",
                    MessageArgument.Number("place", i + 1), MessageArgument.Text("found", _tiers[i].Price.Currency.Code), MessageArgument.Text("currency", first.Currency.Code));
            }

            Highest = _tiers[i].Price > Highest ? _tiers[i].Price : Highest;
        }

        Tiers = new ReadOnlyCollection<PriceTier>(_tiers);
    }

    /// <summary>The price below the first tier.</summary>
    internal Money First { get; }

    /// <summary>The highest price there is.</summary>
    internal Money Highest { get; }

    /// <summary>The tiers by ascending number.</summary>
    internal IReadOnlyList<PriceTier> Tiers { get; }

    /// <summary>Whether all have the price of the tier that is reached.</summary>
    internal bool IsForAll { get; }

    /// <summary>The price of a number of seats or units.</summary>
    internal decimal Of(decimal count)
    {
        decimal sum = 0;
        decimal price = First.Amount;
        decimal below = 0;
        foreach (PriceTier tier in _tiers)
        {
            if (tier.From > count)
            {
                break;
            }

            sum += IsForAll ? 0 : price * (tier.From - 1 - below);
            below = IsForAll ? 0 : tier.From - 1;
            price = tier.Price.Amount;
        }

        return sum + (price * (count - below));
    }

    public bool Equals(TieredPrice? other) => other is not null && First == other.First && IsForAll == other.IsForAll && _tiers.AsEnumerable().SequenceEqual(other._tiers);

    public override bool Equals(object? obj) => Equals(obj as TieredPrice);

    public override int GetHashCode() => First.GetHashCode();
}
