using NodaTime;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Review;

/// <summary>
/// Values the decisions that are open at the end of the review's month, all over one window: from there to the end of the longest evaluation period. What lies
/// beyond it stands apart.
/// </summary>
internal sealed class DecisionValuation
{
    /// <summary>A lead of less than this part of what is to come is none.</summary>
    private const decimal Unclear = 0.01m;
    private const int Year = 12;

    private readonly ReviewContext _context;
    private readonly CaseOutlook _outlook;
    private readonly ComingMonths _flows;
    private readonly ReviewMonths _months;
    private readonly LocalDate _endDate;
    private readonly int _end;
    private readonly double _rate;
    private readonly Money _below;
    private readonly Money _above;

    internal DecisionValuation(ReviewContext context, CaseOutlook outlook, PeriodForecast longest)
    {
        _context = context;
        _outlook = outlook;
        _months = context.Months;
        _endDate = longest.Plan.End;
        _flows = new ComingMonths(outlook.Counted, _months, _endDate);
        _end = _months.IndexOf(_endDate.PlusDays(-1)) + 1;
        _rate = (double)(longest.Plan.Terms.DiscountRate ?? 0);

        // What the forecast leaves open, as of the end of the review's month in place of the start of the case.
        double grown = Math.Pow(1 + _rate, Math.Max(0, _months.AsOf + 1 - _months.IndexOf(context.Plan.Start)) / 12.0);
        Money npv = longest.Forecast.NetPresentValue.GetValueOrDefault(longest.Forecast.NetBenefit);
        _below = Grown(npv - longest.NetPresentValueLower.GetValueOrDefault(longest.BenefitLower - longest.CostUpper), grown);
        _above = Grown(longest.NetPresentValueUpper.GetValueOrDefault(longest.BenefitUpper - longest.CostLower) - npv, grown);
    }

    /// <summary>What speaks for the decision that is recommended, or why none is.</summary>
    internal Message Recommendation { get; private set; } = new("tooClose.same");

    internal DecisionValue[] All()
    {
        decimal go = Net(_flows.Before, _months.Count);
        DecisionValue[] all = [Continue(go), Fix(go), Renegotiate(go), Extend(go), Exit(go)];
        Recommend(all, go);
        return all;
    }

    private DecisionValue Continue(decimal go) => Value(DecisionKind.Continue, go, go, _context.Today, new Message("continueAsForecast"));

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

        decimal gain = Round((decimal)(sum * (double)(policy.FixEffect?.Value ?? 1)));
        if (gain == 0)
        {
            return None(DecisionKind.Fix, new Message("nothingToFix"), NotApplicableReason.NothingToGain);
        }

        List<MessageArgument> assumed =
        [
            MessageArgument.Ratio("share", policy.FixEffect?.Value ?? 1), MessageArgument.Number("months", policy.FixMonths), MessageArgument.Money("most", _context.Money(gain)),
        ];
        if (policy.FixEffect is null || _context.FixCost is not { } cost)
        {
            return None(DecisionKind.Fix, new Message(policy.FixEffect is null ? "gapWorth" : "gapWorth.share", [.. assumed]));
        }

