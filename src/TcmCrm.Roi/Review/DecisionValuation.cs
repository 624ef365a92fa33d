using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>Values the decisions that are open at the end of the review's month.</summary>
internal sealed class DecisionValuation
{
    private readonly ReviewContext _context;
    private readonly ExpectedFlows _flows;
    private readonly ReviewMonths _months;
    private readonly int _end;
    private readonly double _rate;
    private readonly Money _below;
    private readonly Money _above;

    internal DecisionValuation(ReviewContext context, ExpectedFlows flows, ReviewMonths months, int end, HorizonForecast longest)
    {
        _context = context;
        _flows = flows;
        _months = months;
        _end = end;
        _rate = (double)(context.Plan.Terms.DiscountRate ?? 0);
        _below = longest.Forecast.Benefit - longest.BenefitLower + (longest.CostUpper - longest.Forecast.Cost);
        _above = longest.BenefitUpper - longest.Forecast.Benefit + (longest.Forecast.Cost - longest.CostLower);
    }

    internal DecisionValue[] All()
    {
        decimal go = Net(_months.AsOf + 1, _end);
        return [Continue(go), Fix(go), Renegotiate(go), Extend(go), Exit()];
    }

    private DecisionValue Continue(decimal go) => Value(
        DecisionKind.Continue,
        go,
        _context.Today,
        "As forecast, to the end of the longest evaluation period.",
        "按预测继续执行至最长评估周期结束。");

    private DecisionValue Fix(decimal go)
    {
        ReviewPolicy policy = _context.Policy;
        double sum = 0;
        for (int month = _months.AsOf + 1; month < _end; month++)
        {
            int waited = month - _months.AsOf;
            double reached = policy.FixMonths == 0 ? 1 : Math.Min(1, waited / (double)policy.FixMonths);
            sum += (double)_flows.Gap[month] * reached * Factor(month);
        }

        decimal gain = Round((decimal)(sum * (double)policy.FixEffect.Value));
        Money cost = _context.FixCost ?? Money.Zero(_context.Plan.Currency);
        string most = _context.Text(gain);
        return gain == 0
            ? None(DecisionKind.Fix, "No benefit is forecast below its plan.", "没有预测低于计划的收益。")
            : Value(
                DecisionKind.Fix,
                go + gain - cost.Amount,
                _context.Today,
                $"{policy.FixEffect} of the gap to plan is closed within {policy.FixMonths} months, at a cost of {_context.Text(cost.Amount)}; worth doing up to {most}.",
                $"{policy.FixMonths} 个月内弥补与计划差距的 {policy.FixEffect},整改费用 {_context.ChineseText(cost.Amount)};投入不超过 {_context.ChineseText(gain)} 即值得。");
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
            for (int month = Math.Max(_months.IndexOf(renewal), _months.AsOf + 1); month < _end; month++)
            {
                saving += (double)(ExpectedFlows.CostOf(line, month) * unused) * Factor(month);
            }
        }

        decimal gain = Round((decimal)saving);
        return gain == 0
            ? None(
                DecisionKind.Renegotiate,
                "Needs seats in use and the renewal terms of their contract, and unused seats after the renewal.",
                "需要席位使用数据和合同续约条款,且续约后仍有闲置席位。")
            : Value(
                DecisionKind.Renegotiate,
                go + gain,
                from,
                $"The seats that stand unused are not renewed: saves {_context.Text(gain)}.",
                $"续约时不再续订闲置席位:节省 {_context.ChineseText(gain)}。");
    }

    private DecisionValue Extend(decimal go) => Value(
        DecisionKind.Extend,
        go + Net(Math.Max(_end, _months.AsOf + 1), _end + _context.Policy.ExtensionMonths),
        _months.MonthAt(_end).OnDayOfMonth(1),
        $"{_context.Policy.ExtensionMonths} months more, on the recurring lines of the case and at the pace that was reached.",
        $"在最长评估周期之后再使用 {_context.Policy.ExtensionMonths} 个月,沿用案例中的经常性项目和当前实现水平。");

    private DecisionValue Exit()
    {
        LocalDate exit = _context.Today;
        foreach (ContractTerms contract in _context.Contracts)
        {
            LocalDate renewal = contract.RenewalOpenOn(_context.Today);
            exit = renewal > exit ? renewal : exit;
        }

        int end = Math.Min(_months.IndexOf(exit), _months.Count);
        decimal value = Net(_months.AsOf + 1, end);
        decimal share = _end > _months.AsOf + 1 ? Math.Min(1, (end - _months.AsOf - 1) / (decimal)(_end - _months.AsOf - 1)) : 0;
        return new DecisionValue(
            DecisionKind.Exit,
            Figure.Of(new Money(value, _context.Plan.Currency)),
            Part(_below, share),
            Part(_above, share),
            exit,
            _context.Contracts.Count == 0
                ? "Use and payments stop at once; no contract terms are given, and no cost of leaving."
                : "Use and payments go on until the last contract can end, and no cost of leaving is known.",
            _context.Contracts.Count == 0
                ? "立即停止使用和付款;未提供合同条款,也未计退出费用。"
                : "使用和付款持续至最后一份合同可终止之日,未计退出费用。");
    }

    private Money Part(Money money, decimal share) => new(Round(money.Amount * share), money.Currency);

    private DecisionValue Value(DecisionKind kind, decimal value, LocalDate from, string english, string chinese) =>
        new(kind, Figure.Of(new Money(value, _context.Plan.Currency)), _below, _above, from, english, chinese);

    private DecisionValue None(DecisionKind kind, string english, string chinese) =>
        new(kind, Figure.NotApplicable<Money>(NotApplicableReason.MissingInput), _below, _above, _context.Today, english, chinese);

    private decimal Net(int first, int end)
    {
        double sum = 0;
        for (int month = first; month < Math.Min(end, _months.Count); month++)
        {
            sum += (double)(_flows.Benefit[month] - _flows.Cost[month]) * Factor(month);
        }

        return Round((decimal)sum);
    }

    private double Factor(int month) => Math.Pow(1 + _rate, -(month - _months.AsOf) / 12.0);

    private decimal Round(decimal amount) => decimal.Round(amount, _context.Plan.Currency.MinorUnitDigits, MidpointRounding.AwayFromZero);
}
