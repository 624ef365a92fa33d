namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>State under the name of a storage that the host's options say, which an attribute could not.</summary>
internal sealed class StoredAs(string name, RoiSiloOptions options) : IPersistentStateConfiguration
{
    public string StateName { get; } = name;

    public string StorageName { get; } = options.StorageName;
}
