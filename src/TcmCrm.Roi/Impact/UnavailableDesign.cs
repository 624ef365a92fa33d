namespace TcmCrm.Roi.Impact;

/// <summary>A design that the data do not allow, and why.</summary>
public sealed class UnavailableDesign
{
    internal UnavailableDesign(ImpactMethod method, Message reason)
    {
        Method = method;
        Reason = reason;
    }

    /// <summary>The method.</summary>
    public ImpactMethod Method { get; }

    /// <summary>Why it could not be used: <c>tooFewMonths</c>, <c>noVariation</c>, <c>notAProportion</c>, <c>singularDesign</c> ...</summary>
    public Message Reason { get; }

    /// <summary>Method and reason.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ImpactMethodNames.Id(Method) + ": " + Reason.English;
}
