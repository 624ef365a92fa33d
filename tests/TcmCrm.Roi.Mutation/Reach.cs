using System.Globalization;

namespace TcmCrm.Roi.Mutation;

/// <summary>What one test does without a mutant: the mutants it reaches and the time it takes.</summary>
internal sealed record Reach(int Test, string Name, double Milliseconds, int[] Reached, int[] InInitializers)
{
    /// <summary>Runs every test once without a mutant; those that do not pass on mutated code (they read its IL or its sources) are left out.</summary>
    public static Reach[] OfAll(string folder, int workers, TextWriter log)
    {
        using var first = new WorkerProcess(folder);
        first.Start();
        int count = first.Tests;
        var found = new List<Reach>();
        int next = -1;
        int done = 0;
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
        {
            using var worker = new WorkerProcess(folder);
            for (int test; (test = Interlocked.Increment(ref next)) < count;)
            {
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
                        log.WriteLine($"{done} of {count} tests");
                    }
                }
            }
        });

        return [.. found.OrderBy(reach => reach.Test)];
    }

    private static Reach? Parse(string answer)
    {
        string[] words = answer.Split(' ');
        return words[0] == "reached" && words[2] == "passes"
            ? new Reach(int.Parse(words[1], CultureInfo.InvariantCulture), words[4], double.Parse(words[3], CultureInfo.InvariantCulture), Ids(words[5]), Ids(words[7]))
            : null;
    }

    private static int[] Ids(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
}
