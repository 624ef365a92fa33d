using NodaTime;

namespace TcmCrm.Roi.Review;

internal sealed class ContractTermContradictsRule : IReviewRule
{
    internal const string RuleId = "contractTermContradicts";

    public string Id => RuleId;

    public IEnumerable<Finding> Examine(ReviewContext context)
    {
        foreach (ContractTerms contract in context.Contracts)
        {
            if (context.FindCost(contract.Line) is not { Cost: { } cost } line || ContractEnds.OfCase(cost, context.Timeline) is not { } end)
            {
                continue;
            }

            int? months = ContractEnds.MonthsOfCase(cost);
            if (!(contract.Renews && ContractEnds.IsEndedByCase(cost)) && IsLaterRenewal(contract, end) && (!contract.Renews || months is null || months == contract.TermMonths))
            {
                continue;
            }

            // The bills between the two ends are what the one has and the other has not.
            (LocalDate first, LocalDate last) = contract.FirstRenewal < end ? (contract.FirstRenewal, end) : (end, contract.FirstRenewal);
            decimal beyond = 0;
            foreach ((LocalDate date, decimal amount) in Coming.BillsBeyondCase(context, line))
            {
                beyond += date < context.End ? amount : 0;
            }

            // Where the actuals carry on what the case ends, what the forecast has more is the bills after that end.
            bool goesOn = contract.Renews && beyond > 0;
            Money between = context.Money(Math.Max(0, beyond > 0 ? beyond : line.Plan.Between(context.Months.IndexOf(first), context.Months.IndexOf(last) - 1)));
            yield return new Finding(
                new Message(
                    goesOn ? Id + ".goesOn" : contract.Renews ? Id : Id + ".ends",
                    line.AsArgument(),
                    MessageArgument.Date("caseEnd", end),
                    MessageArgument.Date("renewal", contract.FirstRenewal),
                    MessageArgument.Number("termMonths", contract.TermMonths),
                    MessageArgument.Money(Finding.AtStakeName, between)),
                between.IsZero ? FindingSeverity.Medium : context.SeverityOf(between),
                between,
                context.Zero,
                ReviewActions.CheckContract,
                context.Plan.Start.ToYearMonth());
        }
    }

    /// <summary>Whether the actuals name the end of the case's term, or a renewal after it; by the month, which is all that a row says.</summary>
    private static bool IsLaterRenewal(ContractTerms contract, LocalDate end)
    {
        int months = (12 * (contract.FirstRenewal.Year - end.Year)) + contract.FirstRenewal.Month - end.Month;
        return months == 0 || (months > 0 && contract.Renews && months % contract.TermMonths == 0);
    }
}
