using System.Diagnostics;
using System.Globalization;

namespace TcmCrm.Roi.Mutation;

/// <summary>Runs every mutant against the tests that reach it, the likeliest and the quickest first, until one fails.</summary>
internal sealed class MutantRun
{
    private const int RememberedKillers = 12;

    private readonly Dictionary<int, List<Reach>> testsOf = [];
    private readonly HashSet<int> inInitializers = [];
    private readonly Dictionary<string, List<int>> killers = [];
    private readonly string folder;
    private readonly TextWriter log;
    private readonly double budget;

    /// <param name="folder">The tests with the prepared core beside them.</param>
    /// <param name="reached">What every test reaches.</param>
    /// <param name="budget">Milliseconds of tests a mutant, by their usual time; a mutant that outlives them counts as survived.</param>
    /// <param name="log">Progress.</param>
    public MutantRun(string folder, IEnumerable<Reach> reached, double budget, TextWriter log)
    {
        this.folder = folder;
        this.log = log;
        this.budget = budget;
        foreach (Reach reach in reached.OrderBy(reach => reach.Milliseconds))
        {
            foreach (int id in reach.Reached.Concat(reach.InInitializers).Distinct())
            {
                if (!testsOf.TryGetValue(id, out List<Reach>? tests))
                {
                    testsOf.Add(id, tests = []);
                }

                tests.Add(reach);
            }

            inInitializers.UnionWith(reach.InInitializers);
        }

        // An initialiser runs in the first test that needs it and serves all others of that process.
        Reach[] all = [.. reached.OrderBy(reach => reach.Milliseconds)];
        foreach (int id in inInitializers)
        {
            testsOf[id] = [.. all];
        }
    }

    /// <param name="mutants">What to run; their states are set.</param>
    /// <param name="workers">How many processes.</param>
    /// <param name="save">Called now and then: a run takes long and may be ended.</param>
    public void Run(IReadOnlyList<Mutant> mutants, int workers, Action save)
    {
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
        if (!testsOf.TryGetValue(mutant.Id, out List<Reach>? tests))
        {
            return "NoCoverage";
        }

        string question = mutant.Id.ToString(CultureInfo.InvariantCulture) + string.Concat(
            Ordered(tests, mutant.File).Select(reach => string.Create(CultureInfo.InvariantCulture, $" {reach.Test}:{reach.Milliseconds:F2}")));
        bool fresh = inInitializers.Contains(mutant.Id);
        (string answer, int test) = worker.Ask(question, fresh);
        if (answer.StartsWith("unclear", StringComparison.Ordinal))
        {
            (answer, test) = worker.Ask(question, fresh: true);
        }

        if (fresh)
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

        return words[0] is "timeout" or "crashed" ? "Timeout" : "Survived";
    }

    private IEnumerable<Reach> Ordered(List<Reach> tests, string file)
    {
        int[] likely;
        lock (killers)
        {
            likely = killers.TryGetValue(file, out List<int>? known) ? [.. known] : [];
        }

        double spent = 0;
        string folderOfFile = file.Contains('/', StringComparison.Ordinal) ? $".Tests.{file[..file.IndexOf('/', StringComparison.Ordinal)]}." : ".Tests.";
        return tests
            .OrderBy(reach => Array.IndexOf(likely, reach.Test) is var place and >= 0 ? place - RememberedKillers : 0)
            .ThenBy(reach => reach.Name.Contains(folderOfFile, StringComparison.Ordinal) ? reach.Milliseconds : (2 * reach.Milliseconds) + 1)
            .TakeWhile(reach => (spent += reach.Milliseconds) - reach.Milliseconds <= budget);
    }

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
