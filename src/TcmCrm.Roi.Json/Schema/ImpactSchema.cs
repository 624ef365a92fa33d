using System.Text.Json.Nodes;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>The document of a study before and after.</summary>
internal sealed partial class AnswerSchema
{
    public static string Impact() => Document("impact", ImpactWriter.Version, made => made.Open(
        "impact",
        ("schemaVersion", Words(ImpactWriter.Version)), ("goLive", Month()), ("transitionMonths", new SchemaPart(Whole(), "months")), ("confidenceLevel", new SchemaPart(Real(), "fraction")),
        ("promise", OrNull(new SchemaPart(Real(), "effect"))), ("chosen", OneOf(Methods(), new JsonObject { ["type"] = "null" })), ("verdict", Verdict()), ("effect", made.Effect()), ("change", made.Effect()),
        ("path", OrNull(List(made.Interval("pathMonth", ("monthsAfterFirst", new SchemaPart(Whole(), "months")))))),
        ("firstMonth", OrNull(made.Interval("interval"))), ("lastMonths", OrNull(made.Interval("interval"))), ("choice", made.Messages()),
        ("minimumDetectableEffect", OrNull(new SchemaPart(Real(), "effect"))), ("monthsStillNeeded", OrNull(new SchemaPart(Real(), "months"))),
        ("studies", List(made.ImpactEstimate())),
        ("unavailable", List(Closed("unavailable", ("method", Methods()), ("reason", made.Message())))),
        ("warnings", made.Messages()), ("text", Closed("impactText", ("en", Text()), ("zh", Text())))));

    private static JsonObject Methods() => Words(Values<ImpactMethod>().Select(Roi.Impact.ImpactEstimate.IdOf));

    private static JsonObject Verdict() => Words(Values<ImpactVerdictKind>().Select(ImpactWriter.WordOf));

    private static JsonObject CamelCase<T>()
        where T : struct, Enum => Words(Values<T>().Select(value => ImpactWriter.CamelCase(value.ToString())));

    private static IEnumerable<T> Values<T>()
        where T : struct, Enum => Choices.Of<T>().Values;

    /// <summary>An estimate with its limits, and what stands before it.</summary>
    private JsonObject Interval(string title, params IEnumerable<(string Name, SchemaPart Value)> first) => Shared(title, () => Open(title, [.. first, .. Limits()]));

    private static IEnumerable<(string Name, SchemaPart Value)> Limits() => Each(_ => new SchemaPart(Real(), "effect"), "estimate", "lower", "upper");

    private SchemaPart Effect() => OrNull(EffectBody());

    private JsonObject EffectBody() => Shared("effect", () => Open("effect", [.. Limits(), ("unit", CamelCase<EffectUnit>()), ("basis", Words("allAnswers", "meanOfObservedMonths"))]));

    /// <summary>The study that a benefit of a case was measured by.</summary>
    private JsonObject BenefitStudy() => Shared("benefitStudy", () => Open(
        "benefitStudy",
        [
            ("method", Methods()), ("evidence", CamelCase<EvidenceRung>()), ("verdict", Verdict()), ("nBefore", Real()), ("nAfter", Real()), ("confidenceLevel", new SchemaPart(Real(), "fraction")),
            ("effect?", EffectBody()), ("change?", EffectBody()), ("booked?", Interval("interval")),
        ]));

    private JsonObject ImpactEstimate() => Shared("estimateByMethod", () => Open(
        "estimateByMethod",
        [
            ("method", Methods()), ("evidence", CamelCase<EvidenceRung>()), .. Limits(), ("unit", CamelCase<EffectUnit>()), ("scale", Words("log", "linear")),
            ("confidenceLevel", new SchemaPart(Real(), "fraction")), ("standardError", OrNull(new SchemaPart(Real(), "scale"))), ("degreesOfFreedom", OrNull(Real())), ("pValue", new SchemaPart(Real(), "probability")),
            ("rho", OrNull(Real())), ("nBefore", Real()), ("nAfter", Real()), ("nEffective", Real()), ("seasonAdjusted", Flag()), ("verdict", Verdict()),
            ("minimumDetectableEffect", OrNull(new SchemaPart(Real(), "effect"))), ("monthsStillNeeded", OrNull(new SchemaPart(Real(), "months"))), ("isEffect", Flag()), ("isGuarded", Flag()),
            ("firstMonth?", Interval("interval")), ("lastMonths?", Interval("interval")), ("cumulativeEffect?", Interval("cumulative")), ("slopeChangePValue?", new SchemaPart(Real(), "probability")),
            ("assumptions", Messages()), ("warnings", Messages()),
        ]));
}
