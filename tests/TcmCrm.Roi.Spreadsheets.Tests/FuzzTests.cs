using System.Text;

namespace TcmCrm.Roi.Spreadsheets.Tests;

/// <summary>
/// Tables damaged by bytes and by structure: they are read or refused, in bounded time and memory, and never throw. 9,400 inputs a run; the environment variable <c>TCM_ROI_FUZZ</c> multiplies them:
/// <c>TCM_ROI_FUZZ=110 dotnet test tests/TcmCrm.Roi.Spreadsheets.Tests -- --filter-class "*FuzzTests"</c> is a million.
/// </summary>
public class FuzzTests
{
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("TCM_ROI_FUZZ"), out int times) ? Math.Max(1, times) : 1;

    private static readonly string[] Pieces =
    [
        "\"", "\"\"", ",", "\t", ";", "，", "\n", "\r\n", "\r", "月份", "销售额", "value", "2024-01", "2024年1月", "Mar-25", "03/04/2025", "1,234", "12,5", "(5)", "￥", "万元", "%", "合计", "=\"", "#N/A",
        "\uFEFF", "\u3000", "\uFFFD", "\0", "9999-12-31", "99999999999999999999999999", "1e308", "sep=;\n", "分子", "分母", "kpi", "id,date,amount\n", "二〇二五年", "Q1", "-", ".", "E", "年", "月", "民国", "第", "单位", "推荐者,被动者,贬损者\n", "期数,流入,流出\n", "流入", "流出", "期数", "2023.1", "2023.11", "(k)", "'000", "小计", "累计", "*", "\n,万元\n", "第0年", "第1年", "0",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void DamagedBytes_AreReadOrRefused(int seed)
    {
        var random = new Random(seed);
        byte[][] inputs = [.. Directory.EnumerateFiles(Repository.PathOf("tests", "TcmCrm.Roi.Spreadsheets.Tests", "Inputs"), "*.*").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        for (int i = 0; i < 1_500 * Times; i++)
        {
            byte[] bytes = (byte[])inputs[random.Next(inputs.Length)].Clone();
            int changes = random.Next(1, 12);
            for (int k = 0; k < changes; k++)
            {
                int at = random.Next(bytes.Length);
                switch (random.Next(4))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        bytes[at] ^= (byte)(1 << random.Next(8));
                        break;
                    case 2:
                        bytes = bytes[..Math.Max(1, at)];
                        break;
                    default:
                        int length = Math.Min(random.Next(40), bytes.Length - at);
                        bytes = [.. bytes[..at], .. bytes[(at + length)..], .. bytes[at..(at + length)]];
                        break;
                }
            }

            ReadAll(bytes);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void PiecesInAnyOrder_AreReadOrRefused(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 3_000 * Times; i++)
        {
            var text = new StringBuilder(random.Next(3) == 0 ? "" : random.Next(2) == 0 ? "month,value\n" : "指标,2024-01,2024-02\n");
            int count = random.Next(1, 60);
            for (int k = 0; k < count; k++)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            ReadAll(Encoding.UTF8.GetBytes(text.ToString()));
        }
    }

    [Theory]
    [InlineData(5)]
    public void DamagedSheets_AreReadOrRefused(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["<row r=\"2\">", "<row>", "</row>", "<c r=\"A2\" t=\"s\">", "<c r=\"ZZZ9\">", "<c t=\"inlineStr\">", "</c>", "<v>", "</v>", "<is><t>", "</t></is>", "<f/>", "1", "45000", "月份", "&amp;", "<mergeCell ref=\"A1:A9\"/>", "<mergeCell ref=\"A1\"/>", "-1", "<v/>", " "];
        for (int i = 0; i < 400 * Times; i++)
        {
            var data = new StringBuilder(SheetFile.Rows("月份|销售额", "D:45000|1"));
            for (int k = 0; k < random.Next(1, 40); k++)
            {
                data.Append(pieces[random.Next(pieces.Length)]);
            }

            ReadAll(new SheetFile { SharedStrings = random.Next(2) == 0 ? "" : "<si><t>x</t></si>" }.Sheet("s", data.ToString()).Bytes());
        }
    }

    [Fact]
    public void EndlessText_IsRefusedWithinItsLimit()
    {
        foreach (string piece in new[] { "a", ",", "\n", "\"", "月份,销售额\n", "2024-01,1\n", "\"\n" })
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Table table = Table.Read(new EndlessStream(Encoding.UTF8.GetBytes(piece)), StudyTable.Layout, new TableReadOptions { MaximumBytes = 1 << 20 });
            Assert.Equal("table.tooLarge", Assert.Single(table.Problems).Message.Id);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6 << 20);
        }
    }

    /// <summary>Every way into the package with the same bytes.</summary>
    private static void ReadAll(byte[] bytes)
    {
        var options = new TableReadOptions { MaximumBytes = 1 << 20, MaximumPartBytes = 4 << 20, MaximumCells = 200_000 };
        StudyReading study = StudyTable.Read(new MemoryStream(bytes), null, options);
        Assert.True(study.Series is not null || study.Problems.Count > 0);
        SeriesReading series = SeriesTable.Read(new MemoryStream(bytes), options);
        Assert.True(series.Series.Count > 0 || series.Problems.Count > 0);
        CashFlowReading flows = CashFlowTable.Read(new MemoryStream(bytes), options);
        Assert.True(flows.Series.Count > 0 || flows.Problems.Count > 0);
        KpiTableReading kpis = KpiTable.Read(new MemoryStream(bytes), options);
        Assert.True(kpis.Kpis.Count > 0 || kpis.Problems.Count > 0);
        Assert.All(flows.Series.Where(one => one.Error is null), one => Assert.True(one.Dates is null || one.Dates.Count == one.Amounts.Count));
    }

    private sealed class EndlessStream(byte[] piece) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (int i = 0; i < count; i++)
            {
                buffer[offset + i] = piece[_at];
                _at = (_at + 1) % piece.Length;
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
