using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Taxation;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Words of the result document that come from enumerations.</summary>
internal static class ResultNames
{
    public static readonly Choices<CostCategory> CostCategories = Choices.Of<CostCategory>();

    public static readonly Choices<BenefitCategory> BenefitCategories = Choices.Of<BenefitCategory>();

    public static readonly Choices<BenefitClass> Classes = Choices.Of<BenefitClass>();

    public static readonly Choices<Evidence> Evidences = Choices.Of<Evidence>();

    public static readonly Choices<DayCount> DayCounts = Choices.Of<DayCount>();

    public static readonly Choices<FlowTiming> FlowTimings = Choices.Of<FlowTiming>();

    public static readonly Choices<RateStatus> Statuses = Choices.Of<RateStatus>();

    public static readonly Choices<RateProof> Proofs = Choices.Of<RateProof>();

    public static readonly Choices<OriginalDecision> OriginalDecisions = Choices.Of<OriginalDecision>();

    public static readonly Choices<FindingSeverity> Severities = Choices.Of<FindingSeverity>();

    public static readonly Choices<DecisionKind> Decisions = Choices.Of<DecisionKind>();

    public static readonly Choices<BenefitStatus> BenefitStatuses = Choices.Of<BenefitStatus>();

    public static readonly Choices<TaxRuleKind> TaxRules = Choices.Of<TaxRuleKind>();

    public static readonly Choices<VatPayer> VatPayers = Choices.Of<VatPayer>();

    public static readonly Choices<LossRelief> LossReliefs = Choices.Of<LossRelief>();

    public static readonly Choices<TaxPayment> TaxPayments = Choices.Of<TaxPayment>();

    public static readonly Choices<TaxTreatmentKind> TaxTreatments = Choices.Of<TaxTreatmentKind>();

    public static readonly JsonEncodedText NotApplicable = JsonEncodedText.Encode("notApplicable");
}
