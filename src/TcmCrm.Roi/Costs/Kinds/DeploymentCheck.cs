namespace TcmCrm.Roi.Costs;

/// <summary>Whether the costs of a case fit where the CRM runs.</summary>
internal static class DeploymentCheck
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
        List<Message> warnings = [];
        bool hasServer = false;
        foreach (CostItem item in Check.NotNull(costs))
        {
            bool isServer = item.Element == CostElement.Server;
            hasServer |= isServer;
            if (model != DeploymentModel.Saas)
            {
                continue;
            }

            if (isServer)
            {
                warnings.Add(new Message("serverCostInSaas", item.Argument()));
            }
            else if (item.Element == CostElement.PerpetualLicense || item.Basis is PerpetualLicenseCost)
            {
                warnings.Add(new Message("perpetualLicenseInSaas", item.Argument()));
            }
        }

        if (model == DeploymentModel.OnPremises && !hasServer)
        {
            warnings.Add(new Message("serverCostMissing"));
        }

        return warnings.AsReadOnly();
    }
}
