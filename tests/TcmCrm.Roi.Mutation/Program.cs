using System.Globalization;
using System.Text;
using TcmCrm.Roi.Mutation;

// prepare MUTATED.dll FOLDER        puts the assembly that Stryker mutated, made ready, into a folder of the built tests
// run FOLDER REPORT.json OUT [--only TEXT] [--tests TEXT] [--budget SECONDS] [--workers N]
//                                   fills the states into a report of Stryker's, writes OUT.json, OUT.md (scores) and OUT.txt (survivors);
//                                   mutants that the report has as detected are not run again, so an OUT.json can be gone on from;
//                                   --only: mutants whose file, --tests: tests whose full name contains the text
// worker FOLDER [MUTANT]            what run starts
if (args is ["worker", var tests, .. var initial])
{
    Worker.Run(tests, initial is [var mutant] ? int.Parse(mutant, CultureInfo.InvariantCulture) : MutatedCore.None);
    return 0;
}

if (args is ["prepare", var mutated, var target])
{
    MutatedCore.Prepare(mutated, Path.Combine(target, "TcmCrm.Roi.dll"));
    return 0;
}

if (args is not ["run", var folder, var report, var output, .. var options])
{
    Console.Error.WriteLine("usage: prepare MUTATED.dll FOLDER | run FOLDER REPORT.json OUT [--only TEXT] [--tests TEXT] [--budget SECONDS] [--workers N]");
    return 2;
}

string Option(string name, string otherwise) => Array.IndexOf(options, name) is var at and >= 0 ? options[at + 1] : otherwise;
string only = Option("--only", "");
int workers = int.Parse(Option("--workers", "2"), CultureInfo.InvariantCulture);
double budget = 1000 * double.Parse(Option("--budget", "1000"), CultureInfo.InvariantCulture);
var stryker = new StrykerReport(report);
Mutant[] mutants = [.. stryker.Mutants.Where(mutant => mutant.IsRunnable && mutant.File.Contains(only, StringComparison.Ordinal))];
Mutant[] open = [.. mutants.Where(mutant => !mutant.IsDetected)];
ReachOfTests reached = ReachOfTests.Of(folder, Option("--tests", ""), workers, Console.Out);
Console.WriteLine($"{reached.Tests.Count} tests, {reached.Tests.Sum(reach => reach.Milliseconds) / 1000:F1} s; {open.Length} of {mutants.Length} mutants to run");
new MutantRun(folder, reached, budget, Console.Out).Run(open, workers, () => stryker.Write(output + ".json"));
stryker.Write(output + ".json");

var table = new StringBuilder("| folder | mutants | killed | timeout | survived | not reached | score |\n|---|---|---|---|---|---|---|\n");
void Row(string name, IReadOnlyCollection<Mutant> rows)
{
    int Count(string status) => rows.Count(mutant => mutant.Status == status);
    table.AppendLine(
        CultureInfo.InvariantCulture,
        $"| {name} | {rows.Count} | {Count("Killed")} | {Count("Timeout")} | {Count("Survived")} | {Count("NoCoverage")} | {100.0 * rows.Count(mutant => mutant.IsDetected) / rows.Count:F1} % |");
}

foreach (IGrouping<string, Mutant> group in mutants.GroupBy(mutant => mutant.File.Contains('/', StringComparison.Ordinal) ? mutant.File[..mutant.File.IndexOf('/', StringComparison.Ordinal)] : "(root)").OrderBy(group => group.Key, StringComparer.Ordinal))
{
    Row(group.Key, [.. group]);
}

Row("all", mutants);
table.AppendLine();
foreach (IGrouping<string, Mutant> group in mutants.GroupBy(mutant => mutant.File).OrderBy(group => group.Count(mutant => mutant.IsDetected) / (double)group.Count()))
{
    Row(group.Key, [.. group]);
}

File.WriteAllText(output + ".md", table.ToString());
File.WriteAllLines(
    output + ".txt",
    mutants.Where(mutant => !mutant.IsDetected).OrderBy(mutant => mutant.File, StringComparer.Ordinal).ThenBy(mutant => mutant.Line)
        .Select(mutant => $"{mutant.File}:{mutant.Line} {mutant.Status} {mutant.Mutator}: {mutant.Replacement.ReplaceLineEndings(" ")}"));
Console.WriteLine(table);
return 0;
