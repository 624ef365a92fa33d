using System.Collections.ObjectModel;
using System.Globalization;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>One line on the benefit side of a case: an id and a name, what it amounts to, how much of it is due to the CRM, when it is realised, and how sure it is.</summary>
/// <remarks>
/// <para>Immutable; the <c>With</c> methods give changed copies; two lines are equal where all members are. What counts of an amount: amount x <see cref="Attribution"/> x (1 - <see cref="RiskReduction"/>).</para>
/// <para>A line that says nothing of its evidence is <see cref="Benefits.Evidence.Assumed"/>, the weakest that is summed.</para>
/// </remarks>
/// <example>
/// <code>
/// BenefitItem sales = SalesGrowth.Uplift("sales", Money.Cny(30_000_000), uplift: 0.05m, contributionMargin: Share.Percent(42))
///     .WithAttribution(Share.Percent(60))            // what the CRM alone may claim
///     .WithEvidence(Evidence.Estimated)
///     .WithOwner("sales director");
/// </code>
/// </example>
public sealed partial class BenefitItem : IEquatable<BenefitItem>
{
    private readonly PoolDraw[] _draws;
    private readonly bool _isDisbenefit;

    /// <summary>A benefit line, whose id is its name: fully attributed to the CRM, realised at once, assumed, without risk reduction. The <c>With</c> methods say otherwise.</summary>
    /// <param name="name">The name that reports and warnings show: 1 to 1,000 characters, not blank, without control characters; not <c>*</c>.</param>
    /// <param name="category">The category it is summed in.</param>
    /// <param name="basis">What it amounts to and when.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentNullException">The basis is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The category is not a named value.</exception>
    public BenefitItem(string name, BenefitCategory category, BenefitBasis basis)
        : this(new Draft
        {
            Id = LineId.OfName(name),
            Name = name,
            Category = category,
            Basis = Check.NotNull(basis),
            Attribution = Share.Whole,
            Profile = RealizationProfile.Immediate,
            Evidence = basis.IsMonetized ? Evidence.Assumed : Evidence.NotMonetized,
            Class = basis.IsMonetized ? basis.UsualClass(Check.Defined(category)) : BenefitClass.Qualitative,
            Owner = string.Empty,
            Draws = [],
        })
    {
    }

    private BenefitItem(Draft draft)
    {
        LineId.OfName(draft.Name!);
        Id = draft.Id;
        Name = draft.Name!;
        Category = Check.Defined(draft.Category, "category");
        Basis = Check.NotNull(draft.Basis, "basis");
        Attribution = draft.Attribution;
        Profile = Check.NotNull(draft.Profile, "profile");
        Evidence = Check.Defined(draft.Evidence, "evidence");
        Class = Check.Defined(draft.Class, "class");
        CashedOut = draft.CashedOut;
        Owner = Check.NotNull(draft.Owner, "owner");
        RiskReduction = draft.RiskReduction;
        Interval = draft.Interval;
        Study = draft.Study;
        StudyInterval = draft.StudyInterval;
        Origin = draft.Origin;
        Uncertainty = draft.Uncertainty;
        _draws = draft.Draws;
        PoolDraws = new ReadOnlyCollection<PoolDraw>(_draws);
        Tags = draft.Tags;
        _isDisbenefit = draft.IsDisbenefit;
        CheckTogether();
    }

    /// <summary>What everything that refers to the line calls it: the first name that it had, unless one was given.</summary>
    public LineId Id { get; }

    /// <summary>The name that reports and warnings show.</summary>
    public string Name { get; }

    /// <summary>The category it is summed in.</summary>
    public BenefitCategory Category { get; }

    /// <summary>Whether it belongs to the long-term block, which is shown apart from the short-term return.</summary>
    public bool IsLongTerm => Category.IsLongTerm();

    /// <summary>What it amounts to and when.</summary>
    public BenefitBasis Basis { get; }

    /// <summary>How much of it is due to the CRM (归因比例).</summary>
    public Share Attribution { get; }

