using System.Text;

namespace TcmCrm.Roi.Kpis;

/// <summary>Customers by name: full-width letters, digits, brackets and spaces are those of half width, and spaces beside Chinese characters say nothing.</summary>
internal sealed class CustomerKeys
{
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> asWritten = new(StringComparer.Ordinal);

    /// <summary>The name to count by; <paramref name="isAsWritten"/> tells whether it is the name itself.</summary>
    internal string KeyOf(string name, out bool isAsWritten)
    {
        isAsWritten = !MayDiffer(name);
        if (isAsWritten)
        {
            return name;
        }

        if (!keys.TryGetValue(name, out string? key))
        {
            keys.Add(name, key = Narrow(name));
        }

        isAsWritten = string.Equals(key, name, StringComparison.Ordinal);
        return key;
    }

    /// <summary>Notes a name of a list that was written like its key.</summary>
    internal void Listed(string key) => asWritten.Add(key);

    /// <summary>The customers that are written in more than one way: how many, and of the first in order one such way and its key.</summary>
    internal (int Count, string Name, string Key) WrittenDifferently(Func<string, bool> isAlsoWrittenAsKey)
    {
        var differing = keys.Where(pair => !string.Equals(pair.Key, pair.Value, StringComparison.Ordinal))
            .GroupBy(pair => pair.Value, StringComparer.Ordinal)
            .Where(names => names.Skip(1).Any() || asWritten.Contains(names.Key) || isAlsoWrittenAsKey(names.Key))
            .OrderBy(names => names.Key, StringComparer.Ordinal)
            .ToList();
        return differing.Count == 0 ? default : (differing.Count, differing[0].Select(pair => pair.Key).OrderBy(name => name, StringComparer.Ordinal).First(), differing[0].Key);
    }

    private static bool MayDiffer(string name)
    {
        foreach (char c in name)
        {
            if (c is ' ' or '\u00A0' or '\u3000' or '\t' or (>= '\uFF01' and <= '\uFF5E'))
            {
                return true;
            }
        }

        return false;
    }

    private static string Narrow(string name)
    {
        var key = new StringBuilder(name.Length);
        bool space = false;
        foreach (char wide in name)
        {
            char c = wide is >= '\uFF01' and <= '\uFF5E' ? (char)(wide - 0xFEE0) : wide is '\u3000' or '\u00A0' or '\t' ? ' ' : wide;
            if (c == ' ')
            {
                space = key.Length > 0;
                continue;
            }

            if (space && IsLetter(key[key.Length - 1]) && IsLetter(c))
            {
                key.Append(' ');
            }

            space = false;
            key.Append(c);
        }

        return key.ToString();

        static bool IsLetter(char c) => c < '\u2E80' && char.IsLetterOrDigit(c);
    }
}
