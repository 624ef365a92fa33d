using System;
using System.Collections.Generic;
using System.Globalization;
using TcmCrm.Roi;
using TcmCrm.Roi.Returns;

namespace RoiPlugin;

/// <summary>Figures as lines of text, exact to the last bit: name, tab, kind, tab, value.</summary>
internal sealed class FigureList
{
    private readonly List<string> _lines = new();

    internal void Add(string name, Money amount) =>
        _lines.Add($"{name}\tmoney\t{amount.Currency.Code} {amount.Amount.ToString(CultureInfo.InvariantCulture)}");

    internal void Add(string name, decimal ratio) => _lines.Add($"{name}\tdecimal\t{ratio.ToString(CultureInfo.InvariantCulture)}");

    internal void Add(string name, double number) =>
        _lines.Add($"{name}\tdouble\t{BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture)} {number.ToString("R", CultureInfo.InvariantCulture)}");

    internal void Add(string name, string text) => _lines.Add($"{name}\ttext\t{text}");

    /// <summary>A sentence with numbers in it: .NET Framework prints a double with up to 17 digits where newer runtimes take the shortest form.</summary>
    internal void AddProse(string name, string text) => _lines.Add($"{name}\tprose\t{text}");

    internal void Add(string name, Figure<Money> figure)
    {
        if (figure.TryGetValue(out Money value))
        {
            Add(name, value);
        }
        else
        {
            Add(name, figure.Reason.ToString()!);
        }
    }

    internal void Add(string name, Figure<decimal> figure)
    {
        if (figure.TryGetValue(out decimal value))
        {
            Add(name, value);
        }
        else
        {
            Add(name, figure.Reason.ToString()!);
        }
    }

    internal void Add(string name, Figure<double> figure)
    {
        if (figure.TryGetValue(out double value))
        {
            Add(name, value);
        }
        else
        {
            Add(name, figure.Reason.ToString()!);
        }
    }

    public override string ToString() => string.Join("\n", _lines) + "\n";
}
