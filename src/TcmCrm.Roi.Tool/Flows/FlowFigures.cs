using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tool.Flows;

/// <summary>All figures of one series: dated forms when it has dates, periodic forms when not.</summary>
internal sealed class FlowFigures
{
    private readonly FlowLine _line;
    private readonly double[] _amounts;

    /// <summary>Years from the earliest flow, ascending; null for periodic flows.</summary>
    private readonly double[]? _years;

    internal FlowFigures(FlowLine line)
    {
        _line = line;
        _amounts = line.Amounts;
        if (line.Dates is { } dates)
        {
            // Stable, so that flows of one date keep their order.
            int[] order = [.. Enumerable.Range(0, dates.Length).OrderBy(i => dates[i])];
            _amounts = [.. order.Select(i => line.Amounts[i])];
            _years = [.. order.Select(i => line.DayCount!.Value.YearFraction(dates[order[0]], dates[i]))];
        }

        InternalRates = _years is null ? InternalRateOfReturn.Periodic(_amounts) : InternalRateOfReturn.Timed(_amounts, _years);
        SelectedRate = line.RateSelection is { } selection && InternalRates.Status == RateStatus.Multiple ? Selected(selection) : InternalRates.ToFigure();
        NetPresentValue = WithRate(line.Rate, Value);
        NetFutureValue = WithRate(line.Rate, rate => _years is null
            ? Returns.NetPresentValue.FutureValuePeriodic(_amounts, rate)
            : Returns.NetPresentValue.FutureValueTimed(_amounts, _years, rate));
        ModifiedRate = Modified();
        First = Payback(PaybackKind.First, 0);
        Durable = Payback(PaybackKind.Durable, 0);
        DiscountedFirst = WithRate(line.Rate, rate => Payback(PaybackKind.First, rate));
        DiscountedDurable = WithRate(line.Rate, rate => Payback(PaybackKind.Durable, rate));
        ProfitabilityIndex = WithRate(line.Rate, OnInitialInvestment);
        ProfitabilityIndexOnAllOutflows = WithRate(line.Rate, rate => Returns.ProfitabilityIndex.OnAllOutflows(_amounts, Times(), rate));
    }

    /// <summary>The figures of an item, or what is wrong with it: one series that cannot be computed must not end the run.</summary>
    internal static Message? TryOf(FlowItem item, FlowDefaults defaults, out FlowFigures? figures)
    {
        figures = null;
        if (item.Series is not { } series)
        {
            return item.Error;
        }

        try
        {
            figures = new FlowFigures(series.Over(defaults));
            return null;
        }
        catch (Exception e) when (e is ArgumentException or ArithmeticException or InvalidOperationException)
        {
            return new Message("flows.noFigures", MessageArgument.Part("reason", Told.Said(e)));
        }
    }

    internal string Id => _line.Id;

    internal InternalRateOfReturnResult InternalRates { get; }

    /// <summary>The only rate, or of several the one that the command line picks.</summary>
    internal Figure<double> SelectedRate { get; }

    /// <summary>The policy by which it was picked; null where nothing was to be picked.</summary>
    internal RateSelection? Selection => InternalRates.Status == RateStatus.Multiple ? _line.RateSelection : null;

    internal Figure<double> NetPresentValue { get; }

    internal Figure<double> NetFutureValue { get; }

    internal Figure<double> ModifiedRate { get; }

    internal Figure<double> First { get; }

    internal Figure<double> Durable { get; }

    internal Figure<double> DiscountedFirst { get; }

    internal Figure<double> DiscountedDurable { get; }

    internal Figure<double> ProfitabilityIndex { get; }

    internal Figure<double> ProfitabilityIndexOnAllOutflows { get; }

    /// <summary>What a payback is counted in, from the first flow.</summary>
    internal string PaybackUnit => _years is null ? "periods" : "years";

    private Figure<double> Value(double rate)
    {
        if (_years is null)
        {
            return Returns.NetPresentValue.Periodic(_amounts, rate, _line.Timing!.Value);
        }

        return _line.BaseDate is { } date
            ? Returns.NetPresentValue.Dated(_line.Amounts, _line.Dates!, rate, date, _line.DayCount!.Value)
            : Returns.NetPresentValue.Timed(_amounts, _years, rate);
    }

    private Figure<double> Selected(RateSelection selection) =>
        !selection.Equals(RateSelection.Excel) ? InternalRates.Select(selection)
        : _years is null ? InternalRateOfReturn.ExcelPeriodic(_amounts)
        : InternalRateOfReturn.ExcelTimed(_amounts, _years);

    private Figure<double> Modified()
    {
        double? finance = _line.FinanceRate ?? _line.Rate;
        double? reinvest = _line.ReinvestRate ?? _line.Rate;
        return WithRate(finance, paid => WithRate(reinvest, earned => _years is null
            ? ModifiedInternalRateOfReturn.Periodic(_amounts, paid, earned)
            : ModifiedInternalRateOfReturn.Timed(_amounts, _years, paid, earned)));
    }

    private Figure<double> Payback(PaybackKind kind, double rate) =>
        _years is null ? PaybackPeriod.Periodic(_amounts, kind, rate) : PaybackPeriod.Timed(_amounts, _years, kind, rate);

    private Figure<double> OnInitialInvestment(double rate)
    {
        double[] times = Times();
        double initial = 0;
        for (int i = 0; i < times.Length && times[i] == times[0]; i++)
        {
            initial += _amounts[i];
        }

        // Valued where the initial flow stands, whatever the base date or timing of the net present value.
        return Returns.NetPresentValue.Timed(_amounts, times, rate).TryGetValue(out double value) && double.IsFinite(initial)
            ? Returns.ProfitabilityIndex.OnInitialInvestment(value, initial)
            : Figure.NotApplicable<double>(NotApplicableReason.OutOfRange);
    }

    private double[] Times() => _years ?? [.. Enumerable.Range(0, _amounts.Length).Select(i => (double)i)];

    private Figure<double> WithRate(double? rate, Func<double, Figure<double>> figure) => rate is not { } given
        ? Figure.NotApplicable<double>(NotApplicableReason.NoRate)
        : given <= -1 ? Figure.NotApplicable<double>(NotApplicableReason.RateNotAboveMinusOne)
        : _amounts.Length == 0 ? Figure.NotApplicable<double>(NotApplicableReason.NoFlows)
        : figure(given);
}
