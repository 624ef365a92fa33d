using System.Reflection;
using System.Runtime.Loader;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>Whatever a process asks first, several threads may ask at once: nothing is half described when the second one comes.</summary>
public class FirstUseTests
{
    private const int Threads = 4;

    [Fact]
    public void FirstSchemasOfSeveralThreads_AreTheSame()
    {
        string expected = CaseDocument.Schema();
        for (int process = 0; process < 12; process++)
        {
            // A load context has statics of its own, as a new process has.
            var context = new AssemblyLoadContext("first use", isCollectible: true);
            Assembly json = context.LoadFromAssemblyPath(typeof(CaseDocument).Assembly.Location);
            context.LoadFromAssemblyPath(typeof(Money).Assembly.Location);
            MethodInfo schema = json.GetType(typeof(CaseDocument).FullName!, throwOnError: true)!.GetMethod(nameof(CaseDocument.Schema))!;
            var answers = new object?[Threads];
            using var barrier = new Barrier(Threads);
            Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() =>
            {
                barrier.SignalAndWait();
                try
                {
                    answers[index] = schema.Invoke(null, [null]);
                }
                catch (TargetInvocationException failure)
                {
                    answers[index] = failure.InnerException;
                }
            }))];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
            context.Unload();
            Assert.All(answers, answer => Assert.Equal(expected, answer));
        }
    }
}
