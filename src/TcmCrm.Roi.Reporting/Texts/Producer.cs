namespace TcmCrm.Roi.Reporting.Texts;

/// <summary>What made a report.</summary>
internal static class Producer
{
    /// <summary>The library with its version.</summary>
    internal static string Name { get; } = "TcmCrm.Roi " + typeof(Producer).Assembly.GetName().Version!.ToString(3);

    /// <summary>The version of the library, such as <c>0.1.0</c>.</summary>
    internal static string Version { get; } = typeof(Producer).Assembly.GetName().Version!.ToString(3);
}
