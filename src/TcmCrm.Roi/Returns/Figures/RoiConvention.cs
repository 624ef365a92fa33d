namespace TcmCrm.Roi.Returns;

/// <summary>The conventions under which a "ROI" is published. The same case gives different percentages under each, so the convention
/// is always named.</summary>
public enum RoiConvention
{
    /// <summary>(total benefit - total cost) / total cost, undiscounted: the field's article formula, 投资回报率 = (收益 - 成本) / 成本.</summary>
    Simple = 0,

    /// <summary>(PV of benefits - PV of costs) / PV of costs. Forrester's Total Economic Impact: an initial column at t = 0 with all that is dated up to go-live, years
    /// counted from there, each at its end; benefits risk-adjusted down and costs up line by line before they come here.</summary>
    Tei,

    /// <summary>NPV / discounted investment. IDC's business value studies.</summary>
    Idc,

    /// <summary>Average annual net benefit of years 1 to 3 / initial cost, which is all cost dated up to go-live. Nucleus Research: an annual percentage, never a three-year ROI.</summary>
    Nucleus,

    /// <summary>First-year net programme benefit / that year's cost (what recurs in it, and what is paid once over the years of the period) = benefit-cost ratio - 1. Phillips' ROI methodology.</summary>
    Phillips,
}
