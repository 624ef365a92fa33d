namespace TcmCrm.Roi.Impact;

/// <summary>The evidence ladder: how much a design says about cause, strongest first. Only the first two say "the CRM did it".</summary>
public enum EvidenceRung
{
    /// <summary>Who got the CRM was decided by lot.</summary>
    Experiment,

    /// <summary>Compared with branches without the CRM over the same months.</summary>
    ControlGroup,

    /// <summary>Compared with the continuation of its own level and trend.</summary>
    InterruptedSeries,

    /// <summary>Compared with the same months of the year before.</summary>
    YearOnYear,

    /// <summary>Compared with the months before: a change, not an effect.</summary>
    BeforeAfter,
}
