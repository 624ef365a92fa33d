namespace TcmCrm.Roi.Json.Reading;

/// <summary>Reads and writes blocks of arrays without holding a thread.</summary>
internal static class StreamWaiting
{
    public static ValueTask<int> TakeAsync(this Stream stream, byte[] bytes, int offset, int count, CancellationToken cancellation) =>
        stream.ReadAsync(bytes.AsMemory(offset, count), cancellation);

    public static ValueTask PutAsync(this Stream stream, byte[] bytes, int count, CancellationToken cancellation) =>
        stream.WriteAsync(bytes.AsMemory(0, count), cancellation);
}
