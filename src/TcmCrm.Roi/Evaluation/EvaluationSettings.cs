using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What an evaluation uses beside the case.</summary>
/// <remarks>For each term, the first that states it wins: <see cref="Overrides"/>, the case, <see cref="Defaults"/>, <see cref="CaseTerms.Usual"/>.</remarks>
public sealed class EvaluationSettings
{
    private readonly CaseTerms _overrides = CaseTerms.None;
    private readonly CaseTerms _defaults = CaseTerms.None;
    private readonly TaxRules _taxRules = TaxRules.China;
    private readonly IReadOnlyList<Measure> _measures = Array.AsReadOnly<Measure>([]);

    /// <summary>Nothing beyond what the case says.</summary>
    public static EvaluationSettings Default { get; } = new();

    /// <summary>Nothing beyond what the case says but its evaluation periods, which are replaced.</summary>
    /// <param name="periods">1 to 64 periods, each once, in any order.</param>
    /// <exception cref="ArgumentNullException">The periods or one of them is null.</exception>
    /// <exception cref="ArgumentException">None or too many, or one stands twice.</exception>
    public static EvaluationSettings Over(params EvaluationPeriod[] periods) => new() { Overrides = new CaseTerms { Periods = Check.NotNull(periods) } };

    /// <summary>These settings for a question of its own: everything stays but the overrides.</summary>
    /// <param name="overrides">The terms that hold whatever the case states; those that were there are replaced.</param>
    /// <exception cref="ArgumentNullException">The terms are null.</exception>
    public EvaluationSettings WithOverrides(CaseTerms overrides) => new()
    {
        Overrides = Check.NotNull(overrides),
        Defaults = Defaults,
        TaxRules = TaxRules,
        MaximumCells = MaximumCells,
        Measures = Measures,
    };

    /// <summary>Terms that hold whatever the case states: a question of its own.</summary>
    /// <exception cref="ArgumentNullException">The terms are null.</exception>
    public CaseTerms Overrides
    {
        get => _overrides;
        init => _overrides = Check.NotNull(value, nameof(Overrides));
    }

    /// <summary>Terms for what the case does not state: those of the host.</summary>
    /// <exception cref="ArgumentNullException">The terms are null.</exception>
    public CaseTerms Defaults
    {
        get => _defaults;
        init => _defaults = Check.NotNull(value, nameof(Defaults));
    }

    /// <summary>The rules of value-added tax and income tax; those of this library for China by default.</summary>
    /// <exception cref="ArgumentNullException">The rules are null.</exception>
    public TaxRules TaxRules
    {
        get => _taxRules;
        init => _taxRules = Check.NotNull(value, nameof(TaxRules));
    }

    /// <summary>The most work that a case may ask for: lines x months of the longest evaluation period x evaluation periods, 1 to 1,000,000,000; 50,000,000 by default, which
    /// takes a second or two. A case that asks for more is refused with an <see cref="InvalidOperationException"/> whose <see cref="Message.Of"/> is
    /// <c>evaluation.tooMuchWork</c>, before anything is computed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumCells { get; init => field = Check.InRange(value, 1, WorkLimit.Most, nameof(MaximumCells)); } = WorkLimit.Usual;

    /// <summary>Figures of the host's own beside <see cref="Measure.All"/>, each id once and none of theirs.</summary>
    /// <exception cref="ArgumentNullException">The list or one of them is null.</exception>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public IReadOnlyList<Measure> Measures
    {
        get => _measures;
        init => _measures = StandardMeasures.Checked(value);
    }
}
