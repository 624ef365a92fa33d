using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans;

/// <summary>How a run over many tenants is split, and what it does where a silo is lost. No figure depends on any of it.</summary>
public sealed class RoiPortfolioOptions
{
    /// <summary>How many tenants make a batch, 1 to 10,000; 250 by default. A batch also ends where its documents reach 16 MiB.</summary>
    public int BatchSize { get; set; } = 250;

    /// <summary>How many batches are on their way at once, 1 to 1,024; 16 by default. The documents of so many are in memory, 130 MB for 33 KB a tenant.</summary>
    public int BatchesInFlight { get; set; } = 16;

    /// <summary>After how long without an answer a batch is sent again while the first answer is still awaited: above 0 and up to an hour, 30 seconds by default. Whichever answers first counts.</summary>
    public TimeSpan ResendAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a batch may go without an answer before the run ends with what stood in the way: above 0 and up to a day, 10 minutes by default.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>As <see cref="PortfolioOptions.MostListed"/>, 1 to <see cref="PortfolioOptions.MostListedAtMost"/>; 1,000 by default.</summary>
    public int MostListed { get; set; } = 1_000;
}
