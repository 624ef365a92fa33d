using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>Reading and writing the sample case of 36 months, against System.Text.Json's own parser, which only splits the text.</summary>
[MemoryDiagnoser]
public class CaseDocumentBenchmarks
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 20);
    private byte[] document = [];
    private byte[] bad = [];
    private InvestmentCase sample = null!;
    private RoiEvaluation evaluation = null!;

    [GlobalSetup]
    public void Setup()
    {
        document = File.ReadAllBytes(Sample());
        bad = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(document).Replace("\"attribution\": 0.", "\"attribution\": 7.", StringComparison.Ordinal));
        sample = CaseDocument.Read(document).Case;
        evaluation = RoiEvaluator.Evaluate(sample);
    }

    [Benchmark(Baseline = true)]
    public int JsonDocumentParseOnly()
    {
        using JsonDocument parsed = JsonDocument.Parse(document);
        return parsed.RootElement.GetProperty("costs").GetArrayLength();
    }

    [Benchmark]
    public CaseReading Read() => CaseDocument.Read(document);

    [Benchmark]
    public CaseReading ReadWithTenProblems() => CaseDocument.Read(bad);

    [Benchmark]
    public RoiEvaluation ReadAndEvaluate() => RoiEvaluator.Evaluate(CaseDocument.Read(document).Case);

    [Benchmark]
    public int WriteCase()
    {
        buffer.ResetWrittenCount();
        CaseDocument.Write(sample, buffer);
        return buffer.WrittenCount;
    }

    [Benchmark]
    public int WriteResult()
    {
        buffer.ResetWrittenCount();
        ResultDocument.Write(evaluation, buffer, new DocumentWriteOptions { Detail = ResultDetail.Lines });
        return buffer.WrittenCount;
    }

    private static string Sample()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TcmCrm.Roi.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? ".", "docs", "samples", "renhetang-saas.json");
    }
}
