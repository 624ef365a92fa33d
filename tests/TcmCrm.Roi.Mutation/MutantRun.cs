using System.Diagnostics;
using System.Globalization;

namespace TcmCrm.Roi.Mutation;

/// <summary>Runs every mutant against the tests that reach it, the likeliest and the quickest first, until one fails.</summary>
internal sealed class MutantRun
{
    private const int RememberedKillers = 12;

    private readonly Dictionary<int, List<Reach>> testsOf = [];
    private readonly Dictionary<string, List<Reach>> testsOfFile = [];
    private readonly HashSet<int> inInitializers = [];
    private readonly Dictionary<string, List<int>> killers = [];
    private readonly Reach[] reached;
    private readonly int all;
    private int reachingProcesses;
    private readonly string folder;
    private readonly TextWriter log;
    private readonly double budget;

    /// <param name="folder">The tests with the prepared core beside them.</param>
    /// <param name="reached">What every test reaches.</param>
    /// <param name="budget">Milliseconds of tests a mutant, by their usual time; a mutant that outlives them counts as survived.</param>
    /// <param name="log">Progress.</param>
    public MutantRun(string folder, ReachOfTests reached, double budget, TextWriter log)
    {
        this.folder = folder;
        this.log = log;
        all = reached.All;
        this.reached = [.. reached.Tests.OrderBy(reach => reach.Milliseconds)];
        this.budget = budget;
        foreach (Reach reach in this.reached)
        {
            foreach (int id in reach.Reached)
            {
                if (!testsOf.TryGetValue(id, out List<Reach>? tests))
                {
                    testsOf.Add(id, tests = []);
                }

                tests.Add(reach);
            }

            inInitializers.UnionWith(reach.InInitializers);
        }

        inInitializers.UnionWith(reached.Early.Except(testsOf.Keys));
    }

    /// <param name="mutants">What to run; their states are set.</param>
    /// <param name="workers">How many processes.</param>
    /// <param name="save">Called now and then: a run takes long and may be ended.</param>
    public void Run(IReadOnlyList<Mutant> mutants, int workers, Action save)
    {
        reachingProcesses = workers;
        foreach (IGrouping<string, Mutant> file in mutants.GroupBy(mutant => mutant.File))
        {
            HashSet<Reach> tests = [.. file.SelectMany(mutant => testsOf.GetValueOrDefault(mutant.Id, []))];
            testsOfFile[file.Key] = [.. reached.Where(reach => tests.Contains(reach) || IsOfFolder(reach, file.Key))];
        }

        long begun = Stopwatch.GetTimestamp();
        int next = -1;
        int done = 0;
        int detected = 0;
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
        {
            using var worker = new WorkerProcess(folder);
            for (int i; (i = Interlocked.Increment(ref next)) < mutants.Count;)
            {
                Mutant mutant = mutants[i];
                mutant.Status = Try(worker, mutant);
                Interlocked.Add(ref detected, mutant.IsDetected ? 1 : 0);
                if (Interlocked.Increment(ref done) % 200 == 0)
                {
                    lock (log)
                    {
                        log.WriteLine($"{done} of {mutants.Count} mutants, {detected} detected, {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s, {mutant.File}");
                        save();
                    }
                }
            }
        });
    }

    private string Try(WorkerProcess worker, Mutant mutant)
    {
        string status = testsOf.TryGetValue(mutant.Id, out List<Reach>? tests) ? Try(worker, mutant, tests, initializer: false) : "NoCoverage";

        // An initialiser runs once a process, in the first test that needs it or before, and serves all others: what it makes is seen by the tests of
        // its file and folder. Stryker tells some initialisers; the rest are reached by one test of each process.
        bool once = inInitializers.Contains(mutant.Id) || (tests?.Count ?? 0) <= reachingProcesses;
        return status is "NoCoverage" or "Survived" && once && (tests is not null || inInitializers.Contains(mutant.Id))
            ? Try(worker, mutant, testsOfFile[mutant.File], initializer: true)
            : status;
    }

    private string Try(WorkerProcess worker, Mutant mutant, List<Reach> tests, bool initializer)
    {
        string question = string.Create(CultureInfo.InvariantCulture, $"{mutant.Id} {all}") + string.Concat(
            Ordered(tests, mutant.File).Select(reach => string.Create(CultureInfo.InvariantCulture, $" {reach.Test}:{reach.Milliseconds:F2}")));
        (string answer, int test) = worker.Ask(question, fresh: initializer, initializer ? mutant.Id : MutatedCore.None);
        if (answer.StartsWith("unclear", StringComparison.Ordinal) || (answer == "crashed" && !initializer))
        {
            // Something an earlier mutant left behind may be the reason: only a new process can tell.
            (answer, test) = worker.Ask(question, fresh: true);
        }

        if (initializer)
        {
            // What the mutant put into static fields must not meet the next one.
            worker.Dispose();
        }

        string[] words = answer.Split(' ');
        if (words[0] == "killed")
        {
            Remember(mutant.File, test);
            return "Killed";
        }

        return words[0] switch { "crashed" => "Killed", "timeout" => "Timeout", _ => "Survived" };
    }

    private IEnumerable<Reach> Ordered(List<Reach> tests, string file)
    {
        int[] likely;
        lock (killers)
        {
            likely = killers.TryGetValue(file, out List<int>? known) ? [.. known] : [];
        }

        double spent = 0;
        return tests
            .OrderBy(reach => Array.IndexOf(likely, reach.Test) is var place and >= 0 ? place - RememberedKillers : 0)
            .ThenBy(reach => IsOfFolder(reach, file) ? reach.Milliseconds : (2 * reach.Milliseconds) + 1)
            .TakeWhile(reach => (spent += reach.Milliseconds) - reach.Milliseconds <= budget);
    }

    private static bool IsOfFolder(Reach reach, string file) =>
        file.IndexOf('/', StringComparison.Ordinal) is var end and >= 0 && reach.Name.Contains($".Tests.{file[..end]}.", StringComparison.Ordinal);

    private void Remember(string file, int test)
    {
        lock (killers)
        {
            if (!killers.TryGetValue(file, out List<int>? known))
            {
                killers.Add(file, known = []);
            }

            known.Remove(test);
            known.Insert(0, test);
            if (known.Count > RememberedKillers)
            {
                known.RemoveAt(RememberedKillers);
            }
        }
    }
}
