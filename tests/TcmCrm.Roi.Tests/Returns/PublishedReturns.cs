using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>The published and independently computed answers under Cases/returns.</summary>
internal static class PublishedReturns
{
    internal static TheoryData<string> Ids(string file)
    {
        var data = new TheoryData<string>();
        foreach (JsonElement item in Load(file))
        {
            data.Add(item.GetProperty("id").GetString()!);
        }

        return data;
    }

    internal static JsonElement Find(string file, string id) => Load(file).Single(item => item.GetProperty("id").GetString() == id);

    internal static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];

    internal static LocalDate[] Dates(JsonElement array) =>
        [.. array.EnumerateArray().Select(item => LocalDate.FromDateTime(DateTime.ParseExact(item.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)))];

    private static JsonElement[] Load(string file)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Cases", "returns", file + ".json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.Clone().EnumerateArray()];
    }
}
