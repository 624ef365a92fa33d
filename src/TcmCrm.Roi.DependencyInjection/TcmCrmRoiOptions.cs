using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi;

/// <summary>What a host sets once for the cases that it evaluates. A case that states its own value keeps it.</summary>
/// <remarks>
/// The properties are plain values so that a configuration section binds to them, for example in appsettings.json:
/// <code>
/// "TcmCrmRoi": {
///   "Currency": "CNY", "DiscountRate": 0.08, "Horizons": [ "P6M", "P1Y", "P3Y" ],
///   "DayCount": "Anniversary", "FlowTiming": "Dated", "Conventions": [ "Simple", "Tei" ]
/// }
/// </code>
/// They are checked together, and all that is wrong is reported at once: when the host starts, or when <see cref="IRoiEngine"/> is first
/// resolved where there is no host that starts.
/// </remarks>
public sealed class TcmCrmRoiOptions
{
    /// <summary>The ISO 4217 code of the currency of new cases, three capital letters; <c>CNY</c> unless set.</summary>
    public string Currency { get; set; } = "CNY";

    /// <summary>The yearly discount rate of cases that state none, as a fraction: 0.08 is 8 %. Above -1 and at most 1, the range of a case. Null, the default, for
    /// none: figures that need a rate then have no answer, with that reason.</summary>
    public decimal? DiscountRate { get; set; }

    /// <summary>The evaluation periods of cases that state none as ISO 8601 periods, for example <c>P6M</c>, each once. Empty, the default, means six
    /// months, one year and three years.</summary>
    public IList<string> Horizons { get; } = [];

    /// <summary>How time becomes years in cases that do not say. Null, the default, means <see cref="Periods.DayCount.Anniversary"/>.</summary>
    public DayCount? DayCount { get; set; }

    /// <summary>From when the flows of cases that do not say are discounted. Null, the default, means <see cref="Periods.FlowTiming.Dated"/>.</summary>
    public FlowTiming? FlowTiming { get; set; }

    /// <summary>The most work that a case may ask for: lines x months of the longest evaluation period x evaluation periods, 1 to 1,000,000,000. Null, the default, means that of
    /// <see cref="Evaluation.EvaluationSettings.MaximumCells"/>. A case that asks for more is refused before anything is computed.</summary>
    public int? MaximumCells { get; set; }

    /// <summary>The conventions under which the host publishes a ROI, in its order, each once. Empty, the default, means
    /// <see cref="RoiConvention.Simple"/> alone.</summary>
    public IList<RoiConvention> Conventions { get; } = [];

    /// <summary>Gets what a section of a configuration held that is no option; told with what is wrong with the options.</summary>
    internal IList<string> SectionProblems { get; } = [];
}
