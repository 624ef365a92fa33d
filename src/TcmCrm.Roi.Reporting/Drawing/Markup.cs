using System.Globalization;
using System.Text;

namespace TcmCrm.Roi.Reporting.Drawing;

/// <summary>Texts and numbers within HTML, SVG and CSS.</summary>
internal static class Markup
{
    /// <summary>A text that may stand between tags and in a quoted attribute: it cannot become markup, whatever a name holds.</summary>
    internal static string Text(string text)
    {
        StringBuilder? escaped = null;
        for (int i = 0; i < text.Length; i++)
        {
            string? entity = text[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '`' => "&#96;",
                // XML and HTML have no way to write these.
                '\uFFFE' or '\uFFFF' or '\0' => "\uFFFD",
                _ => null,
            };
            if (entity is not null)
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
                escaped.Append(entity);
            }
            else
            {
                escaped?.Append(text[i]);
            }
        }

        return escaped?.ToString() ?? text;
    }

    /// <summary>A quoted text of CSS: everything but letters, digits, spaces and what is beyond ASCII by its number.</summary>
    internal static string Style(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' || c >= 0xA0)
            {
                quoted.Append(c);
            }
            else
            {
                quoted.Append('\\').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A coordinate, to a tenth of a unit.</summary>
    internal static string Number(double value)
    {
        double rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
