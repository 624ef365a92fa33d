using System.Globalization;

namespace TcmCrm.Roi.Benefits;

/// <summary>Numbers in the texts of warnings.</summary>
internal static class Percentage
{
    internal static string Text(decimal fraction) => (fraction * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    internal static string Number(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
