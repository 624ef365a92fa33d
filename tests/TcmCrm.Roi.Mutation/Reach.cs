using System.Globalization;

namespace TcmCrm.Roi.Mutation;

/// <summary>What one test does without a mutant: the mutants it reaches and the time it takes.</summary>
internal sealed record Reach(int Test, string Name, double Milliseconds, int[] Reached, int[] InInitializers);

/// <summary>What every test reaches.</summary>
/// <param name="All">The number of tests that there are.</param>
/// <param name="Tests">The tests that were asked for and pass.</param>
/// <param name="Early">Mutants reached while tests were looked for.</param>
internal sealed record ReachOfTests(int All, IReadOnlyList<Reach> Tests, IReadOnlyList<int> Early)
{
    /// <summary>Runs every test whose name holds a text without a mutant; those that do not pass on mutated code (they read its IL) are left out.</summary>
    public static ReachOfTests Of(string folder, string text, int workers, TextWriter log)
    {
        using var first = new WorkerProcess(folder);
        string[] names = first.Ask("names", fresh: false).Answer.Split(' ');
        int[] chosen = [.. Enumerable.Range(0, names.Length).Where(test => names[test].Contains(text, StringComparison.Ordinal))];
        var found = new List<Reach>();
        int next = -1;
        int done = 0;
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
        {
            using var worker = new WorkerProcess(folder);
            for (int at; (at = Interlocked.Increment(ref next)) < chosen.Length;)
            {
                int test = chosen[at];
                (string answer, int _) = worker.Ask($"reach {test.ToString(CultureInfo.InvariantCulture)}", fresh: false);
                Reach? reach = Parse(answer);
                lock (found)
                {
                    done++;
                    if (reach is null)
                    {
                        log.WriteLine($"left out: {(answer.Length > 200 ? answer[..200] : answer)}");
                    }
                    else
                    {
                        found.Add(reach);
                    }

                    if (done % 200 == 0)
                    {
                        log.WriteLine($"{done} of {chosen.Length} tests");
                    }
                }
            }
        });

        int[] early = Ids(first.Ask("early", fresh: false).Answer, ' ');
        return new(names.Length, [.. found.OrderBy(reach => reach.Test)], early);
    }

    private static Reach? Parse(string answer)
    {
        string[] words = answer.Split(' ');
        return words[0] == "reached" && words[2] == "passes"
            ? new Reach(int.Parse(words[1], CultureInfo.InvariantCulture), words[4], double.Parse(words[3], CultureInfo.InvariantCulture), Ids(words[5], ','), Ids(words[7], ','))
            : null;
    }

    private static int[] Ids(string list, char between) =>
        [.. list.Split(between, StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
}
