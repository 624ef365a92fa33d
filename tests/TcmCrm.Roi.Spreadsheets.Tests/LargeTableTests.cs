using System.Globalization;
using System.Text;

namespace TcmCrm.Roi.Spreadsheets.Tests;

/// <summary>100,000 rows: linear in time and within the memory that docs/benchmarks.md states, here as what is allocated, which does not depend on the machine.</summary>
public class LargeTableTests
{
    private const long Megabyte = 1_000_000;

    [Fact]
    public void Series_OfHundredThousandRows_TakeLessThanSeventyMegabytes()
    {
        var csv = new StringBuilder("指标,月份,数值,渠道\n");
        for (int i = 0; i < 100_000; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"指标{i / 100},{2015 + (i % 100 / 12)}-{(i % 100 % 12) + 1:00},{1000 + i}.{i % 100:00},连锁药店\n");
        }

        byte[] bytes = Encoding.UTF8.GetBytes(csv.ToString());
        SeriesTable.Read(new MemoryStream(bytes));
        long before = GC.GetAllocatedBytesForCurrentThread();
        SeriesReading reading = SeriesTable.Read(new MemoryStream(bytes));
        Assert.Equal(1_000, reading.Series.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 70 * Megabyte);
    }

    [Fact]
    public void Workbook_OfHundredThousandRows_TakesLessThanTwoHundredMegabytes()
    {
        var rows = new StringBuilder(SheetFile.Rows("指标|月份|数值"));
        for (int i = 0; i < 100_000; i++)
        {
            int serial = 42_005 + (i % 100 * 31);
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{i + 2}\"><c t=\"s\"><v>{i / 100}</v></c><c s=\"1\"><v>{serial}</v></c><c><v>{1000 + i}</v></c></row>");
        }

        var file = new SheetFile { SharedStrings = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<si><t>指标{i}</t></si>")) };
        byte[] bytes = file.Sheet("s", rows.ToString()).Bytes();
        long before = GC.GetAllocatedBytesForCurrentThread();
        SeriesReading reading = SeriesTable.Read(new MemoryStream(bytes));
        Assert.Empty(reading.Problems);
        Assert.Equal(1_000, reading.Series.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 200 * Megabyte);
    }
}