        assumed.Add(MessageArgument.Money("cost", cost));
        return Value(DecisionKind.Fix, go + gain - cost.Amount, go, _context.Today, new Message("gapClosed", [.. assumed]));
    }

    private DecisionValue Renegotiate(decimal go)
    {
        double saving = 0;
        LocalDate from = _context.Today;
        LocalDate? missed = null;
        bool isKnown = false;
        foreach (ContractTerms contract in _context.Contracts)
        {
            ReviewLine? line = _context.FindCost(contract.Line);
            if (line is null || !_context.TryGetUnusedSeats(line, out decimal unused))
            {
                continue;
            }

            isKnown = true;
            if (unused <= 0)
            {
                continue;
            }

            LocalDate renewal = contract.RenewalOpenOn(_context.Today);
            LocalDate next = contract.RenewalAfter(_context.Today);
            missed = next < renewal && (missed is null || next < missed) ? next : missed;
            from = saving == 0 || renewal < from ? renewal : from;
            int first = Math.Max(_months.IndexOf(renewal), _months.AsOf + 1);
            foreach ((LocalDate date, decimal amount) in Coming.CostsOf(line))
            {
                int month = _months.IndexOf(date);
                saving += month >= first && date < _endDate ? (double)(amount * unused) * Factor(month) : 0;
            }
        }

        decimal gain = Round((decimal)saving);
        if (missed is { } passed)
        {
            MessageArgument[] told = [MessageArgument.Date("renewal", passed), MessageArgument.Date("next", from), MessageArgument.Money("saving", _context.Money(gain))];
            return gain == 0
                ? None(DecisionKind.Renegotiate, new Message("noticePassed.nothing", told), NotApplicableReason.NothingToGain)
                : Value(DecisionKind.Renegotiate, go + gain, go, from, new Message("noticePassed", told));
        }

        return gain == 0 && isKnown
            ? None(DecisionKind.Renegotiate, new Message("noUnusedSeats"), NotApplicableReason.NothingToGain)
            : gain == 0
            ? None(DecisionKind.Renegotiate, new Message("nothingToRenegotiate"))
            : Value(DecisionKind.Renegotiate, go + gain, go, from, new Message("seatsNotRenewed", MessageArgument.Money("saving", _context.Money(gain))));
    }

    private DecisionValue Extend(decimal go)
    {
        if (_context.LastContractEnd is { } ended && ended < _endDate)
        {
            return None(DecisionKind.Extend, new Message("nothingToExtend", MessageArgument.Date("end", ended)), NotApplicableReason.NothingToGain);
        }

        decimal beyond = Round(Net(_flows.After, _months.Count) - (decimal)Renewals());
        return Value(
            DecisionKind.Extend,
            go,
            go,
            _endDate,
            new Message("extendAtPace", MessageArgument.Number("months", _context.Policy.ExtensionMonths), MessageArgument.Money("beyond", _context.Money(beyond))),
            beyond);
    }

    /// <summary>
    /// The present value of contracts that the plan does not carry past the longest period: an extension renews every one that runs then, at what it cost in the
    /// year before.
    /// </summary>
    private double Renewals()
    {
        double sum = 0;
        foreach (LineOutlook line in _outlook.Counted)
        {
            if (!line.Line.IsCost || !IsContract(line.Line))
            {
                continue;
            }

            if (line.Coming().Any(flow => flow.Date >= _endDate))
            {
                continue;
            }

            foreach ((LocalDate date, decimal amount) in Coming.CostsOf(line.Line))
            {
                for (int years = 1; date >= _endDate.PlusMonths(-Year) && date < _endDate; years++)
                {
                    LocalDate again = date.PlusMonths(Year * years);
                    if (again >= _endDate.PlusMonths(_context.Policy.ExtensionMonths))
                    {
                        break;
                    }

                    int month = _months.IndexOf(again);
                    sum += month > _months.Asked ? (double)amount * Factor(month) : 0;
                }
            }
        }

        return sum;
    }

    private bool IsContract(ReviewLine line) => line.Cost?.Basis is SubscriptionCost || HasTerms(line);

    private bool HasTerms(ReviewLine line)
    {
        foreach (ContractTerms contract in _context.Contracts)
        {
            if (_context.FindCost(contract.Line) == line)
            {
                return true;
            }
        }

        return false;
    }

    private DecisionValue Exit(decimal go)
    {
        LocalDate exit = _context.Today;
        ContractTerms[] contracts = [.. _context.Contracts, .. ContractsOfCase()];
        foreach (ContractTerms contract in contracts)
        {
            LocalDate renewal = contract.RenewalOpenOn(_context.Today);
            exit = renewal > exit ? renewal : exit;
        }

        // A contract that ends inside a month ends with its day: bills of that day and later are not paid any more.
        decimal value = exit <= _context.Today ? 0 : exit >= _endDate ? go : Round(Before(exit));
        decimal beyond = exit > _endDate ? Round(Before(exit) - Before(_endDate)) : 0;
        decimal share = ShareUntil(exit);
        return new DecisionValue(
            DecisionKind.Exit,
            Figure.Of(new Money(value, _context.Plan.Currency)),
            Part(_below, share),
            Part(_above, share),
            exit,
            new Message(contracts.Length == 0 ? "exitAtOnce" : "exitWithContracts"))
        {
            DifferenceToContinue = Figure.Of(new Money(value - go, _context.Plan.Currency)),
            Beyond = new Money(beyond, _context.Plan.Currency),
        };
    }

    /// <summary>The terms that the case states of contracts that the actuals are silent about: they bind as well, and a renewal needs no notice that is known.</summary>
    private IEnumerable<ContractTerms> ContractsOfCase()
    {
        foreach (ReviewLine line in _context.Lines)
        {
            if (line.Cost is { } cost && ContractEnds.MonthsOfCase(cost) is { } months && ContractEnds.OfCase(cost, _context.Timeline) is { } end
                && end.PlusMonths(-months) <= _context.Today && end.Year <= 2200 && !HasTerms(line))
            {
                yield return new ContractTerms(cost.Id.Text, end, ContractEnds.IsEndedByCase(cost) ? 0 : Math.Min(months, 120), 0);
            }
        }
    }

    /// <summary>The present value of what is expected before a date.</summary>
    private decimal Before(LocalDate date)
    {
        double sum = 0;
        foreach (LineOutlook line in _outlook.Counted)
        {
            foreach ((LocalDate on, decimal amount) in line.Coming())
            {
                sum += on < date ? (double)(line.Line.IsCost ? -amount : amount) * Factor(_months.IndexOf(on)) : 0;
            }
        }

        return (decimal)sum;
    }

    /// <summary>The part of the window that lies before a date, by its months.</summary>
    private decimal ShareUntil(LocalDate date)
    {
        int until = Math.Min(_months.IndexOf(date), _end) - _months.AsOf - 1;
        int window = _end - _months.AsOf - 1;
        return window <= 0 ? 0 : Math.Max(0, until / (decimal)window);
    }

    /// <summary>
    /// The decision of most value, where its lead over the next is clear. An extension belongs to the end of the window and is not weighed; how far an exit differs
    /// from carrying on is as open as what it leaves out.
    /// </summary>
    private void Recommend(DecisionValue[] all, decimal go)
    {
        DecisionValue exit = all[all.Length - 1];
        bool isExit = exit.EffectiveFrom < _endDate;
        var weighed = new List<DecisionValue>();
        foreach (DecisionValue decision in all)
        {
            if (decision.Kind != DecisionKind.Extend && decision.DifferenceToContinue.IsApplicable && (decision.Kind != DecisionKind.Exit || isExit))
            {
                weighed.Add(decision);
            }
        }

        DecisionValue best = weighed[0];
        foreach (DecisionValue decision in weighed)
        {
            best = Lead(decision) > Lead(best) ? decision : best;
        }

        DecisionValue? next = null;
        foreach (DecisionValue decision in weighed)
        {
            next = decision != best && (next is null || Lead(decision) > Lead(next)) ? decision : next;
        }

        if (next is null)
        {
            return;
        }

        decimal margin = Lead(best) - Lead(next);
        decimal left = 1 - ShareUntil(exit.EffectiveFrom);
        decimal better = isExit ? Lead(exit) + (_below.Amount * left) : decimal.MinValue;
        decimal worse = Lead(exit) - (_above.Amount * left);
        bool isOpen = isExit && (best == exit ? worse < Lead(next) : better > Lead(best));
        if (isOpen || margin < Math.Abs(go) * Unclear || margin == 0)
        {
            Recommendation = margin == 0 ? new Message("tooClose.same") : new Message("tooClose", MessageArgument.Money("margin", _context.Money(margin)));
            return;
        }

        best.IsRecommended = true;
        Recommendation = new Message("recommend." + Word(best.Kind), MessageArgument.Money("margin", _context.Money(margin)));

        static decimal Lead(DecisionValue decision) => decision.DifferenceToContinue.Value.Amount;
    }

    private static string Word(DecisionKind kind) => kind switch
    {
        DecisionKind.Fix => "fix",
        DecisionKind.Renegotiate => "renegotiate",
        DecisionKind.Exit => "exit",
        _ => "continue",
    };

    private static Money Grown(Money money, double by) =>
        Returns.MoneyConversion.TryScale(1, (double)money.Amount * by, out decimal scaled) ? new Money(scaled, money.Currency).RoundToMinorUnit() : money;

    private Money Part(Money money, decimal share) => new(Round(money.Amount * share), money.Currency);

    private DecisionValue Value(DecisionKind kind, decimal value, decimal go, LocalDate from, Message message, decimal beyond = 0) =>
        new(kind, Figure.Of(new Money(value, _context.Plan.Currency)), _below, _above, from, message)
        {
            DifferenceToContinue = Figure.Of(new Money(value - go, _context.Plan.Currency)),
            Beyond = new Money(beyond, _context.Plan.Currency),
        };

    private DecisionValue None(DecisionKind kind, Message message, NotApplicableReason reason = NotApplicableReason.MissingInput) =>
        new(kind, Figure.NotApplicable<Money>(reason), _below, _above, _context.Today, message)
        {
            DifferenceToContinue = Figure.NotApplicable<Money>(reason),
            Beyond = _context.Zero,
        };

    /// <summary>The present value of the months to come before one.</summary>
    private decimal Net(decimal[] byMonth, int end)
    {
        double sum = 0;
        for (int month = _months.Asked + 1; month < Math.Min(end, _months.Count); month++)
        {
            sum += (double)byMonth[month - _months.AsOf - 1] * Factor(month);
        }

        return Round((decimal)sum);
    }

    private double Factor(int month) => Math.Pow(1 + _rate, -(month - _months.Asked) / 12.0);

    private decimal Round(decimal amount) => decimal.Round(amount, _context.Plan.Currency.MinorUnitDigits, MidpointRounding.AwayFromZero);
}
