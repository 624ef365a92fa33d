using NodaTime;

namespace TcmCrm.Roi.Taxation;

/// <summary>Asks rules by date, keeps those that were used, and gathers why there is no answer.</summary>
internal sealed class RuleBook(TaxRules rules)
{
    private readonly List<TaxRule> _used = [];
    private readonly List<Message> _reasons = [];

    internal TaxRules Rules { get; } = rules;

    /// <summary>The rules that were used, each once, in the order of their use.</summary>
    internal IReadOnlyList<TaxRule> Used => _used;

    /// <summary>Why there is no answer; empty where there is one.</summary>
    internal IReadOnlyList<Message> Reasons => _reasons;

    /// <summary>The value of a rule on a date; 0 and a reason where none covers it.</summary>
    internal decimal Value(TaxRuleKind kind, LocalDate date)
    {
        if (Rules.Find(kind, date) is { } rule)
        {
            return Use(rule);
        }

        Say(new Message("tax.noRule", MessageArgument.Part("rule", Message.NameOf(kind)), MessageArgument.Date("date", date)));
        return 0;
    }

    /// <summary>The value of a rule on a date, or null where none covers it and that is no fault.</summary>
    internal decimal? ValueIfAny(TaxRuleKind kind, LocalDate date) => Rules.Find(kind, date) is { } rule ? Use(rule) : null;

    /// <summary>Adds a reason once; of dates without a rule the first of a kind is enough.</summary>
    internal void Say(Message reason)
    {
        bool isKnown = reason.Id == "tax.noRule"
            ? _reasons.Exists(known => known.Id == reason.Id && Equals(known.Find("rule"), reason.Find("rule")))
            : _reasons.Contains(reason);
        if (!isKnown)
        {
            _reasons.Add(reason);
        }
    }

    private decimal Use(TaxRule rule)
    {
        if (!_used.Contains(rule))
        {
            _used.Add(rule);
        }

        return rule.Value;
    }
}
