using System.Collections.ObjectModel;

namespace TcmCrm.Roi.Measures;

/// <summary>One figure of the list: its id, its unit, what goes into it, and how it is computed from a projection over one evaluation period.</summary>
/// <remarks>
/// <para>Result documents, tables, gates, explanations, the schema and docs/formulas.md all take their figures from such a list; nothing else names them.
/// Words: <c>measure.ID</c> is the name, <c>measure.ID.formula</c> the formula. A host adds its own through <c>EvaluationSettings.Measures</c> and brings
/// their words in an <c>ITextSource</c>.</para>
/// <para>Inputs are ids of other measures, or <c>discountRate</c>, <c>financeRate</c>, <c>reinvestmentRate</c>, <c>years</c>, <c>goLive</c>, <c>flowTiming</c>, <c>dayCount</c>,
/// <c>netFlows</c>, <c>costLines</c>, <c>prepaidLines</c>, <c>benefitLines</c>, <c>longTermLines</c>, <c>yearlyTable</c>; the explanation of a figure shows them with their values.</para>
/// <para>An id is the member of the result document; one with a dot stands in an object, <c>roiByConvention.tei</c>.</para>
/// </remarks>
public sealed class Measure
{
    private readonly Func<PeriodResult, MeasureValue> _of;

    /// <summary>A measure.</summary>
    /// <param name="id">The stable identifier, camelCase, perhaps with one dot.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="inputs">The ids of what goes in: of other measures, or of the terms and flows that the remarks list.</param>
    /// <param name="of">The computation: pure, and never throwing for a case that was accepted.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The id is blank or no camelCase word.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not a named value.</exception>
    public Measure(string id, MeasureUnit unit, IReadOnlyList<string> inputs, Func<PeriodResult, MeasureValue> of)
    {
        Id = IsWord(Check.NotBlank(id)) ? id : throw new ArgumentException($"'{id}' is no id of a measure; allowed: letters and digits that begin with a small letter, perhaps with one dot.", nameof(id));
        Unit = Check.Defined(unit);
        Inputs = new ReadOnlyCollection<string>([.. Check.NotNull(inputs)]);
        _of = Check.NotNull(of);
    }

    /// <summary>The figures of this library, in the order of documents.</summary>
    public static IReadOnlyList<Measure> All => StandardMeasures.All;

    /// <summary>The stable identifier: the member of result documents, the id of the formula, what a gate names.</summary>
    public string Id { get; }

    /// <summary>The unit.</summary>
    public MeasureUnit Unit { get; }

    /// <summary>The ids of what goes in.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>Whether printed documents show it as the difference of its two printed inputs, first less second, so that a reader who subtracts gets it.</summary>
    public bool IsPrintedDifference { get; internal init; }

    /// <summary>Its name.</summary>
    public Message Name => new("measure." + Id);

    /// <summary>Its formula.</summary>
    public Message Formula => new("measure." + Id + ".formula");

    /// <summary>The measure of this library with an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The measure, or null where there is none.</returns>
    public static Measure? Find(string id) => StandardMeasures.Find(id);

    /// <summary>Computes it.</summary>
    /// <param name="result">A projection over one evaluation period.</param>
    /// <returns>The value, not rounded, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">The result is null.</exception>
    public MeasureValue Of(PeriodResult result) => _of(Check.NotNull(result));

    /// <summary>The value as documents print it: money in whole minor units, rounded half away from zero (四舍五入); other units as they are.</summary>
    /// <param name="result">A projection over one evaluation period.</param>
    /// <returns>The value, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">The result is null.</exception>
    public MeasureValue Printed(PeriodResult result)
    {
        MeasureValue value = Of(result);
        if (!value.TryGetMoney(out Money money))
        {
            return value;
        }

        return IsPrintedDifference
            && StandardMeasures.Find(Inputs[0])!.Printed(result).TryGetMoney(out Money first)
            && StandardMeasures.Find(Inputs[1])!.Printed(result).TryGetMoney(out Money second)
                ? MeasureValue.Of(PrintedParts.Difference(first, second))
                : MeasureValue.Of(money.RoundToMinorUnit());
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private static bool IsWord(string id)
    {
        int dots = 0;
        for (int i = 0; i < id.Length; i++)
        {
            bool isStart = i == 0 || id[i - 1] == '.';
            bool isAllowed = id[i] is >= 'a' and <= 'z' || (!isStart && id[i] is (>= 'A' and <= 'Z') or (>= '0' and <= '9')) || (id[i] == '.' && !isStart && ++dots == 1);
            if (!isAllowed)
            {
                return false;
            }
        }

        return id[id.Length - 1] != '.';
    }
}
