using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

/// <summary>KPIs and their values as arguments of findings.</summary>
internal static class KpiWords
{
    private const int MostDecimals = 4;

    /// <summary>A value in its unit: a ratio in per cent, money in the currency of the case.</summary>
    internal static MessageArgument Value(string name, KpiDefinition definition, decimal value, Currency currency) => definition.Unit switch
    {
        KpiUnit.Ratio => MessageArgument.Ratio(name, value),
        KpiUnit.Money => MessageArgument.Money(name, new Money(value, currency)),
        _ => Number(name, value),
    };

    /// <summary>A change a month: of a ratio in percentage points.</summary>
    internal static Message ChangeOf(KpiDefinition definition, decimal change) => definition.Unit == KpiUnit.Ratio
        ? new Message("monthlyChange.points", Number("change", change * 100))
        : new Message("monthlyChange.number", Number("change", change));

    /// <summary>A number with as many decimals as it has, at most four.</summary>
    internal static MessageArgument Number(string name, decimal value)
    {
        int decimals = 0;
        while (decimals < MostDecimals && decimal.Round(value, decimals) != decimal.Round(value, MostDecimals))
        {
            decimals++;
        }

        return MessageArgument.Number(name, value, decimals);
    }
}
