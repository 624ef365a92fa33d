using System.Globalization;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>Turns the tree of a case document into a case.</summary>
internal static class CaseBinder
{
    /// <summary>Returns the case, or null when anything of it has been reported.</summary>
    /// <param name="context">The reading of the document.</param>
    /// <param name="root">The node of the case; 0 where it is the document itself.</param>
    public static InvestmentCase? Read(ReadContext context, int root = 0)
    {
        var o = new ObjectReader(context, root, CaseShape.Shape);
        if (context.Tree.Kind(root) != JsonTokenType.StartObject)
        {
            return null;
        }

        o.Choice(CaseShape.SchemaVersion, CaseShape.Version);
        string? name = o.Text(CaseShape.Name);
        string? source = o.Text(CaseShape.Source);
        Currency? currency = o.CurrencyCode(CaseShape.Currency);
        context.Currency = currency ?? default;
        LocalDate start = o.Date(CaseShape.Start, default);
        LocalDate goLive = o.Date(CaseShape.GoLive, start);
        context.GoLive = goLive;
        DeploymentModel? deployment = o.ChoiceIfAny(CaseShape.Deployment);
        TaxBasis? taxBasis = o.ChoiceIfAny(CaseShape.TaxBasis);
        PriceBasis? priceBasis = o.ChoiceIfAny(CaseShape.PriceBasis);
        CaseTaxation? taxation = CaseShape.Taxation.Read(o, context);
        var terms = new CaseTerms
        {
            DiscountRate = o.Number(CaseShape.DiscountRate),
            FinanceRate = o.Number(CaseShape.FinanceRate),
            ReinvestmentRate = o.Number(CaseShape.ReinvestmentRate),
            DayCount = o.ChoiceIfAny(CaseShape.DayCount),
            FlowTiming = o.ChoiceIfAny(CaseShape.FlowTiming),
            RateSelection = RateSelection.TryParse(o.Text(CaseShape.RateSelection), out RateSelection? selection) ? selection : null,
        };
        EvaluationPeriod[] periods = Periods(o, context, start);
        context.LimitDates(start, periods);
        context.CheckLineDate(o.NodeOf(CaseShape.GoLive), goLive);
        ExchangeRates rates = CaseShape.ExchangeRates.Read(o, context);
        ValuePool[] pools = CaseShape.Pools.Read(o, context);
        GoLiveWave[] waves = CaseShape.Waves.Read(o, context);
        SharedCostKey? sharedCostKey = CaseShape.SharedCostKey.Read(o, context);
        var names = new LineNames(context);
        KindSet<CostKind> costKinds = CostsOf(context);
        KindSet<BenefitKind> benefitKinds = BenefitsOf(context);
        List<(CostItem Item, int Node)> costs = ReadItems(o, context, CaseShape.Costs, costKinds, (kind, node) => kind.ReadItem(context, node), names);
        List<(BenefitItem Item, int Node)> benefits = ReadItems(o, context, CaseShape.Benefits, benefitKinds, (kind, node) => kind.ReadItem(context, node), names);
        Func<InvestmentCase, InvestmentCase> uncertain = CaseShape.Uncertainty.Read(o, context);
        List<(CaseScenario Scenario, Dictionary<ScenarioChange, int> Nodes)> scenarios = CaseShape.Scenarios.Read(o, context);
        if (!o.IsSound || name is null)
        {
            return null;
        }

        InvestmentCase? made = context.Make(root, () =>
        {
            InvestmentCase built = InvestmentCase.Create(name, currency!.Value, goLive, start)
                .WithTerms(periods.Length == 0 ? terms : new CaseTerms { Periods = periods }.Or(terms))
                .WithExchangeRates(rates)
                .WithPools(pools)
                .WithWaves(waves)
                .WithSharedCostKey(sharedCostKey)
                .WithCosts(costs.Select(c => c.Item))
                .WithBenefits(benefits.Select(b => b.Item));
            built = uncertain(built);
            built = scenarios.Count == 0 ? built : built.WithScenarios([.. scenarios.Select(scenario => scenario.Scenario)]);
            built = source is null ? built : built.WithSource(source);
            built = deployment is null ? built : built.WithDeployment(deployment.Value);
            built = taxBasis is null ? built : built.WithTaxBasis(taxBasis.Value);
            built = priceBasis is null ? built : built.WithPriceBasis(priceBasis.Value);
            built = taxation is null ? built : built.WithTaxation(taxation);
            return built;
        });
        if (made is not null)
        {
            CheckSize(context, root, made);
            if (o.IsSound)
            {
                CheckRates(context, root, made, costs, benefits);
                ScenariosField.Check(context, made, scenarios);
            }
        }

        return o.IsSound ? made : null;
    }

    /// <summary>Reads a cost that is the whole document; null when anything has been reported.</summary>
    public static CostItem? ReadCost(ReadContext context) => ReadItem(context, 0, CostsOf(context), (kind, node) => kind.ReadItem(context, node));

    /// <summary>Reads a benefit that is the whole document; null when anything has been reported.</summary>
    public static BenefitItem? ReadBenefit(ReadContext context) => ReadItem(context, 0, BenefitsOf(context), (kind, node) => kind.ReadItem(context, node));

