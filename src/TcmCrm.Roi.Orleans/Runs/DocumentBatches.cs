using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using TcmCrm.Roi.Orleans.Grains;

namespace TcmCrm.Roi.Orleans.Runs;

/// <summary>Splits a stream of documents into batches, each known by the hash of its content.</summary>
internal static class DocumentBatches
{
    /// <summary>The longest document that is sent: Orleans allows 100 MB a message.</summary>
    public const int MostDocumentBytes = 32 * 1024 * 1024;

    /// <summary>A batch ends where its documents are so long together.</summary>
    private const int MostBatchBytes = 16 * 1024 * 1024;

    public static async IAsyncEnumerable<BatchDocuments> Of(
        IAsyncEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> documents, int size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ids = new List<string>(size);
        var bytes = new List<byte[]>(size);
        long length = 0;
        await foreach ((string id, ReadOnlyMemory<byte> document) in documents.WithCancellation(cancellation).ConfigureAwait(false))
        {
            RoiPortfolio.CheckId(id, nameof(documents));

            // One byte more than may be sent tells that there is too much.
            byte[] taken = (document.Length > MostDocumentBytes ? document[..(MostDocumentBytes + 1)] : document).ToArray();
            if (ids.Count > 0 && length + taken.Length > MostBatchBytes)
            {
                yield return Taken();
            }

            ids.Add(id);
            bytes.Add(taken);
            length += taken.Length;
            if (ids.Count == size)
            {
                yield return Taken();
            }
        }

        if (ids.Count > 0)
        {
            yield return Taken();
        }

        BatchDocuments Taken()
        {
            var batch = new BatchDocuments([.. ids], [.. bytes]);
            ids.Clear();
            bytes.Clear();
            length = 0;
            return batch;
        }
    }

    public static string KeyOf(BatchDocuments batch)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        for (int i = 0; i < batch.Ids.Length; i++)
        {
            Put(Encoding.UTF8.GetBytes(batch.Ids[i]), length);
            Put(batch.Documents[i], length);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Put(byte[] part, Span<byte> length)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
            hash.AppendData(length);
            hash.AppendData(part);
        }
    }
}
