using Microsoft.Extensions.DependencyInjection;

namespace TcmCrm.Roi;

/// <summary>What a host registered for its engines: without a key for all of them, under the name of one for that one alone.</summary>
internal sealed class HostParts(IServiceProvider services, string name)
{
    /// <summary>All of a kind in the order of registration, those of the engine's own name last.</summary>
    public T[] All<T>()
        where T : class => [.. services.GetServices<T>(), .. name.Length == 0 ? [] : services.GetKeyedServices<T>(name)];

    /// <summary>The one of the engine's own name, or else the one of all engines.</summary>
    public T? One<T>()
        where T : class => (name.Length == 0 ? null : services.GetKeyedService<T>(name)) ?? services.GetService<T>();
}
