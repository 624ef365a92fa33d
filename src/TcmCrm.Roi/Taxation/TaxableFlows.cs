using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Taxation;

/// <summary>Maps the rows of a projection within one period: costs net of credited value-added tax, and what of them, and of the benefits, counts for income tax and when.</summary>
internal sealed class TaxableFlows
{
    private readonly Projection _before;
    private readonly InvestmentCase _case;
    private readonly CaseTaxation _tax;
    private readonly RuleBook _book;
    private readonly LocalDate _end;
    private readonly decimal _exempt;
    private readonly List<(LocalDate Date, decimal Amount)> _deductions = [];
    private readonly List<(LocalDate Date, decimal Amount)> _income = [];
    private readonly List<(LocalDate Date, decimal Amount)> _credits = [];

    internal TaxableFlows(Projection before, int period, RuleBook book)
    {
        _before = before;
        _case = before.Case;
        _tax = _case.Taxation!;
        _book = book;
        _end = before.Sums.End(period);
        _exempt = _tax.VatExemptShare ?? 0;
        Rows = new IReadOnlyList<LineFlow>[before.LineCount];
        for (int line = 0; line < Rows.Length; line++)
        {
            LineFlow[] flows = [.. before.FlowsOf(line).Where(flow => flow.Date < _end)];
            Rows[line] = flows;
            if (before.SideOf(line) == FlowSide.Cost)
            {
                if (before.CostOf(line) is { } cost && CostTaxPlan.Of(cost, _case) is { } plan)
                {
                    Rows[line] = OfCost(plan, flows);
                }
            }
            else if (before.SideOf(line) == FlowSide.Benefit && before.IsCash(line))
            {
                Rows[line] = OfBenefit(flows);
            }
        }
    }

    /// <summary>The flows of each line, costs net of credited tax, benefits without tax that they held.</summary>
    internal IReadOnlyList<LineFlow>[] Rows { get; }

    /// <summary>What is deducted, by date; a rebate is a negative one.</summary>
    internal IReadOnlyList<(LocalDate Date, decimal Amount)> Deductions => _deductions;

    /// <summary>What is taxed, by date.</summary>
    internal IReadOnlyList<(LocalDate Date, decimal Amount)> Income => _income;

    /// <summary>Value-added tax that is credited, by date; what is adjusted later is a negative one.</summary>
    internal IReadOnlyList<(LocalDate Date, decimal Amount)> Credits => _credits;

    /// <summary>What is left to deduct after the end of the period.</summary>
    internal decimal Undeducted { get; private set; }

    private bool IsGeneral => _tax.VatPayer == VatPayer.General;

    private decimal Surcharge => IsGeneral ? _tax.SurchargeRate ?? 0 : 0;

    private List<LineFlow> OfCost(CostTaxPlan plan, LineFlow[] flows)
    {
        bool isIncluded = plan.Cost.Tax?.PriceIncludesVat ?? _case.TaxBasis != TaxBasis.ExcludingVat;
        var rows = new List<LineFlow>(flows.Length);
        foreach (LineFlow flow in flows)
        {
            decimal rate = plan.Cost.Tax?.VatRate ?? (IsGeneral || !isIncluded ? _book.Value(plan.Vat, flow.Date) : 0);
            decimal net = isIncluded && rate != 0 && IsGeneral ? flow.Amount / (1 + rate) : flow.Amount;
            decimal vat = isIncluded ? flow.Amount - net : flow.Amount * rate;
            decimal credit = !IsGeneral ? 0 : plan.IsAsset ? (_exempt == 1 ? 0 : vat) : vat * (1 - _exempt);
            decimal left = vat - credit;

            // Without tax, or with all of it credited, the amount is the very one before.
            decimal cost = left == 0 ? net : credit == 0 && isIncluded ? flow.Amount : net + left;
            if (credit != 0)
            {
                _credits.Add((flow.Date, credit));
                cost = Surcharge == 0 ? cost : cost - (Surcharge * credit);
            }

            rows.Add(flow.Of(cost));
            Deduct(plan, flow.Date, cost, Math.Abs(net));
            if (plan.IsAsset && !plan.Cost.IsCredit && credit != 0 && _exempt is > 0 and < 1)
            {
                Adjust(plan, flow.Date, net, credit, rows);
            }
        }

        return rows;
    }

    /// <summary>The month in which something bought on a date is in use: that of go-live, or of the purchase where it is later.</summary>
    private LocalDate InUse(LocalDate date)
    {
        LocalDate used = date < _case.GoLive ? _case.GoLive : date;
        return new LocalDate(used.Year, used.Month, 1);
    }

    private void Deduct(CostTaxPlan plan, LocalDate date, decimal cost, decimal value)
    {
        TaxTreatment treatment = plan.Treatment;
        switch (treatment.Kind)
        {
            case TaxTreatmentKind.Expensed:
                AddDeduction(date, cost);
                break;
            case TaxTreatmentKind.DeductedAtOnce:
                if (MayDeductAtOnce(plan, date, value))
                {
                    AddDeduction(InUse(date).PlusMonths(1), cost);
                }

                break;
            default:
                Spread(date, cost, treatment, YearsOf(plan, date));
                break;
        }
    }

