using System.Text;

namespace TcmCrm.Roi.Review;

/// <summary>
/// What two spellings of the number of one bill have in common: FP-001, fp001, a full-width one and one whose leading zeros a sheet has dropped are the same number.
/// </summary>
internal static class DocumentNumber
{
    /// <summary>What people write where there is no number.</summary>
    private static readonly HashSet<string> None = new(StringComparer.Ordinal) { "无", "暂无", "没有", "待补", "待开", "待开票", "未开票", "未到票", "不适用", "NA", "NONE", "NULL", "NIL", "TBD" };

    /// <summary>Capital letters and digits in their narrow form, without blanks, signs and leading zeros; a sign between two digits keeps them apart. Null where it is no number.</summary>
    internal static string? Key(string? document)
    {
        if (document is null)
        {
            return null;
        }

        var key = new StringBuilder(document.Length);
        bool isApart = false;
        foreach (char written in document)
        {
            char c = written is >= '\uFF01' and <= '\uFF5E' ? (char)(written - 0xFEE0) : written;
            if (!char.IsLetterOrDigit(c))
            {
                isApart = true;
                continue;
            }

            bool isDigit = c is >= '0' and <= '9';
            bool isAfterDigit = key.Length > 0 && key[key.Length - 1] is >= '0' and <= '9';
            if (isAfterDigit && isDigit && isApart)
            {
                key.Append('-');
                isAfterDigit = false;
            }

            if (isAfterDigit && isDigit && key[key.Length - 1] == '0' && (key.Length == 1 || key[key.Length - 2] is not (>= '0' and <= '9')))
            {
                key.Length--;
            }

            key.Append(char.ToUpperInvariant(c));
            isApart = false;
        }

        string made = key.ToString();
        return made.Length == 0 || None.Contains(made) ? null : made;
    }
}
