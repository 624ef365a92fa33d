using System.Text.Json;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>How an uncertain factor is distributed: the kind, and the parameters that belong to it.</summary>
internal sealed class DistributionField
{
    private const string Interval = "interval";

    private static readonly Shape Form = new("distribution");

    private static readonly ChoiceField<string> Kind = Form.Add(new ChoiceField<string>("kind", Words("triangular", "pert", "uniform", "normal", "lognormal", Interval, "discrete")));
    private static readonly NumberField Low = Form.Add(Value("low"));
    private static readonly NumberField P10 = Form.Add(Value("p10"));
    private static readonly NumberField Mode = Form.Add(Value("mode"));
    private static readonly NumberField High = Form.Add(Value("high"));
    private static readonly NumberField P90 = Form.Add(Value("p90"));
    private static readonly NumberField Mean = Form.Add(Value("mean"));
    private static readonly NumberField Sd = Form.Add(Above("sd", (decimal)Distribution.Most));
    private static readonly NumberField Median = Form.Add(Above("median", (decimal)Distribution.Most));
    private static readonly NumberField Sigma = Form.Add(Above("sigma", (decimal)Distribution.MostSigma));
    private static readonly NumberField Lower = Form.Add(Value("lower"));
    private static readonly NumberField Upper = Form.Add(Value("upper"));
    private static readonly NumberField Confidence = Form.Add(Above("confidence", 0.999999999m));
    private static readonly ChoiceField<string> OfShape = Form.Add(new ChoiceField<string>("shape", Words("normal", "lognormal"), isRequired: false));
    private static readonly NumberField AnyValue = Value("value");
    private static readonly ListField Values = Form.Add(new ListField("values", 1, Distribution.MostValues, isRequired: false, new ListElement(AnyValue)));
    private static readonly NumberField AnyWeight = new("weight", 0, (decimal)Distribution.Most);
    private static readonly ListField Weights = Form.Add(new ListField("weights", 1, Distribution.MostValues, isRequired: false, new ListElement(AnyWeight)));

    private static readonly Field[] Parameters = [.. Form.Fields.Where(field => !ReferenceEquals(field, Kind))];

    public DistributionField(string name, bool isRequired) => Object = new ObjectField(name, Form, isRequired);

    public ObjectField Object { get; }

    public Distribution? Read(in ObjectReader item, ReadContext context)
    {
        if (item.Object(Object) is not { } o)
        {
            return null;
        }

        string kind = o.Choice(Kind, string.Empty);
        if (kind.Length == 0)
        {
            return null;
        }

        Field[] wanted = FieldsOf(kind, o);
        foreach (Field field in Parameters)
        {
            bool isWanted = Array.IndexOf(wanted, field) >= 0;
            if (isWanted && !o.Has(field))
            {
                context.Missing(o.Node, field);
            }
            else if (!isWanted && o.Has(field))
            {
                context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(field), ProblemText.Of("document.inconsistent.parameter", ("name", field.Name), ("kind", kind)));
            }
        }

