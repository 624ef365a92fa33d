using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Tests.Architecture;

/// <summary>
/// Which sub-folder uses which, by the types that they declare, for folders that share one namespace: a name of a type of exactly one other sub-folder, not
/// behind a dot, is an arrow, and so is a using of its namespace where it has one. Comments and texts do not count.
/// </summary>
internal sealed partial class SourceArrows
{
    private readonly Dictionary<string, List<Declaration>> _declared = [];
    private readonly List<SourceFile> _files = [];

    private SourceArrows(string root, FolderTable table)
    {
        foreach (string path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            string text = CommentOrText().Replace(File.ReadAllText(path), " ");
            Declaration[] own = [.. TypeDeclaration().Matches(text).Select(match => new Declaration(match.Groups["name"].Value, match.Groups["kind"].Value, relative, HasBases(text, match)))];
            string folder = relative.Contains('/', StringComparison.Ordinal)
                ? relative[..relative.IndexOf('/', StringComparison.Ordinal)]
                : table.RootRowOf(Path.GetFileNameWithoutExtension(relative));
            _files.Add(new SourceFile(relative, folder, text, own.Length > 0 && own.All(type => type.Kind == "enum")));
            foreach (Declaration type in own)
            {
                (_declared.TryGetValue(type.Name, out List<Declaration>? all) ? all : _declared[type.Name] = []).Add(type with { Folder = folder });
            }
        }
    }

    internal int TypeCount => _declared.Count;

    internal static SourceArrows Of(string root, FolderTable table) => new(root, table);

    /// <summary>Each arrow once a file: who, with which file and which type.</summary>
    internal IEnumerable<(string User, string Used, string Where)> All()
    {
        Dictionary<string, string> owners = _declared.Select(pair => (pair.Key, Owner: OwnerOf(pair.Key, pair.Value))).Where(pair => pair.Owner is not null).ToDictionary(pair => pair.Key, pair => pair.Owner!);

        // The values of an enumeration may have the names of types, and an enumeration uses none.
        foreach (SourceFile file in _files.Where(file => !file.IsEnumeration))
        {
            foreach (string folder in Using().Matches(file.Text).Select(match => match.Groups[1].Value).Where(folder => folder != file.Folder && _files.Exists(other => other.Folder == folder)))
            {
                yield return (file.Folder, folder, $"{file.Path}: the namespace");
            }

            foreach (string name in Name().Matches(file.Text).Select(match => match.Value).Distinct())
            {
                if (owners.TryGetValue(name, out string? owner) && owner != file.Folder && !_declared[name].Exists(type => type.Folder == file.Folder))
                {
                    yield return (file.Folder, owner, $"{file.Path}: {name}");
                }
            }
        }
    }

    // The parts of a type lie in several sub-folders where its factories stand beside what they make; it belongs where its bases are stated.
    private static string? OwnerOf(string name, List<Declaration> parts)
    {
        string[] folders = [.. parts.Select(part => part.Folder).Distinct()];
        string[] stated = [.. parts.Where(part => part.HasBases || folders.Length == 1).Select(part => part.Folder).Distinct()];
        return stated.Length == 1 ? stated[0] : parts.Find(part => Path.GetFileName(part.Path) == name + ".cs")?.Folder;
    }

    private static bool HasBases(string text, Match declaration)
    {
        int start = declaration.Index + declaration.Length;
        string header = text[start..(text.IndexOfAny(['{', ';'], start) is >= 0 and int end ? end : text.Length)];
        for (string before = string.Empty; before != header;)
        {
            before = header;
            header = Parentheses().Replace(header, string.Empty);
        }

        return Regex.Split(header, @"\bwhere\b")[0].Contains(':', StringComparison.Ordinal);
    }

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|""""""[\s\S]*?""""""|@""(?:[^""]|"""")*""|'(?:\\.|[^'\\\n])+'|""(?:\\.|[^""\\\n])*""", RegexOptions.Singleline)]
    private static partial Regex CommentOrText();

    // In Json, Orleans, Reporting, Spreadsheets and Tool a folder is a namespace as well, and what extends a type is used without its name.
    [GeneratedRegex(@"^using TcmCrm\.Roi\.(?:Json|Orleans|Reporting|Spreadsheets|Tool)\.(\w+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    // Namespaces are file-scoped: what begins a line is no nested type.
    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?<kind>class|record struct|record|struct|enum|interface|delegate [\w<>?., \[\]]+?)\s+(?<name>[A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w+")]
    private static partial Regex Name();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Parentheses();

    private sealed record SourceFile(string Path, string Folder, string Text, bool IsEnumeration);

    private sealed record Declaration(string Name, string Kind, string Path, bool HasBases)
    {
        internal string Folder { get; init; } = string.Empty;
    }
}
