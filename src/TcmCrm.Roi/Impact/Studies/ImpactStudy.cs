using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// The question "what did the go-live change in this KPI": the series, when the CRM went live, what it is compared with and what was promised.
/// A description only; <see cref="ImpactAnalysis.Run"/> answers it. Immutable: the <c>With</c> methods give changed copies.
/// </summary>
public sealed class ImpactStudy
{
    /// <summary>A study of one KPI series.</summary>
    /// <param name="series">A monthly series, oldest first, gaps allowed.</param>
    /// <param name="goLive">The month of go-live, the first month after; inside the series and not its first month.</param>
    /// <exception cref="ArgumentNullException">The series is null.</exception>
    /// <exception cref="ArgumentException">The series is not monthly.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The go-live month is not inside the series.</exception>
    public ImpactStudy(KpiSeries series, YearMonth goLive)
    {
        Series = Monthly(series, nameof(series));
        if (goLive <= series.Start || goLive > series.End)
        {
            throw Check.OutOfRange(
                nameof(goLive), Text(goLive), $"after {Text(series.Start)} and up to {Text(series.End)}, the months of the series", AllowedRange.Months(series.Start, series.End));
        }

        GoLive = goLive;
    }

    private ImpactStudy(KpiSeries series)
    {
        Series = series;
        GoLive = series.End.PlusMonths(1);
    }

    /// <summary>A study whose go-live is still to come: the month after the last one of the series. For <see cref="ImpactAnalysis.Plan"/>.</summary>
    /// <param name="series">A monthly series, oldest first, gaps allowed.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ArgumentNullException">The series is null.</exception>
    /// <exception cref="ArgumentException">The series is not monthly.</exception>
    public static ImpactStudy Planned(KpiSeries series) => new(Monthly(series, nameof(series)));

    /// <summary>The series of the units with the CRM.</summary>
    public KpiSeries Series { get; private set; }

    /// <summary>The month of go-live: the first month after, unless it is left out as a transition month.</summary>
    public YearMonth GoLive { get; }

    /// <summary>How many months from go-live on are left out; 0 by default.</summary>
    public int TransitionMonths { get; private set; }

    /// <summary>Series of units without the CRM; their mean is the control. Empty by default.</summary>
    public IReadOnlyList<KpiSeries> Controls { get; private set; } = Array.AsReadOnly<KpiSeries>([]);

    /// <summary>Further units (branches, regions) with the CRM, each with its series and its own month of go-live. Empty by default.</summary>
    public IReadOnlyList<ImpactStudy> OtherUnits { get; private set; } = Array.AsReadOnly<ImpactStudy>([]);

    /// <summary>Whether lower values are the better ones; by default from the KPI.</summary>
    public bool LowerIsBetter => Series.Definition.Direction == KpiDirection.LowerIsBetter;

    /// <summary>The promised improvement, above zero: a fraction on the log scale and for shares, otherwise in the unit of the KPI. Null when nothing was promised.</summary>
    public double? Promise { get; private set; }

    /// <summary>The confidence level of the intervals; 0.95 by default.</summary>
    public double ConfidenceLevel { get; private set; } = 0.95;

    /// <summary>How the season is taken out.</summary>
    public SeasonTreatment Season { get; private set; }

    /// <summary>How the Spring Festival is dealt with.</summary>
    public SpringFestivalTreatment SpringFestival { get; private set; }

    /// <summary>On which scale the effect is measured.</summary>
    public EffectScale Scale { get; private set; }

    /// <summary>The working days by which monthly values are put on an equal footing; null when they are not.</summary>
    public WorkingDayTable? WorkingDays { get; private set; }

    /// <summary>Whether it was decided by lot which units got the CRM. Needs a control to matter.</summary>
    public bool IsExperiment { get; private set; }

    /// <summary>The growth a year that would have come without the CRM, as a fraction: 0.05 is 5 %. Null where nobody says.</summary>
    public double? KnownGrowth { get; private set; }

