namespace TcmCrm.Roi.Cases;

/// <summary>When income tax is paid.</summary>
public enum TaxPayment
{
    /// <summary>Prepaid by the 15th after each quarter and settled by 31 May of the next year (分季预缴、汇算清缴).</summary>
    Quarterly,

    /// <summary>On 31 December of its year: the convention of textbooks.</summary>
    YearEnd,
}
