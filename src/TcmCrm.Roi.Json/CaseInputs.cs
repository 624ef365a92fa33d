using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json;

/// <summary>Inputs of lines by the names that documents use: what scenarios set and break-even looks for.</summary>
/// <remarks>A line is written as a document, the member is set, and it is read again: what is allowed for an input is what is allowed in a document.</remarks>
public static class CaseInputs
{
    /// <summary>A case with inputs of lines set; what <see cref="Scenarios.Evaluate"/> asks for.</summary>
    /// <param name="source">The case.</param>
    /// <param name="changes">Changes of inputs; others are passed over.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A line has no such input, or the value is not allowed; the message says what is.</exception>
    public static InvestmentCase Apply(InvestmentCase source, IReadOnlyList<ScenarioChange> changes) => Apply(source, changes, null);

    /// <summary>A case with inputs of lines set, of a host with kinds of its own.</summary>
    /// <param name="source">The case.</param>
    /// <param name="changes">Changes of inputs; others are passed over.</param>
    /// <param name="options">The kinds of the host; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A line has no such input, or the value is not allowed; the message says what is.</exception>
    public static InvestmentCase Apply(InvestmentCase source, IReadOnlyList<ScenarioChange> changes, DocumentReadOptions? options)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        ScenarioChange[] inputs =
        [
            .. (changes ?? throw new ArgumentNullException(nameof(changes)))
                .Where(change => (change ?? throw new ArgumentNullException(nameof(changes))).Input is not null),
        ];
        foreach (ScenarioChange input in inputs)
        {
            if (!source.Costs.Any(cost => cost.Id == input.Line) && !source.Benefits.Any(benefit => benefit.Id == input.Line))
            {
                throw new ArgumentException($"{input}: the case has no line of that id.", nameof(changes));
            }
        }

        return Of(source, options).TryApply(inputs, out InvestmentCase? changed, out (ScenarioChange Change, Message Reason)? fault)
            ? changed!
            : throw new ArgumentException($"{fault!.Value.Change}: {Texts.PackageWords.English.Say(fault.Value.Reason)}.", nameof(changes));
    }

    /// <summary>The inputs of a case whose break-even may be looked for by <see cref="BreakEven.Of"/>: price per seat or unit, seats, uplift, margin, attribution, churn and days after, avoided share.</summary>
    /// <param name="source">The case.</param>
    /// <param name="options">The kinds of the host; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    public static IReadOnlyList<BreakEvenLever> Levers(InvestmentCase source, DocumentReadOptions? options = null) => Of(source, options).Levers();

    private static LineInputs Of(InvestmentCase source, DocumentReadOptions? options)
    {
        DocumentReadOptions used = options ?? DocumentReadOptions.Default;
        return new LineInputs(source ?? throw new ArgumentNullException(nameof(source)), (tree, problems) => new ReadContext(tree, problems)
        {
            Impacts = used.Impacts,
            HostCosts = used.CostKinds,
            HostBenefits = used.BenefitKinds,
        });
    }
}
