using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TcmCrm.Roi;

/// <summary>Registers the library in a dependency-injection container.</summary>
public static class TcmCrmRoiServiceCollectionExtensions
{
    /// <summary>Adds <see cref="RoiService"/> as a singleton, with the default options unless some are configured elsewhere.</summary>
    /// <param name="services">The container to be.</param>
    /// <returns>The same collection, to chain further calls.</returns>
    /// <remarks>Calling it again changes nothing; a <see cref="RoiService"/> that is registered already stays.</remarks>
    /// <exception cref="ArgumentNullException">The collection is null.</exception>
    public static IServiceCollection AddTcmCrmRoi(this IServiceCollection services)
    {
        if (services is null)
        {
            throw new ArgumentNullException(nameof(services));
        }

        services.TryAddSingleton<RoiService>();
        // AddOptionsWithValidateOnStart adds to its list at every call; once is enough.
        if (!services.Any(service => service.ImplementationType == typeof(TcmCrmRoiOptionsValidator)))
        {
            services.AddOptionsWithValidateOnStart<TcmCrmRoiOptions, TcmCrmRoiOptionsValidator>();
        }

        return services;
    }

    /// <summary>Adds <see cref="RoiService"/> as a singleton and sets its options.</summary>
    /// <param name="services">The container to be.</param>
    /// <param name="configure">Sets the options, for example <c>options =&gt; options.DiscountRate = 0.08m</c> or
    /// <c>options =&gt; configuration.GetSection("TcmCrmRoi").Bind(options)</c>. Several such actions run in the order they were added.</param>
    /// <returns>The same collection, to chain further calls.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddTcmCrmRoi(this IServiceCollection services, Action<TcmCrmRoiOptions> configure)
    {
        if (configure is null)
        {
            throw new ArgumentNullException(nameof(configure));
        }

        return services.AddTcmCrmRoi().Configure(configure);
    }
}
