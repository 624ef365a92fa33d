using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TcmCrm.Roi;

/// <summary>
/// A figure, or the reason why there is none: the ROI of a case without cost and the payback of a case that never pays back are
/// results, not errors.
/// </summary>
/// <typeparam name="T">The figure's type: <see cref="decimal"/> for exact ratios, <see cref="double"/> for what a solver or a
/// discount factor produced, an amount of money for an amount.</typeparam>
/// <remarks>The default value is a figure without an answer whose reason is <see cref="NotApplicableReason.NotComputed"/>.
/// Build one with <see cref="Figure.Of{T}(T)"/> or <see cref="Figure.NotApplicable{T}(NotApplicableReason)"/>.</remarks>
/// <example>
/// <code>
/// Figure&lt;decimal&gt; roi = RoiEvaluator.Evaluate(crm)[EvaluationPeriod.OneYear].ReturnOnInvestment;
/// string said = roi.TryGetValue(out decimal value)
///     ? $"{value:P1}"                                // a fraction: 0.064 is 6.4 %
///     : roi.Reason.ToString()!;                      // why there is none; never NaN
/// </code>
/// </example>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public readonly struct Figure<T> : IEquatable<Figure<T>>, IFormattable
#if NET
    , ISpanFormattable
#endif
    where T : struct
{
    private readonly T _value;
    private readonly bool _isApplicable;
    private readonly NotApplicableReason _reason;

    internal Figure(T value)
    {
        _value = value;
        _isApplicable = true;
    }

    internal Figure(NotApplicableReason reason) => _reason = reason;

    /// <summary>Whether there is an answer.</summary>
    public bool IsApplicable => _isApplicable;

    /// <summary>Why there is no answer; null when there is one.</summary>
    public NotApplicableReason? Reason => _isApplicable ? null : _reason;

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">There is no answer; the message names the reason. Ask
    /// <see cref="IsApplicable"/> first, or use <see cref="TryGetValue(out T)"/>.</exception>
    public T Value => _isApplicable
        ? _value
        : throw new InvalidOperationException("The figure is not applicable: " + Figure.IdOf(_reason) + ".");

    /// <summary>Gives the answer, if there is one.</summary>
    /// <param name="value">The answer, or the type's default when there is none.</param>
    /// <returns>Whether there is an answer.</returns>
    public bool TryGetValue(out T value)
    {
        value = _value;
        return _isApplicable;
    }

    /// <summary>The answer, or another value where there is none.</summary>
    /// <param name="fallback">What to return when there is no answer.</param>
    /// <returns>The answer or <paramref name="fallback"/>.</returns>
    public T GetValueOrDefault(T fallback) => _isApplicable ? _value : fallback;

    /// <summary>Computes another figure from this one; a missing answer stays missing with the same reason.</summary>
    /// <typeparam name="TResult">The other figure's type.</typeparam>
    /// <param name="selector">The computation on the answer.</param>
    /// <returns>The other figure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is null.</exception>
    public Figure<TResult> Select<TResult>(Func<T, TResult> selector)
        where TResult : struct
    {
        Func<T, TResult> compute = Check.NotNull(selector);
        return _isApplicable ? new Figure<TResult>(compute(_value)) : new Figure<TResult>(_reason);
    }

    /// <summary>Equal when both have the same answer, or none for the same reason.</summary>
    /// <param name="other">The other figure.</param>
    /// <returns>Whether the two are equal.</returns>
    public bool Equals(Figure<T> other) => _isApplicable == other._isApplicable
        && (_isApplicable ? EqualityComparer<T>.Default.Equals(_value, other._value) : _reason == other._reason);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Figure<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _isApplicable ? _value.GetHashCode() : (int)_reason;

    /// <summary>Compares two figures.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(Figure<T> left, Figure<T> right) => left.Equals(right);

    /// <summary>Compares two figures.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Figure<T> left, Figure<T> right) => !left.Equals(right);

    /// <summary>The answer in invariant text, or <c>notApplicable(reason)</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _isApplicable
        ? Convert.ToString(_value, CultureInfo.InvariantCulture) ?? string.Empty
        : "notApplicable(" + Figure.IdOf(_reason) + ")";

    /// <summary>The answer in a format, for example <c>29.5%</c> for <c>P1</c>; <c>notApplicable(reason)</c> in any format where there is none.</summary>
    /// <param name="format">A format of the type of the answer. Null, empty or <c>G</c> for the invariant text of <see cref="ToString()"/>, whatever the provider.</param>
    /// <param name="formatProvider">The culture that writes the answer; the current one where null.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">Not a format of the type of the answer.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        _isApplicable && !string.IsNullOrEmpty(format) && format is not ("G" or "g") && _value is IFormattable value ? value.ToString(format, formatProvider) : ToString();

#if NET
    /// <summary>Writes the text of <see cref="ToString(string?, IFormatProvider?)"/> into a span.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="charsWritten">How many characters were written; 0 where there was no room.</param>
    /// <param name="format">As in <see cref="ToString(string?, IFormatProvider?)"/>.</param>
    /// <param name="provider">The culture that writes the answer; the current one where null.</param>
    /// <returns>Whether there was room.</returns>
    /// <exception cref="FormatException">Not a format of the type of the answer.</exception>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (_isApplicable && !format.IsEmpty && format is not ("G" or "g") && _value is ISpanFormattable value)
        {
            return value.TryFormat(destination, out charsWritten, format, provider);
        }

        string text = ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten > 0;
    }
#endif
}
