using System.Globalization;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes one review.</summary>
internal sealed class ReviewWriter(Utf8JsonWriter writer, ReviewReport report)
{
    private static readonly Choices<OriginalDecision> OriginalDecisions = Choices.Of<OriginalDecision>();
    private static readonly Choices<FindingSeverity> Severities = Choices.Of<FindingSeverity>();
    private static readonly Choices<DecisionKind> Decisions = Choices.Of<DecisionKind>();
    private static readonly Choices<BenefitStatus> Statuses = Choices.Of<BenefitStatus>();
    private static readonly Language English = Language.Of("en");
    private static readonly Language Chinese = Language.Of("zh");

    private readonly int digits = report.Context.Plan.Currency.MinorUnitDigits;

    public void Write()
    {
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", ReviewDocument.SchemaVersion);
        writer.WriteString("name", report.Context.Plan.Name);
        writer.WriteString("currency", report.Context.Plan.Currency.Code);
        writer.WriteString("asOf", report.AsOf.ToString("uuuu-MM", CultureInfo.InvariantCulture));
        writer.WriteNumber("planVersion", report.Version.Number);
        WriteTotals("realised", report.Realised);
        WriteTotals("planToDate", report.PlanToDate);
        WriteLongTerm();
        WriteForecast();
        WriteDate("paybackDate", report.PaybackDate);
        WriteDate("durablePaybackDate", report.DurablePaybackDate);
        WriteDate("plannedPaybackDate", report.PlannedPaybackDate);
        writer.WriteString("originalDecision", OriginalDecisions.WordFor(report.OriginalDecision));
        WriteMoney("netPresentValue", report.NetPresentValue);
        WriteMoney("netPresentValueLower", report.NetPresentValueLower);
        WriteMoney("netPresentValueUpper", report.NetPresentValueUpper);
        WriteVariances();
        WriteFindings();
        WriteDecisions();
        WriteRegister();
        writer.WriteDate("nextReview", report.NextReview);
        writer.WriteEndObject();
    }

    private void WriteTotals(string name, ReviewTotals totals)
    {
        writer.WriteStartObject(name);
        WriteFigures(totals);
        writer.WriteEndObject();
    }

    private void WriteFigures(ReviewTotals totals)
    {
        WriteMoney("cost", totals.Cost);
        WriteMoney("benefit", totals.Benefit);
        WriteMoney("netBenefit", totals.NetBenefit);
        writer.WriteRatio("roi", totals.ReturnOnInvestment);
    }

    private void WriteLongTerm()
    {
        Money planned = Money.Zero(report.Context.Plan.Currency);
        Money realised = planned;
        foreach (ReviewLine line in report.Lines)
        {
            planned = line.IsLongTerm ? planned + line.Variance.Plan : planned;
            realised = line.IsLongTerm ? realised + line.Variance.Actual : realised;
        }

        writer.WriteStartObject("longTerm");
        writer.WriteBoolean("included", report.IncludesLongTerm);
        WriteMoney("realised", realised);
        WriteMoney("planToDate", planned);
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
            WriteFigures(forecast.Forecast);
            writer.WriteRatio("lower", forecast.Lower);
            writer.WriteRatio("upper", forecast.Upper);
            WriteMoney("costLower", forecast.CostLower);
            WriteMoney("costUpper", forecast.CostUpper);
            WriteMoney("benefitLower", forecast.BenefitLower);
            WriteMoney("benefitUpper", forecast.BenefitUpper);
            WriteTotals("plan", forecast.Plan);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteVariances()
    {
        writer.WriteStartArray("variances");
        foreach (ReviewLine line in report.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("line", line.Name);
            writer.WriteString("side", line.Side == LineSide.Cost ? "cost" : "benefit");
            if (line.Cost is { } cost)
            {
                writer.WriteString("category", CostKind.Categories.WordFor(cost.Category));
            }
            else if (line.Benefit is { } benefit)
            {
                writer.WriteString("category", BenefitKind.Categories.WordFor(benefit.Category));
            }

            writer.WriteBoolean("longTerm", line.IsLongTerm);
            writer.WriteBoolean("unplanned", line.IsUnplanned);
            writer.WriteNumber("monthsLate", line.MonthsLate);
            WriteVariance(line.Variance);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("varianceTotals");
        writer.WriteStartObject("cost");
        WriteVariance(report.CostVariance);
        writer.WriteEndObject();
        writer.WriteStartObject("benefit");
        WriteVariance(report.BenefitVariance);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteVariance(LineVariance variance)
    {
        WriteMoney("plan", variance.Plan);
        WriteMoney("actual", variance.Actual);
        WriteMoney("total", variance.Total);
        WriteMoney("timing", variance.Timing);
        WriteMoney("volumeAdoption", variance.VolumeAndAdoption);
        WriteMoney("priceRate", variance.PriceAndRate);
    }

    private void WriteFindings()
    {
        writer.WriteStartArray("findings");
        foreach (Finding finding in report.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", finding.Rule);
            writer.WriteString("severity", Severities.WordFor(finding.Severity));
            writer.WriteString("subject", finding.Subject);
            WriteMoney("atStake", finding.AtStake);
            WriteMoney("perMonth", finding.PerMonth);
            writer.WriteString("action", finding.Action.Id);
            writer.WriteString("english", English.Say(finding.Message));
            writer.WriteString("chinese", Chinese.Say(finding.Message));
            writer.WriteString("actionEnglish", English.Say(finding.Action));
            writer.WriteString("actionChinese", Chinese.Say(finding.Action));
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
            writer.WriteString("decision", Decisions.WordFor(decision.Kind));
            WriteMoney("value", decision.Value);
            WriteMoney("lower", decision.Lower);
            WriteMoney("upper", decision.Upper);
            writer.WriteDate("effectiveFrom", decision.EffectiveFrom);
            writer.WriteString("english", English.Say(decision.Message));
            writer.WriteString("chinese", Chinese.Say(decision.Message));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteRegister()
    {
        writer.WriteStartArray("register");
        foreach (ReviewLine entry in report.Register)
        {
            writer.WriteStartObject();
            writer.WriteString("benefit", entry.Name);
            writer.WriteString("owner", entry.Benefit!.Owner);
            writer.WriteString("status", Statuses.WordFor(entry.Status!.Value));
            WriteMoney("plan", entry.Variance.Plan);
            WriteMoney("actual", entry.Variance.Actual);
            WriteMoney("forecast", entry.Forecast);
            writer.WriteString("evidence", LineWriter.Evidences.WordFor(entry.Benefit.Evidence));
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

    private void WriteMoney(string name, Money money) => writer.WriteMoney(name, decimal.Round(money.Amount, digits, MidpointRounding.AwayFromZero), digits);

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