        return kind == "discrete" ? Discrete(o, context) : Continuous(o, context, kind, wanted);
    }

    public void Write(Utf8JsonWriter writer, Distribution? distribution)
    {
        if (distribution is null)
        {
            return;
        }

        writer.WriteStartObject(Object.Encoded);
        string shape = distribution.Kind == DistributionKind.NormalInterval ? "normal" : distribution.Kind == DistributionKind.LognormalInterval ? "lognormal" : string.Empty;
        writer.Put(Kind, shape.Length > 0 ? Interval : distribution.Kind switch
        {
            DistributionKind.Triangular or DistributionKind.TriangularOfPercentiles => "triangular",
            DistributionKind.Pert => "pert",
            DistributionKind.Uniform => "uniform",
            DistributionKind.Normal => "normal",
            DistributionKind.Lognormal => "lognormal",
            _ => "discrete",
        });
        foreach (KeyValuePair<string, double> parameter in distribution.Parameters)
        {
            writer.WriteNumber(parameter.Key, RealText.Of(parameter.Value));
        }

        if (shape.Length > 0)
        {
            writer.Put(OfShape, shape);
        }

        Write(writer, Values, distribution.Values);
        Write(writer, Weights, distribution.Weights);
        writer.WriteEndObject();
    }

    private static Distribution? Continuous(in ObjectReader o, ReadContext context, string kind, Field[] wanted)
    {
        bool isLognormal = o.Has(OfShape) && o.Choice(OfShape, "normal") == "lognormal";
        double[] found = new double[wanted.Length];
        for (int i = 0; i < wanted.Length; i++)
        {
            found[i] = wanted[i] is NumberField field ? Number(o, context, field) : 0;
        }

        if (!o.IsSound)
        {
            return null;
        }

        if (kind is not ("normal" or "lognormal"))
        {
            Order(o, context, wanted, found, isLognormal);
        }

        return !o.IsSound ? null : context.Make(o.Node, () => kind switch
        {
            "triangular" => wanted[0] == P10 ? Distribution.TriangularOfPercentiles(found[0], found[1], found[2]) : Distribution.Triangular(found[0], found[1], found[2]),
            "pert" => Distribution.Pert(found[0], found[1], found[2]),
            "uniform" => Distribution.Uniform(found[0], found[1]),
            "normal" => Distribution.Normal(found[0], found[1]),
            "lognormal" => Distribution.Lognormal(found[0], found[1]),
            _ => isLognormal ? Distribution.LognormalInterval(found[0], found[1], found[2]) : Distribution.NormalInterval(found[0], found[1], found[2]),
        });
    }

    /// <summary>The lowest before the highest, and the most likely between them.</summary>
    private static void Order(in ObjectReader o, ReadContext context, Field[] wanted, double[] found, bool isLognormal)
    {
        int high = wanted[1] == Mode ? 2 : 1;
        if (isLognormal && found[0] <= 0)
        {
            Above(o, context, wanted[0], 0);
        }
        else if (found[high] <= found[0])
        {
            Above(o, context, wanted[high], found[0]);
        }
        else if (high == 2 && (found[1] < found[0] || found[1] > found[2]))
        {
            context.Refused(
                DocumentProblemKind.Inconsistent, o.NodeOf(Mode),
                ProblemText.Of("document.allowed.number", ("least", Text(found[0])), ("most", Text(found[2]))));
        }
    }

    private static void Above(in ObjectReader o, ReadContext context, Field field, double least) => context.Refused(
        DocumentProblemKind.Inconsistent, o.NodeOf(field), ProblemText.Of("document.allowed.numberAbove", ("least", Text(least)), ("most", Text(Distribution.Most))));

    private static Distribution? Discrete(in ObjectReader o, ReadContext context)
    {
        double[] values = Numbers(o, context, Values, AnyValue);
        double[] weights = Numbers(o, context, Weights, AnyWeight);
        if (!o.IsSound)
        {
            return null;
        }

        if (values.Length != weights.Length)
        {
            context.Report(
                DocumentProblemKind.Inconsistent, o.NodeOf(Weights),
                ProblemText.Of("document.inconsistent.weightCount", ("weights", Text(weights.Length)), ("values", Text(values.Length))));
        }
        else if (!weights.Any(weight => weight > 0))
        {
            context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(Weights), new Message("document.inconsistent.valueWeights"));
        }

        return o.IsSound ? context.Make(o.Node, () => Distribution.Discrete(values, weights)) : null;
    }

    private static double[] Numbers(in ObjectReader o, ReadContext context, ListField list, NumberField field)
    {
        ElementNodes elements = o.Elements(list);
        var found = new List<double>(elements.Count);
        var seen = new HashSet<double>();
        foreach (int node in elements)
        {
            if (ValueReader.Number(context, node, field) is not { } number)
            {
                continue;
            }

            double value = Plain(context, node, number);
            if (ReferenceEquals(field, AnyValue) && !seen.Add(value))
            {
                context.Report(DocumentProblemKind.Duplicate, node, ProblemText.Of("document.duplicate.value", ("value", Text(value))));
            }

            found.Add(value);
        }

        return [.. found];
    }

    private static double Number(in ObjectReader o, ReadContext context, NumberField field) =>
        o.Number(field) is { } number ? Plain(context, o.NodeOf(field), number) : 0;

    /// <summary>A number as the core takes it: what is nearer to 0 than documents could hold with every digit is refused.</summary>
    private static double Plain(ReadContext context, int node, decimal number)
    {
        if (number != 0 && Math.Abs((double)number) < Distribution.Least)
        {
            context.Refused(DocumentProblemKind.OutOfRange, node, ProblemText.Of("document.allowed.notTiny", ("least", Text(Distribution.Least))));
        }

        return RealText.Read(number);
    }

    private static Field[] FieldsOf(string kind, in ObjectReader o) => kind switch
    {
        "triangular" => (o.Has(P10) || o.Has(P90)) && !(o.Has(Low) && o.Has(High)) ? [P10, Mode, P90] : [Low, Mode, High],
        "pert" => [Low, Mode, High],
        "uniform" => [Low, High],
        "normal" => [Mean, Sd],
        "lognormal" => [Median, Sigma],
        Interval => [Lower, Upper, Confidence, OfShape],
        _ => [Values, Weights],
    };

    private static void Write(Utf8JsonWriter writer, ListField list, IReadOnlyList<double> numbers)
    {
        if (numbers.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(list.Encoded);
        foreach (double number in numbers)
        {
            writer.WriteNumberValue(RealText.Of(number));
        }

        writer.WriteEndArray();
    }

    private static string Text(double value) => RealText.Text(value);

    private static NumberField Value(string name) => new(name, -(decimal)Distribution.Most, (decimal)Distribution.Most, isRequired: false);

    private static NumberField Above(string name, decimal most) => new(name, 0, most, isRequired: false, leastIsExcluded: true);

    private static Choices<string> Words(params string[] words) => new([.. words.Select(word => (word, word))]);
}
