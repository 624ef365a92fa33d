using System.IO.Compression;
using System.Reflection;
using System.Runtime.Loader;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests;

/// <summary>What both targets write: every part of a workbook is the same, character by character.</summary>
public class OtherTargetTests
{
    public static TheoryData<string, string> Cases => new(
        Directory.EnumerateFiles(Repository.PathOf("docs", "samples"), "*.json").Order(StringComparer.Ordinal).SelectMany(path => new[] { (Path.GetFileName(path), "zh"), (Path.GetFileName(path), "en") }));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parts_AreTheSameOnBothTargets(string sample, string language)
    {
        string document = File.ReadAllText(Repository.PathOf("docs", "samples", sample));
        var other = new NetStandard();
        using var caseHere = new MemoryStream();
        CaseWorkbook.Write(document, caseHere, Language.Of(language));
        using var caseThere = new MemoryStream();
        other.Call("TcmCrm.Roi.Spreadsheets", "TcmCrm.Roi.Spreadsheets.CaseWorkbook", "Write", document, caseThere, other.Language(language));
        AssertSame(caseHere, caseThere);

        using var here = new MemoryStream();
        EvaluationWorkbook.Write(RoiEvaluator.Evaluate(CaseDocument.Read(document).Case), here, Language.Of(language), afterTax: true);
        using var there = new MemoryStream();
        object reading = other.Call("TcmCrm.Roi.Json", "TcmCrm.Roi.Json.CaseDocument", "Read", document)!;
        object evaluation = other.Call("TcmCrm.Roi", "TcmCrm.Roi.Evaluation.RoiEvaluator", "Evaluate", reading.GetType().GetProperty("Case")!.GetValue(reading)!, null, CancellationToken.None)!;
        Assert.NotEqual(typeof(RoiEvaluation), evaluation.GetType());
        other.Call("TcmCrm.Roi.Spreadsheets", "TcmCrm.Roi.Spreadsheets.EvaluationWorkbook", "Write", evaluation, there, other.Language(language), true, null);
        AssertSame(here, there);
    }

    private static void AssertSame(MemoryStream here, MemoryStream there)
    {
        (string Name, string Text)[] expected = Parts(here), found = Parts(there);
        Assert.True(expected.Length > 5);
        Assert.Equal(expected.Select(part => part.Name), found.Select(part => part.Name));
        Assert.All(expected.Zip(found), both => Assert.Equal(both.First.Text, both.Second.Text));
    }

    private static (string Name, string Text)[] Parts(MemoryStream stream)
    {
        stream.Position = 0;
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        return [.. archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return (entry.FullName, reader.ReadToEnd());
        })];
    }

    /// <summary>The assemblies of netstandard2.0, loaded beside those of the test; what they depend on is shared.</summary>
    private sealed class NetStandard
    {
        private readonly AssemblyLoadContext _context = new("netstandard2.0");

        internal NetStandard()
        {
            // The configuration is the folder of the test: artifacts/bin/PROJECT/debug.
            string configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Split('_')[0];
            string folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "TcmCrm.Roi.Spreadsheets", configuration + "_netstandard2.0");
            _context.Resolving += (context, name) => File.Exists(Path.Combine(folder, name.Name + ".dll")) ? context.LoadFromAssemblyPath(Path.GetFullPath(Path.Combine(folder, name.Name + ".dll"))) : null;
            foreach (string name in new[] { "TcmCrm.Roi", "TcmCrm.Roi.Json", "TcmCrm.Roi.Reporting", "TcmCrm.Roi.Spreadsheets" })
            {
                Assembly loaded = _context.LoadFromAssemblyPath(Path.GetFullPath(Path.Combine(folder, name + ".dll")));
                Assert.Equal(".NETStandard,Version=v2.0", loaded.GetCustomAttribute<System.Runtime.Versioning.TargetFrameworkAttribute>()!.FrameworkName);
            }
        }

        internal object Language(string tag) => Call("TcmCrm.Roi", "TcmCrm.Roi.Texts.Language", "Of", tag)!;

        internal object? Call(string assembly, string type, string method, params object?[] arguments)
        {
            MethodInfo found = _context.Assemblies.Single(one => one.GetName().Name == assembly).GetType(type)!.GetMethods(BindingFlags.Static | BindingFlags.Public)
                .Single(one => one.Name == method && one.GetParameters() is var parameters && parameters.Length == arguments.Length
                    && parameters.Zip(arguments).All(pair => pair.Second is null || pair.First.ParameterType.IsInstanceOfType(pair.Second)));
            return found.Invoke(null, arguments);
        }
    }
}
