using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>The scenarios of a case: names, and what each sets.</summary>
internal sealed class ScenariosField
{
    private const string GoLiveWord = "goLive";
    private const string DiscountRateWord = "discountRate";

    private readonly Shape scenario = new("scenario");
    private readonly TextField name;
    private readonly Shape change = new("scenarioChange");
    private readonly LineTextField line;
    private readonly TextField input;
    private readonly ScenarioValueField value;
    private readonly NumberField factor;
    private readonly ChoiceField<string> ofCase;
    private readonly ListField set;
    private readonly ListField list;

    public ScenariosField(Shape holder)
    {
        name = scenario.Add(new TextField("name"));
        line = change.Add(new LineTextField("line", isRequired: false));
        input = change.Add(new TextField("input", isRequired: false, most: 200));
        factor = change.Add(new NumberField("factor", 0, 1_000_000, isRequired: false));
        ofCase = change.Add(new ChoiceField<string>("case", new Choices<string>((GoLiveWord, GoLiveWord), (DiscountRateWord, DiscountRateWord)), isRequired: false));
        value = change.Add(new ScenarioValueField());
        set = scenario.Add(new ListField("set", 0, CaseScenario.MostChanges, isRequired: true, new ListElement(change)));
        list = holder.Add(new ListField("scenarios", 1, CaseScenario.Most, isRequired: false, new ListElement(scenario)));
    }

    /// <summary>Reads the scenarios; whether their inputs can be set is checked once the case is made.</summary>
    public List<(CaseScenario Scenario, Dictionary<ScenarioChange, int> Nodes)> Read(in ObjectReader source, ReadContext context)
    {
        var all = new List<(CaseScenario, Dictionary<ScenarioChange, int>)>();
        ElementNodes elements = source.Elements(list);
        if (elements.Count == 0)
        {
            return all;
        }

        KnownFactors known = KnownFactors.Of(source, context);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (int node in elements)
        {
            var o = new ObjectReader(context, node, scenario);
            string? title = o.Text(name);
            if (title is not null && !names.Add(title))
            {
                context.Report(DocumentProblemKind.Duplicate, o.NodeOf(name), ProblemText.Of("document.duplicate.scenario", ("name", title)));
            }

            var nodes = new Dictionary<ScenarioChange, int>();
            var subjects = new HashSet<string>(StringComparer.Ordinal);
            foreach (int element in o.Elements(set))
            {
                if (ReadChange(context, element, known) is not { } made)
                {
                    continue;
                }

                if (!subjects.Add(CaseScenario.SubjectOf(made)))
                {
                    context.Report(DocumentProblemKind.Duplicate, element, new Message("document.duplicate.change"));
                }
                else
                {
                    nodes.Add(made, element);
                }
            }

            if (o.IsSound && title is not null)
            {
                all.Add((new CaseScenario(title, [.. nodes.Keys]), nodes));
            }
        }

        return all;
    }

    /// <summary>Sets the inputs of every scenario once, and reports what cannot be set.</summary>
    public static void Check(ReadContext context, InvestmentCase made, List<(CaseScenario Scenario, Dictionary<ScenarioChange, int> Nodes)> scenarios)
    {
        if (scenarios.Count == 0)
        {
            return;
        }

        var inputs = new LineInputs(made, (tree, problems) => new ReadContext(tree, problems)
        {
            Impacts = context.Impacts,
            HostCosts = context.HostCosts,
            HostBenefits = context.HostBenefits,
        });
        foreach ((CaseScenario scenario, Dictionary<ScenarioChange, int> nodes) in scenarios)
        {
            if (!inputs.TryApply([.. scenario.Changes.Where(change => change.Input is not null)], out _, out (ScenarioChange Change, Message Reason)? fault))
            {
                context.Report(
                    DocumentProblemKind.Inconsistent, nodes[fault!.Value.Change],
                    new Message("document.inconsistent.scenario", MessageArgument.Part("reason", fault.Value.Reason)));
            }
        }
    }

    public void Write(Utf8JsonWriter writer, IReadOnlyList<CaseScenario> scenarios)
    {
        if (scenarios.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(list.Encoded);
        foreach (CaseScenario one in scenarios)
        {
            writer.WriteStartObject();
            writer.Put(name, one.Name);
            writer.WriteStartArray(set.Encoded);
            foreach (ScenarioChange made in one.Changes)
            {
                Write(writer, made);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Write(Utf8JsonWriter writer, ScenarioChange made)
    {
        writer.WriteStartObject();
        if (made.Line != LineId.None)
        {
            writer.Put(line, made.Line.Text);
        }

        if (made.Input is { } of)
        {
            writer.Put(input, of);
            writer.WriteNumber(value.Encoded, made.Value!.Value);
        }
        else if (made.Factor is { } by)
        {
            writer.Put(factor, by);
        }
        else
        {
            writer.Put(ofCase, made.GoLive is null ? DiscountRateWord : GoLiveWord);
            if (made.GoLive is { } date)
            {
                writer.WriteString(value.Encoded, NodaTime.Text.LocalDatePattern.Iso.Format(date));
            }
            else
            {
                writer.WriteNumber(value.Encoded, made.DiscountRate!.Value);
            }
        }

        writer.WriteEndObject();
    }

    private ScenarioChange? ReadChange(ReadContext context, int node, KnownFactors known)
    {
        var o = new ObjectReader(context, node, change);
        string? of = o.Text(line);
        string? what = o.Text(input);
        decimal? by = o.Number(factor);
        string word = o.Choice(ofCase, string.Empty);
        if (!o.IsSound)
        {
            return null;
        }

        // One of three forms, and nothing of another.
        bool isInput = o.Has(line) && o.Has(input) && o.Has(value) && !o.Has(factor) && !o.Has(ofCase);
        bool isFactor = o.Has(line) && o.Has(factor) && !o.Has(input) && !o.Has(value) && !o.Has(ofCase);
        bool isCase = o.Has(ofCase) && o.Has(value) && !o.Has(line) && !o.Has(input) && !o.Has(factor);
        if (!isInput && !isFactor && !isCase)
        {
            context.Report(DocumentProblemKind.Inconsistent, node, new Message("document.inconsistent.change"));
            return null;
        }

        if (of is not null && !known.CheckLine(context, o.NodeOf(line), of))
        {
            return null;
        }

        if (isFactor)
        {
            return ScenarioChange.OfFactor(new LineId(of!), by!.Value);
        }

        if (isInput)
        {
            return ScenarioValueField.Number(context, o.NodeOf(value)) is { } number ? ScenarioChange.OfInput(new LineId(of!), what!, number) : null;
        }

        return word == GoLiveWord
            ? ScenarioValueField.Date(context, o.NodeOf(value)) is { } date ? ScenarioChange.OfGoLive(date) : null
            : ScenarioValueField.Rate(context, o.NodeOf(value)) is { } rate ? ScenarioChange.OfDiscountRate(rate) : null;
    }
}

/// <summary>What a scenario sets: a number, or a date for go-live.</summary>
internal sealed class ScenarioValueField() : Field("value", isRequired: false)
{
    private static readonly ParameterField Any = new("value");
    private static readonly DateField Day = new("value");
    private static readonly YearlyRateField Yearly = new("value");

    public override Message Allowed => Any.Allowed;

    public static decimal? Number(ReadContext context, int node) => ValueReader.Number(context, node, Any);

    public static LocalDate? Date(ReadContext context, int node) => ValueReader.Date(context, node, Day);

    public static decimal? Rate(ReadContext context, int node) => ValueReader.Number(context, node, Yearly);
}
