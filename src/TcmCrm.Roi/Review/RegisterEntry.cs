using NodaTime;
using TcmCrm.Roi.Benefits;

namespace TcmCrm.Roi.Review;

/// <summary>One benefit of the register as the review sees it.</summary>
public sealed class RegisterEntry
{
    internal RegisterEntry(ReviewLine line, BenefitItem benefit, Money forecast, decimal? baseline, BenefitStatus status, LocalDate nextReview)
    {
        Line = line;
        Benefit = benefit;
        Forecast = forecast;
        Baseline = baseline;
        Status = status;
        NextReview = nextReview;
    }

    /// <summary>The line with its plan, its actuals and their difference.</summary>
    public ReviewLine Line { get; }

    /// <summary>The benefit of the case.</summary>
    public BenefitItem Benefit { get; }

    /// <summary>The name.</summary>
    public string Name => Benefit.Name;

    /// <summary>Who answers for it; empty where nobody does.</summary>
    public string Owner => Benefit.Owner;

    /// <summary>What its plan rests on.</summary>
    public Evidence Evidence => Benefit.Evidence;

    /// <summary>The plan to date.</summary>
    public Money Plan => Line.Variance.Plan;

    /// <summary>Measured to date.</summary>
    public Money Actual => Line.Variance.Actual;

    /// <summary>What it comes to by the end of the longest evaluation period.</summary>
    public Money Forecast { get; }

    /// <summary>The value before go-live that was recorded as baseline under the benefit's name, in the unit of its measure; null where none was.</summary>
    public decimal? Baseline { get; }

    /// <summary>Whether a baseline was recorded under the benefit's name.</summary>
    public bool HasBaseline => Baseline is not null;

    /// <summary>Where it stands.</summary>
    public BenefitStatus Status { get; }

    /// <summary>When it is looked at next.</summary>
    public LocalDate NextReview { get; }

    /// <summary>Name, status and money, invariant.</summary>
    public override string ToString() => $"{Name}: {Status}, {Actual} of {Plan}";
}
