using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi;

/// <summary>The allowed values of an argument as messages, for readers in any language.</summary>
internal static class AllowedRange
{
    internal static Message NotNegative => new("range.notNegative");

    internal static Message Positive => new("range.positive");

    /// <summary>Above 0 and below 1.</summary>
    internal static Message InsideOne => Inside(0, 1);

    internal static Message Whole => new("range.whole");

    internal static Message Between(IFormattable least, IFormattable most) => Check.Between(Text(least), Text(most));

    internal static Message Above(IFormattable least) => new("range.above", MessageArgument.Text("least", Text(least)));

    internal static Message Below(IFormattable most) => new("range.below", MessageArgument.Text("most", Text(most)));

    internal static Message AtLeast(IFormattable least) => new("range.atLeast", MessageArgument.Text("least", Text(least)));

    internal static Message AtMost(IFormattable most) => new("range.atMost", MessageArgument.Text("most", Text(most)));

    /// <summary>The places of a list of so many.</summary>
    internal static Message IndexOf(int count) => count > 0 ? Between(0, count - 1) : new Message("range.none");

    /// <summary>Above one number and below another.</summary>
    internal static Message Inside(IFormattable least, IFormattable most) => Ends("range.inside", least, most);

    /// <summary>Above one number, up to another.</summary>
    internal static Message AboveUpTo(IFormattable least, IFormattable most) => Ends("range.aboveUpTo", least, most);

    /// <summary>From one number, below another.</summary>
    internal static Message FromBelow(IFormattable least, IFormattable most) => Ends("range.fromBelow", least, most);

    /// <summary>From one number to another, and 0 or as far from 0 as numbers may come.</summary>
    internal static Message AwayFromZero(IFormattable least, IFormattable most) => Ends("range.awayFromZero", least, most);

    /// <summary>After one month and up to another.</summary>
    internal static Message Months(YearMonth after, YearMonth upTo) =>
        new("range.months", MessageArgument.Month("after", after), MessageArgument.Month("upTo", upTo));

    /// <summary>The words that are allowed, as they are written.</summary>
    internal static Message OneOf(string words) => new("range.oneOf", MessageArgument.Text("words", words));

    private static Message Ends(string id, IFormattable least, IFormattable most) =>
        new(id, MessageArgument.Text("least", Text(least)), MessageArgument.Text("most", Text(most)));

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
