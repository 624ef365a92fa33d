using Microsoft.Extensions.Logging;

namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>Results in storage. They can be computed again: a storage that does not take them costs time, and no answer.</summary>
internal sealed partial class KeptResults(IPersistentState<ResultState> state, ILogger logger, Action deactivate)
{
    public bool IsThere => state.RecordExists;

    /// <summary>The lines that were made from this source; null where there are none.</summary>
    public byte[]? Find(string source) => state.State.Source == source ? state.State.Lines : null;

    public async Task KeepAsync(string source, byte[] lines)
    {
        try
        {
            (state.State.Source, state.State.Lines) = (source, lines);
            await state.WriteStateAsync();
        }
        catch (Exception e)
        {
            // Another activation may have written: the next one reads what is there.
            deactivate();
            NotKept(logger, state.Etag, e);
        }
    }

    public Task ForgetAsync() => state.ClearStateAsync();

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Results were not stored (version {Version}); they will be computed again.")]
    private static partial void NotKept(ILogger logger, string? version, Exception e);
}
