namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Gathers remarks: equal ones of one column become one.</summary>
internal sealed class RemarkList
{
    private readonly List<TableRemark> _all = [];
    private readonly Dictionary<(string Id, string? Column), TableRemark> _byKind = [];

    internal RemarkList() => All = _all.AsReadOnly();

    internal IReadOnlyList<TableRemark> All { get; }

    /// <summary>What was added last, gathered with equal ones or not.</summary>
    internal Message? Last { get; private set; }

    internal bool Any => _all.Count > 0;

    /// <summary>Adds a remark, or a place to the one of its kind: of the same message and column, or of the same key.</summary>
    internal void Add(Message message, string? column = null, long? line = null, string? key = null)
    {
        Last = message;
        (string, string?) kind = (message.Id, key ?? column);
        if (_byKind.TryGetValue(kind, out TableRemark? known))
        {
            known.Again(line);
            return;
        }

        var remark = new TableRemark(message, column, line);
        _byKind.Add(kind, remark);
        _all.Add(remark);
    }
}
