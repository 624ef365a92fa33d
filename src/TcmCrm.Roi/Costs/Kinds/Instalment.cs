using System.Globalization;

namespace TcmCrm.Roi.Costs;

/// <summary>One instalment of a contract sum: its share, and the months from a milestone at which it is due.</summary>
/// <remarks><c>default(Instalment)</c> is a share of nothing at signing, which no contract accepts.</remarks>
public readonly record struct Instalment
{
    private Instalment(ContractMilestone milestone, Share share, int months)
    {
        Milestone = milestone;
        Share = share.Value > 0 ? share : throw Check.OutOfRange(nameof(share), share, "above 0 %", AllowedRange.Positive);
        Months = Check.InRange(months, -CostStart.MostMonths, CostStart.MostMonths);
    }

    /// <summary>The part of the contract sum.</summary>
    public Share Share { get; }

    /// <summary>Months from the milestone; below 0 for months before it.</summary>
    public int Months { get; }

    /// <summary>The milestone that it moves with.</summary>
    internal ContractMilestone Milestone { get; }

    /// <summary>Due at signing (签约).</summary>
    /// <param name="share">The part of the contract sum, above 0.</param>
    /// <param name="months">Months from there, -600 to 600.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Instalment AtSigning(Share share, int months = 0) => new(ContractMilestone.Signing, share, months);

    /// <summary>Due at go-live (上线), and later when go-live is.</summary>
    /// <param name="share">The part of the contract sum, above 0.</param>
    /// <param name="months">Months from there, -600 to 600.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Instalment AtGoLive(Share share, int months = 0) => new(ContractMilestone.GoLive, share, months);

    /// <summary>Due at acceptance (验收), and later when go-live is, from which acceptance is counted.</summary>
    /// <param name="share">The part of the contract sum, above 0.</param>
    /// <param name="months">Months from there, -600 to 600: 12 for a retention sum (质保金) paid a year after acceptance.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Instalment AtAcceptance(Share share, int months = 0) => new(ContractMilestone.Acceptance, share, months);

    /// <summary>The invariant text, for example <c>30% at Signing + 1 months</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, Months == 0 ? "{0} at {1}" : "{0} at {1} {2} {3} months", Share, Milestone, Months < 0 ? '-' : '+', Math.Abs(Months));

    internal static Instalment Of(ContractMilestone milestone, Share share, int months) => new(milestone, share, months);
}
