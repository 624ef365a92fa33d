using System.Globalization;

namespace TcmCrm.Roi.Returns;

/// <summary>All internal rates of return of a series, or the reason why there is none, with what proves it.</summary>
/// <remarks>The default value is a result without rates whose reason is <see cref="NotApplicableReason.NotComputed"/>. A unique rate is held
/// without allocation.</remarks>
public readonly struct InternalRateOfReturnResult : IEquatable<InternalRateOfReturnResult>
{
    private readonly RateRoot _first;
    private readonly RateRoot[]? _all;
    private readonly NotApplicableReason _reason;

    internal InternalRateOfReturnResult(NotApplicableReason reason, RateProof proof)
    {
        _reason = reason;
        Status = proof == RateProof.NotCertified ? RateStatus.Undetermined : RateStatus.None;
        Proof = proof;
    }

    internal InternalRateOfReturnResult(RateRoot root, RateProof proof)
    {
        _first = root;
        HasRate = true;
        Status = proof == RateProof.NotCertified ? RateStatus.Undetermined : RateStatus.Unique;
        Proof = proof;
    }

    private InternalRateOfReturnResult(RateRoot root, RateProof proof, RateStatus status)
        : this(root, proof) => Status = status;

    internal InternalRateOfReturnResult(RateRoot[] roots, RateProof proof)
    {
        _first = roots[0];
        _all = roots;
        HasRate = true;
        Status = proof == RateProof.NotCertified ? RateStatus.Undetermined : roots.Length == 1 ? RateStatus.Unique : RateStatus.Multiple;
        Proof = proof;
    }

    /// <summary>The only rate, which is what borrowed money costs.</summary>
    internal static InternalRateOfReturnResult Borrowing(RateRoot root, RateProof proof) => new(root, proof, RateStatus.Borrowing);

    /// <summary>None, exactly one, several, not known, or one that is no return: a proof of <see cref="RateProof.NotCertified"/> is undetermined, whether rates were found or not.</summary>
    public RateStatus Status { get; }

    /// <summary>What proves that these are all. The range covered is every rate that a double can hold, from just above -100 % to 1.8e308;
    /// of a case only rates from -99 % up are given.</summary>
    public RateProof Proof { get; }

    /// <summary>Why there is no rate; null when there is one or more. NoFlows, AllZero, OnlyInflows, OnlyOutflows, SingleInstant,
    /// NpvAlwaysPositive, NpvAlwaysNegative, OutOfRange, RateBelowLowest, PeriodUnderOneYear, or NotCertified when none was found but none can be excluded.</summary>
    public NotApplicableReason? Reason => HasRate ? null : _reason;

    /// <summary>How many rates there are.</summary>
    public int Count => _all is null ? (HasRate ? 1 : 0) : _all.Length;

    /// <summary>The rates, ascending. Copies them; <see cref="this[int]"/> does not.</summary>
    public IReadOnlyList<RateRoot> Roots => _all is not null ? Array.AsReadOnly(_all) : Array.AsReadOnly<RateRoot>(HasRate ? [_first] : []);

    /// <summary>A rate by its place, ascending.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public RateRoot this[int index] => (uint)index < (uint)Count
        ? (_all is null ? _first : _all[index])
        : throw Check.OutOfRange(nameof(index), index, Count == 0 ? "none, there is no rate" : "0 to " + (Count - 1).ToString(CultureInfo.InvariantCulture), AllowedRange.IndexOf(Count));

    /// <summary>Gives the rate if it is the only one and that is proven. To pick one of several, use <see cref="Select(RateSelection)"/>.</summary>
    /// <param name="rate">The rate as a fraction, or 0.</param>
    /// <returns>Whether the series has exactly one rate.</returns>
    public bool TryGetRate(out double rate)
    {
        bool unique = Status == RateStatus.Unique;
        rate = unique ? _first.Rate : 0;
        return unique;
    }

    /// <summary>The unique rate as a figure, or the reason: no rate, several rates, or not proven to be the only one.</summary>
    /// <returns>The figure.</returns>
    public Figure<double> ToFigure() => Status switch
    {
        RateStatus.None => Figure.NotApplicable<double>(_reason),
        RateStatus.Multiple => Figure.NotApplicable<double>(NotApplicableReason.MultipleRates),
        RateStatus.Undetermined => Figure.NotApplicable<double>(NotApplicableReason.NotCertified),
        RateStatus.Borrowing => Figure.NotApplicable<double>(NotApplicableReason.CostOfBorrowing),
        _ => Figure.Of(_first.Rate),
    };

    /// <summary>The next rate above a discount rate at which the net present value is zero.</summary>
    /// <param name="discountRate">The discount rate in use, as a fraction above -1.</param>
    /// <returns>The rate, or the reason why there is none: that of the result, or <see cref="NotApplicableReason.OutOfRange"/> when all rates lie below.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    public Figure<double> FirstAbove(double discountRate)
    {
        Check.Rate(discountRate);
        if (Reason is { } reason)
        {
            return Figure.NotApplicable<double>(reason);
        }

        for (int i = 0; i < Count; i++)
        {
            if (this[i].Rate > discountRate)
            {
                return Figure.Of(this[i].Rate);
            }
        }

        return Figure.NotApplicable<double>(NotApplicableReason.OutOfRange);
    }

    /// <summary>The next rate below a discount rate at which the net present value is zero.</summary>
    /// <param name="discountRate">The discount rate in use, as a fraction above -1.</param>
    /// <returns>The rate, or the reason why there is none: that of the result, or <see cref="NotApplicableReason.OutOfRange"/> when all rates lie above.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above -1.</exception>
    public Figure<double> LastBelow(double discountRate)
    {
        Check.Rate(discountRate);
        if (Reason is { } reason)
        {
            return Figure.NotApplicable<double>(reason);
        }

        for (int i = Count - 1; i >= 0; i--)
        {
            if (this[i].Rate < discountRate)
            {
                return Figure.Of(this[i].Rate);
            }
        }

        return Figure.NotApplicable<double>(NotApplicableReason.OutOfRange);
    }

    /// <summary>Picks one rate by an explicit policy.</summary>
    /// <param name="selection">The policy; not <see cref="RateSelection.Excel"/>, which needs the flows: <see cref="InternalRateOfReturn.ExcelPeriodic(double[], double)"/>.</param>
    /// <returns>The rate, or the reason why the policy finds none: also <see cref="NotApplicableReason.NotCertified"/> where the rates are undetermined.</returns>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    /// <exception cref="ArgumentException">The policy is that of Excel.</exception>
    public Figure<double> Select(RateSelection selection)
    {
        if (Check.NotNull(selection).IsExcel)
        {
            throw new ArgumentException("What Excel shows depends on the flows; use InternalRateOfReturn.ExcelPeriodic.", nameof(selection));
        }

        if (Reason is { } reason)
        {
            return Figure.NotApplicable<double>(reason);
        }

        return Status == RateStatus.Undetermined
            ? Figure.NotApplicable<double>(NotApplicableReason.NotCertified)
            : selection.Target is { } target ? Figure.Of(this[NearestTo(target)].Rate) : LowestNonNegative();
    }

    /// <summary>The place of the rate nearest to another one; of two equally near ones the lower.</summary>
    internal int NearestTo(double target)
    {
        int best = 0;
        for (int i = 1; i < Count; i++)
        {
            best = Math.Abs(this[i].Rate - target) < Math.Abs(this[best].Rate - target) ? i : best;
        }

        return best;
    }

    private bool HasRate { get; }

    private Figure<double> LowestNonNegative()
    {
        for (int i = 0; i < Count; i++)
        {
            if (this[i].Rate >= 0)
            {
                return Figure.Of(this[i].Rate);
            }
        }

        return Figure.NotApplicable<double>(NotApplicableReason.OutOfRange);
    }

    /// <summary>Equal when status, proof, reason and all rates are.</summary>
    /// <param name="other">The other result.</param>
    /// <returns>Whether the two are equal.</returns>
    public bool Equals(InternalRateOfReturnResult other)
    {
        if (Status != other.Status || Proof != other.Proof || _reason != other._reason || Count != other.Count)
        {
            return false;
        }

        for (int i = 0; i < Count; i++)
        {
            if (this[i] != other[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is InternalRateOfReturnResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (((int)Status * 397) ^ (int)_reason ^ ((int)Proof << 8)) + _first.GetHashCode();

    /// <summary>Compares two results.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(InternalRateOfReturnResult left, InternalRateOfReturnResult right) => left.Equals(right);

    /// <summary>Compares two results.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(InternalRateOfReturnResult left, InternalRateOfReturnResult right) => !left.Equals(right);

    /// <summary>Status and rates, or the reason, in invariant text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => !HasRate
        ? Status + " (" + Figure.IdOf(_reason) + ")"
        : Status + " (" + string.Join(", ", Roots) + ")";
}
