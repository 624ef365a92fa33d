using System.Collections.ObjectModel;
using System.Globalization;

namespace TcmCrm.Roi;

/// <summary>The tags of lines: words of the author's own, such as a channel or a region, by which results are shown.</summary>
internal static class LineTags
{
    /// <summary>The most characters of a tag.</summary>
    internal const int MostCharacters = 100;

    /// <summary>The most tags of a line, and of a key that shares cost among tags.</summary>
    internal const int Most = 50;

    internal static readonly IReadOnlyList<string> None = new ReadOnlyCollection<string>([]);

    /// <summary>A copy of the tags of a line in the order given.</summary>
    /// <exception cref="ArgumentException">Too many tags, one that is not allowed, or one that stands twice.</exception>
    internal static IReadOnlyList<string> Of(IEnumerable<string> tags, string parameter)
    {
        string[] copy = [.. Check.NotNull(tags, parameter)];
        if (copy.Length > Most)
        {
            throw Check.Wrong(
                $"There are {copy.Length.ToString(CultureInfo.InvariantCulture)} tags; allowed: up to 50.", parameter, "argument.tags", MessageArgument.Number("count", copy.Length), MessageArgument.Number("most", Most));
        }

        for (int i = 0; i < copy.Length; i++)
        {
            One(copy[i], parameter);
            if (Array.IndexOf(copy, copy[i]) != i)
            {
                throw Check.Wrong($"The tag '{copy[i]}' stands twice; each is allowed once.", parameter, "argument.tagTwice", MessageArgument.Text("tag", copy[i]));
            }
        }

        return copy.Length == 0 ? None : new ReadOnlyCollection<string>(copy);
    }

    /// <summary>A tag that is allowed.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    /// <exception cref="ArgumentException">It is not allowed.</exception>
    internal static string One(string tag, string parameter)
    {
        Check.NotBlank(tag, parameter);
        return tag.Length <= MostCharacters && tag != "*" && !tag.Any(char.IsControl)
            ? tag
            : throw Check.Wrong(
                $"The tag '{new string([.. tag.Take(MostCharacters).Select(c => char.IsControl(c) ? ' ' : c)])}' is not allowed; allowed: 1 to 100 characters without control characters, not '*'.", parameter, "argument.tag",
                MessageArgument.Text("tag", new string([.. tag.Take(MostCharacters).Select(c => char.IsControl(c) ? ' ' : c)])));
    }
}
