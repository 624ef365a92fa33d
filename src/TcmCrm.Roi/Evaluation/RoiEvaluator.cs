using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Evaluates a business case: one case in, one result out.</summary>
/// <example>
/// <code>
/// RoiEvaluation evaluation = RoiEvaluator.Evaluate(crm);
/// PeriodResult threeYears = evaluation[EvaluationPeriod.ThreeYears];
/// Figure&lt;Money&gt; npv = threeYears.NetPresentValue;
/// Figure&lt;decimal&gt; onCashAlone = threeYears.Cashable.ReturnOnInvestment;
/// foreach (Message warning in evaluation.Warnings)
/// {
///     Console.WriteLine(Language.Of("zh").Say(warning));
/// }
/// </code>
/// </example>
public static class RoiEvaluator
{
    /// <summary>Evaluates a case by its own terms, and by settings where it states none.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="settings">Overrides, defaults and further measures; <see cref="EvaluationSettings.Default"/> where null.</param>
    /// <param name="cancellation">Ends the run; asked once a line.</param>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    /// <exception cref="ArgumentException">Two evaluation periods end on the same date.</exception>
    /// <exception cref="InvalidOperationException">A line is in another currency and a rate for one of its flows is missing, or the case asks for more than
    /// <see cref="EvaluationSettings.MaximumCells"/>.</exception>
    /// <exception cref="OverflowException">An amount in another currency comes to more than 1e22 (a cost) or 1e18 (a benefit) when it is converted, a sum leaves the range of
    /// <see cref="decimal"/>, 7.9e28, or a period ends after the year 9999.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static RoiEvaluation Evaluate(InvestmentCase investmentCase, EvaluationSettings? settings = null, CancellationToken cancellation = default)
    {
        Check.NotNull(investmentCase);
        settings ??= EvaluationSettings.Default;
        CaseTerms stated = settings.Overrides.Or(investmentCase.Terms).Or(settings.Defaults);
        return new RoiEvaluation(Projection.Of(investmentCase, stated, settings.MaximumCells, cancellation), settings);
    }
}
