namespace TcmCrm.Roi.Tests.Impact;

/// <summary>What a refused argument has to say: its parameter, and a message with the value and what is allowed.</summary>
internal static class ArgumentErrors
{
    public static void OutOfRange(string parameter, string message, Func<object?> action) => Of<ArgumentOutOfRangeException>(parameter, message, action);

    public static void Wrong(string parameter, string message, Func<object?> action) => Of<ArgumentException>(parameter, message, action);

    public static void Null(string parameter, Func<object?> action) => Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(action).ParamName);

    private static void Of<T>(string parameter, string message, Func<object?> action)
        where T : ArgumentException
    {
        T error = Assert.Throws<T>(action);
        Assert.Equal(parameter, error.ParamName);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
