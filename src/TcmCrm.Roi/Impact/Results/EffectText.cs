namespace TcmCrm.Roi.Impact;

/// <summary>Numbers of effects as parts of messages, each in its unit.</summary>
internal static class EffectText
{
    public static Message Of(double value, EffectUnit unit) => unit switch
    {
        EffectUnit.Relative => new("effect.relative", MessageArgument.Ratio("value", value)),
        EffectUnit.Share => new("effect.share", MessageArgument.Number("points", 100 * value, 1)),
        EffectUnit.ScorePoints => new("effect.points", MessageArgument.Number("points", value, 2)),
        _ => new("effect.amount", Plain("value", value)),
    };

    public static MessageArgument Part(string name, double value, EffectUnit unit) => MessageArgument.Part(name, Of(value, unit));

    /// <summary>A number in the unit of the KPI with four significant digits or all those before the point.</summary>
    public static MessageArgument Plain(string name, double value)
    {
        double size = Math.Abs(value);
        int decimals = size >= 1000 || size == 0 ? 0 : Math.Min(12, 3 - (int)Math.Floor(Math.Log10(size)));
        return MessageArgument.Number(name, value, decimals);
    }

    /// <summary>A count of months or customers with the decimals that it has, three at most.</summary>
    public static MessageArgument Count(string name, double count)
    {
        int decimals = 0;
        while (decimals < 3 && Math.Abs(Math.Round(count, decimals) - count) >= 0.0005)
        {
            decimals++;
        }

        return MessageArgument.Number(name, count, decimals);
    }

    /// <summary>A confidence level without a decimal that says nothing.</summary>
    public static MessageArgument Level(string name, double level)
    {
        decimal tenths = decimal.Round((decimal)level * 1000m, MidpointRounding.AwayFromZero);
        return MessageArgument.Part(name, new Message(tenths % 10 == 0 ? "confidenceLevel" : "confidenceLevel.tenths", MessageArgument.Ratio("level", level)));
    }

    /// <summary>A p-value, which is never printed as zero.</summary>
    public static MessageArgument PValue(double p) =>
        MessageArgument.Part("p", new Message(p < 0.001 ? "pValue.small" : "pValue", MessageArgument.Number("p", p, 3)));
}
