using System.Collections;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

/// <summary>The flows of one line in the forecast: what is past, then the rest of a list at the pace that was reached, then what is added.</summary>
/// <remarks>The rest is the plan's own list wherever a line is on time: most of the flows of a forecast exist once.</remarks>
internal sealed class ForecastFlows(LineFlow[] past, LineFlow[] rest, int start, decimal factor, LineFlow[] added) : IReadOnlyList<LineFlow>
{
    private readonly int _added = past.Length + rest.Length - start;

    public int Count => _added + added.Length;

    // A factor of 1 would leave the value and change the scale of the decimal.
    public LineFlow this[int index] => index < past.Length ? past[index]
        : index >= _added ? added[index - _added]
        : rest[index - past.Length + start] is var flow && factor == 1 ? flow : flow.Of(flow.Amount * factor);

    public IEnumerator<LineFlow> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
