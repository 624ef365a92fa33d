namespace TcmCrm.Roi.Measures;

/// <summary>An input of a figure.</summary>
public sealed class FigureInput
{
    internal FigureInput(string name, string value, string unit)
    {
        Name = name;
        Value = value;
        Unit = unit;
    }

    /// <summary>The name that the formula uses.</summary>
    public string Name { get; }

    /// <summary>The value, invariant text.</summary>
    public string Value { get; }

    /// <summary>The unit: a currency code, <c>fraction per year</c>, <c>years</c>, <c>ratio</c>.</summary>
    public string Unit { get; }

    /// <summary>Name, value and unit, if there is one.</summary>
    public override string ToString() => Unit.Length == 0 ? $"{Name} = {Value}" : $"{Name} = {Value} {Unit}";
}
