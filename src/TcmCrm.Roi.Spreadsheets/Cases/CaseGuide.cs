using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The last sheet: how the workbook is filled in, and what each field means.</summary>
internal static class CaseGuide
{
    private static readonly string[] Steps =
    [
        "book.guide.step1", "book.guide.step2", "book.guide.step3", "book.guide.step4", "book.guide.step5", "book.guide.step6", "book.guide.step7",
    ];

    private static readonly string[] Headings = ["sheet", "item", "field", "meaning", "words"];

    internal static BookSheet Create(Language language, CaseLayout layout)
    {
        var guide = new BookSheet(CaseSheetNames.Of(language, CaseSheetNames.Guide)) { IsLandscape = true };
        guide.Widths.AddRange([14, 26, 26, 90, 50]);
        guide.Add(BookCell.Of(language.Say("book.guide.title"), CellStyle.Title));
        foreach (string step in Steps)
        {
            guide.Add(BookCell.Of(language.Say(step)));
        }

        guide.Add();
        guide.Add([.. Headings.Select(id => BookCell.Of(language.Say("book.case." + id), CellStyle.Heading))]);
        Add(guide, language, CaseSheetNames.Case, layout.Case.Fields);
        foreach (CaseSheet sheet in layout.Sheets)
        {
            Add(guide, language, sheet.Id, sheet.Columns);
        }

        return guide;
    }

    private static void Add(BookSheet guide, Language language, string sheet, IEnumerable<CaseField> fields)
    {
        foreach (CaseField field in fields)
        {
            string words = string.Join(language.Say("book.separator"), field.Words.Select(word => CaseText.Label(language, sheet, field, word)));
            guide.Add(
                BookCell.Of(CaseSheetNames.Of(language, sheet), CellStyle.Text), BookCell.Of(CaseText.Label(language, sheet, field), CellStyle.Text), BookCell.Of(field.Path, CellStyle.Path),
                BookCell.Of(CaseText.Meaning(language, sheet, field), CellStyle.Text), BookCell.Of(words, CellStyle.Text));
        }
    }
}
