using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>One reading of one document: its tree, what has gone wrong so far, and the currency that bare amounts are in.</summary>
internal sealed class ReadContext(DocumentTree tree, ProblemList problems)
{
    // "Did you mean" is a help to somebody who mistyped a few names; a document of nothing else gets it for the first of them.
    private const int MostComparisons = 5_000;

    private readonly List<string> pools = [];
    private readonly HashSet<string> knownPools = new(StringComparer.Ordinal);
    private Message? allowedPools;
    private int comparisons;

    public DocumentTree Tree { get; } = tree;

    /// <summary>Gets how often something could not be read; an object is sound when the number did not grow while it was read.</summary>
    public int Faults { get; private set; }

    /// <summary>Gets or sets the currency of the amounts that are being read: that of the case, or of the item.</summary>
    public Currency Currency { get; set; }

    /// <summary>Gets or sets the go-live of the case.</summary>
    public LocalDate GoLive { get; set; }

    /// <summary>Gets or sets the first and the last date that lines may state; all dates until they are known.</summary>
    private (LocalDate First, LocalDate Last)? LineDates { get; set; }

    /// <summary>Gets the most lines x months x evaluation periods.</summary>
    public int MaximumCells { get; init; } = int.MaxValue;

    /// <summary>Gets the most rows of a result.</summary>
    public int MaximumRows { get; init; } = int.MaxValue;

    /// <summary>Gets what studies the series that benefits name; null where the host gave nothing.</summary>
    public Func<ImpactReference, ImpactResult>? Impacts { get; init; }

    /// <summary>Gets what makes the costs of kinds of the host's own.</summary>
    public IReadOnlyDictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, CostBasis>> HostCosts { get; init; } =
        new Dictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, CostBasis>>();

    /// <summary>Gets what makes the benefits of kinds of the host's own.</summary>
    public IReadOnlyDictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, BenefitBasis>> HostBenefits { get; init; } =
        new Dictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, BenefitBasis>>();

    /// <summary>Says when the case begins and how long it is looked at: the dates of its lines lie near.</summary>
    public void LimitDates(LocalDate start, IReadOnlyList<EvaluationPeriod> periods)
    {
        if (start != default)
        {
            LineDates = (CaseDates.FirstFor(start), CaseDates.LastFor(start, periods));
        }
    }

    /// <summary>Reports a date that is too far from the start of the case; a node of 0 is an absent one.</summary>
    public void CheckLineDate(int node, LocalDate? date)
    {
        if (node != 0 && date is { } given && LineDates is (var first, var last) && given != default && (given < first || given > last))
        {
            Refused(DocumentProblemKind.Inconsistent, node, new Message(
                "document.allowed.nearDate", MessageArgument.Text("first", LocalDatePattern.Iso.Format(first)), MessageArgument.Text("last", LocalDatePattern.Iso.Format(last))));
        }
    }

    public void Report(DocumentProblemKind kind, int node, Message message, string? value = null)
    {
        Faults++;
        problems.Add(kind, Tree[node].Start, node, message, value);
    }

    public void Missing(int node, Field field) => Missing(node, field.Name, () => field.Allowed);

    public void Missing(int node, string name, Func<Message> allowed)
    {
        if (!IsListed())
        {
            return;
        }

        problems.Add(
            DocumentProblemKind.Missing, Tree[node].Start, node,
            new Message("document.missing", MessageArgument.Text("name", name), MessageArgument.Part("allowed", allowed())), null, DocumentTree.Step(name));
    }

    public void WrongType(int node, Field field) => WrongType(node, () => field.Allowed);

    public void WrongType(int node, Func<Message> allowed) => Refused(DocumentProblemKind.WrongType, node, allowed);

    public void OutOfRange(int node, Field field) => Refused(DocumentProblemKind.OutOfRange, node, () => field.Allowed);

    /// <summary>A text that is none of the words that may stand there.</summary>
    /// <remarks>Where one word is allowed, what is allowed says it already.</remarks>
    public void UnknownWord(int node, IReadOnlyList<string> words) => Refused(
        DocumentProblemKind.OutOfRange, node, () => ProblemText.OneOf(words), () => words.Count == 1 ? null : Nearest(Tree.String(node) ?? string.Empty, words, words.Count));

    public void Unknown(int node, string name, Shape shape)
    {
        if (!IsListed())
        {
            return;
        }

        string shown = DocumentTree.Snippet(name);
        string? nearest = Nearest(name, shape.Names, shape.Fields.Length);
        MessageArgument text = MessageArgument.Text("name", shown);
        MessageArgument allowed = MessageArgument.Part("allowed", new Message("document.allowed.names", ProblemText.Words("names", shape.Names)));
        problems.Add(
            DocumentProblemKind.Unknown, Tree[node].NameStart - 1, node,
            nearest is null
                ? new Message("document.unknown", text, allowed)
                : new Message("document.unknown.suggestion", text, MessageArgument.Text("nearest", nearest), allowed),
            shown);
    }

