using NodaTime;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans;

/// <summary>A portfolio of tenants on the silos of a cluster: runs over many, and a grain for each that is kept.</summary>
/// <remarks>
/// <para><see cref="TcmCrmRoiOrleansExtensions"/> registers it as a singleton on clients and silos alike; it is safe to use from any number of threads. Documents are those of
/// <see cref="Json.TenantDocument"/>: a case, or a case with actuals and contracts.</para>
/// <para>A run sends batches to the silos and sums their results as they come, in the order of the tenants. Where a silo is lost its batches are sent again to the others; each result counts once. What
/// is lost for good ends the run with an exception and never becomes a smaller sum. Each call to a grain waits two minutes for its answer, whatever the host has as <c>ResponseTimeout</c>: a storage that
/// fails over to another machine may take half a minute for a read and as long again for a write. A failure that is not of the cluster passes through when a batch has had it five times.</para>
/// <para>An interface, so that a host can put a stand-in for it into its own tests. A later version may add members.</para>
/// </remarks>
public interface IRoiPortfolio
{
    /// <summary>Evaluates and reviews tenants whose documents the caller brings; the silos keep results of finished batches until the run has ended, and nothing afterwards.</summary>
    /// <param name="documents">The tenants in order: what a tenant is called where its document does not say, and its document, whose bytes must not change. Read as batches leave.</param>
    /// <param name="each">Is given each result in order, on one thread at a time; what it throws ends the run. Null for nobody.</param>
    /// <param name="cancellation">Ends the run; batches on their way are computed to their end.</param>
    /// <returns>What the tenants come to. One that cannot be read or computed is an entry with its problems.</returns>
    /// <exception cref="ArgumentNullException">The documents are null.</exception>
    /// <exception cref="ArgumentException">An id is null or blank.</exception>
    /// <exception cref="InvalidOperationException">Silos compute by different options or versions of the library, so that their results have no sum.</exception>
    /// <exception cref="TimeoutException">A batch had no answer for <see cref="RoiPortfolioOptions.GiveUpAfter"/>; the inner exception is what stood in the way last.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    Task<PortfolioRun> EvaluateAsync(IAsyncEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> documents, Action<TenantResult>? each = null, CancellationToken cancellation = default);

    /// <summary>Evaluates and reviews tenants that are kept in grains. One whose document, options and month of review are those of its last result is not computed again.</summary>
    /// <param name="tenants">Their ids in order.</param>
    /// <param name="each">Is given each result in order, on one thread at a time; what it throws ends the run. Null for nobody.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>What the tenants come to. One that is not kept, or no longer, is an entry that says so.</returns>
    /// <exception cref="ArgumentNullException">The tenants are null.</exception>
    /// <exception cref="ArgumentException">An id is null or blank.</exception>
    /// <exception cref="InvalidOperationException">Silos compute by different options or versions of the library, so that their results have no sum.</exception>
    /// <exception cref="TimeoutException">A batch had no answer for <see cref="RoiPortfolioOptions.GiveUpAfter"/>; the inner exception is what stood in the way last.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    Task<PortfolioRun> EvaluateKeptAsync(IAsyncEnumerable<string> tenants, Action<TenantResult>? each = null, CancellationToken cancellation = default);

    /// <summary>Keeps the document of a tenant in place of the one before; calendar and last review stay. It is stored when the task ends, and computed when a result is asked for.</summary>
    /// <param name="tenant">The id of the tenant, which is the key of its grain.</param>
    /// <param name="document">Case, actuals, contracts: up to 32 MiB. The id that it states, if any, must be that of the tenant; one that cannot be read is kept, and its result says why.</param>
    /// <exception cref="ArgumentException">The id is null or blank, or the document is too long.</exception>
    /// <exception cref="TimeoutException">No answer came within two minutes; the document may or may not be stored.</exception>
    /// <remarks>What the storage or the cluster throws passes through; to hand over the same document again is always safe.</remarks>
    Task PutAsync(string tenant, ReadOnlyMemory<byte> document);

    /// <summary>What is kept of a tenant, its result computed where it is not up to date.</summary>
    /// <param name="tenant">Its id.</param>
    /// <returns>The tenant, or null where it is not kept.</returns>
    /// <exception cref="ArgumentException">The id is null or blank.</exception>
    /// <exception cref="TimeoutException">No answer came within two minutes.</exception>
    Task<KeptTenant?> GetAsync(string tenant);

    /// <summary>Forgets a tenant with its result and its calendar; one that is not kept stays so.</summary>
    /// <param name="tenant">Its id.</param>
    /// <exception cref="ArgumentException">The id is null or blank.</exception>
    /// <exception cref="TimeoutException">No answer came within two minutes.</exception>
    Task RemoveAsync(string tenant);

    /// <summary>Reviews a tenant by a calendar: on a day and every so many months after it, as of the month before the day of the review.</summary>
    /// <param name="tenant">Its id; it must be kept.</param>
    /// <param name="first">The first day; later ones are counted from it. One in the past is due at once, and reviews that were missed are made up by one.</param>
    /// <param name="everyMonths">1 to 120.</param>
    /// <returns>Ends when calendar and reminder are stored.</returns>
    /// <remarks>
    /// A review as of a month is made whatever was booked: bills that should have come are owed. From then on results are of that month, or of a later one that the document names, so that a run agrees
    /// with the last review. A reminder asks once in <see cref="RoiSiloOptions.ReminderPeriod"/>; it needs a reminder service of the host.
    /// </remarks>
    /// <exception cref="ArgumentException">The id is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The months are outside that range.</exception>
    /// <exception cref="InvalidOperationException">The tenant is not kept, or the silos have no reminder service.</exception>
    /// <exception cref="TimeoutException">No answer came within two minutes.</exception>
    Task ScheduleReviewsAsync(string tenant, LocalDate first, int everyMonths);

    /// <summary>Ends the calendar of a tenant; its last review stays. Without a calendar nothing changes.</summary>
    /// <param name="tenant">Its id.</param>
    /// <exception cref="ArgumentException">The id is null or blank.</exception>
    /// <exception cref="TimeoutException">No answer came within two minutes.</exception>
    Task CancelReviewsAsync(string tenant);
}
