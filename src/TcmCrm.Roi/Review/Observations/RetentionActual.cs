using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>Customers still there out of those who joined a number of periods before, on a benefit line.</summary>
internal sealed class RetentionActual : Actual
{
    internal RetentionActual(string line, YearMonth month, decimal kept, decimal joined, int tenure, decimal planned)
        : base(ActualKind.Retention, line, month)
    {
        Kept = Part(kept, joined, nameof(kept), nameof(joined));
        Joined = joined;
        Planned = PlannedShare(planned)!.Value;
        Tenure = Check.Positive(tenure);
    }

    /// <summary>Customers of the cohort still there.</summary>
    public decimal Kept { get; }

    /// <summary>Customers of the cohort at its start.</summary>
    public decimal Joined { get; }

    /// <summary>Periods since they joined.</summary>
    public int Tenure { get; }

    /// <summary>The share that the plan foresaw at this tenure.</summary>
    public decimal Planned { get; }

    internal override decimal Number => Kept;

    internal override decimal? Whole => Joined;

    internal override decimal? Plan => Planned;

    internal override int Age => Tenure;
}
