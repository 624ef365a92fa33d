using System.Text.Json.Nodes;

namespace TcmCrm.Roi.Mutation;

/// <summary>One mutant of Stryker's report.</summary>
internal sealed class Mutant(string file, JsonObject node)
{
    public string File => file;

    public int Id { get; } = int.Parse((string)node["id"]!, System.Globalization.CultureInfo.InvariantCulture);

    public int Line => (int)node["location"]!["start"]!["line"]!;

    public string Mutator => (string)node["mutatorName"]!;

    public string Replacement => (string?)node["replacement"] ?? "";

    /// <summary>In Stryker's words: Killed, Timeout, Survived, NoCoverage; CompileError and Ignored are Stryker's and stay.</summary>
    public string Status
    {
        get => (string)node["status"]!;
        set
        {
            node["status"] = value;
            node["statusReason"] = null;
        }
    }

    public bool IsRunnable => Status is not ("CompileError" or "Ignored");

    public bool IsDetected => Status is "Killed" or "Timeout";
}

/// <summary>The mutation report that Stryker writes, with the states filled in here.</summary>
internal sealed class StrykerReport
{
    private readonly JsonNode root;

    public StrykerReport(string path)
    {
        root = JsonNode.Parse(File.ReadAllText(path))!;
        Mutants =
        [
            .. from file in root["files"]!.AsObject()
               from mutant in file.Value!["mutants"]!.AsArray()
               select new Mutant(file.Key[(file.Key.IndexOf("src/TcmCrm.Roi/", StringComparison.Ordinal) is var at and >= 0 ? at + "src/TcmCrm.Roi/".Length : 0)..], mutant!.AsObject()),
        ];
    }

    public Mutant[] Mutants { get; }

    public void Write(string path) => File.WriteAllText(path, root.ToJsonString());
}
