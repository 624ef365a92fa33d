namespace TcmCrm.Roi.Kpis;

/// <summary>
/// How the values of months become the value of a quarter, a year or a trailing twelve months, and how those of segments (channel, region, product
/// line) become the value of all of them together.
/// </summary>
public enum KpiAggregation
{
    /// <summary>Numerators and denominators are added and divided again. Needs a series with parts.</summary>
    RatioOfSums,

    /// <summary>As <see cref="RatioOfSums"/>; the value of the last month may also be asked for, as <see cref="EndOfPeriod"/>. Over time only.</summary>
    RatioOfSumsOrEnd,

    /// <summary>The values are added (amounts, hours).</summary>
    Sum,

    /// <summary>The arithmetic mean of the values. Only for the host's own KPIs, and over time only: no KPI of the catalogue may be averaged.</summary>
    Mean,

    /// <summary>The value of the last month stands for the period (stocks and states). Over time only.</summary>
    EndOfPeriod,

    /// <summary>
    /// The numerator of the last month (a balance) over the sum of the denominators, times the days of the period: receivables at period end
    /// over the credit sales of the whole period. A series of values alone falls back to <see cref="EndOfPeriod"/>. Over time only.
    /// </summary>
    EndBalanceOverSum,

    /// <summary>The sum of the numerators over the mean of the denominators: revenue of the period over average customers. Over time only.</summary>
    SumOverMeanBase,

    /// <summary>Shares that are kept multiply: retention of a quarter is the product of the months' retention. Over time only.</summary>
    Product,

    /// <summary>Shares that are lost compound: 1 - product(1 - c). Over time only.</summary>
    CompoundLoss,

    /// <summary>
    /// Distinct things are counted (customers with two orders, SKUs sold). Over time always refused: months cannot be added, the longer window has to be
    /// counted again at the source. Over segments, adding is right only when nothing belongs to two of them, which the caller has to state; then
    /// numerators and denominators are added and divided again.
    /// </summary>
    DistinctCount,

    /// <summary>The KPI is a formula of other KPIs: aggregate those and apply the formula again. Always refused.</summary>
    Recompute,
}
