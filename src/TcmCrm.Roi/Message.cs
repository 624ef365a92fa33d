using System.Text;

namespace TcmCrm.Roi;

/// <summary>
/// Something that the library has to say, as an identifier with arguments and never as a sentence: a warning, a finding, an action, a reason, a problem of
/// a document. <c>Language</c> turns it into words.
/// </summary>
/// <remarks>Immutable; two messages are equal where identifier and arguments are. docs/messages.md lists every identifier with its arguments and words.</remarks>
public sealed class Message : IEquatable<Message>
{
    /// <summary>The name of a text that a language says where it has no words for the identifier: what a host calls a thing of its own.</summary>
    internal const string OwnWords = "own";

    private const string SubjectName = "subject";

    private readonly MessageArgument[] _arguments;

    /// <summary>A message.</summary>
    /// <param name="id">The stable identifier that programs may test, for example <c>serverCostInSaas</c>; not blank.</param>
    /// <param name="arguments">What it is said of, each name once, in the order in which they matter.</param>
    /// <exception cref="ArgumentNullException">The identifier, the arguments or one of them is null.</exception>
    /// <exception cref="ArgumentException">The identifier is blank, or two arguments have one name.</exception>
    public Message(string id, params MessageArgument[] arguments)
    {
        Id = Check.NotBlank(id);
        _arguments = Check.NotNull(arguments).Length == 0 ? [] : (MessageArgument[])arguments.Clone();
        for (int i = 0; i < _arguments.Length; i++)
        {
            Check.NotNull(_arguments[i], nameof(arguments));
            for (int j = 0; j < i; j++)
            {
                if (_arguments[j].Name == _arguments[i].Name)
                {
                    throw new ArgumentException($"Two arguments of '{id}' are called '{_arguments[i].Name}'; allowed: one.", nameof(arguments));
                }
            }
        }

        Arguments = Array.AsReadOnly(_arguments);
    }

    /// <summary>The stable identifier of the sentence: its <see cref="Code"/>, and behind a dot which form of it where there are several.</summary>
    public string Id { get; }

    /// <summary>What programs test, and <c>code</c> in documents: the identifier up to its first dot, for example <c>tooFewMonths</c> of <c>tooFewMonths.pairs</c>.</summary>
    public string Code => Id.IndexOf('.') is > 0 and int dot ? Id.Substring(0, dot) : Id;

    /// <summary>What it is said of, in order.</summary>
    public IReadOnlyList<MessageArgument> Arguments { get; }

    /// <summary>The lines that it is about, by id, and the text called <c>subject</c> (a KPI, a series), in order of the arguments; may be empty.</summary>
    public IReadOnlyList<string> Subjects
    {
        get
        {
            var subjects = new List<string>();
            AddSubjects(this, subjects);
            return subjects.AsReadOnly();
        }
    }

    /// <summary>The name of a named value, <c>Type.valueInCamelCase</c>: what <c>Language</c> calls a category, a method, a state.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">One of its named values.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static Message NameOf<T>(T value)
        where T : struct, Enum => new(NameId(value));

    /// <summary>What an exception of this library says of a wrong argument, so that it can be said in the reader's language.</summary>
    /// <param name="exception">An exception; its own text is English.</param>
    /// <returns>The message, or null where the exception carries none.</returns>
    /// <exception cref="ArgumentNullException">The exception is null.</exception>
    public static Message? Of(Exception exception) => (Check.NotNull(exception).Data[SaidMessage.Key] as SaidMessage)?.Message;

    /// <summary>Gives an exception this message, which <see cref="Of"/> finds: so a host's own function says in every language what it does not accept.</summary>
    /// <typeparam name="T">The type of the exception.</typeparam>
    /// <param name="exception">The exception.</param>
    /// <returns>The same exception.</returns>
    /// <exception cref="ArgumentNullException">The exception is null.</exception>
    public T In<T>(T exception)
        where T : Exception => SaidMessage.In(Check.NotNull(exception), this);

    /// <summary>An argument by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The argument, or null where there is none of the name.</returns>
    public MessageArgument? Find(string name) => Array.Find(_arguments, argument => argument.Name == name);

    /// <inheritdoc/>
    public bool Equals(Message? other) =>
        other is not null && Id == other.Id && _arguments.AsEnumerable().SequenceEqual(other._arguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Message);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <summary>Identifier and arguments, invariant, for logs and tests: <c>missingRate(line: seats, date: 2025-03-01)</c>.</summary>
    public override string ToString()
    {
        if (_arguments.Length == 0)
        {
            return Id;
        }

        var text = new StringBuilder(Id).Append('(');
        for (int i = 0; i < _arguments.Length; i++)
        {
            text.Append(i == 0 ? string.Empty : ", ").Append(_arguments[i]);
        }

        return text.Append(')').ToString();
    }

    internal static string NameId<T>(T value)
        where T : struct, Enum => typeof(T).Name + "." + CamelCase(Check.Defined(value).ToString());

    /// <summary>A member name as documents write it: the first letter small.</summary>
    internal static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static void AddSubjects(Message message, List<string> subjects)
    {
        foreach (MessageArgument argument in message._arguments)
        {
            switch (argument.Value)
            {
                case LineId line:
                    subjects.Add(line.Text);
                    break;
                case string text when argument.Name == SubjectName:
                    subjects.Add(text);
                    break;
                case IReadOnlyList<Message> parts:
                    foreach (Message part in parts)
                    {
                        AddSubjects(part, subjects);
                    }

                    break;
            }
        }
    }
}
