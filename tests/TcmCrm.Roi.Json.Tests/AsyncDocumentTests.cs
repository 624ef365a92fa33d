using System.Text;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>Documents on streams that may only be awaited, as the bodies of a web server are.</summary>
public class AsyncDocumentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static InvestmentCase Case(int lines) => InvestmentCase.Create("案例𠮷", Currency.Cny, new LocalDate(2025, 1, 1)).WithDiscountRate(0.08m)
        .WithCosts([.. Enumerable.Range(0, lines).Select(i => SoftwareCost.Subscription("订阅𠮷 " + i, 1, Money.Cny(1), BillingCycle.Monthly))])
        .WithBenefits(SalesGrowth.Uplift("增长", Money.Cny(1_000_000), 0.05m, Share.Percent(40)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(300, 1_000)]
    [InlineData(300, 1_000_000)]
    public async Task Reading_GivesTheCaseThatIsReadAtOnce(int lines, int block)
    {
        string text = CaseDocument.Write(Case(lines));
        await using var body = new AwaitedStream(Encoding.UTF8.GetBytes(text), block);
        CaseReading reading = await CaseDocument.ReadAsync(body, cancellation: Token);
        Assert.Equal(CaseDocument.Read(text).Case, reading.Case);
        Assert.Equal(text, CaseDocument.Write(reading.Case));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"schemaVersion\": \"1.0\", \"name\": \"\", \"costs\": 7, \"colour\": \"red\" }")]
    public async Task Problems_AreThoseOfReadingAtOnce(string text)
    {
        await using var body = new AwaitedStream(Encoding.UTF8.GetBytes(text), 3);
        CaseReading reading = await CaseDocument.ReadAsync(body, cancellation: Token);
        Assert.NotEmpty(reading.Problems);
        Assert.Equal(CaseDocument.Read(text).Problems.Select(problem => problem.ToString()), reading.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData(100_000, 100_000, true)]
    [InlineData(100_000, 99_999, false)]
    [InlineData(16_384, 16_384, true)]
    [InlineData(16_384, 16_383, false)]
    [InlineData(16_385, 16_384, false)]
    public async Task LimitOnBytes_IsThatOfReadingAtOnce_AndTheRestIsLeft(int length, int most, bool isRead)
    {
        string text = CaseDocument.Write(Case(1));
        byte[] padded = Encoding.UTF8.GetBytes(text.PadRight(length + text.Length - Encoding.UTF8.GetByteCount(text)));
        Assert.Equal(length, padded.Length);
        var options = new DocumentReadOptions { MaximumBytes = most };
        await using var body = new AwaitedStream(padded, 1_000);
        CaseReading reading = await CaseDocument.ReadAsync(body, options, Token);
        using var atOnce = new MemoryStream(padded);
        Assert.Equal(isRead, CaseDocument.Read(atOnce, options).IsSuccess);
        Assert.Equal(isRead, reading.IsSuccess);
        Assert.True(isRead || reading.Problems.Single().Kind == DocumentProblemKind.LimitExceeded);
        Assert.InRange(body.Position, 0, most + 1);
    }

    [Fact]
    public async Task StreamThatTellsItsLength_IsRefusedUnread()
    {
        using var known = new MemoryStream(new byte[5_000]);
        CaseReading reading = await CaseDocument.ReadAsync(known, new DocumentReadOptions { MaximumBytes = 4_999 }, Token);
        Assert.Equal(DocumentProblemKind.LimitExceeded, reading.Problems.Single().Kind);
        Assert.Equal(0, known.Position);
    }

    [Fact]
    public async Task EveryAnswer_IsTheBytesOfItsText()
    {
        InvestmentCase source = Case(400);
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
        ReviewReport review = CaseReview.Review(source, new Actuals([]), new YearMonth(2025, 6));
        var trials = new SimulationOptions { Trials = 100 };
        SimulationResult simulation = Simulation.Run(Case(3), trials);
        ComparisonResult comparison = Comparison.Of([Case(3), Case(4).WithName("another")], trials);
        var full = new DocumentWriteOptions { Detail = ResultDetail.Full };
        await Same(CaseDocument.Write(source), stream => CaseDocument.WriteAsync(source, stream, Token));
        await Same(ResultDocument.Write(evaluation), stream => ResultDocument.WriteAsync(evaluation, stream, cancellation: Token));
        await Same(ResultDocument.Write(evaluation, full), stream => ResultDocument.WriteAsync(evaluation, stream, full, Token));
        await Same(ReviewDocument.Write(review), stream => ReviewDocument.WriteAsync(review, stream, cancellation: Token));
        await Same(SimulationDocument.Write(simulation), stream => SimulationDocument.WriteAsync(simulation, stream, cancellation: Token));
        await Same(ComparisonDocument.Write(comparison), stream => ComparisonDocument.WriteAsync(comparison, stream, Token));

        static async Task Same(string text, Func<Stream, Task> write)
        {
            await using var body = new AwaitedStream([], 1);
            await write(body);
            Assert.Equal(text, Encoding.UTF8.GetString(body.Written));
            Assert.True(body.LargestWrite <= 16 * 1_024, body.LargestWrite + " bytes at once");
        }
    }

    [Fact]
    public async Task NameThatIsLongerThanABlock_GoesOutWhole()
    {
        InvestmentCase named = Case(1).WithName(string.Concat(Enumerable.Repeat("名𠮷", 30_000)));
        await using var body = new AwaitedStream([], 1);
        await CaseDocument.WriteAsync(named, body, Token);
        Assert.Equal(CaseDocument.Write(named), Encoding.UTF8.GetString(body.Written));
    }

    [Fact]
    public async Task WhoLeaves_EndsReadingAndWriting()
    {
        var left = new CancellationToken(canceled: true);
        await using var body = new AwaitedStream("{}"u8.ToArray(), 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CaseDocument.ReadAsync(body, cancellation: left));
        Assert.Equal(0, body.Position);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CaseDocument.WriteAsync(Case(1), body, left));
        Assert.Empty(body.Written);

        using var leave = new CancellationTokenSource();
        await using var half = new AwaitedStream(new byte[100], 10) { After = (50, leave.Cancel) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CaseDocument.ReadAsync(half, cancellation: leave.Token));
        Assert.Equal(50, half.Position);
    }

    [Fact]
    public async Task FailureOfTheStream_IsTheCallers()
    {
        await using var broken = new AwaitedStream(new byte[100], 10) { After = (20, () => throw new IOException("gone")) };
        Assert.Equal("gone", (await Assert.ThrowsAsync<IOException>(() => CaseDocument.ReadAsync(broken, cancellation: Token))).Message);
    }

    [Fact]
    public void WrongArguments_AreRefusedBeforeAnythingIsAwaited()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(Case(1));
        using var closed = new MemoryStream();
        closed.Dispose();
        Assert.Throws<ArgumentNullException>(() => { _ = CaseDocument.ReadAsync(null!, cancellation: Token); });
        Assert.Throws<ArgumentNullException>(() => { _ = CaseDocument.WriteAsync(null!, Stream.Null, Token); });
        Assert.Throws<ArgumentNullException>(() => { _ = ResultDocument.WriteAsync(evaluation, null!, cancellation: Token); });
        Assert.Throws<NotSupportedException>(() => { _ = CaseDocument.ReadAsync(closed, cancellation: Token); });
        Assert.Throws<NotSupportedException>(() => { _ = ResultDocument.WriteAsync(evaluation, new MemoryStream([], writable: false), cancellation: Token); });
    }

    /// <summary>A stream that refuses what is not awaited, tells no length, and gives a block at a time.</summary>
    private sealed class AwaitedStream(byte[] content, int block) : Stream
    {
        private readonly MemoryStream _written = new();
        private int _position;

        public byte[] Written => _written.ToArray();

        public int LargestWrite { get; private set; }

        public (int Position, Action Do)? After { get; init; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (After is { } after && _position >= after.Position)
            {
                after.Do();
            }

            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            int count = Math.Min(Math.Min(block, buffer.Length), content.Length - _position);
            content.AsMemory(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            LargestWrite = Math.Max(LargestWrite, buffer.Length);
            _written.Write(buffer.Span);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
