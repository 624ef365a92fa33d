using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Cases;

/// <summary>Which lines of a case are meant: one by its id, all that carry a tag, all costs, or all benefits.</summary>
public sealed class LineSelector : IEquatable<LineSelector>
{
    private LineSelector(LineId line, string? tag)
    {
        Line = line;
        Tag = tag;
    }

    /// <summary>Every cost.</summary>
    public static LineSelector AllCosts { get; } = new(LineId.None, null);

    /// <summary>Every benefit.</summary>
    public static LineSelector AllBenefits { get; } = new(LineId.None, null);

    /// <summary>The id of the one line that is meant; <see cref="LineId.None"/> otherwise.</summary>
    public LineId Line { get; }

    /// <summary>The tag of the lines that are meant; null otherwise.</summary>
    public string? Tag { get; }

    /// <summary>One line.</summary>
    /// <param name="line">Its id.</param>
    /// <exception cref="ArgumentException">It is <see cref="LineId.None"/>.</exception>
    public static LineSelector Of(LineId line) => new(LineId.Given(line), null);

    /// <summary>All lines that carry a tag.</summary>
    /// <param name="tag">The tag, not blank.</param>
    /// <exception cref="ArgumentNullException">The tag is null.</exception>
    /// <exception cref="ArgumentException">The tag is blank.</exception>
    public static LineSelector Tagged(string tag) => new(LineId.None, Check.NotBlank(tag));

    /// <inheritdoc/>
    public bool Equals(LineSelector? other) => other is not null
        && (IsGroup || other.IsGroup ? ReferenceEquals(this, other) : Line == other.Line && Tag == other.Tag);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LineSelector);

    /// <inheritdoc/>
    public override int GetHashCode() => Tag is null ? Line.GetHashCode() : StringComparer.Ordinal.GetHashCode(Tag);

    /// <summary>The id, <c>tag x</c>, <c>all costs</c> or <c>all benefits</c>.</summary>
    public override string ToString() => ReferenceEquals(this, AllCosts) ? "all costs"
        : ReferenceEquals(this, AllBenefits) ? "all benefits"
        : Tag is null ? Line.Text : "tag " + Tag;

    private bool IsGroup => Tag is null && Line == LineId.None;

    internal bool Covers(CostItem cost) => ReferenceEquals(this, AllCosts) || (Tag is null ? cost.Id == Line && Line != LineId.None : cost.Tags.Contains(Tag));

    internal bool Covers(BenefitItem benefit) => ReferenceEquals(this, AllBenefits) || (Tag is null ? benefit.Id == Line && Line != LineId.None : benefit.Tags.Contains(Tag));
}
