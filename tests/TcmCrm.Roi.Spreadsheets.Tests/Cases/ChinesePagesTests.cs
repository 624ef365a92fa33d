using System.Text;
using System.Text.RegularExpressions;
using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Cases;

/// <summary>The Chinese guides call the fields and words of a case as its workbook does.</summary>
public partial class ChinesePagesTests
{
    private const string Begin = "<!-- fields: written by a test -->\n";
    private const string End = "<!-- end of fields -->";
    private static readonly Language Chinese = Language.Of("zh");

    /// <summary>TCM_ROI_WRITE_DOCS=1 writes the tables.</summary>
    [Fact]
    public void Documents_HaveEveryFieldOfACase()
    {
        string path = PathOf("documents.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var text = new StringBuilder();
        Table(text, "案例", "case", CaseLayout.Instance.Case);
        foreach ((CaseSheet sheet, CaseList list) in CaseLayout.Instance.Sheets.SelectMany(sheet => sheet.Lists.Select(list => (sheet, list))))
        {
            string name = sheet.HasLists ? ChineseCaseWords.Find(sheet.Id, CaseSheet.ListColumn, list.Path)! : CaseSheetNames.Of(Chinese, sheet.Id);
            Table(text, name, sheet.Id, list);
        }

        string written = page[..from] + text + page[page.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("TCM_ROI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, written);
        }
        else
        {
            Assert.Equal(written, page);
        }
    }

    [Fact]
    public void CostsAndBenefits_NameEveryKindAsTheWorkbookDoes()
    {
        string page = File.ReadAllText(PathOf("costs-and-benefits.md")).ReplaceLineEndings("\n");
        foreach (string sheet in new[] { CaseLayout.Costs, CaseLayout.Benefits })
        {
            CaseField kind = CaseLayout.Instance.Sheets.Single(one => one.Id == sheet).Columns.Single(field => field.Path == "kind");
            Assert.All(kind.Words, word => Assert.Matches($@"(?m)^\| {Regex.Escape(CaseText.Label(Chinese, sheet, kind, word))} \| .*\| `{word}` \|$", page));
        }
    }

    private static void Table(StringBuilder text, string name, string sheet, CaseList list)
    {
        bool hasKinds = list.Fields.Any(field => field.Kinds.Count > 0);
        CaseField? kind = list.Fields.FirstOrDefault(field => field.Path == "kind");
        text.Append('\n').Append("### ").Append(name).Append("\n\n")
            .Append(list.Path.Length == 0 ? "" : $"文档中的成员为`{list.Path}`，每项一个对象：\n\n")
            .Append(hasKinds ? "| 栏目 | 含义 | 可填 | 适用于 | 属性 |\n|---|---|---|---|---|\n" : "| 栏目 | 含义 | 可填 | 属性 |\n|---|---|---|---|\n");
        foreach (CaseField field in list.Fields)
        {
            string words = string.Join("、", field.Words.Where(word => word != "1.0").Select(word => $"{CaseText.Label(Chinese, sheet, field, word)}`{word}`"));
            string kinds = field.Kinds.Count == 0 || kind is null ? "" : field.Kinds.Count == kind.Words.Count ? "全部" : string.Join("、", field.Kinds.Select(word => CaseText.Label(Chinese, sheet, kind, word)));
            text.Append("| ").Append(CaseText.Label(Chinese, sheet, field)).Append(field.IsRequired ? "（必填）" : "").Append(" | ").Append(CaseText.Meaning(Chinese, sheet, field)).Append(" | ").Append(words)
                .Append(hasKinds ? " | " + kinds : "").Append(" | `").Append(field.Path).Append("` |\n");
        }
    }

    private static string PathOf(string page) => Repository.PathOf("docs", "zh", page);
}
