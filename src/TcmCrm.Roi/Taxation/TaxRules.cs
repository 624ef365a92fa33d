using NodaTime;

namespace TcmCrm.Roi.Taxation;

/// <summary>Rules with their dates: those of this library for China, and what a host puts before them.</summary>
/// <remarks>A date that no rule covers has no rule: nothing is carried on past its end.</remarks>
public sealed class TaxRules
{
    private readonly TaxRule[] _rules;

    private TaxRules(TaxRule[] rules)
    {
        _rules = rules;
        All = Array.AsReadOnly(_rules);
        HighestVat = _rules.Where(rule => rule.Kind is TaxRuleKind.VatOnServices or TaxRuleKind.VatOnGoods or TaxRuleKind.VatOnServicesWithLicense or TaxRuleKind.VatLevy).Max(rule => rule.Value);
    }

    /// <summary>The rules of China as this library knows them, from 1 May 2016 on.</summary>
    public static TaxRules China { get; } = new(ChineseRules.All());

    /// <summary>Every rule; of two for one date the first counts.</summary>
    public IReadOnlyList<TaxRule> All { get; }

    /// <summary>These rules with others before them: an extension, a city's practice, a correction.</summary>
    /// <param name="rules">The rules; the first for a date counts.</param>
    /// <exception cref="ArgumentNullException">The rules or one of them is null.</exception>
    public TaxRules With(params TaxRule[] rules) => new([.. Check.NotNull(rules).Select(rule => Check.NotNull(rule, nameof(rules))), .. _rules]);

    /// <summary>The rule of a kind on a date.</summary>
    /// <param name="kind">What it says.</param>
    /// <param name="date">The date.</param>
    /// <returns>The rule, or null where none covers the date.</returns>
    /// <exception cref="ArgumentException">The date is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not a named kind.</exception>
    public TaxRule? Find(TaxRuleKind kind, LocalDate date)
    {
        Check.Defined(kind);
        Check.Iso(date);
        return Array.Find(_rules, rule => rule.Kind == kind && rule.Covers(date));
    }

    /// <summary>Whether a date is before every rule of a kind: the kind did not exist yet.</summary>
    internal bool IsBefore(TaxRuleKind kind, LocalDate date) => Array.TrueForAll(_rules, rule => rule.Kind != kind || date < rule.From);

    /// <summary>How many rules there are, invariant.</summary>
    public override string ToString() => FormattableString.Invariant($"{_rules.Length} rules");

    /// <summary>The highest rate of value-added tax that any rule has, whatever its date.</summary>
    internal decimal HighestVat { get; }

    /// <summary>The kind of income tax that has a rate, whatever the date; null where the rate is of no rule.</summary>
    internal TaxRuleKind? IncomeTaxAt(decimal rate)
    {
        foreach (TaxRuleKind kind in new[] { TaxRuleKind.IncomeTax, TaxRuleKind.IncomeTaxHighTech, TaxRuleKind.IncomeTaxSmallProfit })
        {
            if (Array.Exists(_rules, rule => rule.Kind == kind && rule.Value == rate))
            {
                return kind;
            }
        }

        return null;
    }
}
