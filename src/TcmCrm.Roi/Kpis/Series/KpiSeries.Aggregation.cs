using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <content>How points become those of a longer time or of several segments.</content>
public sealed partial class KpiSeries
{
    /// <summary>Puts months (or quarters) together by the rule of the KPI itself.</summary>
    /// <param name="frequency">
    /// What a point of the result covers. Calendar quarters and years are made of complete ones only; a period in which a month is missing is a
    /// gap (by the value at the end of the period: one whose last month is missing), and incomplete periods at either end are left out. <see cref="KpiFrequency.TrailingTwelveMonths"/> has one point for each month from
    /// the twelfth on.
    /// </param>
    /// <returns>The series, or the reason why it would be wrong: counting distinct things twice, averaging ratios, parts that are missing.</returns>
    /// <remarks>
    /// Numerators and denominators are kept where the longer period has them too. After compounding (churn, retention) only values are left.
    /// Months to quarters to years gives the same as months to years, apart from rounding in the last places.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frequency"/> is not a defined value.</exception>
    public KpiAggregationResult Aggregate(KpiFrequency frequency) => Aggregate(frequency, Definition.OverTime);

    /// <summary>Puts months (or quarters) together by a rule that the caller names, when the KPI allows it.</summary>
    /// <param name="frequency">What a point of the result covers, as in <see cref="Aggregate(KpiFrequency)"/>.</param>
    /// <param name="rule">The rule: the KPI's own, or <see cref="KpiAggregation.EndOfPeriod"/> where the KPI allows both.</param>
    /// <returns>The series, or the reason why the rule would give a wrong figure for this KPI.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a defined value.</exception>
    public KpiAggregationResult Aggregate(KpiFrequency frequency, KpiAggregation rule)
    {
        Check.Defined(frequency);
        Check.Defined(rule);
        if (frequency == Frequency)
        {
            return RefuseRule(rule) ?? new KpiAggregationResult(this);
        }

        if (Frequency == KpiFrequency.TrailingTwelveMonths)
        {
            return Refuse("overlappingWindows");
        }

        int span = PointsTogether(frequency);
        if (span == 0)
        {
            return Refuse("coarserThanAsked");
        }

        KpiAggregationResult? refused = RefuseRule(rule);
        return refused ?? Together(frequency, span, rule == KpiAggregation.EndOfPeriod ? rule : Definition.OverTime);
    }

    /// <summary>Puts the series of segments together by the rule of the KPI.</summary>
    /// <param name="segments">At least one series of the same KPI at the same frequency, each of another segment.</param>
    /// <param name="areDisjoint">
    /// Whether it is known that nothing is in two segments, for example regions to which each terminal belongs once. KPIs that count distinct things are refused
    /// without it.
    /// </param>
    /// <returns>
    /// The series of the whole (its segment is empty), from the first to the last month of any segment; a month in which a segment has no
    /// observation is a gap. Or the reason why it would be wrong.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="segments"/> or a place of it is null.</exception>
    /// <exception cref="ArgumentException">There is no segment.</exception>
    public static KpiAggregationResult CombineSegments(IReadOnlyList<KpiSeries> segments, bool areDisjoint)
    {
        Check.NotNull(segments);
        if (segments.Count == 0)
        {
            throw Check.Wrong("There has to be at least one segment.", nameof(segments), "argument.noSegment");
        }

        KpiSeries first = Check.NotNull(segments[0], nameof(segments));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (KpiSeries segment in segments)
        {
            Check.NotNull(segment, nameof(segments));
            if (segment.Definition != first.Definition || segment.Frequency != first.Frequency || !names.Add(segment.Segment))
            {
                return first.Refuse("segmentsDoNotMatch");
            }
        }

        KpiAggregation rule = first.Definition.OverSegments;
        if (rule == KpiAggregation.Recompute)
        {
            return first.Refuse("formulaOfOtherKpis");
        }

        if (rule == KpiAggregation.DistinctCount && !areDisjoint && segments.Count > 1)
        {
            return first.Refuse("distinctCounts");
        }

        if (rule != KpiAggregation.Sum && segments.Any(segment => !segment.HasParts))
        {
            return first.Refuse("partsMissing");
        }

        return AddUp(segments, first, parts: segments.All(segment => segment.HasParts) && rule != KpiAggregation.Sum);
    }

    internal static double DaysFactor(KpiDefinition definition, YearMonth start, KpiFrequency frequency, int index)
    {
        if (definition.OverTime != KpiAggregation.EndBalanceOverSum)
        {
            return 1;
        }

        (int first, int months) = frequency switch
        {
            KpiFrequency.Quarterly => (index * 3, 3),
            KpiFrequency.Yearly => (index * 12, 12),
            KpiFrequency.TrailingTwelveMonths => (index - 11, 12),
            _ => (index, 1),
        };
        LocalDate from = start.PlusMonths(first).OnDayOfMonth(1);
        return Period.DaysBetween(from, from.PlusMonths(months));
    }

