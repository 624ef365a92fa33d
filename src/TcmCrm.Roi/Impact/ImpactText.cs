using System.Globalization;

namespace TcmCrm.Roi.Impact;

/// <summary>The sentences of a result: both languages are formed from the same facts in the same order, so that they cannot say different things.</summary>
internal static class ImpactText
{
    public static string English(ImpactResult result) => Lines(result, isChinese: false);

    public static string Chinese(ImpactResult result) => Lines(result, isChinese: true);

    private static string Lines(ImpactResult result, bool isChinese)
    {
        var lines = new List<string>();
        string name = result.Study.Series.Definition.Name ?? result.Study.Series.Definition.Id;
        string goLive = ImpactStudy.Text(result.Study.GoLive);
        if (result.HasAnswer)
        {
            ImpactEstimate chosen = result.Chosen;
            lines.Add(Effect(chosen, name, goLive, isChinese));
            lines.Add(isChinese
                ? $"方法:{ImpactMethodNames.Chinese(chosen.Method)};证据等级:{EvidenceRungNames.Chinese(chosen.Rung)}。"
                : $"Method: {ImpactMethodNames.English(chosen.Method)}; evidence: {EvidenceRungNames.English(chosen.Rung)}.");
            lines.Add(Verdict(result, chosen, isChinese));
            if (chosen.Verdict == ImpactVerdictKind.Inconclusive)
            {
                lines.Add(Detectable(chosen, result.Study.Promise, isChinese));
            }

            lines.RemoveAll(line => line.Length == 0);
            AddWarnings(lines, chosen.Warnings, isChinese);
        }
        else
        {
            lines.Add(isChinese ? $"{name},{goLive} 上线:{ImpactVerdictNames.Chinese(result.Verdict)}。" : $"{name}, go-live {goLive}: {ImpactVerdictNames.English(result.Verdict)}.");
            foreach (UnavailableDesign design in result.Unavailable)
            {
                lines.Add(isChinese
                    ? $"{ImpactMethodNames.Chinese(design.Method)}:{design.Reason.Chinese}"
                    : $"{ImpactMethodNames.English(design.Method)}: {design.Reason.English}");
            }
        }

        AddWarnings(lines, result.Warnings, isChinese);
        return string.Join("\n", lines);
    }

    private static string Effect(ImpactEstimate chosen, string name, string goLive, bool isChinese)
    {
        string level = EffectText.Number(100 * chosen.ConfidenceLevel, 1);
        string months = string.Format(CultureInfo.InvariantCulture, "{0:0.###}/{1:0.###}", chosen.ObservationsBefore, chosen.ObservationsAfter);
        bool isPerson = chosen.Method is ImpactMethod.ProportionNewcombe or ImpactMethod.ProportionPaired or ImpactMethod.NetPromoterScore or ImpactMethod.PairedScores;
        return isChinese
            ? $"{name},{goLive} 上线:变化 {EffectText.Chinese(chosen.Estimate, chosen.Unit)},{level}% 置信区间 {EffectText.Chinese(chosen.Lower, chosen.Unit)} 至 {EffectText.Chinese(chosen.Upper, chosen.Unit)}(上线前/后{(isPerson ? "样本" : "月数")} {months})。"
            : $"{name}, go-live {goLive}: a change of {EffectText.English(chosen.Estimate, chosen.Unit)}, {level}% interval {EffectText.English(chosen.Lower, chosen.Unit)} to {EffectText.English(chosen.Upper, chosen.Unit)} ({(isPerson ? "observations" : "months")} before/after {months}).";
    }

    private static string Verdict(ImpactResult result, ImpactEstimate chosen, bool isChinese)
    {
        if (result.Study.Promise is not { } promise)
        {
            return isChinese ? $"结论:{ImpactVerdictNames.Chinese(chosen.Verdict)}。" : $"Verdict: {ImpactVerdictNames.English(chosen.Verdict)}.";
        }

        return isChinese
            ? $"结论(承诺改善 {EffectText.Chinese(promise, chosen.Unit)}):{ImpactVerdictNames.Chinese(chosen.Verdict)}。"
            : $"Verdict on the promised improvement of {EffectText.English(promise, chosen.Unit)}: {ImpactVerdictNames.English(chosen.Verdict)}.";
    }

    private static string Detectable(ImpactEstimate chosen, double? promise, bool isChinese)
    {
        if (chosen.MinimumDetectableEffect is not { } detectable || !chosen.CanBeTrusted)
        {
            return string.Empty;
        }

        string first = isChinese
            ? $"以 80% 的把握可检出的最小改善为 {EffectText.Chinese(detectable, chosen.Unit)}。"
            : $"The smallest improvement that would be found with a power of 80% is {EffectText.English(detectable, chosen.Unit)}.";
        string second = chosen.MonthsStillNeeded is { } months
            ? isChinese ? $"还需约 {months} 个月的数据才能检出承诺的改善。" : $"About {months} further months are needed to find the promised one."
            : promise is null ? string.Empty
            : isChinese ? $"再观察 {DetectableEffect.LongestWait} 个月也不足以检出承诺的改善。" : $"Even {DetectableEffect.LongestWait} further months would not be enough to find the promised one.";
        return isChinese ? first + second : (first + " " + second).TrimEnd();
    }

    private static void AddWarnings(List<string> lines, IReadOnlyList<Message> warnings, bool isChinese)
    {
        foreach (Message warning in warnings)
        {
            lines.Add(isChinese ? "注意:" + warning.Chinese : "Note: " + warning.English);
        }
    }
}
