using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>One reading of one document: its tree, what has gone wrong so far, and the currency that bare amounts are in.</summary>
internal sealed class ReadContext(DocumentTree tree, ProblemList problems)
{
    private readonly List<string> pools = [];

    public DocumentTree Tree { get; } = tree;

    /// <summary>Gets how often something could not be read; an object is sound when the number did not grow while it was read.</summary>
    public int Faults { get; private set; }

    /// <summary>Gets or sets the currency of the amounts that are being read: that of the case, or of the item.</summary>
    public Currency Currency { get; set; }

    /// <summary>Gets or sets the go-live of the case.</summary>
    public LocalDate GoLive { get; set; }

    /// <summary>Gets what studies the series that benefits name; null where the host gave nothing.</summary>
    public Func<ImpactReference, ImpactResult>? Impacts { get; init; }

    public void Report(DocumentProblemKind kind, int node, string message, string? value = null, string? allowed = null)
    {
        Faults++;
        problems.Add(kind, Tree[node].Start, node, message, value, allowed);
    }

    public void Missing(int node, Field field) => Missing(node, field.Name, field.Allowed);

    public void Missing(int node, string name, string allowed)
    {
        Faults++;
        problems.Add(
            DocumentProblemKind.Missing, Tree[node].Start, node, $"'{name}' is missing; allowed: {allowed}", null, allowed, DocumentTree.Step(name));
    }

    public void WrongType(int node, Field field) => Refused(DocumentProblemKind.WrongType, node, field.Allowed);

    public void OutOfRange(int node, Field field) => Refused(DocumentProblemKind.OutOfRange, node, field.Allowed);

    public void Unknown(int node, string name, IEnumerable<string> known)
    {
        Faults++;
        string shown = DocumentTree.Snippet(name);
        string? nearest = Suggestion.Nearest(name, known);
        string allowed = string.Join(", ", known);
        problems.Add(
            DocumentProblemKind.Unknown, Tree[node].NameStart - 1, node,
            nearest is null ? $"unknown property '{shown}'; allowed: {allowed}" : $"unknown property '{shown}'; did you mean '{nearest}'?",
            shown, allowed);
    }

    public void Twice(int node, int first)
    {
        Faults++;
        string shown = DocumentTree.Snippet(Tree.Name(node));
        problems.Add(
            DocumentProblemKind.Duplicate, Tree[node].NameStart - 1, node,
            $"the property '{shown}' is there twice; the first is {Tree.Snippet(first)}", shown, null);
    }

    /// <summary>Makes the identifier of a pool known; false when it is known already.</summary>
    public bool AddPool(string id)
    {
        bool isNew = !pools.Contains(id);
        pools.Add(id);
        return isNew;
    }

    public bool KnowsPool(string id) => pools.Contains(id);

    public void UnknownPool(int node, string id)
    {
        string? nearest = Suggestion.Nearest(id, pools);
        string allowed = pools.Count == 0 ? "a pool of the case, which has none" : "one of " + string.Join(", ", pools);
        Report(
            DocumentProblemKind.Inconsistent, node,
            $"no pool has the id {Tree.Snippet(node)}; allowed: {allowed}" + (nearest is null ? string.Empty : $"; did you mean '{nearest}'?"),
            Tree.Snippet(node), allowed);
    }

    /// <summary>Counts a value that has been reported while the text was split into tokens.</summary>
    public void AlreadyReported() => Faults++;

    /// <summary>Makes an object of the core from values that are each allowed; what the core finds wrong between them is a problem at the node.</summary>
    public T? Make<T>(int node, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OverflowException)
        {
            Report(DocumentProblemKind.Inconsistent, node, PlainMessage(e));
            return null;
        }
    }

    /// <summary>Refuses what stands at a node.</summary>
    public void Refused(DocumentProblemKind kind, int node, string allowed)
    {
        if (Tree[node].IsReported)
        {
            AlreadyReported();
            return;
        }

        string found = Tree.Snippet(node);
        string shown = Tree.Kind(node) switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            _ => found,
        };
        Report(kind, node, $"{shown} is not allowed; allowed: {allowed}", found, allowed);
    }

    // The framework appends "(Parameter 'x')" and, for ranges, the actual value on a line of its own.
    private static string PlainMessage(Exception e)
    {
        string message = e.Message;
        int cut = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        cut = cut < 0 ? message.IndexOf('\n') : cut;
        return DocumentTree.OneLine(cut < 0 ? message : message.Substring(0, cut));
    }
}
