using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>Compares alternatives, of which doing nothing is one: as planned, step by step, and over the trials of a simulation.</summary>
/// <remarks>Factors of the same id have the same draws in every alternative, so that what they share does not blur the difference.</remarks>
/// <example>
/// <code>
/// ComparisonResult compared = Comparison.Of([crm, cheaper], new SimulationOptions { Trials = 10_000 });
/// string? best = compared.Best?.Name;                // null is doing nothing, or no discount rate
/// bool isClose = compared.IsTooCloseToCall;
/// </code>
/// </example>
public static class Comparison
{
    private const int Most = 20;

    /// <summary>Compares cases.</summary>
    /// <param name="cases">1 to 20 cases with the same currency, start, discount rate, day count, flow timing and evaluation periods.</param>
    /// <param name="options">Trials and seed; <see cref="SimulationOptions.Usual"/> where null.</param>
    /// <param name="settings">Overrides and defaults of the evaluations; <see cref="EvaluationSettings.Default"/> where null.</param>
    /// <param name="period">One of the evaluation periods; the longest where null.</param>
    /// <param name="basis">Which benefits count.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ArgumentNullException">The cases or one of them is null.</exception>
    /// <exception cref="ArgumentException">There are none or too many, or they cannot be compared; see <see cref="Obstacles"/>.</exception>
    /// <exception cref="KeyNotFoundException">The period was not evaluated.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static ComparisonResult Of(
        IReadOnlyList<InvestmentCase> cases, SimulationOptions? options = null, EvaluationSettings? settings = null, EvaluationPeriod? period = null,
        CaseBasis basis = CaseBasis.All, CancellationToken cancellation = default)
    {
        if (Check.NotNull(cases).Count is 0 or > Most)
        {
            throw Check.Wrong($"There are {cases.Count} cases; allowed: 1 to {Most}.", nameof(cases), "argument.caseCount", MessageArgument.Number("count", cases.Count), MessageArgument.Number("most", Most));
        }

        options ??= SimulationOptions.Usual;
        RoiEvaluation[] evaluations = [.. cases.Select(source => RoiEvaluator.Evaluate(source, settings, cancellation))];
        if (Obstacles(evaluations) is { Count: > 0 } obstacles)
        {
            throw new ArgumentException($"The cases cannot be compared: {string.Join("; ", obstacles)}.", nameof(cases));
        }

        int place = 0;
        RoiEvaluation first = evaluations[0];
        PeriodResult wanted = period is null ? first.Periods[first.Periods.Count - 1] : first[period];
        while (!ReferenceEquals(first.Periods[place], wanted))
        {
            place++;
        }

        var nothing = new Alternative(null, null, null);
        Alternative[] all = [nothing, .. evaluations.Select(evaluation => new Alternative(evaluation.Case.Name, evaluation, Counted(evaluation.Periods[place], basis)))];
        bool isTaxed = evaluations.All(evaluation => evaluation.Case.Taxation is not null);
        foreach (Alternative one in isTaxed ? all.Skip(1) : [])
        {
            AfterTaxResult result = one.Evaluation!.AfterTax[place];
            one.AfterTax = basis == CaseBasis.Cashable ? result.Cashable : result;
        }

        Draw(all, options, place, basis, cancellation);
        Alternative[] byCost = [.. all.OrderBy(one => one.Result?.TotalCost.Amount ?? 0)];
        return new ComparisonResult(wanted.Period, basis, options)
        {
            Alternatives = Array.AsReadOnly(all),
            Steps = Array.AsReadOnly([.. Enumerable.Range(1, byCost.Length - 1).Select(i => Step(byCost[i - 1], byCost[i], first.Case.Currency, place))]),
            BestAfterTax = isTaxed && all.Skip(1).All(one => one.AfterTax!.NetPresentValue.IsApplicable)
                ? all.OrderByDescending(one => one.AfterTax?.NetPresentValue.Value.Amount ?? 0).First()
                : null,
            Best = first.Terms.DiscountRate is null ? null : all.OrderByDescending(one => one.Result is { } result ? result.NetPresentValue.Value.Amount : 0).First(),
        };
    }

    /// <summary>Why evaluations cannot be compared: messages <c>comparison.currency</c>, <c>comparison.start</c>, <c>comparison.terms</c> and <c>comparison.periods</c>, each with the names of two cases.</summary>
    /// <param name="evaluations">The evaluations.</param>
    /// <returns>Empty where they can be compared.</returns>
    /// <exception cref="ArgumentNullException">The list or one of them is null.</exception>
    public static IReadOnlyList<Message> Obstacles(IReadOnlyList<RoiEvaluation> evaluations)
    {
        var found = new List<Message>();
        foreach (RoiEvaluation other in Check.NotNull(evaluations).Skip(1))
        {
            RoiEvaluation first = evaluations[0];
            Differs("comparison.currency", first.Case.Currency != other.Case.Currency);
            Differs("comparison.start", first.Case.Start != other.Case.Start);
            Differs("comparison.terms", first.Terms.DiscountRate != other.Terms.DiscountRate || first.Terms.DayCount != other.Terms.DayCount || first.Terms.FlowTiming != other.Terms.FlowTiming);
            Differs("comparison.periods", !first.Terms.Periods!.SequenceEqual(other.Terms.Periods!));

            void Differs(string id, bool does)
            {
                if (does)
                {
                    found.Add(new Message(id, MessageArgument.Text("first", first.Case.Name), MessageArgument.Text("second", other.Case.Name)));
                }
            }
        }

        return Array.AsReadOnly([.. found]);
    }

    private static PeriodResult Counted(PeriodResult result, CaseBasis basis) => basis == CaseBasis.Cashable ? result.Cashable : result;

    private static IncrementalStep Step(Alternative from, Alternative to, Currency currency, int place)
    {
        Money none = Money.Zero(currency);
        PeriodResult more = (to.Result ?? from.Result)!;
        Figure<Money> value = more.Projection.IsDiscounted
            ? Figure.Of((to.Result?.NetPresentValue.Value ?? none) - (from.Result?.NetPresentValue.Value ?? none))
            : Figure.NotApplicable<Money>(NotApplicableReason.NoRate);
        return new IncrementalStep(
            from, to, (to.Result?.TotalCost ?? none) - (from.Result?.TotalCost ?? none), (to.Result?.TotalBenefit ?? none) - (from.Result?.TotalBenefit ?? none), value,
            more.IsUnderOneYear ? UnderOneYear() : Rates(from.Result, to.Result, place))
        {
            AfterTax = (to.AfterTax ?? from.AfterTax) is null ? null : StepAfterTax(from.AfterTax, to.AfterTax, none, more.IsUnderOneYear, place),
        };
    }

    private static AfterTaxStep StepAfterTax(AfterTaxResult? from, AfterTaxResult? to, Money none, bool isUnderOneYear, int place)
    {
        bool hasAnswers = from is not { After: null } && to is not { After: null };
        return new AfterTaxStep(
            Difference(result => result.TotalCost), Difference(result => result.TotalBenefit), Difference(result => result.Tax), Difference(result => result.NetPresentValue),
            !hasAnswers ? new InternalRateOfReturnResult(NotApplicableReason.NoTaxRule, RateProof.Descartes)
            : isUnderOneYear ? UnderOneYear() : Rates(from?.After, to?.After, place));

        Figure<Money> Difference(Func<AfterTaxResult, Figure<Money>> of)
        {
            Figure<Money> more = to is null ? Figure.Of(none) : of(to);
            Figure<Money> less = from is null ? Figure.Of(none) : of(from);
            return more.TryGetValue(out Money high) ? less.TryGetValue(out Money low) ? Figure.Of(high - low) : less : more;
        }
    }

    private static InternalRateOfReturnResult UnderOneYear() => new(NotApplicableReason.PeriodUnderOneYear, RateProof.Descartes);

    private static InternalRateOfReturnResult Rates(PeriodResult? from, PeriodResult? to, int place)
    {
        var flows = new SortedDictionary<double, double>();
        Add(to, 1);
        Add(from, -1);
        double[] years = [.. flows.Keys];
        double[] amounts = [.. flows.Values];
        RealsBuffer times = years;
        RealsBuffer values = amounts;
        return ProjectRates.Of(values.Slice(0, amounts.Length), times.Slice(0, years.Length));

        void Add(PeriodResult? result, int sign)
        {
            if (result is null)
            {
                return;
            }

            FlowSums sums = result.Projection.Sums;
            var ownYears = new double[sums.MostNetFlows(place)];
            var own = new double[ownYears.Length];
            int count = sums.NetFlows(place, ownYears, own);
            for (int i = 0; i < count; i++)
            {
                flows[ownYears[i]] = (flows.TryGetValue(ownYears[i], out double sum) ? sum : 0) + (sign * own[i]);
            }
        }
    }

    /// <summary>The same trials for every alternative: how often each is best, and what choosing it costs on average.</summary>
    private static void Draw(Alternative[] all, SimulationOptions options, int place, CaseBasis basis, CancellationToken cancellation)
    {
        if (all[1].Evaluation!.Terms.DiscountRate is null)
        {
            foreach (Alternative one in all)
            {
                one.ProbabilityBest = one.ExpectedRegret = Figure.NotApplicable<Estimate>(NotApplicableReason.NoRate);
            }

            return;
        }

        double[][] values = [.. all.Select(one => one.Evaluation is { } evaluation
            ? Simulation.NetPresentValues(evaluation, options, place, basis, cancellation)
            : new double[options.Trials])];
        int[] wins = new int[all.Length];
        double[][] regrets = [.. all.Select(_ => new double[options.Trials])];
        for (int trial = 0; trial < options.Trials; trial++)
        {
            int best = 0;
            for (int i = 1; i < all.Length; i++)
            {
                best = values[i][trial] > values[best][trial] ? i : best;
            }

            wins[best]++;
            for (int i = 0; i < all.Length; i++)
            {
                regrets[i][trial] = values[best][trial] - values[i][trial];
            }
        }

        for (int i = 0; i < all.Length; i++)
        {
            double share = (double)wins[i] / options.Trials;
            (double mean, double deviation) = Estimators.Moments(regrets[i]);
            all[i].ProbabilityBest = Figure.Of(new Estimate(share, Math.Sqrt(share * (1 - share) / options.Trials)));
            all[i].ExpectedRegret = Figure.Of(new Estimate(mean, deviation / Math.Sqrt(options.Trials)));
        }
    }
}
