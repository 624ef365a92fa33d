using System.Globalization;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>One line on the cost side of a case: an id and a name, a category, and what it amounts to and when.</summary>
/// <remarks>Immutable; the <c>With</c> methods give changed copies; two lines are equal where all members are. The factories <see cref="SoftwareCost"/>,
/// <see cref="ImplementationCost"/>, <see cref="MaintenanceCost"/> and <see cref="TimeCost"/> name the usual lines.</remarks>
/// <example>
/// <code>
/// CostItem training = ImplementationCost.Training("training", Money.Cny(46_000), on: new LocalDate(2025, 3, 1))
///     .WithRiskUplift(0.1m)                          // counted as 50,600
///     .WithTags("hospital");
/// CostItem refund = CostItem.OfAmounts(CostCategory.Software, "refund", [new DatedAmount(new LocalDate(2026, 1, 1), Money.Cny(5_000))]).AsCredit();
/// </code>
/// </example>
public sealed class CostItem : IEquatable<CostItem>
{
    /// <summary>A cost line, whose id is its name.</summary>
    /// <param name="name">The name that reports and warnings show: 1 to 1,000 characters, not blank, without control characters; not <c>*</c>.</param>
    /// <param name="category">The category it is summed in.</param>
    /// <param name="basis">What it amounts to and when.</param>
    /// <param name="element">What is paid for; must belong to the category.</param>
    /// <param name="riskUplift">Risk adjustment upwards as a fraction: 0.05 raises the cost by 5 %, as Forrester's TEI does; 0 to 10. It lowers a credit, and is at most 1 there.</param>
    /// <exception cref="ArgumentException">The name is not allowed, or the element belongs to another category.</exception>
    /// <exception cref="ArgumentNullException">The basis is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public CostItem(string name, CostCategory category, CostBasis basis, CostElement element = CostElement.Unspecified, decimal riskUplift = 0)
        : this(LineId.OfName(name), name, category, basis, element, riskUplift)
    {
    }

    private bool _isCredit;

    private CostItem(LineId id, string name, CostCategory category, CostBasis basis, CostElement element, decimal riskUplift)
    {
        LineId.OfName(name);
        Id = id;
        Name = name;
        Category = Check.Defined(category);
        Basis = Check.NotNull(basis);
        Element = Check.Defined(element);
        RiskUplift = Check.InRange(riskUplift, 0, 10);
        if (element.Category() is { } own && own != category)
        {
            throw Check.Wrong(
                $"The element {element} belongs to the category {own}, not {category}.", nameof(element), "argument.elementOfOtherCategory",
                MessageArgument.Part("element", Message.NameOf(element)), MessageArgument.Part("own", Message.NameOf(own)), MessageArgument.Part("category", Message.NameOf(category)));
        }

        Checked();
    }

    /// <summary>What everything that refers to the line calls it: the first name that it had, unless one was given.</summary>
    public LineId Id { get; }

    /// <summary>The name that reports and warnings show.</summary>
    public string Name { get; }

    /// <summary>The category it is summed in.</summary>
    public CostCategory Category { get; }

    /// <summary>What is paid for.</summary>
    public CostElement Element { get; }

    /// <summary>What it amounts to and when.</summary>
    public CostBasis Basis { get; }

    /// <summary>Risk adjustment as a fraction: 0.05 raises the cost by 5 %, and lowers a credit by 5 %.</summary>
    public decimal RiskUplift { get; }

    /// <summary>What its stated amounts are multiplied with: 1 + the risk adjustment, and for a credit -(1 - the risk adjustment).</summary>
    internal decimal CountedFactor => IsCredit ? RiskUplift - 1 : 1 + RiskUplift;

    /// <summary>Whether its amounts come back: a rebate (返利), a refund, a residual value. They are stated as amounts of 0 or more and count as less cost.</summary>
    public bool IsCredit => _isCredit || Basis.IsCredit;

    /// <summary>How uncertain the amounts are, as a factor on them; null where that is not stated.</summary>
    public Distribution? Uncertainty { get; private set; }

    /// <summary>What it says of taxes; null where it says nothing.</summary>
    public CostTax? Tax { get; private set; }

    /// <summary>Words of the author's own by which results are shown, such as a channel, in the order given; none by default.</summary>
    public IReadOnlyList<string> Tags { get; private set; } = LineTags.None;

    /// <summary>The currency of the amounts.</summary>
    public Currency Currency => Basis.Currency;

    /// <summary>A line of plain dated amounts.</summary>
    /// <param name="category">The category it is summed in.</param>
    /// <param name="name">The name that reports and warnings show.</param>
    /// <param name="flows">One or more amounts of one currency, each at most 1e15 and from 1900-01-01 to 2200-12-31.</param>
    /// <exception cref="ArgumentException">The name is not allowed, or the flows are empty or mix currencies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount or a date is outside its range.</exception>
    public static CostItem OfAmounts(CostCategory category, string name, IEnumerable<DatedAmount> flows) => new(name, category, CostBasis.Amounts(flows));

