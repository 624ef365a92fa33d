namespace TcmCrm.Roi.Tool.Problems;

/// <summary>Ends a command whose problems already stand in the <see cref="ProblemList"/>.</summary>
internal sealed class BadInputException : Exception;
