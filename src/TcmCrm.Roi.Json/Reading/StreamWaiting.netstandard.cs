namespace TcmCrm.Roi.Json.Reading;

/// <summary>Reads and writes blocks of arrays without holding a thread.</summary>
internal static class StreamWaiting
{
    public static Task<int> TakeAsync(this Stream stream, byte[] bytes, int offset, int count, CancellationToken cancellation) =>
        stream.ReadAsync(bytes, offset, count, cancellation);

    public static Task PutAsync(this Stream stream, byte[] bytes, int count, CancellationToken cancellation) =>
        stream.WriteAsync(bytes, 0, count, cancellation);
}
