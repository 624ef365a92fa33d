using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Rounds amounts to the minor unit of their currency such that printed parts sum to the printed total.</summary>
internal static class Printed
{
    /// <summary>An amount by itself, 四舍五入.</summary>
    public static decimal Total(decimal exact, int digits) => decimal.Round(exact, digits, MidpointRounding.AwayFromZero);

    /// <summary>Parts in whole minor units that sum to the printed total; see <see cref="PrintedParts"/>.</summary>
    /// <param name="exact">The parts, of either sign.</param>
    /// <param name="total">The printed total.</param>
    /// <param name="digits">Digits of the minor unit.</param>
    public static decimal[] Parts(IReadOnlyList<decimal> exact, decimal total, int digits) =>
        [.. PrintedParts.Of(exact, total, PrintedParts.MinorUnit(digits))];
}
