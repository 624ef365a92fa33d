using System.Collections.ObjectModel;
using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>
/// What there is to say, free of any form: a title, and sections of paragraphs, lists, tables and charts in the order in which they are read. Text, Markdown, CSV and
/// HTML are drawn from the same report, so they cannot disagree. <see cref="RoiReport"/> makes one of a result.
/// </summary>
/// <remarks>Nothing of it can be changed from outside; every text is one line without control characters, whatever the names in a document hold.</remarks>
public sealed class Report
{
    private readonly List<ReportSection> sections = [];

    /// <param name="title">The title.</param>
    /// <param name="language">The language with the words of this package.</param>
    internal Report(string title, Language language)
    {
        Title = PlainText.OneLine(title);
        Words = language;
        Sections = new ReadOnlyCollection<ReportSection>(sections);
    }

    /// <summary>The title, not empty.</summary>
    public string Title { get; }

    /// <summary>The BCP 47 tag of the language that it is written in: <c>en</c>, <c>zh</c>, or that of a host's own language.</summary>
    public string Language => Words.Tag;

    /// <summary>For what a renderer says itself.</summary>
    internal Language Words { get; }

    /// <summary>The sections in order, the conclusion first.</summary>
    public IReadOnlyList<ReportSection> Sections { get; }

    /// <summary>The currency of every cell and chart whose unit is money; null where there is none.</summary>
    public Currency? Currency { get; internal init; }

    /// <summary>What the texts of amounts are divided by: 10,000 where they are printed in 万元, else 1. Values are never divided.</summary>
    public decimal MoneyScale { get; internal init; } = 1;

    internal ReportSection AddSection(string heading)
    {
        var section = new ReportSection(heading);
        sections.Add(section);
        return section;
    }
}
