namespace TcmCrm.Roi.Impact;

/// <summary>
/// What a study will need, told before go-live: how many months before and after it show a promise of a certain size at the noise of the series, alone and against a
/// control. "Show" is the power of 80 %: if the improvement is as large as promised, four studies of five find that there is one, at the confidence level of the study. That
/// the promise is kept in full takes longer. The noise of the months before is itself an estimate, and what is said of it stands in <see cref="Notes"/>.
/// </summary>
public sealed class ImpactPlan
{
    /// <summary>Nobody waits longer than three years to begin.</summary>
    private const int LongestPrelude = 36;

    /// <summary>Fewer degrees of freedom show the noise to a fifth at best.</summary>
    private const int FewDegrees = 20;

    private static readonly int[] Printed = [0, 6, 12, 24];

    private readonly PlannedDesign? _own;
    private readonly PlannedDesign? _compared;
    private readonly double _promise;

    private ImpactPlan(ImpactStudy study)
    {
        Study = study;
        _promise = study.Promise ?? throw Check.Wrong("The study has no promise; a plan is made for one.", nameof(study), "argument.noPromise");
        StudyContext context = StudyPreparation.Prepare(study, out _, out StudySeries? gap);
        Unit = context.Unit;
        MonthsBefore = context.Series.Before;
        _own = PlannedDesign.Of(context, context.Series, isGap: false, out Message? own);
        Message? compared = new("planNoControl");
        _compared = gap is null ? null : PlannedDesign.Of(context, gap, isGap: true, out compared);
        OwnReason = own;
        ControlReason = compared;
        int? best = _own is null ? null : Fewest(_own);
        int? bestCompared = _compared is null ? null : Fewest(_compared);
        Rows = Array.AsReadOnly(_own is null && _compared is null ? [] : Printed.Concat(new[] { best, bestCompared }.OfType<int>()).Distinct().OrderBy(further => further).Select(Row).ToArray());
        Shortest = Rows.FirstOrDefault(row => row.FurtherMonthsBefore == best);
        ShortestWithControl = Rows.FirstOrDefault(row => row.FurtherMonthsBefore == bestCompared);
        Notes = Array.AsReadOnly(NotesOf(context).ToArray());
    }

    /// <summary>The study that is planned.</summary>
    public ImpactStudy Study { get; }

    /// <summary>What the numbers of improvements mean.</summary>
    public EffectUnit Unit { get; }

    /// <summary>The months before go-live that have a value.</summary>
    public int MonthsBefore { get; }

    /// <summary>The standard deviation of a month about level, trend and season, on the scale of the study (0.04 is about 4 % on the log scale); null where it cannot be told.</summary>
    public double? Noise => _own?.Noise;

    /// <summary>What is left of it the month after, -0.95 to 0.95; null where it cannot be told.</summary>
    public double? Autocorrelation => _own?.Rho;

    /// <summary>The noise of the gap to the control; null without one, or where it cannot be told.</summary>
    public double? NoiseWithControl => _compared?.Noise;

    /// <summary>By further months before go-live, ascending, the first with none; empty where nothing can be told.</summary>
    public IReadOnlyList<ImpactPlanRow> Rows { get; }

    /// <summary>The row with the fewest months from now on, before and after go-live together; null where ten years after are not enough, or nothing can be told.</summary>
    public ImpactPlanRow? Shortest { get; }

    /// <summary>The same against the control.</summary>
    public ImpactPlanRow? ShortestWithControl { get; }

    /// <summary>Why nothing can be told for the series alone; null where it can.</summary>
    public Message? OwnReason { get; }

    /// <summary>Why nothing can be told for the comparison with a control, that there is none among it; null where it can.</summary>
    public Message? ControlReason { get; }

    /// <summary>What has to be known besides: what the guards of the study find already, that the noise is a rough estimate.</summary>
    public IReadOnlyList<Message> Notes { get; }

    /// <summary>The plan in sentences, in the order in which they are read.</summary>
    public IReadOnlyList<Message> Summary
    {
        get
        {
            var said = new List<Message>();
            Add(said, "planOwn", _own, OwnReason, Shortest, row => row.MonthsAfter);
            Add(said, "planControl", _compared, ControlReason, ShortestWithControl, row => row.MonthsAfterWithControl);
            if (Rows.Count > 0)
            {
                said.Add(new Message("planPower", EffectText.Part("promise", _promise, Unit), EffectText.Level("level", Study.ConfidenceLevel)));
            }

            said.AddRange(Notes);
            return said.AsReadOnly();
        }
    }

    /// <summary>An invariant text: <c>24 before: 11 after</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Rows.Count == 0 ? "no plan" : Rows[0].ToString();

    internal static ImpactPlan Of(ImpactStudy study) => new(study);

    private static double? Finite(double? value) => value is { } number && !double.IsInfinity(number) ? number : null;

    /// <summary>How many further months before go-live make before and after together the fewest; null where none does.</summary>
    private int? Fewest(PlannedDesign design)
    {
        int? best = null;
        int fewest = int.MaxValue;
        for (int further = 0; further <= LongestPrelude && further < fewest; further++)
        {
            int shown = further;
            // A wait beyond the best one is not looked for.
            int? after = DetectableEffect.MonthsNeeded(_promise, months => shown + months < fewest ? design.Detectable(shown, months) : double.PositiveInfinity);
            if (after is { } needed)
            {
                best = further;
                fewest = further + needed;
            }
        }

        return best;
    }

    private ImpactPlanRow Row(int further) => new()
    {
        MonthsBefore = MonthsBefore + further,
        FurtherMonthsBefore = further,
        MonthsAfter = _own?.MonthsAfter(further, _promise),
        MonthsAfterWithControl = _compared?.MonthsAfter(further, _promise),
        DetectableAfterYear = Finite(_own?.Detectable(further, 12)),
        DetectableAfterYearWithControl = Finite(_compared?.Detectable(further, 12)),
    };

    private void Add(List<Message> said, string id, PlannedDesign? design, Message? reason, ImpactPlanRow? shortest, Func<ImpactPlanRow, int?> after)
    {
        if (design is null)
        {
            said.Add(new Message(id + ".none", MessageArgument.Part("reason", reason!)));
            return;
        }

        said.Add(after(Rows[0]) is { } months
            ? new Message(id, MessageArgument.Number("before", MonthsBefore), MessageArgument.Number("after", months), EffectText.Part("promise", _promise, Unit))
            : new Message(id + ".never", MessageArgument.Number("before", MonthsBefore), EffectText.Part("promise", _promise, Unit)));
        if (shortest is { FurtherMonthsBefore: > 0 })
        {
            said.Add(new Message(
                id + ".shortest", MessageArgument.Number("more", shortest.FurtherMonthsBefore), MessageArgument.Number("after", after(shortest)!.Value),
                MessageArgument.Number("together", shortest.FurtherMonthsBefore + after(shortest)!.Value)));
        }
    }

    private IEnumerable<Message> NotesOf(StudyContext context)
    {
        foreach (Message note in context.Warnings.Concat(_own?.Notes ?? []).Concat(_compared?.Notes ?? []).Distinct())
        {
            yield return note;
        }

        PlannedDesign?[] few = [_own, _compared];
        int degrees = few.OfType<PlannedDesign>().Select(design => design.ResidualDegrees).DefaultIfEmpty(FewDegrees).Min();
        if (degrees < FewDegrees)
        {
            yield return new Message("planRoughNoise", MessageArgument.Number("degrees", degrees), MessageArgument.Ratio("within", 1.0 / Math.Sqrt(2.0 * degrees), 0));
        }
    }
}
