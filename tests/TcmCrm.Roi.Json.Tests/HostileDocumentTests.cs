using System.Text;

namespace TcmCrm.Roi.Json.Tests;

public class HostileDocumentTests
{
    [Fact]
    public void StreamThatTellsItsSize_IsRefusedWithoutBeingRead()
    {
        using var stream = new CountingStream(100_000_000, tellsLength: true);
        DocumentProblem problem = Assert.Single(CaseDocument.Read(stream).Problems);
        Assert.Equal(DocumentProblemKind.LimitExceeded, problem.Kind);
        Assert.Contains("too large: 100000000 bytes; allowed: at most 4194304 bytes", problem.English(), StringComparison.Ordinal);
        Assert.Equal(0, stream.BytesRead);
    }

    [Fact]
    public void EndlessStream_IsReadUpToTheLimitOnly()
    {
        using var stream = new CountingStream(long.MaxValue, tellsLength: false);
        DocumentProblem problem = Assert.Single(CaseDocument.Read(stream).Problems);
        Assert.Equal(DocumentProblemKind.LimitExceeded, problem.Kind);
        Assert.InRange(stream.BytesRead, 4 * 1024 * 1024, (4 * 1024 * 1024) + 1);
    }

    [Fact]
    public void LargeMemoryOrText_IsRefused()
    {
        Assert.Equal(DocumentProblemKind.LimitExceeded, Assert.Single(CaseDocument.Read(new byte[100_000_000]).Problems).Kind);
        Assert.Equal(DocumentProblemKind.LimitExceeded, Assert.Single(CaseDocument.Read(new string(' ', 5_000_000)).Problems).Kind);
    }

    [Theory]
    [InlineData("[", 3_000_000)]
    [InlineData("{\"a\":", 500_000)]
    public void DepthBomb_IsRefusedAtTheLimit(string open, int times)
    {
        string text = string.Concat(Enumerable.Repeat(open, times));
        DocumentProblem problem = Assert.Single(CaseDocument.Read(text).Problems);
        Assert.Equal(DocumentProblemKind.LimitExceeded, problem.Kind);
        Assert.Contains("allowed: at most 16 levels", problem.English(), StringComparison.Ordinal);
    }

    [Fact]
    public void ItemBomb_IsRefusedAtTheLimit()
    {
        string text = "[" + string.Join(",", Enumerable.Repeat("0", 1_000_000)) + "]";
        long before = GC.GetAllocatedBytesForCurrentThread();
        DocumentProblem problem = Assert.Single(CaseDocument.Read(text).Problems);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(DocumentProblemKind.LimitExceeded, problem.Kind);
        Assert.Contains("allowed: at most 200000", problem.English(), StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 40_000_000);
    }

    [Fact]
    public void HugeTextsAndNames_AreShortenedInMessages()
    {
        string text = SoundDocument.With("\"deployment\": \"saas\"", $"\"{new string('x', 1_000_000)}\": \"{new string('y', 1_000_000)}\"");
        DocumentProblem problem = Assert.Single(CaseDocument.Read(text).Problems);
        Assert.InRange(problem.ToString().Length, 1, 1_000);
        text = SoundDocument.With("\"name\": \"仁和堂 CRM\"", $"\"name\": \"{new string('药', 900_000)}\"");
        Assert.InRange(Assert.Single(CaseDocument.Read(text).Problems).ToString().Length, 1, 500);
    }

    [Fact]
    public void HugeNumbers_AreRefusedQuickly()
    {
        string text = SoundDocument.With("\"discountRate\": 0.08", "\"discountRate\": 0." + new string('3', 2_000_000));
        Assert.Equal("$.discountRate", Assert.Single(CaseDocument.Read(text).Problems).Path);
    }

    [Fact]
    public void ManyUnknownProperties_TakeNoQuadraticTime()
    {
        // Processor time, since the machine may be busy: ten times as many cost about ten times as much, not a hundred times.
        TimeSpan Read(int count)
        {
            string many = SoundDocument.With("\"deployment\": \"saas\",", string.Concat(Enumerable.Range(0, count).Select(i => $"\"p{i}\": 0,\n")));
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Assert.Equal(101, CaseDocument.Read(many).Problems.Count);
            return Environment.CpuUsage.TotalTime - before;
        }

        Read(6_000);
        double few = Math.Max(Read(6_000).TotalMilliseconds, 20);
        Assert.InRange(Read(60_000).TotalMilliseconds / few, 0, 50);
    }

