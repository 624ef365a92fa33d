using System.Globalization;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>How much work a case may ask for: lines x months x evaluation periods.</summary>
internal static class WorkLimit
{
    /// <summary>The limit of a host that sets none: a second or two of processor time.</summary>
    internal const int Usual = 50_000_000;

    /// <summary>The most that a host may allow.</summary>
    internal const int Most = 1_000_000_000;

    /// <summary>Refuses a case that asks for more than a host allows.</summary>
    /// <exception cref="InvalidOperationException">It does; the message has the product and what is allowed.</exception>
    internal static void Check(InvestmentCase source, MonthGrid months, int periods, int most)
    {
        long lines = source.Costs.Count + source.Benefits.Count;
        long asked = lines * months.Count * periods;
        if (asked <= most)
        {
            return;
        }

        throw SaidMessage.In(
            new InvalidOperationException(string.Format(
                CultureInfo.InvariantCulture, "The case asks for {0:N0} lines x {1:N0} months x {2:N0} evaluation periods = {3:N0}; allowed: 0 to {4:N0}.", lines, months.Count, periods, asked, most)),
            new Message(
                "evaluation.tooMuchWork", Count("lines", lines), Count("months", months.Count), Count("periods", periods), Count("asked", asked), Count("most", most)));
    }

    private static MessageArgument Count(string name, long count) => MessageArgument.Text(name, count.ToString("N0", CultureInfo.InvariantCulture));
}
