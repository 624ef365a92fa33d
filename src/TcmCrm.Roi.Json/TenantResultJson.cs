using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Json;

/// <summary>Writes the result of one tenant of a portfolio and reads it back, every bit of it: for results that are computed on one machine and summed on another.</summary>
/// <remarks>
/// It is no document for people: what it has is what <see cref="PortfolioEvaluator.Sum"/> and <see cref="PortfolioJournal"/> take, trials and problems included. Both sides
/// need the same version of the library. A journal keeps the same lines.
/// </remarks>
public static class TenantResultJson
{
    /// <summary>Writes a result as one line of JSON.</summary>
    /// <param name="result">The result; one with problems has them whole, so that who reads them says them in any language.</param>
    /// <param name="contentHash">What <see cref="PortfolioJournal.HashOf"/> says of its documents.</param>
    /// <param name="buffer">Where the bytes go: UTF-8 without a byte order mark, with <c>\n</c> at the end.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(TenantResult result, string contentHash, IBufferWriter<byte> buffer) => (buffer ?? throw new ArgumentNullException(nameof(buffer)))
        .Write(TenantResultLine.Write(result ?? throw new ArgumentNullException(nameof(result)), contentHash ?? throw new ArgumentNullException(nameof(contentHash))));

    /// <summary>Reads a result.</summary>
    /// <param name="utf8">One line, with its end or without; it must not change while it is read.</param>
    /// <param name="result">The result; null where this is none.</param>
    /// <param name="contentHash">The hash that it was written with; null where this is none.</param>
    /// <returns>False where this is not the result of a tenant; a bad line never throws.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out TenantResult? result, [NotNullWhen(true)] out string? contentHash) =>
        TenantResultLine.TryRead(utf8, out result, out contentHash);
}
