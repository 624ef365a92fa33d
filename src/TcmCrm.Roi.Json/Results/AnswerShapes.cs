using System.Text.Json;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Tells the documents of answers apart, and finds what would be lost or misread in them.</summary>
internal static class AnswerShapes
{
    private static readonly (AnswerKind Kind, string? Version, string[] Members)[] Kinds =
    [
        (AnswerKind.Result, ResultWriter.Version, ["horizons", "assumedTerms"]),
        (AnswerKind.Review, ReviewWriter.Version, ["realised", "variances"]),
        (AnswerKind.Simulation, SimulationWriter.Version, ["trials", "periods"]),
        (AnswerKind.Comparison, ComparisonWriter.Version, ["alternatives", "incremental"]),
        (AnswerKind.Impact, ImpactWriter.Version, ["verdict", "studies"]),
        (AnswerKind.Trend, TrendWriter.Version, ["series"]),
        (AnswerKind.Returns, null, ["npv", "irr"]),
    ];

    /// <summary>The kind of a document; where there is none, or a part of it would be lost, that is a problem.</summary>
    public static AnswerKind Check(DocumentTree tree, ProblemList problems)
    {
        if (tree.Kind(0) != JsonTokenType.StartObject)
        {
            Add(tree, problems, DocumentProblemKind.WrongType, 0, "document.wrongType", Allowed());
            return default;
        }

        FindDoubles(tree, problems);
        foreach ((AnswerKind kind, string? version, string[] members) in Kinds)
        {
            if (members.All(member => Find(tree, member) != 0))
            {
                CheckVersion(tree, version, problems);
                CheckCurrency(tree, problems);
                return kind;
            }
        }

        problems.Add(DocumentProblemKind.Missing, tree[0].Start, 0, new Message("document.missing.answer"));
        return default;
    }

    private static void CheckVersion(DocumentTree tree, string? version, ProblemList problems)
    {
        if (version is null)
        {
            return;
        }

        Message allowed = ProblemText.OneOf([version]);
        int stated = Find(tree, "schemaVersion");
        if (stated == 0)
        {
            problems.Add(
                DocumentProblemKind.Missing, tree[0].Start, 0,
                new Message("document.missing", MessageArgument.Text("name", "schemaVersion"), MessageArgument.Part("allowed", allowed)));
        }
        else if (tree.Kind(stated) != JsonTokenType.String || tree.String(stated) != version)
        {
            Add(tree, problems, DocumentProblemKind.OutOfRange, stated, "document.outOfRange", allowed);
        }
    }

    private static void CheckCurrency(DocumentTree tree, ProblemList problems)
    {
        int stated = Find(tree, "currency");
        if (stated != 0 && !(tree.Kind(stated) == JsonTokenType.String && tree.String(stated) is { } code && Currency.TryOf(code, out _)))
        {
            Add(tree, problems, DocumentProblemKind.OutOfRange, stated, "document.outOfRange", new Message("document.allowed.currency"));
        }
    }

    // Of two members with one name only one could be read.
    private static void FindDoubles(DocumentTree tree, ProblemList problems)
    {
        for (int node = 0; node < tree.Count; node++)
        {
            if (tree.Kind(node) != JsonTokenType.StartObject)
            {
                continue;
            }

            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int child = node + 1; child < tree[node].Next; child = tree[child].Next)
            {
                string name = tree.Name(child);
                if (seen.TryGetValue(name, out int first))
                {
                    problems.Add(
                        DocumentProblemKind.Duplicate, tree[child].NameStart - 1, child,
                        new Message("document.duplicate.property", MessageArgument.Text("name", DocumentTree.Snippet(name)), MessageArgument.Part("first", ProblemText.Found(tree.Snippet(first)))),
                        DocumentTree.Snippet(name));
                }
                else
                {
                    seen.Add(name, child);
                }
            }
        }
    }

    private static void Add(DocumentTree tree, ProblemList problems, DocumentProblemKind kind, int node, string id, Message allowed) => problems.Add(
        kind, tree[node].Start, node, new Message(id, MessageArgument.Part("found", ProblemText.Found(tree, node)), MessageArgument.Part("allowed", allowed)), tree.Snippet(node));

    private static Message Allowed() => new("document.allowed.answer");

    private static int Find(DocumentTree tree, string name) => tree.Find(0, System.Text.Encoding.UTF8.GetBytes(name));
}
