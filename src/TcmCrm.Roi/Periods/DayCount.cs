namespace TcmCrm.Roi.Periods;

/// <summary>How the time between two dates becomes a number of years.</summary>
public enum DayCount
{
    /// <summary>Whole years between the dates, then the remaining days over the length of the running year; an anniversary is exactly 1, 2, 3. The default of evaluations.</summary>
    Anniversary,

    /// <summary>Days / 365, as Excel's XNPV and XIRR count (ISDA "Actual/365 (Fixed)").</summary>
    Actual365Fixed,

    /// <summary>Days in leap years / 366 plus days in other years / 365 (ISDA 2006 section 4.16(b) "Actual/Actual").</summary>
    ActualActualIsda,

    /// <summary>Months of 30 days and years of 360, day 31 treated as 30 (ISDA 2006 section 4.16(f) "30/360", bond basis).</summary>
    Thirty360,
}
