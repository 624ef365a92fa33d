using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>A difference of means with the error and the degrees of freedom that its method gives it.</summary>
internal readonly struct MeanComparison
{
    public MeanComparison(double estimate, double standardError, double degreesOfFreedom, double rho, double effectiveBefore, double effectiveAfter)
    {
        Estimate = estimate;
        StandardError = standardError;
        DegreesOfFreedom = degreesOfFreedom;
        Rho = rho;
        EffectiveBefore = effectiveBefore;
        EffectiveAfter = effectiveAfter;
    }

    /// <summary>After minus before.</summary>
    public double Estimate { get; }

    public double StandardError { get; }

    public double DegreesOfFreedom { get; }

    /// <summary>The autocorrelation that the error allows for; 0 where the method assumes none.</summary>
    public double Rho { get; }

    public double EffectiveBefore { get; }

    public double EffectiveAfter { get; }

    public double PValue => StudentT.TwoSidedP(Estimate / StandardError, DegreesOfFreedom);

    public double HalfWidth(double confidence) => StudentT.TwoSidedCritical(confidence, DegreesOfFreedom) * StandardError;
}
