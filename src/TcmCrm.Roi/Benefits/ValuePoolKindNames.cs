namespace TcmCrm.Roi.Benefits;

/// <summary>Display names of <see cref="ValuePoolKind"/>.</summary>
public static class ValuePoolKindNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="kind">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this ValuePoolKind kind) => Names(kind).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="kind">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this ValuePoolKind kind) => Names(kind).English;

    private static (string Chinese, string English) Names(ValuePoolKind kind) => kind switch
    {
        ValuePoolKind.Revenue => ("销售收入", "Revenue"),
        ValuePoolKind.Hours => ("工时", "Hours"),
        ValuePoolKind.Customers => ("客户数", "Customers"),
        _ => throw Check.OutOfRange(nameof(kind), kind, "a named value of ValuePoolKind"),
    };
}
