namespace TcmCrm.Roi.Json.Reading;

/// <summary>The nodes of a list's elements, in order.</summary>
internal readonly struct ElementNodes(DocumentTree tree, int list, int count)
{
    /// <summary>Gets how many there are; 0 for <c>default</c>.</summary>
    public int Count { get; } = count;

    public Enumerator GetEnumerator() => new(tree, Count == 0 ? 0 : list + 1, Count == 0 ? 0 : tree[list].Next);

    internal struct Enumerator(DocumentTree tree, int first, int end)
    {
        private int next = first;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (next >= end)
            {
                return false;
            }

            Current = next;
            next = tree[next].Next;
            return true;
        }
    }
}
