using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>Values the decisions that are open at the end of the review's month.</summary>
internal sealed class DecisionValuation
{
    private readonly ReviewContext _context;
    private readonly ComingMonths _flows;
    private readonly ReviewMonths _months;
    private readonly LocalDate _endDate;
    private readonly int _end;
    private readonly double _rate;
    private readonly Money _below;
    private readonly Money _above;

    internal DecisionValuation(ReviewContext context, ComingMonths flows, PeriodForecast longest)
    {
        _context = context;
        _flows = flows;
        _months = context.Months;
        _endDate = longest.Plan.End;
        _end = _months.IndexOf(_endDate.PlusDays(-1)) + 1;
        _rate = (double)(longest.Plan.Terms.DiscountRate ?? 0);
        _below = (longest.Forecast.TotalBenefit - longest.BenefitLower + (longest.CostUpper - longest.Forecast.TotalCost)).RoundToMinorUnit();
        _above = (longest.BenefitUpper - longest.Forecast.TotalBenefit + (longest.Forecast.TotalCost - longest.CostLower)).RoundToMinorUnit();
    }

    internal DecisionValue[] All()
    {
        decimal go = Net(_flows.Before, _months.Count);
        return [Continue(go), Fix(go), Renegotiate(go), Extend(go), Exit()];
    }

    private DecisionValue Continue(decimal go) => Value(DecisionKind.Continue, go, _context.Today, new Message("continueAsForecast"));

    private DecisionValue Fix(decimal go)
    {
        ReviewPolicy policy = _context.Policy;
        double sum = 0;
        for (int month = _months.AsOf + 1; month < _end; month++)
        {
            int waited = month - _months.AsOf;
            double reached = policy.FixMonths == 0 ? 1 : Math.Min(1, waited / (double)policy.FixMonths);
            sum += (double)_flows.Gap[month - _months.AsOf - 1] * reached * Factor(month);
        }

        decimal gain = Round((decimal)(sum * (double)policy.FixEffect.Value));
        if (gain == 0)
        {
            return None(DecisionKind.Fix, new Message("nothingToFix"));
        }

        List<MessageArgument> assumed =
        [
            MessageArgument.Ratio("share", policy.FixEffect.Value), MessageArgument.Number("months", policy.FixMonths), MessageArgument.Money("most", _context.Money(gain)),
        ];
        if (_context.FixCost is not { } cost)
        {
            return Value(DecisionKind.Fix, go + gain, _context.Today, new Message("gapClosed.free", [.. assumed]));
        }

        assumed.Add(MessageArgument.Money("cost", cost));
        return Value(DecisionKind.Fix, go + gain - cost.Amount, _context.Today, new Message("gapClosed", [.. assumed]));
    }

    private DecisionValue Renegotiate(decimal go)
    {
        double saving = 0;
        LocalDate from = _context.Today;
        foreach (ContractTerms contract in _context.Contracts)
        {
            ReviewLine? line = _context.FindCost(contract.Line);
            if (line is null || !_context.TryGetUnusedSeats(line, out decimal unused) || unused <= 0)
            {
                continue;
            }

            LocalDate renewal = contract.RenewalOpenOn(_context.Today);
            from = saving == 0 || renewal < from ? renewal : from;
            int first = Math.Max(_months.IndexOf(renewal), _months.AsOf + 1);
            foreach ((LocalDate date, decimal amount) in Coming.CostsOf(line))
            {
                int month = _months.IndexOf(date);
                saving += month >= first && date < _endDate ? (double)(amount * unused) * Factor(month) : 0;
            }
        }

        decimal gain = Round((decimal)saving);
        return gain == 0
            ? None(DecisionKind.Renegotiate, new Message("nothingToRenegotiate"))
            : Value(DecisionKind.Renegotiate, go + gain, from, new Message("seatsNotRenewed", MessageArgument.Money("saving", _context.Money(gain))));
    }

    private DecisionValue Extend(decimal go) => Value(
        DecisionKind.Extend,
        go + Net(_flows.After, _months.Count),
        _endDate,
        new Message("extendAtPace", MessageArgument.Number("months", _context.Policy.ExtensionMonths)));

    private DecisionValue Exit()
    {
        LocalDate exit = _context.Today;
        foreach (ContractTerms contract in _context.Contracts)
        {
            LocalDate renewal = contract.RenewalOpenOn(_context.Today);
            exit = renewal > exit ? renewal : exit;
        }

        int end = Math.Min(_months.IndexOf(exit), _months.Count);
        decimal value = Net(_flows.Before, end) + Net(_flows.After, end);
        decimal share = _end > _months.AsOf + 1 ? Math.Min(1, (end - _months.AsOf - 1) / (decimal)(_end - _months.AsOf - 1)) : 0;
        return new DecisionValue(
            DecisionKind.Exit,
            Figure.Of(new Money(value, _context.Plan.Currency)),
            Part(_below, share),
            Part(_above, share),
            exit,
            new Message(_context.Contracts.Count == 0 ? "exitAtOnce" : "exitWithContracts"));
    }

    private Money Part(Money money, decimal share) => new(Round(money.Amount * share), money.Currency);

    private DecisionValue Value(DecisionKind kind, decimal value, LocalDate from, Message message) =>
        new(kind, Figure.Of(new Money(value, _context.Plan.Currency)), _below, _above, from, message);

    private DecisionValue None(DecisionKind kind, Message message) =>
        new(kind, Figure.NotApplicable<Money>(NotApplicableReason.MissingInput), _below, _above, _context.Today, message);

    /// <summary>The present value of the months to come before one.</summary>
    private decimal Net(decimal[] byMonth, int end)
    {
        double sum = 0;
        for (int month = _months.AsOf + 1; month < Math.Min(end, _months.Count); month++)
        {
            sum += (double)byMonth[month - _months.AsOf - 1] * Factor(month);
        }

        return Round((decimal)sum);
    }

    private double Factor(int month) => Math.Pow(1 + _rate, -(month - _months.AsOf) / 12.0);

    private decimal Round(decimal amount) => decimal.Round(amount, _context.Plan.Currency.MinorUnitDigits, MidpointRounding.AwayFromZero);
}
