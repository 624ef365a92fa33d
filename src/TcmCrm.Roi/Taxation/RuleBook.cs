using NodaTime;

namespace TcmCrm.Roi.Taxation;

/// <summary>Asks rules by date, keeps those that were used, and gathers why there is no answer; each with its date, so that a shorter period sees its own alone.</summary>
internal sealed class RuleBook(TaxRules rules)
{
    private readonly List<(LocalDate Date, TaxRule Rule)> _used = [];
    private readonly List<(LocalDate Date, Message Reason)> _reasons = [];

    internal TaxRules Rules { get; } = rules;

    /// <summary>The rules that were used before a date, each once, in the order of their use.</summary>
    internal IEnumerable<TaxRule> UsedBefore(LocalDate end) => _used.Where(used => used.Date < end).Select(used => used.Rule);

    /// <summary>Why there is no answer before a date; empty where there is one.</summary>
    internal IEnumerable<Message> ReasonsBefore(LocalDate end) => _reasons.Where(reason => reason.Date < end).Select(reason => reason.Reason);

    /// <summary>The value of a rule on a date; 0 and a reason where none covers it.</summary>
    internal decimal Value(TaxRuleKind kind, LocalDate date)
    {
        if (ValueIfAny(kind, date) is { } value)
        {
            return value;
        }

        Say(date, new Message("tax.noRule", MessageArgument.Part("rule", Message.NameOf(kind)), MessageArgument.Date("date", date)));
        return 0;
    }

    /// <summary>The value of a rule on a date, or null where none covers it and that is no fault.</summary>
    internal decimal? ValueIfAny(TaxRuleKind kind, LocalDate date)
    {
        if (Rules.Find(kind, date) is not { } rule)
        {
            return null;
        }

        int known = _used.FindIndex(used => ReferenceEquals(used.Rule, rule));
        if (known < 0)
        {
            _used.Add((date, rule));
        }
        else if (date < _used[known].Date)
        {
            _used[known] = (date, rule);
        }

        return rule.Value;
    }

    /// <summary>Adds a reason once, with its earliest date; of dates without a rule the first of a kind is enough.</summary>
    internal void Say(LocalDate date, Message reason)
    {
        int known = _reasons.FindIndex(other => reason.Id == "tax.noRule"
            ? other.Reason.Id == reason.Id && Equals(other.Reason.Find("rule"), reason.Find("rule"))
            : other.Reason.Id == reason.Id && Equals(other.Reason.Find("line"), reason.Find("line")));
        if (known < 0)
        {
            _reasons.Add((date, reason));
        }
        else if (date < _reasons[known].Date)
        {
            _reasons[known] = (date, reason);
        }
    }
}
