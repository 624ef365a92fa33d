namespace TcmCrm.Roi.Evaluation;

/// <summary>How one figure came about: the formula, what went in with its unit, and what came out.</summary>
public sealed class FigureExplanation
{
    internal FigureExplanation(string formulaId, string formula, string result, string unit, params FigureInput[] inputs)
    {
        FormulaId = formulaId;
        Formula = formula;
        Result = result;
        Unit = unit;
        Inputs = inputs;
    }

    /// <summary>The stable identifier of the formula: the figure's name in result documents, for example <c>netPresentValue</c>. docs/formulas.md lists them.</summary>
    public string FormulaId { get; }

    /// <summary>The formula as text, with the names of the inputs.</summary>
    public string Formula { get; }

    /// <summary>What went in.</summary>
    public IReadOnlyList<FigureInput> Inputs { get; }

    /// <summary>What came out, invariant text, or <c>notApplicable(reason)</c>.</summary>
    public string Result { get; }

    /// <summary>The unit of the result: a currency code, <c>ratio</c>, <c>months</c>, <c>fraction per year</c>.</summary>
    public string Unit { get; }

    /// <summary>Formula, inputs and result on one line.</summary>
    public override string ToString() => $"{FormulaId} = {Formula} = {Result} {Unit} [{string.Join("; ", Inputs)}]";
}
