using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Taxation;

/// <summary>Maps the rows of a projection: costs net of credited value-added tax, and what of them, and of the benefits, counts for income tax and when.</summary>
/// <remarks>Made once for all periods: what is dated before the end of a period is its part of each list.</remarks>
internal sealed class TaxableFlows
{
    private readonly Projection _before;
    private readonly InvestmentCase _case;
    private readonly CaseTaxation _tax;
    private readonly LocalDate _end;
    private readonly decimal _exempt;
    private readonly DatedAmounts _deductions;
    private readonly DatedAmounts _costs;
    private readonly DatedAmounts _income;
    private readonly DatedAmounts _credits;
    private readonly List<decimal> _limitShares = [];
    private readonly List<CostTaxUse> _uses = [];
    private TaxableFlows? _cashable;

    internal TaxableFlows(Projection before, TaxRules rules)
        : this(before, rules, before.AllFlows(), null)
    {
    }

    /// <summary>Of one line alone, or of all.</summary>
    private TaxableFlows(Projection before, TaxRules rules, LineFlow[][] flows, int? only)
    {
        _before = before;
        _case = before.Case;
        _tax = _case.Taxation!;
        Book = new RuleBook(rules);
        _end = before.Sums.End(before.Periods.Count - 1);
        _exempt = _tax.VatExemptShare ?? 0;
        (_deductions, _costs, _income, _credits) = (new(_end), new(_end), new(_end), new(_end));
        Rows = new IReadOnlyList<LineFlow>[flows.Length];
        for (int line = 0; line < Rows.Length; line++)
        {
            if (only is { } one && one != line)
            {
                Rows[line] = [];
                continue;
            }

            Rows[line] = before.SideOf(line) switch
            {
                FlowSide.Cost when before.CostOf(line) is { } cost && CostTaxPlan.Of(cost, _case) is { } plan => OfCost(plan, flows[line]),
                FlowSide.Benefit when before.IsCash(line) => OfBenefit(flows[line]),
                _ => flows[line],
            };
        }
    }

    /// <summary>The rules that were used, and what was missing.</summary>
    internal RuleBook Book { get; }

    /// <summary>The flows of each line, costs net of credited tax, benefits without tax that they held.</summary>
    internal IReadOnlyList<LineFlow>[] Rows { get; }

    /// <summary>What is deducted, by date; a rebate is a negative one.</summary>
    internal (LocalDate Date, decimal Amount)[] Deductions => _deductions.All;

    /// <summary>Cost that is deducted sooner or later, by the date on which it is due.</summary>
    internal (LocalDate Date, decimal Amount)[] Costs => _costs.All;

    /// <summary>What is taxed, by date.</summary>
    internal (LocalDate Date, decimal Amount)[] Income => _income.All;

    /// <summary>Value-added tax that is credited, by date; what is taken back later is a negative one.</summary>
    internal (LocalDate Date, decimal Amount)[] Credits => _credits.All;

    /// <summary>The same on the cash basis alone.</summary>
    internal TaxableFlows Cashable => _cashable ??= ReferenceEquals(_before.Cashable, _before) ? this : new TaxableFlows(_before.Cashable, Book.Rules);

    /// <summary>Each line by itself, in their order.</summary>
    internal IEnumerable<TaxableFlows> ByLine()
    {
        LineFlow[][] flows = _before.AllFlows();
        return Enumerable.Range(0, flows.Length).Select(line => new TaxableFlows(_before, Book.Rules, flows, line));
    }

    /// <summary>One line by itself.</summary>
    internal TaxableFlows OfLine(int line) => new(_before, Book.Rules, _before.AllFlows(), line);

    /// <summary>The value of one asset / each limit that was asked, once each.</summary>
    internal IReadOnlyList<decimal> LimitShares => _limitShares;

    /// <summary>How each taxed cost was taxed, in the order of the case.</summary>
    internal IReadOnlyList<CostTaxUse> Uses => _uses;

    internal Projection Before => _before;

