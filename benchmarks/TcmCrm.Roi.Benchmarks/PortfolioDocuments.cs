using System.Buffers;
using System.Globalization;
using System.Text;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Spreadsheets;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>Documents of tenants: the sample with its actuals, varied in 512 ways (discount rate, amounts booked and measured), each tenant with an id of its own.</summary>
internal sealed class PortfolioDocuments
{
    private const int Variants = 512;

    private readonly byte[][] _documents = Made();

    /// <summary>The bytes of one.</summary>
    internal int Length => _documents[0].Length;

    internal byte[] Of(int number)
    {
        // An id has as many letters in every document.
        byte[] document = (byte[])_documents[number % Variants].Clone();
        Encoding.ASCII.GetBytes(IdOf(number), document.AsSpan(document.AsSpan().IndexOf("########"u8)));
        return document;
    }

    internal static string IdOf(int number) => number.ToString("D8", CultureInfo.InvariantCulture);

    private static byte[][] Made()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TcmCrm.Roi.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        string samples = Path.Combine(folder ?? throw new DirectoryNotFoundException("Run inside the repository."), "docs", "samples");
        InvestmentCase source = CaseDocument.Read(File.ReadAllText(Path.Combine(samples, "renhetang-saas.json"))).Case;
        using FileStream table = File.OpenRead(Path.Combine(samples, "renhetang-saas-actuals.csv"));
        ActualsReading actuals = ActualsTable.Read(table, source);
        var documents = new byte[Variants][];
        for (int i = 0; i < Variants; i++)
        {
            decimal booked = 0.9m + (0.01m * (i % 31)), measured = 0.3m + (0.02m * (i % 47));
            var tenant = new PortfolioTenant("########", source.WithDiscountRate(0.04m + (0.005m * (i % 17))))
            {
                Actuals = new Actuals(actuals.Actuals.Select(row => row.Kind switch
                {
                    ActualKind.Cost => Actual.Cost(row.Line, row.Month, (row.Cash * booked).RoundToMinorUnit()),
                    ActualKind.Benefit => Actual.Benefit(row.Line, row.Month, (row.Cash * measured).RoundToMinorUnit()),
                    _ => row,
                })),
                Contracts = actuals.Contracts,
                AsOf = new YearMonth(2026, 6),
            };
            var buffer = new ArrayBufferWriter<byte>();
            TenantDocument.Write(tenant, buffer);
            documents[i] = buffer.WrittenSpan.ToArray();
        }

        return documents;
    }
}
