using System.Diagnostics;
using System.Globalization;
using System.Text;
using TcmCrm.Roi.Fuzz.Tests.Targets;

namespace TcmCrm.Roi.Fuzz.Tests;

/// <summary>Gives a target one input after another and counts; the first that breaks a law ends the run with what makes it again.</summary>
internal sealed class FuzzRun(FuzzTarget target, int seed)
{
    private const int TwiceEvery = 8;
    private const int CulturesEvery = 32;

    // Reading is a few nanoseconds a byte; what is refused with a hundred problems in two languages is the slowest.
    private static readonly TimeSpan TimeOfByte = TimeSpan.FromMicroseconds(20);

    private static readonly string[] Cultures = ["tr-TR", "de-DE", "zh-CN"];

    internal static FuzzTarget[] Targets => [new CaseTarget(), new ActualsTarget(), new TableTarget(), new CommandTarget(), new TextTarget()];

    internal FuzzTarget Target => target;

    internal long Inputs { get; private set; }

    internal long Sound { get; private set; }

    internal long Bytes { get; private set; }

    internal long Answers { get; private set; }

    internal TimeSpan ProcessorTime { get; private set; }

    /// <summary>The most processor time that one input took.</summary>
    internal TimeSpan Slowest { get; private set; }

    internal void Go(long inputs, TimeSpan limit)
    {
        long begun = Stopwatch.GetTimestamp();
        for (long end = Inputs + inputs; Inputs < end && Stopwatch.GetElapsedTime(begun) < limit; Inputs++)
        {
            // An input hangs on the seed and its number alone: it can be made again without those before it.
            byte[] input = target.Next(new Random(HashCode(seed, Inputs)));
            try
            {
                Give(input);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{target.Name}, seed {seed}, input {Inputs} ({Convert.ToBase64String(input)}):\n{Encoding.UTF8.GetString(input)}", e);
            }
        }
    }

    private void Give(byte[] input)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        (bool isSound, string answer) = target.Examine(input);
        TimeSpan took = Environment.CpuUsage.TotalTime - before;
        ProcessorTime += took;
        Slowest = took > Slowest ? took : Slowest;
        Bytes += input.Length;
        Answers += answer.Length;
        Sound += isSound ? 1 : 0;
        Assert.True(took < target.MostTime + (input.Length * TimeOfByte), $"took {took.TotalSeconds:0.00} s for {input.Length} bytes");
        if (Inputs % TwiceEvery == 0)
        {
            Assert.Equal(answer, target.Examine(input).Answer);
        }

        if (Inputs % CulturesEvery == 0)
        {
            foreach (string culture in Cultures)
            {
                Assert.Equal(answer, In(culture, () => target.Examine(input).Answer));
            }
        }
    }

    private static string In(string culture, Func<string> answer)
    {
        (CultureInfo format, CultureInfo words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return answer();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (format, words);
        }
    }

    // Not System.HashCode: that differs from process to process.
    private static int HashCode(int seed, long number)
    {
        ulong mixed = unchecked(((ulong)seed << 40) + (ulong)number + 0x9E3779B97F4A7C15UL);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return (int)(mixed ^ (mixed >> 31));
    }
}
