using NodaTime;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Observations of money in yuan.</summary>
internal static class Rows
{
    internal static Actual Cost(string line, YearMonth month, decimal amount, decimal? quantity = null, decimal? plannedQuantity = null, string? document = null) =>
        Actual.Cost(line, month, Money.Cny(amount), quantity, plannedQuantity, document);

    internal static Actual UnplannedCost(string line, YearMonth month, decimal amount, string? document = null) =>
        Actual.UnplannedCost(line, month, Money.Cny(amount), document);

    internal static Actual Benefit(
        string line, YearMonth month, decimal amount, decimal? quantity = null, decimal? plannedQuantity = null, YearMonth? from = null, string? document = null) =>
        Actual.Benefit(line, month, Money.Cny(amount), quantity, plannedQuantity, from, document);
}

/// <summary>Money of a test onto a line, without a case.</summary>
internal static class LineRecordRows
{
    internal static void Take(this LineRecord record, int month, Actual row) => record.AddMoney(month, row, row.Number);
}

/// <summary>Money between limits, both included.</summary>
internal static class MoneyRange
{
    internal static void Holds(Money value, Money lower, Money upper) => Assert.InRange(value.Amount, lower.Amount, upper.Amount);
}
