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
            throw new DocumentFault(new Message(
                "document.inconsistent.hostKind", MessageArgument.Text("kind", kind), MessageArgument.Part("reason", Message.Of(e) ?? HostReason(e))));
        }

        return made ?? throw new DocumentFault(ProblemText.Of("document.inconsistent.hostKindWithoutBasis", ("kind", kind)));
    }

    /// <summary>The words of the host's own code are the host's: they are quoted in every language, without what the framework adds.</summary>
    private static Message HostReason(Exception e)
    {
        int cut = e.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        cut = cut < 0 ? e.Message.IndexOf('\n') : cut;
        return ProblemText.Of("document.word", ("word", DocumentTree.OneLine(cut < 0 ? e.Message : e.Message.Substring(0, cut))));
    }
}
