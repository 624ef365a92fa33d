using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Portfolio;

/// <summary>Computes many cases: each by itself as a stream, and then what they come to together.</summary>
/// <remarks>
/// <para>A stream of tenants goes in and a stream of results comes out in the same order; no more tenants are held than are being computed, 64 for each thread. A tenant that fails is a result with
/// its problems, and the rest goes on. Results are the same bits for every degree of parallelism and for every split: a part of the tenants computed on another machine, or
/// last week, stands in the stream where it belongs.</para>
/// <para>An evaluator may be used by several threads at once. It opens no file and reads no clock.</para>
/// </remarks>
/// <example>
/// <code>
/// var evaluator = new PortfolioEvaluator(new PortfolioOptions { DegreeOfParallelism = 2 });
/// PortfolioResult together = evaluator.Sum(evaluator.EvaluateAll(tenants));
/// </code>
/// </example>
public sealed class PortfolioEvaluator
{
    private static readonly TenantResult NoTenant = new(string.Empty, Array.AsReadOnly<Message>([new Message("portfolio.noTenant")]));

    private readonly TenantSimulation? _simulation;
    private readonly CaseTerms? _overrides;

    /// <summary>Computes by options.</summary>
    /// <param name="options">Degree, terms, simulation; <see cref="PortfolioOptions.Usual"/> where null.</param>
    public PortfolioEvaluator(PortfolioOptions? options = null)
    {
        Options = options ?? PortfolioOptions.Usual;
        _simulation = Options.Simulation is null ? null : new TenantSimulation(Options.Simulation, Options.SharedDrivers);
        _overrides = Options.Evaluation.Overrides.Equals(CaseTerms.None) ? null : Options.Evaluation.Overrides;
    }

    /// <summary>How it computes.</summary>
    public PortfolioOptions Options { get; }

