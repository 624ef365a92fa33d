using System.Collections.ObjectModel;
using System.Globalization;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What a table leaves open, and how much of it is read. Immutable; every table is untrusted.</summary>
public sealed class TableReadOptions
{
    /// <summary>No choices, and the limits that apply when none are given.</summary>
    public static TableReadOptions Default { get; } = new();

    /// <summary>Gets the sheet of a workbook by its name, or by its number from 1; null for the first one that is not hidden. A CSV file has none.</summary>
    public string? Sheet { get; init; }

    /// <summary>Gets the order of the parts of a date where a date does not show it; null to take it from other rows of the column, or else to ask.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>
    /// Gets what a row of actuals is whose amount is positive and whose note says that it takes money back (冲销, 红字, 退款, credit note, refund): true takes it with a minus, false as it stands, so that the
    /// review asks; null, the default, makes it a problem. One that says it is void is taken with a minus by nothing.
    /// </summary>
    public bool? NegatesCredits { get; init; }

    /// <summary>Gets the largest file that is read, in bytes: 16 to 268435456 (256 MiB), 64 MiB by default. A longer one is refused without being read to its end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumBytes { get; init => field = InRange(value, 16, 256 * 1024 * 1024); } = 64 * 1024 * 1024;

    /// <summary>Gets how large a part of a workbook may be once unpacked, in bytes: 1024 to 1073741824 (1 GiB), 192 MiB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumPartBytes { get; init => field = InRange(value, 1024, 1024 * 1024 * 1024); } = 192 * 1024 * 1024;

    /// <summary>Gets how many cells a table may have, empty ones between others included: 1 to 50,000,000; 4,000,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumCells { get; init => field = InRange(value, 1, 50_000_000); } = 4_000_000;

    /// <summary>Gets how many columns a table may have: 1 to 16,384 (Excel's), 1,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumColumns { get; init => field = InRange(value, 1, 16_384); } = 1_000;

    /// <summary>Gets how long the text of a cell may be, in characters: 16 to 1,000,000; 32,767 (Excel's) by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumCellLength { get; init => field = InRange(value, 16, 1_000_000); } = 32_767;

    /// <summary>Gets a host's own KPIs, which a table names by their id or their <see cref="KpiDefinition.Name"/>, before those of the catalogue; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list or one of them is null.</exception>
    public IReadOnlyList<KpiDefinition> Kpis { get; init => field = Whole(value); } = [];

    private static ReadOnlyCollection<KpiDefinition> Whole(IReadOnlyList<KpiDefinition> kpis) =>
        new([.. (kpis ?? throw new ArgumentNullException(nameof(kpis))).Select(kpi => kpi ?? throw new ArgumentNullException(nameof(kpis)))]);

    private static int InRange(int value, int least, int most) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(
            nameof(value), value, string.Format(CultureInfo.InvariantCulture, "{0} is out of range; allowed: {1} to {2}.", value, least, most));
}
