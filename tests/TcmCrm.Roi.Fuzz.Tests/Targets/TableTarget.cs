using System.Globalization;
using System.Text;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Fuzz.Tests.Targets;

/// <summary>Tables of studies, KPI series and cash flows, as CSV and xlsx, sound and damaged.</summary>
internal sealed class TableTarget : FuzzTarget
{
    private static readonly Language[] Languages = [SpreadsheetTexts.In(Language.Of("en")), SpreadsheetTexts.In(Language.Of("zh"))];
    private static readonly TableReadOptions Options = new() { MaximumBytes = 1 << 20, MaximumPartBytes = 4 << 20, MaximumCells = 200_000 };
    private static readonly string[] Headers =
    [
        "month,value", "月份,销售额", "month;value", "月份\t数值", "month,numerator,denominator", "month,promoters,passives,detractors", "kpi,month,value", "kpi,segment,month,value",
        "指标,月份,数值", "id,date,amount", "编号,日期,金额", "month,value,control", "date,amount", "month,Orders,AverageOrderValue",
    ];

    private readonly byte[][] _files =
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "TcmCrm.Roi.Spreadsheets.Tests", "Inputs"), "*.*").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    internal override string Name => "tables (studies, series, flows)";

    internal override string Laws => "read or refused, with problems and remarks in words of both languages; what is read is a study or a series that can be worked with";

    internal override byte[] Next(Random random)
    {
        byte[] source = random.Next(25) == 0 ? _files[random.Next(_files.Length)] : Encoding.UTF8.GetBytes(Made(random));
        return random.Next(3) == 0 ? source : ByteMutator.Damage(source, _files[random.Next(_files.Length)], random);
    }

    internal override (bool IsSound, string Answer) Examine(byte[] input)
    {
        var answer = new StringBuilder();
        bool isSound = false;
        StudyReading study = StudyTable.Read(new MemoryStream(input), null, Options);
        Assert.True(study.Series is not null || study.Segments.Count > 0 || study.Problems.Count > 0);
        Tell(answer, study.Problems, study.Notes);
        if (study.Series is { } one)
        {
            isSound = true;
            Add(answer, one);
        }

        SeriesReading series = SeriesTable.Read(new MemoryStream(input), Options);
        Assert.True(series.Series.Count > 0 || series.Problems.Count > 0);
        Tell(answer, series.Problems, series.Notes);
        foreach (KpiSeries each in series.Series)
        {
            isSound = true;
            Add(answer, each);
        }

        CashFlowReading flows = CashFlowTable.Read(new MemoryStream(input), Options);
        Assert.True(flows.Series.Count > 0 || flows.Problems.Count > 0);
        Tell(answer, flows.Problems, flows.Notes);
        foreach (CashFlowRecord record in flows.Series)
        {
            Assert.True(record.Error is not null || record.Dates is null || record.Dates.Count == record.Amounts.Count);
            Assert.All(record.Amounts, amount => Assert.True(double.IsFinite(amount)));
            isSound |= record.Error is null;
            answer.Append(record.Id).AppendJoin('|', record.Amounts.Select(amount => amount.ToString("R", CultureInfo.InvariantCulture)));
        }

        return (isSound, answer.ToString());
    }

    internal static void Tell(StringBuilder answer, params IReadOnlyList<TableRemark>[] remarks)
    {
        foreach (TableRemark remark in remarks.SelectMany(list => list))
        {
            foreach (Language language in Languages)
            {
                string said = language.Say(remark.Sentence);
                Assert.False(string.IsNullOrWhiteSpace(said), remark.Message.Id);
                answer.Append(said).Append('\n');
            }
        }
    }

    private static void Add(StringBuilder answer, KpiSeries series) => 
        answer.Append(series.Definition.Id).Append(series.Segment).Append(CultureInfo.InvariantCulture, $"{series.Start:uuuu-MM} {series.End:uuuu-MM} {series.Count}");

    private static string Made(Random random)
    {
        string header = Headers[random.Next(Headers.Length)];
        char delimiter = header.Contains(';', StringComparison.Ordinal) ? ';' : header.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        string[] columns = header.Split(delimiter);
        var text = new StringBuilder(header).Append('\n');
        int rows = random.Next(1, 30);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                text.Append(column > 0 ? delimiter : "").Append(Cell(columns[column], row, random));
            }

            text.Append(random.Next(9) == 0 ? "\r\n" : "\n");
        }

        return text.ToString();
    }

    private static string Cell(string column, int row, Random random)
    {
        DateTime day = new DateTime(2023, 1, 1).AddMonths(row);
        return column switch
        {
            "month" or "月份" => random.Next(4) switch
            {
                0 => day.ToString("yyyy年M月", CultureInfo.InvariantCulture),
                1 => day.ToString("yyyy/M", CultureInfo.InvariantCulture),
                _ => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            },
            "date" or "日期" => day.AddDays(random.Next(28)).ToString(random.Next(3) == 0 ? "yyyy/M/d" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
            "kpi" or "指标" => random.Next(8) == 0 ? "客单价" : "Orders",
            "segment" or "id" or "编号" => random.Next(3) == 0 ? "华东" : "a",
            _ => random.Next(12) switch
            {
                0 => "",
                1 => "-" + random.Next(1000).ToString(CultureInfo.InvariantCulture),
                2 => "\"" + random.Next(1000, 9_000_000).ToString("N0", CultureInfo.InvariantCulture) + "\"",
                3 => random.Next(100).ToString(CultureInfo.InvariantCulture) + "%",
                4 => "￥" + random.Next(100).ToString(CultureInfo.InvariantCulture) + "万",
                _ => random.Next(1, 10_000).ToString(CultureInfo.InvariantCulture),
            },
        };
    }
}
