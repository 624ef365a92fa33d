using System.Text;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>A document goes out while it grows: it is never held whole.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public class GrowingDocumentTests
{
    // Alone in the process, so that the memory in use is that of the writing.
    private const string Name = "memory of growing documents";

    private static InvestmentCase Case(int lines) => InvestmentCase.Create("案例𠮷", Currency.Cny, new LocalDate(2025, 1, 1)).WithDiscountRate(0.08m)
        .WithCosts([.. Enumerable.Range(0, lines).Select(i => SoftwareCost.Subscription("订阅𠮷 " + i, 1, Money.Cny(1), BillingCycle.Monthly))]);

    [Fact]
    public void LargeResult_GoesOutInSmallBlocksAndIsNotHeld()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case(4_000));
        string text = ResultDocument.Write(evaluation, new DocumentWriteOptions { Detail = ResultDetail.Full });
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using var stream = new Recorder(lookEvery: 100);
        ResultDocument.Write(evaluation, stream, new DocumentWriteOptions { Detail = ResultDetail.Full });
        Assert.True(stream.Length > 3_000_000, stream.Length + " bytes");
        Assert.Equal(Encoding.UTF8.GetByteCount(text), stream.Length);
        Assert.InRange(stream.Largest, 1, 16 * 1024);
        // What is held beside the evaluation is the printed parts of one period, not the document.
        Assert.InRange(stream.MostMemory - before, long.MinValue, stream.Length / 4);
    }

    [Fact]
    public void Stream_GetsTheBytesOfTheText()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case(200));
        ReviewReport report = CaseReview.Review(evaluation.Case, new Actuals([]), new YearMonth(2025, 6));
        using var result = new MemoryStream();
        using var review = new MemoryStream();
        using var document = new MemoryStream();
        ResultDocument.Write(evaluation, result, DocumentWriteOptions.Default);
        ReviewDocument.Write(report, review, null);
        CaseDocument.Write(evaluation.Case, document);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        ResultDocument.Write(evaluation, buffer, DocumentWriteOptions.Default);
        Assert.Equal(Encoding.UTF8.GetString(buffer.WrittenSpan), Encoding.UTF8.GetString(result.ToArray()));
        Assert.Equal(ReviewDocument.Write(report), Encoding.UTF8.GetString(review.ToArray()));
        Assert.Equal(CaseDocument.Write(evaluation.Case), Encoding.UTF8.GetString(document.ToArray()));
    }

    [Fact]
    public void NameOfAMillionCharacters_IsWrittenWhole()
    {
        string name = string.Concat(Enumerable.Repeat("名𠮷", 300_000));
        InvestmentCase named = InvestmentCase.Create(name, Currency.Cny, new LocalDate(2025, 1, 1));
        using var stream = new MemoryStream();
        CaseDocument.Write(named, stream);
        Assert.Equal(name, System.Text.Json.JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public void StreamThatFails_EndsTheWritingWithItsOwnException()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case(2_000));
        using var full = new Recorder(capacity: 100_000);
        IOException failure = Assert.Throws<IOException>(() => ResultDocument.Write(evaluation, full, new DocumentWriteOptions { Detail = ResultDetail.Full }));
        Assert.Equal("full at 100000", failure.Message);
        // Nothing was tried after the failure.
        Assert.Equal(1, full.Failures);
        Assert.Throws<NotSupportedException>(() => ResultDocument.Write(evaluation, new MemoryStream([], writable: false), DocumentWriteOptions.Default));
    }

    private sealed class Recorder(int lookEvery = int.MaxValue, long capacity = long.MaxValue) : Stream
    {
        private long _length;
        private int _writes;

        public int Largest { get; private set; }

        public long MostMemory { get; private set; }

        public int Failures { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (_length + count > capacity)
            {
                Failures++;
                throw new IOException("full at " + capacity.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            _length += count;
            Largest = Math.Max(Largest, count);
            if (++_writes % lookEvery == 0)
            {
                MostMemory = Math.Max(MostMemory, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
