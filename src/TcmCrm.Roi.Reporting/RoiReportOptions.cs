using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>What a report holds and in which language.</summary>
public sealed class RoiReportOptions
{
    /// <summary>The language; English by default. The words of this package are put behind its own.</summary>
    public Language Language { get; init; } = Language.Of("en");

    /// <summary>How finely the table of cash flows of an evaluation is cut; by the year by default.</summary>
    public CashFlowDetail CashFlow { get; init; } = CashFlowDetail.Year;

    /// <summary>
    /// ROI conventions that an evaluation shows beside the simple ROI, by the part of the id of their measure behind <c>roiByConvention.</c>; none by default.
    /// </summary>
    public IReadOnlyList<string> Conventions { get; init; } = [];

    /// <summary>Whether an evaluation says of each figure its formula, inputs and result; false by default.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether an evaluation or a comparison also shows the figures after tax, where cases state their taxes; false by default.</summary>
    public bool AfterTax { get; init; }

    /// <summary>
    /// The files that it was made from. Where there are some, the report ends with a section that names them by their SHA-256, the version of the library and the conventions of
    /// the figures; none by default, and no such section.
    /// </summary>
    public IReadOnlyList<ReportInput> Inputs { get; init; } = [];

    /// <summary>The simulation of the evaluated case: its conclusion then says how sure it is. Null for none.</summary>
    public SimulationResult? Simulation { get; init; }
}
