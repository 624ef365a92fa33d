using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>A benefit that runs at a yearly amount from go-live on.</summary>
/// <remarks>
/// Accrues a twelfth a grid month, dated the last day of the month, times the share of the realisation profile for the months since the month of go-live.
/// Where go-live falls within a grid month, that month counts for its days from go-live on. Twelfths are kept to ten decimals such that any twelve in
/// succession sum to the yearly amount exactly.
/// </remarks>
internal abstract class RunRateBenefit : BenefitBasis
{
    private const int Decimals = 10;
    private readonly decimal[] _months = new decimal[12];

    private protected RunRateBenefit(string kind, Money amountPerYear)
        : base(kind, amountPerYear.Currency)
    {
        AmountPerYear = amountPerYear.Round(Decimals);
        decimal before = 0;
        for (int month = 0; month < 12; month++)
        {
            decimal after = Math.Round(AmountPerYear.Amount / 12 * (month + 1), Decimals, MidpointRounding.AwayFromZero);
            after = month == 11 ? AmountPerYear.Amount : after;
            _months[month] = after - before;
            before = after;
        }
    }

    /// <summary>The full yearly amount once everything is realised, before attribution and risk reduction, to ten decimals.</summary>
    public Money AmountPerYear { get; }

    internal override object? PartOf => (AmountPerYear, this);

    internal override void Record(CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder)
    {
        var goLive = new GoLiveMonth(timeline);
        int count = timeline.Grid.Count;
        for (int month = Math.Max(0, goLive.Index); month < count; month++)
        {
            int age = month - goLive.Index;
            decimal share = profile.At(age);
            decimal amount = _months[age % 12];
            if (share != 1)
            {
                amount *= share;
            }

            if (age == 0)
            {
                amount *= goLive.UsedShare;
            }

            recorder.ThroughMonth(month, amount);
        }
    }
}
