namespace TcmCrm.Roi.Costs;

/// <summary>Whether the costs of a case fit where the CRM runs.</summary>
public static class DeploymentCheck
{
    /// <summary>What does not fit. Nothing is corrected: the amounts count as they were given.</summary>
    /// <param name="model">Where the CRM runs.</param>
    /// <param name="costs">The cost lines of the case.</param>
    /// <returns>
    /// Warnings with the codes <c>serverCostInSaas</c> and <c>perpetualLicenseInSaas</c>, one a line, and <c>serverCostMissing</c> for an on-premises case
    /// without any server line; empty where all fits.
    /// </returns>
    /// <remarks>Servers are known by <see cref="CostElement.Server"/>, licences by <see cref="CostElement.PerpetualLicense"/> or <see cref="PerpetualLicenseCost"/>.</remarks>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The model is not a named value.</exception>
    public static IReadOnlyList<Message> Warnings(DeploymentModel model, IEnumerable<CostItem> costs)
    {
        Check.Defined(model);
        Check.NotNull(costs);
        return model switch
        {
            DeploymentModel.Saas => InSaas(costs),
            DeploymentModel.OnPremises => OnPremises(costs),
            _ => [],
        };
    }

    private static List<Message> InSaas(IEnumerable<CostItem> costs)
    {
        List<Message> warnings = [];
        foreach (CostItem item in costs)
        {
            if (item.Element == CostElement.Server)
            {
                warnings.Add(new Message(
                    "serverCostInSaas",
                    $"'{item.Name}' is a server cost, but the CRM runs as a pure subscription; servers belong to on-premises or hybrid deployment.",
                    $"“{item.Name}”为服务器成本,但本案例为纯云订阅(SaaS)部署;服务器成本应属于本地部署或混合部署。",
                    item.Name));
            }
            else if (item.Element == CostElement.PerpetualLicense || item.Basis is PerpetualLicenseCost)
            {
                warnings.Add(new Message(
                    "perpetualLicenseInSaas",
                    $"'{item.Name}' is a licence bought once, but the CRM runs as a pure subscription.",
                    $"“{item.Name}”为买断许可费,但本案例为纯云订阅(SaaS)部署。",
                    item.Name));
            }
        }

        return warnings;
    }

    private static Message[] OnPremises(IEnumerable<CostItem> costs) =>
        costs.Any(item => item.Element == CostElement.Server)
            ? []
            : [new Message(
                "serverCostMissing",
                "The CRM runs on premises, but no line is a server cost; if existing servers are used, their share still costs something.",
                "本案例为本地部署,但没有服务器成本;即使使用现有服务器,也应分摊相应成本。")];
}
