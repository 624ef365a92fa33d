using System.Globalization;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Measures;

/// <summary>What a measure comes to: an amount of money, a number, all internal rates of return, or the reason why there is no answer.</summary>
public sealed class MeasureValue : IEquatable<MeasureValue>
{
    private readonly object? _value;
    private readonly Figure<double>? _selected;
    private readonly NotApplicableReason _reason;

    private MeasureValue(object? value, NotApplicableReason reason, Figure<double>? selected = null)
    {
        _selected = selected;
        _value = value;
        _reason = reason;
    }

    /// <summary>Whether there is an answer; for internal rates of return, whether there is exactly one, or one was picked by a policy.</summary>
    public bool IsApplicable => _value is InternalRateOfReturnResult ? _selected!.Value.IsApplicable : _value is not null;

    /// <summary>Why there is no answer; null where there is one.</summary>
    public NotApplicableReason? Reason => IsApplicable ? null : _value is InternalRateOfReturnResult ? _selected!.Value.Reason : _reason;

    /// <summary>The internal rates with status and proof, where the measure is that; null otherwise.</summary>
    public InternalRateOfReturnResult? Rates => _value is InternalRateOfReturnResult rates ? rates : null;

    /// <summary>An amount of money.</summary>
    /// <param name="figure">The amount, or why there is none.</param>
    public static MeasureValue Of(Figure<Money> figure) => figure.TryGetValue(out Money value) ? new(value, default) : new(null, figure.Reason!.Value);

    /// <summary>An amount of money.</summary>
    /// <param name="amount">The amount.</param>
    public static MeasureValue Of(Money amount) => new(amount, default);

    /// <summary>An exact number.</summary>
    /// <param name="figure">The number, or why there is none.</param>
    public static MeasureValue Of(Figure<decimal> figure) => figure.TryGetValue(out decimal value) ? new(value, default) : new(null, figure.Reason!.Value);

    /// <summary>A number that a solver or a discount factor produced.</summary>
    /// <param name="figure">The number, or why there is none.</param>
    public static MeasureValue Of(Figure<double> figure) => figure.TryGetValue(out double value) ? new(value, default) : new(null, figure.Reason!.Value);

    /// <summary>All internal rates of return; the answer is the only one.</summary>
    /// <param name="rates">The rates.</param>
    public static MeasureValue Of(InternalRateOfReturnResult rates) => Of(rates, rates.ToFigure());

    /// <summary>All internal rates of return, and the one that stands for them.</summary>
    /// <param name="rates">The rates.</param>
    /// <param name="selected">The only one, the one that a policy picks, or why there is none.</param>
    public static MeasureValue Of(InternalRateOfReturnResult rates, Figure<double> selected) => new(rates, default, selected);

    /// <summary>The amount of money.</summary>
    /// <param name="amount">The amount, not rounded.</param>
    /// <returns>False where there is no answer, or it is no money.</returns>
    public bool TryGetMoney(out Money amount)
    {
        amount = _value is Money money ? money : default;
        return _value is Money;
    }

    /// <summary>The exact number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>False where there is no answer, or it is not an exact number.</returns>
    public bool TryGetExact(out decimal number)
    {
        number = _value is decimal exact ? exact : 0;
        return _value is decimal;
    }

    /// <summary>The answer as a plain number: the amount in major units, the ratio, the months, the only rate.</summary>
    /// <param name="number">The number.</param>
    /// <returns>False where there is no answer.</returns>
    public bool TryGetNumber(out double number)
    {
        number = 0;
        switch (_value)
        {
            case Money money:
                number = (double)money.Amount;
                return true;
            case decimal exact:
                number = (double)exact;
                return true;
            case double value:
                number = value;
                return true;
            case InternalRateOfReturnResult:
                return _selected!.Value.TryGetValue(out number);
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public bool Equals(MeasureValue? other) => other is not null && Equals(_value, other._value) && Reason == other.Reason && Equals(_selected, other._selected);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MeasureValue);

    /// <inheritdoc/>
    public override int GetHashCode() => _value?.GetHashCode() ?? (int)_reason;

    /// <summary>The answer in invariant text with every digit that it has, or <c>notApplicable(reason)</c>.</summary>
    public override string ToString() => _value switch
    {
        null => "notApplicable(" + Figure.IdOf(_reason) + ")",
        Money money => money.Amount.ToString(CultureInfo.InvariantCulture),
        double value => value.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(_value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
