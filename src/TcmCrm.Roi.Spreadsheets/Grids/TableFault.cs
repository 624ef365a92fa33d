namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Ends the reading of a file that cannot be read as a table at all.</summary>
internal sealed class TableFault(Message reason, long? line = null) : Exception(reason.ToString())
{
    internal Message Reason { get; } = reason;

    internal long? Line { get; } = line;
}
