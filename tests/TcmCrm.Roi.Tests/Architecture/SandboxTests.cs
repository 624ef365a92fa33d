using System.Reflection;
using System.Reflection.Emit;

namespace TcmCrm.Roi.Tests.Architecture;

/// <summary>The core may run where files, network, registry, clock and threads are forbidden, because it contains no use of them.</summary>
public class SandboxTests
{
    [Fact]
    public void Core_UsesNothingThatASandboxForbids()
    {
        SandboxScan scan = SandboxScan.Of(typeof(Money).Assembly.Location);
        Assert.True(scan.MethodCount > 1_000, $"Only {scan.MethodCount} methods were read.");
        Assert.Empty(scan.Findings);
    }

    public static TheoryData<string, string> Forbidden => new()
    {
        { "refers to System.IO.File", "file" },
        { "refers to System.Threading.Thread", "thread" },
        { "Offender::Run uses System.Threading.Tasks.Parallel::Invoke", "parallel" },
        { "Offender::Run uses System.Environment::get_MachineName", "environment" },
        { "Offender::Run uses System.DateTime::get_UtcNow", "clock" },
        { "Offender.Counter is a static field that can change", "static" },
        { "Offender::Run stores a static field", "static" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Scan_FindsEachKindOfOffence(string finding, string kind)
    {
        using var image = new MemoryStream();
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Offender"), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("Offender").DefineType("Offender", TypeAttributes.Public);
        FieldBuilder counter = type.DefineField("Counter", typeof(int), FieldAttributes.Static | FieldAttributes.Public);
        ILGenerator il = type.DefineMethod("Run", MethodAttributes.Static | MethodAttributes.Public, typeof(void), []).GetILGenerator();
        switch (kind)
        {
            case "file":
                il.Emit(OpCodes.Ldstr, "x");
                il.Emit(OpCodes.Call, typeof(File).GetMethod(nameof(File.Delete))!);
                break;
            case "thread":
                il.Emit(OpCodes.Ldc_I4_0);
                il.Emit(OpCodes.Call, typeof(Thread).GetMethod(nameof(Thread.Sleep), [typeof(int)])!);
                break;
            case "parallel":
                il.Emit(OpCodes.Ldnull);
                il.Emit(OpCodes.Call, typeof(Parallel).GetMethod(nameof(Parallel.Invoke), [typeof(Action[])])!);
                break;
            case "environment":
                il.Emit(OpCodes.Call, typeof(Environment).GetProperty(nameof(Environment.MachineName))!.GetMethod!);
                il.Emit(OpCodes.Pop);
                break;
            case "clock":
                il.Emit(OpCodes.Call, typeof(DateTime).GetProperty(nameof(DateTime.UtcNow))!.GetMethod!);
                il.Emit(OpCodes.Pop);
                break;
            default:
                il.Emit(OpCodes.Ldc_I4_1);
                il.Emit(OpCodes.Stsfld, counter);
                break;
        }

        il.Emit(OpCodes.Ret);
        type.CreateType();
        assembly.Save(image);
        image.Position = 0;

        // The builder writes references to the runtime's own core assembly; names are what the scan goes by.
        SandboxScan scan = SandboxScan.Of(image);

        Assert.Contains(scan.Findings, found => found.EndsWith(finding, StringComparison.Ordinal));
    }
}
