using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>What an <see cref="ImpactEstimate"/> is made from.</summary>
internal sealed class EstimateDraft
{
    public EstimateDraft(ImpactMethod method, EvidenceRung rung, EffectUnit unit, bool lowerIsBetter, double confidenceLevel, double? promise)
    {
        Method = method;
        Rung = rung;
        Unit = unit;
        LowerIsBetter = lowerIsBetter;
        ConfidenceLevel = confidenceLevel;
        Promise = promise;
    }

    public ImpactMethod Method { get; }

    public EvidenceRung Rung { get; set; }

    public EffectUnit Unit { get; }

    public bool LowerIsBetter { get; }

    public double ConfidenceLevel { get; }

    public double? Promise { get; }

    public double Estimate { get; private set; }

    /// <summary>The estimate on the scale of the study.</summary>
    public double OnScale { get; private set; }

    public double Lower { get; private set; }

    public double Upper { get; private set; }

    public double? StandardError { get; private set; }

    public double? DegreesOfFreedom { get; private set; }

    public double PValue { get; set; }

    public double? Rho { get; set; }

    public double ObservationsBefore { get; set; }

    public double ObservationsAfter { get; set; }

    public double EffectiveObservations { get; set; }

    public bool IsSeasonAdjusted { get; set; }

    public bool CanBeTrusted { get; set; } = true;

    public bool MayBeChosen { get; set; } = true;

    /// <summary>How far the verdict may go: a design whose assumption cannot be met concludes nothing.</summary>
    public VerdictCap Cap { get; set; }

    public EffectPath? Path { get; set; }

    /// <summary>The order among estimates of the same rung, the first to be chosen lowest.</summary>
    public int OrderInRung { get; set; }

    /// <summary>The detectable improvement with that many further months.</summary>
    public Func<int, double>? Detectable { get; set; }

    /// <summary>The error with that many further months.</summary>
    public Func<int, (double StandardError, double DegreesOfFreedom)>? ErrorAhead { get; private set; }

    public List<Message> Assumptions { get; } = [];

    public List<Message> Warnings { get; } = [];

    /// <summary>An effect with Student's t around it, on the scale of the study.</summary>
    public void SetStudent(double estimate, double standardError, double degreesOfFreedom)
    {
        double half = standardError > 0.0 ? StudentT.TwoSidedCritical(ConfidenceLevel, degreesOfFreedom) * standardError : 0.0;
        SetInterval(estimate, estimate - half, estimate + half);
        StandardError = standardError;
        DegreesOfFreedom = degreesOfFreedom;
        PValue = standardError > 0.0 ? StudentT.TwoSidedP(estimate / standardError, degreesOfFreedom) : estimate == 0.0 ? 1.0 : 0.0;
    }

    /// <summary>Limits on the scale of the study.</summary>
    public void SetInterval(double estimate, double lower, double upper)
    {
        OnScale = estimate;
        Estimate = OnEffectScale(estimate);
        Lower = OnEffectScale(lower);
        Upper = OnEffectScale(upper);
    }

    /// <summary>The error as a function of further months after.</summary>
    public void SetDetectable(Func<int, (double StandardError, double DegreesOfFreedom)> error)
    {
        ErrorAhead = error;
        Detectable = months =>
        {
            (double standardError, double degreesOfFreedom) = error(months);
            return DetectableEffect.AsImprovement(
                DetectableEffect.OnScale(standardError, degreesOfFreedom, ConfidenceLevel), Unit == EffectUnit.Relative, LowerIsBetter);
        };
    }

    private double OnEffectScale(double value) => Unit == EffectUnit.Relative ? ElementaryFunctions.ExpMinusOne(value) : value;
}
