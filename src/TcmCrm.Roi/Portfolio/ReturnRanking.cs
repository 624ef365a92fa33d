namespace TcmCrm.Roi.Portfolio;

/// <summary>The tenants of one evaluation period by ROI: the best and the worst of them, each with its rank.</summary>
internal sealed class ReturnRanking(int most)
{
    private readonly BestList _best = new(most, (left, right) => Order(left, right));
    private readonly BestList _worst = new(most, (left, right) => -Order(left, right));
    private int _count;

    internal void Add(TenantResult result)
    {
        if (result.ReturnOnInvestment.IsApplicable)
        {
            _count++;
            _best.Add(result);
            _worst.Add(result);
        }
    }

    internal IEnumerable<KeyValuePair<int, TenantResult>> Ranked()
    {
        int place = 0;
        foreach (TenantResult result in _best.Items)
        {
            yield return new(++place, result);
        }

        TenantResult[] worst = [.. _worst.Items.Take(_count - place)];
        for (int i = worst.Length - 1; i >= 0; i--)
        {
            yield return new(_count - i, worst[i]);
        }
    }

    /// <summary>The best first; of equal ROI, by id: no two are alike, so that the other end is the same order backwards.</summary>
    private static int Order(TenantResult left, TenantResult right) =>
        right.ReturnOnInvestment.Value.CompareTo(left.ReturnOnInvestment.Value) is not 0 and int difference ? difference : string.CompareOrdinal(left.Tenant, right.Tenant);
}
