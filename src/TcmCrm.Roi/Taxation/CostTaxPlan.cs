using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Taxation;

/// <summary>How a cost is taxed: what it says, and what is usual for its element where it is silent.</summary>
/// <remarks>
/// Prudence: a licence is amortized over the longest time, services bear the lower rate of value-added tax (less is credited), what is bought together with a
/// licence is deducted with it unless the software is a cloud service. Training is never part of an asset. What comes back is income on its day. Hours of one's
/// own staff are wages that are paid, and deducted, without the project.
/// </remarks>
internal sealed class CostTaxPlan
{
    private CostTaxPlan(CostItem cost, TaxTreatment treatment, bool isUsual, TaxRuleKind vat, bool isSoftware, bool isService)
    {
        Cost = cost;
        Treatment = treatment;
        IsUsual = isUsual;
        Vat = vat;
        IsSoftware = isSoftware;
        IsService = isService;
    }

    internal CostItem Cost { get; }

    internal TaxTreatment Treatment { get; }

    /// <summary>Whether the treatment is not stated.</summary>
    internal bool IsUsual { get; }

    /// <summary>By which rule its rate of value-added tax is found where it states none.</summary>
    internal TaxRuleKind Vat { get; }

    /// <summary>Whether it is bought software, or belongs to it: an intangible asset.</summary>
    internal bool IsSoftware { get; }

    /// <summary>
    /// Whether it is a service that belongs to no licence: nothing of it is left when it has been rendered. What is paid again and again is one, whatever it is for;
    /// of maintenance without an element the case alone knows what it is.
    /// </summary>
    internal bool IsService { get; }

    /// <summary>
    /// Whether it is a long-term asset (长期资产), or comes back of one: its input tax is credited in full while any of its use is taxed. A service is none, however it
    /// is deducted.
    /// </summary>
    internal bool IsAsset => IsBought(Cost);

    /// <summary>How many assets the line buys: the units of a licence that is bought by units, else one, in however many parts it is paid.</summary>
    internal int Units => Cost.Basis is PerpetualLicenseCost license ? license.Units : 1;

    /// <summary>The plan of a cost; null for hours of one's own staff, which bear no tax.</summary>
    internal static CostTaxPlan? Of(CostItem cost, InvestmentCase source)
    {
        if (cost.Category == CostCategory.Time)
        {
            return null;
        }

        CostItem? license = source.Costs.FirstOrDefault(IsLicense);
        bool isOfLicense = license is not null && source.Deployment != DeploymentModel.Saas && IsOfAsset(cost);
        TaxTreatment usual = IsLicense(cost) ? TaxTreatment.Amortized()
            : IsServer(cost) ? TaxTreatment.Depreciated()
            : isOfLicense ? license!.Tax?.Treatment ?? TaxTreatment.Amortized()
            : TaxTreatment.Expensed;
        bool isGoods = IsBought(cost);
        bool isSoldWith = !isGoods && source.Taxation is { ServicesSoldWithLicense: true } && license is not null && IsRendered(cost);
        return new CostTaxPlan(
            cost, cost.Tax?.Treatment ?? usual, cost.Tax?.Treatment is null,
            isGoods ? TaxRuleKind.VatOnGoods : isSoldWith ? TaxRuleKind.VatOnServicesWithLicense : TaxRuleKind.VatOnServices,
            isOfLicense || cost.Category is CostCategory.Software or CostCategory.Implementation,
            !isGoods && !isOfLicense && !(cost is { Category: CostCategory.Maintenance, Element: CostElement.Unspecified } && !cost.Basis.IsRecurring));
    }

    /// <summary>A licence or a server, and what comes back of one: goods by the rate of value-added tax.</summary>
    private static bool IsBought(CostItem cost) => !cost.Basis.IsRecurring
        && (cost.Element is CostElement.PerpetualLicense or CostElement.Server || (cost.Category == CostCategory.Software && cost.Element == CostElement.Unspecified));

    private static bool IsLicense(CostItem cost) =>
        !cost.IsCredit && IsBought(cost) && cost.Category == CostCategory.Software;

    private static bool IsServer(CostItem cost) => !cost.IsCredit && IsBought(cost) && cost.Element == CostElement.Server;

    /// <summary>What makes a licence ready for use is part of its cost.</summary>
    private static bool IsOfAsset(CostItem cost) => !cost.IsCredit && cost.Category == CostCategory.Implementation && cost.Element != CostElement.Training && !cost.Basis.IsRecurring;

    private static bool IsRendered(CostItem cost) => cost.Category is CostCategory.Implementation or CostCategory.Maintenance && cost.Element != CostElement.Server;
}
