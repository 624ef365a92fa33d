using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace TcmCrm.Roi.Texts;

/// <summary>Fills the arguments of a message into a template; <see cref="ITextSource"/> says what a template is.</summary>
internal static class Template
{
    internal static string Fill(string template, Message message, Language language)
    {
        var text = new StringBuilder(template.Length + 32);
        int position = 0;
        while (position < template.Length)
        {
            char character = template[position];
            bool isDouble = position + 1 < template.Length && template[position + 1] == character;
            if (character is '{' or '}' && isDouble)
            {
                text.Append(character);
                position += 2;
            }
            else if (character == '{' && template.IndexOf('}', position) is > 0 and int end)
            {
                text.Append(Place(template.Substring(position + 1, end - position - 1), message, language));
                position = end + 1;
            }
            else
            {
                text.Append(character);
                position++;
            }
        }

        return text.ToString();
    }

    /// <summary>The names of the arguments that a template has places for, each once.</summary>
    internal static IEnumerable<string> ArgumentsOf(string template)
    {
        var names = new List<string>();
        for (int start = template.IndexOf('{'); start >= 0 && start + 1 < template.Length; start = template.IndexOf('{', start))
        {
            int end = template.IndexOf('}', start);
            if (template[start + 1] == '{' || end < 0)
            {
                start += 2;
                continue;
            }

            string name = template.Substring(start + 1, end - start - 1).Split('|', ':')[0];
            if (!names.Contains(name))
            {
                names.Add(name);
            }

            start = end;
        }

        return names;
    }

    private static string Place(string place, Message message, Language language)
    {
        string[] words = place.Split('|');
        string[] parts = words[0].Split(':');
        if (message.Find(parts[0]) is not { } argument)
        {
            return parts[0];
        }

        if (words.Length == 3)
        {
            return argument.Value is decimal count && Math.Abs(count) == 1 ? words[1] : words[2];
        }

        int decimals = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : argument.Decimals;
        return Write(argument, decimals, language);
    }

    private static string Write(MessageArgument argument, int decimals, Language language) => argument.Kind switch
    {
        MessageArgumentKind.Money => language.Write((Money)argument.Value),
        MessageArgumentKind.Ratio => Percent((decimal)argument.Value, decimals),
        MessageArgumentKind.Number => Language.Number((decimal)argument.Value, decimals),
        MessageArgumentKind.Date => language.Write((LocalDate)argument.Value),
        MessageArgumentKind.Month => language.Write((YearMonth)argument.Value),
        MessageArgumentKind.Period => PeriodPattern.Roundtrip.Parse((string)argument.Value) is { Success: true } period ? language.Write(period.Value) : (string)argument.Value,
        MessageArgumentKind.Line => argument.Shown!,
        MessageArgumentKind.Message => language.Say((Message)argument.Value),
        MessageArgumentKind.Messages => language.Join(((IReadOnlyList<Message>)argument.Value).Select(language.Say)),
        _ => (string)argument.Value,
    };

    private static string Percent(decimal ratio, int decimals) =>
        Math.Abs(ratio) < decimal.MaxValue / 100 ? Language.Number(ratio * 100, decimals) + "%" : Language.Number(ratio, 0);
}
