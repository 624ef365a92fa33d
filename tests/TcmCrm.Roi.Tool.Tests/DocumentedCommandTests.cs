using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Tool.Tests;

/// <summary>Every command of the pages of commands and of the tutorial runs, and prints what stands below it; TCM_ROI_WRITE_DOCS=1 writes it there.</summary>
/// <remarks>A page is run in a copy of docs/samples/tutorial, from its first command to its last. Alone: the working folder is that of the process.</remarks>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public partial class DocumentedCommandTests
{
    private const string Name = "pages of commands";

    /// <summary>Chinese guides whose commands print what stands below them; a block of <c>csv NAME</c> or <c>json NAME</c> is the file that they read.</summary>
    private static readonly string[] Guides = ["command-line", "documents", "formulas", "getting-started", "hosting/ci", "impact", "kpis", "reading", "reports", "returns", "review"];

    private static string Docs => Path.GetFullPath(Samples.PathOf(".."));

    public static TheoryData<string> Pages =>
    [
        .. new[] { "commands", "zh/commands" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Docs, folder), "*.md")).Concat([Path.Combine(Docs, "tutorial.md"), Path.Combine(Docs, "zh", "tutorial.md")])
            .Concat(Guides.Select(guide => Path.Combine(Docs, "zh", guide + ".md")))
            .Select(path => Path.GetRelativePath(Docs, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_PrintsWhatItSays(string page)
    {
        string path = Path.Combine(Docs, page);
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        using var folder = new TemporaryDirectory();
        string work = Copy(folder);
        string before = Environment.CurrentDirectory;
        string written;
        try
        {
            Environment.CurrentDirectory = work;
            string printed = "";
            written = Fence().Replace(text, fence =>
            {
                if (fence.Groups["language"].Value == "text")
                {
                    return "```text\n" + printed + "```\n";
                }

                if (fence.Groups["file"].Value is { Length: > 0 } file)
                {
                    File.WriteAllText(Path.Combine(work, file), fence.Groups["body"].Value);
                    return fence.Value;
                }

                string[] commands = [.. fence.Groups["body"].Value.Split('\n').Where(line => line.StartsWith("tcm-roi ", StringComparison.Ordinal))];
                Assert.True(commands.Length > 0, page + " has a block of a shell without a command: " + fence.Value);
                foreach (string command in commands)
                {
                    printed = Run(command, fence.Groups["exit"].Value is { Length: > 0 } exit ? int.Parse(exit, null) : 0);
                }

                return fence.Value;
            });
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }

        if (Environment.GetEnvironmentVariable("TCM_ROI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, written);
        }
        else
        {
            Assert.Equal(written, text);
        }
    }

    [Fact]
    public void EveryCommand_HasAPageInBothLanguages()
    {
        string[] commands = [.. CommandOfHelp().Matches(ToolRun.Of("--help", "--lang", "en").Output).Select(match => match.Groups[1].Value)];
        Assert.Contains("evaluate", commands);
        Assert.All(commands, command => Assert.All(new[] { "", "zh" }, language => Assert.True(
            File.Exists(Path.Combine(Docs, language, "commands", command + ".md")) || File.Exists(Path.Combine(Docs, language, command + ".md")), $"{command} {language}")));
    }

    /// <summary>Runs a line as a shell would: quotes, and <c>| head -n N</c> for the first lines; what it printed, or its problems where it is to fail (<c>sh 2</c>).</summary>
    private static string Run(string line, int exit)
    {
        string[] parts = line.Split(" | head -n ");
        string[] args = [.. Argument().Matches(parts[0]).Select(match => match.Value.Replace("\"", "", StringComparison.Ordinal)).Skip(1)];
        ToolRun run = ToolRun.Of(args);
        Assert.True(run.Exit == exit, line + "\n" + run.Error);
        string output = exit == 0 ? run.Output : run.Error;
        IEnumerable<string> lines = output.TrimEnd('\n').Split('\n').Select(one => one.TrimEnd());
        return output.Length == 0 ? "" : string.Concat((parts.Length > 1 ? lines.Take(int.Parse(parts[1], null)) : lines).Select(one => one + "\n"));
    }

    private static string Copy(TemporaryDirectory folder)
    {
        string work = folder.PathOf("tutorial");
        Directory.CreateDirectory(work);
        foreach (string file in Directory.GetFiles(Samples.PathOf("")).Concat(Directory.GetFiles(Samples.PathOf("tutorial"))))
        {
            File.Copy(file, folder.PathOf(Path.GetRelativePath(Samples.PathOf(""), file)));
        }

        return work;
    }

    [GeneratedRegex("^```(?<language>sh(?: (?<exit>[0-9]))?|text|(?:csv|json) (?<file>[^\n]+))\n(?<body>.*?)^```\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Argument();

    [GeneratedRegex("^  ([a-z]+) +[<\\[A-Z]", RegexOptions.Multiline)]
    private static partial Regex CommandOfHelp();
}
