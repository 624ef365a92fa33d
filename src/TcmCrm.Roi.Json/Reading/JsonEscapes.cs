using System.Globalization;
using System.Text;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Resolves the escapes of a JSON string whose form has already been checked.</summary>
internal static class JsonEscapes
{
    /// <summary>Returns the text, or null when an escaped surrogate stands alone.</summary>
    public static string? Resolve(ReadOnlySpan<byte> raw)
    {
        string text = Encoding.UTF8.GetString(raw.ToArray());
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c != '\\')
            {
                result.Append(c);
                continue;
            }

            i++;
            switch (text[i])
            {
                case 'b': result.Append('\b'); break;
                case 'f': result.Append('\f'); break;
                case 'n': result.Append('\n'); break;
                case 'r': result.Append('\r'); break;
                case 't': result.Append('\t'); break;
                case 'u':
                    result.Append((char)ushort.Parse(text.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                default: result.Append(text[i]); break;
            }
        }

        for (int i = 0; i < result.Length; i++)
        {
            if (char.IsSurrogate(result[i]))
            {
                if (!char.IsHighSurrogate(result[i]) || i + 1 == result.Length || !char.IsLowSurrogate(result[i + 1]))
                {
                    return null;
                }

                i++;
            }
        }

        return result.ToString();
    }
}
