using System.Globalization;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>One line on the cost side of a case: a name, a category, and what it amounts to and when.</summary>
/// <remarks>Immutable; the <c>With</c> methods give changed copies. The factories <see cref="SoftwareCost"/>, <see cref="ImplementationCost"/>,
/// <see cref="MaintenanceCost"/> and <see cref="TimeCost"/> name the usual lines.</remarks>
public sealed class CostItem
{
    /// <summary>A cost line.</summary>
    /// <param name="name">The name that reports and warnings show.</param>
    /// <param name="category">The category it is summed in.</param>
    /// <param name="basis">What it amounts to and when.</param>
    /// <param name="element">What is paid for; must belong to the category.</param>
    /// <param name="riskUplift">Risk adjustment upwards as a fraction: 0.05 raises the cost by 5 %, as Forrester's TEI does; 0 to 10.</param>
    /// <exception cref="ArgumentException">The name is blank, or the element belongs to another category.</exception>
    /// <exception cref="ArgumentNullException">The basis is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public CostItem(string name, CostCategory category, CostBasis basis, CostElement element = CostElement.Unspecified, decimal riskUplift = 0)
    {
        Name = Check.NotBlank(name);
        Category = Check.Defined(category);
        Basis = Check.NotNull(basis);
        Element = Check.Defined(element);
        RiskUplift = Check.InRange(riskUplift, 0, 10);
        if (element.Category() is { } own && own != category)
        {
            throw new ArgumentException($"The element {element} belongs to the category {own}, not {category}.", nameof(element));
        }
    }

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

    /// <summary>The currency of the amounts.</summary>
    public Currency Currency => Basis.Currency;

    /// <summary>A line of plain dated amounts.</summary>
    /// <param name="category">The category it is summed in.</param>
    /// <param name="name">The name that reports and warnings show.</param>
    /// <param name="flows">One or more amounts of one currency.</param>
    /// <exception cref="ArgumentException">The name is blank, or the flows are empty or mix currencies.</exception>
    public static CostItem OfAmounts(CostCategory category, string name, IEnumerable<DatedAmount> flows) => new(name, category, new DatedCost(flows));

    /// <summary>A copy with another name.</summary>
    /// <param name="name">The new name.</param>
    public CostItem WithName(string name) => new(name, Category, Basis, Element, RiskUplift);

    /// <summary>A copy with other amounts.</summary>
    /// <param name="basis">What it amounts to and when.</param>
    public CostItem WithBasis(CostBasis basis) => new(Name, Category, basis, Element, RiskUplift);

    /// <summary>A copy that says what is paid for.</summary>
    /// <param name="element">Must belong to the category.</param>
    public CostItem WithElement(CostElement element) => new(Name, Category, Basis, element, RiskUplift);

    /// <summary>A copy with a risk adjustment.</summary>
    /// <param name="riskUplift">As a fraction, 0 to 10; 0.05 raises the cost by 5 %.</param>
    public CostItem WithRiskUplift(decimal riskUplift) => new(Name, Category, Basis, Element, riskUplift);

    /// <summary>The invariant text, for example <c>Software: CRM seats (SubscriptionCost, CNY)</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} ({2}, {3})", Category, Name, Basis.GetType().Name, Currency);

    internal void Record(CaseTimeline timeline, FlowRecorder recorder) => Basis.Record(timeline, recorder);
}