    /// <summary>The half-width of the 95 % interval of <see cref="KnownGrowth"/>, as a fraction; 0 without it.</summary>
    public double KnownGrowthHalfWidth { get; private set; }

    /// <summary>Months from which on another thing than the CRM changed the level: a move, a price list, a second system. Ascending; empty by default.</summary>
    public IReadOnlyList<YearMonth> OtherEvents { get; private set; } = Array.AsReadOnly<YearMonth>([]);

    /// <summary>A copy that knows the ordinary growth, so that one year before is enough to compare with.</summary>
    /// <param name="yearly">The growth a year as a fraction, above -1 and up to 10: 0.05 is 5 % a year.</param>
    /// <param name="halfWidth">The half-width of its 95 % interval, 0 to 1: 0.02 says that it is 3 % to 7 %. Its variance is added to that of the effect.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range, or the lower end of the interval is -1 or less.</exception>
    public ImpactStudy WithKnownGrowth(double yearly, double halfWidth)
    {
        if (!(yearly > -1 && yearly <= 10))
        {
            throw Check.OutOfRange(nameof(yearly), yearly, "above -1 and up to 10", AllowedRange.AboveUpTo(-1, 10));
        }

        if (!(halfWidth >= 0 && halfWidth <= 1 && yearly - halfWidth > -1))
        {
            throw Check.OutOfRange(nameof(halfWidth), halfWidth, "from 0 to 1, and less than 1 + the growth", new Message("range.growthHalfWidth", MessageArgument.Text("most", Math.Min(1, 1 + yearly).ToString("R", CultureInfo.InvariantCulture))));
        }

        return With(copy =>
        {
            copy.KnownGrowth = yearly;
            copy.KnownGrowthHalfWidth = halfWidth;
        });
    }

    /// <summary>A copy that knows that other things changed the level in certain months: each is a step of its own, and no part of the effect.</summary>
    /// <param name="months">The months from which on the level is another, each inside the series, not its first month and not the month of go-live.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A month is outside the series, its first, that of go-live, or not of the ISO calendar.</exception>
    public ImpactStudy WithOtherEvents(params YearMonth[] months)
    {
        YearMonth[] sorted = [.. Check.NotNull(months).Select(m => Check.Iso(m, nameof(months))).Distinct().OrderBy(m => m)];
        foreach (YearMonth month in sorted)
        {
            if (month <= Series.Start || month > Series.End || month == GoLive)
            {
                throw Check.OutOfRange(
                    nameof(months), Text(month), $"after {Text(Series.Start)} and up to {Text(Series.End)}, the months of the series, and not {Text(GoLive)}",
                    new Message("range.otherEvent", MessageArgument.Month("after", Series.Start), MessageArgument.Month("upTo", Series.End), MessageArgument.Month("goLive", GoLive)));
            }
        }

        return With(copy => copy.OtherEvents = Array.AsReadOnly(sorted));
    }

    /// <summary>A copy that leaves out months of transition.</summary>
    /// <param name="months">How many months from go-live on, inclusive; 0 to 24.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is outside 0 to 24.</exception>
    public ImpactStudy WithTransition(int months) => With(copy => copy.TransitionMonths = Check.InRange(months, 0, 24));

    /// <summary>A copy with control series.</summary>
    /// <param name="controls">Monthly series of the same KPI from units without the CRM. Months that they do not cover are not compared.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentNullException">The list or a series is null.</exception>
    /// <exception cref="ArgumentException">A series is not monthly.</exception>
    public ImpactStudy WithControls(params KpiSeries[] controls)
    {
        KpiSeries[] copies = [.. Check.NotNull(controls).Select(control => Monthly(control, nameof(controls)))];
        return With(copy => copy.Controls = Array.AsReadOnly(copies));
    }

