using System.Text;
using System.Text.Json;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>One property of the document format: its name and what may stand there. The reader, the writer and the published schema
/// all take it from here, so that they cannot drift apart.</summary>
internal abstract class Field(string name, bool isRequired)
{
    public string Name { get; } = name;

    public bool IsRequired { get; } = isRequired;

    /// <summary>Gets the name as the writer puts it out.</summary>
    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(name);

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Gets the place in its shape.</summary>
    public int Index { get; internal set; } = -1;

    /// <summary>Gets what may stand here.</summary>
    public abstract Message Allowed { get; }
}
