using System.Text.Json.Nodes;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>What all published schemas have in common.</summary>
internal static class SchemaForm
{
    public const string Draft = "http://json-schema.org/draft-07/schema#";

    public const string Date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    public const string Month = "^[0-9]{4}-[0-9]{2}$";

    public const string Period = "^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$";

    /// <summary>What the schema of a document is known by, wherever its file lies: a name, no address.</summary>
    public static string IdOf(string name, string? version) => "urn:tcm-crm-roi:schema:" + name + (version is null ? "" : ":" + version);

    public static string TitleOf(string name, string? version) => $"TcmCrm.Roi {name} document" + (version is null ? "" : " " + version);

    /// <summary>Moves all keywords of a schema into another.</summary>
    public static void Merge(JsonObject into, JsonObject from)
    {
        foreach (string key in from.Select(property => property.Key).ToArray())
        {
            JsonNode? value = from[key];
            from.Remove(key);
            into[key] = value;
        }
    }
}
