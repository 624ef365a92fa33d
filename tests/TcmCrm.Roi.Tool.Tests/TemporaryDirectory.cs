namespace TcmCrm.Roi.Tool.Tests;

internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("tcm-roi-tests-");

    internal string[] FileNames => [.. directory.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];

    internal string PathOf(string name) => Path.Combine(directory.FullName, name);

    internal string Write(string name, string text)
    {
        string path = PathOf(name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => directory.Delete(recursive: true);
}
