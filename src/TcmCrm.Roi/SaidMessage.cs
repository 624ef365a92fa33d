namespace TcmCrm.Roi;

/// <summary>Holds the message of an exception in its data, which on .NET Framework takes serializable values only; the message itself does not travel.</summary>
[Serializable]
internal sealed class SaidMessage
{
    internal const string Key = "TcmCrm.Roi.Message";

    [NonSerialized]
    private readonly Message? _message;

    private SaidMessage(Message message) => _message = message;

    internal Message? Message => _message;

    internal static T In<T>(T exception, Message message)
        where T : Exception
    {
        exception.Data[Key] = new SaidMessage(message);
        return exception;
    }
}