    /// <summary>How much of it is realised month by month after go-live.</summary>
    public RealizationProfile Profile { get; }

    /// <summary>What the amount rests on.</summary>
    public Evidence Evidence { get; }

    /// <summary>How firm its value is.</summary>
    public BenefitClass Class { get; }

    /// <summary>
    /// Whether posts or overtime go with the hours that it saves (岗位或加班费已核减). Saved hours are efficiency, whatever their category and class, until a case says so;
    /// of no meaning for a benefit that saves no hours.
    /// </summary>
    public bool CashedOut { get; }

    /// <summary>Whether it counts on the cashable basis (现金口径): <see cref="BenefitClass.Cashable"/>, and where it saves hours, <see cref="CashedOut"/>.</summary>
    public bool IsCashable => Class == BenefitClass.Cashable && (CashedOut || !Basis.IsSavedHours);

    /// <summary>The class that figures count it in: saved hours are efficiency until they are cashed out.</summary>
    public BenefitClass CountedClass => Class == BenefitClass.Cashable && !IsCashable ? BenefitClass.Efficiency : Class;

    /// <summary>Who answers for it (收益责任人); empty where nobody does.</summary>
    public string Owner { get; }

    /// <summary>Risk adjustment: 5 % lowers the benefit by 5 %, as Forrester's TEI does, and raises a disbenefit by 5 %.</summary>
    public Share RiskReduction { get; }

    /// <summary>What it draws from value pools.</summary>
    public IReadOnlyList<PoolDraw> PoolDraws { get; }

    /// <summary>How far a measured benefit may lie from its estimate; null where it is not known.</summary>
    public BenefitInterval? Interval { get; }

    /// <summary>Whether it is a loss that is stated as one (负收益): its amounts of 0 or more count as less benefit, or its own figures say so, as a negative uplift does.</summary>
    public bool IsDisbenefit => _isDisbenefit || Basis.IsHarm;

    /// <summary>Words of the author's own by which results are shown, such as a channel, in the order given; none by default.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>
    /// The estimate that it was made from: method, evidence, verdict, months and warnings stay with the line. Null for one that was not made from a study, and after
    /// <see cref="WithBasis"/>.
    /// </summary>
    public ImpactEstimate? Study { get; }

    /// <summary>What that study says in a sentence: method, improvement with its interval, verdict, and what of it counts; null without a study.</summary>
    public Message? StudyNote => Study is null ? null : ImpactSummary.OfBenefit(MessageArgument.Line("line", Id, Name), Study, Basis.IsMonetized);

    /// <summary>The interval that the study gave; null without one.</summary>
    internal BenefitInterval? StudyInterval { get; }

    /// <summary>The members of a document, as JSON text, by which the study is asked again; null for a line that was not read so.</summary>
    internal string? Origin { get; }

    /// <summary>How uncertain the amounts are, as a factor on them; null where that is not stated.</summary>
    public Distribution? Uncertainty { get; }

    /// <summary>The currency of the amounts; <see cref="Currency.None"/> for a benefit that is not monetised.</summary>
    public Currency Currency => Basis.Currency;

    /// <summary>
    /// What its amounts are multiplied with: attribution x (1 - risk adjustment), and for a disbenefit, which prudence makes larger, attribution x (1 + risk
    /// adjustment); negative where the line alone says that it is a loss.
    /// </summary>
    internal decimal CountedFactor =>
        IsDisbenefit ? (_isDisbenefit ? -1 : 1) * (Attribution.Value * (1 + RiskReduction.Value)) : Attribution.Value * RiskReduction.Complement.Value;

    /// <summary>The ratio to the estimate at the end of the interval that is worse for the case; 1 without an interval.</summary>
    internal decimal WorseRatio => Interval is null ? 1 : IsDisbenefit ? Interval.UpperRatio : Interval.LowerRatio;

    /// <summary>The ratio to the estimate at the end of the interval that is better for the case; 1 without an interval.</summary>
    internal decimal BetterRatio => Interval is null ? 1 : IsDisbenefit ? Interval.LowerRatio : Interval.UpperRatio;

