using NodaTime;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans;

/// <summary>A tenant as its grain keeps it.</summary>
public sealed class KeptTenant
{
    internal KeptTenant(ReadOnlyMemory<byte> document, TenantResult result, string contentHash)
    {
        Document = document;
        Result = result;
        ContentHash = contentHash;
    }

    /// <summary>The document as it was handed over last: case, actuals, contracts.</summary>
    public ReadOnlyMemory<byte> Document { get; }

    /// <summary>The figures of the document, or why there are none.</summary>
    public TenantResult Result { get; }

    /// <summary>The hash of what the result was made from, as 64 hexadecimal digits.</summary>
    public string ContentHash { get; }

    /// <summary>Every how many months it is reviewed; null without a calendar.</summary>
    public int? EveryMonths { get; internal init; }

    /// <summary>The day of the last review by the calendar; null where there was none.</summary>
    public LocalDate? ReviewedOn { get; internal init; }

    /// <summary>The day from which the next review is due; null without a calendar.</summary>
    public LocalDate? NextReview { get; internal init; }

    /// <summary>Result and next review, invariant.</summary>
    public override string ToString() => NextReview is { } next ? FormattableString.Invariant($"{Result}; next review {next:uuuu-MM-dd}") : Result.ToString();
}
