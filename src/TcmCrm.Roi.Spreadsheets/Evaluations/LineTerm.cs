namespace TcmCrm.Roi.Spreadsheets;

/// <summary>One factor of what a line amounts to: as a formula over cells, and as the number that it is.</summary>
internal sealed class LineTerm
{
    private readonly string _form;
    private readonly Func<double[], double> _value;

    private LineTerm(string form, Func<double[], double> value, params string[] inputs)
    {
        _form = form;
        _value = value;
        Inputs = inputs;
    }

    /// <summary>The inputs of the line, by their names in the document.</summary>
    internal IReadOnlyList<string> Inputs { get; }

    internal static LineTerm Of(string input) => new("{0}", values => values[0], input);

    internal static LineTerm Difference(string more, string less) => new("({0}-{1})", values => values[0] - values[1], more, less);

    internal static LineTerm Root(string input) => new("SQRT({0})", values => Math.Sqrt(values[0]), input);

    internal static LineTerm Raised(string risk) => new("(1+{0})", values => 1 + values[0], risk);

    internal static LineTerm Lowered(string risk) => new("(1-{0})", values => 1 - values[0], risk);

    /// <summary>A loss is raised by its risk, a gain lowered; which it is the sign of the first input says.</summary>
    internal static LineTerm ByGain(string gain, string risk) => new("IF({0}<0,1+{1},1-{1})", values => values[0] < 0 ? 1 + values[1] : 1 - values[1], gain, risk);

    internal static LineTerm ByGain(string more, string less, string risk) =>
        new("IF({0}<{1},1+{2},1-{2})", values => values[0] < values[1] ? 1 + values[2] : 1 - values[2], more, less, risk);

    internal string Formula(Func<string, string> cellOf)
    {
        string formula = _form;
        for (int i = 0; i < Inputs.Count; i++)
        {
            formula = formula.Replace("{" + (char)('0' + i) + "}", cellOf(Inputs[i]));
        }

        return formula;
    }

    internal double Value(Func<string, double> valueOf) => _value([.. Inputs.Select(valueOf)]);
}
