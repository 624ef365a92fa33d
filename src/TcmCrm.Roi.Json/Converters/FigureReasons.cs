using System.Text.Json;

namespace TcmCrm.Roi.Json.Converters;

/// <summary>How a document says that a figure has no answer: <c>{"notApplicable":"neverPaidBack"}</c>.</summary>
internal static class FigureReasons
{
    public const string Member = "notApplicable";

    /// <summary>The reason by its word.</summary>
    /// <exception cref="JsonException">There is no such reason.</exception>
    public static NotApplicableReason Of(JsonElement word) => Part.Choice<NotApplicableReason>(word);
}
