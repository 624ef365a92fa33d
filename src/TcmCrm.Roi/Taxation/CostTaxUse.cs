using NodaTime;

namespace TcmCrm.Roi.Taxation;

/// <summary>How one cost was taxed on its dates: the rates of value-added tax and the years of deduction that went into the figures.</summary>
internal sealed class CostTaxUse(CostTaxPlan plan)
{
    private readonly List<CostVatUse> _vat = [];
    private readonly SortedSet<int> _years = [];

    internal CostTaxPlan Plan { get; } = plan;

    /// <summary>Each rate once, in order of the dates on which it was first used; none where the price counts as it is.</summary>
    internal IReadOnlyList<CostVatUse> Vat => [.. _vat.OrderBy(use => use.First)];

    /// <summary>Over how many years it is deducted, each number once; none where it is deducted on one day.</summary>
    internal IReadOnlyCollection<int> Years => _years;

    internal void Taxed(TaxRuleKind? kind, decimal rate, LocalDate date)
    {
        int known = _vat.FindIndex(use => use.Kind == kind && use.Rate == rate);
        if (known < 0)
        {
            _vat.Add(new CostVatUse(kind, rate, date));
        }
        else if (date < _vat[known].First)
        {
            _vat[known] = new CostVatUse(kind, rate, date);
        }
    }

    internal void Spread(int years) => _years.Add(years);
}
