using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>One customer of the customer file, for <see cref="KpiBuilder.Add(in KpiCustomer)"/>. The default is not valid: it has no id.</summary>
public readonly record struct KpiCustomer
{
    /// <summary>The id or name, as orders and visits write it. Not blank.</summary>
    public string Customer { get; init; }

    /// <summary>The day of the first purchase ever, or of the opening of the account; null where it is not known.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Whether the customer is one of those to be reached (目标终端), the base of coverage. True in most customer files.</summary>
    public bool IsTarget { get; init; }
}
