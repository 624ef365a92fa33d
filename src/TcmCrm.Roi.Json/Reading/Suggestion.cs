namespace TcmCrm.Roi.Json.Reading;

/// <summary>Finds the known name that an unknown one was most likely meant to be.</summary>
internal static class Suggestion
{
    private const int LongestName = 48;

    /// <summary>Returns the nearest name by Damerau-Levenshtein distance (optimal string alignment), without regard to case, or null
    /// when none is near: at most a third of the letters may differ, and always one.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        string? nearest = null;
        string wanted = name.ToUpperInvariant();
        int least = Math.Max(1, name.Length / 3) + 1;
        int[,] distances = Table(name.Length, name.Length + least);
        foreach (string candidate in known)
        {
            // Each letter more or less is one that differs.
            if (Math.Abs(candidate.Length - name.Length) >= least)
            {
                continue;
            }

            int distance = Distance(wanted, candidate.ToUpperInvariant(), distances);
            if (distance < least)
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>Room for the distances between the beginnings of two texts, with those to the empty text filled in.</summary>
    private static int[,] Table(int longest, int otherLongest)
    {
        var d = new int[longest + 1, otherLongest + 1];
        for (int i = 0; i <= longest; i++)
        {
            d[i, 0] = i;
        }

        for (int j = 0; j <= otherLongest; j++)
        {
            d[0, j] = j;
        }

        return d;
    }

    private static int Distance(string a, string b, int[,] d)
    {
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = a[i - 1] == b[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, d[i - 2, j - 2] + 1);
                }

                d[i, j] = best;
            }
        }

        return d[a.Length, b.Length];
    }
}