    /// <summary>Computes one tenant, on the thread that asks.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>Its figures, or its problems: whatever a case or a host's own function throws becomes one.</returns>
    /// <exception cref="ArgumentNullException">The tenant is null.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public TenantResult Evaluate(PortfolioTenant tenant, CancellationToken cancellation = default)
    {
        if (!Check.NotNull(tenant).TryGetCase(out InvestmentCase? source))
        {
            return new TenantResult(tenant.Id, tenant.Problems);
        }

        try
        {
            return Compute(tenant, _overrides is null ? source : source.WithTerms(_overrides), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            return new TenantResult(tenant.Id, Array.AsReadOnly(Problems(e, source)));
        }
    }

    /// <summary>Computes tenants one after another, or as many at once as the options say; the results come in the order of the tenants.</summary>
    /// <param name="tenants">The tenants; read while the results are taken, on the thread that takes them. One that is null has a result with that problem.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ArgumentNullException">The tenants are null.</exception>
    /// <exception cref="OperationCanceledException">The run was ended; thrown while results are taken.</exception>
    public IEnumerable<TenantResult> EvaluateAll(IEnumerable<PortfolioTenant> tenants, CancellationToken cancellation = default) =>
        Each(Check.NotNull(tenants), tenant => tenant is null ? NoTenant : Evaluate(tenant, cancellation), cancellation);

    /// <summary>Computes tenants from what they are made of, such as documents: what <paramref name="compute"/> does is done for as many at once as the options say.</summary>
    /// <typeparam name="T">What a tenant is made of.</typeparam>
    /// <typeparam name="TResult">What comes of it: a <see cref="TenantResult"/>, or one with what a host keeps beside it.</typeparam>
    /// <param name="sources">Read while the results are taken, on the thread that takes them.</param>
    /// <param name="compute">Reads one and computes it, or finds that it was computed before. With a degree above 1 it is called on other threads.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The results in the order of the sources.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The run was ended; thrown while results are taken.</exception>
    public IEnumerable<TResult> Each<T, TResult>(IEnumerable<T> sources, Func<T, TResult> compute, CancellationToken cancellation = default) =>
        OrderedWork.Run(Check.NotNull(sources), Check.NotNull(compute), Options.DegreeOfParallelism, cancellation);

    /// <summary>What tenants come to together.</summary>
    /// <param name="results">Their results, of whatever run, in the order of the tenants; taken one by one and not kept. A tenant whose id came before does not count and becomes a failure.</param>
    /// <returns>Sums, ranking, distribution, tenants at risk.</returns>
    /// <exception cref="ArgumentNullException">The results or one of them is null.</exception>
    /// <exception cref="ArgumentException">Two results have different numbers of trials.</exception>
    public PortfolioResult Sum(IEnumerable<TenantResult> results)
    {
        var sums = new PortfolioSums(Options.MostListed);
        foreach (TenantResult result in Check.NotNull(results))
        {
            sums.Add(Check.NotNull(result, nameof(results)));
        }

        return sums.Result();
    }

    private static Message[] Problems(Exception e, InvestmentCase source)
    {
        if (e is InvalidOperationException && MissingRates(source) is { Length: > 0 } rates)
        {
            return rates;
        }

        return [Message.Of(e) ?? (e is OverflowException ? new Message("portfolio.tooLarge") : new Message("portfolio.notComputed", MessageArgument.Text("kind", e.GetType().Name)))];
    }

    private static Message[] MissingRates(InvestmentCase source)
    {
        try
        {
            return [.. Projection.MissingRates(source, CaseTerms.None)];
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException)
        {
            return [];
        }
    }

    private TenantResult Compute(PortfolioTenant tenant, InvestmentCase source, CancellationToken cancellation)
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source, Options.Evaluation, cancellation);
        ReviewReport? review = Review(tenant, source, cancellation);
        TenantTrials? trials = _simulation?.Run(tenant.Id, evaluation, cancellation);
        PeriodResult all = evaluation.Periods[evaluation.Periods.Count - 1];
        PeriodResult cash = all.Cashable;
        PeriodForecast? forecast = review?.Forecast[review.Forecast.Count - 1];
        Finding? top = review is { Findings.Count: > 0 } ? review.Findings[0] : null;
        return new TenantResult(tenant.Id, [])
        {
            Name = source.Name,
            Period = all.Period,
            TotalCost = Printed("totalCost", all),
            TotalBenefit = Printed("totalBenefit", all),
            NetPresentValue = PrintedFigure("netPresentValue", all),
            ReturnOnInvestment = all.ReturnOnInvestment,
            CashableCost = Printed("totalCost", cash),
            CashableBenefit = Printed("totalBenefit", cash),
            CashableReturnOnInvestment = cash.ReturnOnInvestment,
            PaybackMonths = all.Payback.DurableMonths.Select(months => Math.Round(months, 9)),
            WarningCount = evaluation.WarningsToLongest.Count(),
            AsOf = review?.AsOf,
            OriginalDecision = review?.OriginalDecision,
            ForecastNetPresentValue = forecast is null ? default : PrintedFigure("netPresentValue", forecast.Forecast),
            ForecastReturnOnInvestment = forecast is null ? default : forecast.Forecast.ReturnOnInvestment,
            FindingCount = review?.Findings.Count ?? 0,
            HighFindingCount = review?.Findings.Count(finding => finding.Severity == FindingSeverity.High) ?? 0,
            AtStake = Limited(top?.AtStake.RoundToMinorUnit() ?? Money.Zero(source.Currency)),
            TopFinding = top?.Rule,
            SimulatedNetPresentValue = trials?.Figure,
            ProbabilityNpvPositive = trials?.ProbabilityPositive ?? default,
            Trials = trials?.MinorUnits ?? [],
        };
    }

    private ReviewReport? Review(PortfolioTenant tenant, InvestmentCase source, CancellationToken cancellation)
    {
        if (tenant.Actuals is not { } actuals)
        {
            return null;
        }

        ReviewSettings given = Options.Review;
        var settings = new ReviewSettings
        {
            Policy = given.Policy,
            Defaults = given.Defaults.Or(Options.Evaluation.Defaults),
            Contracts = tenant.Contracts.Count == 0 ? given.Contracts : [.. given.Contracts, .. tenant.Contracts],
            Rules = given.Rules,
            Kpis = given.Kpis,
            IncludeLongTerm = given.IncludeLongTerm,
            MaximumCells = given.MaximumCells,
            FixCost = given.FixCost,
        };
        bool isReviewed = (tenant.AsOf ?? Options.AsOf) is { } month || CaseReview.TryFindMonth(source, actuals, out month, settings);
        return isReviewed ? CaseReview.Review(source, actuals, month, settings, cancellation) : null;
    }

    private static Money Printed(string measure, PeriodResult period) => PrintedFigure(measure, period).Value;

    private static Figure<Money> PrintedFigure(string measure, PeriodResult period)
    {
        MeasureValue value = StandardMeasures.Find(measure)!.Printed(period);
        return value.TryGetMoney(out Money money) ? Figure.Of(Limited(money)) : Figure.NotApplicable<Money>(value.Reason!.Value);
    }

    /// <summary>Sums of as many tenants as there can be stay exact.</summary>
    private static Money Limited(Money amount) => Math.Abs(amount.Amount) <= PortfolioSums.MostAmount ? amount : throw new OverflowException();
}
