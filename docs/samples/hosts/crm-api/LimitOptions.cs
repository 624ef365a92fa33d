using System.ComponentModel.DataAnnotations;

namespace CrmApi;

/// <summary>How much the service takes on at a time; section <c>Limits</c> of appsettings.json.</summary>
public sealed class LimitOptions
{
    /// <summary>The largest request body, in bytes; a larger one gets 413 and is not read to its end.</summary>
    [Range(1_024, 256 * 1_024 * 1_024)]
    public int MaximumBodyBytes { get; set; } = 4 * 1_024 * 1_024;

    /// <summary>Documents that are evaluated at the same time. The memory that they can take is this times the body limit, a few times over.</summary>
    [Range(1, 1_024)]
    public int ConcurrentEvaluations { get; set; } = 8;

    /// <summary>Documents that were read and wait for their turn; further ones get 503.</summary>
    [Range(0, 65_536)]
    public int WaitingEvaluations { get; set; } = 64;

    /// <summary>Requests of one client, told by its address, at the same time; further ones get 429. Behind a proxy, forward the client's address
    /// (<c>UseForwardedHeaders</c>), or all are one client.</summary>
    [Range(1, 65_536)]
    public int RequestsOfAClient { get; set; } = 16;

    /// <summary>How long a request may take from its first line to its answer, reading and waiting included; one that takes longer gets 408.</summary>
    [Range(1, 3_600)]
    public int RequestSeconds { get; set; } = 30;

    /// <summary>Connections at a time; further ones are closed. What slow clients can hold is this times the body limit.</summary>
    [Range(1, 65_536)]
    public int Connections { get; set; } = 256;
}
