using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>The cumulative net flow on its way to the first and to the durable payback.</summary>
internal struct PaybackWalk
{
    private double _cumulative;
    private double _size;
    private double _first;
    private double _latest;
    private bool _isBelow;
    private bool _wasBelow;
    private bool _isPaidBack;

    internal int Step { get; private set; }

    internal double Flow { get; set; }

    /// <summary>Steps to the first payback; 0 where nothing was ever to be paid back, infinite where it does not come.</summary>
    internal readonly double First => !_wasBelow ? 0 : _isPaidBack ? _first : double.PositiveInfinity;

    /// <summary>Steps to the payback after which the sum stays at 0 or above.</summary>
    internal readonly double Durable => !_wasBelow ? 0 : _isBelow ? double.PositiveInfinity : _latest;

    /// <summary>Ends a step.</summary>
    internal void Close(int next)
    {
        double before = _cumulative;
        _cumulative += Flow;
        _size += Math.Abs(Flow);
        bool isBelow = _cumulative < -4 * ExponentialSum.Ulp * _size;
        if (_isBelow && !isBelow)
        {
            _latest = Step - 1 + Math.Min(1, -before / Flow);
            _first = _isPaidBack ? _first : _latest;
            _isPaidBack = true;
        }

        _isBelow = isBelow;
        _wasBelow |= isBelow;
        Flow = 0;
        Step = next;
    }
}
