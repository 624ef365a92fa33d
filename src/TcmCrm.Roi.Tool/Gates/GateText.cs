using System.Globalization;
using NodaTime.Text;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Figures;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary>
/// Gates in words. English is what a pipeline matches: figure and value as the document prints them; Chinese is for the person who reads the page of the
/// run: the figure by its name, the value by its unit.
/// </summary>
internal sealed class GateText(Language language, FigureFormat format)
{
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["costByCategory"] = "CostCategory",
        ["benefitByCategory"] = "BenefitCategory",
        ["benefitByClass"] = "BenefitClass",
        ["benefitByEvidence"] = "Evidence",
        ["benefitShareByEvidence"] = "Evidence",
    };

    private readonly bool isPlain = language.Tag == "en";

    internal string Verdict(GateResult result) => language.Say(result.IsPassed ? "gate.passed" : "gate.failed", ("what", Line(result)));

    /// <summary>Rule and actual value in one text.</summary>
    internal string Line(GateResult result) => isPlain
        ? $"{result.RuleId}: {language.Say(result.Actual)}"
        : language.Say("gate.line", ("figure", FigureOf(result)), ("actual", ActualOf(result)), ("required", Required(result)));

    internal string RuleOf(GateResult result) => isPlain ? result.RuleId : FigureOf(result) + Required(result);

    internal string ActualOf(GateResult result)
    {
        if (isPlain)
        {
            return language.Say(result.Actual);
        }

        return result.Amount is { } amount ? AmountOf(result, amount)
            : result.Figure is { } figure ? FigureOf(result, figure.Unit, figure.Value)
            : result.Actual.Find("reason")?.Value is string reason && language.Knows("NotApplicableReason." + reason)
                ? format.NotApplicable(language.Say("NotApplicableReason." + reason))
                : language.Say(result.Actual);
    }

    /// <summary>A gate compares what the document prints; a shorter form that would show the figure on the other side of its limit, or on it, gets more digits.</summary>
    private string FigureOf(GateResult result, MeasureUnit unit, double value)
    {
        bool isPercent = unit is MeasureUnit.Ratio or MeasureUnit.Rate;
        double shown = isPercent ? value * 100 : value;
        int usual = unit == MeasureUnit.Multiple ? 2 : 1;
        if (Math.Abs(shown) >= 1e12 || Math.Abs(result.Gate.Limit) >= 1e12m || unit is not (MeasureUnit.Ratio or MeasureUnit.Rate or MeasureUnit.Multiple or MeasureUnit.Months))
        {
            return format.Write(unit, value);
        }

        decimal limit = isPercent ? result.Gate.Limit * 100 : result.Gate.Limit;
        int decimals = DecimalsThatTell((decimal)shown, limit, usual);
        string number = FigureFormat.Number((decimal)shown, decimals);
        return unit == MeasureUnit.Months ? language.Say("length.months", ("months", number)) : isPercent ? number + "%" : number;
    }

    private string AmountOf(GateResult result, decimal amount)
    {
        string shown = format.AmountWithUnit(amount);
        return amount != result.Gate.Limit && Math.Abs(result.Gate.Limit) < 1e20m && shown == format.AmountWithUnit(result.Gate.Limit)
            ? format.Unrounded(amount.ToString("#,##0.00##", CultureInfo.InvariantCulture))
            : shown;
    }

    private static int DecimalsThatTell(decimal value, decimal limit, int usual)
    {
        int decimals = usual;
        while (decimals < 12 && decimal.Round(value, decimals, MidpointRounding.AwayFromZero).CompareTo(limit) != value.CompareTo(limit))
        {
            decimals++;
        }

        return decimals;
    }

    private string FigureOf(GateResult result)
    {
        string period = PeriodPattern.Roundtrip.Parse(result.Period) is { Success: true } parsed ? language.Write(parsed.Value) : result.Period;
        return period + NameOf(result.Gate.Figure);
    }

    private string NameOf(string path)
    {
        if (path.StartsWith(Gate.AfterTaxPrefix, StringComparison.Ordinal))
        {
            return language.Say("gate.afterTax", ("figure", NameOf(path[Gate.AfterTaxPrefix.Length..])));
        }

        if (path.StartsWith(Gate.CashablePrefix, StringComparison.Ordinal))
        {
            return language.Say("gate.cashable", ("figure", NameOf(path[Gate.CashablePrefix.Length..])));
        }

        if (language.Knows("measure." + path))
        {
            return language.Say("measure." + path);
        }

        string[] parts = path.Split('.');
        string last = parts[^1];
        if (parts is ["limits", "lower" or "upper", _])
        {
            return language.Say("gate.limit." + parts[1], ("figure", NameOf(last)));
        }

        if (parts.Length > 1 && Groups.TryGetValue(parts[^2], out string? type) && language.Knows($"{type}.{last}"))
        {
            return language.Say("gate.part", ("figure", NameOf(parts[^2])), ("part", language.Say($"{type}.{last}")));
        }

        return language.Knows("figure." + last) ? language.Say("figure." + last) : path;
    }

    private string Required(GateResult result)
    {
        MeasureUnit unit = result.Amount is null ? result.Figure?.Unit ?? GateUnits.Of(result.Gate.Figure) : MeasureUnit.Money;
        string id = result.Gate.Comparison switch
        {
            ">=" => "gate.atLeast",
            "<=" => "gate.atMost",
            ">" => "gate.above",
            _ => "gate.below",
        };
        return language.Say(id, ("limit", unit switch
        {
            MeasureUnit.Ratio or MeasureUnit.Rate => WholePercent(result.Gate.Limit),
            MeasureUnit.Money => format.AmountWithUnit(result.Gate.Limit),
            MeasureUnit.Months => language.Say("length.months", ("months", result.Gate.Limit.ToString("0.##", CultureInfo.InvariantCulture))),
            _ => format.Write(unit, result.Gate.Limit),
        }));
    }

    /// <summary>A limit as people set it: 20%, not 20.0%.</summary>
    private static string WholePercent(decimal limit) =>
        Math.Abs(limit) >= 1e15m || limit * 100 == decimal.Truncate(limit * 100) ? FigureFormat.Percent(limit, 0) : FigureFormat.Rate(limit);
}
