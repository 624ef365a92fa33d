using Spectre.Console;
using Spectre.Console.Rendering;

namespace TcmCrm.Roi.Tool.Rendering;

/// <summary>A line under the header and nothing else: Spectre's own simple border frames each table with blank lines of spaces.</summary>
internal sealed class HeaderLineBorder : TableBorder
{
    public override string GetPart(TableBorderPart part) => part switch
    {
        TableBorderPart.HeaderBottomLeft or TableBorderPart.HeaderBottom or TableBorderPart.HeaderBottomSeparator or TableBorderPart.HeaderBottomRight => "─",
        _ => " ",
    };
}
