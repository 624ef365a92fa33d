namespace TcmCrm.Roi.Tool.Shell;

internal enum OutputFormat
{
    /// <summary>Tables for a person at a terminal.</summary>
    Table,

    /// <summary>The stable, versioned document for programs.</summary>
    Json,

    /// <summary>The same rows as the table, for a pull request or a wiki.</summary>
    Markdown,

    /// <summary>One page for a browser and for paper, with charts.</summary>
    Html,

    /// <summary>One row a result.</summary>
    Csv,

    /// <summary>A workbook, which goes to a file only.</summary>
    Xlsx,
}
