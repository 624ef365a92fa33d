using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>The waves of a case's go-live, and how a line takes part in them.</summary>
/// <remarks>
/// A line that has the tag of a wave goes live with it, one with the tags of several is divided among them by their shares. Without any, a benefit is divided
/// among all waves, since it cannot come before they are live, and a cost is due at the go-live of the case, the first: what is silent never flatters.
/// </remarks>
internal sealed class WaveSet
{
    private readonly IReadOnlyList<GoLiveWave> _waves;
    private readonly CaseTimeline[] _timelines;
    private readonly List<(CaseTimeline Timeline, decimal Share)> _parts = [];

    private WaveSet(CaseTimeline timeline, IReadOnlyList<GoLiveWave> waves)
    {
        _waves = waves;
        _timelines = new CaseTimeline[waves.Count];
        for (int i = 0; i < _timelines.Length; i++)
        {
            _timelines[i] = timeline.WithGoLive(timeline.GoLive.PlusMonths(waves[i].Months));
        }
    }

    /// <summary>The waves on a timeline; null where go-live is one day.</summary>
    internal static WaveSet? Of(CaseTimeline timeline, IReadOnlyList<GoLiveWave> waves) => waves.Count == 0 ? null : new WaveSet(timeline, waves);

    /// <summary>The timelines of the waves that a line takes part in, each with its share of the line; the shares sum to 1. Valid until asked again.</summary>
    /// <param name="tags">The tags of the line.</param>
    /// <param name="isBenefit">Whether a line without the tag of a wave is divided among all.</param>
    internal IReadOnlyList<(CaseTimeline Timeline, decimal Share)> PartsOf(IReadOnlyList<string> tags, bool isBenefit)
    {
        _parts.Clear();
        bool isTagged = _waves.Any(wave => tags.Contains(wave.Tag));
        decimal all = 0;
        for (int i = 0; i < _waves.Count; i++)
        {
            if (isTagged ? tags.Contains(_waves[i].Tag) : isBenefit)
            {
                _parts.Add((_timelines[i], _waves[i].Share.Value));
                all += _waves[i].Share.Value;
            }
        }

        decimal left = 1;
        for (int i = 0; i < _parts.Count; i++)
        {
            // The last one takes what is left, so that nothing is lost to division.
            decimal share = i == _parts.Count - 1 ? left : _parts[i].Share / all;
            _parts[i] = (_parts[i].Timeline, share);
            left -= share;
        }

        return _parts;
    }
}
