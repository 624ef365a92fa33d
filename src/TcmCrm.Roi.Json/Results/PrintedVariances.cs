using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Results;

/// <summary>
/// The variances of a review as they are printed: each line's parts sum to its total, the plans and actuals of the lines to those of their side and of the
/// long-term block, and the parts of a side are the sums of its lines.
/// </summary>
internal sealed class PrintedVariances
{
    private readonly Dictionary<ReviewLine, PrintedVariance> lines = [];
    private readonly int digits;
    private readonly bool countsLongTerm;

    public PrintedVariances(ReviewReport report)
    {
        digits = report.Context.Plan.Currency.MinorUnitDigits;
        countsLongTerm = report.IncludesLongTerm;
        foreach (IGrouping<bool, ReviewLine> side in report.Lines.GroupBy(line => line.Side == FlowSide.Cost))
        {
            ReviewLine[] all = [.. side];
            decimal[] plan = Column(all, line => line.Variance.Plan.Amount);
            decimal[] actual = Column(all, line => line.Variance.Actual.Amount);
            for (int i = 0; i < all.Length; i++)
            {
                LineVariance exact = all[i].Variance;
                decimal[] parts = Printed.Parts([exact.Timing.Amount, exact.VolumeAndAdoption.Amount, exact.PriceAndRate.Amount], actual[i] - plan[i], digits);
                lines.Add(all[i], new PrintedVariance(plan[i], actual[i], parts[0], parts[1], parts[2]));
            }
        }

        Cost = Sum(line => line.Side == FlowSide.Cost && IsCounted(line));
        Benefit = Sum(line => line.Side != FlowSide.Cost && IsCounted(line));
        LongTerm = Sum(line => line.IsLongTerm);
    }

    /// <summary>Gets all counted costs together.</summary>
    public PrintedVariance Cost { get; }

    /// <summary>Gets all counted benefits together.</summary>
    public PrintedVariance Benefit { get; }

    /// <summary>Gets the long-term block, counted or not.</summary>
    public PrintedVariance LongTerm { get; }

    public PrintedVariance Of(ReviewLine line) => lines[line];

    private bool IsCounted(ReviewLine line) => countsLongTerm || !line.IsLongTerm;

    /// <summary>One column of one side: its total rounded, the long-term block within it or beside it, the lines within each.</summary>
    private decimal[] Column(ReviewLine[] all, Func<ReviewLine, decimal> of)
    {
        int[] shortTerm = [.. Enumerable.Range(0, all.Length).Where(i => !all[i].IsLongTerm)];
        int[] longTerm = [.. Enumerable.Range(0, all.Length).Where(i => all[i].IsLongTerm)];
        decimal exactShort = shortTerm.Sum(i => of(all[i])), exactLong = longTerm.Sum(i => of(all[i]));
        decimal[] blocks = countsLongTerm
            ? Printed.Parts([exactShort, exactLong], Printed.Total(exactShort + exactLong, digits), digits)
            : [Printed.Total(exactShort, digits), Printed.Total(exactLong, digits)];
        var column = new decimal[all.Length];
        Spread(shortTerm, blocks[0]);
        Spread(longTerm, blocks[1]);
        return column;

        void Spread(int[] members, decimal total)
        {
            decimal[] parts = Printed.Parts([.. members.Select(i => of(all[i]))], total, digits);
            for (int k = 0; k < members.Length; k++)
            {
                column[members[k]] = parts[k];
            }
        }
    }

    private PrintedVariance Sum(Func<ReviewLine, bool> belongs)
    {
        PrintedVariance[] members = [.. lines.Where(pair => belongs(pair.Key)).Select(pair => pair.Value)];
        return new PrintedVariance(
            members.Sum(v => v.Plan), members.Sum(v => v.Actual), members.Sum(v => v.Timing), members.Sum(v => v.Volume), members.Sum(v => v.Price));
    }
}
