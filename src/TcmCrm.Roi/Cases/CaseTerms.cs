using System.Collections.ObjectModel;
using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Cases;

/// <summary>The terms by which a case is judged: evaluation periods, rates and conventions. What is not stated is null.</summary>
/// <remarks>
/// A case states some of them, a host gives defaults for those that a case leaves out, a question overrides them: the same type each time.
/// <see cref="Usual"/> holds the defaults of this library, and <see cref="Or"/> is the one way in which one set of terms gives way to another.
/// </remarks>
public sealed class CaseTerms : IEquatable<CaseTerms>
{
    internal const int MostPeriods = 64;

    private readonly IReadOnlyList<EvaluationPeriod>? _periods;
    private readonly decimal? _discountRate;
    private readonly decimal? _financeRate;
    private readonly decimal? _reinvestmentRate;
    private readonly DayCount? _dayCount;
    private readonly FlowTiming? _flowTiming;
    private readonly RateSelection? _rateSelection;

    /// <summary>Nothing stated.</summary>
    public static CaseTerms None { get; } = new();

    /// <summary>The defaults of this library: six months, one year and three years, anniversaries, each flow at its own date; no rates.</summary>
    public static CaseTerms Usual { get; } = new()
    {
        Periods = [EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears],
        DayCount = TcmCrm.Roi.Periods.DayCount.Anniversary,
        FlowTiming = TcmCrm.Roi.Periods.FlowTiming.Dated,
    };

    /// <summary>The evaluation periods, 1 to 64, in any order; null where they are not stated.</summary>
    /// <exception cref="ArgumentException">None or too many, or one stands twice.</exception>
    /// <exception cref="ArgumentNullException">One is null.</exception>
    public IReadOnlyList<EvaluationPeriod>? Periods
    {
        get => _periods;
        init => _periods = value is null ? null : Checked(value);
    }

    /// <summary>The yearly discount rate as a fraction (0.08 is 8 %), above -1 and at most 1; null where it is not stated: then no discounted figure has an answer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public decimal? DiscountRate
    {
        get => _discountRate;
        init => _discountRate = Rate(value, nameof(DiscountRate));
    }

    /// <summary>The yearly rate paid on negative flows in the modified internal rate of return, above -1 and at most 1; null means <see cref="DiscountRate"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public decimal? FinanceRate
    {
        get => _financeRate;
        init => _financeRate = Rate(value, nameof(FinanceRate));
    }

    /// <summary>The yearly rate earned on positive flows in the modified internal rate of return, above -1 and at most 1; null means <see cref="DiscountRate"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public decimal? ReinvestmentRate
    {
        get => _reinvestmentRate;
        init => _reinvestmentRate = Rate(value, nameof(ReinvestmentRate));
    }

    /// <summary>How years are counted between dates; null where it is not stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public DayCount? DayCount
    {
        get => _dayCount;
        init => _dayCount = value is { } given ? Check.Defined(given, nameof(DayCount)) : null;
    }

    /// <summary>From when flows are discounted; null where it is not stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public FlowTiming? FlowTiming
    {
        get => _flowTiming;
        init => _flowTiming = value is { } given ? Check.Defined(given, nameof(FlowTiming)) : null;
    }

    /// <summary>Which of several internal rates of return is picked; null where none is: then several rates are several, and no gate passes on them.</summary>
    public RateSelection? RateSelection
    {
        get => _rateSelection;
        init => _rateSelection = value;
    }

    /// <summary>These terms, and those of another set where these say nothing; each member by itself.</summary>
    /// <param name="others">The terms that give way.</param>
    /// <exception cref="ArgumentNullException">The terms are null.</exception>
    public CaseTerms Or(CaseTerms others)
    {
        Check.NotNull(others);
        return ReferenceEquals(this, None) ? others : ReferenceEquals(others, None) ? this : new CaseTerms(this, others);
    }

