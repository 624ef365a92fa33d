using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>Evaluates the scenarios of a case side by side.</summary>
public static class Scenarios
{
    /// <summary>Evaluates every scenario of a case by the same rules as the case itself.</summary>
    /// <param name="source">The case.</param>
    /// <param name="setInputs">Sets inputs of lines by the names that documents use, as <c>CaseInputs.Apply</c> of <c>TcmCrm.Roi.Json</c> does; may be null where no scenario sets one.</param>
    /// <param name="settings">Overrides and defaults of the evaluation; <see cref="EvaluationSettings.Default"/> where null. A scenario's discount rate goes before them.</param>
    /// <returns>One result a scenario, in the order of the case.</returns>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    /// <exception cref="InvalidOperationException">A scenario sets an input and nothing was given that does so, or a rate for one of its flows is missing.</exception>
    public static IReadOnlyList<ScenarioResult> Evaluate(
        InvestmentCase source, Func<InvestmentCase, IReadOnlyList<ScenarioChange>, InvestmentCase>? setInputs = null, EvaluationSettings? settings = null)
    {
        Check.NotNull(source);
        settings ??= EvaluationSettings.Default;
        return Array.AsReadOnly([.. source.Scenarios.Select(scenario => new ScenarioResult(scenario.Name, Evaluate(source, scenario, setInputs, settings)))]);
    }

    private static RoiEvaluation Evaluate(
        InvestmentCase source, CaseScenario scenario, Func<InvestmentCase, IReadOnlyList<ScenarioChange>, InvestmentCase>? setInputs, EvaluationSettings settings)
    {
        ScenarioChange[] inputs = [.. scenario.Changes.Where(change => change.Input is not null)];
        InvestmentCase changed = inputs.Length == 0 ? source
            : setInputs is null ? throw new InvalidOperationException($"The scenario '{scenario.Name}' sets the input {inputs[0]}, and nothing was given that sets inputs.")
            : setInputs(source, Array.AsReadOnly(inputs));
        CaseTerms overrides = settings.Overrides;
        var factors = new Dictionary<LineId, decimal>();
        foreach (ScenarioChange change in scenario.Changes)
        {
            changed = change.GoLive is { } date ? changed.WithGoLive(date) : changed;
            overrides = change.DiscountRate is { } rate ? new CaseTerms { DiscountRate = rate }.Or(overrides) : overrides;
            if (change.Factor is { } factor)
            {
                factors.Add(change.Line, factor);
            }
        }

        Projection projection = Projection.Of(changed, overrides.Or(changed.Terms).Or(settings.Defaults), settings.MaximumCells, default);
        if (factors.Count > 0)
        {
            LineFlow[][] rows = projection.AllFlows();
            for (int line = 0; line < rows.Length; line++)
            {
                LineId id = projection.CostOf(line)?.Id ?? projection.BenefitOf(line)!.Id;
                rows[line] = factors.TryGetValue(id, out decimal factor) ? [.. rows[line].Select(flow => flow.Of(flow.Amount * factor))] : rows[line];
            }

            projection = projection.With(rows, []);
        }

        return new RoiEvaluation(projection, settings.WithOverrides(overrides));
    }
}
