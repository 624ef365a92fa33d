namespace TcmCrm.Roi.Json.Tests.Oracle;

/// <summary>Exponential, logarithm and root in decimals, by series: nothing of it is the library's.</summary>
internal static class Decimals
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;

    public static decimal Power(decimal x, decimal y) => y == 0 || x == 1 ? 1 : Exp(y * Log(x));

    public static decimal Exp(decimal x)
    {
        int halvings = (int)Math.Round(x / Ln2);
        decimal r = x - (halvings * Ln2);
        decimal sum = 1;
        decimal term = 1;
        for (int n = 1; n < 40 && term != 0; n++)
        {
            term *= r / n;
            sum += term;
        }

        for (; halvings > 0; halvings--)
        {
            sum *= 2;
        }

        for (; halvings < 0; halvings++)
        {
            sum /= 2;
        }

        return sum;
    }

    public static decimal Log(decimal x)
    {
        int twos = 0;
        for (; x > 1.5m; twos++)
        {
            x /= 2;
        }

        for (; x < 0.75m; twos--)
        {
            x *= 2;
        }

        // ln x = 2 artanh((x - 1) / (x + 1)).
        decimal z = (x - 1) / (x + 1);
        decimal power = z;
        decimal sum = 0;
        for (int n = 1; n < 120 && power != 0; n += 2)
        {
            sum += power / n;
            power *= z * z;
        }

        return (2 * sum) + (twos * Ln2);
    }

    public static decimal Root(decimal x)
    {
        if (x == 0)
        {
            return 0;
        }

        decimal guess = Math.Max(1, x);
        for (int i = 0; i < 200; i++)
        {
            guess = (guess + (x / guess)) / 2;
        }

        return guess;
    }
}