    /// <summary>A copy with an id of its own, which stays when the line is renamed.</summary>
    /// <param name="id">The id, unique over the costs and benefits of a case.</param>
    /// <exception cref="ArgumentException">It is <see cref="LineId.None"/>.</exception>
    public BenefitItem WithId(LineId id) => With(draft => draft.Id = LineId.Given(id));

    /// <summary>A copy with another name and the same id: what refers to the line still does.</summary>
    /// <param name="name">The new name.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    public BenefitItem WithName(string name) => With(draft => draft.Name = name);

    /// <summary>A copy with other amounts; everything else stays.</summary>
    /// <param name="basis">What it amounts to and when: with amounts where the line has some, in words where it has none.</param>
    /// <exception cref="ArgumentNullException">The basis is null.</exception>
    /// <exception cref="ArgumentException">The basis is in words and the line has amounts, or the reverse, or it takes no profile and the line has one.</exception>
    public BenefitItem WithBasis(BenefitBasis basis) => With(draft =>
    {
        draft.Basis = basis;
        draft.Study = null;
        draft.StudyInterval = null;
        draft.Origin = null;
    });

    /// <summary>A copy of which a share is due to the CRM.</summary>
    /// <param name="attribution">The share.</param>
    public BenefitItem WithAttribution(Share attribution) => With(draft => draft.Attribution = attribution);

    /// <summary>A copy with a realisation profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <exception cref="ArgumentException">The basis is plain dated amounts or not monetised, and the profile is not immediate.</exception>
    public BenefitItem WithProfile(RealizationProfile profile) => With(draft => draft.Profile = profile);

    /// <summary>A copy with evidence.</summary>
    /// <param name="evidence">Measured, estimated or assumed. A copy that is not measured has no interval.</param>
    /// <exception cref="ArgumentException">Not monetised for a line with amounts, or the reverse.</exception>
    public BenefitItem WithEvidence(Evidence evidence) => With(draft =>
    {
        draft.Evidence = evidence;
        draft.Interval = evidence == Evidence.Measured ? draft.Interval : null;
    });

    /// <summary>A copy that is measured, with an interval.</summary>
    /// <param name="interval">How far it may lie from its estimate.</param>
    /// <exception cref="ArgumentNullException">The interval is null.</exception>
    /// <exception cref="ArgumentException">The line has no amounts.</exception>
    public BenefitItem WithInterval(BenefitInterval interval) => With(draft =>
    {
        draft.Evidence = Evidence.Measured;
        draft.Interval = Check.NotNull(interval);
    });

    /// <summary>A copy of which the saved hours end payments: posts or overtime go. It is cashable then.</summary>
    /// <exception cref="ArgumentException">It saves no hours: its class says whether it is cashable.</exception>
    public BenefitItem WithCashedOut() => With(draft =>
    {
        draft.CashedOut = true;
        draft.Class = BenefitClass.Cashable;
    });

    /// <summary>A copy of a class.</summary>
    /// <param name="benefitClass">Cashable or efficiency. Saved hours count as cashable only <see cref="WithCashedOut"/>.</param>
    /// <exception cref="ArgumentException">Qualitative for a line with amounts, or the reverse.</exception>
    public BenefitItem WithClass(BenefitClass benefitClass) => With(draft => draft.Class = benefitClass);

    /// <summary>A copy that somebody answers for.</summary>
    /// <param name="owner">A name or a role; empty for nobody.</param>
    /// <exception cref="ArgumentNullException">The owner is null.</exception>
    public BenefitItem WithOwner(string owner) => With(draft => draft.Owner = owner);

    /// <summary>A copy with a risk adjustment.</summary>
    /// <param name="riskReduction">The part that is taken off.</param>
    public BenefitItem WithRiskReduction(Share riskReduction) => With(draft => draft.RiskReduction = riskReduction);

