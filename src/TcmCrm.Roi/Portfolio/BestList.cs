namespace TcmCrm.Roi.Portfolio;

/// <summary>The first of very many results by an order, with no more of them in memory than are wanted; those that are alike are in the order of their ids.</summary>
internal sealed class BestList(int most, Comparison<TenantResult> order)
{
    private readonly SortedSet<TenantResult> _kept = new(Comparer<TenantResult>.Create((left, right) =>
        order(left, right) is not 0 and int difference ? difference : string.CompareOrdinal(left.Tenant, right.Tenant)));

    internal IEnumerable<TenantResult> Items => _kept;

    internal void Add(TenantResult result)
    {
        _kept.Add(result);
        if (_kept.Count > most)
        {
            _kept.Remove(_kept.Max!);
        }
    }
}
