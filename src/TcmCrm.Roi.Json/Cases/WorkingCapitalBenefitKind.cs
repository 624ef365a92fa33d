using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

internal sealed class WorkingCapitalBenefitKind : BenefitKind<WorkingCapitalBenefit>
{
    private readonly MoneyField creditSalesPerYear;
    private readonly NumberField daysBefore;
    private readonly NumberField daysAfter;
    private readonly NumberField financingRatePerYear;

    public WorkingCapitalBenefitKind()
        : base("workingCapital")
    {
        creditSalesPerYear = Shape.Add(new MoneyField("creditSalesPerYear"));
        daysBefore = Shape.Add(new NumberField("daysBefore", 0, WorkingCapitalBenefit.MostDays));
        daysAfter = Shape.Add(new NumberField("daysAfter", 0, WorkingCapitalBenefit.MostDays));
        financingRatePerYear = Shape.Add(new NumberField("financingRatePerYear", 0, 1));
    }

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        Money sales = o.Amount(creditSalesPerYear);
        decimal before = o.Number(daysBefore, 0), after = o.Number(daysAfter, 0), rate = o.Number(financingRatePerYear, 0);
        return () => new WorkingCapitalBenefit(sales, before, after, rate);
    }

    protected override void Write(Utf8JsonWriter writer, WorkingCapitalBenefit benefit)
    {
        writer.Put(creditSalesPerYear, benefit.CreditSalesPerYear);
        writer.Put(daysBefore, benefit.DaysBefore);
        writer.Put(daysAfter, benefit.DaysAfter);
        writer.Put(financingRatePerYear, benefit.FinancingRatePerYear);
    }
}