    /// <summary>A copy with an uncertain factor on its amounts.</summary>
    /// <param name="uncertainty">The factor, 1 being the plan; null takes it away.</param>
    public BenefitItem WithUncertainty(Distribution? uncertainty) => With(draft => draft.Uncertainty = uncertainty);

    /// <summary>A copy that draws on value pools; replaces earlier draws.</summary>
    /// <param name="draws">The draws, at most one a pool.</param>
    /// <exception cref="ArgumentException">Two draws name one pool.</exception>
    public BenefitItem WithPoolDraws(params PoolDraw[] draws)
    {
        var copy = (PoolDraw[])Check.NotNull(draws).Clone();
        for (int i = 0; i < copy.Length; i++)
        {
            Check.NotNull(copy[i], nameof(draws));
            for (int j = 0; j < i; j++)
            {
                if (copy[j].PoolId == copy[i].PoolId)
                {
                    throw Check.Wrong($"Two draws name the pool '{copy[i].PoolId}'; allowed: one.", nameof(draws), "argument.poolDrawnTwice", MessageArgument.Text("pool", copy[i].PoolId));
                }
            }
        }

        return With(draft => draft.Draws = copy);
    }

    /// <summary>A copy that is a loss (负收益): its amounts count as less benefit, a risk adjustment raises them, and the upper end of an interval is the worse one.</summary>
    /// <exception cref="ArgumentException">It is not monetised, or its own figures make it a loss already.</exception>
    public BenefitItem AsDisbenefit() => With(draft =>
    {
        // Silence must not take a loss off the cash basis: what is lost is money unless the case says that it is hours or efficiency.
        draft.IsDisbenefit = true;
        draft.Class = Basis.IsMonetized && !Basis.IsSavedHours && Class == Basis.UsualClass(Category) ? BenefitClass.Cashable : Class;
    });

    /// <summary>The class that it has unless the case states one: what is lost is cash, whatever its category.</summary>
    internal BenefitClass UsualClass => _isDisbenefit && !Basis.IsSavedHours ? BenefitClass.Cashable : Basis.UsualClass(Category);

    /// <summary>A copy with tags in place of those it had.</summary>
    /// <param name="tags">Up to 50, each once, of 1 to 100 characters, not blank, without control characters, not <c>*</c>.</param>
    /// <exception cref="ArgumentNullException">The tags or one of them is null.</exception>
    /// <exception cref="ArgumentException">Too many tags, one that is not allowed, or one that stands twice.</exception>
    public BenefitItem WithTags(params string[] tags)
    {
        IReadOnlyList<string> copy = LineTags.Of(tags, nameof(tags));
        return With(draft => draft.Tags = copy);
    }

    /// <summary>A copy that keeps the study that it was made from.</summary>
    internal BenefitItem WithStudy(ImpactEstimate study) => With(draft => draft.Study = study);

    /// <summary>A copy with the interval that its study gives.</summary>
    internal BenefitItem WithStudyInterval(BenefitInterval interval) => WithInterval(interval).With(draft => draft.StudyInterval = interval);

    /// <summary>A copy that keeps the members of the document that its study was asked by.</summary>
    internal BenefitItem WithOrigin(string? origin) => With(draft => draft.Origin = origin);

