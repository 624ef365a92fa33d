using NodaTime;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>What ends with the last contract: a benefit needs a system that somebody pays for (docs/review.md, "The end of a contract").</summary>
internal static class ContractStops
{
    /// <summary>The end of the last contract; null where there is none, or where one goes on: it renews, and the plan pays for it after its renewal.</summary>
    internal static LocalDate? LastEnd(List<LineRecord> records, IReadOnlyList<ContractTerms> contracts, CaseTimeline timeline)
    {
        LocalDate? last = null;
        foreach (ContractTerms contract in contracts)
        {
            if (Find(records, contract.Line) is not { Cost: { } cost } record)
            {
                continue;
            }

            // Where the actuals renew what the case ends, the actuals count.
            if (contract.Renews && (ContractEnds.IsEndedByCase(cost) || IsPaidFrom(record, contract.FirstRenewal)))
            {
                return null;
            }

            last = last is null || contract.FirstRenewal > last ? contract.FirstRenewal : last;
        }

        foreach (LineRecord record in records)
        {
            if (record.Cost is { } cost && ContractEnds.IsEndedByCase(cost) && !HasTerms(records, contracts, record) && ContractEnds.OfCase(cost, timeline) is { } end)
            {
                last = last is null || end > last ? end : last;
            }
        }

        return last;
    }

    /// <summary>
    /// Where the actuals end the last contract and no other software is paid for after it, its bills and the benefits stop with it. Where only the case says so the
    /// plan stays the forecast, and the benefit of later months is not sure.
    /// </summary>
    internal static void Apply(LocalDate? lastEnd, List<LineRecord> records, IReadOnlyList<ContractTerms> contracts)
    {
        if (lastEnd is not { } end)
        {
            return;
        }

        bool isStop = contracts.Any(contract => !contract.Renews && contract.FirstRenewal == end && Find(records, contract.Line) is not null)
            && !records.Any(record => IsOtherSoftware(records, contracts, record, end));
        foreach (LineRecord record in records)
        {
            if (record.Benefit is not null && !record.Plan.IsReversed)
            {
                record.Until = isStop ? end : null;
                record.UnsureFrom = isStop ? null : end;
            }
        }

        foreach (ContractTerms contract in contracts)
        {
            if (isStop && !contract.Renews && Find(records, contract.Line) is { } record)
            {
                record.Until = contract.FirstRenewal;
            }
        }
    }

    /// <summary>Whether other software is paid for after the end of the contracts whose end is known.</summary>
    internal static bool OthersGoOn(List<LineRecord> records, IReadOnlyList<ContractTerms> contracts, LocalDate end) =>
        records.Exists(record => IsOtherSoftware(records, contracts, record, end) && !(record.Cost is { } cost && ContractEnds.IsEndedByCase(cost)));

    private static bool IsOtherSoftware(List<LineRecord> records, IReadOnlyList<ContractTerms> contracts, LineRecord record, LocalDate end) =>
        record.Cost is { Category: CostCategory.Software } cost && !HasTerms(records, contracts, record)
            && (cost.Basis is PerpetualLicenseCost || (cost.Basis.IsRecurring && IsPaidFrom(record, end)));

    private static bool IsPaidFrom(LineRecord record, LocalDate date) => Array.Exists(record.Plan.Flows, flow => flow.Date >= date && flow.Amount > 0);

    private static bool HasTerms(List<LineRecord> records, IReadOnlyList<ContractTerms> contracts, LineRecord record)
    {
        foreach (ContractTerms contract in contracts)
        {
            if (Find(records, contract.Line) == record)
            {
                return true;
            }
        }

        return false;
    }

    private static LineRecord? Find(List<LineRecord> records, string text) =>
        records.Find(record => record.IsCost && record.Id.Text == text) ?? records.Find(record => record.IsCost && record.Name == text);
}
