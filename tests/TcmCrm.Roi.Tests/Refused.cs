namespace TcmCrm.Roi.Tests;

/// <summary>What a refused argument must say: the parameter, and the words with the value and the allowed range.</summary>
internal static class Refused
{
    internal static void Null(string parameter, Func<object?> act) => Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(act).ParamName);

    internal static void Argument(string parameter, string words, Func<object?> act) => Says(Assert.Throws<ArgumentException>(act), parameter, words);

    internal static void OutOfRange(string parameter, string words, Func<object?> act) =>
        Says(Assert.Throws<ArgumentOutOfRangeException>(act), parameter, words);

    /// <summary>The form of most range checks: "name is value; allowed: range.".</summary>
    internal static void OutOfRange(string parameter, string value, string allowed, Func<object?> act) =>
        OutOfRange(parameter, $"{parameter} is {value}; allowed: {allowed}.", act);

    private static void Says(ArgumentException exception, string parameter, string words)
    {
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
    }
}