    /// <inheritdoc/>
    public bool Equals(CaseTerms? other) =>
        other is not null
        && (_periods is null ? other._periods is null : other._periods is not null && _periods.SequenceEqual(other._periods))
        && _discountRate == other._discountRate && _financeRate == other._financeRate && _reinvestmentRate == other._reinvestmentRate
        && _dayCount == other._dayCount && _flowTiming == other._flowTiming && Equals(_rateSelection, other._rateSelection);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CaseTerms);

    /// <inheritdoc/>
    public override int GetHashCode() => (_discountRate.GetHashCode() * 397) ^ (_periods?.Count ?? 0);

    /// <summary>What is stated, invariant.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "periods {0}, discount rate {1}, day count {2}, timing {3}",
        _periods is null ? "-" : string.Join(" ", _periods), _discountRate?.ToString(CultureInfo.InvariantCulture) ?? "-", _dayCount?.ToString() ?? "-", _flowTiming?.ToString() ?? "-");

    /// <summary>The same terms with their periods by ascending end; two that end on the same date are refused.</summary>
    internal CaseTerms OrderedFrom(LocalDate start, string name = "periods")
    {
        if (_periods is null || IsOrdered(_periods, start))
        {
            return this;
        }

        EvaluationPeriod[] ordered = [.. _periods];
        Array.Sort(ordered, (left, right) => left.EndFrom(start).CompareTo(right.EndFrom(start)));
        for (int i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].EndFrom(start) == ordered[i - 1].EndFrom(start))
            {
                throw new ArgumentException($"The evaluation periods {ordered[i - 1]} and {ordered[i]} end on the same date; each is allowed once.", name);
            }
        }

        return new CaseTerms { Periods = ordered }.Or(this);
    }

    private static bool IsOrdered(IReadOnlyList<EvaluationPeriod> periods, LocalDate start)
    {
        for (int i = 1; i < periods.Count; i++)
        {
            if (periods[i].EndFrom(start) <= periods[i - 1].EndFrom(start))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlyCollection<EvaluationPeriod> Checked(IReadOnlyList<EvaluationPeriod> periods)
    {
        if (periods.Count is 0 or > MostPeriods)
        {
            throw new ArgumentException($"There are {periods.Count} evaluation periods; allowed: 1 to {MostPeriods}.", nameof(periods));
        }

        var copy = new EvaluationPeriod[periods.Count];
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = Check.NotNull(periods[i], nameof(periods));
            if (Array.IndexOf(copy, copy[i]) < i)
            {
                throw new ArgumentException($"The evaluation period {copy[i]} stands twice; each is allowed once.", nameof(periods));
            }
        }

        return Array.AsReadOnly(copy);
    }

    private static decimal? Rate(decimal? annualRate, string name)
    {
        // A decimal next to -1 is -1 as a double.
        if (annualRate is not { } rate || ((double)rate > -1 && rate <= 1))
        {
            return annualRate;
        }

        string hint = rate is > 1 and <= 100 ? string.Format(CultureInfo.InvariantCulture, "; for {0} % write {1}", rate, rate / 100) : string.Empty;
        throw Check.OutOfRange(name, rate, "above -1 (-100 %) and at most 1 (100 %)" + hint);
    }

    private CaseTerms(CaseTerms first, CaseTerms second)
    {
        _periods = first._periods ?? second._periods;
        _discountRate = first._discountRate ?? second._discountRate;
        _financeRate = first._financeRate ?? second._financeRate;
        _reinvestmentRate = first._reinvestmentRate ?? second._reinvestmentRate;
        _dayCount = first._dayCount ?? second._dayCount;
        _flowTiming = first._flowTiming ?? second._flowTiming;
        _rateSelection = first._rateSelection ?? second._rateSelection;
    }

    /// <summary>Terms that state nothing; the members say what is stated.</summary>
    public CaseTerms()
    {
    }
}
