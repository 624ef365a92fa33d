using System.Globalization;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Reads one object of a document against its shape: unknown and double properties are reported at once, wrong values when they
/// are asked for. A value that cannot be read is replaced by a harmless one, and the object is no longer <see cref="IsSound"/>.</summary>
internal readonly struct ObjectReader
{
    private readonly ReadContext context;
    private readonly int[] slots;
    private readonly int faultsBefore;

    public ObjectReader(ReadContext context, int node, Shape shape)
    {
        this.context = context;
        Node = node;
        faultsBefore = context.Faults;
        slots = new int[shape.Fields.Length];
        DocumentTree tree = context.Tree;
        if (tree.Kind(node) != JsonTokenType.StartObject)
        {
            context.WrongType(node, () => ProblemText.ObjectWith(shape.Names));
            return;
        }

        int expected = 0;
        HashSet<string>? strangers = null;
        for (int child = node + 1; child < tree[node].Next; child = tree[child].Next)
        {
            int at = shape.Find(tree.RawName(child), expected);
            if (at < 0 && tree[child].NameIsEscaped)
            {
                at = shape.Find(System.Text.Encoding.UTF8.GetBytes(tree.Name(child)), 0);
            }

            if (at < 0)
            {
                // A stranger that is there many times is one problem.
                string name = tree.Name(child);
                if ((strangers ??= []).Add(name))
                {
                    context.Unknown(child, name, shape);
                }
            }
            else if (slots[at] != 0)
            {
                context.Twice(child, slots[at]);
            }
            else
            {
                slots[at] = child;
                expected = at + 1 < shape.Fields.Length ? at + 1 : 0;
            }
        }

        foreach (Field field in shape.Fields)
        {
            if (field.IsRequired && slots[field.Index] == 0)
            {
                context.Missing(node, field);
            }
        }
    }

    public ReadContext Context => context;

    public int Node { get; }

    /// <summary>Gets whether nothing has been found wrong since the reading of this object began.</summary>
    public bool IsSound => context.Faults == faultsBefore;

    public bool Has(Field field) => slots[field.Index] != 0;

    /// <summary>The node of a property, 0 when it is absent (the document itself is node 0 and never a property).</summary>
    public int NodeOf(Field field) => slots[field.Index];

    public string? Text(TextField field)
    {
        int node = NodeOf(field);
        return node == 0 ? null : ValueReader.Text(context, node, field);
    }

    public decimal? Number(NumberField field) => NodeOf(field) is int node and not 0 ? ValueReader.Number(context, node, field) : null;

    public decimal Number(NumberField field, decimal absent) => Number(field) ?? absent;

    public int? Whole(WholeField field)
    {
        int node = NodeOf(field);
        if (node == 0 || ValueReader.Number(context, node, field) is not { } number)
        {
            return null;
        }

        if (number != decimal.Truncate(number))
        {
            context.OutOfRange(node, field);
            return null;
        }

        return (int)number;
    }

    public int Whole(WholeField field, int absent) => Whole(field) ?? absent;

    public Share? Fraction(ShareField field) => Number(field) is { } number ? Share.Of(number) : null;

    public Share Fraction(ShareField field, Share absent) => Fraction(field) ?? absent;

    /// <summary>An amount in the currency that is being read; zero when absent.</summary>
    public Money Amount(MoneyField field) =>
        (NodeOf(field) is int node and not 0 ? ValueReader.Amount(context, node, field) : null) ?? Money.Zero(context.Currency);

    public LocalDate? Date(DateField field) => NodeOf(field) is int node and not 0 ? ValueReader.Date(context, node, field) : null;

    public LocalDate Date(DateField field, LocalDate absent) => Date(field) ?? absent;

    public EvaluationPeriod? Period(PeriodField field) => NodeOf(field) is int node and not 0 ? ValueReader.Period(context, node, field) : null;

    public Currency? CurrencyCode(CurrencyField field)
    {
        int node = NodeOf(field);
        if (node == 0)
        {
            return null;
        }

        if (context.Tree.Kind(node) != JsonTokenType.String)
        {
            context.WrongType(node, field);
            return null;
        }

        if (context.Tree[node].Length <= 20 && Currency.TryOf(context.Tree.String(node), out Currency currency))
        {
            return currency;
        }

        context.OutOfRange(node, field);
        return null;
    }

    public bool Flag(FlagField field, bool absent)
    {
        int node = NodeOf(field);
        switch (node == 0 ? JsonTokenType.None : context.Tree.Kind(node))
        {
            case JsonTokenType.None: return absent;
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            default:
                context.WrongType(node, field);
                return absent;
        }
    }

    /// <summary>Numbers by name, in the order of the document; empty when absent.</summary>
    public IReadOnlyDictionary<string, decimal> Parameters(ParametersField field)
    {
        var parameters = new Dictionary<string, decimal>(StringComparer.Ordinal);
        int node = NodeOf(field);
        if (node == 0)
        {
            return parameters;
        }

        DocumentTree tree = context.Tree;
        if (tree.Kind(node) != JsonTokenType.StartObject)
        {
            context.WrongType(node, field);
            return parameters;
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int child = node + 1; child < tree[node].Next; child = tree[child].Next)
        {
            string name = tree.Name(child);
            if (first.TryGetValue(name, out int twin))
            {
                context.Twice(child, twin);
                continue;
            }

            first.Add(name, child);
            if (ValueReader.Number(context, child, new ParameterField(name)) is { } number)
            {
                parameters.Add(name, number);
            }
        }

        return parameters;
    }

    /// <summary>A choice where it stands, null where the document is silent.</summary>
    public T? ChoiceIfAny<T>(ChoiceField<T> field)
        where T : struct => Has(field) ? Choice(field, default) : null;

    public T Choice<T>(ChoiceField<T> field, T absent)
        where T : notnull
    {
        int node = NodeOf(field);
        return node != 0 && ValueReader.TryChoice(context, node, field, out T value) ? value : absent;
    }

    /// <summary>Reads an object that stands in a property, or returns null when it is absent.</summary>
    public ObjectReader? Object(ObjectField field) => NodeOf(field) is int node and not 0 ? new ObjectReader(context, node, field.Shape) : null;

    /// <summary>The first element of a list, 0 when it is absent, empty or no list; its elements follow each other by <see cref="DocumentTree.Node.Next"/>.</summary>
    public ElementNodes Elements(ListField field)
    {
        int node = NodeOf(field);
        if (node == 0)
        {
            return default;
        }

        if (context.Tree.Kind(node) != JsonTokenType.StartArray)
        {
            context.WrongType(node, field);
            return default;
        }

        int count = context.Tree.ChildCount(node);
        if (count < field.Least || count > field.Most)
        {
            context.Report(
                DocumentProblemKind.OutOfRange, node,
                new Message(
                    "document.outOfRange.count", MessageArgument.Text("count", count.ToString(CultureInfo.InvariantCulture)), MessageArgument.Part("allowed", field.Allowed)));
            return default;
        }

        return new ElementNodes(context.Tree, node, count);
    }
}
