using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>A total, its groups and their lines as they are printed: the lines sum to their group, the groups to the total.</summary>
internal sealed class PrintedGroups
{
    internal PrintedGroups(FigureFormat format, Money total, IReadOnlyList<Money> subtotals, IReadOnlyList<Money[]> lines)
    {
        Total = format.Rounded(total);
        decimal[] groups = format.Parts(subtotals, Total);
        Subtotals = groups;
        Lines = [.. lines.Select((group, i) => format.Parts(group, groups[i]))];
    }

    internal decimal Total { get; }

    internal IReadOnlyList<decimal> Subtotals { get; }

    /// <summary>The lines of each group.</summary>
    internal IReadOnlyList<IReadOnlyList<decimal>> Lines { get; }
}
