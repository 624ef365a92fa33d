using System.Globalization;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes one review.</summary>
internal sealed class ReviewWriter(Utf8JsonWriter writer, ReviewReport report, DocumentWords words)
{
    public const string Version = "1.0";

    private readonly int digits = report.Context.Plan.Currency.MinorUnitDigits;
    private readonly PrintedVariances printed = new(report);

    public void Write()
    {
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", Version);
        writer.WriteString("name", report.Context.Plan.Name);
        writer.WriteString("currency", report.Context.Plan.Currency.Code);
        writer.WriteString("asOf", report.AsOf.ToString("uuuu-MM", CultureInfo.InvariantCulture));
        writer.WriteNumber("planVersion", report.Version.Number);
        writer.WriteNumber("confidenceLevel", report.Context.Policy.ConfidenceLevel);
        WriteTotals("realised", report.Realized.Cost, report.Realized.Benefit, report.Realized.ReturnOnInvestment);
        WriteTotals("realisedAsForecast", report.RealizedAsForecast.Cost, report.RealizedAsForecast.Benefit, report.RealizedAsForecast.ReturnOnInvestment);
        WriteTotals("planToDate", report.PlanToDate.Cost, report.PlanToDate.Benefit, report.PlanToDate.ReturnOnInvestment);
        WriteLongTerm();
        WriteForecast();
        WriteDate("paybackDate", report.PaybackDate);
        WriteDate("durablePaybackDate", report.DurablePaybackDate);
        WriteDate("plannedPaybackDate", report.PlannedPaybackDate);
        WriteDate("plannedDurablePaybackDate", report.PlannedDurablePaybackDate);
        writer.WriteString("originalDecision", ResultNames.OriginalDecisions.WordFor(report.OriginalDecision));
        WriteNetPresentValue(report.Forecast[report.Forecast.Count - 1]);
        WriteVariances();
        WriteFindings();
        WriteDecisions();
        WriteRegister();
        writer.WriteMessages("warnings", report.Warnings, words);
        writer.WriteDate("nextReview", report.NextReview);
        writer.WriteEndObject();
    }

    private void WriteTotals(string name, Money cost, Money benefit, Figure<decimal> roi)
    {
        writer.WriteStartObject(name);
        WriteFigures(cost, benefit, roi);
        writer.WriteEndObject();
    }

    private void WriteFigures(Money cost, Money benefit, Figure<decimal> roi)
    {
        decimal spent = Printed.Total(cost.Amount, digits), gained = Printed.Total(benefit.Amount, digits);
        writer.WriteMoney("cost", spent, digits);
        writer.WriteMoney("benefit", gained, digits);
        writer.WriteMoney("netBenefit", gained - spent, digits);
        writer.WriteRatio("roi", roi);
    }

    private void WriteLongTerm()
    {
        writer.WriteStartObject("longTerm");
        writer.WriteBoolean("included", report.IncludesLongTerm);
        writer.WriteMoney("realised", printed.LongTerm.Actual, digits);
        writer.WriteMoney("planToDate", printed.LongTerm.Plan, digits);
        writer.WriteEndObject();
    }