    private bool IsGeneral => _tax.VatPayer == VatPayer.General;

    private decimal Surcharge => IsGeneral ? _tax.SurchargeRate ?? 0 : 0;

    private List<LineFlow> OfCost(CostTaxPlan plan, LineFlow[] flows)
    {
        bool isIncluded = plan.Cost.Tax?.PriceIncludesVat ?? _case.TaxBasis != TaxBasis.ExcludingVat;
        var rows = new List<LineFlow>(flows.Length);
        var back = new DatedAmounts(_end);
        decimal value = UnitValue(plan, flows, isIncluded);
        var use = new CostTaxUse(plan);
        _uses.Add(use);
        foreach (LineFlow flow in flows)
        {
            decimal rate = VatRate(plan, flow.Date, isIncluded);
            decimal net = Net(flow.Amount, rate, isIncluded);
            decimal vat = isIncluded ? flow.Amount - net : flow.Amount * rate;
            decimal credit = !IsGeneral ? 0 : plan.IsAsset ? (_exempt == 1 ? 0 : vat) : vat * (1 - _exempt);
            decimal left = vat - credit;

            // Without tax, or with all of it credited, the amount is the very one before.
            decimal cost = left == 0 ? net : credit == 0 && isIncluded ? flow.Amount : net + left;
            if (credit != 0)
            {
                _credits.Add(flow.Date, credit);
                cost = Surcharge == 0 ? cost : cost - (Surcharge * credit);
            }

            rows.Add(flow.Of(cost));
            if (flow.Date >= _end)
            {
                continue;
            }

            Note(use, flow.Date, rate, isIncluded);
            _costs.Add(flow.Date, cost);
            Deduct(use, flow.Date, cost, value);
            if (plan.IsAsset && !plan.Cost.IsCredit && credit != 0 && _exempt is > 0 and < 1)
            {
                TakeBack(plan, flow.Date, value, credit, back);
            }
        }

        foreach ((LocalDate on, decimal amount) in back.All)
        {
            decimal paid = amount * (1 + Surcharge);
            _credits.Add(on, -amount);
            _costs.Add(on, paid);
            _deductions.Add(on, paid);
            rows.Add(On(on, paid));
        }

        return rows;
    }

    private decimal VatRate(CostTaxPlan plan, LocalDate date, bool isIncluded)
    {
        if (plan.Cost.Tax?.VatRate is not { } stated)
        {
            return IsGeneral || !isIncluded ? Book.Value(VatKind(plan, date), date) : 0;
        }

        decimal most = Book.Rules.HighestVat;
        if (stated > most)
        {
            Book.Say(date, new Message(
                "tax.vatRateTooHigh", MessageArgument.Line("line", plan.Cost.Id, plan.Cost.Name), MessageArgument.Ratio("stated", stated), MessageArgument.Ratio("most", most)));
        }

        return stated;
    }

    /// <summary>Before there was a rule for services that are sold with a licence they bore their own rate, the lower one.</summary>
    private TaxRuleKind VatKind(CostTaxPlan plan, LocalDate date) =>
        plan.Vat == TaxRuleKind.VatOnServicesWithLicense && Book.Rules.IsBefore(plan.Vat, date) ? TaxRuleKind.VatOnServices : plan.Vat;

    /// <summary>Keeps the rate that went into the figures; a price with tax of a small-scale taxpayer counts as it is.</summary>
    private void Note(CostTaxUse use, LocalDate date, decimal rate, bool isIncluded)
    {
        if (!IsGeneral && isIncluded)
        {
            return;
        }

        TaxRuleKind? kind = use.Plan.Cost.Tax?.VatRate is null ? VatKind(use.Plan, date) : null;
        if (kind is not { } rule || Book.Rules.Find(rule, date) is not null)
        {
            use.Taxed(kind, rate, date);
        }
    }

    private decimal Net(decimal amount, decimal rate, bool isIncluded) => isIncluded && rate != 0 && IsGeneral ? amount / (1 + rate) : amount;

