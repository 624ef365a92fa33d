using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>What a case states of its uncertainty beside that of single lines: drivers, correlations, and whether silent lines get a default.</summary>
internal sealed class UncertaintyFields
{
    private const string None = "none";

    private readonly Shape driver = new("uncertaintyDriver");
    private readonly LineTextField id;
    private readonly TextField name;
    private readonly ChoiceField<DriverAction> acts;
    private readonly LineSelectorField selector = new();
    private readonly ListField on;
    private readonly DistributionField distribution = new("distribution", isRequired: true);
    private readonly ListField drivers;
    private readonly Shape correlation = new("rankCorrelation");
    private readonly LineTextField factor = new("factor");
    private readonly ListField between;
    private readonly NumberField rank;
    private readonly ListField correlations;
    private readonly ChoiceField<string> defaultUncertainty;
    private readonly MoneyField studyCostPerMonth = new("studyCostPerMonth", isRequired: false, least: 0.01m);

    public UncertaintyFields(Shape holder)
    {
        id = driver.Add(new LineTextField("id"));
        name = driver.Add(new TextField("name", isRequired: false));
        acts = driver.Add(new ChoiceField<DriverAction>("acts", Choices.Of<DriverAction>()));
        on = driver.Add(new ListField("on", 1, CaseShape.MostItems, isRequired: false, new ListElement(selector)));
        driver.Add(distribution.Object);
        drivers = holder.Add(new ListField("drivers", 1, UncertaintyCheck.MostDrivers, isRequired: false, new ListElement(driver)));
        between = correlation.Add(new ListField("between", 2, 2, isRequired: true, new ListElement(factor)));
        rank = correlation.Add(new NumberField("rank", -1, 1));
        correlations = holder.Add(new ListField("correlations", 1, UncertaintyCheck.MostCorrelations, isRequired: false, new ListElement(correlation)));
        defaultUncertainty = holder.Add(new ChoiceField<string>("defaultUncertainty", new Choices<string>((None, None)), isRequired: false));
        holder.Add(studyCostPerMonth);
    }

    /// <summary>Reads all of it; what they refer to is checked against the lines as they stand.</summary>
    public Func<InvestmentCase, InvestmentCase> Read(in ObjectReader source, ReadContext context)
    {
        KnownFactors known = KnownFactors.Of(source, context);
        UncertaintyDriver[] shared = ReadDrivers(source, context, known);
        RankCorrelation[] pairs = ReadCorrelations(source, context, known);
        bool isDefaultUsed = source.Choice(defaultUncertainty, string.Empty) != None;
        decimal? studyCost = source.Has(studyCostPerMonth) ? source.Number(studyCostPerMonth, 1) : null;
        return made =>
        {
            made = studyCost is null ? made : made.WithStudyCostPerMonth(studyCost);
            made = shared.Length == 0 ? made : made.WithDrivers(shared);
            made = pairs.Length == 0 ? made : made.WithCorrelations(pairs);
            return isDefaultUsed ? made : made.WithDefaultUncertainty(false);
        };
    }

