using System.Buffers;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Tenants;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Json;

/// <summary>Reads and writes the tenants of a portfolio: one document a tenant, or many documents in one file, one a line (JSON Lines).</summary>
/// <remarks>
/// A document is a case as <see cref="CaseDocument"/> reads it, or an object with <c>tenant</c> (its id), <c>case</c>, and what was observed: <c>actuals</c>, a list of objects
/// with the columns of a table of actuals (<c>kind</c>, <c>line</c>, <c>month</c>, <c>amount</c>, <c>quantity</c>, <c>denominator</c>, <c>planned</c>, <c>from</c>,
/// <c>currency</c>, <c>document</c>), <c>contracts</c> (<c>line</c>, <c>firstRenewal</c>, <c>termMonths</c>, <c>noticeMonths</c>), <c>asOf</c>. docs/portfolio.md explains them.
/// </remarks>
public static class TenantDocument
{
    /// <summary>The version of the document format that is read and written.</summary>
    public const string SchemaVersion = TenantShape.Version;

    /// <summary>Reads the document of a tenant.</summary>
    /// <param name="utf8">The bytes of the document; they must not change while it is read.</param>
    /// <param name="id">What the tenant is called where the document does not say: the name of its file, or the number of its line.</param>
    /// <param name="options">The limits; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <returns>The tenant; with all problems of the document, each with its place, where there is no case. A bad document never throws.</returns>
    /// <exception cref="ArgumentException">The id is null or blank.</exception>
    public static PortfolioTenant Read(ReadOnlyMemory<byte> utf8, string id, DocumentReadOptions? options = null)
    {
        options ??= DocumentReadOptions.Default;
        var problems = new ProblemList(options.MaximumProblems);
        SourceText? text = DocumentBytes.From(utf8, options.MaximumBytes, problems);
        DocumentTree? tree = text is null ? null : TreeBuilder.Build(text, options.MaximumDepth, options.MaximumItems, problems);
        PortfolioTenant? tenant = null;
        string called = id;
        if (tree is not null)
        {
            bool isTenant = TenantShape.Is(tree);
            called = isTenant ? TenantShape.IdIn(tree) ?? id : id;
            var context = Context(tree, problems, options);
            tenant = isTenant
                ? TenantShape.Read(context, called)
                : CaseBinder.Read(context) is { } source ? new PortfolioTenant(called, source) : null;
        }

        if (text is not null && problems.Any)
        {
            problems.Locate(text, tree);
        }

        tree?.Release();
        Message[] all = [.. problems.ToList().Select(problem => new Message("document.placed", MessageArgument.Text("path", problem.Path), MessageArgument.Part("problem", problem.Message)))];
        return tenant is not null && all.Length == 0 ? tenant : PortfolioTenant.Unreadable(called, all);
    }

    /// <summary>Writes a tenant as a document on one line, without the end of the line.</summary>
    /// <param name="tenant">The tenant; one without a case cannot be written.</param>
    /// <param name="buffer">Where the UTF-8 bytes go.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tenant has no case.</exception>
    public static void Write(PortfolioTenant tenant, IBufferWriter<byte> buffer)
    {
        _ = tenant ?? throw new ArgumentNullException(nameof(tenant));
        if (!tenant.TryGetCase(out InvestmentCase? source))
        {
            throw new ArgumentException($"The tenant '{tenant.Id}' has no case; there is nothing to write.", nameof(tenant));
        }

        using var writer = new Utf8JsonWriter(buffer ?? throw new ArgumentNullException(nameof(buffer)), DocumentForm.Compact);
        TenantShape.Write(writer, tenant, source);
    }

    /// <summary>The documents of a file that has one a line, each with the number of its line from 1; blank lines are passed over.</summary>
    /// <param name="stream">UTF-8, with or without a byte order mark; read while the documents are taken, and not closed.</param>
    /// <param name="options">The limits; <see cref="DocumentReadOptions.Default"/> where null. Of a line that is longer than a document may be only so much is kept that
    /// <see cref="Read"/> refuses it.</param>
    /// <returns>The bytes of each document, which stay as they are.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="IOException">The stream cannot be read; thrown while documents are taken.</exception>
    public static IEnumerable<KeyValuePair<long, ReadOnlyMemory<byte>>> Lines(Stream stream, DocumentReadOptions? options = null) =>
        DocumentLines.Of(stream ?? throw new ArgumentNullException(nameof(stream)), (options ?? DocumentReadOptions.Default).MaximumBytes);

    private static ReadContext Context(DocumentTree tree, ProblemList problems, DocumentReadOptions options) => new(tree, problems)
    {
        MaximumCells = options.MaximumCells,
        MaximumRows = options.MaximumRows,
        Impacts = options.Impacts,
        HostCosts = options.CostKinds,
        HostBenefits = options.BenefitKinds,
    };
}
