using TcmCrm.Roi.Cases;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>An input of one line whose break-even is looked for, as the package that knows the inputs by name makes it.</summary>
public sealed class BreakEvenLever
{
    /// <summary>A lever.</summary>
    /// <param name="line">The id of the line.</param>
    /// <param name="input">The input by the name that documents use.</param>
    /// <param name="current">Its value in the case.</param>
    /// <param name="low">The lowest value that is looked at.</param>
    /// <param name="high">The highest value that is looked at, above the lowest.</param>
    /// <param name="with">The case with this line alone, the input at a value; null where the value is not allowed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The line is <see cref="LineId.None"/>, or the input is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The highest value is not above the lowest.</exception>
    public BreakEvenLever(LineId line, string input, decimal current, decimal low, decimal high, Func<decimal, InvestmentCase?> with)
    {
        Line = LineId.Given(line);
        Input = Check.NotBlank(input);
        Current = current;
        Low = low;
        High = high > low ? high : throw Check.OutOfRange(nameof(high), high, $"above {low}", AllowedRange.Above(low));
        With = Check.NotNull(with);
    }

    /// <summary>The id of the line.</summary>
    public LineId Line { get; }

    /// <summary>The input by the name that documents use.</summary>
    public string Input { get; }

    /// <summary>Its value in the case.</summary>
    public decimal Current { get; }

    /// <summary>The lowest value that is looked at.</summary>
    public decimal Low { get; }

    /// <summary>The highest value that is looked at.</summary>
    public decimal High { get; }

    /// <summary>Whether only whole numbers are allowed; not by default.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The case with this line alone, the input at a value; null where the value is not allowed.</summary>
    public Func<decimal, InvestmentCase?> With { get; }

    /// <summary>Line, input and value, invariant.</summary>
    public override string ToString() => $"{Line}.{Input} = {Current.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
