namespace RoiPlugin;

/// <summary>What the ERP server calls: text in, text out, nothing but memory and arithmetic between.</summary>
public sealed class RoiOperation
{
    /// <summary>Computes an evaluation, figures of cash flows, a study of impact and an assessment of KPIs.</summary>
    /// <param name="input">Not used: the data of this operation stand in its source, so that every host computes the same.</param>
    /// <returns>One figure a line.</returns>
    public string Execute(string input)
    {
        var figures = new FigureList();
        EvaluationFigures.AddTo(figures);
        ReturnFigures.AddTo(figures);
        ImpactFigures.AddTo(figures);
        KpiFigures.AddTo(figures);
        return figures.ToString();
    }
}
