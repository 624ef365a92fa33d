using System.Globalization;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Impacts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Portfolios;

/// <summary>Reads the documents of a tenant; on whatever thread, so that nothing is told but by its result.</summary>
internal sealed class TenantReading(CommandContext context)
{
    /// <summary>Files of a tenant are held whole; a larger one is refused by whoever reads it.</summary>
    private static readonly int MostBytes = DocumentReadOptions.Default.MaximumBytes + 1;

    /// <summary>The bytes that a tenant is made from: its document, and its actuals, which are empty where there are none.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    internal static (ReadOnlyMemory<byte> Document, byte[] Actuals) Bytes(TenantSource source) =>
        (source.Document ?? Whole(source.Path), source.Actuals is null ? [] : Whole(source.Actuals));

    /// <summary>Whether a document names series that lie beside it, which its bytes do not tell.</summary>
    internal static bool HasSeries(ReadOnlyMemory<byte> document) => document.Span.IndexOf("\"impact\""u8) >= 0 || IsWorkbook(document);

    internal PortfolioTenant Read(TenantSource source, ReadOnlyMemory<byte> document, byte[] actuals)
    {
        // Notes and problems of a series stand in the problems of the case; the list of the run is not for several threads.
        var own = new CommandContext
        {
            Arguments = context.Arguments,
            Host = context.Host,
            Problems = new ProblemList(),
            Language = context.Language,
            Format = context.Format,
            Target = context.Target,
            Overwrite = context.Overwrite,
        };
        DocumentReadOptions options = SeriesBesideDocument.Options(own, source.Path);
        PortfolioTenant tenant = IsWorkbook(document) ? Workbook(source, document, options) : TenantDocument.Read(document, source.Id, options);
        return source.Actuals is not null && tenant.TryGetCase(out InvestmentCase? plan) ? WithActuals(tenant, plan, actuals) : tenant;
    }

    internal static PortfolioTenant Unreadable(TenantSource source, Exception e) => PortfolioTenant.Unreadable(source.Id, [InputFile.Unreadable(e)]);

    private static bool IsWorkbook(ReadOnlyMemory<byte> document) => document.Length > 1 && document.Span[..2].SequenceEqual("PK"u8);

    private static PortfolioTenant Workbook(TenantSource source, ReadOnlyMemory<byte> document, DocumentReadOptions options)
    {
        CaseWorkbookReading reading = CaseWorkbook.Read(new MemoryStream(document.ToArray()), options);
        return reading.TryGetCase(out InvestmentCase? read)
            ? new PortfolioTenant(source.Id, read)
            : PortfolioTenant.Unreadable(source.Id, reading.Problems.Select(problem => Placed(
                problem.Sheet is not { } sheet ? null : problem.Cell is { } cell ? Told.As("place.cell", ("sheet", sheet), ("cell", cell)) : Told.As("place.sheet", ("sheet", sheet)), problem.Message)));
    }

    private static PortfolioTenant WithActuals(PortfolioTenant tenant, InvestmentCase plan, byte[] table)
    {
        ActualsReading reading = ActualsTable.Read(new MemoryStream(table), plan);
        if (reading.Problems.Count > 0)
        {
            return PortfolioTenant.Unreadable(tenant.Id, reading.Problems.Select(problem => Placed(
                problem.Line is { } line ? Told.As("portfolio.actualsLine", ("line", line.ToString(CultureInfo.InvariantCulture))) : Told.As("portfolio.actuals"), problem.Sentence)));
        }

        try
        {
            return new PortfolioTenant(tenant.Id, plan)
            {
                Actuals = new Actuals([.. tenant.Actuals?.All ?? [], .. reading.Actuals]),
                Contracts = [.. tenant.Contracts, .. reading.Contracts],
                AsOf = tenant.AsOf,
            };
        }
        catch (ArgumentException e)
        {
            // Rows that stand in the document and in the table beside it.
            return PortfolioTenant.Unreadable(tenant.Id, [Placed(Told.As("portfolio.actuals"), Told.Said(e))]);
        }
    }

    private static Message Placed(Message? place, Message what) =>
        place is null ? what : new Message("portfolio.placed", MessageArgument.Part("place", place), MessageArgument.Part("problem", what));

    private static byte[] Whole(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var bytes = new byte[(int)Math.Min(stream.Length, MostBytes)];
        int count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count == bytes.Length ? bytes : bytes[..count];
    }
}
