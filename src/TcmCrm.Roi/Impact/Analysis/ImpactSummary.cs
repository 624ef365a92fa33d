namespace TcmCrm.Roi.Impact;

/// <summary>What a result says, sentence by sentence.</summary>
internal static class ImpactSummary
{
    public static IReadOnlyList<Message> Of(ImpactResult result)
    {
        var sentences = new List<Message>();
        if (result.HasAnswer)
        {
            ImpactEstimate chosen = result.Chosen;
            sentences.Add(Effect(chosen, result.Study));
            sentences.Add(Method(chosen));
            sentences.AddRange(result.Choice);
            AddEvents(sentences, result.Study, chosen.Method);
            if (result.Study.KnownGrowth is { } growth && chosen.Method != ImpactMethod.YearOnYear)
            {
                sentences.Add(new Message("growthNotUsed", MessageArgument.Ratio("growth", growth)));
            }

            if (chosen.Assumptions.Count > 0)
            {
                sentences.Add(new Message("impactAssumes", MessageArgument.Parts("assumptions", chosen.Assumptions)));
            }

            sentences.Add(Verdict(chosen, result.Study.Promise));
            if (chosen.Verdict == ImpactVerdictKind.Inconclusive && (chosen.IsEffect || result.Choice.Count == 0) && chosen.CanBeTrusted && !chosen.IsGuarded && chosen.MinimumDetectableEffect is { } detectable)
            {
                AddDetectable(sentences, chosen, detectable, result.Study.Promise);
            }

            sentences.AddRange(chosen.Warnings.Select(Note));
        }
        else
        {
            sentences.Add(new Message("noEffectMeasured", Name(result.Study), GoLive(result.Study), NameOf("verdict", result.Verdict)));
            sentences.AddRange(result.Unavailable.Select(design =>
                new Message("designUnavailable", NameOf("method", design.Key), MessageArgument.Part("reason", design.Value))));
        }

        sentences.AddRange(result.Warnings.Select(Note));
        return sentences.AsReadOnly();
    }

    /// <summary>How a benefit was measured: method, improvement with its interval, verdict, and what of it the amount of the line rests on.</summary>
    internal static Message OfBenefit(MessageArgument line, ImpactEstimate study, bool isMonetized)
    {
        EffectInterval improvement = study.Improvement;
        return new Message(
            study.IsEffect ? "benefitMeasured" : "benefitMeasured.change",
            line,
            NameOf("method", study.Method),
            MessageArgument.Part("counts", Counts(study)),
            EffectText.Part("effect", improvement.Estimate, study.Unit),
            EffectText.Level("level", study.ConfidenceLevel),
            EffectText.Part("lower", improvement.Lower, study.Unit),
            EffectText.Part("upper", improvement.Upper, study.Unit),
            NameOf("verdict", study.Verdict),
            MessageArgument.Part("booked", isMonetized ? new Message("bookedImprovement", EffectText.Part("effect", study.BookedImprovement.Estimate, study.Unit)) : new Message("bookedImprovement.none")));
    }

    private static Message Counts(ImpactEstimate chosen) => new(
        chosen.Method is ImpactMethod.ProportionNewcombe or ImpactMethod.ProportionPaired or ImpactMethod.NetPromoterScore or ImpactMethod.PairedScores ? "sampleSizes.observations" : "sampleSizes.months",
        EffectText.Count("before", chosen.ObservationsBefore),
        EffectText.Count("after", chosen.ObservationsAfter));

    private static Message Effect(ImpactEstimate chosen, ImpactStudy study) =>
        new(
            chosen.Estimate > 0 ? "effectMeasured.up" : chosen.Estimate < 0 ? "effectMeasured.down" : "effectMeasured.none",
            Name(study),
            GoLive(study),
            EffectText.Part("effect", Math.Abs(chosen.Estimate), chosen.Unit),
            EffectText.Level("level", chosen.ConfidenceLevel),
            EffectText.Part("lower", chosen.Lower, chosen.Unit),
            EffectText.Part("upper", chosen.Upper, chosen.Unit),
            MessageArgument.Part("counts", Counts(chosen)));

    /// <summary>Year-on-year and interrupted series are called as their rung is.</summary>
    private static Message Method(ImpactEstimate chosen) => (chosen.Method, chosen.Rung)
        is (ImpactMethod.YearOnYear, EvidenceRung.YearOnYear) or (ImpactMethod.InterruptedTimeSeries, EvidenceRung.InterruptedSeries)
            ? new("impactMethod", NameOf("method", chosen.Method))
            : new("impactMethod.evidence", NameOf("method", chosen.Method), NameOf("evidence", chosen.Rung));

    private static Message Verdict(ImpactEstimate chosen, double? promise) => promise is { } promised
        ? new("impactVerdict.promise", EffectText.Part("promise", promised, chosen.Unit), NameOf("verdict", chosen.Verdict))
        : new("impactVerdict", NameOf("verdict", chosen.Verdict));

    private static void AddEvents(List<Message> sentences, ImpactStudy study, ImpactMethod method)
    {
        if (study.OtherEvents.Count > 0)
        {
            bool isTakenOut = method is ImpactMethod.InterruptedTimeSeries or ImpactMethod.ControlledSeries;
            sentences.Add(new Message(
                isTakenOut ? "impactEvents" : "impactEvents.aside",
                MessageArgument.Parts("months", study.OtherEvents.Select(month => new Message("gapsInSeries.month", MessageArgument.Month("month", month))))));
        }
    }

    private static void AddDetectable(List<Message> sentences, ImpactEstimate chosen, double detectable, double? promise)
    {
        sentences.Add(new Message(
            "smallestDetectable", MessageArgument.Ratio("power", DetectableEffect.Power), EffectText.Part("effect", detectable, chosen.Unit)));
        if (chosen.MonthsStillNeeded is { } months)
        {
            sentences.Add(new Message("monthsStillNeeded", MessageArgument.Number("months", months)));
        }
        else if (promise is not null)
        {
            sentences.Add(new Message("monthsStillNeeded.tooMany", MessageArgument.Number("months", DetectableEffect.LongestWait)));
        }
    }

    private static Message Note(Message warning) => new("impactNote", MessageArgument.Part("note", warning));

    /// <summary>The KPI, and the segment where the series is one.</summary>
    private static MessageArgument Name(ImpactStudy study)
    {
        Message kpi = study.Series.Definition.NameMessage;
        return MessageArgument.Part("name", study.Series.Segment.Length == 0
            ? kpi
            : new Message("seriesName", MessageArgument.Part("kpi", kpi), MessageArgument.Text("segment", study.Series.Segment)));
    }

    private static MessageArgument GoLive(ImpactStudy study) => MessageArgument.Month("goLive", study.GoLive);

    private static MessageArgument NameOf<T>(string name, T value)
        where T : struct, Enum => MessageArgument.Part(name, Message.NameOf(value));
}
