using System.Buffers;
using System.Text;
using Microsoft.Extensions.Options;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>From the document of a tenant to the line of its result, by the engine and the options of the silo.</summary>
internal sealed class TenantWork : IDisposable
{
    private readonly PortfolioEvaluator _evaluator;
    private readonly PortfolioJournal _journal;
    private readonly DocumentReadOptions _reading;

    public TenantWork(IRoiEngine engine, IOptions<RoiSiloOptions> options)
    {
        PortfolioOptions portfolio = options.Value.Portfolio?.Invoke(engine) ?? new PortfolioOptions { Evaluation = engine.EvaluationSettings, Review = engine.ReviewSettings };
        _evaluator = new PortfolioEvaluator(portfolio);
        _journal = new PortfolioJournal(portfolio);
        _reading = engine.ReadOptions;
        Settings = _journal.HashOf();
    }

    /// <summary>The hash of options and version.</summary>
    public string Settings { get; }

    public void Dispose() => _journal.Dispose();

    /// <summary>As the command line has it: id, document, and what stands beside it.</summary>
    public string HashOf(string id, byte[] document, string? asOf) => _journal.HashOf(Encoding.UTF8.GetBytes(id), document, asOf is null ? default : Encoding.UTF8.GetBytes(asOf));

    /// <summary>Adds the line of a document.</summary>
    public void Write(string id, byte[] document, IBufferWriter<byte> lines) =>
        TenantResultJson.Write(_evaluator.Evaluate(TenantDocument.Read(document, id, _reading)), HashOf(id, document, null), lines);

    /// <summary>The line of a tenant that is kept, and whether it has figures.</summary>
    /// <param name="id">The key of its grain.</param>
    /// <param name="document">Its document.</param>
    /// <param name="asOf">The month up to which the calendar has reviewed it, null where it has not.</param>
    /// <param name="contentHash">The hash of all three.</param>
    public (byte[] Line, bool IsEvaluated) KeptLine(string id, byte[] document, string? asOf, string contentHash)
    {
        PortfolioTenant tenant = TenantDocument.Read(document, id, _reading);
        if (tenant.Id != id)
        {
            tenant = PortfolioTenant.Unreadable(id, [new Message("portfolio.otherTenant", MessageArgument.Text("tenant", id), MessageArgument.Text("found", tenant.Id))]);
        }

        TenantResult result = _evaluator.Evaluate(asOf is null ? tenant : Later(tenant, Iso.Month(asOf)));
        return (Line(result, contentHash), result.IsEvaluated);
    }

    public byte[] NotKeptLine(string id) =>
        Line(_evaluator.Evaluate(PortfolioTenant.Unreadable(id, [new Message("portfolio.notKept")])), HashOf(id, [], null));

    private static byte[] Line(TenantResult result, string contentHash)
    {
        var line = new ArrayBufferWriter<byte>();
        TenantResultJson.Write(result, contentHash, line);
        return line.WrittenSpan.ToArray();
    }

    /// <summary>The tenant as of a month, where nothing names a later one.</summary>
    private PortfolioTenant Later(PortfolioTenant tenant, YearMonth month)
    {
        if (!tenant.TryGetCase(out InvestmentCase? source) || month.OnDayOfMonth(1) < source.Start.With(DateAdjusters.StartOfMonth))
        {
            return tenant;
        }

        // What was due and was not booked is owed, also where nothing was booked at all.
        Actuals actuals = tenant.Actuals ?? new Actuals([]);
        YearMonth? named = tenant.AsOf ?? _evaluator.Options.AsOf ?? Observed(source, actuals);
        return named is { } own && own.CompareTo(month) >= 0
            ? tenant
            : new PortfolioTenant(tenant.Id, source) { Actuals = actuals, Contracts = tenant.Contracts, AsOf = month };
    }

    private YearMonth? Observed(InvestmentCase source, Actuals actuals)
    {
        try
        {
            return CaseReview.TryFindMonth(source, actuals, out YearMonth month, _evaluator.Options.Review) ? month : null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException)
        {
            // The evaluation says what is wrong.
            return null;
        }
    }
}
