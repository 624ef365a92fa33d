using CsCheck;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>Reading what was written gives the same case, for cases of every kind of cost and benefit.</summary>
public class RoundTripTests
{
    [Fact]
    public void ReadingWhatWasWritten_WritesTheSameAgainAndEvaluatesTheSame() =>
        RandomCases.Any.Sample(
            source =>
            {
                string written = CaseDocument.Write(source);
                CaseReading reading = CaseDocument.Read(written);
                Assert.Equal([], reading.Problems.Select(p => p.ToString()));
                Assert.Equal(written, CaseDocument.Write(reading.Case));
                Assert.Equal(
                    ResultDocument.Write(RoiEvaluator.Evaluate(source), new DocumentWriteOptions { Detail = ResultDetail.Full }),
                    ResultDocument.Write(RoiEvaluator.Evaluate(reading.Case), new DocumentWriteOptions { Detail = ResultDetail.Full }));
            },
            iter: 400,
            print: source => CaseDocument.Write(source));

    [Fact]
    public void EverythingThatACaseHolds_IsWritten()
    {
        // A property of the core that the writer forgot would survive the law above unseen; the samples use every one of them.
        foreach (string name in Repository.Samples)
        {
            InvestmentCase source = CaseDocument.Read(Repository.Sample(name)).Case;
            InvestmentCase copy = CaseDocument.Read(CaseDocument.Write(source)).Case;
            Assert.Equal(State(source), State(copy));
        }
    }

    [Fact]
    public void ScaleOfNumbers_IsKept()
    {
        string written = CaseDocument.Write(CaseDocument.Read(SoundDocument.With("\"amount\": 9000", "\"amount\": \"9000.50\"")).Case);
        Assert.Contains("\"amount\": 9000.50,", written, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"仁和堂 CRM\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", written, StringComparison.Ordinal);
    }

    [Fact]
    public void StreamAndBuffer_TakeTheSameBytesAsTheText()
    {
        InvestmentCase source = CaseDocument.Read(SoundDocument.Text).Case;
        using var stream = new MemoryStream();
        CaseDocument.Write(source, stream);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        CaseDocument.Write(source, buffer);
        byte[] expected = System.Text.Encoding.UTF8.GetBytes(CaseDocument.Write(source));
        Assert.Equal(expected, stream.ToArray());
        Assert.Equal(expected, buffer.WrittenSpan.ToArray());
        Assert.True(stream.CanWrite);
    }

    /// <summary>Every public property of a case, of its items and of what they hold, by reflection.</summary>
    private static string State(object? value, int depth = 0)
    {
        switch (value)
        {
            case null:
                return "null";
            case string or ValueType when value.GetType().Namespace?.StartsWith("TcmCrm", StringComparison.Ordinal) != true || value is Enum or Money or Currency or Share:
                return Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
            case NodaTime.Period period:
                return period.ToString();
            case System.Collections.IEnumerable list:
                return "[" + string.Join(", ", list.Cast<object?>().Select(v => State(v, depth + 1))) + "]";
            default:
                Assert.InRange(depth, 0, 12);
                return value.GetType().Name + "{" + string.Join(
                    "; ",
                    value.GetType().GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
                        .Where(p => p.GetIndexParameters().Length == 0)
                        .Select(p => p.Name + "=" + State(p.GetValue(value), depth + 1))) + "}";
        }
    }
}
