using System.Text;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Renderers;

/// <summary>Breaks a text into lines of at most so many cells: at spaces, and between Chinese characters, of which closing marks do not begin a line and opening ones do not end one.</summary>
internal static class LineBreaks
{
    private static readonly char[] Closing = [.. "，。、；：？！）》」』】〕’”…—％)],.;:?!%"];
    private static readonly char[] Opening = [.. "（《「『【〔‘“(["];

    internal static List<string> Of(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        int used = 0;
        foreach (string word in Words(text))
        {
            int cells = CellWidth.Of(word.TrimEnd(' '));
            if (used + cells > width && used > 0)
            {
                End();
            }

            if (cells <= width)
            {
                line.Append(word);
                used += CellWidth.Of(word);
                continue;
            }

            // Longer than a line: nothing else is left than to cut it.
            for (int i = 0; i < word.Length; i += CellWidth.LengthAt(word, i))
            {
                int next = CellWidth.At(word, i);
                if (used + next > width)
                {
                    End();
                }

                line.Append(word, i, CellWidth.LengthAt(word, i));
                used += next;
            }
        }

        if (line.Length > 0 || lines.Count == 0)
        {
            End();
        }

        return lines;

        void End()
        {
            lines.Add(line.ToString().TrimEnd(' '));
            line.Clear();
            used = 0;
        }
    }

    /// <summary>The cells of the longest part that is not broken.</summary>
    internal static int LongestWord(string text) => Words(text).Select(word => CellWidth.Of(word.TrimEnd(' '))).DefaultIfEmpty(0).Max();

    /// <summary>The parts that stay together, each with the space behind it.</summary>
    private static IEnumerable<string> Words(string text)
    {
        int begin = 0;
        for (int i = 0; i < text.Length; i += CellWidth.LengthAt(text, i))
        {
            if (i > begin && MayBreak(text, i))
            {
                yield return text.Substring(begin, i - begin);
                begin = i;
            }
        }

        if (begin < text.Length)
        {
            yield return text.Substring(begin);
        }
    }

    private static bool MayBreak(string text, int index)
    {
        char before = text[index - 1], next = text[index];
        if (next == ' ' || Array.IndexOf(Closing, next) >= 0)
        {
            return false;
        }

        if (before == ' ')
        {
            return true;
        }

        return Array.IndexOf(Opening, before) < 0 && (IsWide(text, index) || IsWide(text, char.IsLowSurrogate(before) ? index - 2 : index - 1));
    }

    private static bool IsWide(string text, int index) => index >= 0 && CellWidth.At(text, index) == 2;
}
