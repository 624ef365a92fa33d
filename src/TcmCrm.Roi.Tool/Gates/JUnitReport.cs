using System.Globalization;
using System.Text;
using System.Xml;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary>Gates as JUnit XML, which GitLab, Jenkins, Azure Pipelines and GitHub actions show as tests: a test case a gate.</summary>
internal static class JUnitReport
{
    internal static void Write(TextWriter output, string caseName, IReadOnlyList<GateResult> results, GateText text)
    {
        // No time and no timestamp: the same case and gates give the same file.
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "tcm-roi gates: " + Clean(caseName));
        xml.WriteAttributeString("tests", results.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", results.Count(result => !result.IsPassed).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", "0");
        foreach (GateResult result in results)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", "tcm-roi.gates");
            xml.WriteAttributeString("name", result.RuleId);
            if (!result.IsPassed)
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("type", "gate");
                xml.WriteAttributeString("message", text.Line(result));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    // A name may hold characters that XML has no way to write.
    private static string Clean(string text) => string.Concat(
        PlainText.OneLine(text).EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
}
