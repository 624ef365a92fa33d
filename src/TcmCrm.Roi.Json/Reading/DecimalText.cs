namespace TcmCrm.Roi.Json.Reading;

/// <summary>Reads a number in JSON's own form into a decimal, exactly or not at all.</summary>
internal static class DecimalText
{
    // A decimal holds 28 digits of any value, and 29 of some; the promise to lose nothing is kept by the 28.
    private const int MostDigits = 28;

    /// <summary>Tries to read a number: <c>-12</c>, <c>0.50</c>, <c>1.5e3</c>. Trailing zeros of the fraction are kept.</summary>
    /// <returns>What was found; the value is sound for <see cref="Outcome.Exact"/> only.</returns>
    public static Outcome Read(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0m;
        int i = 0;
        bool negative = text.Length > 0 && text[0] == (byte)'-';
        if (negative)
        {
            i++;
        }

        int firstDigit = i;
        ulong low = 0;
        int digits = 0, scale = 0;
        decimal wide = 0m;
        bool isWide = false;
        bool fraction = false, tooLong = false;
        for (; i < text.Length; i++)
        {
            byte b = text[i];
            if (b == (byte)'.')
            {
                if (fraction || i == firstDigit)
                {
                    return Outcome.NotANumber;
                }

                fraction = true;
                continue;
            }

            int digit = b - '0';
            if ((uint)digit > 9)
            {
                break;
            }

            scale += fraction ? 1 : 0;
            if (digits > 0 || digit != 0)
            {
                digits++;
            }

            if (digits > MostDigits || scale > MostDigits)
            {
                tooLong = true;
            }
            else if (digits <= 18)
            {
                low = (low * 10) + (ulong)digit;
            }
            else
            {
                wide = ((isWide ? wide : low) * 10m) + digit;
                isWide = true;
            }
        }

        bool leadingZero = text.Length > firstDigit + 1 && text[firstDigit] == (byte)'0' && (uint)(text[firstDigit + 1] - '0') <= 9;
        if (i == firstDigit || text[i - 1] == (byte)'.' || leadingZero)
        {
            return Outcome.NotANumber;
        }

        int exponent = 0;
        if (i < text.Length && !Exponent(text.Slice(i), out exponent))
        {
            return Outcome.NotANumber;
        }

        if (tooLong)
        {
            return Outcome.TooLong;
        }

        scale -= exponent;
        decimal number = isWide ? wide : low;
        if (number == 0m)
        {
            value = new decimal(0, 0, 0, false, (byte)Math.Max(0, Math.Min(scale, MostDigits)));
            return Outcome.Exact;
        }

        if (scale > MostDigits || digits - scale > MostDigits)
        {
            return Outcome.TooLong;
        }

        if (!isWide && scale >= 0)
        {
            value = new decimal((int)low, (int)(low >> 32), 0, negative, (byte)scale);
            return Outcome.Exact;
        }

        for (; scale < 0; scale++)
        {
            number *= 10m;
        }

        int[] parts = decimal.GetBits(number);
        value = new decimal(parts[0], parts[1], parts[2], negative, (byte)scale);
        return Outcome.Exact;
    }

    private static bool Exponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        if (text[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        int i = 1;
        bool negative = text.Length > 1 && text[1] == (byte)'-';
        if (negative || (text.Length > 1 && text[1] == (byte)'+'))
        {
            i++;
        }

        if (i == text.Length)
        {
            return false;
        }

        for (; i < text.Length; i++)
        {
            int digit = text[i] - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            exponent = Math.Min((exponent * 10) + digit, 100_000);
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }

    internal enum Outcome
    {
        Exact,
        NotANumber,
        TooLong,
    }
}
