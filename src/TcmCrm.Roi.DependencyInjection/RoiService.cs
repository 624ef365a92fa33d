using Microsoft.Extensions.Options;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
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
    // A case that was never given evaluation periods holds this very list; one that was given the same three holds its own.
    private static readonly IReadOnlyList<EvaluationPeriod> NotStated =
        InvestmentCase.Create("none", Currency.Cny, new LocalDate(2025, 1, 1)).Horizons;

    private readonly EvaluationPeriod[] _horizons;
    private readonly RoiConvention[] _conventions;

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
        DiscountRate = values.DiscountRate;
        DayCount = values.DayCount;
        FlowTiming = values.FlowTiming;
        _horizons = values.Horizons.Count == 0 ? [.. NotStated] : [.. values.Horizons.Select(EvaluationPeriod.Parse)];
        _conventions = values.Conventions.Count == 0 ? [RoiConvention.Simple] : [.. values.Conventions];
    }

    /// <summary>The currency of new cases.</summary>
    public Currency Currency { get; }

    /// <summary>The yearly discount rate of cases that state none, as a fraction (0.08 is 8 %); null for none.</summary>
    public decimal? DiscountRate { get; }

    /// <summary>The evaluation periods of cases that state none; at least one.</summary>
    public IReadOnlyList<EvaluationPeriod> Horizons => _horizons;

    /// <summary>How time becomes years in new cases.</summary>
    public DayCount DayCount { get; }

    /// <summary>From when the flows of new cases are discounted.</summary>
    public FlowTiming FlowTiming { get; }

    /// <summary>The conventions under which a ROI is published, in the host's order; at least one.</summary>
    public IReadOnlyList<RoiConvention> Conventions => _conventions;

    /// <summary>A case without costs and benefits yet, with the host's currency, discount rate, periods, day count and timing.</summary>
    /// <param name="name">What it is called; not blank.</param>
    /// <param name="goLive">The first day of use.</param>
    /// <param name="start">The first day of the evaluation; the go-live where it is left out.</param>
    /// <returns>The case; its <c>With...</c> methods change what is different in it.</returns>
    /// <exception cref="ArgumentException">The name is blank, or two periods end on the same date counted from the start.</exception>
    public InvestmentCase CreateCase(string name, LocalDate goLive, LocalDate? start = null)
    {
        InvestmentCase created = InvestmentCase.Create(name, Currency, goLive, start)
            .WithHorizons(_horizons)
            .WithDayCount(DayCount)
            .WithFlowTiming(FlowTiming);
        return DiscountRate is { } rate ? created.WithDiscountRate(rate) : created;
    }

    /// <summary>Evaluates a case; where it states no discount rate or no evaluation periods, those of the host are used.</summary>
    /// <param name="investmentCase">The case. Its day count and flow timing are its own: every case has them.</param>
    /// <returns>The figures of every evaluation period.</returns>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    /// <exception cref="ArgumentException">Two periods of the host end on the same date counted from the start of the case.</exception>
    /// <exception cref="InvalidOperationException">An item is in another currency and a rate for one of its flows is missing.</exception>
    public RoiEvaluation Evaluate(InvestmentCase investmentCase)
    {
        if (investmentCase is null)
        {
            throw new ArgumentNullException(nameof(investmentCase));
        }

        EvaluationPeriod[]? horizons = ReferenceEquals(investmentCase.Horizons, NotStated) ? _horizons : null;
        return RoiEvaluator.Evaluate(investmentCase, new EvaluationSettings(horizons, DiscountRate));
    }

    /// <summary>Evaluates a case over given evaluation periods; where it states no discount rate, that of the host is used.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="horizons">One or more periods, each once, in any order.</param>
    /// <returns>The figures of every evaluation period.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">No period, or one twice.</exception>
    /// <exception cref="InvalidOperationException">An item is in another currency and a rate for one of its flows is missing.</exception>
    public RoiEvaluation Evaluate(InvestmentCase investmentCase, params EvaluationPeriod[] horizons)
    {
        if (horizons is null)
        {
            throw new ArgumentNullException(nameof(horizons));
        }

        return RoiEvaluator.Evaluate(investmentCase, new EvaluationSettings(horizons, DiscountRate));
    }

    /// <summary>The ROI of one evaluation period under each of the host's <see cref="Conventions"/>.</summary>
    /// <param name="result">The result of one evaluation period.</param>
    /// <returns>One entry a convention, in the host's order: the ratio (0.6 is 60 %), or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">The result is null.</exception>
    public IReadOnlyList<KeyValuePair<RoiConvention, Figure<decimal>>> ReturnsOnInvestment(HorizonResult result)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        return [.. _conventions.Select(convention => new KeyValuePair<RoiConvention, Figure<decimal>>(convention, result.ReturnOnInvestmentBy(convention)))];
    }
}
