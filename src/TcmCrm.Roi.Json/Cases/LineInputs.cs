using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>Inputs of a line by the names that documents use: the line is written, the member set, and read again, so that what is allowed stands in one place.</summary>
internal sealed class LineInputs
{
    private const int MostLevels = 64;

    /// <summary>The inputs whose break-even is looked for; amounts as a whole are those of the factor on a line.</summary>
    private static readonly string[] LeverNames = ["pricePerSeat", "seats", "pricePerUnit", "uplift", "contributionMargin", "attribution", "churnAfter", "daysAfter", "avoided"];

    private readonly InvestmentCase source;
    private readonly Func<DocumentTree, ProblemList, ReadContext> contextOf;
    private readonly InvestmentCase bare;
    private readonly ConcurrentDictionary<LineId, byte[]> written = new();

    /// <summary>The inputs of a case.</summary>
    /// <param name="source">The case.</param>
    /// <param name="contextOf">Makes what a reading needs, with the kinds of the host.</param>
    public LineInputs(InvestmentCase source, Func<DocumentTree, ProblemList, ReadContext> contextOf)
    {
        this.source = source;
        this.contextOf = contextOf;
        bare = source.WithScenarios().WithCorrelations().WithDrivers().WithSharedCostKey(null).WithCosts().WithBenefits();
    }

    /// <summary>The case with inputs of lines set.</summary>
    /// <param name="changes">Changes of inputs; the lines are those of the case.</param>
    /// <param name="changed">The case; null where a change is not allowed.</param>
    /// <param name="fault">The change that is not allowed, and why.</param>
    public bool TryApply(IReadOnlyList<ScenarioChange> changes, out InvestmentCase? changed, out (ScenarioChange Change, Message Reason)? fault)
    {
        changed = source;
        fault = null;
        foreach (IGrouping<LineId, ScenarioChange> line in changes.GroupBy(change => change.Line))
        {
            if (!TrySet(line.Key, [.. line.Select(change => new KeyValuePair<string, decimal>(change.Input!, change.Value!.Value))], out InvestmentCase? alone, out Message? reason))
            {
                changed = null;
                fault = (line.First(), reason!);
                return false;
            }

            changed = alone!.Costs.Count > 0
                ? changed.WithCosts(changed.Costs.Select(cost => cost.Id == line.Key ? alone.Costs[0] : cost))
                : changed.WithBenefits(changed.Benefits.Select(benefit => benefit.Id == line.Key ? alone.Benefits[0] : benefit));
        }

        return true;
    }

    /// <summary>The levers of every line that has amounts.</summary>
    public IReadOnlyList<BreakEvenLever> Levers()
    {
        var levers = new List<BreakEvenLever>();
        foreach (CostItem cost in source.Costs)
        {
            Add(levers, cost.Id, CostKinds.Of(cost.Basis).Shape);
        }

        foreach (BenefitItem benefit in source.Benefits.Where(benefit => benefit.Basis.IsMonetized && !benefit.IsLongTerm))
        {
            Add(levers, benefit.Id, BenefitKinds.Of(benefit.Basis).Shape);
        }

        return Array.AsReadOnly([.. levers]);
    }

    private void Add(List<BreakEvenLever> levers, LineId line, Shape shape)
    {
        JsonObject own = LineOf(Document(line));
        foreach (string name in LeverNames)
        {
            if (shape.Fields.FirstOrDefault(field => field.Name == name) is not NumberField field)
            {
                continue;
            }

            decimal? stated = own[name] is JsonValue value && value.TryGetValue(out decimal number) ? number : name == "attribution" ? 1 : null;
            if (stated is not { } current)
            {
                continue;
            }

            decimal most = name == "churnAfter" && own["churnBefore"] is JsonValue before && before.TryGetValue(out decimal highest) ? highest
                : Math.Min(field.Most, Math.Max(1, 10 * Math.Abs(current)));
            if (most > field.Least)
            {
                levers.Add(new BreakEvenLever(line, name, current, field.Least, most, at =>
                    TrySet(line, [new KeyValuePair<string, decimal>(name, at)], out InvestmentCase? alone, out _) ? alone : null) { IsWhole = field is WholeField });
            }
        }
    }

    private bool TrySet(LineId line, KeyValuePair<string, decimal>[] inputs, out InvestmentCase? alone, out Message? reason)
    {
        JsonNode document = Document(line);
        foreach (KeyValuePair<string, decimal> input in inputs)
        {
            string[] path = input.Key.Split('.');
            JsonObject holder = LineOf(document);
            for (int i = 0; i < path.Length - 1; i++)
            {
                if (holder[path[i]] is not JsonObject inner)
                {
                    holder[path[i]] = inner = [];
                }

                holder = inner;
            }

            holder[path[path.Length - 1]] = JsonValue.Create(input.Value);
        }

        byte[] bytes = Encoding.UTF8.GetBytes(document.ToJsonString());
        var problems = new ProblemList(1);
        SourceText text = SourceText.Open(bytes, 0, bytes.Length, problems)!;
        DocumentTree tree = TreeBuilder.Build(text, MostLevels, int.MaxValue, problems)!;
        alone = CaseBinder.Read(contextOf(tree, problems));
        if (alone is null)
        {
            problems.Locate(text, tree);
        }

        tree.Release();
        reason = alone is null ? problems.ToList()[0].Message : null;
        return alone is not null;
    }

    /// <summary>A case of the line alone; scenarios mostly set the same lines, which are written once.</summary>
    private JsonNode Document(LineId line) => JsonNode.Parse(written.GetOrAdd(line, Written))!;

    private byte[] Written(LineId line)
    {
        CostItem? cost = source.Costs.FirstOrDefault(item => item.Id == line);
        InvestmentCase alone = cost is not null ? bare.WithCosts(cost) : bare.WithBenefits(source.Benefits.First(item => item.Id == line));
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DocumentForm.Compact))
        {
            CaseWriter.Write(writer, alone);
        }

        return buffer.ToArray();
    }

    private static JsonObject LineOf(JsonNode document) =>
        document["costs"]!.AsArray() is { Count: > 0 } costs ? costs[0]!.AsObject() : document["benefits"]!.AsArray()[0]!.AsObject();
}