    /// <inheritdoc/>
    public bool Equals(BenefitItem? other) =>
        other is not null && Id == other.Id && Name == other.Name && Category == other.Category && Attribution == other.Attribution && Evidence == other.Evidence
        && Class == other.Class && CashedOut == other.CashedOut && Owner == other.Owner && RiskReduction == other.RiskReduction && Profile.Equals(other.Profile) && Basis.Equals(other.Basis)
        && Equals(Interval, other.Interval) && Equals(Uncertainty, other.Uncertainty) && Equals(Study, other.Study) && Origin == other.Origin && _isDisbenefit == other._isDisbenefit && Tags.SequenceEqual(other.Tags) && _draws.AsEnumerable().SequenceEqual(other._draws);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BenefitItem);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The invariant text, for example <c>Retention: fewer lost pharmacies (retention, CNY)</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} ({2}, {3})", Category, Name, Basis.Kind, Currency);

    /// <summary>The line within a message: programs read its id, words show its name.</summary>
    internal MessageArgument Argument(string name = "line") => MessageArgument.Line(name, Id, Name);

    /// <summary>Writes the full amounts, with the profile but before attribution and risk.</summary>
    internal void Record(CaseTimeline timeline, FlowRecorder recorder) => Basis.Record(timeline, Profile, recorder);

    private void CheckTogether()
    {
        if (Basis.IsMonetized == (Evidence == Evidence.NotMonetized))
        {
            throw Invalid("evidence", Basis.IsMonetized ? "argument.evidenceOfAmounts" : "argument.evidenceOfWords", Basis.IsMonetized ? "has amounts; allowed: Measured, Estimated, Assumed" : "is not monetised; allowed: NotMonetised");
        }

        if (Basis.IsMonetized == (Class == BenefitClass.Qualitative))
        {
            throw Invalid("class", Basis.IsMonetized ? "argument.classOfAmounts" : "argument.classOfWords", Basis.IsMonetized ? "has amounts; allowed: Cashable, Efficiency" : "is not monetised; allowed: Qualitative");
        }

        if (CashedOut && (!Basis.IsSavedHours || Class != BenefitClass.Cashable))
        {
            throw Invalid("cashedOut", Basis.IsSavedHours ? "argument.cashedOutNotCashable" : "argument.cashedOutWithoutHours", Basis.IsSavedHours ? "says that posts or overtime go; allowed: Cashable" : "saves no hours; its class alone says whether it is cashable");
        }

        if (!Basis.UsesProfile && !Profile.IsImmediate)
        {
            throw Invalid("profile", "argument.profileOfDated", $"is of the kind '{Basis.Kind}', which says itself when it comes; allowed: Immediate");
        }

        if (_isDisbenefit && (Basis.IsHarm || !Basis.IsMonetized))
        {
            throw Invalid("disbenefit", Basis.IsHarm ? "argument.disbenefitTwice" : "argument.disbenefitOfWords", Basis.IsHarm ? "is a loss by its own figures; allowed: to say so once" : "is not monetised, so that there is nothing to subtract");
        }

        if (Interval is not null && Evidence != Evidence.Measured)
        {
            throw Invalid("interval", "argument.intervalNotMeasured", $"has the evidence {Evidence}; an interval is allowed for Measured");
        }

        ArgumentException Invalid(string parameter, string id, string reason) =>
            Check.Wrong($"The {parameter} does not fit: the benefit '{Name}' {reason}.", parameter, id, MessageArgument.Text("benefit", Name));
    }

    private BenefitItem With(Action<Draft> change)
    {
        var draft = new Draft
        {
            Id = Id,
            Name = Name,
            Category = Category,
            Basis = Basis,
            Attribution = Attribution,
            Profile = Profile,
            Evidence = Evidence,
            Class = Class,
            CashedOut = CashedOut,
            Owner = Owner,
            RiskReduction = RiskReduction,
            Interval = Interval,
            Study = Study,
            StudyInterval = StudyInterval,
            Origin = Origin,
            Uncertainty = Uncertainty,
            Draws = _draws,
            Tags = Tags,
            IsDisbenefit = _isDisbenefit,
        };
        change(draft);
        return new BenefitItem(draft);
    }

    private sealed class Draft
    {
        internal LineId Id;
        internal string? Name;
        internal BenefitCategory Category;
        internal BenefitBasis? Basis;
        internal Share Attribution;
        internal RealizationProfile? Profile;
        internal Evidence Evidence;
        internal BenefitClass Class;
        internal bool CashedOut;
        internal string? Owner;
        internal Share RiskReduction;
        internal BenefitInterval? Interval;
        internal ImpactEstimate? Study;
        internal BenefitInterval? StudyInterval;
        internal string? Origin;
        internal Distribution? Uncertainty;
        internal PoolDraw[] Draws = [];
        internal IReadOnlyList<string> Tags = LineTags.None;
        internal bool IsDisbenefit;
    }
}
