using System.Text.Json;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;

namespace TcmCrm.Roi.Json;

/// <summary>Reads the documents that the library writes as answers: results, reviews, simulations, comparisons, studies, KPIs, returns.</summary>
/// <remarks>
/// <para>What comes back is what the document says (<see cref="AnswerValue"/>), not an evaluation: that is made of a case, whose document is kept beside the answer where it will be asked
/// further. Which answer it is, is told by its members; versions that this library does not write are refused.</para>
/// <para>The limits on bytes, depth, values and problems of <see cref="DocumentReadOptions"/> hold. Syntax is strict, and a member that stands twice is a problem, as in a case document.</para>
/// </remarks>
public static class AnswerDocument
{
    /// <summary>Reads a document from text, by <see cref="DocumentReadOptions.Default"/>.</summary>
    /// <param name="json">The text; columns in problems count its Unicode characters.</param>
    /// <returns>The answer, or all problems of the document. A bad document never throws.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static AnswerReading Read(string json) => Read(json, null);

    /// <summary>Reads a document from text.</summary>
    /// <param name="json">The text; columns in problems count its Unicode characters.</param>
    /// <param name="options">The limits, in bytes of UTF-8; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <returns>The answer, or all problems of the document. A bad document never throws.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static AnswerReading Read(string json, DocumentReadOptions? options)
    {
        var session = new Session(options);
        return session.Read(DocumentBytes.From(json ?? throw new ArgumentNullException(nameof(json)), session.Options.MaximumBytes, session.Problems));
    }

    /// <summary>Reads a document from memory.</summary>
    /// <param name="utf8">The bytes of the document; they must not change while it is read.</param>
    /// <param name="options">The limits; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <returns>The answer, or all problems of the document. A bad document never throws.</returns>
    public static AnswerReading Read(ReadOnlyMemory<byte> utf8, DocumentReadOptions? options)
    {
        var session = new Session(options);
        return session.Read(DocumentBytes.From(utf8, session.Options.MaximumBytes, session.Problems));
    }

    /// <summary>Reads a document from a stream, from its position to its end, and no further than the limit on size.</summary>
    /// <param name="stream">A readable stream; it is not closed.</param>
    /// <param name="options">The limits; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <returns>The answer, or all problems of the document. A bad document never throws.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be read from.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static AnswerReading Read(Stream stream, DocumentReadOptions? options)
    {
        var session = new Session(options);
        return session.Read(DocumentBytes.From(stream ?? throw new ArgumentNullException(nameof(stream)), session.Options.MaximumBytes, session.Problems));
    }

    /// <summary>Reads a document from a stream that is not to be waited for.</summary>
    /// <param name="stream">A readable stream; it is not closed.</param>
    /// <param name="options">The limits; <see cref="DocumentReadOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the reading; asked with each block.</param>
    /// <returns>The answer, or all problems of the document. A bad document never throws.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be read from.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static Task<AnswerReading> ReadAsync(Stream stream, DocumentReadOptions? options = null, CancellationToken cancellation = default)
    {
        var session = new Session(options);
        return DocumentBytes.ReadAsync(stream, session.Options.MaximumBytes, session.Problems, session.Read, cancellation);
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

        public AnswerReading Read(SourceText? text)
        {
            DocumentTree? tree = text is null ? null : TreeBuilder.Build(text, Options.MaximumDepth, Options.MaximumItems, Problems);
            AnswerKind kind = tree is null ? default : AnswerShapes.Check(tree, Problems);
            if (text is not null && Problems.Any)
            {
                Problems.Locate(text, tree);
            }

            return new AnswerReading(kind, Problems.Any ? null : Root(text!), Problems.ToList());
        }

        private AnswerValue Root(SourceText text)
        {
            using JsonDocument document = JsonDocument.Parse(text.Bytes.AsMemory(text.Start, text.End - text.Start), new JsonDocumentOptions { MaxDepth = Options.MaximumDepth });
            JsonElement root = document.RootElement.Clone();
            return new AnswerValue(root, root.TryGetProperty("currency", out JsonElement code) && Currency.TryOf(code.GetString()!, out Currency currency) ? currency : Currency.None, "$");
        }
    }
}
