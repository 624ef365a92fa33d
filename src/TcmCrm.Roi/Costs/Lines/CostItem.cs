using System.Globalization;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>One line on the cost side of a case: an id and a name, a category, and what it amounts to and when.</summary>
/// <remarks>Immutable; the <c>With</c> methods give changed copies; two lines are equal where all members are. The factories <see cref="SoftwareCost"/>,
/// <see cref="ImplementationCost"/>, <see cref="MaintenanceCost"/> and <see cref="TimeCost"/> name the usual lines.</remarks>
public sealed class CostItem : IEquatable<CostItem>
{
    /// <summary>A cost line, whose id is its name.</summary>
    /// <param name="name">The name that reports and warnings show: 1 to 1,000 characters, not blank, without control characters; not <c>*</c>.</param>
    /// <param name="category">The category it is summed in.</param>
    /// <param name="basis">What it amounts to and when.</param>
    /// <param name="element">What is paid for; must belong to the category.</param>
    /// <param name="riskUplift">Risk adjustment upwards as a fraction: 0.05 raises the cost by 5 %, as Forrester's TEI does; 0 to 10.</param>
    /// <exception cref="ArgumentException">The name is not allowed, or the element belongs to another category.</exception>
    /// <exception cref="ArgumentNullException">The basis is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public CostItem(string name, CostCategory category, CostBasis basis, CostElement element = CostElement.Unspecified, decimal riskUplift = 0)
        : this(LineId.OfName(name), name, category, basis, element, riskUplift, uncertainty: null)
    {
    }

    private CostItem(LineId id, string name, CostCategory category, CostBasis basis, CostElement element, decimal riskUplift, Distribution? uncertainty)
    {
        LineId.OfName(name);
        Id = id;
        Name = name;
        Category = Check.Defined(category);
        Basis = Check.NotNull(basis);
        Element = Check.Defined(element);
        RiskUplift = Check.InRange(riskUplift, 0, 10);
        Uncertainty = uncertainty;
        if (element.Category() is { } own && own != category)
        {
            throw new ArgumentException($"The element {element} belongs to the category {own}, not {category}.", nameof(element));
        }
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

    /// <summary>Risk adjustment upwards as a fraction: 0.05 raises the cost by 5 %.</summary>
    public decimal RiskUplift { get; }

    /// <summary>How uncertain the amounts are, as a factor on them; null where that is not stated.</summary>
    public Distribution? Uncertainty { get; }

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
    public CostItem WithId(LineId id) => new(LineId.Given(id), Name, Category, Basis, Element, RiskUplift, Uncertainty);

    /// <summary>A copy with another name and the same id: what refers to the line still does.</summary>
    /// <param name="name">The new name.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    public CostItem WithName(string name) => new(Id, name, Category, Basis, Element, RiskUplift, Uncertainty);

    /// <summary>A copy with other amounts.</summary>
    /// <param name="basis">What it amounts to and when.</param>
    /// <exception cref="ArgumentNullException">The basis is null.</exception>
    public CostItem WithBasis(CostBasis basis) => new(Id, Name, Category, basis, Element, RiskUplift, Uncertainty);

    /// <summary>A copy that says what is paid for.</summary>
    /// <param name="element">Must belong to the category.</param>
    /// <exception cref="ArgumentException">It belongs to another category.</exception>
    public CostItem WithElement(CostElement element) => new(Id, Name, Category, Basis, element, RiskUplift, Uncertainty);

    /// <summary>A copy with a risk adjustment.</summary>
    /// <param name="riskUplift">As a fraction, 0 to 10; 0.05 raises the cost by 5 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public CostItem WithRiskUplift(decimal riskUplift) => new(Id, Name, Category, Basis, Element, riskUplift, Uncertainty);

    /// <summary>A copy with an uncertain factor on its amounts.</summary>
    /// <param name="uncertainty">The factor, 1 being the plan; null takes it away.</param>
    public CostItem WithUncertainty(Distribution? uncertainty) => new(Id, Name, Category, Basis, Element, RiskUplift, uncertainty);

    /// <inheritdoc/>
    public bool Equals(CostItem? other) =>
        other is not null && Id == other.Id && Name == other.Name && Category == other.Category && Element == other.Element && RiskUplift == other.RiskUplift
        && Basis.Equals(other.Basis) && Equals(Uncertainty, other.Uncertainty);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CostItem);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The invariant text, for example <c>Software: CRM seats (subscription, CNY)</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} ({2}, {3})", Category, Name, Basis.Kind, Currency);

    /// <summary>The line within a message: programs read its id, words show its name.</summary>
    internal MessageArgument Argument(string name = "line") => MessageArgument.Line(name, Id, Name);

    internal void Record(CaseTimeline timeline, FlowRecorder recorder) => Basis.Record(timeline, recorder);
}
