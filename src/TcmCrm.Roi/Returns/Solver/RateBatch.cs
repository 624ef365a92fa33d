using System.Globalization;

namespace TcmCrm.Roi.Returns;

/// <summary>Many series in one call: the same results whatever the degree, since no series depends on another.</summary>
internal static class RateBatch
{
    // Large enough to hide the cost of a task, small enough that the last ones end together.
    private const int SeriesInATask = 512;

    /// <summary>Runs all series, in tasks of a fixed size when more than one may run at a time.</summary>
    internal static void Run(int series, int degreeOfParallelism, Action<int, int> range)
    {
        if (degreeOfParallelism == 1 || series <= SeriesInATask)
        {
            range(0, series);
            return;
        }

        int tasks = ((series - 1) / SeriesInATask) + 1;
        Parallel.For(
            0,
            tasks,
            new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism },
            task => range(task * SeriesInATask, Math.Min((task + 1) * SeriesInATask, series)));
    }

    /// <summary>Before anything is computed, so that no wrong input is found by one of several threads.</summary>
    internal static void CheckFinite(Reals values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!(Math.Abs(values[i]) <= double.MaxValue))
            {
                throw new ArgumentException(string.Format(CultureInfo.InvariantCulture, "{0}[{1}] is {2}; allowed: finite numbers.", name, i, values[i]), name);
            }
        }
    }

    internal static void CheckOffset(int place, int before, int offset, int amounts)
    {
        if (offset < before || offset > amounts)
        {
            throw new ArgumentException(string.Format(
                CultureInfo.InvariantCulture, "offsets[{0}] is {1}; allowed: {2} to {3}, offsets ascend within the amounts.", place, offset, before, amounts), nameof(offset));
        }
    }

    internal static void CheckResults(int offsets, int results)
    {
        if (offsets != results + 1)
        {
            throw new ArgumentException(string.Format(
                CultureInfo.InvariantCulture, "There are {0} offsets for {1} results; each series needs its start, and the last one its end.", offsets, results), nameof(offsets));
        }
    }
}