    /// <summary>What one asset of the line costs without credited tax: limits are of the asset, not of a payment, and parts that are paid outside every period count too.</summary>
    private decimal UnitValue(CostTaxPlan plan, LineFlow[] flows, bool isIncluded)
    {
        if (flows.Length == 0 || !(plan.IsAsset || plan.Treatment.Kind == TaxTreatmentKind.DeductedAtOnce))
        {
            return 0;
        }

        decimal value = 0;
        foreach (LineFlow flow in flows)
        {
            value += Math.Abs(Net(flow.Amount, VatRate(plan, flow.Date, isIncluded), isIncluded));
        }

        decimal first = VatRate(plan, flows[0].Date, isIncluded);
        foreach (CostBasis basis in plan.Cost.Basis.ByCurrency ?? [plan.Cost.Basis])
        {
            decimal outside = (basis.Before(_before.Timeline) + basis.After(_before.Timeline, _end)) * Math.Abs(plan.Cost.CountedFactor);
            if (basis.Currency == _case.Currency)
            {
                value += Net(outside, first, isIncluded);
            }
            else if (outside != 0 && _case.ExchangeRates.TryGetRate(basis.Currency, _case.Currency, flows[0].Date, out decimal rate))
            {
                value += Net(outside * rate, first, isIncluded);
            }
        }

        return value / plan.Units;
    }

    /// <summary>The month in which something bought on a date is in use: that of go-live, or of the purchase where it is later.</summary>
    private LocalDate InUse(LocalDate date)
    {
        LocalDate used = date < _case.GoLive ? _case.GoLive : date;
        return new LocalDate(used.Year, used.Month, 1);
    }

    private void Deduct(CostTaxUse use, LocalDate date, decimal cost, decimal value)
    {
        CostTaxPlan plan = use.Plan;
        TaxTreatment treatment = plan.Treatment;
        switch (treatment.Kind)
        {
            case TaxTreatmentKind.Expensed when plan.IsAsset && !plan.Cost.IsCredit:
                SayWhatIsAllowed(plan, date);
                break;
            case TaxTreatmentKind.Expensed:
                _deductions.Add(date, cost);
                break;
            case TaxTreatmentKind.DeductedAtOnce:
                if (MayDeductAtOnce(plan, date, value))
                {
                    _deductions.Add(InUse(date).PlusMonths(1), cost);
                }

                break;
            default:
                int years = YearsOf(plan, date);
                use.Spread(years);
                Spread(date, cost, treatment, years);
                break;
        }
    }

    private void Spread(LocalDate date, decimal cost, TaxTreatment treatment, int years) => _deductions.Spread(
        InUse(date).PlusMonths(treatment.Kind == TaxTreatmentKind.Depreciated ? 1 : 0), 12 * years, cost * (1 - treatment.Salvage));

    /// <summary>The years that a cost states, not fewer than the rules allow, or those of the rules.</summary>
    private int YearsOf(CostTaxPlan plan, LocalDate date)
    {
        if (plan.Treatment.Years is not { } years)
        {
            return Math.Max(1, (int)Book.Value(plan.IsSoftware || plan.Treatment.Kind == TaxTreatmentKind.Amortized ? TaxRuleKind.IntangibleYears : TaxRuleKind.EquipmentYears, date));
        }

        decimal least = plan.IsSoftware ? Book.Value(TaxRuleKind.SoftwareLeastYears, date)
            : Book.Value(plan.Treatment.Kind == TaxTreatmentKind.Amortized ? TaxRuleKind.IntangibleYears : TaxRuleKind.EquipmentYears, date);
        if (years < least)
        {
            Book.Say(date, new Message(
                "tax.tooFewYears", MessageArgument.Line("line", plan.Cost.Id, plan.Cost.Name), MessageArgument.Number("years", years), MessageArgument.Number("least", least)));
        }

        return years;
    }

