using System.Globalization;
using System.Text;
using NodaTime;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Spreadsheets;

namespace TcmCrm.Roi.Fuzz.Tests.Targets;

/// <summary>Single texts: numbers, dates and months of cells, periods, currencies, ids of lines.</summary>
internal sealed class TextTarget : FuzzTarget
{
    private static readonly string[] Pieces =
    [
        "1", "0", "9", "12", "2025", "2024", "31", "-", "/", ".", ",", " ", "年", "月", "日", "第", "季度", "Q1", "Mar", "P", "Y", "M", "D", "E", "e+", "%", "％", "￥", "¥", "$", "CNY", "万", "亿", "元", "(", ")",
        "（", "）", "＋", "－", "１", "，", "\u3000", "\t", "𠮷", "\ud842", "一", "二〇", "十", "'", "=", "1e308", "79228162514264337593543950335", "∞", "NaN", "\0",
    ];

    internal override string Name => "single texts (numbers, dates, periods)";

    internal override string Laws => "parsed or not, without an exception; a period and a line id that were parsed print a text that parses to the same";

    internal override byte[] Next(Random random)
    {
        var text = new StringBuilder();
        for (int pieces = random.Next(1, 8); pieces > 0; pieces--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return Encoding.Unicode.GetBytes(text.ToString());
    }

    internal override (bool IsSound, string Answer) Examine(byte[] input)
    {
        string text = new(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(input));
        bool isNumber = CellText.TryParseNumber(text, out decimal number, out string? currency);
        bool isDate = CellText.TryParseDate(text, out LocalDate date);
        bool isMonth = CellText.TryParseMonth(text, out YearMonth month);
        bool isPeriod = EvaluationPeriod.TryParse(text, out EvaluationPeriod? period, out _);
        if (isPeriod)
        {
            Assert.Equal(period, EvaluationPeriod.Parse(period!.ToString()));
        }

        bool isCurrency = Currency.TryOf(text, out Currency code);
        return (isNumber || isDate || isMonth || isPeriod || isCurrency, string.Create(
            CultureInfo.InvariantCulture, $"{isNumber}{number}{currency}{isDate}{date:uuuu-MM-dd}{isMonth}{month:uuuu-MM}{period}{code}"));
    }
}
