namespace TcmCrm.Roi.Sensitivity;

/// <summary>The distribution that a simulation took for a line that states none.</summary>
public sealed class AssumedUncertainty
{
    internal AssumedUncertainty(LineId line, string name, Distribution distribution, bool isMeasured)
    {
        Line = line;
        Name = name;
        Distribution = distribution;
        IsMeasured = isMeasured;
    }

    /// <summary>The id of the line.</summary>
    public LineId Line { get; }

    /// <summary>The name of the line.</summary>
    public string Name { get; }

    /// <summary>The distribution that was taken.</summary>
    public Distribution Distribution { get; }

    /// <summary>Whether it is the interval that the benefit was measured with; otherwise a judgement of this library by evidence and category.</summary>
    public bool IsMeasured { get; }

    /// <summary>Line and distribution, invariant.</summary>
    public override string ToString() => $"{Line}: {Distribution}";
}
