using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace TcmCrm.Roi.Mutation;

/// <summary>
/// The process that runs tests: reads requests from standard input, a line each, and answers on standard output. A test that runs past its limit ends
/// the process, because nothing else ends an endless loop.
/// </summary>
internal sealed class Worker
{
    private readonly TestCase[] tests;
    private readonly MutatedCore core;
    private readonly TextWriter answers;
    private readonly int[] early;
    private long deadline = long.MaxValue;
    private int mutantsRun;

    private Worker(string folder, int mutant, TextWriter answers)
    {
        string path = Path.GetFullPath(Path.Combine(folder, "TcmCrm.Roi.Tests.dll"));

        // Tests look for their cases beside themselves.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(path) + Path.DirectorySeparatorChar);
        var resolver = new AssemblyDependencyResolver(path);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        Assembly assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        core = new MutatedCore(AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(Path.Combine(folder, "TcmCrm.Roi.dll"))));


        // Looking for tests makes their data, and with them what static initialisers make.
        core.Activate(mutant);
        core.Capture(mutant == MutatedCore.None);
        tests = TestCase.All(assembly);
        core.Capture(false);
        core.Activate(MutatedCore.None);
        (int[] reached, int[] inInitializers) = core.Take();
        early = [.. reached.Union(inInitializers)];
        this.answers = answers;
    }

    /// <summary>Answers until standard input ends.</summary>
    /// <param name="folder">The tests with the prepared core beside them.</param>
    /// <param name="mutant">The mutant that is active while static fields get their values; usually none.</param>
    public static void Run(string folder, int mutant)
    {
        // Tests may write to the console; answers have a stream of their own.
        TextWriter answers = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        Console.SetOut(TextWriter.Null);
        var worker = new Worker(folder, mutant, answers);
        new Thread(worker.Watch) { IsBackground = true }.Start();
        answers.WriteLine("ready");

        // Deep recursion is met by the end of the process, and the sooner the better.
        var runner = new Thread(worker.Answer, 4 << 20);
        runner.Start();
        runner.Join();
    }

    private void Answer()
    {
        while (Console.In.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            answers.WriteLine(words[0] switch
            {
                "names" => string.Join(' ', tests.Select(test => test.Name)),
                "early" => string.Join(' ', early),
                "reach" => Reach(int.Parse(words[1], CultureInfo.InvariantCulture)),
                _ => Try(words),
            });
        }
    }

    /// <summary>One test without a mutant: whether it passes, how long it takes, what it reaches.</summary>
    private string Reach(int index)
    {
        // Given up after 100 s; noting what is reached slows a test down, so the time is that of a second run without.
        deadline = Stopwatch.GetTimestamp() + (100 * Stopwatch.Frequency);
        core.Capture(true);
        Exception? thrown = tests[index].Run();
        core.Capture(false);
        (int[] reached, int[] inInitializers) = core.Take();
        long begun = Stopwatch.GetTimestamp();
        thrown ??= tests[index].Run();
        double milliseconds = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        deadline = long.MaxValue;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"reached {index} {(thrown is null ? "passes" : "fails")} {milliseconds:F3} {tests[index].Name} {string.Join(',', reached)} | {string.Join(',', inInitializers)}");
    }

    /// <summary>One mutant, "MUTANT TESTS TEST:MILLISECONDS ...", with the number of tests that there are without it: killed by the first test that fails with it and passes without it.</summary>
    private string Try(string[] words)
    {
        int mutant = int.Parse(words[0], CultureInfo.InvariantCulture);
        bool clean = mutantsRun++ == 0;
        if (int.Parse(words[1], CultureInfo.InvariantCulture) != tests.Length)
        {
            // Data made by the mutant are other tests; which of them fail does not tell.
            return $"survived {mutant}";
        }

        for (int i = 2; i < words.Length; i++)
        {
            int colon = words[i].IndexOf(':');
            int index = int.Parse(words[i].AsSpan(0, colon), CultureInfo.InvariantCulture);
            double usual = double.Parse(words[i].AsSpan(colon + 1), CultureInfo.InvariantCulture);
            answers.WriteLine($"at {index}");

            // Ten times the usual time and three seconds more: the machine may be busy, and a fresh process compiles first.
            Volatile.Write(ref deadline, Stopwatch.GetTimestamp() + (long)((3 + (usual / 100)) * Stopwatch.Frequency));
            core.Activate(mutant);
            Exception? thrown = tests[index].Run();
            core.Activate(MutatedCore.None);
            Volatile.Write(ref deadline, long.MaxValue);
            if (thrown is not null)
            {
                // A test that fails without the mutant too was broken by what an earlier mutant left behind, unless there was none.
                return clean || tests[index].Run() is null ? $"killed {mutant} {index}" : $"unclear {mutant} {index}";
            }
        }

        return $"survived {mutant}";
    }

    private void Watch()
    {
        while (true)
        {
            Thread.Sleep(100);
            if (Stopwatch.GetTimestamp() > Volatile.Read(ref deadline))
            {
                answers.WriteLine("timeout");
                answers.Flush();
                Process.GetCurrentProcess().Kill();
            }
        }
    }
}
