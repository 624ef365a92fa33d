using System.Globalization;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What figures need step by step: cumulative flows by month for the payback, net present values over rates for the internal rate of return.</summary>
internal sealed class CalculationSheet
{
    private const int FirstRow = 5;
    private const int PaybackWidth = 12;
    private const int RateWidth = 8;
    private const int Rates = 121;
    private const int Halvings = 40;

    /// <summary>Rates are looked for from 1 + rate = e^-20 to e^10, on long periods only so far that powers stay numbers.</summary>
    private const double LeastGrowth = -20;
    private const double MostGrowth = 10;
    private const double MostPower = 600;

    /// <summary>A cumulative flow this near 0, in parts of all that has flowed, is 0.</summary>
    private const double Nearly = 1e-12;

    private const double RateTolerance = 1e-9;

    private readonly BookBasis _basis;
    private readonly FlowRanges _flows;
    private readonly int _periods;

    internal CalculationSheet(BookBasis basis, string id, FlowRanges flows, int periods)
    {
        _basis = basis;
        _flows = flows;
        _periods = periods;
        Sheet = basis.Sheet(id, FirstRow - 1);
        Sheet.Add(BookCell.Of(basis.Say("book." + id + ".title"), CellStyle.Title));
        Sheet.Add(BookCell.Of(basis.Say("book.calculation.note"), CellStyle.Plain));
        for (int p = 0; p < periods; p++)
        {
            Payback(p);
            Rate(p);
        }
    }

    internal BookSheet Sheet { get; }

    /// <summary>First and durable payback of a period, simple and discounted, as formulas.</summary>
    internal string FirstPayback(int period, bool isDiscounted) => Payback(period, isDiscounted, "IF(COUNT({1})=0,{2},MIN({1}))");

    internal string DurablePayback(int period, bool isDiscounted) => Payback(period, isDiscounted, "IF(COUNT({1})=0,{2},IF({3}=1,{2},MAX({1})))");

    /// <summary>The internal rate of return of a period as a formula; none where the search does not give what the library proves now.</summary>
    /// <param name="period">The period.</param>
    /// <param name="rate">The rate of the library, null for none.</param>
    /// <param name="status">What the library says of the rates.</param>
    internal string? InternalRate(int period, double? rate, RateStatus? status)
    {
        if (!_rootOf.TryGetValue(period, out (string Count, string Growth, int CountNow, double RateNow) root))
        {
            return null;
        }

        bool isSame = rate is { } known ? root.CountNow == 1 && Math.Abs(known - root.RateNow) < RateTolerance * (1 + Math.Abs(known)) : root.CountNow == 0 && status == RateStatus.None;
        string none = _basis.Say("book.notApplicable");
        string several = _basis.Say("book.severalRates");
        return isSame ? $"IF({root.Count}=1,EXP({root.Growth})-1,IF({root.Count}=0,\"{none}\",\"{several}\"))" : null;
    }

    /// <summary>How many changes of sign the net present value has over the rates, and the rate at the only one: by cells, and now.</summary>
    private readonly Dictionary<int, (string Count, string Growth, int CountNow, double RateNow)> _rootOf = [];

    private string Payback(int period, bool isDiscounted, string form)
    {
        int column = (period * PaybackWidth) + (isDiscounted ? 6 : 1);
        int last = FirstRow + Steps(period);
        string negative = Sheet.Absolute(column + 3, FirstRow, last);
        return "IF(SUM(" + negative + ")=0,0," + form.Replace("{1}", Sheet.Absolute(column + 4, FirstRow, last)).Replace("{2}", Quoted("book.notApplicable")).Replace("{3}", Sheet.Absolute(column + 3, last)) + ")";
    }

    private string Quoted(string id) => "\"" + _basis.Say(id) + "\"";

