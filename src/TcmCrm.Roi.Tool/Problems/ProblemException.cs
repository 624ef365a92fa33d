namespace TcmCrm.Roi.Tool.Problems;

/// <summary>Carries what is wrong with one value to the place that knows its line and column.</summary>
internal sealed class ProblemException(Message what, string where = "") : Exception(what.ToString())
{
    internal Message What { get; } = what;

    /// <summary>The path of the value where the thrower knows it; otherwise empty.</summary>
    internal string Where { get; } = where;
}
