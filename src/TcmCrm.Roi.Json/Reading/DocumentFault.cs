namespace TcmCrm.Roi.Json.Reading;

/// <summary>Ends the making of an object with a problem of the document.</summary>
internal sealed class DocumentFault(Message problem) : Exception(problem.ToString())
{
    public Message Problem { get; } = problem;
}
