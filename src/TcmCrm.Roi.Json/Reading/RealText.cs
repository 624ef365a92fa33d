using System.Globalization;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Numbers that the core holds as double, in documents: written with as few digits as give the same number again, on every platform.</summary>
internal static class RealText
{
    /// <summary>The decimal that stands in a document; exact for 0 and for what is at least 1e-9 from it and below 1e9.</summary>
    public static decimal Of(double value) => decimal.Parse(Shortest(value), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>15 digits, or 16 or 17 where it takes them to give the same number again, without trailing zeros.</summary>
    public static string Shortest(double value)
    {
        foreach (string format in new[] { "G15", "G16" })
        {
            string text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture) == value)
            {
                return text;
            }
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>The number that a decimal of a document means: by its text, since conversions of decimals differ in the last bit from host to host.</summary>
    public static double Read(decimal number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static string Text(double value) => Of(value).ToString(CultureInfo.InvariantCulture);
}