    private void Spread(LocalDate date, decimal cost, TaxTreatment treatment, int years)
    {
        LocalDate first = InUse(date).PlusMonths(treatment.Kind == TaxTreatmentKind.Depreciated ? 1 : 0);
        int months = 12 * years;
        decimal spread = cost * (1 - treatment.Salvage);
        Undeducted += cost - spread;
        decimal done = 0;
        for (int month = 0; month < months; month++)
        {
            LocalDate on = first.PlusMonths(month + 1).PlusDays(-1);
            if (on >= _end)
            {
                break;
            }

            // What has accumulated is divided, not the month, so that the whole is deducted to the last digit.
            decimal until = month == months - 1 ? spread : spread * (month + 1) / months;
            _deductions.Add((on, until - done));
            done = until;
        }

        Undeducted += spread - done;
    }

    /// <summary>The years that a cost states, not fewer than the rules allow, or those of the rules.</summary>
    private int YearsOf(CostTaxPlan plan, LocalDate date)
    {
        if (plan.Treatment.Years is not { } years)
        {
            return Math.Max(1, (int)_book.Value(plan.IsSoftware || plan.Treatment.Kind == TaxTreatmentKind.Amortized ? TaxRuleKind.IntangibleYears : TaxRuleKind.EquipmentYears, date));
        }

        decimal least = plan.IsSoftware ? _book.Value(TaxRuleKind.SoftwareLeastYears, date)
            : _book.Value(plan.Treatment.Kind == TaxTreatmentKind.Amortized ? TaxRuleKind.IntangibleYears : TaxRuleKind.EquipmentYears, date);
        if (years < least)
        {
            _book.Say(new Message(
                "tax.tooFewYears", MessageArgument.Line("line", plan.Cost.Id, plan.Cost.Name), MessageArgument.Number("years", years), MessageArgument.Number("least", least)));
        }

        return years;
    }

    private bool MayDeductAtOnce(CostTaxPlan plan, LocalDate date, decimal value)
    {
        MessageArgument line = MessageArgument.Line("line", plan.Cost.Id, plan.Cost.Name);
        if (plan.IsSoftware)
        {
            _book.Say(new Message("tax.softwareAtOnce", line));
            return false;
        }

        decimal most = _book.Value(TaxRuleKind.EquipmentAtOnce, date);
        if (InCaseCurrency(most, date) is { } limit && most > 0 && value > limit)
        {
            _book.Say(new Message("tax.tooLargeAtOnce", line, MessageArgument.Money("amount", new Money(value, _case.Currency)), MessageArgument.Money("most", new Money(limit, _case.Currency))));
            return false;
        }

        return most > 0;
    }

    private void AddDeduction(LocalDate date, decimal amount)
    {
        if (date < _end)
        {
            _deductions.Add((date, amount));
        }
        else
        {
            Undeducted += amount;
        }
    }

    /// <summary>An asset of mixed use above the threshold: its credit is taken back month by month of use, at the end of each year, for the exempt part.</summary>
    private void Adjust(CostTaxPlan plan, LocalDate date, decimal net, decimal credit, List<LineFlow> rows)
    {
        if (_book.ValueIfAny(TaxRuleKind.MixedAssetThreshold, date) is not { } threshold || InCaseCurrency(threshold, date) is not { } limit || net <= limit)
        {
            return;
        }

        int months = 12 * (int)_book.Value(TaxRuleKind.MixedAssetYears, date);
        LocalDate first = InUse(date).PlusMonths(plan.Treatment.Kind == TaxTreatmentKind.Amortized ? 0 : 1);
        decimal back = credit * _exempt;
        decimal done = 0;
        for (int month = 0; month < months; month++)
        {
            LocalDate on = first.PlusMonths(month + 1).PlusDays(-1);
            bool isLast = month == months - 1 || first.PlusMonths(month + 2).PlusDays(-1) >= _end;
            if (on >= _end || (on.Month != 12 && !isLast))
            {
                continue;
            }

            decimal until = back * (month + 1) / months;
            decimal amount = until - done;
            done = until;
            _credits.Add((on, -amount));
            decimal paid = amount * (1 + Surcharge);
            rows.Add(On(on, paid));
            _deductions.Add((on, paid));
        }
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
                ? (_tax.BenefitVatRate ?? _book.Value(IsGeneral ? TaxRuleKind.VatOnGoods : TaxRuleKind.VatLevy, flow.Date)) * (1 - _exempt)
                : 0;
            decimal net = isIncluded && rate != 0 ? flow.Amount / (1 + rate) : flow.Amount;
            net = Surcharge == 0 ? net : net - (Surcharge * rate * net);
            rows[i] = flow.Of(net);
            _income.Add((flow.Date, net));
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

        _book.Say(new Message("tax.noYuanRate", Currency.Cny.NameArgument("from"), _case.Currency.NameArgument("to"), MessageArgument.Date("date", date)));
        return null;
    }
}
