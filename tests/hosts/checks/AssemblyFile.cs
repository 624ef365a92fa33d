using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HostChecks;

/// <summary>Name, signature and references of an assembly, read without loading it.</summary>
internal sealed class AssemblyFile
{
    private AssemblyFile(string name, Version version, bool isSigned, bool isFacade, IReadOnlyList<(string Name, Version Version, bool IsSigned)> references)
    {
        Name = name;
        Version = version;
        IsSigned = isSigned;
        IsFacade = isFacade;
        References = references;
    }

    internal string Name { get; }

    internal Version Version { get; }

    internal bool IsSigned { get; }

    /// <summary>True for one without types of its own, which the SDK adds below 4.7.1; .NET Framework unifies the versions of these by itself.</summary>
    internal bool IsFacade { get; }

    internal IReadOnlyList<(string Name, Version Version, bool IsSigned)> References { get; }

    internal static AssemblyFile Read(Stream stream)
    {
        using var image = new PEReader(stream);
        MetadataReader metadata = image.GetMetadataReader();
        AssemblyDefinition definition = metadata.GetAssemblyDefinition();
        // The flag and the key can be set without a signature (public signing): the signature itself is what the loader checks.
        bool isSigned = !definition.PublicKey.IsNil && (image.PEHeaders.CorHeader!.Flags & CorFlags.StrongNameSigned) != 0 && image.PEHeaders.CorHeader.StrongNameSignatureDirectory.Size > 0;
        return new AssemblyFile(
            metadata.GetString(definition.Name),
            definition.Version,
            isSigned,
            metadata.TypeDefinitions.Count <= 1,
            [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(reference => (metadata.GetString(reference.Name), reference.Version, !reference.PublicKeyOrToken.IsNil))]);
    }

    internal static IReadOnlyList<AssemblyFile> ReadFolder(string folder) =>
        [.. Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(path =>
        {
            using FileStream file = File.OpenRead(path);
            return Read(file);
        })];
}
