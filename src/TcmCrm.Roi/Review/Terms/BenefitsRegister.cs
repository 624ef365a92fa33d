using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Cases;

namespace TcmCrm.Roi.Review;

/// <summary>The approved plan and its later versions (收益登记册). A review measures against the latest, and says what became of the first.</summary>
/// <remarks>Immutable: a re-plan gives another register that still holds every earlier version as it was.</remarks>
/// <example>
/// <code>
/// BenefitsRegister register = BenefitsRegister.Approve(plan, approvedOn: new LocalDate(2024, 12, 20))
///     .Replan(plan.WithGoLive(new LocalDate(2025, 5, 1)), approvedOn: new LocalDate(2025, 2, 10), reason: "late data migration");
/// PlanVersion inForce = register.At(new LocalDate(2025, 1, 31));   // the first version
/// </code>
/// </example>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public sealed class BenefitsRegister
{
    private readonly PlanVersion[] _versions;

    private BenefitsRegister(PlanVersion[] versions) => _versions = versions;

    /// <summary>All versions, the first approved one first.</summary>
    public IReadOnlyList<PlanVersion> Versions => Array.AsReadOnly(_versions);

    /// <summary>The case as first approved.</summary>
    public PlanVersion Original => _versions[0];

    /// <summary>The latest version.</summary>
    public PlanVersion Current => _versions[_versions.Length - 1];

    /// <summary>Opens a register with the case as approved.</summary>
    /// <param name="plan">The case.</param>
    /// <param name="approvedOn">The day of the approval.</param>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    public static BenefitsRegister Approve(InvestmentCase plan, LocalDate approvedOn) => new([new PlanVersion(1, plan, approvedOn, "as approved")]);

    /// <summary>Adds a version. The plan before stays as it is.</summary>
    /// <param name="plan">The new case, of the same currency and start as the first, so that actuals can be held against either.</param>
    /// <param name="approvedOn">The day of the approval, not before the version before.</param>
    /// <param name="reason">Why the plan changes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The reason is blank, or currency or start differ from the first version.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before the version before.</exception>
    public BenefitsRegister Replan(InvestmentCase plan, LocalDate approvedOn, string reason)
    {
        Check.NotNull(plan);
        if (plan.Currency != Original.Plan.Currency || plan.Start != Original.Plan.Start)
        {
            throw Check.Wrong(
                $"The new plan is in {plan.Currency} from {plan.Start.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}; allowed: {Original.Plan.Currency} from {Original.Plan.Start.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}, as the first version.",
                nameof(plan), "argument.newPlan", MessageArgument.Text("found", plan.Currency.Code), MessageArgument.Date("start", plan.Start),
                MessageArgument.Text("currency", Original.Plan.Currency.Code), MessageArgument.Date("first", Original.Plan.Start));
        }

        if (approvedOn < Current.ApprovedOn)
        {
            throw Check.OutOfRange(nameof(approvedOn), approvedOn, "on or after " + Current.ApprovedOn.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                new Message("range.onOrAfter", MessageArgument.Date("date", Current.ApprovedOn)));
        }

        return new BenefitsRegister([.. _versions, new PlanVersion(_versions.Length + 1, plan, approvedOn, reason)]);
    }

    /// <summary>The latest version approved on or before a date; the first where none is.</summary>
    /// <param name="date">The date.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the ISO calendar.</exception>
    public PlanVersion At(LocalDate date)
    {
        Check.Iso(date);
        PlanVersion version = Original;
        foreach (PlanVersion next in _versions)
        {
            version = next.ApprovedOn <= date ? next : version;
        }

        return version;
    }
}
