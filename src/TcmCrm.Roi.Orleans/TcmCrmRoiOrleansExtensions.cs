using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using TcmCrm.Roi.Orleans;
using TcmCrm.Roi.Orleans.Grains;
using TcmCrm.Roi.Orleans.Runs;

namespace TcmCrm.Roi;

/// <summary>Adds a portfolio to the silos of a cluster and to its clients.</summary>
/// <remarks>How runs are split is set by <c>services.Configure&lt;RoiPortfolioOptions&gt;(...)</c> on whichever side begins them. Options that are wrong are told when the host starts, all at once.</remarks>
public static class TcmCrmRoiOrleansExtensions
{
    /// <summary>Adds the grains of a portfolio to a silo, with the default <see cref="IRoiEngine"/> unless one is registered, and <see cref="IRoiPortfolio"/> for what runs on the silo itself.</summary>
    /// <param name="builder">The silo.</param>
    /// <returns>The same builder, to chain further calls.</returns>
    /// <remarks>Storage of the name <see cref="RoiSiloOptions.DefaultStorageName"/> that the host registers, before or after, takes the place of memory. Calling it again adds nothing.</remarks>
    /// <exception cref="ArgumentNullException">The builder is null.</exception>
    public static ISiloBuilder AddTcmCrmRoi(this ISiloBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.AddTcmCrmRoi();
        if (!services.Any(service => service.ServiceType == typeof(IGrainStorage) && service.ServiceKey is RoiSiloOptions.DefaultStorageName))
        {
            builder.AddMemoryGrainStorage(RoiSiloOptions.DefaultStorageName);
        }

        services.AddOptionsWithValidateOnStart<RoiSiloOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RoiSiloOptions>, OptionsValidation>());
        services.TryAddSingleton<TenantWork>();
        AddPortfolio(services);
        return builder;
    }

    /// <summary>Adds the grains of a portfolio to a silo, and sets how it computes tenants and where it keeps them.</summary>
    /// <param name="builder">The silo.</param>
    /// <param name="configure">Sets the options. Every silo of a cluster needs the same.</param>
    /// <returns>The same builder, to chain further calls.</returns>
    /// <remarks>Calling it again adds its action and nothing else.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ISiloBuilder AddTcmCrmRoi(this ISiloBuilder builder, Action<RoiSiloOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddTcmCrmRoi().Services.Configure(configure);
        return builder;
    }

    /// <summary>Adds <see cref="IRoiPortfolio"/> to a client of a cluster.</summary>
    /// <param name="builder">The client.</param>
    /// <returns>The same builder, to chain further calls.</returns>
    /// <remarks>Calling it again adds nothing.</remarks>
    /// <exception cref="ArgumentNullException">The builder is null.</exception>
    public static IClientBuilder AddTcmCrmRoi(this IClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AddPortfolio(builder.Services);
        return builder;
    }

    /// <summary>Adds <see cref="IRoiPortfolio"/> to a client of a cluster, and sets how runs are split.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same builder, to chain further calls.</returns>
    /// <remarks>Calling it again adds its action and nothing else.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IClientBuilder AddTcmCrmRoi(this IClientBuilder builder, Action<RoiPortfolioOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddTcmCrmRoi().Services.Configure(configure);
        return builder;
    }

    private static void AddPortfolio(IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<RoiPortfolioOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RoiPortfolioOptions>, OptionsValidation>());
        services.TryAddSingleton<IRoiPortfolio, RoiPortfolio>();
    }
}
