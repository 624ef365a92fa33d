namespace TcmCrm.Roi.Json;

/// <summary>How much of an evaluation a result document holds.</summary>
public enum ResultDetail
{
    /// <summary>The figures, the breakdowns by category, class and evidence, and the warnings.</summary>
    Figures,

    /// <summary>Those, what each line comes to, and the cash-flow table by year. The default.</summary>
    Lines,

    /// <summary>Those, the cash-flow table by month, and how each figure came about.</summary>
    Full,
}
