using System.Globalization;
using System.Xml;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The rows of one sheet of an xlsx workbook (ECMA-376). Formulas are not computed, macros not run, links not followed.</summary>
internal static class WorkbookReader
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <exception cref="TableFault">The file is no workbook, has no such sheet, or is too large.</exception>
    internal static Grid Read(byte[] bytes, int count, TableReadOptions options, RemarkList notes)
    {
        try
        {
            using var package = new WorkbookPackage(bytes, count, options.MaximumPartBytes);
            return Read(package, options, notes);
        }
        catch (Exception e) when (IsDamage(e))
        {
            // What the parts of the framework say of a damaged archive or part.
            throw new TableFault(Damaged(e));
        }
    }

    /// <summary>The rows of the sheets that are wanted, in the order of the workbook, each behind the limits of one table; the first rows of all others, together behind the limits of one.</summary>
    /// <exception cref="TableFault">The file is no workbook, or is too large.</exception>
    internal static List<(string Name, Grid Grid)> ReadSheets(
        byte[] bytes, int count, TableReadOptions options, Func<string, bool> isWanted, int headRows, out List<(string Name, (Grid Grid, int First, int End) Head)> others)
    {
        try
        {
            using var package = new WorkbookPackage(bytes, count, options.MaximumPartBytes);
            if (!package.Has("xl/workbook.xml"))
            {
                throw new TableFault(Said.As("notWorkbook"));
            }

            (List<(string Name, string Part, bool IsHidden)> sheets, bool is1904) = Sheets(package);
            List<ShownAs> styles = Styles(package);
            var heads = new SheetReader(package, options, styles, is1904);
            others = sheets.FindAll(sheet => !isWanted(sheet.Name)).ConvertAll(sheet => (sheet.Name, heads.ReadHead(sheet.Part, headRows)));
            return sheets.FindAll(sheet => isWanted(sheet.Name)).ConvertAll(sheet => (sheet.Name, new SheetReader(package, options, styles, is1904).Read(sheet.Part)));
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new TableFault(Damaged(e));
        }
    }

    private static bool IsDamage(Exception e) => e is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException or FormatException or OverflowException
        or ArgumentException or IOException;

    private static Message Damaged(Exception e) => new("table.damagedWorkbook", MessageArgument.Part("reason", e is XmlException { LineNumber: > 0 } xml
        ? new Message("table.damaged.xml", Said.Count("line", xml.LineNumber), Said.Count("position", xml.LinePosition))
        : new Message(e is XmlException ? "table.damaged.content" : "table.damaged.archive")));

    private static Grid Read(WorkbookPackage package, TableReadOptions options, RemarkList notes)
    {
        if (!package.Has("xl/workbook.xml"))
        {
            throw new TableFault(Said.As("notWorkbook"));
        }

        (List<(string Name, string Part, bool IsHidden)> sheets, bool is1904) = Sheets(package);
        (string name, string part) = Chosen(sheets, options.Sheet, notes);
        var reader = new SheetReader(package, options, Styles(package), is1904);
        Grid grid = reader.Read(part);
        if (grid.RowCount == 0)
        {
            throw new TableFault(new Message("table.sheetEmpty", MessageArgument.Text("sheet", name), Said.Names("sheets", sheets.Select(sheet => sheet.Name))));
        }

        if (reader.HiddenRows.Count > 0)
        {
            notes.Add(new Message("table.hiddenRows", Said.Count("count", reader.HiddenRows.Count)), line: reader.HiddenRows.First);
        }

        if (reader.HiddenColumns > 0)
        {
            notes.Add(new Message("table.hiddenColumns", Said.Count("count", reader.HiddenColumns)));
        }

        grid.SheetName = name;
        return grid;
    }

    private static (string Name, string Part) Chosen(List<(string Name, string Part, bool IsHidden)> sheets, string? wanted, RemarkList notes)
    {
        Message None(string id) => new(id, MessageArgument.Text("sheet", wanted ?? string.Empty), Said.Names("sheets", sheets.Select(sheet => sheet.Name)));
        if (wanted is null)
        {
            int first = sheets.FindIndex(sheet => !sheet.IsHidden);
            if (first < 0)
            {
                throw new TableFault(None("table.sheetsHidden"));
            }

            if (sheets.Count > 1)
            {
                notes.Add(new Message("table.sheetRead", MessageArgument.Text("sheet", sheets[first].Name), Said.Names("sheets", sheets.Where((_, i) => i != first).Select(sheet => sheet.Name))));
            }

            return (sheets[first].Name, sheets[first].Part);
        }

        int found = sheets.FindIndex(sheet => sheet.Name.Trim().Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase));
        if (found < 0 && int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            found = number >= 1 && number <= sheets.Count ? number - 1 : -1;
        }

        return found >= 0 ? (sheets[found].Name, sheets[found].Part) : throw new TableFault(None("table.noSheet"));
    }

    private static (List<(string Name, string Part, bool IsHidden)> Sheets, bool Is1904) Sheets(WorkbookPackage package)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        using (XmlReader links = package.Open("xl/_rels/workbook.xml.rels"))
        {
            while (links.Read())
            {
                if (links.NodeType == XmlNodeType.Element && links.LocalName == "Relationship" && links.GetAttribute("Id") is { } id && links.GetAttribute("Target") is { } target)
                {
                    parts[id] = PartOf(target);
                }
            }
        }

        var sheets = new List<(string, string, bool)>();
        bool is1904 = false;
        using XmlReader book = package.Open("xl/workbook.xml");
        while (book.Read())
        {
            if (book.NodeType == XmlNodeType.Element && book.LocalName == "workbookPr")
            {
                is1904 = book.GetAttribute("date1904") is "1" or "true";
            }
            else if (book.NodeType == XmlNodeType.Element && book.LocalName == "sheet" && sheets.Count < 1000)
            {
                string? id = book.GetAttribute("id", Relationships) ?? book.GetAttribute("id", StrictRelationships);
                if (id is not null && parts.TryGetValue(id, out string? part) && book.GetAttribute("name") is { } name && !part.StartsWith("xl/chartsheets/", StringComparison.Ordinal))
                {
                    sheets.Add((name, part, book.GetAttribute("state") is "hidden" or "veryHidden"));
                }
            }
        }

        return sheets.Count > 0 ? (sheets, is1904) : throw new TableFault(Said.As("notWorkbook"));
    }

    private static string PartOf(string target)
    {
        string path = target.Replace('\\', '/');
        return path.StartsWith("/", StringComparison.Ordinal) ? path.TrimStart('/') : "xl/" + (path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path);
    }

    /// <summary>What each cell style shows.</summary>
    private static List<ShownAs> Styles(WorkbookPackage package)
    {
        var styles = new List<ShownAs>();
        if (!package.Has("xl/styles.xml"))
        {
            return styles;
        }

        var formats = new Dictionary<int, ShownAs>();
        bool inCells = false;
        using XmlReader xml = package.Open("xl/styles.xml");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "cellXfs")
            {
                break;
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            inCells |= xml.LocalName == "cellXfs";
            if (!TryWhole(xml.GetAttribute("numFmtId"), out int id))
            {
                continue;
            }

            if (xml.LocalName == "numFmt" && xml.GetAttribute("formatCode") is { } code)
            {
                formats[id] = NumberFormats.Of(code);
            }
            else if (xml.LocalName == "xf" && inCells)
            {
                styles.Add(formats.TryGetValue(id, out ShownAs known) ? known : new ShownAs(NumberFormats.BuiltIn(id)));
            }
        }

        return styles;
    }

    internal static bool TryWhole(string? text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