    /// <summary>A copy with an id of its own, which stays when the line is renamed.</summary>
    /// <param name="id">The id, unique over the costs and benefits of a case.</param>
    /// <exception cref="ArgumentException">It is <see cref="LineId.None"/>.</exception>
    public CostItem WithId(LineId id) => Like(new(LineId.Given(id), Name, Category, Basis, Element, RiskUplift));

    /// <summary>A copy with another name and the same id: what refers to the line still does.</summary>
    /// <param name="name">The new name.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    public CostItem WithName(string name) => Like(new(Id, name, Category, Basis, Element, RiskUplift));

    /// <summary>A copy with other amounts.</summary>
    /// <param name="basis">What it amounts to and when.</param>
    /// <exception cref="ArgumentNullException">The basis is null.</exception>
    public CostItem WithBasis(CostBasis basis) => Like(new(Id, Name, Category, basis, Element, RiskUplift));

    /// <summary>A copy that says what is paid for.</summary>
    /// <param name="element">Must belong to the category.</param>
    /// <exception cref="ArgumentException">It belongs to another category.</exception>
    public CostItem WithElement(CostElement element) => Like(new(Id, Name, Category, Basis, element, RiskUplift));

    /// <summary>A copy with a risk adjustment.</summary>
    /// <param name="riskUplift">As a fraction, 0 to 10; 0.05 raises the cost by 5 %. Of a credit 0 to 1; 0.05 lowers it by 5 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public CostItem WithRiskUplift(decimal riskUplift) => Like(new(Id, Name, Category, Basis, Element, riskUplift));

    /// <summary>A copy whose amounts come back: a rebate (返利), a refund. They count as less cost, and a risk adjustment lowers them.</summary>
    /// <exception cref="ArgumentException">The risk adjustment is above 1: it would turn the credit into a cost.</exception>
    public CostItem AsCredit()
    {
        CostItem copy = Like(new(Id, Name, Category, Basis, Element, RiskUplift));
        copy._isCredit = !Basis.IsCredit;
        return copy.Checked();
    }

    /// <summary>A copy with tags in place of those it had.</summary>
    /// <param name="tags">Up to 50, each once, of 1 to 100 characters, not blank, without control characters, not <c>*</c>.</param>
    /// <exception cref="ArgumentNullException">The tags or one of them is null.</exception>
    /// <exception cref="ArgumentException">Too many tags, one that is not allowed, or one that stands twice.</exception>
    public CostItem WithTags(params string[] tags)
    {
        CostItem copy = Like(new(Id, Name, Category, Basis, Element, RiskUplift));
        copy.Tags = LineTags.Of(tags, nameof(tags));
        return copy;
    }

    /// <summary>A copy with an uncertain factor on its amounts.</summary>
    /// <param name="uncertainty">The factor, 1 being the plan; null takes it away.</param>
    public CostItem WithUncertainty(Distribution? uncertainty)
    {
        CostItem copy = Like(new(Id, Name, Category, Basis, Element, RiskUplift));
        copy.Uncertainty = uncertainty;
        return copy;
    }

    /// <summary>A copy with what it says of taxes.</summary>
    /// <param name="tax">Treatment, rate, and whether prices include value-added tax; null, or nothing stated, takes it away.</param>
    public CostItem WithTax(CostTax? tax)
    {
        CostItem copy = Like(new(Id, Name, Category, Basis, Element, RiskUplift));
        copy.Tax = tax is { IsSilent: true } ? null : tax;
        return copy;
    }

    /// <inheritdoc/>
    public bool Equals(CostItem? other) =>
        other is not null && Id == other.Id && Name == other.Name && Category == other.Category && Element == other.Element && RiskUplift == other.RiskUplift
        && Basis.Equals(other.Basis) && IsCredit == other.IsCredit && Equals(Uncertainty, other.Uncertainty) && Equals(Tax, other.Tax) && Tags.SequenceEqual(other.Tags);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CostItem);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The invariant text, for example <c>Software: CRM seats (subscription, CNY)</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} ({2}, {3})", Category, Name, Basis.Kind, Currency);

    /// <summary>The line within a message: programs read its id, words show its name.</summary>
    internal MessageArgument Argument(string name = "line") => MessageArgument.Line(name, Id, Name);

    internal void Record(CaseTimeline timeline, FlowRecorder recorder) => Basis.Record(timeline, recorder);

    /// <summary>Takes over what no constructor sets.</summary>
    private CostItem Like(CostItem copy)
    {
        copy.Tags = Tags;
        copy.Uncertainty = Uncertainty;
        copy.Tax = Tax;
        copy._isCredit = _isCredit && !copy.Basis.IsCredit;
        return copy.Checked();
    }

    private CostItem Checked() => !IsCredit || RiskUplift <= 1
        ? this
        : throw Check.Wrong(
            $"The risk adjustment of the credit '{Name}' is {RiskUplift.ToString(CultureInfo.InvariantCulture)}; allowed: 0 to 1, the part that is taken off.", nameof(RiskUplift),
            "argument.creditRisk", MessageArgument.Text("line", Name), MessageArgument.Text("value", RiskUplift.ToString(CultureInfo.InvariantCulture)));
}
