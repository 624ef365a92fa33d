using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>Customers who pay earlier: capital is released once, and what its financing costs is saved every year.</summary>
/// <remarks>
/// The capital is no profit: it is lent less, and lent again when the effect ends. What it is worth to the case is the financing saved; to count the release
/// and its return as flows as well would count that twice.
/// </remarks>
internal sealed class WorkingCapitalBenefit : RunRateBenefit
{
    internal const decimal MostDays = 3_650;

    private const decimal DaysPerYear = 365;

    public WorkingCapitalBenefit(Money creditSalesPerYear, decimal daysBefore, decimal daysAfter, decimal financingRatePerYear)
        : base("workingCapital", ReleaseOf(creditSalesPerYear, daysBefore, daysAfter) * Check.InRange(financingRatePerYear, 0, 1))
    {
        CreditSalesPerYear = creditSalesPerYear;
        DaysBefore = daysBefore;
        DaysAfter = daysAfter;
        FinancingRatePerYear = financingRatePerYear;
        Release = ReleaseOf(creditSalesPerYear, daysBefore, daysAfter).Round(10);
    }

    /// <summary>Sales on credit of a year.</summary>
    public Money CreditSalesPerYear { get; }

    /// <summary>Days until customers pay, without the CRM.</summary>
    public decimal DaysBefore { get; }

    /// <summary>Days until customers pay, with it.</summary>
    public decimal DaysAfter { get; }

    /// <summary>What a year of financing costs, as a fraction of the capital.</summary>
    public decimal FinancingRatePerYear { get; }

    /// <summary>Sales x (days before - days after) / 365, before attribution and risk adjustment.</summary>
    public Money Release { get; }

    internal override object? PartOf => CreditSalesPerYear;

    internal override bool IsHarm => DaysAfter > DaysBefore;

    /// <summary>Capital that is released at the end of a period, before attribution and risk adjustment.</summary>
    internal decimal Released(CaseTimeline timeline, RealizationProfile profile, LocalDate end) =>
        Release.Amount * profile.At(timeline.Grid.IndexOf(end.PlusDays(-1)) - new GoLiveMonth(timeline).Index);

    private static Money ReleaseOf(Money creditSalesPerYear, decimal daysBefore, decimal daysAfter) =>
        LineRange.Amount(creditSalesPerYear) * (Check.InRange(daysBefore, 0, MostDays) - Check.InRange(daysAfter, 0, MostDays)) / DaysPerYear;

    private protected override bool HasSame(BenefitBasis other) =>
        other is WorkingCapitalBenefit it && (CreditSalesPerYear, DaysBefore, DaysAfter, FinancingRatePerYear).Equals((it.CreditSalesPerYear, it.DaysBefore, it.DaysAfter, it.FinancingRatePerYear));
}
