using System.ComponentModel.DataAnnotations;

namespace CrmApi;

/// <summary>How much the service takes on at a time; section <c>Limits</c> of appsettings.json.</summary>
public sealed class LimitOptions
{
    /// <summary>The largest request body, in bytes; a larger one gets 413 and is not read to its end.</summary>
    [Range(1_024, 256 * 1_024 * 1_024)]
    public int MaximumBodyBytes { get; set; } = 4 * 1_024 * 1_024;

    /// <summary>Requests that are read and evaluated at the same time. The memory they can take is this times the body limit, a few times over.</summary>
    [Range(1, 1_024)]
    public int ConcurrentEvaluations { get; set; } = 8;

    /// <summary>Requests that wait for their turn; further ones get 503.</summary>
    [Range(0, 65_536)]
    public int WaitingEvaluations { get; set; } = 64;
}
