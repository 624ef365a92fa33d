using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace TcmCrm.Roi;

/// <summary>Registers the library in a dependency-injection container.</summary>
/// <remarks>Options of all engines, with a name and without, are set by <c>services.ConfigureAll&lt;TcmCrmRoiOptions&gt;(...)</c>; those of one engine go over them where they are added later.</remarks>
public static class TcmCrmRoiServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IRoiEngine"/> as a singleton, with the default options unless some are configured elsewhere.</summary>
    /// <param name="services">The container to be.</param>
    /// <returns>The same collection, to chain further calls.</returns>
    /// <remarks>Calling it again changes nothing; an <see cref="IRoiEngine"/> that is registered already stays.</remarks>
    /// <exception cref="ArgumentNullException">The collection is null.</exception>
    public static IServiceCollection AddTcmCrmRoi(this IServiceCollection services)
    {
        AddOptions(NotNull(services, nameof(services)), Options.DefaultName);
        services.TryAddSingleton<IRoiEngine>(provider => Create(provider, string.Empty));
        return services;
    }

    /// <summary>Adds <see cref="IRoiEngine"/> as a singleton and sets its options.</summary>
    /// <param name="services">The container to be.</param>
    /// <param name="configure">Sets the options, for example <c>options =&gt; options.DiscountRate = 0.08m</c>.</param>
    /// <returns>The same collection, to chain further calls.</returns>
    /// <remarks>The engine is registered once however often this is called. Each call adds its action: all run, in the order they were added, so that of two that set one option the later wins.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddTcmCrmRoi(this IServiceCollection services, Action<TcmCrmRoiOptions> configure)
    {
        NotNull(configure, nameof(configure));
        return services.AddTcmCrmRoi().Configure(configure);
    }

    /// <summary>Adds <see cref="IRoiEngine"/> as a singleton and sets its options from a section of a configuration.</summary>
    /// <param name="services">The container to be.</param>
    /// <param name="section">The section with the options as its keys, for example <c>builder.Configuration.GetSection("TcmCrmRoi")</c>. A key that is no option, and a value that cannot be
    /// read, are problems with their path and what is allowed; they are told with all others when the host starts. A list takes the place of one that was set before.</param>
    /// <returns>The same collection, to chain further calls.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddTcmCrmRoi(this IServiceCollection services, IConfiguration section)
    {
        NotNull(section, nameof(section));
        return services.AddTcmCrmRoi(options => OptionsSection.Bind(options, section));
    }

    /// <summary>Adds the engine of a tenant under its name, beside the others, and sets its options.</summary>
    /// <param name="services">The container to be.</param>
    /// <param name="name">The key of the <see cref="IRoiEngine"/>, of what the container holds for it, and the name of its options; not blank, told apart by case.</param>
    /// <param name="configure">Sets the options of this tenant; those of others, and of the engine without a name, are not looked at.</param>
    /// <returns>The same collection, to chain further calls.</returns>
    /// <remarks>Once a name, as the engine without one: an engine that is registered under the key already stays, and all actions run in order. Ask for
    /// <c>provider.GetRequiredKeyedService&lt;IRoiEngine&gt;("tenantA")</c> or a parameter <c>[FromKeyedServices("tenantA")] IRoiEngine engine</c>.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static IServiceCollection AddTcmCrmRoi(this IServiceCollection services, string name, Action<TcmCrmRoiOptions> configure)
    {
        NotNull(services, nameof(services));
        NotNull(configure, nameof(configure));
        if (string.IsNullOrWhiteSpace(NotNull(name, nameof(name))))
        {
            throw new ArgumentException("The name is blank; allowed: the name of a tenant, or no name at all for the engine of the host.", nameof(name));
        }

        AddOptions(services, name);
        services.TryAddKeyedSingleton<IRoiEngine>(name, (provider, _) => Create(provider, name));
        return services.Configure(name, configure);
    }

    /// <summary>Adds the engine of a tenant under its name, beside the others, and sets its options from a section of a configuration.</summary>
    /// <param name="services">The container to be.</param>
    /// <param name="name">The key of the <see cref="IRoiEngine"/>, of what the container holds for it, and the name of its options; not blank, told apart by case.</param>
    /// <param name="section">The section with the options of this tenant, read as that of the engine without a name.</param>
    /// <returns>The same collection, to chain further calls.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static IServiceCollection AddTcmCrmRoi(this IServiceCollection services, string name, IConfiguration section)
    {
        NotNull(section, nameof(section));
        return services.AddTcmCrmRoi(name, options => OptionsSection.Bind(options, section));
    }

    private static RoiEngine Create(IServiceProvider provider, string name) =>
        new(name, provider.GetRequiredService<IOptionsMonitor<TcmCrmRoiOptions>>().Get(name), new HostParts(provider, name));

    // Validation at start is added to a list at every call; once a name is enough.
    private static void AddOptions(IServiceCollection services, string name)
    {
        if (!services.Any(service => service.ImplementationInstance is ValidatedName validated && validated.Name == name))
        {
            services.AddSingleton(new ValidatedName(name));
            services.AddOptionsWithValidateOnStart<TcmCrmRoiOptions, TcmCrmRoiOptionsValidator>(name);
        }
    }

    private static T NotNull<T>(T value, string name)
        where T : class => value ?? throw new ArgumentNullException(name);

    private sealed class ValidatedName(string name)
    {
        public string Name { get; } = name;
    }
}
