using System.Text.Json.Nodes;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>The document of an evaluation: figures from the list of measures, and what they are made of.</summary>
internal sealed partial class AnswerSchema
{
    private static readonly string[] AfterTaxAmounts = ["totalCost", "totalBenefit", "netBenefit", "tax", "creditedVat", "taxableBenefit", "deductibleCost", "undeductedCost", "unusedLoss"];

    public static string Result() => Document("result", ResultWriter.Version, made => Closed(
        "result",
        ("schemaVersion", Words(ResultWriter.Version)), ("name", Text()), ("currency", CurrencyCode()), ("start", Date()), ("goLive", Date()), ("discountRate", made.Number("rate")),
        ("dayCount", Words(ResultNames.DayCounts.Words)), ("flowTiming", Words(ResultNames.FlowTimings.Words)), ("assumedTerms", made.Messages()), ("taxation?", made.Taxation()), ("horizons", List(made.Horizon(), 1)),
        ("warnings", made.Messages()), ("simulation?", made.Shared("simulation", made.SimulationBody))));

    /// <summary>Whose taxes the figures after tax are.</summary>
    private JsonObject Taxation() => Shared("taxation", () => Closed(
        "taxation",
        ("vatPayer", Words(ResultNames.VatPayers.Words)), ("incomeTaxRate", Number("rate")), ("vatExemptShare", new SchemaPart(Real(), "fraction")), ("surchargeRate", new SchemaPart(Real(), "fraction")),
        ("lossRelief", Words(ResultNames.LossReliefs.Words)), ("payment", Words(ResultNames.TaxPayments.Words)),
        ("costs", List(Closed(
            "taxedCost",
            ("id", Text()), ("vatRates", new SchemaPart(List(Real()), "fraction")), ("treatment", Words(ResultNames.TaxTreatments.Words)), ("years?", Whole()))))));

    private JsonObject Horizon() => Shared("horizon", () => Open("horizon", [
        ("period", Period()), ("start", Date()), ("end", Date()),
        .. Figures(isCashable: false),
        ("costByCategory", Groups(ResultNames.CostCategories)), ("benefitByCategory", Groups(ResultNames.BenefitCategories, category => !category.IsLongTerm())),
        ("benefitByClass", Groups(ResultNames.Classes, group => group != BenefitClass.Qualitative)), ("benefitByEvidence", Groups(ResultNames.Evidences, IsCounted)),
        ("benefitShareByEvidence", Groups(ResultNames.Evidences, IsCounted, isShare: true)),
        ("cashable", Shared("cashable", () => Open("cashable", [.. Figures(isCashable: true), ("yearlyTable?", List(Row()))]))),
        ("afterTax?", AfterTax()),
        ("byTag?", Map(Tag())), ("undividedByTag?", Tag()),
        ("limits?", Closed("limits", ("lower", Limit()), ("upper", Limit()))),
        ("costs?", List(Closed(
            "line",
            ("category", Words(ResultNames.CostCategories.Words)), ("id", Text()), ("name", Text()), ("tags?", List(Text())), ("credit?", Flag()), ("total", Money()), ("presentValue", Amount())))),
        ("benefits?", List(Closed(
            "line",
            ("category", Words(ResultNames.BenefitCategories.Words)), ("id", Text()), ("name", Text()), ("class", Words(ResultNames.Classes.Words)), ("evidence", Words(ResultNames.Evidences.Words)),
            ("longTerm", Flag()), ("tags?", List(Text())), ("disbenefit?", Flag()), ("study?", BenefitStudy()), ("total?", Money()), ("presentValue?", Amount()),
            ("workingCapital?", Closed("workingCapital", ("released", Money()), ("returned", Money()))), ("description?", Text()), ("note?", Message())))),
        ("yearlyTable?", List(Row())), ("monthlyTable?", List(Row())), ("explanations?", Explanations()), ("warnings", Messages())]));

    private static bool IsCounted(Evidence evidence) => evidence != Evidence.NotMonetized;

    /// <summary>The figures of the list, those with a dot in the object that they stand in; without the long-term block by category on the cash basis.</summary>
    private IEnumerable<(string Name, SchemaPart Value)> Figures(bool isCashable)
    {
        foreach (Measure measure in StandardMeasures.All.Where(measure => measure.Id.IndexOf('.') < 0))
        {
            yield return (measure.Id, Of(measure));
        }

        foreach (IGrouping<string, Measure> holder in StandardMeasures.All.Where(measure => measure.Id.IndexOf('.') > 0).GroupBy(measure => measure.Id.Substring(0, measure.Id.IndexOf('.'))))
        {
            IEnumerable<(string, SchemaPart)> members = holder.Select(measure => (measure.Id.Substring(holder.Key.Length + 1), Of(measure)));
            if (holder.Key == "longTerm" && !isCashable)
            {
                members = [.. members, ("benefitByCategory", Groups(ResultNames.BenefitCategories, category => category.IsLongTerm()))];
            }

            yield return (holder.Key, Open(holder.Key, members));
        }
    }

