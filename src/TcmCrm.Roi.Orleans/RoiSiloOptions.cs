using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans;

/// <summary>How a silo computes tenants and where it keeps them. Every silo of a cluster needs the same.</summary>
public sealed class RoiSiloOptions
{
    /// <summary>The name of the storage that is used where <see cref="StorageName"/> says nothing else: <c>TcmCrmRoi</c>.</summary>
    public const string DefaultStorageName = "TcmCrmRoi";

    /// <summary>The name of the grain storage that keeps tenants and finished batches, as the host registered it; <see cref="DefaultStorageName"/> by default. Where the host registered
    /// none of that default name it is memory, which forgets with the silo that holds it.</summary>
    public string StorageName { get; set; } = DefaultStorageName;

    /// <summary>Terms, review policy, simulation and shared drivers of every tenant, made from the engine of the host. Null, the default: the engine's own settings for evaluation and
    /// review, no simulation. Degree of parallelism and lengths of lists are not used on a silo.</summary>
    public Func<IRoiEngine, PortfolioOptions>? Portfolio { get; set; }

    /// <summary>How often a tenant with a calendar looks whether its next review is due: above 0 and up to 30 days, one day by default. Orleans itself allows no less than its
    /// <c>ReminderOptions.MinimumReminderPeriod</c>, one minute unless set.</summary>
    public TimeSpan ReminderPeriod { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Tells the date of today for the calendar of reviews, in its local time zone. Null, the default: the one that the container holds.</summary>
    public TimeProvider? Clock { get; set; }
}
