using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Reporting;

/// <summary>Where the number in a cell comes from: a measure of an evaluation period, a line of the case over such a period, or a cell of the table of flows.</summary>
public sealed class ReportSource
{
    private ReportSource(ReportSourceKind kind, string id, EvaluationPeriod period, bool isCashable)
    {
        Kind = kind;
        Id = id;
        Period = period;
        IsCashable = isCashable;
    }

    /// <summary>Which of them.</summary>
    public ReportSourceKind Kind { get; }

    /// <summary>
    /// The id of the measure (<c>netPresentValue</c>) or of the line; of a flow its column: <c>cost</c>, <c>benefit</c>, <c>net</c>, <c>cumulativeNet</c>, <c>discountedNet</c> or
    /// <c>cumulativeDiscountedNet</c>; of a subtotal the category or class that it sums, such as <c>CostCategory.Software</c>.
    /// </summary>
    public string Id { get; }

    /// <summary>The evaluation period.</summary>
    public EvaluationPeriod Period { get; }

    /// <summary>Whether it is on the cash basis: cashable benefits and cost that is paid alone.</summary>
    public bool IsCashable { get; }

    /// <summary>The first day of the flows, inclusive; null where it is not a flow.</summary>
    public LocalDate? Start { get; private init; }

    /// <summary>The day after the last day of the flows, exclusive; null where it is not a flow. The day itself of flows at the start.</summary>
    public LocalDate? End { get; private init; }

    internal static ReportSource Measure(string id, EvaluationPeriod period, bool isCashable) => new(ReportSourceKind.Measure, id, period, isCashable);

    internal static ReportSource Line(LineId id, EvaluationPeriod period) => new(ReportSourceKind.Line, id.ToString(), period, isCashable: false);

    internal static ReportSource Group(string id, EvaluationPeriod period) => new(ReportSourceKind.Group, id, period, isCashable: false);

    internal static ReportSource Flow(string column, EvaluationPeriod period, bool isCashable, LocalDate start, LocalDate end) =>
        new(ReportSourceKind.Flow, column, period, isCashable) { Start = start, End = end };
}