    private static KindSet<CostKind> CostsOf(ReadContext context) => CostKinds.Set.With(context.HostCosts.Keys, word => new HostCostKind(word));

    private static KindSet<BenefitKind> BenefitsOf(ReadContext context) => BenefitKinds.Set.With(context.HostBenefits.Keys, word => new HostBenefitKind(word));

    private static EvaluationPeriod[] Periods(in ObjectReader o, ReadContext context, LocalDate start)
    {
        var periods = new List<EvaluationPeriod>();
        foreach (int node in o.Elements(CaseShape.EvaluationPeriods))
        {
            if (ValueReader.Period(context, node, CaseShape.EvaluationPeriod) is not { } period)
            {
                continue;
            }

            if (periods.Find(p => p.EndFrom(start) == period.EndFrom(start)) is { } twin)
            {
                context.Report(DocumentProblemKind.Duplicate, node, ProblemText.Of("document.duplicate.evaluationPeriod", ("period", period.ToString()), ("twin", twin.ToString())));
            }

            periods.Add(period);
        }

        return [.. periods];
    }

    private static List<(TItem Item, int Node)> ReadItems<TKind, TItem>(
        in ObjectReader o, ReadContext context, ListField field, KindSet<TKind> kinds, Func<TKind, int, TItem?> read, LineNames names)
        where TKind : class
        where TItem : class
    {
        ElementNodes nodes = o.Elements(field);
        var items = new List<(TItem, int)>(nodes.Count);
        foreach (int node in nodes)
        {
            if (ReadItem(context, node, kinds, read) is { } item)
            {
                items.Add((item, node));
            }
        }

        names.Add(field.Name, nodes);
        return items;
    }

    private static TItem? ReadItem<TKind, TItem>(ReadContext context, int node, KindSet<TKind> kinds, Func<TKind, int, TItem?> read)
        where TKind : class
        where TItem : class
    {
        if (context.Tree.Kind(node) != JsonTokenType.StartObject)
        {
            context.Refused(DocumentProblemKind.WrongType, node, new Message("document.allowed.item"));
            return null;
        }

        return KindOf(context, node, kinds) is { } kind ? read(kind, node) : null;
    }

    /// <summary>Reads what tells the shapes of a list's objects apart; without it nothing else of the object can be judged.</summary>
    private static TKind? KindOf<TKind>(ReadContext context, int node, KindSet<TKind> kinds)
        where TKind : class
    {
        int at = context.Tree.Find(node, "kind"u8);
        if (at == 0)
        {
            context.Missing(node, "kind", () => ProblemText.OneOf(kinds.Words));
            return null;
        }

        if (context.Tree.Kind(at) != JsonTokenType.String)
        {
            context.WrongType(at, () => ProblemText.OneOf(kinds.Words));
            return null;
        }

        string word = context.Tree.String(at) ?? string.Empty;
        if (kinds.Find(word) is { } kind)
        {
            return kind;
        }

        context.UnknownWord(at, kinds.Words);
        return null;
    }

    /// <summary>A few bytes may ask for a hundred years at sixty-four periods, and many lines for gigabytes: neither may exhaust a host.</summary>
    private static void CheckSize(ReadContext context, int root, InvestmentCase made)
    {
        IReadOnlyList<EvaluationPeriod> periods = made.Terms.Periods ?? CaseTerms.Usual.Periods!;
        long lines = made.Costs.Count + made.Benefits.Count;
        int[] months = [.. periods.Select(period => MonthGrid.Covering(made.Start, period).Count)];
        Check("document.limitExceeded.cells", lines * months.Max() * periods.Count, context.MaximumCells);
        Check("document.limitExceeded.rows", months.Sum(count => (long)count) + (lines * periods.Count), context.MaximumRows);

        void Check(string id, long asked, int most)
        {
            if (asked > most)
            {
                context.Report(DocumentProblemKind.LimitExceeded, root, ProblemText.Of(
                    id, ("asked", asked.ToString("N0", CultureInfo.InvariantCulture)), ("most", most.ToString("N0", CultureInfo.InvariantCulture))));
            }
        }
    }

    /// <summary>Finds lines whose amounts cannot be converted: only the projection knows on which dates they fall.</summary>
    private static void CheckRates(ReadContext context, int root, InvestmentCase made, List<(CostItem Item, int Node)> costs, List<(BenefitItem Item, int Node)> benefits)
    {
        IReadOnlyList<Message>? missing = context.Make(root, () => Projection.MissingRates(made, CaseTerms.None));
        if (missing is null or { Count: 0 })
        {
            return;
        }

        Dictionary<LineId, int> nodes = costs.Select(cost => (cost.Item.Id, cost.Node)).Concat(benefits.Select(benefit => (benefit.Item.Id, benefit.Node)))
            .ToDictionary(line => line.Id, line => line.Node);
        foreach (Message reason in missing)
        {
            int node = reason.Find("line")?.Value is LineId line && nodes.TryGetValue(line, out int found) ? found : root;
            context.Report(DocumentProblemKind.Inconsistent, node, new Message("document.inconsistent.rate", MessageArgument.Part("reason", reason)));
        }
    }
}
