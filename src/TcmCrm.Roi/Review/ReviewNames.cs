namespace TcmCrm.Roi.Review;

/// <summary>Identifiers (camelCase, as in result documents) and display names of the named values of a review.</summary>
public static class ReviewNames
{
    /// <summary>The identifier.</summary>
    /// <param name="kind">The decision.</param>
    public static string Id(this DecisionKind kind) => Names(kind).Id;

    /// <summary>The English name.</summary>
    /// <param name="kind">The decision.</param>
    public static string English(this DecisionKind kind) => Names(kind).English;

    /// <summary>The Chinese name.</summary>
    /// <param name="kind">The decision.</param>
    public static string Chinese(this DecisionKind kind) => Names(kind).Chinese;

    /// <summary>The identifier.</summary>
    /// <param name="status">The status of a benefit.</param>
    public static string Id(this BenefitStatus status) => Names(status).Id;

    /// <summary>The English name.</summary>
    /// <param name="status">The status of a benefit.</param>
    public static string English(this BenefitStatus status) => Names(status).English;

    /// <summary>The Chinese name.</summary>
    /// <param name="status">The status of a benefit.</param>
    public static string Chinese(this BenefitStatus status) => Names(status).Chinese;

    /// <summary>The identifier.</summary>
    /// <param name="severity">The severity of a finding.</param>
    public static string Id(this FindingSeverity severity) => Names(severity).Id;

    /// <summary>The English name.</summary>
    /// <param name="severity">The severity of a finding.</param>
    public static string English(this FindingSeverity severity) => Names(severity).English;

    /// <summary>The Chinese name.</summary>
    /// <param name="severity">The severity of a finding.</param>
    public static string Chinese(this FindingSeverity severity) => Names(severity).Chinese;

    /// <summary>The identifier.</summary>
    /// <param name="decision">The original decision, seen from today.</param>
    public static string Id(this OriginalDecision decision) => Names(decision).Id;

    /// <summary>The English name.</summary>
    /// <param name="decision">The original decision, seen from today.</param>
    public static string English(this OriginalDecision decision) => Names(decision).English;

    /// <summary>The Chinese name.</summary>
    /// <param name="decision">The original decision, seen from today.</param>
    public static string Chinese(this OriginalDecision decision) => Names(decision).Chinese;

    private static (string Id, string English, string Chinese) Names(DecisionKind kind) => kind switch
    {
        DecisionKind.Continue => ("continue", "Continue", "继续"),
        DecisionKind.Fix => ("fix", "Fix", "整改"),
        DecisionKind.Renegotiate => ("renegotiate", "Renegotiate", "重新谈判"),
        DecisionKind.Extend => ("extend", "Extend", "延长使用"),
        DecisionKind.Exit => ("exit", "Exit", "退出"),
        _ => throw Check.OutOfRange(nameof(kind), kind, "a named decision"),
    };

    private static (string Id, string English, string Chinese) Names(BenefitStatus status) => status switch
    {
        BenefitStatus.Planned => ("planned", "Planned", "计划"),
        BenefitStatus.OnTrack => ("onTrack", "On track", "正常"),
        BenefitStatus.AtRisk => ("atRisk", "At risk", "有风险"),
        BenefitStatus.Missed => ("missed", "Missed", "未实现"),
        BenefitStatus.Exceeded => ("exceeded", "Exceeded", "超额实现"),
        BenefitStatus.Verified => ("verified", "Verified", "已验证"),
        _ => throw Check.OutOfRange(nameof(status), status, "a named status"),
    };

    private static (string Id, string English, string Chinese) Names(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Low => ("low", "Low", "低"),
        FindingSeverity.Medium => ("medium", "Medium", "中"),
        FindingSeverity.High => ("high", "High", "高"),
        _ => throw Check.OutOfRange(nameof(severity), severity, "a named severity"),
    };

    private static (string Id, string English, string Chinese) Names(OriginalDecision decision) => decision switch
    {
        OriginalDecision.Stands => ("stands", "Stands", "仍然成立"),
        OriginalDecision.Doubtful => ("doubtful", "Doubtful", "存疑"),
        OriginalDecision.DoesNotStand => ("doesNotStand", "Does not stand", "不再成立"),
        _ => throw Check.OutOfRange(nameof(decision), decision, "a named value"),
    };
}
