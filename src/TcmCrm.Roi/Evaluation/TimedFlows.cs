namespace TcmCrm.Roi.Evaluation;

/// <summary>Net flows by time: two arrays of which the first <see cref="Count"/> places are used.</summary>
internal sealed class TimedFlows(int capacity)
{
    internal double[] Years { get; } = new double[capacity];

    internal double[] Amounts { get; } = new double[capacity];

    internal int Count { get; private set; }

    /// <summary>Adds a flow at or after the last one; one of the same time is merged with it.</summary>
    internal void Add(double years, double amount)
    {
        if (Count > 0 && Years[Count - 1] == years)
        {
            Amounts[Count - 1] += amount;
            return;
        }

        Years[Count] = years;
        Amounts[Count] = amount;
        Count++;
    }
}
