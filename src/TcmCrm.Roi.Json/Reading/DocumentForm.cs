using System.Text.Encodings.Web;
using System.Text.Json;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>How documents are laid out: the same bytes on every platform, and Chinese as Chinese.</summary>
internal static class DocumentForm
{
    /// <summary>Gets the layout for people. The encoder leaves Chinese, '+' and '&amp;' as they are: a document is not a piece of HTML.</summary>
    public static JsonWriterOptions Indented => new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the layout for one document a line.</summary>
    public static JsonWriterOptions Compact => new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
