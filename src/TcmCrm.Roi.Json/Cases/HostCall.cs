using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>Calls what a host registered for a kind of its own: whatever it throws is a problem of the document.</summary>
internal static class HostCall
{
    public static T Make<T>(string kind, Func<T?> host)
        where T : class
    {
        T? made;
        try
        {
            made = host();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new DocumentFault(ProblemText.Of("document.inconsistent.hostKind", ("kind", kind), ("reason", ReadContext.PlainMessage(e))));
        }

        return made ?? throw new DocumentFault(ProblemText.Of("document.inconsistent.hostKindWithoutBasis", ("kind", kind)));
    }
}
