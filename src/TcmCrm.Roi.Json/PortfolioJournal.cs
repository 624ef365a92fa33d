using System.Security.Cryptography;
using System.Text;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Json;

/// <summary>
/// The results of a run as lines of a file: a run that ended early goes on where it was, and one over cases of which few have changed computes these alone. It also makes the
/// content hash of a portfolio, with a file or without one.
/// </summary>
/// <remarks>
/// A line is found again by the hash of what it was made from: the bytes of case and actuals, the options, the version of the library. A line that was not written whole is not
/// found. Tenants that failed are not kept: they are computed again. What a host brings as functions (rules, measures, kinds of its own) is in the hash by its ids alone.
/// Several threads may look for results and make hashes at once; results are added by one.
/// </remarks>
public sealed class PortfolioJournal : IDisposable
{
    private readonly byte[] _settings;
    private readonly Stream? _stream;
    private readonly Dictionary<string, (long Offset, int Length)> _index = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _end;

    /// <summary>A journal of a run.</summary>
    /// <param name="options">The options of the run.</param>
    /// <param name="stream">Lines of earlier runs, to which those of this one are added; read, sought and written while the journal is used, and not closed. Null keeps nothing.</param>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <exception cref="ArgumentException">The stream cannot be read, sought and written.</exception>
    /// <exception cref="InvalidDataException">What the stream holds is no journal.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public PortfolioJournal(PortfolioOptions options, Stream? stream = null)
    {
        _settings = Encoding.UTF8.GetBytes(PortfolioSettings.Text(options ?? throw new ArgumentNullException(nameof(options))));
        _stream = stream is null or { CanRead: true, CanSeek: true, CanWrite: true }
            ? stream
            : throw new ArgumentException("The stream must be one that can be read, sought and written.", nameof(stream));
        if (stream is not null)
        {
            Index(stream);
        }
    }

    /// <summary>How many results of earlier runs there are.</summary>
    public int Count => _index.Count;

    /// <summary>The hash of what a tenant is made from, as 64 hexadecimal digits.</summary>
    /// <param name="parts">Its documents, such as case and actuals, in an order that is always the same; and its id, where they do not state it.</param>
    /// <exception cref="ArgumentNullException">The parts are null.</exception>
    public string HashOf(params ReadOnlyMemory<byte>[] parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_settings);
        foreach (ReadOnlyMemory<byte> part in parts ?? throw new ArgumentNullException(nameof(parts)))
        {
            byte[] bytes = part.ToArray();
            hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
            hash.AppendData(bytes);
        }

        return Hex(hash.GetHashAndReset());
    }

    /// <summary>The result of an earlier run.</summary>
    /// <param name="contentHash">What <see cref="HashOf"/> says of its documents.</param>
    /// <returns>The result, bit by bit as it was; null where there is none.</returns>
    /// <exception cref="ArgumentNullException">The hash is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public TenantResult? Find(string contentHash)
    {
        byte[] line;
        lock (_gate)
        {
            if (!_index.TryGetValue(contentHash ?? throw new ArgumentNullException(nameof(contentHash)), out (long Offset, int Length) place))
            {
                return null;
            }

            line = new byte[place.Length];
            _stream!.Position = place.Offset;
            int count = 0, read;
            while (count < line.Length && (read = _stream.Read(line, count, line.Length - count)) > 0)
            {
                count += read;
            }
        }

        return TenantResultLine.TryRead(line, out TenantResult? result, out string? hash) && hash == contentHash ? result : null;
    }

    /// <summary>Adds a result to the content hash, and to the file where it is not there.</summary>
    /// <param name="result">The next result, in the order of the tenants.</param>
    /// <param name="contentHash">What <see cref="HashOf"/> says of its documents.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ObjectDisposedException">The journal was disposed of.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Add(TenantResult result, string contentHash)
    {
        byte[] line = TenantResultLine.Write(
            result ?? throw new ArgumentNullException(nameof(result)), contentHash ?? throw new ArgumentNullException(nameof(contentHash)));
        _hash.AppendData(line);
        if (_stream is null || !result.IsEvaluated)
        {
            return;
        }

        lock (_gate)
        {
            if (!_index.ContainsKey(contentHash))
            {
                _stream.Position = _end;
                _stream.Write(line, 0, line.Length);
                _index.Add(contentHash, (_end, line.Length));
                _end += line.Length;
            }
        }
    }

    /// <summary>The hash of all results that were added, in their order, each with what it was made from: the same for every run over the same documents by the same options and version,
    /// whatever the degree, the machine, and what was computed before. The next result begins a new one.</summary>
    /// <returns>64 hexadecimal digits.</returns>
    /// <exception cref="ObjectDisposedException">The journal was disposed of.</exception>
    public string ContentHash() => Hex(_hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));

    private void Index(Stream stream)
    {
        stream.Position = 0;
        var block = new byte[64 * 1024];
        var head = new byte[TenantResultLine.HeadLength];
        long start = 0, at = 0;
        int count;
        while ((count = stream.Read(block, 0, block.Length)) > 0)
        {
            if (at == 0 && !TenantResultLine.Begins(block, count))
            {
                throw new InvalidDataException("The stream holds something else than the lines of a journal; it is left as it is.");
            }

            int from = 0;
            while (from < count)
            {
                int end = Array.IndexOf(block, (byte)'\n', from, count - from);
                int until = end < 0 ? count : end;
                int known = (int)Math.Min(at - start, head.Length);
                Array.Copy(block, from, head, known, Math.Min(until - from, head.Length - known));
                at += until - from;
                from = until + 1;
                if (end < 0)
                {
                    continue;
                }

                at++;
                if (at - start <= int.MaxValue && TenantResultLine.HashIn(head, (int)Math.Min(at - start, head.Length)) is { } hash)
                {
                    _index[hash] = (start, (int)(at - start));
                }

                start = at;
            }
        }

        // What stands behind the last end of a line was not written whole, and makes room.
        _end = start;
        if (stream.Length > _end)
        {
            stream.SetLength(_end);
        }
    }
}
