using System.CommandLine;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary>The items of an option that takes a list: <c>--x a,b</c> and <c>--x a --x b</c> are the same.</summary>
internal static class ListOption
{
    internal static string[] Items(CommandContext context, Option<string[]> option) =>
        [.. (context.Value(option) ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries))];
}
