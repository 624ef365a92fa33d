using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>What a scenario makes of a case.</summary>
public sealed class ScenarioResult
{
    internal ScenarioResult(string name, RoiEvaluation evaluation)
    {
        Name = name;
        Evaluation = evaluation;
    }

    /// <summary>What the scenario is called.</summary>
    public string Name { get; }

    /// <summary>The case with the changes of the scenario.</summary>
    public RoiEvaluation Evaluation { get; }

    /// <summary>Name and figures, invariant.</summary>
    public override string ToString() => $"{Name}: {Evaluation}";
}
