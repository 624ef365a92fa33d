using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>Turns the tree of a case document into a case.</summary>
internal static class CaseBinder
{
    /// <summary>Returns the case, or null when anything has been reported.</summary>
    public static InvestmentCase? Read(ReadContext context)
    {
        var o = new ObjectReader(context, 0, CaseShape.Shape);
        if (context.Tree.Kind(0) != JsonTokenType.StartObject)
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
        DeploymentModel? deployment = o.Has(CaseShape.Deployment) ? o.Choice(CaseShape.Deployment, default) : null;
        decimal? discount = o.Number(CaseShape.DiscountRate);
        decimal? finance = o.Number(CaseShape.FinanceRate) ?? discount;
        decimal? reinvestment = o.Number(CaseShape.ReinvestmentRate) ?? discount;
        bool hasRates = o.Has(CaseShape.FinanceRate) || o.Has(CaseShape.ReinvestmentRate);
        if (hasRates && (finance is null || reinvestment is null) && o.IsSound)
        {
            context.Missing(0, finance is null ? CaseShape.FinanceRate : CaseShape.ReinvestmentRate);
        }

        DayCount dayCount = o.Choice(CaseShape.DayCount, DayCount.Anniversary);
        FlowTiming timing = o.Choice(CaseShape.FlowTiming, FlowTiming.Dated);
        EvaluationPeriod[] periods = Periods(o, context, start);
        ExchangeRates rates = CaseShape.ExchangeRates.Read(o, context);
        ValuePool[] pools = CaseShape.Pools.Read(o, context);
        var costs = new List<(CostItem Item, int Node)>();
        var benefits = new List<(BenefitItem Item, int Node)>();
        ReadItems(o, context, CaseShape.Costs, CostKinds.Words, (word, node) => CostKinds.Find(word)?.ReadItem(context, node), costs);
        ReadItems(o, context, CaseShape.Benefits, BenefitKinds.Words, (word, node) => BenefitKinds.Find(word)?.ReadItem(context, node), benefits);
        if (!o.IsSound || name is null)
        {
            return null;
        }

        InvestmentCase? made = context.Make(0, () =>
        {
            InvestmentCase built = InvestmentCase.Create(name, currency!.Value, goLive, start)
                .WithDayCount(dayCount)
                .WithFlowTiming(timing)
                .WithExchangeRates(rates)
                .WithPools(pools)
                .WithCosts([.. costs.Select(c => c.Item)])
                .WithBenefits([.. benefits.Select(b => b.Item)]);
            built = source is null ? built : built.WithSource(source);
            built = deployment is null ? built : built.WithDeployment(deployment.Value);
            built = discount is null ? built : built.WithDiscountRate(discount.Value);
            built = hasRates ? built.WithReinvestment(finance!.Value, reinvestment!.Value) : built;
            return periods.Length == 0 ? built : built.WithHorizons(periods);
        });
        if (made is not null)
        {
            CheckRates(context, made, costs, benefits);
        }

        return o.IsSound ? made : null;
    }

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

    private static void ReadItems<T>(
        in ObjectReader o, ReadContext context, ListField field, IReadOnlyList<string> words, Func<string, int, T?> read, List<(T, int)> into)
        where T : class
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (int node in o.Elements(field))
        {
            if (context.Tree.Kind(node) != JsonTokenType.StartObject)
            {
                context.Refused(DocumentProblemKind.WrongType, node, new Message("document.allowed.item"));
                continue;
            }

            if (KindOf(context, node, words) is { } word && read(word, node) is { } item)
            {
                into.Add((item, node));
            }

            int name = context.Tree.Find(node, "name"u8);
            if (name != 0 && context.Tree.Kind(name) == JsonTokenType.String && context.Tree.String(name) is { } text && !names.Add(text))
            {
                string found = context.Tree.Snippet(name);
                context.Report(
                    DocumentProblemKind.Duplicate, name,
                    new Message("document.duplicate.name", MessageArgument.Part("found", ProblemText.Found(found)), MessageArgument.Text("list", field.Name)), found);
            }
        }
    }

    /// <summary>Reads what tells the shapes of a list's objects apart; without it nothing else of the object can be judged.</summary>
    private static string? KindOf(ReadContext context, int node, IReadOnlyList<string> words)
    {
        Message allowed = ProblemText.OneOf(words);
        int kind = context.Tree.Find(node, "kind"u8);
        if (kind == 0)
        {
            context.Missing(node, "kind", allowed);
            return null;
        }

        if (context.Tree.Kind(kind) != JsonTokenType.String)
        {
            context.Refused(DocumentProblemKind.WrongType, kind, allowed);
            return null;
        }

        string word = context.Tree.String(kind) ?? string.Empty;
        if (words.Contains(word))
        {
            return word;
        }

        context.Refused(DocumentProblemKind.OutOfRange, kind, allowed, Suggestion.Nearest(word, words));
        return null;
    }

    /// <summary>Finds items whose amounts cannot be converted, by evaluating each alone: only the evaluation knows on which dates they fall.</summary>
    private static void CheckRates(ReadContext context, InvestmentCase made, List<(CostItem Item, int Node)> costs, List<(BenefitItem Item, int Node)> benefits)
    {
        InvestmentCase bare = made.WithCosts().WithBenefits();
        foreach ((CostItem item, int node) in costs)
        {
            if (item.Currency != made.Currency)
            {
                context.Make(node, () => RoiEvaluator.Evaluate(bare.WithCosts(item)));
            }
        }

        foreach ((BenefitItem item, int node) in benefits)
        {
            if (item.Basis.IsMonetised && item.Currency != made.Currency)
            {
                context.Make(node, () => RoiEvaluator.Evaluate(bare.WithBenefits(item)));
            }
        }
    }
}
