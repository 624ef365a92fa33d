using TcmCrm.Roi.Review;
using TcmCrm.Roi.Reporting.Figures;

namespace TcmCrm.Roi.Reporting.Reviewing;

/// <summary>
/// Variances as they are printed: each column of the lines that count sums to its total, and in each row the actual less the plan is the difference and its
/// three parts sum to it.
/// </summary>
internal sealed class VarianceTable
{
    /// <summary>Where the parts of a difference begin in a row.</summary>
    private const int FirstPart = 3;

    private readonly FigureFormat format;

    internal VarianceTable(FigureFormat format, LineVariance total, IReadOnlyList<LineVariance> counted)
    {
        this.format = format;
        decimal plan = format.Rounded(total.Plan);
        decimal actual = format.Rounded(total.Actual);
        decimal[] plans = format.Parts(counted.Select(line => line.Plan), plan);
        decimal[] actuals = format.Parts(counted.Select(line => line.Actual), actual);
        Lines = [.. counted.Select((line, i) => Row(line, plans[i], actuals[i]))];
        decimal[] parts = PartsOfTotal(total, actual - plan);
        Total = [plan, actual, actual - plan, .. parts];
        Balance(parts);
    }

    /// <summary>Plan, actual, difference, timing, volume and price of the total.</summary>
    internal IReadOnlyList<decimal> Total { get; }

    /// <summary>The same of each line that counts.</summary>
    internal IReadOnlyList<decimal[]> Lines { get; }

    /// <summary>The same of a line that stands apart from the total.</summary>
    internal decimal[] Apart(LineVariance line) => Row(line, format.Rounded(line.Plan), format.Rounded(line.Actual));

    private decimal[] Row(LineVariance line, decimal plan, decimal actual) => [plan, actual, actual - plan, .. Components(line, actual - plan)];

    /// <summary>What the rounding of plan and actual leaves goes to the largest part, so that a part of nothing stays nothing.</summary>
    private decimal[] Components(LineVariance line, decimal difference)
    {
        Money[] exact = Exact(line);
        return Completed(exact, difference, Enumerable.Range(0, exact.Length).OrderByDescending(part => Math.Abs(exact[part].Amount)).First());
    }

    /// <summary>The same for the total, where it goes to the part that then is nearest to its lines.</summary>
    private decimal[] PartsOfTotal(LineVariance total, decimal difference)
    {
        Money[] exact = Exact(total);
        int[] some = [.. Enumerable.Range(0, exact.Length).Where(part => !exact[part].IsZero)];
        return (some.Length == 0 ? [0] : some).Select(part => Completed(exact, difference, part))
            .OrderBy(parts => parts.Select((amount, part) => Math.Abs(amount - Lines.Sum(line => line[FirstPart + part]))).Sum()).First();
    }

    private decimal[] Completed(Money[] exact, decimal difference, int part)
    {
        decimal[] parts = [.. exact.Select(format.Rounded)];
        parts[part] += difference - parts.Sum();
        return parts;
    }

    private static Money[] Exact(LineVariance line) => [line.Timing, line.VolumeAndAdoption, line.PriceAndRate];

    /// <summary>Moves single steps between the parts of the rows where these are largest, until the columns sum to the parts of the total.</summary>
    private void Balance(decimal[] totals)
    {
        for (int moves = 0; moves < Lines.Count * 3; moves++)
        {
            decimal[] over = [.. totals.Select((total, part) => Lines.Sum(line => line[FirstPart + part]) - total)];
            int from = Array.FindIndex(over, amount => amount >= format.Step);
            int to = Array.FindIndex(over, amount => amount <= -format.Step);
            if (from < 0 || to < 0 || Lines.Count == 0)
            {
                return;
            }

            decimal[] row = Lines.OrderByDescending(line => Math.Min(Math.Abs(line[FirstPart + from]), Math.Abs(line[FirstPart + to]))).First();
            if (row[FirstPart + from] == 0 || row[FirstPart + to] == 0)
            {
                row = Lines.OrderByDescending(line => Math.Abs(line[FirstPart + from])).First();
            }

            row[FirstPart + from] -= format.Step;
            row[FirstPart + to] += format.Step;
        }
    }
}
