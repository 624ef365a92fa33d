using System.Text.Json;

namespace TcmCrm.Roi.Spreadsheets;

/// <content>Where a row belongs: its list, and the line that it is part of.</content>
internal sealed partial class CaseSheetReader
{
    private void Finish(CaseList rows, CaseNode element, CaseNode target, bool isNewScenario)
    {
        Gather(rows, element);
        if (rows.PlainPath is { } plain && element.Members.Count == 1 && element.Find(plain) is { } only)
        {
            target.Elements.Add(only);
            return;
        }

        if (rows is { Path: CaseLayout.Parameters, Owner: CaseLayout.Lines })
        {
            if (element.Find("name")?.Text is { } name && element.Find("value") is { } value)
            {
                target.Members.Add((name, value));
            }
            else
            {
                Problem(element.Place, new Message("book.parameter"));
            }

            return;
        }

        // A scenario that changes nothing is a row with its name.
        if (element.Members.Count > 0 || !isNewScenario)
        {
            target.Elements.Add(element);
        }

        string? kind = rows.Owner.Length > 0 ? null : rows.Path is CaseLayout.Costs or CaseLayout.Benefits ? CaseLayout.Lines : rows.Path == CaseLayout.Drivers ? CaseLayout.Drivers : null;
        if (kind is not null && (element.Find("id") ?? element.Find("name"))?.Text is { } id)
        {
            string key = kind + ":" + id;
            _owners[key] = _owners.ContainsKey(key) ? null : element;
            if (element.Find("name")?.Text is { } called)
            {
                key = kind + ":" + called;
                _named[key] = _named.ContainsKey(key) ? null : element;
            }
        }
    }

    /// <summary>Puts together what stands in two columns: a date and months from it, a word or an object.</summary>
    private static void Gather(CaseList rows, CaseNode element)
    {
        foreach (CaseField field in rows.Fields.Where(field => field.ObjectMember is not null))
        {
            // Put made an object of "on.months" beside the value of "on".
            int value = element.Members.FindIndex(member => member.Name == field.Path && member.Node.Kind != JsonValueKind.Object);
            CaseNode? inner = element.Members.Find(member => member.Name == field.Path && member.Node.Kind == JsonValueKind.Object).Node;
            if (value >= 0 && inner is not null)
            {
                inner.Members.Insert(0, (field.ObjectMember!, element.Members[value].Node));
                element.Members.RemoveAt(value);
            }
        }
    }

    private CaseNode? Target(CaseList rows, string? owner, CasePlace place, out bool isNewScenario)
    {
        isNewScenario = false;
        if (rows.Owner.Length == 0)
        {
            return ListAt(_root, rows.Path, place);
        }

        if (owner is null)
        {
            Problem(place, new Message("book.noOwner"));
            return null;
        }

        if (rows.Owner == CaseLayout.Scenarios)
        {
            CaseNode scenarios = ListAt(_root, CaseLayout.Scenarios, place);
            CaseNode? scenario = scenarios.Elements.Find(one => one.Find("name")?.Text == owner);
            isNewScenario = scenario is null;
            if (scenario is null)
            {
                scenario = CaseNode.Object(place);
                scenario.Members.Add(("name", CaseNode.Value(place, JsonValueKind.String, owner)));
                scenario.Members.Add((CaseLayout.Changes, CaseNode.List(place)));
                scenarios.Elements.Add(scenario);
            }

            return scenario.Find(CaseLayout.Changes);
        }

        string key = rows.Owner + ":" + owner;
        bool isKnown = _owners.TryGetValue(key, out CaseNode? line) || _named.TryGetValue(key, out line);
        if (line is null)
        {
            Problem(place, new Message(isKnown ? "book.ownerTwice" : "book.unknownOwner", MessageArgument.Text("name", owner.Length > 100 ? owner.Substring(0, 100) : owner)));
            return null;
        }

        return rows.Path == CaseLayout.Parameters ? ObjectAt(line, rows.Path, place) : ListAt(line, rows.Path, place);
    }

    private static CaseNode ListAt(CaseNode node, string path, CasePlace place) => At(node, path, () => CaseNode.List(place));

    private static CaseNode ObjectAt(CaseNode node, string path, CasePlace place) => At(node, path, () => CaseNode.Object(place));

    private static CaseNode At(CaseNode node, string path, Func<CaseNode> make)
    {
        int point = path.IndexOf('.');
        CaseNode? inner = node.Find(point < 0 ? path : path.Substring(0, point));
        if (point >= 0 && inner is not null)
        {
            return At(inner, path.Substring(point + 1), make);
        }

        if (inner is null)
        {
            inner = make();
            node.Put(path, inner);
        }

        return inner;
    }
}
