using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Cases;

namespace TcmCrm.Roi.Review;

/// <summary>A plan as it was approved. It is never changed; a re-plan is the next version.</summary>
public sealed class PlanVersion
{
    internal PlanVersion(int number, InvestmentCase plan, LocalDate approvedOn, string reason)
    {
        Number = number;
        Plan = Check.NotNull(plan);
        ApprovedOn = approvedOn;
        Reason = Check.NotBlank(reason);
    }

    /// <summary>1 for the case as first approved.</summary>
    public int Number { get; }

    /// <summary>The case.</summary>
    public InvestmentCase Plan { get; }

    /// <summary>The day of the approval.</summary>
    public LocalDate ApprovedOn { get; }

    /// <summary>Why there is this version.</summary>
    public string Reason { get; }

    /// <summary>Number, date and reason, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "version {0} of {1:uuuu-MM-dd}: {2}", Number, ApprovedOn, Reason);
}
