namespace TcmCrm.Roi.Impact;

/// <summary>What the designs of one study share.</summary>
internal sealed class StudyContext
{
    public StudyContext(ImpactStudy study, StudySeries series, EffectUnit unit)
    {
        Study = study;
        Series = series;
        Unit = unit;
    }

    public ImpactStudy Study { get; }

    public StudySeries Series { get; }

    public EffectUnit Unit { get; }

    public List<EstimateDraft> Drafts { get; } = [];

    public SortedDictionary<ImpactMethod, Message> Unavailable { get; } = new();

    public List<Message> Warnings { get; } = [];

    public EstimateDraft NewDraft(ImpactMethod method, EvidenceRung rung) =>
        new(method, rung, Unit, Study.LowerIsBetter, Study.ConfidenceLevel, Study.Promise);

    public void Refuse(ImpactMethod method, Message reason) => Unavailable.Add(method, reason);
}
