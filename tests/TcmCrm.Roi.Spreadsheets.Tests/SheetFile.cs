using System.IO.Compression;
using System.Text;

namespace TcmCrm.Roi.Spreadsheets.Tests;

/// <summary>A workbook written by hand, so that a test can say each attribute of it.</summary>
internal sealed class SheetFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Data)> _sheets = [];

    internal string Styles { get; set; } = "";

    internal string SharedStrings { get; set; } = "";

    internal bool Is1904 { get; set; }

    /// <summary>Other parts by name.</summary>
    internal Dictionary<string, string> Parts { get; } = [];

    /// <summary>Adds a sheet with what stands in <c>sheetData</c>, and what follows it.</summary>
    internal SheetFile Sheet(string name, string data, string state = "visible", string after = "", string before = "")
    {
        _sheets.Add((name, state, $"<worksheet xmlns=\"{Main}\">{before}<sheetData>{data}</sheetData>{after}</worksheet>"));
        return this;
    }

    /// <summary>Rows of cells as text: a text is inline, a number is one; <c>D:45000</c>, <c>P:0.25</c> are styles 1 and 2.</summary>
    internal static string Rows(params string[] rows)
    {
        var data = new StringBuilder();
        for (int r = 0; r < rows.Length; r++)
        {
            data.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            string[] cells = rows[r].Split('|');
            for (int c = 0; c < cells.Length; c++)
            {
                string place = $"{(char)('A' + c)}{r + 1}";
                data.Append(cells[c] switch
                {
                    "" => "",
                    ['D', ':', .. string value] => $"<c r=\"{place}\" s=\"1\"><v>{value}</v></c>",
                    ['P', ':', .. string value] => $"<c r=\"{place}\" s=\"2\"><v>{value}</v></c>",
                    ['W', ':', .. string value] => $"<c r=\"{place}\" s=\"3\"><v>{value}</v></c>",
                    ['E', ':', .. string value] => $"<c r=\"{place}\" t=\"e\"><v>{value}</v></c>",
                    ['B', ':', .. string value] => $"<c r=\"{place}\" t=\"b\"><v>{value}</v></c>",
                    ['S', ':', .. string value] => $"<c r=\"{place}\" t=\"s\"><v>{value}</v></c>",
                    ['F', ':', .. string value] => value.Length == 0 ? $"<c r=\"{place}\"><f>A1+1</f></c>" : $"<c r=\"{place}\"><f>A1+1</f><v>{value}</v></c>",
                    string text when double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _) => $"<c r=\"{place}\"><v>{text}</v></c>",
                    string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
                });
            }

            data.Append("</row>");
        }

        return data.ToString();
    }

    internal byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><workbookPr{(Is1904 ? " date1904=\"1\"" : "")}/><sheets>"
                + string.Concat(_sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"rId{i + 1}\"/>")) + "</sheets></workbook>");
            Write(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>")) + "</Relationships>");
            Write(zip, "xl/styles.xml", Styles.Length > 0 ? Styles : $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"#,##0.00&quot;万元&quot;\"/></numFmts>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
            if (SharedStrings.Length > 0)
            {
                Write(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{SharedStrings}</sst>");
            }

            for (int i = 0; i < _sheets.Count; i++)
            {
                Write(zip, $"xl/worksheets/sheet{i + 1}.xml", _sheets[i].Data);
            }

            foreach ((string name, string text) in Parts)
            {
                Write(zip, name, text);
            }
        }

        return file.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using Stream part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
