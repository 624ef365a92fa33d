using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A case document as a workbook to fill in, and back: <c>docs/workbooks.md</c> describes the sheets.</summary>
/// <remarks>
/// The columns are made from the published schema of the case document, so each of its members has a place: the case on the first sheet, costs and benefits one a row,
/// what is nested in them on a sheet of its own with the line that it belongs to. A document that was written and read back is the same case.
/// </remarks>
public static class CaseWorkbook
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a case workbook, from the position of the stream to its end.</summary>
    /// <param name="stream">A readable stream; it is not closed.</param>
    /// <param name="options">The limits, of the file and of the document, and what a host brings; <see cref="DocumentReadOptions.Default"/> where null. A sheet has at most
    /// <see cref="DocumentReadOptions.MaximumItems"/> cells.</param>
    /// <returns>The case, or all problems with their sheets and cells. A bad workbook never throws.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static CaseWorkbookReading Read(Stream stream, DocumentReadOptions? options = null)
    {
        if (stream is null)
        {
            throw new ArgumentNullException(nameof(stream));
        }

        options ??= DocumentReadOptions.Default;
        var problems = new List<CaseWorkbookProblem>();
        try
        {
            CaseNode root = Sheets(stream, options, problems);
            string document = Text(root);
            CaseReading reading = CaseDocument.Read(document, options);
            foreach (DocumentProblem problem in reading.Problems.Take(options.MaximumProblems - problems.Count))
            {
                CasePlace place = root.Follow(problem.Path).Place;
                problems.Add(new CaseWorkbookProblem(place, CaseWords.Of(problem.Message, place)));
            }

            return new CaseWorkbookReading(reading.TryGetCase(out InvestmentCase? read) ? read : null, document, problems.AsReadOnly());
        }
        catch (TableFault fault)
        {
            problems.Add(new CaseWorkbookProblem(default, fault.Reason));
            return new CaseWorkbookReading(null, null, problems.AsReadOnly());
        }
    }

    /// <summary>Writes a case document as a workbook.</summary>
    /// <param name="document">A case document, as JSON; the workbook holds what it holds, whether the case it describes is right or not.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="language">The language of labels, choices and notes: a workbook is read in every language.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The text is no JSON object, or has a member that no case document has, or a text or list of more than the 32,767 characters of a cell.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to, or has no room.</exception>
    public static void Write(string document, Stream stream, Language language)
    {
        if (document is null || stream is null || language is null)
        {
            throw new ArgumentNullException(document is null ? nameof(document) : stream is null ? nameof(stream) : nameof(language));
        }

        Book book;
        try
        {
            using var parsed = JsonDocument.Parse(document);
            book = new CaseBook(language).Create(parsed.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ArgumentException("The text is no case document: " + e.Message, nameof(document), e);
        }

        BookWriter.Write(book, stream);
    }

    /// <summary>Writes a case as a workbook.</summary>
    /// <param name="investmentCase">The case.</param>
    /// <param name="stream">A writable stream; it is not closed.</param>
    /// <param name="language">The language of labels, choices and notes: a workbook is read in every language.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="NotSupportedException">The stream cannot be written to, or has no room.</exception>
    public static void Write(InvestmentCase investmentCase, Stream stream, Language language) => Write(CaseDocument.Write(investmentCase), stream, language);

    /// <summary>An example to fill in, as a case document: a Chinese-medicine company's CRM, with lines of the usual kinds.</summary>
    /// <param name="language">Chinese, or English for every other language.</param>
    /// <returns>A case document as JSON, which <see cref="CaseDocument.Read(string)"/> reads.</returns>
    /// <exception cref="ArgumentNullException">The language is null.</exception>
    public static string Template(Language language)
    {
        string name = (language ?? throw new ArgumentNullException(nameof(language))).Tag == "zh" ? "case-template.zh.json" : "case-template.en.json";
        using Stream template = typeof(CaseWorkbook).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(template, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n").Replace("  \"$schema\": \"../schema/case.schema.json\",\n", string.Empty);
    }

    private static CaseNode Sheets(Stream stream, DocumentReadOptions options, List<CaseWorkbookProblem> problems)
    {
        var limits = new TableReadOptions { MaximumBytes = Math.Max(16, options.MaximumBytes), MaximumCells = options.MaximumItems, MaximumCellLength = 65_536 };
        byte[] bytes = TableSource.ReadAll(stream, limits.MaximumBytes, out int count);
        if (!TableSource.IsZip(bytes, count))
        {
            throw new TableFault(Said.As("notWorkbook"));
        }

        string[] known = [CaseSheetNames.Case, .. CaseLayout.Instance.Sheets.Select(sheet => sheet.Id)];
        List<(string Name, Grid Grid)> sheets = WorkbookReader.ReadSheets(
            bytes, count, limits, name => Array.Exists(known, id => CaseSheetNames.Is(id, name)), CaseSheetReader.HeaderRows, out List<(string Name, (Grid Grid, int First, int End) Head)> others);
        string? first = sheets.FirstOrDefault(sheet => CaseSheetNames.Is(CaseSheetNames.Case, sheet.Name)).Name;
        if (first is null)
        {
            throw new TableFault(new Message("book.notCase", Said.Names("sheets", sheets.Select(sheet => sheet.Name).Concat(others.Select(sheet => sheet.Name)))));
        }

        var reader = new CaseSheetReader(first, problems, options.MaximumProblems);
        foreach ((string name, (Grid grid, int from, int end)) in others.Where(sheet => !CaseSheetNames.Is(CaseSheetNames.Guide, sheet.Name)))
        {
            reader.ReadOther(name, grid, from, end);
        }

        return reader.Read(sheets);
    }

    private static string Text(CaseNode root)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Layout))
        {
            root.Write(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
