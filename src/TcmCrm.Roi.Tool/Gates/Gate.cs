using System.Globalization;
using System.Text.RegularExpressions;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary>A threshold for one figure of a result document: <c>roi:P1Y>=0.2</c>, <c>roi.cashable:P3Y>=0</c>, <c>paybackMonths&lt;=18</c>, <c>limits.lower.roi>=0</c>.</summary>
internal sealed partial class Gate
{
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        ["npv"] = "netPresentValue",
        ["irr"] = "internalRateOfReturn",
        ["bcr"] = "benefitCostRatio",
        ["payback"] = "paybackMonths",
        ["tco"] = "totalCostOfOwnership",
    };

    /// <summary>The object of the document that holds the figures on the cash basis.</summary>
    internal const string CashablePrefix = "cashable.";

    /// <summary>The object of the document that holds the figures after tax, on both bases.</summary>
    internal const string AfterTaxPrefix = "afterTax.";

    private const string CashableSuffix = ".cashable";

    private const string AfterTaxSuffix = ".afterTax";

    private Gate(string figure, EvaluationPeriod? period, string comparison, decimal limit, bool isPercent)
    {
        Figure = figure;
        Period = period;
        Comparison = comparison;
        Limit = limit;
        IsPercent = isPercent;
    }

    /// <summary>Where the figure stands in the document, from its period on.</summary>
    internal string Figure { get; }

    /// <summary>The evaluation period; the longest one when null.</summary>
    internal EvaluationPeriod? Period { get; }

    internal string Comparison { get; }

    /// <summary>In the unit of the document; per cent have become a fraction.</summary>
    internal decimal Limit { get; }

    /// <summary>True when the limit was given in per cent, which only ratios can be.</summary>
    internal bool IsPercent { get; }

    /// <summary>The same for every way to write the same rule, so that a pipeline can follow it from run to run.</summary>
    internal string RuleId(string period) => $"{Figure}:{period}{Comparison}{Limit.ToString("0.############################", CultureInfo.InvariantCulture)}";

    internal static bool TryParse(string text, out Gate? gate, out Message? problem)
    {
        gate = null;
        Match parts = Form().Match(text);
        if (!parts.Success)
        {
            // The likeliest mistake: a shell takes an unquoted > for a redirection and passes the rest.
            problem = Told.As("gate.malformed", ("value", text));
            return false;
        }

        EvaluationPeriod? period = null;
        if (parts.Groups["period"].Success && !EvaluationPeriod.TryParse(parts.Groups["period"].Value, out period, out Message? wrong))
        {
            problem = new Message("gate.badPeriod", MessageArgument.Text("value", text), MessageArgument.Part("problem", wrong!));
            return false;
        }

        if (!decimal.TryParse(parts.Groups["limit"].Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal limit))
        {
            problem = Told.As("gate.badLimit", ("value", text), ("limit", parts.Groups["limit"].Value));
            return false;
        }

        string figure = parts.Groups["figure"].Value;
        bool isPercent = parts.Groups["percent"].Success;
        gate = new Gate(Canonical(figure), period, parts.Groups["comparison"].Value, isPercent ? limit / 100 : limit, isPercent);
        problem = null;
        return true;
    }

    /// <summary>
    /// The path in the document: <c>roi.cashable</c> is the member <c>roi</c> of <c>cashable</c>, <c>roi.afterTax</c> that of <c>afterTax</c>, and <c>roi.cashable.afterTax</c>
    /// that of <c>cashable</c> within it.
    /// </summary>
    private static string Canonical(string figure)
    {
        if (figure.EndsWith(AfterTaxSuffix, StringComparison.Ordinal))
        {
            return AfterTaxPrefix + Canonical(figure[..^AfterTaxSuffix.Length]);
        }

        // A part of the benefit by class is called cashable, too.
        bool isCashable = figure.EndsWith(CashableSuffix, StringComparison.Ordinal) && figure != "benefitByClass.cashable";
        figure = isCashable ? figure[..^CashableSuffix.Length] : figure;
        if (isCashable && figure.EndsWith(AfterTaxSuffix, StringComparison.Ordinal))
        {
            return Canonical(figure[..^AfterTaxSuffix.Length] + CashableSuffix + AfterTaxSuffix);
        }

        return (isCashable ? CashablePrefix : string.Empty) + ShortNames.GetValueOrDefault(figure, figure);
    }

    internal bool IsMetBy(decimal value) => Comparison switch
    {
        ">=" => value >= Limit,
        "<=" => value <= Limit,
        ">" => value > Limit,
        _ => value < Limit,
    };

    [GeneratedRegex(@"^\s*(?<figure>[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)*)\s*(?::\s*(?<period>\w+)\s*)?(?<comparison>>=|<=|>|<)\s*(?<limit>[+-]?[0-9]+(?:\.[0-9]+)?)\s*(?<percent>%)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