    private SchemaPart Of(string measure) => Of(StandardMeasures.Find(measure)!);

    private SchemaPart Of(Measure measure)
    {
        SchemaPart part = measure.Unit switch
        {
            MeasureUnit.Money => Amount(),
            MeasureUnit.Months => Months(),
            MeasureUnit.Multiple => Number("multiple"),
            MeasureUnit.Rate => measure.Of(Answer()).Rates is null ? Number("rate") : Rates(),
            _ => Ratio(),
        };
        return part.As(Meaning(measure.Name, measure.Formula));
    }

    // What is all rates with their proof is told by an answer; the list does not say.
    private static PeriodResult Answer() => RoiEvaluator.Evaluate(InvestmentCase.Create("-", Currency.Cny, new LocalDate(2025, 1, 1))).Periods[0];

    private static Bilingual Meaning(Message name) => new(PackageWords.English.Say(name), PackageWords.Chinese.Say(name));

    private static Bilingual Meaning(Message name, Message formula) => new(
        $"{PackageWords.English.Say(name)}: {PackageWords.English.Say(formula)}", $"{PackageWords.Chinese.Say(name)}：{PackageWords.Chinese.Say(formula)}");

    /// <summary>A total by groups, each by its name.</summary>
    private JsonObject Groups<T>(Choices<T> words, Func<T, bool>? belongs = null, bool isShare = false)
        where T : struct, Enum =>
        Closed("group", words.Values.Where(value => belongs?.Invoke(value) ?? true)
            .Select(value => (words.WordFor(value).ToString(), (isShare ? Ratio() : Money()).As(Meaning(Roi.Message.NameOf(value))))));

    private JsonObject Tag() => Shared("tag", () => Open("tag", Totals()));

    /// <summary>Cost, benefit and their difference, which always exist, and the return.</summary>
    private IEnumerable<(string Name, SchemaPart Value)> Totals() =>
        [.. Each(id => Money().As(Of(id).Meaning!), "totalCost", "totalBenefit", "netBenefit"), ("roi", Of("roi"))];

    private JsonObject Limit() => Shared("limit", () => Open("limit", PeriodWriter.LimitFigures.Select(id => (id, Of(id)))));

    private JsonObject Row() => Shared("row", () => Closed(
        "row",
        ("start", Date()), ("end", Date()), ("cost", Money()), ("benefit", Money()), ("net", Money()), ("cumulativeNet", Money()), ("discountedNet", Amount()),
        ("cumulativeDiscountedNet", Amount())));

    private JsonObject Explanations() => List(Shared("explanation", () => Closed(
        "explanation",
        ("figure", Text()), ("formula", Text()), ("formulaChinese", Text()), ("inputs", List(Closed("input", ("name", Text()), ("value", Text()), ("unit", Text())))), ("result", Text()),
        ("unit", Text()))));

    private JsonObject AfterTax() => Shared("afterTax", () => Open("afterTax", [
        .. AfterTaxFigures(),
        ("cashable", Shared("afterTaxCashable", () => Open("afterTaxCashable", AfterTaxFigures()))),
        ("reasons", Messages()),
        ("rules?", List(Closed(
            "rule",
            ("rule", Words(ResultNames.TaxRules.Words)), ("value", Real()), ("from", Date()), ("until?", Date()), ("source", Text()), ("number", Text()), ("verified", Flag())))),
        ("explanations?", Explanations())]));

    private IEnumerable<(string Name, SchemaPart Value)> AfterTaxFigures() =>
    [
        .. AfterTaxAmounts.Select(name => (name, AfterTaxOf(name, Amount()))),
        ("roi", AfterTaxOf("roi", Ratio())), ("netPresentValue", AfterTaxOf("netPresentValue", Amount())),
        ("internalRateOfReturn", AfterTaxOf("internalRateOfReturn", new SchemaPart(OneOf(Rates().Schema, NotApplicable()), "rate"))),
        ("paybackMonths", AfterTaxOf("paybackMonths", Months())), ("durablePaybackMonths", AfterTaxOf("durablePaybackMonths", Months())),
        ("yearlyTable?", List(Shared("afterTaxRow", () => Closed(
            "row",
            [
                ("start", Date()), ("end", Date()),
                .. Each(_ => Money(), "cost", "benefit", "creditedVat", "taxableBenefit", "deductibleCost", "tax", "net", "cumulativeNet"),
                ("discountedNet", Amount()), ("cumulativeDiscountedNet", Amount()),
            ])))),
    ];

    private static SchemaPart AfterTaxOf(string name, SchemaPart part) => part.As(Meaning(new Message("measure.afterTax." + name), new Message("measure.afterTax." + name + ".formula")));
}
