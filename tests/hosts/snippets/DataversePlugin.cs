using System;
using Microsoft.Xrm.Sdk;
using NodaTime;
using TcmCrm.Roi;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

/// <summary>A custom API: yearly cost and yearly margin gain in, ROI of the first year out.</summary>
public sealed class DataversePlugin : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext));
        InvestmentCase crm;
        try
        {
            var goLive = LocalDate.FromDateTime((DateTime)context.InputParameters["GoLive"]);
            crm = InvestmentCase.Create("CRM", Currency.Cny, goLive)
                .WithCosts(SoftwareCost.Subscription("CRM", seats: (int)context.InputParameters["Seats"], Money.Cny((decimal)context.InputParameters["PricePerSeat"]), BillingCycle.Monthly))
                .WithBenefits(OperatingCostReduction.FreedCost("Freed cost", Money.Cny((decimal)context.InputParameters["FreedCostPerYear"])));
        }
        catch (ArgumentException wrong)
        {
            // The message names the value and the allowed range.
            throw new InvalidPluginExecutionException(wrong.Message);
        }

        PeriodResult year = RoiEvaluator.Evaluate(crm)[EvaluationPeriod.OneYear];
        context.OutputParameters["NetBenefit"] = year.NetBenefit.RoundToMinorUnit().Amount;
        context.OutputParameters["Roi"] = year.ReturnOnInvestment.TryGetValue(out decimal roi) ? roi : null!;
        context.OutputParameters["RoiReason"] = year.ReturnOnInvestment.Reason?.ToString() ?? string.Empty;
    }
}
