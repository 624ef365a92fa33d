using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>What a dip of output may say besides its size; see <see cref="TimeCost.ProductivityDip"/>, which checks it.</summary>
public sealed class ProductivityDipOptions
{
    internal static readonly ProductivityDipOptions None = new();

    /// <summary>Whether the dip is full until its last day; by default it goes back linearly, so that half of it is lost on average.</summary>
    public bool IsConstant { get; init; }

    /// <summary>The first day; go-live by default.</summary>
    public CostStart From { get; init; } = CostStart.GoLive;

    /// <summary>Turns a paid hour into a worked one; none by default.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public WorkTimeFactor WorkTime { get; init => field = Check.NotNull(value, nameof(WorkTime)); } = WorkTimeFactor.None;
}
