namespace TcmCrm.Roi.Cases;

/// <summary>What a driver does to a case.</summary>
internal enum DriverAction
{
    /// <summary>It multiplies the amounts of the lines that it acts on; 1 is the plan.</summary>
    Amount,

    /// <summary>It moves go-live later by so many months, rounded half up and at least 0; lines that hang on go-live move with it.</summary>
    DelayMonths,
}
