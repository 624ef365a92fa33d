namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Why figures of the case as it was written are not there: below a table, since a cell of a figure has no room for a reason and a formula does not know it.</summary>
internal sealed class MissingFigures(BookBasis basis)
{
    private readonly List<(string Id, string Name, string Period, NotApplicableReason Reason)> _all = [];

    internal void Add(string id, string name, string period, NotApplicableReason? reason)
    {
        if (reason is { } why)
        {
            _all.Add((id, name, period, why));
        }
    }

    /// <summary>One line a figure and reason, with the periods that it holds for.</summary>
    /// <param name="ids">The figures; null for all.</param>
    internal IEnumerable<BookCell> Lines(IReadOnlyCollection<string>? ids = null)
    {
        var chosen = _all.Where(one => ids is null || ids.Contains(one.Id)).GroupBy(one => (one.Name, one.Reason)).ToArray();
        if (chosen.Length > 0)
        {
            yield return BookCell.Of(basis.Say("book.reasons"), CellStyle.Path);
        }

        foreach (var figure in chosen)
        {
            yield return BookCell.Of(basis.Language.Say(
                "book.reasonOf", MessageArgument.Text("figure", figure.Key.Name), MessageArgument.Text("periods", basis.Language.Join(figure.Select(one => one.Period))),
                MessageArgument.Text("reason", basis.Language.NameOf(figure.Key.Reason))));
        }
    }
}
