using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>What a benefit amounts to and when. The kinds are the sealed classes of this namespace; hosts cannot add one, but any benefit can be given as <see cref="DatedBenefit"/>.</summary>
/// <remarks>Describes only; figures are computed elsewhere. Amounts are 0 or more, before attribution and risk reduction.</remarks>
public abstract class BenefitBasis
{
    private protected BenefitBasis(Currency currency) => Currency = currency;

    /// <summary>The currency of every amount; <see cref="Currency.None"/> for a benefit that is not monetised.</summary>
    public Currency Currency { get; }

    /// <summary>Whether the benefit is expressed in money.</summary>
    public virtual bool IsMonetised => true;

    /// <summary>Whether a realisation profile applies. It does not to plain dated amounts, which already say when they come.</summary>
    public virtual bool UsesProfile => true;

    /// <summary>What the benefit takes from a pool of a kind in a year, as far as its own figures imply it.</summary>
    /// <param name="kind">The kind of pool.</param>
    /// <returns>Revenue in <see cref="Currency"/>, hours, or customers; null where the figures say nothing of the kind.</returns>
    public virtual decimal? ImpliedDraw(ValuePoolKind kind) => null;

    /// <summary>Writes the full amounts that fall on the grid of the case, with the profile but before attribution and risk.</summary>
    internal abstract void Record(CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder);

    /// <summary>Adds what is implausible in the benefit's own figures.</summary>
    internal virtual void Examine(string itemName, List<Message> warnings)
    {
    }

    private protected static Money NotNegative(Money money, string name)
    {
        Check.NotNegative(money.Amount, name);
        return money;
    }
}
