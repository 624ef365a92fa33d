namespace TcmCrm.Roi;

/// <summary>Display names of <see cref="DeploymentModel"/>.</summary>
public static class DeploymentModelNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="model">The deployment model.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this DeploymentModel model) => Names(model).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="model">The deployment model.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this DeploymentModel model) => Names(model).English;

    private static (string Chinese, string English) Names(DeploymentModel model) => model switch
    {
        DeploymentModel.Saas => ("云订阅(SaaS)", "Software as a service"),
        DeploymentModel.OnPremises => ("本地部署", "On premises"),
        DeploymentModel.Hybrid => ("混合部署", "Hybrid"),
        _ => throw Check.OutOfRange(nameof(model), model, "a named deployment model"),
    };
}
