namespace TcmCrm.Roi.Returns;

/// <summary>The conventions under which a "ROI" is published. The same case gives different percentages under each, so the convention
/// is always named.</summary>
public enum RoiConvention
{
    /// <summary>(total benefit - total cost) / total cost, undiscounted: the field's article formula, 投资回报率 = (收益 - 成本) / 成本.</summary>
    Simple = 0,

    /// <summary>(PV of benefits - PV of costs) / PV of costs. Forrester's Total Economic Impact: initial column at t = 0, years at year end,
    /// 10 % by default, benefits risk-adjusted down and costs up line by line before they come here.</summary>
    Tei,

    /// <summary>NPV / discounted investment. IDC's business value studies.</summary>
    Idc,

    /// <summary>Average annual net benefit of years 1 to 3 / initial cost. Nucleus Research: an annual percentage, never a three-year ROI.</summary>
    Nucleus,

    /// <summary>First-year net programme benefit / fully loaded cost = benefit-cost ratio - 1. Phillips' ROI methodology.</summary>
    Phillips,
}
