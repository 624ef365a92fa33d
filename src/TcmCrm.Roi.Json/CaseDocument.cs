using System.Buffers;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Schema;

namespace TcmCrm.Roi.Json;

/// <summary>Reads and writes business cases as JSON; <c>docs/schema/case.schema.json</c> describes the form.</summary>
/// <remarks>
/// <para>A document is UTF-8 (a byte order mark is passed over) and strict JSON: no comments, no trailing commas, no NaN. Unknown and
/// double properties are errors. Numbers may stand as JSON numbers or as text that holds one (<c>"0.10"</c>); they are read as decimals,
/// exactly, trailing zeros included, and refused when a decimal cannot hold them.</para>
/// <para>Required: <c>schemaVersion</c>, <c>name</c>, <c>currency</c>, <c>start</c>, <c>costs</c>, <c>benefits</c>. Left out,
/// <c>goLive</c> is the start and the <c>id</c> of a line its name. Terms that are left out (<c>horizons</c>, <c>dayCount</c>, <c>flowTiming</c>, rates) are
/// null in the case and left out again when it is written: who evaluates it fills them in.</para>
/// </remarks>
public static class CaseDocument
{
    /// <summary>The version of the document format that is read and written.</summary>
    public const string SchemaVersion = CaseShape.Version;

    /// <summary>Reads a document from memory, by <see cref="DocumentReadOptions.Default"/>.</summary>
    /// <param name="utf8">The bytes of the document; they must not change while it is read.</param>
    /// <returns>The case, or all problems of the document. A bad document never throws.</returns>
    public static CaseReading Read(ReadOnlyMemory<byte> utf8) => Read(utf8, null);

    /// <summary>Reads a document from memory.</summary>
    /// <param name="utf8">The bytes of the document; they must not change while it is read.</param>
    /// <param name="options">The limits; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <returns>The case, or all problems of the document. A bad document never throws.</returns>
    public static CaseReading Read(ReadOnlyMemory<byte> utf8, DocumentReadOptions? options)
    {
        var session = new Session(options);
        return session.Read(DocumentBytes.From(utf8, session.Options.MaximumBytes, session.Problems));
    }

    /// <summary>Reads a document from a stream, from its position to its end, by <see cref="DocumentReadOptions.Default"/>.</summary>
    /// <param name="stream">A readable stream; it is not closed.</param>
    /// <returns>The case, or all problems of the document. A bad document never throws.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static CaseReading Read(Stream stream) => Read(stream, null);

    /// <summary>Reads a document from a stream, from its position to its end, and no further than the limit on size.</summary>
    /// <param name="stream">A readable stream; it is not closed.</param>
    /// <param name="options">The limits; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <returns>The case, or all problems of the document. A bad document never throws.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static CaseReading Read(Stream stream, DocumentReadOptions? options)
    {
        var session = new Session(options);
        return session.Read(DocumentBytes.From(stream ?? throw new ArgumentNullException(nameof(stream)), session.Options.MaximumBytes, session.Problems));
    }

    /// <summary>Reads a document from a stream that is not to be waited for, such as the body of a request, from its position to its end, and no further than the limit on size.</summary>
    /// <param name="stream">A readable stream; it is not closed.</param>
    /// <param name="options">The limits; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the reading; asked with each block, and not while the bytes become a case.</param>
    /// <returns>The case, or all problems of the document: what <see cref="Read(Stream, DocumentReadOptions?)"/> gives. A bad document never throws.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be read from.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static Task<CaseReading> ReadAsync(Stream stream, DocumentReadOptions? options = null, CancellationToken cancellation = default)
    {
        var session = new Session(options);
        return DocumentBytes.ReadAsync(stream, session.Options.MaximumBytes, session.Problems, session.Read, cancellation);
    }

    /// <summary>Reads a document from text, by <see cref="DocumentReadOptions.Default"/>.</summary>
    /// <param name="json">The text; columns in problems count its Unicode characters.</param>
    /// <returns>The case, or all problems of the document. A bad document never throws.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static CaseReading Read(string json) => Read(json, null);