    private void WriteForecast()
    {
        writer.WriteStartArray("forecast");
        foreach (PeriodForecast forecast in report.Forecast)
        {
            writer.WriteStartObject();
            writer.WriteString("period", forecast.Period.ToString());
            writer.WriteBoolean("past", forecast.IsPast);
            decimal[] cost = Printed.Parts([forecast.Booked.Amount, forecast.Accrued.Amount, Expected(forecast)], Printed.Total(forecast.Forecast.TotalCost.Amount, digits), digits);
            writer.WriteMoney("booked", cost[0], digits);
            writer.WriteMoney("accrued", cost[1], digits);
            writer.WriteRatio("unmeasuredShare", Figure.Of(forecast.UnmeasuredShare));
            PeriodResult expected = forecast.Forecast, plan = forecast.Plan;
            WriteFigures(expected.TotalCost, expected.TotalBenefit, expected.ReturnOnInvestment);
            writer.WriteRatio("lower", forecast.Lower);
            writer.WriteRatio("upper", forecast.Upper);
            WriteMoney("costLower", forecast.CostLower);
            WriteMoney("costUpper", forecast.CostUpper);
            WriteMoney("benefitLower", forecast.BenefitLower);
            WriteMoney("benefitUpper", forecast.BenefitUpper);
            WriteNetPresentValue(forecast);
            writer.WriteStartObject("plan");
            WriteFigures(plan.TotalCost, plan.TotalBenefit, plan.ReturnOnInvestment);
            WriteMoney("netPresentValue", Npv(plan));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static decimal Expected(PeriodForecast forecast) => forecast.Forecast.TotalCost.Amount - forecast.Booked.Amount - forecast.Accrued.Amount;

    /// <summary>The net present value as the evaluation prints it: the printed benefits less the printed costs.</summary>
    private static Figure<Money> Npv(PeriodResult result) => StandardMeasures.Find("netPresentValue")!.Printed(result).TryGetMoney(out Money money)
        ? Figure.Of(money)
        : result.NetPresentValue;

    private void WriteNetPresentValue(PeriodForecast forecast)
    {
        WriteMoney("netPresentValue", Npv(forecast.Forecast));
        WriteMoney("netPresentValueLower", forecast.NetPresentValueLower);
        WriteMoney("netPresentValueUpper", forecast.NetPresentValueUpper);
    }

    private void WriteVariances()
    {
        writer.WriteStartArray("variances");
        foreach (ReviewLine line in report.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("id", line.Id.Text);
            writer.WriteString("line", line.Name);
            writer.WriteString("side", line.Side == FlowSide.Cost ? "cost" : "benefit");
            if (line.Cost is { } cost)
            {
                writer.WriteString("category", ResultNames.CostCategories.WordFor(cost.Category));
            }
            else if (line.Benefit is { } benefit)
            {
                writer.WriteString("category", ResultNames.BenefitCategories.WordFor(benefit.Category));
            }

            writer.WriteBoolean("longTerm", line.IsLongTerm);
            writer.WriteBoolean("unplanned", line.IsUnplanned);
            writer.WriteNumber("monthsLate", line.MonthsLate);
            WriteVariance(printed.Of(line));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("varianceTotals");
        writer.WriteStartObject("cost");
        WriteVariance(printed.Cost);
        writer.WriteEndObject();
        writer.WriteStartObject("benefit");
        WriteVariance(printed.Benefit);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteVariance(PrintedVariance variance)
    {
        writer.WriteMoney("plan", variance.Plan, digits);
        writer.WriteMoney("actual", variance.Actual, digits);
        writer.WriteMoney("total", variance.Total, digits);
        writer.WriteMoney("timing", variance.Timing, digits);
        writer.WriteMoney("volumeAdoption", variance.Volume, digits);
        writer.WriteMoney("priceRate", variance.Price, digits);
    }

    private void WriteFindings()
    {
        writer.WriteStartArray("findings");
        foreach (Finding finding in report.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", finding.Rule);
            writer.WriteString("severity", ResultNames.Severities.WordFor(finding.Severity));
            writer.WriteString("subject", finding.Subject);
            WriteMoney("atStake", finding.AtStake);
            WriteMoney("perMonth", finding.PerMonth);
            writer.WriteString("since", finding.Since?.ToString("uuuu-MM", CultureInfo.InvariantCulture));
            writer.WriteString("action", finding.Action.Id);
            writer.WriteWords(finding.Message, "english", "chinese", words);
            writer.WriteWords(finding.Action, "actionEnglish", "actionChinese", words);
            writer.WriteArguments(finding.Message);
            writer.WriteStartArray("evidence");
            foreach (MessageArgument figure in finding.Evidence)
            {
                writer.WriteStartObject();
                writer.WriteString("name", figure.Name);
                writer.WriteRatio("value", Figure.Of(figure.Value is Money money ? money.Amount : (decimal)figure.Value));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteDecisions()
    {
        writer.WriteStartArray("decisions");
        foreach (DecisionValue decision in report.Decisions)
        {
            writer.WriteStartObject();
            writer.WriteString("decision", ResultNames.Decisions.WordFor(decision.Kind));
            WriteMoney("value", decision.Value);
            WriteMoney("lower", decision.Lower);
            WriteMoney("upper", decision.Upper);
            WriteMoney("differenceToContinue", decision.DifferenceToContinue);
            WriteMoney("beyond", decision.Beyond);
            writer.WriteBoolean("recommended", decision.IsRecommended);
            writer.WriteDate("effectiveFrom", decision.EffectiveFrom);
            writer.WriteWords(decision.Message, "english", "chinese", words);
            writer.WriteArguments(decision.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("recommendation");
        writer.WriteMessage(report.Recommendation, words);
    }

    private void WriteRegister()
    {
        // The forecasts of the counted benefits sum to the benefit of the longest period; the long-term block stands apart unless it counts.
        PeriodResult longest = report.Forecast[report.Forecast.Count - 1].Forecast;
        ReviewLine[] counted = [.. report.Register.Where(entry => report.IncludesLongTerm || !entry.IsLongTerm)];
        decimal[] forecasts = Printed.Parts([.. counted.Select(entry => entry.Forecast.Amount)], Printed.Total(longest.TotalBenefit.Amount, digits), digits);
        writer.WriteStartArray("register");
        foreach (ReviewLine entry in report.Register)
        {
            writer.WriteStartObject();
            writer.WriteString("id", entry.Id.Text);
            writer.WriteString("benefit", entry.Name);
            writer.WriteString("owner", entry.Benefit!.Owner);
            writer.WriteString("status", ResultNames.BenefitStatuses.WordFor(entry.Status!.Value));
            PrintedVariance line = printed.Of(entry);
            writer.WriteMoney("plan", line.Plan, digits);
            writer.WriteMoney("actual", line.Actual, digits);
            int place = Array.IndexOf(counted, entry);
            writer.WriteMoney("forecast", place < 0 ? Printed.Total(entry.Forecast.Amount, digits) : forecasts[place], digits);
            writer.WriteString("evidence", ResultNames.Evidences.WordFor(entry.Benefit.Evidence));
            if (entry.Baseline is { } baseline)
            {
                writer.WriteNumber("baseline", baseline);
            }
            else
            {
                writer.WriteNull("baseline");
            }

            writer.WriteDate("nextReview", report.NextReview);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteMoney(string name, Money money) => writer.WriteMoney(name, Printed.Total(money.Amount, digits), digits);

    private void WriteMoney(string name, Figure<Money> figure)
    {
        if (figure.TryGetValue(out Money money))
        {
            WriteMoney(name, money);
        }
        else
        {
            writer.WriteReason(name, figure.Reason);
        }
    }

    private void WriteDate(string name, Figure<LocalDate> figure)
    {
        if (figure.TryGetValue(out LocalDate date))
        {
            writer.WriteDate(name, date);
        }
        else
        {
            writer.WriteReason(name, figure.Reason);
        }
    }
}
