namespace TcmCrm.Roi.Reporting;

/// <summary>What a series of a chart is to its reader.</summary>
public enum ReportSeriesRole
{
    /// <summary>What the chart is about.</summary>
    Main,

    /// <summary>What it is compared with, such as the cash basis beside all benefits.</summary>
    Compared,

    /// <summary>The lower end of a band or of a bar.</summary>
    Lower,

    /// <summary>The upper end of a band or of a bar.</summary>
    Upper,

    /// <summary>A line to read others by: the centre or a limit of a control chart.</summary>
    Reference,

    /// <summary>What is to be reached.</summary>
    Target,

    /// <summary>What would have been without the CRM.</summary>
    Counterfactual,

    /// <summary>The steps of a bridge.</summary>
    Change,
}