    /// <summary>
    /// A copy with a further unit that has a go-live of its own: the analysis lines all units up by their own go-live and works on their mean.
    /// </summary>
    /// <param name="series">A monthly series of the same KPI.</param>
    /// <param name="goLive">The unit's month of go-live; inside its series and not its first month.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentNullException">The series is null.</exception>
    /// <exception cref="ArgumentException">The series is not monthly.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The go-live month is not inside the series.</exception>
    public ImpactStudy WithStaggeredUnit(KpiSeries series, YearMonth goLive)
    {
        ImpactStudy[] units = [.. OtherUnits, new ImpactStudy(series, goLive)];
        return With(copy => copy.OtherUnits = Array.AsReadOnly(units));
    }

    /// <summary>A copy with a promise.</summary>
    /// <param name="improvement">The improvement in the better direction, above zero: 0.08 is 8 % on the log scale, eight points for shares.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="improvement"/> is not finite and above zero.</exception>
    public ImpactStudy WithPromise(double improvement) => With(copy =>
        copy.Promise = Check.Finite(improvement) > 0 ? improvement : throw Check.OutOfRange(nameof(improvement), improvement, "above 0", AllowedRange.Positive));

    /// <summary>A copy with another confidence level.</summary>
    /// <param name="level">From 0.5 to 0.999.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside 0.5 to 0.999.</exception>
    public ImpactStudy WithConfidenceLevel(double level) => With(copy =>
        copy.ConfidenceLevel = level is >= 0.5 and <= 0.999 ? level : throw Check.OutOfRange(nameof(level), level, "from 0.5 to 0.999", AllowedRange.Between(0.5, 0.999)));

    /// <summary>A copy with a treatment of the season.</summary>
    /// <param name="season">The treatment.</param>
    /// <param name="festival">The treatment of the Spring Festival.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not defined.</exception>
    public ImpactStudy WithSeason(SeasonTreatment season, SpringFestivalTreatment festival = SpringFestivalTreatment.Auto) => With(copy =>
    {
        copy.Season = Check.Defined(season);
        copy.SpringFestival = Check.Defined(festival);
    });

    /// <summary>A copy on another scale.</summary>
    /// <param name="scale">The scale. With <see cref="EffectScale.Log"/> all values, of the controls too, have to be above zero.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public ImpactStudy WithScale(EffectScale scale) => With(copy => copy.Scale = Check.Defined(scale));

    /// <summary>A copy whose monthly values are divided by the month's working days and multiplied by their mean, for flows such as sales.</summary>
    /// <param name="table">A table that covers every month of the series.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    /// <exception cref="ArgumentException">The table does not cover the series, or a month has no working day.</exception>
    public ImpactStudy WithWorkingDays(WorkingDayTable table)
    {
        Check.NotNull(table);
        for (YearMonth month = Series.Start; month <= Series.End; month = month.PlusMonths(1))
        {
            if (!table.Covers(month) || table.WorkingDaysIn(month) == 0)
            {
                throw Check.Wrong($"The working-day table has no working days for {Text(month)}.", nameof(table), "argument.workingDays", MessageArgument.Month("month", month));
            }
        }

        return With(copy => copy.WorkingDays = table);
    }

    /// <summary>A copy that says that lots decided which units got the CRM.</summary>
    /// <returns>The copy.</returns>
    public ImpactStudy AsExperiment() => With(copy => copy.IsExperiment = true);

    /// <summary>An invariant text with the series and the go-live month.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Series}, go-live {Text(GoLive)}";

    internal static string Text(YearMonth month) => month.ToString("uuuu-MM", CultureInfo.InvariantCulture);

    internal static KpiSeries Monthly(KpiSeries series, string name) =>
        Check.NotNull(series, name).Frequency == KpiFrequency.Monthly
            ? series
            : throw Check.Wrong($"The series is {series.Frequency}; allowed: {nameof(KpiFrequency.Monthly)}.", name, "argument.notMonthly");

    /// <summary>The same question of another series, without controls.</summary>
    internal ImpactStudy Of(KpiSeries series) => With(copy =>
    {
        copy.Series = series;
        copy.Controls = Array.AsReadOnly<KpiSeries>([]);
    });

    private ImpactStudy With(Action<ImpactStudy> change)
    {
        var copy = (ImpactStudy)MemberwiseClone();
        change(copy);
        return copy;
    }
}
