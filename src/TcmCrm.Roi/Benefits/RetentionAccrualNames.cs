namespace TcmCrm.Roi.Benefits;

/// <summary>Display names of <see cref="RetentionAccrual"/>.</summary>
public static class RetentionAccrualNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="accrual">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this RetentionAccrual accrual) => Names(accrual).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="accrual">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this RetentionAccrual accrual) => Names(accrual).English;

    private static (string Chinese, string English) Names(RetentionAccrual accrual) => accrual switch
    {
        RetentionAccrual.Gradual => ("逐月累积", "Gradual"),
        RetentionAccrual.FullYearAtOnce => ("首年全额", "Full year at once"),
        RetentionAccrual.SurvivalDifference => ("留存曲线差", "Difference of survival"),
        _ => throw Check.OutOfRange(nameof(accrual), accrual, "a named value of RetentionAccrual"),
    };
}
