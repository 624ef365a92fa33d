namespace TcmCrm.Roi;

/// <summary>Where the CRM runs, which decides the costs that belong to it.</summary>
public enum DeploymentModel
{
    /// <summary>Software as a service (云订阅): a subscription, no licence of one's own, no servers.</summary>
    Saas,

    /// <summary>On the company's own servers (本地部署): licence, servers and their upkeep are the company's.</summary>
    OnPremises,

    /// <summary>Part subscription, part own servers (混合部署): every kind of cost may occur.</summary>
    Hybrid,
}