    private static KpiAggregationResult AddUp(IReadOnlyList<KpiSeries> segments, KpiSeries first, bool parts)
    {
        YearMonth start = segments.Select(segment => segment.Start).Min();
        YearMonth end = segments.Select(segment => segment.End).Max();
        int count = (MonthsBetween(start, end) / first.Step) + 1;
        var above = new double[count];
        var below = new double[count];
        foreach (KpiSeries segment in segments)
        {
            int offset = MonthsBetween(start, segment.Start) / first.Step;
            for (int i = 0; i < count; i++)
            {
                bool inside = i >= offset && i - offset < segment.Count;
                above[i] += inside ? (parts ? segment._numerators! : segment._values)[i - offset] : double.NaN;
                below[i] += inside && parts ? segment._denominators![i - offset] : double.NaN;
            }
        }

        return new KpiAggregationResult(parts
            ? FromOwnedParts(first.Definition, string.Empty, start, first.Frequency, above, below)
            : new KpiSeries(first.Definition, string.Empty, start, first.Frequency, above, null, null));
    }

    private int PointsTogether(KpiFrequency frequency) => (Frequency, frequency) switch
    {
        (KpiFrequency.Monthly, KpiFrequency.Quarterly) => 3,
        (KpiFrequency.Monthly, KpiFrequency.Yearly or KpiFrequency.TrailingTwelveMonths) => 12,
        (KpiFrequency.Quarterly, KpiFrequency.Yearly) => 4,
        _ => 0,
    };

    private KpiAggregationResult? RefuseRule(KpiAggregation rule)
    {
        KpiAggregation own = Definition.OverTime;
        if (own == KpiAggregation.DistinctCount)
        {
            return Refuse("distinctCounts");
        }

        if (own == KpiAggregation.Recompute)
        {
            return Refuse("formulaOfOtherKpis");
        }

        bool either = own == KpiAggregation.RatioOfSumsOrEnd && rule is KpiAggregation.EndOfPeriod or KpiAggregation.RatioOfSums;
        if (rule != own && !either)
        {
            string id = rule switch
            {
                KpiAggregation.Mean => "averageOfMonths",
                KpiAggregation.Sum => "sumOfMonths",
                _ => "notTheRuleOfTheKpi",
            };
            return Refuse(id, MessageArgument.Part("rule", Message.NameOf(own)));
        }

        bool needsParts = own is KpiAggregation.RatioOfSums or KpiAggregation.SumOverMeanBase
            || (own == KpiAggregation.RatioOfSumsOrEnd && rule != KpiAggregation.EndOfPeriod);
        return needsParts && !HasParts ? Refuse("partsMissing") : null;
    }

    private KpiAggregationResult Together(KpiFrequency frequency, int span, KpiAggregation rule)
    {
        bool trailing = frequency == KpiFrequency.TrailingTwelveMonths;
        int monthsTogether = span * Step;
        int offset = trailing ? 0 : (monthsTogether - ((Start.Month - 1) % monthsTogether)) % monthsTogether / Step;
        int periods = trailing ? Count - span + 1 : (Count - offset) / span;
        if (periods <= 0)
        {
            return Refuse("noCompletePeriod");
        }

        bool share = rule is KpiAggregation.Product or KpiAggregation.CompoundLoss;
        if (share && _values.Any(value => value is < 0 or > 1))
        {
            return Refuse("shareOutsideItsRange");
        }

        bool parts = HasParts && !share && rule is not (KpiAggregation.Mean or KpiAggregation.Sum);
        var above = new double[periods];
        var below = new double[periods];
        for (int p = 0; p < periods; p++)
        {
            int from = trailing ? p : offset + (p * span);
            above[p] = Fold(parts ? _numerators! : _values, from, span, NumeratorRule(rule));
            below[p] = parts ? Fold(_denominators!, from, span, DenominatorRule(rule)) : double.NaN;
        }

        YearMonth start = Start.PlusMonths((trailing ? span - 1 : offset) * Step);
        return new KpiAggregationResult(parts
            ? FromOwnedParts(Definition, Segment, start, frequency, above, below)
            : new KpiSeries(Definition, Segment, start, frequency, above, null, null));
    }

    private static KpiAggregation NumeratorRule(KpiAggregation rule) => rule switch
    {
        KpiAggregation.EndBalanceOverSum => KpiAggregation.EndOfPeriod,
        KpiAggregation.RatioOfSums or KpiAggregation.RatioOfSumsOrEnd or KpiAggregation.SumOverMeanBase => KpiAggregation.Sum,
        _ => rule,
    };

    private static KpiAggregation DenominatorRule(KpiAggregation rule) => rule switch
    {
        KpiAggregation.SumOverMeanBase => KpiAggregation.Mean,
        KpiAggregation.EndOfPeriod => KpiAggregation.EndOfPeriod,
        _ => KpiAggregation.Sum,
    };

    // A gap is NaN and makes every sum and product NaN; only the end of a period does not look at the months before.
    private static double Fold(double[] values, int from, int span, KpiAggregation rule)
    {
        if (rule == KpiAggregation.EndOfPeriod)
        {
            return values[from + span - 1];
        }

        bool product = rule is KpiAggregation.Product or KpiAggregation.CompoundLoss;
        double folded = product ? 1 : 0;
        for (int i = from; i < from + span; i++)
        {
            folded = rule switch
            {
                KpiAggregation.Product => folded * values[i],
                KpiAggregation.CompoundLoss => folded * (1 - values[i]),
                _ => folded + values[i],
            };
        }

        return rule switch
        {
            KpiAggregation.CompoundLoss => 1 - folded,
            KpiAggregation.Mean => folded / span,
            _ => folded,
        };
    }

    private KpiAggregationResult Refuse(string id, params MessageArgument[] more) => new(new Message(
        id, [MessageArgument.Text("subject", Definition.Id), MessageArgument.Part("kpi", Definition.NameMessage), .. more]));
}
