namespace TcmCrm.Roi.Tool.Flows;

/// <summary>What is wrong with one line; caught where the line is read.</summary>
internal sealed class FlowException(string where, string message) : Exception(message)
{
    internal string Where { get; } = where;
}