    public void Twice(int node, int first)
    {
        if (!IsListed())
        {
            return;
        }

        string shown = DocumentTree.Snippet(Tree.Name(node));
        problems.Add(
            DocumentProblemKind.Duplicate, Tree[node].NameStart - 1, node,
            new Message("document.duplicate.property", MessageArgument.Text("name", shown), MessageArgument.Part("first", ProblemText.Found(Tree.Snippet(first)))),
            shown);
    }

    /// <summary>Makes the identifier of a pool known; false when it is known already.</summary>
    public bool AddPool(string id)
    {
        pools.Add(id);
        allowedPools = null;
        return knownPools.Add(id);
    }

    /// <summary>Gets whether every pool is known: a line outside of a case names pools that its case has.</summary>
    public bool KnowsEveryPool { get; init; }

    public bool KnowsPool(string id) => KnowsEveryPool || knownPools.Contains(id);

    public void UnknownPool(int node, string id)
    {
        if (!IsListed())
        {
            return;
        }

        allowedPools ??= pools.Count == 0 ? new Message("document.allowed.noPool") : ProblemText.OneOf(pools);
        Message message = Contrast("document.inconsistent.pool", node, allowedPools, Nearest(id, pools, pools.Count));
        problems.Add(DocumentProblemKind.Inconsistent, Tree[node].Start, node, message, Tree.Snippet(node));
    }

    /// <summary>A reference to what the document does not have.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="id">The message; with <c>.suggestion</c> behind it where something is called nearly so.</param>
    /// <param name="name">What is referred to.</param>
    /// <param name="known">What there is.</param>
    public void UnknownReference(int node, string id, string name, IReadOnlyList<string> known)
    {
        if (!IsListed())
        {
            return;
        }

        string? nearest = Nearest(name, known, known.Count);
        MessageArgument found = MessageArgument.Part("found", ProblemText.Found(Tree, node));
        problems.Add(
            DocumentProblemKind.Inconsistent, Tree[node].Start, node,
            nearest is null ? new Message(id, found) : new Message(id + ".suggestion", found, MessageArgument.Text("nearest", nearest)), Tree.Snippet(node));
    }

    /// <summary>Makes an object of the core from values that are each allowed; what the core finds wrong between them is a problem at the node.</summary>
    public T? Make<T>(int node, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (DocumentFault fault)
        {
            Report(DocumentProblemKind.Inconsistent, node, fault.Problem);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OverflowException)
        {
            // An amount of a document is without a currency only where that of the case was refused, which is said there.
            if (Message.Of(e) is not { Id: "argument.amountWithoutCurrency" })
            {
                Report(DocumentProblemKind.Inconsistent, node, Said(e));
            }

            return null;
        }
    }

    /// <summary>What an exception says in the reader's language; one that has no message says only that the values do not fit, for its text is English.</summary>
    internal static Message Said(Exception e) => Message.Of(e) is { } message
        ? new Message("document.inconsistent.reason", MessageArgument.Part("reason", message))
        : new Message(e is OverflowException ? "document.inconsistent.tooLarge" : "document.inconsistent.unsaid");

    /// <summary>Refuses what stands at a node.</summary>
    /// <param name="kind">The sort of problem.</param>
    /// <param name="node">The node.</param>
    /// <param name="allowed">What may stand there.</param>
    public void Refused(DocumentProblemKind kind, int node, Message allowed) => Refused(kind, node, () => allowed);

    private void Refused(DocumentProblemKind kind, int node, Func<Message> allowed, Func<string?>? nearest = null)
    {
        if (Tree[node].IsReported)
        {
            // A value that has been reported while the text was split into tokens.
            Faults++;
            return;
        }

        if (!IsListed())
        {
            return;
        }

        string id = kind switch
        {
            DocumentProblemKind.WrongType => "document.wrongType",
            DocumentProblemKind.OutOfRange => "document.outOfRange",
            _ => "document.inconsistent",
        };
        problems.Add(kind, Tree[node].Start, node, Contrast(id, node, allowed(), nearest?.Invoke()), Tree.Snippet(node));
    }

    /// <summary>Counts a fault. Where the list of problems is full the fault is only counted, and no words are made for it: time and memory stay linear in the document.</summary>
    private bool IsListed()
    {
        Faults++;
        if (!problems.IsFull)
        {
            return true;
        }

        problems.Drop();
        return false;
    }

    private string? Nearest(string name, IEnumerable<string> known, int count)
    {
        comparisons += count;
        return comparisons <= MostComparisons ? Suggestion.Nearest(name, known) : null;
    }

    private Message Contrast(string id, int node, Message allowed, string? nearest)
    {
        MessageArgument found = MessageArgument.Part("found", ProblemText.Found(Tree, node));
        MessageArgument may = MessageArgument.Part("allowed", allowed);
        return nearest is null ? new Message(id, found, may) : new Message(id + ".suggestion", found, may, MessageArgument.Text("nearest", nearest));
    }
}
