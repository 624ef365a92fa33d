namespace TcmCrm.Roi.Tool;

/// <summary>The language of tables and Markdown. JSON and error messages do not change with it.</summary>
internal enum Language
{
    English,
    Chinese,
}
