using System.Text.Json;
using System.Text.Json.Serialization;

namespace TcmCrm.Roi.Json.Converters;

/// <summary>A converter that reads from a parsed value: these values are small, and what is wrong with them is said with their text.</summary>
internal abstract class ElementConverter<T> : JsonConverter<T>
{
    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        return Part.Checked(() => Read(root));
    }

    protected abstract T Read(JsonElement value);
}
