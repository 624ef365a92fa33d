using System.Text;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Measures;

/// <summary>The table of figures in docs/formulas.md is the list of measures; TCM_ROI_WRITE_DOCS=1 writes it.</summary>
public class FormulasTableTests
{
    private const string Begin = "<!-- measures: generated from the list of measures -->\n";
    private const string End = "<!-- end of measures -->";

    [Fact]
    public void TableOfFigures_IsTheListOfMeasures()
    {
        string path = Repository.PathOf("docs", "formulas.md");
        string text = File.ReadAllText(path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        string table = Table();
        if (Environment.GetEnvironmentVariable("TCM_ROI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, text[..begin] + table + text[end..]);
            return;
        }

        Assert.Equal(table, text[begin..end]);
    }

    [Fact]
    public void EveryMeasure_HasWordsAndKnownInputs()
    {
        string[] inputs = [.. typeof(MeasureInputs).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic).Select(field => (string)field.GetRawConstantValue()!)];
        Assert.All(StandardMeasures.All, measure =>
        {
            Assert.All(new[] { "en", "zh" }, tag => Assert.True(Language.Of(tag).Knows(measure.Name.Id) && Language.Of(tag).Knows(measure.Formula.Id), measure.Id));
            Assert.All(measure.Inputs, input => Assert.True(inputs.Contains(input) || StandardMeasures.Find(input) is not null, $"{measure.Id}: {input}"));
        });
        Assert.Equal(StandardMeasures.All.Count, StandardMeasures.All.Select(measure => measure.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("Roi")]
    [InlineData("a.b.c")]
    [InlineData("a.")]
    [InlineData("a b")]
    [InlineData("a.B")]
    public void Id_IsACamelCaseWord(string id) => Refused.Argument("id", "is no id of a measure", () => new Measure(id, MeasureUnit.Ratio, [], _ => MeasureValue.Of(Money.Cny(0))));

    private static string Table()
    {
        Language english = Language.Of("en"), chinese = Language.Of("zh");
        var table = new StringBuilder("| id | figure | 指标 | formula | unit |\n|---|---|---|---|---|\n");
        foreach (Measure measure in StandardMeasures.All)
        {
            table.Append(null, $"| `{measure.Id}` | {english.Say(measure.Name)} | {chinese.Say(measure.Name)} | {english.Say(measure.Formula)} | {english.NameOf(measure.Unit)} |\n");
        }

        return table.ToString();
    }
}
