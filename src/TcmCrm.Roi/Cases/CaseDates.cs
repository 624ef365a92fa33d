using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Cases;

/// <summary>Which dates the lines of a case may state: near its start. 2015 for 2025 is a slip of the pen that no figure would show.</summary>
internal static class CaseDates
{
    private const int MostYears = 10;

    /// <summary>The first date allowed: in a calendar year less than ten before that of the start.</summary>
    internal static LocalDate FirstFor(LocalDate start) => new(start.Year - MostYears + 1, 1, 1);

    /// <summary>The last date allowed: ten years after the start, or the end of the longest evaluation period that the case states where that is later.</summary>
    internal static LocalDate LastFor(LocalDate start, IReadOnlyList<EvaluationPeriod>? periods)
    {
        LocalDate last = start.PlusYears(MostYears);
        foreach (EvaluationPeriod period in periods ?? [])
        {
            LocalDate end = period.EndFrom(start);
            last = end > last ? end : last;
        }

        return last;
    }

    internal static void Check(InvestmentCase source)
    {
        LocalDate first = FirstFor(source.Start);
        LocalDate last = LastFor(source.Start, source.Terms.Periods);
        CheckDate("go-live", source.GoLive);
        foreach (CostItem cost in source.Costs)
        {
            cost.Basis.VisitDates(date => CheckDate("'" + cost.Name + "'", date));
        }

        foreach (BenefitItem benefit in source.Benefits)
        {
            benefit.Basis.VisitDates(date => CheckDate("'" + benefit.Name + "'", date));
        }

        void CheckDate(string place, LocalDate date)
        {
            if (date < first || date > last)
            {
                throw SaidMessage.In(new ArgumentOutOfRangeException(place, date, string.Format(
                    CultureInfo.InvariantCulture,
                    "The date {0:uuuu-MM-dd} of {1} is too far from the start of the case, {2:uuuu-MM-dd}; allowed: {3:uuuu-MM-dd} to {4:uuuu-MM-dd}.",
                    date, place, source.Start, first, last)),
                    new Message(
                        "argument.farDate", MessageArgument.Text("place", place), MessageArgument.Date("date", date), MessageArgument.Date("first", first), MessageArgument.Date("last", last)));
            }
        }
    }
}
