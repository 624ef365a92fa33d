using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Tests;

/// <summary>The pictures of the documentation are the charts of the sample; TCM_ROI_WRITE_DOCS=1 writes them.</summary>
public class PictureTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Picture_IsTheChartOfTheSample(string language)
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(CaseDocument.Read(File.ReadAllBytes(Repository.PathOf("docs", "samples", "renhetang-saas.json"))).Case);
        Report report = RoiReport.Of(evaluation, new RoiReportOptions { Language = Language.Of(language) });
        ReportChart chart = report.Sections.SelectMany(section => section.Blocks).OfType<ReportChart>().First();
        var drawn = new StringWriter { NewLine = "\n" };
        chart.ToSvg(drawn);
        string path = Repository.PathOf("docs", "pictures", $"cumulative.{language}.svg");
        if (Environment.GetEnvironmentVariable("TCM_ROI_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, drawn.ToString());
        }

        Assert.Equal(File.ReadAllText(path), drawn.ToString());
    }
}
