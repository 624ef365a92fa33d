namespace TcmCrm.Roi.Json.Reading;

/// <summary>Keeps what a writer writes, so that it can go out afterwards without holding a thread.</summary>
/// <remarks>A writer of a document cannot wait; the document is held whole.</remarks>
internal sealed class BlockList : BlockBuffer
{
    private readonly List<(byte[] Bytes, int Count)> _full = [];

    /// <summary>Passes on all blocks in order; the stream is neither flushed nor closed.</summary>
    public async Task PassOnAsync(Stream stream, CancellationToken cancellation)
    {
        End();
        foreach ((byte[] bytes, int count) in _full)
        {
            await stream.PutAsync(bytes, count, cancellation).ConfigureAwait(false);
        }
    }

    protected override bool Take(byte[] block, int count)
    {
        _full.Add((block, count));
        return false;
    }
}