    private int Steps(int period) => _basis.Flows.StepsOf(_basis.Evaluation.Periods[period]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Payback(int p)
    {
        PeriodResult period = _basis.Evaluation.Periods[p];
        int first = p * PaybackWidth;
        Sheet.Put(3, first, BookCell.Of(_basis.NameOf(period), CellStyle.Heading));
        string[] headings = ["book.step", "book.flow.Net", "book.flow.Cumulative", "book.size", "book.negative", "book.crossing", "book.flow.Discounted", "book.flow.CumulativeDiscounted", "book.size", "book.negative", "book.crossing"];
        for (int i = 0; i < headings.Length; i++)
        {
            Sheet.Put(4, first + i, _basis.Heading(headings[i]));
        }

        int end = BookBasis.Serial(period.End);
        for (int step = 0; step <= Steps(p); step++)
        {
            Sheet.Put(FirstRow + step, first, BookCell.Of((decimal)step, CellStyle.FixedNumber));
        }

        Cumulated(p, first, 1, _flows.Net(p), _flows.NetValues(p), end);
        Cumulated(p, first, 6, _flows.Discounted(p), _flows.DiscountedValues(p), end);
    }

    private void Cumulated(int p, int first, int at, string flows, double[] values, int end)
    {
        double cumulative = 0, size = 0;
        bool wasNegative = false;
        string stepColumn = BookSheet.Column(first), net = BookSheet.Column(first + at), sum = BookSheet.Column(first + at + 1), all = BookSheet.Column(first + at + 2);
        string negative = BookSheet.Column(first + at + 3);
        string perStep = Text(_basis.Flows.MonthsPerStep);
        for (int step = 0; step <= Steps(p); step++)
        {
            int row = FirstRow + step;
            double amount = 0;
            for (int i = 0; i < values.Length; i++)
            {
                amount += _flows.StepValues[i] == step && _flows.DateValues[i] < end ? values[i] : 0;
            }

            double before = cumulative;
            cumulative += amount;
            size += Math.Abs(amount);
            bool isNegative = cumulative < -Nearly * size;
            Sheet.Put(row, first + at, BookCell.Computed(
                $"SUMIFS({flows},{_flows.Steps},{stepColumn}{row},{_flows.Dates},\"<\"&{_basis.Periods[p].End})", amount, CellStyle.Money));
            Sheet.Put(row, first + at + 1, BookCell.Computed(step == 0 ? $"{net}{row}" : $"{sum}{row - 1}+{net}{row}", cumulative, CellStyle.Money));
            Sheet.Put(row, first + at + 2, BookCell.Computed(step == 0 ? $"ABS({net}{row})" : $"{all}{row - 1}+ABS({net}{row})", size, CellStyle.Money));
            Sheet.Put(row, first + at + 3, BookCell.Computed($"IF({sum}{row}<-1E-12*{all}{row},1,0)", isNegative ? 1m : 0m, CellStyle.FixedNumber));
            if (step > 0)
            {
                string formula = $"IF(AND({negative}{row - 1}=1,{negative}{row}=0),({stepColumn}{row}-1+MIN(1,-{sum}{row - 1}/{net}{row}))*{perStep},\"\")";
                Sheet.Put(row, first + at + 4, wasNegative && !isNegative
                    ? BookCell.Computed(formula, (step - 1 + Math.Min(1, -before / amount)) * _basis.Flows.MonthsPerStep, CellStyle.Months)
                    : BookCell.Computed(formula, string.Empty, CellStyle.Months));
            }

            wasNegative = isNegative;
        }
    }

    private void Rate(int p)
    {
        PeriodResult period = _basis.Evaluation.Periods[p];
        if (period.WholeYears == 0 || _flows.DateValues.Length == 0)
        {
            return;
        }

        int first = (_periods * PaybackWidth) + (p * RateWidth);
        int end = BookBasis.Serial(period.End);
        double[] net = _flows.NetValues(p);
        double Value(double growth)
        {
            double sum = 0;
            for (int i = 0; i < net.Length; i++)
            {
                sum += _flows.DateValues[i] < end ? net[i] * Math.Exp(-growth * _flows.YearValues[i]) : 0;
            }

            return sum;
        }

        string ValueOf(string growth) =>
            $"SUMPRODUCT(({_flows.Dates}<{_basis.Periods[p].End})*{_flows.Net(p)}*EXP(-{growth}*{_flows.Years}))";
        Sheet.Put(3, first, BookCell.Of(_basis.NameOf(period), CellStyle.Heading));
        string[] headings = ["book.growth", "book.value", "book.change", "book.low", "book.high", "book.middle", "book.value"];
        for (int i = 0; i < headings.Length; i++)
        {
            Sheet.Put(4, first + i, _basis.Heading(headings[i]));
        }

        string[] c = [.. Enumerable.Range(first, RateWidth).Select(BookSheet.Column)];
        int last = FirstRow + Rates - 1;
        double least = Math.Max(LeastGrowth, -MostPower / (period.Years + 1)), most = Math.Min(MostGrowth, MostPower / (period.Years + 1));
        double[] growths = [.. Enumerable.Range(0, Rates).Select(i => least + ((most - least) * i / (Rates - 1)))];
        double[] values = [.. growths.Select(Value)];
        int changes = 0;
        int at = 1;
        for (int i = 0; i < Rates; i++)
        {
            int row = FirstRow + i;
            Sheet.Put(row, first, BookCell.Of(growths[i], CellStyle.FixedNumber));
            Sheet.Put(row, first + 1, BookCell.Computed(ValueOf(c[0] + Text(row)), values[i], CellStyle.Money));
            if (i > 0)
            {
                bool isChange = values[i] < 0 != values[i - 1] < 0;
                (changes, at) = isChange ? (changes + 1, i) : (changes, at);
                Sheet.Put(row, first + 2, BookCell.Computed($"IF(({c[1]}{row}<0)<>({c[1]}{row - 1}<0),1,0)", isChange ? 1m : 0m, CellStyle.FixedNumber));
            }
        }

        string count = $"SUM({Sheet.Absolute(first + 2, FirstRow + 1, last)})";
        string flags = $"${c[2]}${FirstRow + 1}:${c[2]}${last}";
        double low = changes == 1 ? growths[at - 1] : 0, high = changes == 1 ? growths[at] : 0, atLow = changes == 1 ? values[at - 1] : 0;
        double middle = 0;
        for (int i = 0; i < Halvings; i++)
        {
            int row = FirstRow + i;
            middle = (low + high) / 2;
            double value = Value(middle);
            string sign = $"SUMPRODUCT({flags},${c[1]}${FirstRow}:${c[1]}${last - 1})";
            Sheet.Put(row, first + 3, BookCell.Computed(
                i == 0 ? $"IF({count}=1,SUMPRODUCT({flags},${c[0]}${FirstRow}:${c[0]}${last - 1}),0)" : $"IF({c[6]}{row - 1}*{sign}>0,{c[5]}{row - 1},{c[3]}{row - 1})", low, CellStyle.FixedNumber));
            Sheet.Put(row, first + 4, BookCell.Computed(
                i == 0 ? $"IF({count}=1,SUMPRODUCT({flags},${c[0]}${FirstRow + 1}:${c[0]}${last}),0)" : $"IF({c[6]}{row - 1}*{sign}>0,{c[4]}{row - 1},{c[5]}{row - 1})", high, CellStyle.FixedNumber));
            Sheet.Put(row, first + 5, BookCell.Computed($"({c[3]}{row}+{c[4]}{row})/2", middle, CellStyle.FixedNumber));
            Sheet.Put(row, first + 6, BookCell.Computed(ValueOf(c[5] + Text(row)), value, CellStyle.Money));
            (low, high) = value * atLow > 0 ? (middle, high) : (low, middle);
        }

        _rootOf[p] = (count, Sheet.Absolute(first + 5, FirstRow + Halvings - 1), changes, Math.Exp(middle) - 1);
    }
}
