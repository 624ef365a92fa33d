using System.Diagnostics;
using System.Text;
using TcmCrm.Roi.Tool.Tests.Commands;

namespace TcmCrm.Roi.Tool.Tests;

/// <summary>How a run of the tool ends when the world around it does: signals, closed pipes, full disks, files that are not plain files.</summary>
public sealed class ProcessEndTests : IDisposable
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "TcmCrm.Roi.Tool.dll");

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("INT", 2, 130)]
    [InlineData("TERM", 15, 143)]
    [InlineData("HUP", 1, 129)]
    public async Task Signal_EndsTheRunAndLeavesNoFile(string signal, int number, int exit)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals of Unix.");
        Assert.SkipWhen(IsIgnored(number), "A shell that runs this in the background lets the signal be ignored, and what is started from here ignores it too.");
        using Process process = Start("returns", "-", "--format", "json", "--output", directory.PathOf("out.json"));
        await process.StandardInput.WriteAsync("{\"id\":1,\"amounts\":[-1,2]}\n");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        for (int i = 0; i < 600 && directory.FileNames.Length == 0; i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Single(directory.FileNames);
        using (Process kill = Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // Standard input stays open: nothing but the signal can end it.
        if (!process.WaitForExit(60_000))
        {
            process.Kill();
            Assert.Fail($"SIG{signal} did not end it within a minute.");
        }

        Assert.Equal(exit, process.ExitCode);
        Assert.Empty(directory.FileNames);
    }

    // The mask of ignored signals as Linux tells it, one bit a signal from 1 on.
    private static bool IsIgnored(int signal) => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } mask
        && (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) >> (signal - 1) & 1) == 1;

    [Fact]
    public async Task ClosedPipe_EndsTheRun()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes of Unix.");
        using Process process = Start("returns", "-", "--format", "json");
        process.StandardOutput.Close();
        var clock = Stopwatch.StartNew();
        try
        {
            while (!process.HasExited && clock.Elapsed < TimeSpan.FromSeconds(60))
            {
                await process.StandardInput.WriteAsync("{\"id\":1,\"amounts\":[-1,2]}\n");
                await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // It has ended while we wrote.
        }

        Assert.True(process.WaitForExit(10_000), "it went on without a reader");
        Assert.Equal(141, process.ExitCode);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void OutputToAFullDevice_IsSaid()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full.");
        ToolRun run = ToolRun.Of(["evaluate", "-", "--output", "/dev/full"], CaseText.Valid);
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Equal(["command line: --output: '/dev/full' cannot be written: the disk is full"], run.ErrorLines.Select(line => line.Replace("the file ", "", StringComparison.Ordinal)));
        Assert.True(File.Exists("/dev/full"));
    }

    [Fact]
    public void OutputToADevice_NeedsNoForce()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "No devices here.");
        Assert.Equal((0, "", ""), Shown(ToolRun.Of(["evaluate", "-", "--output", "/dev/null"], CaseText.Valid)));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void OutputOverAFile_KeepsItsModeAndItsLinks()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes of Unix.");
        string file = directory.Write("file.md", new string('x', 100_000)), link = directory.PathOf("link.md");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(link, file);
        Assert.Equal((0, "", ""), Shown(ToolRun.Of(["evaluate", "-", "--format", "markdown", "--output", link, "--force"], CaseText.Valid)));
        Assert.Equal(file, new FileInfo(link).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(file));
        string text = File.ReadAllText(file, Encoding.UTF8);
        Assert.StartsWith("# ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", text, StringComparison.Ordinal);
        Assert.Equal(2, directory.FileNames.Length);
    }

    [Fact]
    public void ArgumentWithAnAtSign_IsTheNameOfAFile()
    {
        string file = directory.Write("arguments", "--help");
        ToolRun run = ToolRun.Of("evaluate", "@" + file);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("@" + file + ": ", run.Error, StringComparison.Ordinal);
    }

    private static (int Exit, string Output, string Error) Shown(ToolRun run) => (run.Exit, run.Output, run.Error);

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Tool, .. args])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
