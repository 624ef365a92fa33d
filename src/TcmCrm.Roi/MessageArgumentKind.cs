namespace TcmCrm.Roi;

/// <summary>What kind of value a <see cref="MessageArgument"/> holds, which decides how words show it.</summary>
internal enum MessageArgumentKind
{
    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A ratio, shown in per cent.</summary>
    Ratio,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A length of time by its ISO 8601 text.</summary>
    Period,

    /// <summary>A line of the case.</summary>
    Line,

    /// <summary>A text of the user's, the same in every language.</summary>
    Text,

    /// <summary>Another message.</summary>
    Message,

    /// <summary>Other messages, shown as a list.</summary>
    Messages,
}
