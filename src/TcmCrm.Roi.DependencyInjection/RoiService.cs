using Microsoft.Extensions.Options;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi;

/// <summary>Creates and evaluates cases with the defaults of the host, <see cref="TcmCrmRoiOptions"/>.</summary>
/// <remarks>
/// Immutable after construction and safe to use from several threads; register it once, as
/// <see cref="TcmCrmRoiServiceCollectionExtensions.AddTcmCrmRoi(Microsoft.Extensions.DependencyInjection.IServiceCollection)"/> does. The options are
/// read when it is created: later changes of a configuration file do not alter figures half-way through a session.
/// </remarks>
public sealed class RoiService
{
    private readonly EvaluationSettings _settings;
    private readonly IReadOnlyList<RoiConvention> _conventions;

    /// <summary>A service with the defaults of a host.</summary>
    /// <param name="options">The options; checked here where they were not before.</param>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <exception cref="OptionsValidationException">Some option is wrong; the message lists all that are.</exception>
    public RoiService(IOptions<TcmCrmRoiOptions> options)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        TcmCrmRoiOptions values = options.Value;
        // A host without a container passes Options.Create(...), which nothing has checked.
        ValidateOptionsResult check = new TcmCrmRoiOptionsValidator().Validate(Options.DefaultName, values);
        if (check.Failed)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(TcmCrmRoiOptions), check.Failures);
        }

        Currency = Currency.Of(values.Currency);
        Defaults = new CaseTerms
        {
            Periods = values.Horizons.Count == 0 ? null : [.. values.Horizons.Select(EvaluationPeriod.Parse)],
            DiscountRate = values.DiscountRate,
            DayCount = values.DayCount,
            FlowTiming = values.FlowTiming,
        };
        _settings = new EvaluationSettings { Defaults = Defaults, MaximumCells = values.MaximumCells ?? EvaluationSettings.Default.MaximumCells };
        _conventions = Array.AsReadOnly<RoiConvention>(values.Conventions.Count == 0 ? [RoiConvention.Simple] : [.. values.Conventions]);
    }

    /// <summary>The currency of new cases.</summary>
    public Currency Currency { get; }

    /// <summary>The terms of cases that state none: what the host leaves open here is taken from <see cref="CaseTerms.Usual"/>.</summary>
    public CaseTerms Defaults { get; }

    /// <summary>The conventions under which a ROI is published, in the host's order; at least one.</summary>
    public IReadOnlyList<RoiConvention> Conventions => _conventions;

    /// <summary>A case without costs and benefits yet, in the host's currency. It states no terms: those of the host hold when this service evaluates it,
    /// also after it was written and read again.</summary>
    /// <param name="name">What the case is called; not blank.</param>
    /// <param name="goLive">The first day of use.</param>
    /// <param name="start">The first day of the evaluation; go-live where null.</param>
    /// <returns>The case; its <c>With...</c> methods state what is different in it.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public InvestmentCase CreateCase(string name, LocalDate goLive, LocalDate? start = null) => InvestmentCase.Create(name, Currency, goLive, start);

    /// <summary>Evaluates a case; for each term that it does not state, that of the host is used.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <returns>The figures of every evaluation period.</returns>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    /// <exception cref="InvalidOperationException">A line is in another currency and a rate for one of its flows is missing, or the case asks for more than
    /// <see cref="TcmCrmRoiOptions.MaximumCells"/>.</exception>
    public RoiEvaluation Evaluate(InvestmentCase investmentCase) => RoiEvaluator.Evaluate(investmentCase, _settings);

    /// <summary>Evaluates a case as <see cref="Evaluate(InvestmentCase)"/> does, for a caller who may leave.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="cancellation">Ends the run; asked once a line.</param>
    /// <returns>The figures of every evaluation period.</returns>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    /// <exception cref="InvalidOperationException">A line is in another currency and a rate for one of its flows is missing, or the case asks for more than
    /// <see cref="TcmCrmRoiOptions.MaximumCells"/>.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public RoiEvaluation Evaluate(InvestmentCase investmentCase, CancellationToken cancellation) => RoiEvaluator.Evaluate(investmentCase, _settings, cancellation);

    /// <summary>Evaluates a case over given evaluation periods; for every other term that it does not state, that of the host is used.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="periods">One or more periods, each once, in any order.</param>
    /// <returns>The figures of every evaluation period.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">No period, or one twice.</exception>
    /// <exception cref="InvalidOperationException">A line is in another currency and a rate for one of its flows is missing, or the case asks for more than
    /// <see cref="TcmCrmRoiOptions.MaximumCells"/>.</exception>
    public RoiEvaluation Evaluate(InvestmentCase investmentCase, params EvaluationPeriod[] periods) => RoiEvaluator.Evaluate(
        investmentCase,
        new EvaluationSettings { Overrides = new CaseTerms { Periods = periods ?? throw new ArgumentNullException(nameof(periods)) }, Defaults = Defaults, MaximumCells = _settings.MaximumCells });

    /// <summary>The ROI of one evaluation period under each of the host's <see cref="Conventions"/>.</summary>
    /// <param name="result">The result of the period.</param>
    /// <returns>One entry a convention, in the host's order: the ratio (0.6 is 60 %), or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">The result is null.</exception>
    public IReadOnlyList<KeyValuePair<RoiConvention, Figure<decimal>>> ReturnsOnInvestment(PeriodResult result)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        return Array.AsReadOnly(_conventions.Select(convention => new KeyValuePair<RoiConvention, Figure<decimal>>(convention, result.ReturnOnInvestmentBy(convention))).ToArray());
    }
}
