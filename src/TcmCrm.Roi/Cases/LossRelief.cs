namespace TcmCrm.Roi.Cases;

/// <summary>What a tax loss of the case is good for.</summary>
public enum LossRelief
{
    /// <summary>Against other profits of the company in the same quarter: a negative tax.</summary>
    Group,

    /// <summary>Against later profits of the case alone, for as many years as the rules allow; then it is lost.</summary>
    CarryForward,
}
