using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Evaluates a business case: one case in, one result out.</summary>
public static class RoiEvaluator
{
    /// <summary>Evaluates a case over its own evaluation periods.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    /// <exception cref="InvalidOperationException">An item is in another currency and a rate for one of its flows is missing.</exception>
    /// <exception cref="OverflowException">A sum leaves the range of <see cref="decimal"/>, 7.9e28, or a period ends after the year 9999.</exception>
    public static RoiEvaluation Evaluate(InvestmentCase investmentCase) => Evaluate(investmentCase, EvaluationSettings.Default);

    /// <summary>Evaluates a case over given evaluation periods.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="horizons">One or more periods, each once, in any order.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">No period, or one twice.</exception>
    /// <exception cref="InvalidOperationException">An item is in another currency and a rate for one of its flows is missing.</exception>
    /// <exception cref="OverflowException">A sum leaves the range of <see cref="decimal"/>, 7.9e28, or a period ends after the year 9999.</exception>
    public static RoiEvaluation Evaluate(InvestmentCase investmentCase, params EvaluationPeriod[] horizons) =>
        Evaluate(investmentCase, new EvaluationSettings(Check.NotNull(horizons)));

    /// <summary>Evaluates a case with settings for what it does not say.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="settings">Periods and discount rate.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">No period, or one twice.</exception>
    /// <exception cref="InvalidOperationException">An item is in another currency and a rate for one of its flows is missing.</exception>
    /// <exception cref="OverflowException">A sum leaves the range of <see cref="decimal"/>, 7.9e28, or a period ends after the year 9999.</exception>
    public static RoiEvaluation Evaluate(InvestmentCase investmentCase, EvaluationSettings settings)
    {
        Check.NotNull(investmentCase);
        EvaluationPeriod[] horizons = EvaluationPeriods.Ordered(Check.NotNull(settings).Horizons ?? investmentCase.Horizons, investmentCase.Start);
        return new RoiEvaluation(investmentCase, horizons, investmentCase.DiscountRate ?? settings.DiscountRate);
    }
}