    /// <summary>A long-term asset is not deducted on its day.</summary>
    private void SayWhatIsAllowed(CostTaxPlan plan, LocalDate date) => Book.Say(date, new Message(
        plan.IsSoftware ? "tax.softwareExpensed" : "tax.equipmentExpensed",
        MessageArgument.Line("line", plan.Cost.Id, plan.Cost.Name),
        MessageArgument.Number("least", Book.Value(plan.IsSoftware ? TaxRuleKind.SoftwareLeastYears : TaxRuleKind.EquipmentYears, date))));

    private bool MayDeductAtOnce(CostTaxPlan plan, LocalDate date, decimal value)
    {
        MessageArgument line = MessageArgument.Line("line", plan.Cost.Id, plan.Cost.Name);
        if (plan.IsSoftware || plan.IsService)
        {
            Book.Say(date, new Message(plan.IsService ? "tax.serviceAtOnce" : "tax.softwareAtOnce", line));
            return false;
        }

        decimal most = Book.Value(TaxRuleKind.EquipmentAtOnce, date);
        if (InCaseCurrency(most, date) is { } limit && IsAbove(value, limit) && most > 0)
        {
            Book.Say(date, new Message("tax.tooLargeAtOnce", line, MessageArgument.Money("amount", new Money(value, _case.Currency)), MessageArgument.Money("most", new Money(limit, _case.Currency))));
            return false;
        }

        return most > 0;
    }

    /// <summary>An asset of mixed use above the threshold: its credit is taken back month by month of use for the exempt part.</summary>
    private void TakeBack(CostTaxPlan plan, LocalDate date, decimal value, decimal credit, DatedAmounts back)
    {
        if (Book.ValueIfAny(TaxRuleKind.MixedAssetThreshold, date) is { } threshold && InCaseCurrency(threshold, date) is { } limit && IsAbove(value, limit))
        {
            back.Spread(InUse(date).PlusMonths(plan.Treatment.Kind == TaxTreatmentKind.Amortized ? 0 : 1), 12 * (int)Book.Value(TaxRuleKind.MixedAssetYears, date), credit * _exempt);
        }
    }

    private bool IsAbove(decimal value, decimal limit)
    {
        if (limit > 0 && !_limitShares.Contains(value / limit))
        {
            _limitShares.Add(value / limit);
        }

        return value > limit;
    }

    private LineFlow On(LocalDate date, decimal amount)
    {
        int month = _before.Timeline.Grid.IndexOf(date);
        return new LineFlow(month, _before.Timeline.Grid[month] == date ? FlowPlace.Start : FlowPlace.Within, date, amount);
    }

    private LineFlow[] OfBenefit(LineFlow[] flows)
    {
        bool isIncluded = _case.TaxBasis == TaxBasis.IncludingVat;
        var rows = new LineFlow[flows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            LineFlow flow = flows[i];
            decimal rate = isIncluded || Surcharge != 0
                ? (_tax.BenefitVatRate ?? Book.Value(IsGeneral ? TaxRuleKind.VatOnGoods : TaxRuleKind.VatLevy, flow.Date)) * (1 - _exempt)
                : 0;
            decimal net = isIncluded && rate != 0 ? flow.Amount / (1 + rate) : flow.Amount;
            net = Surcharge == 0 ? net : net - (Surcharge * rate * net);
            rows[i] = flow.Of(net);
            _income.Add(flow.Date, net);
        }

        return rows;
    }

    /// <summary>An amount in yuan in the currency of the case; null and a reason where there is no rate.</summary>
    private decimal? InCaseCurrency(decimal yuan, LocalDate date)
    {
        if (_case.Currency == Currency.Cny)
        {
            return yuan;
        }

        if (_case.ExchangeRates.TryGetRate(Currency.Cny, _case.Currency, date, out decimal rate))
        {
            return yuan * rate;
        }

        Book.Say(date, new Message("tax.noYuanRate", Currency.Cny.NameArgument("from"), _case.Currency.NameArgument("to"), MessageArgument.Date("date", date)));
        return null;
    }
}
