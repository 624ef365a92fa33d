using NodaTime;

namespace TcmCrm.Roi.Kpis;

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
    /// <param name="rule">The rule: the KPI's own, or <see cref="KpiTimeAggregation.EndOfPeriod"/> where the KPI allows both.</param>
    /// <returns>The series, or the reason why the rule would give a wrong figure for this KPI.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a defined value.</exception>
    public KpiAggregationResult Aggregate(KpiFrequency frequency, KpiTimeAggregation rule)
    {
        Check.Defined(frequency);
        Check.Defined(rule);
        if (frequency == Frequency)
        {
            return RefuseRule(rule) ?? new KpiAggregationResult(this);
        }

        if (Frequency == KpiFrequency.TrailingTwelveMonths)
        {
            return Refuse(KpiAggregationRefusal.OverlappingWindows, "trailing windows overlap; aggregate the months", "移动窗口相互重叠,请用月度数据汇总");
        }

        int span = PointsTogether(frequency);
        if (span == 0)
        {
            return Refuse(KpiAggregationRefusal.CoarserThanAsked, "the series is already coarser than that", "序列的粒度已比要求的更粗");
        }

        KpiAggregationResult? refused = RefuseRule(rule);
        return refused ?? Together(frequency, span, rule == KpiTimeAggregation.EndOfPeriod ? rule : Definition.OverTime);
    }

    /// <summary>Puts the series of segments together by the rule of the KPI.</summary>
    /// <param name="segments">At least one series of the same KPI at the same frequency, each of another segment.</param>
    /// <param name="knowledge">
    /// Whether something may be in two segments. KPIs that count distinct things are refused unless the segments are stated to be disjoint.
    /// </param>
    /// <returns>
    /// The series of the whole (its segment is empty), from the first to the last month of any segment; a month in which a segment has no
    /// observation is a gap. Or the reason why it would be wrong.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="segments"/> or a place of it is null.</exception>
    /// <exception cref="ArgumentException">There is no segment.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="knowledge"/> is not a defined value.</exception>
    public static KpiAggregationResult CombineSegments(IReadOnlyList<KpiSeries> segments, KpiSegments knowledge)
    {
        Check.NotNull(segments);
        Check.Defined(knowledge);
        if (segments.Count == 0)
        {
            throw new ArgumentException("There has to be at least one segment.", nameof(segments));
        }

        KpiSeries first = Check.NotNull(segments[0], nameof(segments));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (KpiSeries segment in segments)
        {
            Check.NotNull(segment, nameof(segments));
            if (segment.Definition != first.Definition || segment.Frequency != first.Frequency || !names.Add(segment.Segment))
            {
                return first.Refuse(
                    KpiAggregationRefusal.SegmentsDoNotMatch,
                    "the segments have to be different segments of the same KPI at the same frequency",
                    "各分段须为同一指标、同一频率的不同分段");
            }
        }

        KpiSegmentAggregation rule = first.Definition.OverSegments;
        if (rule == KpiSegmentAggregation.Recompute)
        {
            return first.Refuse(KpiAggregationRefusal.FormulaOfOtherKpis, FormulaEnglish, FormulaChinese);
        }

        if (rule == KpiSegmentAggregation.DistinctCount && knowledge != KpiSegments.Disjoint && segments.Count > 1)
        {
            return first.Refuse(KpiAggregationRefusal.DistinctCounts, DistinctEnglish, DistinctChinese);
        }

        if (rule != KpiSegmentAggregation.Sum && segments.Any(segment => !segment.HasParts))
        {
            return first.Refuse(KpiAggregationRefusal.PartsMissing, PartsEnglish, PartsChinese);
        }

        return AddUp(segments, first, parts: segments.All(segment => segment.HasParts) && rule != KpiSegmentAggregation.Sum);
    }

    private const string DistinctEnglish = "distinct things are counted, and the same one may be in several months or segments; count the whole again at the source";
    private const string DistinctChinese = "该指标为去重计数,同一对象可能出现在多个月份或分段,须在数据源对整体重新计数";
    private const string FormulaEnglish = "the KPI is a formula of other KPIs; aggregate those and apply the formula again";
    private const string FormulaChinese = "该指标由其他指标计算得出,须先汇总各组成指标再重新计算";
    private const string PartsEnglish = "a ratio over a longer time or several segments is a ratio of sums; give numerators and denominators";
    private const string PartsChinese = "比率的汇总须为分子合计除以分母合计,请提供分子与分母";

    private static double DaysFactor(KpiDefinition definition, YearMonth start, KpiFrequency frequency, int index)
    {
        if (definition.OverTime != KpiTimeAggregation.EndBalanceOverSum)
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

    private KpiAggregationResult? RefuseRule(KpiTimeAggregation rule)
    {
        KpiTimeAggregation own = Definition.OverTime;
        if (own == KpiTimeAggregation.DistinctCount)
        {
            return Refuse(KpiAggregationRefusal.DistinctCounts, DistinctEnglish, DistinctChinese);
        }

        if (own == KpiTimeAggregation.Recompute)
        {
            return Refuse(KpiAggregationRefusal.FormulaOfOtherKpis, FormulaEnglish, FormulaChinese);
        }

        bool either = own == KpiTimeAggregation.RatioOfSumsOrEnd && rule is KpiTimeAggregation.EndOfPeriod or KpiTimeAggregation.RatioOfSums;
        if (rule != own && !either)
        {
            return rule switch
            {
                KpiTimeAggregation.Mean => Refuse(
                    KpiAggregationRefusal.AverageOfMonths, "its months may not be averaged; its rule is " + own, "各月数值不可平均,须按该指标自身的汇总规则"),
                KpiTimeAggregation.Sum => Refuse(
                    KpiAggregationRefusal.SumOfMonths, "its months may not be added; its rule is " + own, "各月数值不可相加,须按该指标自身的汇总规则"),
                _ => Refuse(KpiAggregationRefusal.NotTheRuleOfTheKpi, "its rule is " + own, "所选规则不是该指标的汇总规则"),
            };
        }

        bool needsParts = own is KpiTimeAggregation.RatioOfSums or KpiTimeAggregation.SumOverMeanBase
            || (own == KpiTimeAggregation.RatioOfSumsOrEnd && rule != KpiTimeAggregation.EndOfPeriod);
        return needsParts && !HasParts ? Refuse(KpiAggregationRefusal.PartsMissing, PartsEnglish, PartsChinese) : null;
    }

    private KpiAggregationResult Together(KpiFrequency frequency, int span, KpiTimeAggregation rule)
    {
        bool trailing = frequency == KpiFrequency.TrailingTwelveMonths;
        int monthsTogether = span * Step;
        int offset = trailing ? 0 : (monthsTogether - ((Start.Month - 1) % monthsTogether)) % monthsTogether / Step;
        int periods = trailing ? Count - span + 1 : (Count - offset) / span;
        if (periods <= 0)
        {
            return Refuse(KpiAggregationRefusal.NoCompletePeriod, "no period of that length is complete", "没有完整的汇总期间");
        }

        bool share = rule is KpiTimeAggregation.Product or KpiTimeAggregation.CompoundLoss;
        if (share && _values.Any(value => value is < 0 or > 1))
        {
            return Refuse(KpiAggregationRefusal.ShareOutsideItsRange, "a share outside 0 to 1 cannot compound", "超出 0 至 1 的比例不能连乘");
        }

        bool parts = HasParts && !share && rule is not (KpiTimeAggregation.Mean or KpiTimeAggregation.Sum);
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

    private static KpiTimeAggregation NumeratorRule(KpiTimeAggregation rule) => rule switch
    {
        KpiTimeAggregation.EndBalanceOverSum => KpiTimeAggregation.EndOfPeriod,
        KpiTimeAggregation.RatioOfSums or KpiTimeAggregation.RatioOfSumsOrEnd or KpiTimeAggregation.SumOverMeanBase => KpiTimeAggregation.Sum,
        _ => rule,
    };

    private static KpiTimeAggregation DenominatorRule(KpiTimeAggregation rule) => rule switch
    {
        KpiTimeAggregation.SumOverMeanBase => KpiTimeAggregation.Mean,
        KpiTimeAggregation.EndOfPeriod => KpiTimeAggregation.EndOfPeriod,
        _ => KpiTimeAggregation.Sum,
    };

    // A gap is NaN and makes every sum and product NaN; only the end of a period does not look at the months before.
    private static double Fold(double[] values, int from, int span, KpiTimeAggregation rule)
    {
        if (rule == KpiTimeAggregation.EndOfPeriod)
        {
            return values[from + span - 1];
        }

        bool product = rule is KpiTimeAggregation.Product or KpiTimeAggregation.CompoundLoss;
        double folded = product ? 1 : 0;
        for (int i = from; i < from + span; i++)
        {
            folded = rule switch
            {
                KpiTimeAggregation.Product => folded * values[i],
                KpiTimeAggregation.CompoundLoss => folded * (1 - values[i]),
                _ => folded + values[i],
            };
        }

        return rule switch
        {
            KpiTimeAggregation.CompoundLoss => 1 - folded,
            KpiTimeAggregation.Mean => folded / span,
            _ => folded,
        };
    }

    private KpiAggregationResult Refuse(KpiAggregationRefusal refusal, string english, string chinese) => new(
        refusal, Definition.EnglishName + ": " + english + ".", Definition.ChineseName + ":" + chinese + "。");
}
