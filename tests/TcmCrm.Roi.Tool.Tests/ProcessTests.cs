using System.Diagnostics;
using System.Text;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Tests.Commands;

namespace TcmCrm.Roi.Tool.Tests;

/// <summary>The tool as a process: what only the streams and the exit code of a real run can show.</summary>
public class ProcessTests
{
    [Fact]
    public async Task Output_IsUtf8WithoutAByteOrderMark()
    {
        (int exit, byte[] output, string error) = await StartTool(CaseText.Valid, "evaluate", "-", "--lang", "zh", "--format", "markdown");
        Assert.Equal((ExitCode.Done, ""), (exit, error));
        Assert.Equal((byte)'#', output[0]);
        string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output);
        Assert.Contains("投资回报率", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
    }

    [Fact]
    public async Task BadInput_IsExitCode2OnStandardErrorOnly()
    {
        (int exit, byte[] output, string error) = await StartTool("{", "evaluate", "-");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Empty(output);
        Assert.StartsWith("standard input(1): ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FullDevice_IsOneLineAndNoStackTrace()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full.");
        (int exit, _, string error) = await Start(
            CaseText.Valid, "sh", "-c", "dotnet \"$0\" evaluate - >/dev/full", Path.Combine(AppContext.BaseDirectory, "TcmCrm.Roi.Tool.dll"));

        // As for a file that is given by --output.
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("the output cannot be written: the disk is full\n", error);
    }

    private static Task<(int Exit, byte[] Output, string Error)> StartTool(string input, params string[] args) =>
        Start(input, "dotnet", [Path.Combine(AppContext.BaseDirectory, "TcmCrm.Roi.Tool.dll"), .. args]);

    private static async Task<(int Exit, byte[] Output, string Error)> Start(string input, string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = Encoding.UTF8,
        };
        // A legacy locale of the machine must not change the bytes.
        start.Environment["LANG"] = "C";
        start.Environment["LC_ALL"] = "C";
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        Task copying = process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await copying;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output.ToArray(), error);
    }
}
