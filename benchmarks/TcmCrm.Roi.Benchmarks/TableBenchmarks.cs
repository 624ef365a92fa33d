using System.Globalization;
using System.IO.Compression;
using System.Text;
using BenchmarkDotNet.Attributes;
using CsvHelper;
using ExcelDataReader;
using TcmCrm.Roi.Spreadsheets;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>100,000 rows of 1,000 KPI series, CSV and xlsx: to series, and by the rivals to the texts and values of the cells alone.</summary>
[MemoryDiagnoser]
public class TableBenchmarks
{
    private const int Rows = 100_000;

    private byte[] csv = null!;
    private byte[] workbook = null!;

    [GlobalSetup]
    public void Setup()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // ExcelDataReader asks for code page 1252.
        var text = new StringBuilder("指标,月份,数值,渠道\n");
        var rows = new StringBuilder("<row r=\"1\"><c t=\"inlineStr\"><is><t>指标</t></is></c><c t=\"inlineStr\"><is><t>月份</t></is></c><c t=\"inlineStr\"><is><t>数值</t></is></c><c t=\"inlineStr\"><is><t>渠道</t></is></c></row>");
        for (int i = 0; i < Rows; i++)
        {
            string month = string.Create(CultureInfo.InvariantCulture, $"{2015 + (i % 100 / 12)}-{(i % 100 % 12) + 1:00}");
            text.Append(CultureInfo.InvariantCulture, $"指标{i / 100},{month},{1000 + i}.{i % 100:00},连锁药店\n");
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{i + 2}\"><c t=\"s\"><v>{(i / 100) + 1}</v></c><c t=\"inlineStr\"><is><t>{month}</t></is></c><c><v>{1000 + i}.{i % 100:00}</v></c><c t=\"s\"><v>0</v></c></row>");
        }

        csv = Encoding.UTF8.GetBytes(text.ToString());
        workbook = Workbook(rows.ToString());
    }

    [Benchmark]
    public int CsvToSeries() => SeriesTable.Read(new MemoryStream(csv)).Series.Count;

    [Benchmark(Baseline = true)]
    public int CsvHelperToTexts()
    {
        using var reader = new CsvReader(new StreamReader(new MemoryStream(csv)), CultureInfo.InvariantCulture);
        int characters = 0;
        while (reader.Read())
        {
            for (int i = 0; i < 4; i++)
            {
                characters += reader.GetField(i)!.Length;
            }
        }

        return characters;
    }

    [Benchmark]
    public int XlsxToSeries() => SeriesTable.Read(new MemoryStream(workbook)).Series.Count;

    [Benchmark]
    public int ExcelDataReaderToValues()
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        int cells = 0;
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                cells += reader.GetValue(i) is null ? 0 : 1;
            }
        }

        return cells;
    }

    private static byte[] Workbook(string rows)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        string names = "<si><t>连锁药店</t></si>" + string.Concat(Enumerable.Range(0, Rows / 100).Select(i => $"<si><t>指标{i}</t></si>"));
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>");
            Add(archive, "_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Add(archive, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{names}</sst>");
            Add(archive, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive archive, string path, string content)
    {
        using Stream part = archive.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