    [Fact]
    public void LimitsCanBeRaisedAndLowered()
    {
        Assert.Empty(CaseDocument.Read(SoundDocument.Text, new DocumentReadOptions { MaximumBytes = 8_000, MaximumDepth = 6, MaximumItems = 150 }).Problems);
        Assert.Contains("at most 100 bytes", Assert.Single(CaseDocument.Read(SoundDocument.Text, new DocumentReadOptions { MaximumBytes = 100 }).Problems).English(), StringComparison.Ordinal);
        Assert.Contains("at most 4 levels", Assert.Single(CaseDocument.Read(SoundDocument.Text, new DocumentReadOptions { MaximumDepth = 4 }).Problems).English(), StringComparison.Ordinal);
        Assert.Contains("at most 10", Assert.Single(CaseDocument.Read(SoundDocument.Text, new DocumentReadOptions { MaximumItems = 10 }).Problems).English(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DocumentReadOptions { MaximumBytes = int.MaxValue });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DocumentReadOptions { MaximumDepth = 1000 });
    }

    [Fact]
    public void ByteOrderMark_IsPassedOver()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SoundDocument.Text)];
        Assert.Empty(CaseDocument.Read(marked).Problems);
        Assert.Empty(CaseDocument.Read("\uFEFF" + SoundDocument.Text).Problems);
        using var stream = new MemoryStream(marked);
        Assert.Empty(CaseDocument.Read(stream).Problems);
    }

    [Fact]
    public void MemoryThatIsPartOfAnArray_IsReadWhereItStands()
    {
        byte[] inner = Encoding.UTF8.GetBytes(SoundDocument.With("\"seats\": 120", "\"seats\": -1"));
        byte[] outer = [.. "garbage{"u8, .. inner, .. "}more"u8];
        DocumentProblem problem = Assert.Single(CaseDocument.Read(outer.AsMemory(8, inner.Length)).Problems);
        Assert.Equal((15, 79), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16BE", true, "UTF-16")]
    [InlineData("utf-16", false, "UTF-16 without a byte order mark")]
    [InlineData("utf-32", true, "UTF-32")]
    public void WideEncoding_IsNamed(string name, bool marked, string fragment)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(SoundDocument.Text)];
        DocumentProblem problem = Assert.Single(CaseDocument.Read(bytes).Problems);
        Assert.Equal(DocumentProblemKind.Encoding, problem.Kind);
        Assert.Contains($"the document is {fragment}; allowed: UTF-8", problem.English(), StringComparison.Ordinal);
    }

    [Fact]
    public void ChineseInGbk_IsPlacedAndExplained()
    {
        // 仁和堂 in GBK.
        byte[] gbk = [0xC8, 0xCA, 0xBA, 0xCD, 0xCC, 0xC3];
        byte[] bytes = [.. "{\n \"name\": \""u8, .. gbk, .. "\"}"u8];
        DocumentProblem problem = Assert.Single(CaseDocument.Read(bytes).Problems);
        Assert.Equal((DocumentProblemKind.Encoding, 2, 11), (problem.Kind, problem.Line, problem.Column));
        Assert.Contains("byte 0xC8 is not UTF-8", problem.English(), StringComparison.Ordinal);
        Assert.Contains("GBK", problem.English(), StringComparison.Ordinal);
    }

    [Fact]
    public void LoneSurrogateInText_IsRefused() =>
        Assert.Equal(DocumentProblemKind.Encoding, Assert.Single(CaseDocument.Read("{\"name\": \"\uD800\"}").Problems).Kind);

    private sealed class CountingStream(long length, bool tellsLength) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => tellsLength;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int given = (int)Math.Min(count, Math.Min(7_777, length - BytesRead));
            buffer.AsSpan(offset, given).Fill((byte)' ');
            BytesRead += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>Small documents that ask for much: 64 periods of up to a hundred years, and many lines over many months.</summary>
    [Theory]
    [InlineData(1, 64, "document.limitExceeded.rows")]
    [InlineData(9_000, 1, "document.limitExceeded.cells")]
    [InlineData(9_000, 6, "document.limitExceeded.cells", "document.limitExceeded.rows")]
    [InlineData(1_000, 1)]
    [InlineData(10, 40)]
    public void WhatACaseAsksOfItsHost_IsLimited(int lines, int periods, params string[] expected)
    {
        string costs = string.Join(',', Enumerable.Range(0, lines).Select(i => $$"""{"category":"time","kind":"oneOff","name":"{{i}}","amount":1}"""));
        string horizons = string.Join(',', Enumerable.Range(0, periods).Select(i => $"\"P{100 - i}Y\""));
        string text = $$"""{"schemaVersion":"1.0","name":"x","currency":"CNY","start":"2025-01-01","horizons":[{{horizons}}],"costs":[{{costs}}],"benefits":[]}""";
        Assert.Equal(expected, CaseDocument.Read(text).Problems.Select(problem => problem.Message.Id));
        Assert.Empty(CaseDocument.Read(text, new DocumentReadOptions { MaximumCells = 1_000_000_000, MaximumRows = 10_000_000 }).Problems);
    }
}
