using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace TcmCrm.Roi;

/// <summary>Argument checks: a wrong argument throws a BCL exception that names the value and the allowed range.</summary>
internal static class Check
{
    internal static T NotNull<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class => value ?? throw new ArgumentNullException(name);

    internal static string NotBlank([NotNull] string? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is null)
        {
            throw new ArgumentNullException(name);
        }

        return string.IsNullOrWhiteSpace(value) ? throw Wrong("The text must not be blank.", name, "argument.blank") : value;
    }

    internal static decimal NotNegative(decimal value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 ? value : throw OutOfRange(name, value, "0 or more", new Message("range.notNegative"));

    internal static decimal Positive(decimal value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 ? value : throw OutOfRange(name, value, "more than 0", new Message("range.positive"));

    internal static decimal InRange(decimal value, decimal minimum, decimal maximum, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= minimum && value <= maximum
            ? value
            : throw OutOfRange(name, value, string.Format(CultureInfo.InvariantCulture, "from {0} to {1}", minimum, maximum), Between(Shown(minimum), Shown(maximum)));

    internal static decimal PositiveUpTo(decimal value, decimal maximum, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && value <= maximum
            ? value
            : throw OutOfRange(name, value, string.Format(CultureInfo.InvariantCulture, "more than 0 and at most {0}", maximum), new Message("range.positiveUpTo", MessageArgument.Text("most", Shown(maximum))));

    internal static int NotNegative(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 ? value : throw OutOfRange(name, value, "0 or more", new Message("range.notNegative"));

    internal static int Positive(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 ? value : throw OutOfRange(name, value, "1 or more", new Message("range.oneOrMore"));

    internal static int InRange(int value, int minimum, int maximum, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= minimum && value <= maximum
            ? value
            : throw OutOfRange(name, value, string.Format(CultureInfo.InvariantCulture, "from {0} to {1}", minimum, maximum), Between(Shown(minimum), Shown(maximum)));

    internal static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsNaN(value) || double.IsInfinity(value) ? throw OutOfRange(name, value, "a finite number", new Message("range.finite")) : value;

    /// <summary>A yearly rate as a fraction: finite and above -1 (-100 %).</summary>
    internal static double Rate(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Finite(value, name) > -1 ? value : throw OutOfRange(name, value, "above -1 (-100 %)", new Message("range.rate"));

    /// <summary>A date of the ISO calendar, which is the only one that dates are compared in.</summary>
    internal static LocalDate Iso(LocalDate date, [CallerArgumentExpression(nameof(date))] string name = "") => date.Calendar == CalendarSystem.Iso
        ? date
        : throw OutOfRange(name, date.Calendar.Id, "a date of the ISO calendar", new Message("range.isoDate"));

    /// <summary>A month of the ISO calendar.</summary>
    internal static YearMonth Iso(YearMonth month, [CallerArgumentExpression(nameof(month))] string name = "") => month.Calendar == CalendarSystem.Iso
        ? month
        : throw OutOfRange(name, month.Calendar.Id, "a month of the ISO calendar", new Message("range.isoMonth"));

    /// <summary>A date from which a hundred years and a month fit the calendar: of the ISO calendar and up to the year 9898.</summary>
    internal static LocalDate Start(LocalDate date, [CallerArgumentExpression(nameof(date))] string name = "") => Iso(date, name).Year <= 9898
        ? date
        : throw OutOfRange(name, date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), "up to 9898-12-31", new Message("range.upToDate", MessageArgument.Date("last", new LocalDate(9898, 12, 31))));

    internal static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, Enum =>
        IsDefined(value) ? value : throw OutOfRange(name, value, "one of " + string.Join(", ", Enum.GetNames(typeof(T))), AllowedRange.OneOf(string.Join(", ", Enum.GetNames(typeof(T)))));

    /// <summary>From one number to another, both allowed.</summary>
    internal static Message Between(string least, string most) => new("range.between", MessageArgument.Text("least", least), MessageArgument.Text("most", most));

    /// <summary>A wrong argument: English text for developers, and a message that a reader is told in words of his language.</summary>
    internal static ArgumentException Wrong(string text, string name, string id, params MessageArgument[] arguments) =>
        SaidMessage.In(new ArgumentException(text, name), new Message(id, arguments));

    internal static ArgumentOutOfRangeException OutOfRange(string name, object value, string allowed) =>
        OutOfRange(name, value, allowed, new Message("range.other"));

    internal static ArgumentOutOfRangeException OutOfRange(string name, object value, string allowed, Message range) => SaidMessage.In(
        new ArgumentOutOfRangeException(name, value, string.Format(CultureInfo.InvariantCulture, "{0} is {1}; allowed: {2}.", name, Text(value), allowed)),
        new Message(
            "argument.outOfRange", MessageArgument.Text("name", name),
            MessageArgument.Text("value", Convert.ToString(Text(value), CultureInfo.InvariantCulture) ?? string.Empty), MessageArgument.Part("allowed", range)));

    private static string Shown(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    // A value of an enum that has no name would print as a number in the current culture.
    private static object Text(object value) =>
        value is Enum && !Enum.IsDefined(value.GetType(), value) ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : value;

    private static bool IsDefined<T>(T value)
        where T : struct, Enum => Array.IndexOf(Named<T>.Values, value) >= 0;

    /// <summary>Asked once for each type: the framework boxes the value and looks through metadata each time.</summary>
    private static class Named<T>
        where T : struct, Enum
    {
        internal static readonly T[] Values = Array.ConvertAll(Enum.GetNames(typeof(T)), name => (T)Enum.Parse(typeof(T), name));
    }
}
