using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Taxation;

/// <summary>One rule: what it says, from when to when, and where it stands.</summary>
public sealed class TaxRule
{
    private readonly LocalDate? _until;
    private readonly string _source = string.Empty;
    private readonly string _number = string.Empty;

    /// <summary>A rule.</summary>
    /// <param name="kind">What it says.</param>
    /// <param name="value">A fraction, whole years, or yuan, as the kind says; 0 or more.</param>
    /// <param name="from">The first day on which it is in force.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named kind, a date that is not of the ISO calendar, or a value outside its range: a fraction is at most 1, years are whole and 1 to 60.</exception>
    public TaxRule(TaxRuleKind kind, decimal value, LocalDate from)
    {
        Kind = Check.Defined(kind);
        From = Check.Iso(from);
        Value = kind switch
        {
            TaxRuleKind.MixedAssetThreshold or TaxRuleKind.EquipmentAtOnce => Check.InRange(value, 0, LineRange.MostMoney),
            TaxRuleKind.MixedAssetYears or TaxRuleKind.SoftwareLeastYears or TaxRuleKind.IntangibleYears or TaxRuleKind.EquipmentYears or TaxRuleKind.LossYears
                or TaxRuleKind.LossYearsHighTech => decimal.Truncate(value) == value
                    ? Check.InRange(value, 1, 60)
                    : throw Check.OutOfRange(nameof(value), value, "whole years from 1 to 60"),
            _ => Check.InRange(value, 0, 1),
        };
    }

    /// <summary>What it says.</summary>
    public TaxRuleKind Kind { get; }

    /// <summary>A fraction, whole years, or yuan, as the kind says.</summary>
    public decimal Value { get; }

    /// <summary>The first day on which it is in force.</summary>
    public LocalDate From { get; }

    /// <summary>The last day on which it is in force; null where no end is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before <see cref="From"/>, or not of the ISO calendar.</exception>
    public LocalDate? Until
    {
        get => _until;
        init => _until = value is not { } last || Check.Iso(last, nameof(Until)) >= From ? value : throw Check.OutOfRange(nameof(Until), last, "the first day or later");
    }

    /// <summary>The title of the law or notice.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public string Source
    {
        get => _source;
        init => _source = Check.NotNull(value, nameof(Source));
    }

    /// <summary>Its official number or article.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public string Number
    {
        get => _number;
        init => _number = Check.NotNull(value, nameof(Number));
    }

    /// <summary>Whether the wording of the rule was read; false where only another's statement of it was seen.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Kind, value and first day, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1} from {2:uuuu-MM-dd}", Kind, Value, From);

    internal bool Covers(LocalDate date) => date >= From && (_until is not { } last || date <= last);
}
