using System.Text.Json;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Words of the result document that come from enumerations.</summary>
internal static class ResultNames
{
    public static readonly Choices<RoiConvention> Conventions = Choices.Of<RoiConvention>();

    public static readonly Choices<RateStatus> Statuses = Choices.Of<RateStatus>();

    public static readonly Choices<RateProof> Proofs = Choices.Of<RateProof>();

    public static readonly JsonEncodedText NotApplicable = JsonEncodedText.Encode("notApplicable");
}