    /// <summary>Reads a document from text.</summary>
    /// <param name="json">The text; columns in problems count its Unicode characters.</param>
    /// <param name="options">The limits, in bytes of UTF-8; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <returns>The case, or all problems of the document. A bad document never throws.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static CaseReading Read(string json, DocumentReadOptions? options)
    {
        var session = new Session(options);
        return session.Read(DocumentBytes.From(json ?? throw new ArgumentNullException(nameof(json)), session.Options.MaximumBytes, session.Problems));
    }

    /// <summary>Writes a case as an indented document.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <returns>The text, with <c>\n</c> at the end of each line; <see cref="Read(string, DocumentReadOptions?)"/> gives the same case.</returns>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    public static string Write(InvestmentCase investmentCase) => DocumentForm.Text(Writing(investmentCase));

    /// <summary>Writes a case as an indented UTF-8 document to a stream.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="stream">A writable stream; it gets the document block by block while it is written, and is not closed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    public static void Write(InvestmentCase investmentCase, Stream stream) => DocumentForm.To(stream, Writing(investmentCase));

    /// <summary>Writes a case as an indented UTF-8 document to a buffer.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(InvestmentCase investmentCase, IBufferWriter<byte> buffer) => DocumentForm.To(buffer, Writing(investmentCase));

    /// <summary>Writes a case as an indented UTF-8 document to a stream that is not to be waited for, such as the body of an answer: Kestrel refuses what writes at once.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="stream">A writable stream; it is neither flushed nor closed.</param>
    /// <param name="cancellation">Ends the writing; asked before the document is made and with each block. What went out before stays.</param>
    /// <remarks>The document is made in memory, whole, in blocks of 16 KB, and goes out block by block: nobody waits within it. Where memory counts, write to a stream at once.</remarks>
    /// <returns>Done when the last block is passed on.</returns>
    /// <exception cref="ArgumentNullException">The case or the stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public static Task WriteAsync(InvestmentCase investmentCase, Stream stream, CancellationToken cancellation = default) => DocumentForm.ToAsync(stream, Writing(investmentCase), cancellation);

    /// <summary>The JSON Schema (draft 7) of the documents that are read by these options; without kinds of one's own it is <c>docs/schema/case.schema.json</c>.</summary>
    /// <param name="options">The kinds of cost and benefit in them stand in the schema beside those of the library: the properties of every line, and <c>parameters</c> as
    /// numbers by names that the host knows. Limits on size are not in it. <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <returns>Indented JSON in English, with <c>\n</c> at the end of each line; the same text for the same options. What relates two values to each other is left to the reader.</returns>
    public static string Schema(DocumentReadOptions? options = null) =>
        CaseSchema.Text([.. (options ?? DocumentReadOptions.Default).CostKinds.Keys], [.. (options ?? DocumentReadOptions.Default).BenefitKinds.Keys]);

    private static Action<Utf8JsonWriter> Writing(InvestmentCase investmentCase)
    {
        _ = investmentCase ?? throw new ArgumentNullException(nameof(investmentCase));
        return writer => CaseWriter.Write(writer, investmentCase);
    }

    private readonly struct Session
    {
        public Session(DocumentReadOptions? options)
        {
            Options = options ?? DocumentReadOptions.Default;
            Problems = new ProblemList(Options.MaximumProblems);
        }

        public DocumentReadOptions Options { get; }

        public ProblemList Problems { get; }

        public CaseReading Read(SourceText? text)
        {
            DocumentTree? tree = text is null ? null : TreeBuilder.Build(text, Options.MaximumDepth, Options.MaximumItems, Problems);
            InvestmentCase? read = tree is null ? null : CaseBinder.Read(new ReadContext(tree, Problems)
            {
                MaximumCells = Options.MaximumCells,
                MaximumRows = Options.MaximumRows,
                Impacts = Options.Impacts,
                HostCosts = Options.CostKinds,
                HostBenefits = Options.BenefitKinds,
            });
            if (text is not null && Problems.Any)
            {
                Problems.Locate(text, tree);
            }

            return new CaseReading(read, Problems.ToList());
        }
    }
}
