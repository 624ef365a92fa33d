using System.Collections.Concurrent;
using Orleans.Storage;

namespace TcmCrm.Roi.Orleans.Tests;

/// <summary>A storage that lives outside of the silos, as a database does: it stays when one of them is lost. It counts, and fails when it is told to.</summary>
internal sealed class OutsideStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string State, GrainId Grain), (object State, string Tag)> _records = new();
    private int _version;
    private int _failures;
    private int _failingReads;
    private int _writes;

    internal int Writes => _writes;

    internal int Records => _records.Count;

    internal int RecordsOf(string state) => _records.Keys.Count(key => key.State == state);

    /// <summary>How long a read takes, as while a database fails over.</summary>
    internal TimeSpan ReadsTake { get; set; }

    internal void FailWrites(int times) => _failures = times;

    internal void FailReads(int times) => _failingReads = times;

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Task.Delay(ReadsTake);
        if (Interlocked.Decrement(ref _failingReads) >= 0)
        {
            throw new IOException("The disk is gone.");
        }

        bool isThere = _records.TryGetValue((stateName, grainId), out (object State, string Tag) record);
        grainState.State = isThere ? Copy((T)record.State) : Activator.CreateInstance<T>();
        grainState.ETag = record.Tag;
        grainState.RecordExists = isThere;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            throw new IOException("The disk is full.");
        }

        string tag = Interlocked.Increment(ref _version).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Interlocked.Increment(ref _writes);
        object copy = Copy(grainState.State)!;
        _records.AddOrUpdate((stateName, grainId), (copy, tag), (_, old) => old.Tag == grainState.ETag ? (copy, tag) : throw new InconsistentStateException("Another activation wrote.", old.Tag, grainState.ETag));
        grainState.ETag = tag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        _records.TryRemove((stateName, grainId), out _);
        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private static T Copy<T>(T state) => Newtonsoft.Json.JsonConvert.DeserializeObject<T>(Newtonsoft.Json.JsonConvert.SerializeObject(state))!;
}