    public void Write(Utf8JsonWriter writer, InvestmentCase source)
    {
        if (source.Drivers.Count > 0)
        {
            writer.WriteStartArray(drivers.Encoded);
            foreach (UncertaintyDriver one in source.Drivers)
            {
                Write(writer, one);
            }

            writer.WriteEndArray();
        }

        if (source.Correlations.Count > 0)
        {
            writer.WriteStartArray(correlations.Encoded);
            foreach (RankCorrelation one in source.Correlations)
            {
                writer.WriteStartObject();
                writer.WriteStartArray(between.Encoded);
                writer.WriteStringValue(one.First);
                writer.WriteStringValue(one.Second);
                writer.WriteEndArray();
                writer.Put(rank, RealText.Of(one.Rank));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (!source.UsesDefaultUncertainty)
        {
            writer.Put(defaultUncertainty, None);
        }

        if (source.StudyCostPerMonth is { } studyCost)
        {
            writer.Put((NumberField)studyCostPerMonth, studyCost);
        }
    }

    private void Write(Utf8JsonWriter writer, UncertaintyDriver one)
    {
        writer.WriteStartObject();
        writer.Put(id, one.Id);
        if (one.Name != one.Id)
        {
            writer.Put(name, one.Name);
        }

        writer.Put(acts, one.Acts);
        if (one.On.Count > 0)
        {
            writer.WriteStartArray(on.Encoded);
            foreach (LineSelector lines in one.On)
            {
                selector.Write(writer, lines);
            }

            writer.WriteEndArray();
        }

        distribution.Write(writer, one.Distribution);
        writer.WriteEndObject();
    }

    private UncertaintyDriver[] ReadDrivers(in ObjectReader source, ReadContext context, KnownFactors known)
    {
        var all = new List<UncertaintyDriver>();
        foreach (int node in source.Elements(drivers))
        {
            var o = new ObjectReader(context, node, driver);
            string? what = o.Text(id);
            string? shown = o.Text(name);
            bool isAmount = o.Choice(acts, DriverAction.DelayMonths) == DriverAction.Amount;
            var lines = new List<LineSelector>();
            foreach (int element in o.Elements(on))
            {
                if (selector.Read(context, element, known) is { } found)
                {
                    lines.Add(found);
                }
            }

            Distribution? spread = distribution.Read(o, context);
            if (isAmount && !o.Has(on))
            {
                context.Missing(node, on);
            }
            else if (!isAmount && o.Has(acts) && o.Has(on) && o.IsSound)
            {
                context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(on), new Message("document.inconsistent.delayOn"));
            }

            if (what is not null && !known.AddDriver(what))
            {
                context.Report(DocumentProblemKind.Duplicate, o.NodeOf(id), ProblemText.Of("document.duplicate.driver", ("id", what)));
            }

            if (o.IsSound && what is not null && spread is not null)
            {
                all.Add(isAmount ? UncertaintyDriver.OfAmounts(what, spread, lines, shown) : UncertaintyDriver.OfDelay(what, spread, shown));
            }
        }

        return [.. all];
    }

    private RankCorrelation[] ReadCorrelations(in ObjectReader source, ReadContext context, KnownFactors known)
    {
        var all = new List<RankCorrelation>();
        var pairs = new HashSet<(string, string)>();
        int faults = context.Faults;
        foreach (int node in source.Elements(correlations))
        {
            var o = new ObjectReader(context, node, correlation);
            var ids = new List<string>();
            foreach (int element in o.Elements(between))
            {
                if (ValueReader.Text(context, element, factor) is { } text && known.CheckFactor(context, element, text))
                {
                    ids.Add(text);
                }
            }

            double strength = RealText.Read(o.Number(rank, 0));
            if (!o.IsSound)
            {
                continue;
            }

            if (ids[0] == ids[1])
            {
                context.Report(DocumentProblemKind.Duplicate, o.NodeOf(between), ProblemText.Of("document.duplicate.factor", ("id", ids[0])));
            }
            else if (!pairs.Add((ids[0], ids[1])) || pairs.Contains((ids[1], ids[0])))
            {
                context.Report(DocumentProblemKind.Duplicate, o.NodeOf(between), ProblemText.Of("document.duplicate.pair", ("first", ids[0]), ("second", ids[1])));
            }
            else
            {
                all.Add(new RankCorrelation(ids[0], ids[1], strength));
            }
        }

        if (context.Faults == faults && all.Count > 0)
        {
            CheckTogether(source, context, all);
        }

        return [.. all];
    }

    private void CheckTogether(in ObjectReader source, ReadContext context, List<RankCorrelation> all)
    {
        int count = UncertaintyCheck.FactorsOf(all).Count;
        if (count > UncertaintyCheck.MostCorrelatedFactors)
        {
            context.Report(
                DocumentProblemKind.LimitExceeded, source.NodeOf(correlations),
                ProblemText.Of("document.limitExceeded.factors", ("count", Text(count)), ("most", Text(UncertaintyCheck.MostCorrelatedFactors))));
        }
        else if (!UncertaintyCheck.IsPossible(all, out (RankCorrelation Pair, double Nearest)? change))
        {
            context.Report(DocumentProblemKind.Inconsistent, source.NodeOf(correlations), change is not { } found
                ? new Message("document.inconsistent.correlations")
                : ProblemText.Of(
                    "document.inconsistent.correlations.pair", ("first", found.Pair.First), ("second", found.Pair.Second),
                    ("rank", found.Pair.Rank.ToString("0.####", CultureInfo.InvariantCulture)), ("nearest", found.Nearest.ToString("0.####", CultureInfo.InvariantCulture))));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
