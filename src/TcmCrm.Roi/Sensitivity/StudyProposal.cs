using System.Globalization;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>A factor that is worth knowing before the decision, and the study before and after that would tell it.</summary>
/// <remarks>The worth is that of knowing the factor exactly: a study tells less, so that what it is worth is below it.</remarks>
public sealed class StudyProposal
{
    private const int MostMonths = 1_200;

    internal StudyProposal(SimulatedInput input, double? costPerMonth, int? months)
    {
        Input = input;
        MonthsPaidFor = !input.IsBenefit ? Figure.NotApplicable<int>(NotApplicableReason.NotStudied)
            : costPerMonth is { } monthly ? Figure.Of((int)Math.Min(MostMonths, Math.Floor(Worth.Value / monthly)))
            : Figure.NotApplicable<int>(NotApplicableReason.MissingInput);
        Months = !input.IsBenefit ? Figure.NotApplicable<int>(NotApplicableReason.NotStudied)
            : months is { } needed ? Figure.Of(needed)
            : Figure.NotApplicable<int>(NotApplicableReason.MissingInput);
        Cost = Months.TryGetValue(out int length) && costPerMonth is { } price ? Figure.Of(length * price)
            : Figure.NotApplicable<double>(Months.Reason ?? NotApplicableReason.MissingInput);
    }

    /// <summary>The line or driver.</summary>
    public SimulatedInput Input { get; }

    /// <summary>What knowing it before the decision is worth at most, in the currency of the case.</summary>
    public Estimate Worth => Input.ValueOfInformation.Value;

    /// <summary>How many whole months of study its worth pays for, up to 1,200; no answer without a cost, or where it is no benefit.</summary>
    public Figure<int> MonthsPaidFor { get; }

    /// <summary>How many months a study needs; no answer where that was not told, or where it is no benefit.</summary>
    public Figure<int> Months { get; }

    /// <summary>What that study costs, in the currency of the case.</summary>
    public Figure<double> Cost { get; }

    /// <summary>What is left of the worth after the cost: above 0 a study may be worth it, below 0 none is.</summary>
    public Figure<double> WorthLessCost => Cost.Select(cost => Worth.Value - cost);

    /// <summary>Id, worth and months, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1}, {2} months", Input.Id, Worth, Months);
}
