using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

/// <summary>Reviews a case: the approved plan and the actuals up to a month in, the state and the outlook out.</summary>
/// <example>
/// <code>
/// var actuals = new Actuals(
/// [
///     Actual.Cost("data", new YearMonth(2025, 1), Money.Cny(95_000), document: "FP-001"),
///     Actual.Cost("seats", new YearMonth(2025, 3), Money.Cny(18_000)),
///     Actual.Benefit("sales", new YearMonth(2025, 4), Money.Cny(20_000)),
/// ]);
/// ReviewReport report = CaseReview.Review(plan, actuals, asOf: new YearMonth(2025, 4));
/// foreach (Finding finding in report.Findings)
/// {
///     Console.WriteLine($"{finding.Rule}: {finding.AtStake}");   // the most money at stake first
/// }
/// </code>
/// </example>
public static class CaseReview
{
    /// <summary>Reviews a case against its own plan.</summary>
    /// <param name="plan">The case as approved.</param>
    /// <param name="actuals">The observations; those after the month are not used, and their order says nothing.</param>
    /// <param name="asOf">The last month that counts as past; not before the start of the case.</param>
    /// <param name="settings">Policy, contracts, rules; <see cref="ReviewSettings.Default"/> by default.</param>
    /// <param name="cancellation">Ends the run; asked once a line and once a rule.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An actual names a line that the case does not have.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The month lies before the start of the case, or more than a hundred years after.</exception>
    /// <exception cref="InvalidOperationException">An item is in another currency and a rate for one of its flows is missing, or the plan asks for more than
    /// <see cref="ReviewSettings.MaximumCells"/>.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    /// <exception cref="OverflowException">A sum or a present value leaves the range of <see cref="decimal"/>, 7.9e28.</exception>
    public static ReviewReport Review(InvestmentCase plan, Actuals actuals, YearMonth asOf, ReviewSettings? settings = null, CancellationToken cancellation = default) =>
        ReviewVersion(BenefitsRegister.Approve(plan, Check.NotNull(plan).Start), actuals, asOf, settings, cancellation);

    /// <summary>Reviews the version of a register that was in force in the month.</summary>
    /// <param name="register">The approved plan and its later versions.</param>
    /// <param name="actuals">The observations; those after the month are not used, and their order says nothing.</param>
    /// <param name="asOf">The last month that counts as past; not before the start of the case.</param>
    /// <param name="settings">Policy, contracts, rules; <see cref="ReviewSettings.Default"/> by default.</param>
    /// <param name="cancellation">Ends the run; asked once a line and once a rule.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An actual names a line that the case does not have.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The month lies before the start of the case, or more than a hundred years after.</exception>
    /// <exception cref="InvalidOperationException">An item is in another currency and a rate for one of its flows is missing, or the plan asks for more than
    /// <see cref="ReviewSettings.MaximumCells"/>.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    /// <exception cref="OverflowException">A sum or a present value leaves the range of <see cref="decimal"/>, 7.9e28.</exception>
    public static ReviewReport ReviewVersion(BenefitsRegister register, Actuals actuals, YearMonth asOf, ReviewSettings? settings = null, CancellationToken cancellation = default)
    {
        Check.NotNull(register);
        Check.NotNull(actuals);
        Check.Start(Check.Iso(asOf).OnDayOfMonth(1), nameof(asOf));
        return new ReviewBuilder(register.At(asOf.PlusMonths(1).OnDayOfMonth(1).PlusDays(-1)), actuals, asOf, settings ?? ReviewSettings.Default, cancellation).Build();
    }

    /// <summary>The month that a review speaks of where nobody says: the latest in which at least half of the lines with a planned amount have a row of money.</summary>
    /// <param name="plan">The case as approved.</param>
    /// <param name="actuals">The observations. One that comes after the month is not used, and the review says so.</param>
    /// <param name="month">The month, not before the start of the case; 0001-01 where there is none.</param>
    /// <param name="settings">Whose defaults hold for what the case does not state; <see cref="ReviewSettings.Default"/> by default.</param>
    /// <returns>
    /// False where no cost and no benefit was observed from the start on. Where no month has half of its lines, the latest month with money is taken.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">An item is in another currency and a rate for one of its flows is missing.</exception>
    public static bool TryFindMonth(InvestmentCase plan, Actuals actuals, out YearMonth month, ReviewSettings? settings = null)
    {
        Check.NotNull(plan);
        Check.NotNull(actuals);
        CaseTerms terms = (settings ?? ReviewSettings.Default).Defaults;
        return DefaultMonth.TryFind(Projection.Of(plan, plan.Terms.Or(terms)), actuals, out month);
    }
}
