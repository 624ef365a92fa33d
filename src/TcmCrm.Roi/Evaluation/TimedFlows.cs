namespace TcmCrm.Roi.Evaluation;

/// <summary>Net flows and their times in years, in order of time; two arrays of one length.</summary>
internal readonly struct TimedFlows
{
    private TimedFlows(double[] years, double[] amounts)
    {
        Years = years;
        Amounts = amounts;
    }

    internal double[] Years { get; }

    internal double[] Amounts { get; }

    /// <summary>Collects flows in order of time; those of one time are merged.</summary>
    internal struct Builder(int capacity)
    {
        private readonly double[] _years = new double[capacity];
        private readonly double[] _amounts = new double[capacity];
        private int _count;

        internal void Add(double years, double amount)
        {
            if (_count > 0 && _years[_count - 1] == years)
            {
                _amounts[_count - 1] += amount;
                return;
            }

            if (amount == 0)
            {
                return;
            }

            _years[_count] = years;
            _amounts[_count] = amount;
            _count++;
        }

        internal readonly TimedFlows ToFlows()
        {
            double[] years = _years;
            double[] amounts = _amounts;
            Array.Resize(ref years, _count);
            Array.Resize(ref amounts, _count);
            return new TimedFlows(years, amounts);
        }
    }
}
