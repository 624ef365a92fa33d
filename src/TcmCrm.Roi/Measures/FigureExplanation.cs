namespace TcmCrm.Roi.Measures;

/// <summary>How one figure came about: the measure with its formula, what went in with its unit, and what came out.</summary>
public sealed class FigureExplanation
{
    internal FigureExplanation(Measure measure, MeasureValue value, string unit, IReadOnlyList<FigureInput> inputs)
    {
        Measure = measure;
        Value = value;
        Unit = unit;
        Inputs = inputs;
    }

    /// <summary>The measure; its formula is <see cref="Measure.Formula"/>.</summary>
    public Measure Measure { get; }

    /// <summary>The stable identifier of the formula: the figure's name in result documents, for example <c>netPresentValue</c>. docs/formulas.md lists them.</summary>
    public string FormulaId => Measure.Id;

    /// <summary>What went in.</summary>
    public IReadOnlyList<FigureInput> Inputs { get; }

    /// <summary>What came out.</summary>
    public MeasureValue Value { get; }

    /// <summary>What came out as invariant text with every digit, or <c>notApplicable(reason)</c>.</summary>
    public string Result => Value.ToString();

    /// <summary>The unit of the result: a currency code, <c>ratio</c>, <c>months</c>, <c>fraction per year</c>.</summary>
    public string Unit { get; }

    /// <summary>Inputs and result on one line.</summary>
    public override string ToString() => $"{FormulaId} = {Result} {Unit} [{string.Join("; ", Inputs)}]";
}
