using System.Text.Json;
using System.Text.Json.Serialization;
using TcmCrm.Roi.Json.Converters;

namespace TcmCrm.Roi.Json;

/// <summary>Teaches System.Text.Json the types of this library, so that a host can hold them in documents of its own.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>type</term><description>in JSON</description></listheader>
/// <item><term><see cref="Money"/></term><description><c>{"amount":"1234.50","currency":"CNY"}</c>: exact, so as text; a number is read too</description></item>
/// <item><term><see cref="Currency"/>, <see cref="LineId"/></term><description>their text</description></item>
/// <item><term><see cref="Share"/></term><description>the fraction: 0.42 is 42 %</description></item>
/// <item><term><see cref="Figure{T}"/> of decimal, double, int, <see cref="Money"/>, LocalDate</term><description>the answer, or <c>{"notApplicable":"neverPaidBack"}</c></description></item>
/// <item><term><see cref="Periods.EvaluationPeriod"/></term><description>the ISO 8601 period: <c>"P6M"</c></description></item>
/// <item><term><see cref="DatedAmount"/>, <see cref="ExchangeRate"/></term><description>objects of their members</description></item>
/// <item><term><see cref="Roi.Cases.InvestmentCase"/></term><description>a case document, as <see cref="CaseDocument"/> reads and writes it</description></item>
/// <item><term><see cref="Roi.Costs.CostItem"/>, <see cref="Roi.Benefits.BenefitItem"/></term><description>a line as it stands in a case document, its currency always stated; pools that it draws on are known to its case</description></item>
/// <item><term><see cref="Roi.Kpis.KpiDefinition"/></term><description>the id of a KPI of the catalogue, an object for one of the host's own</description></item>
/// <item><term><see cref="Roi.Kpis.KpiSeries"/>, <see cref="Roi.Kpis.KpiObservation"/>, <see cref="Roi.Kpis.KpiTarget"/></term><description>objects; months as <c>"2025-03"</c>, a missing value as null</description></item>
/// <item><term><see cref="Roi.Review.Actual"/>, <see cref="Roi.Review.Actuals"/></term><description>objects of the columns of a table of actuals: <c>{"kind":"cost","line":"seats","month":"2025-03","amount":{...}}</c>, <c>{"rows":[...]}</c></description></item>
/// <item><term><see cref="Roi.Review.ContractTerms"/>, <see cref="Roi.Review.BenefitsRegister"/></term><description>objects of their members; a version of a register holds its plan as a case document</description></item>
/// <item><term>LocalDate, YearMonth</term><description>ISO 8601</description></item>
/// </list>
/// <para>Results are documents: <see cref="ResultDocument"/>, <see cref="ReviewDocument"/>, <see cref="SimulationDocument"/>, <see cref="ComparisonDocument"/>, <see cref="ImpactDocument"/>, <see cref="TrendDocument"/>; <see cref="AnswerDocument"/> reads them.</para>
/// </remarks>
public static class TcmCrmRoiJson
{
    /// <summary>Adds the converters to options; those that are there already stay in front, and a second call adds nothing.</summary>
    /// <param name="options">Options that have not been used yet.</param>
    /// <returns>The same options, to chain further calls.</returns>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <exception cref="InvalidOperationException">The options have been used and cannot change.</exception>
    public static JsonSerializerOptions ConfigureForTcmCrmRoi(this JsonSerializerOptions options) => options.ConfigureForTcmCrmRoi(DocumentReadOptions.Default);

    /// <summary>Adds the converters to options, with limits and kinds of cost and benefit of the host's own for the cases and lines that they read.</summary>
    /// <param name="options">Options that have not been used yet.</param>
    /// <param name="documents">How a case or a line is read.</param>
    /// <returns>The same options, to chain further calls.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The options have been used and cannot change.</exception>
    public static JsonSerializerOptions ConfigureForTcmCrmRoi(this JsonSerializerOptions options, DocumentReadOptions documents)
    {
        IList<JsonConverter> converters = (options ?? throw new ArgumentNullException(nameof(options))).Converters;
        _ = documents ?? throw new ArgumentNullException(nameof(documents));
        if (!converters.OfType<MoneyConverter>().Any())
        {
            foreach (JsonConverter converter in All(documents))
            {
                converters.Add(converter);
            }
        }

        return options;
    }

    private static IEnumerable<JsonConverter> All(DocumentReadOptions documents)
    {
        yield return MoneyConverter.Instance;
        yield return new TextConverter<Currency>(value => value.Code, text => text == Currency.None.Code ? Currency.None : Currency.Of(text));
        yield return new TextConverter<LineId>(value => value.Text, text => text.Length == 0 ? LineId.None : new LineId(text));
        yield return new TextConverter<Periods.EvaluationPeriod>(value => value.ToString(), Periods.EvaluationPeriod.Parse);
        yield return new ShareConverter();
        yield return new FigureConverter<decimal>(Part.Decimal);
        yield return new FigureConverter<double>(Part.Double);
        yield return new FigureConverter<int>(Part.Whole);
        yield return new FigureConverter<Money>(Part.Money);
        yield return new FigureConverter<NodaTime.LocalDate>(Part.Date);
        yield return new DatedAmountConverter();
        yield return new ExchangeRateConverter();
        yield return new CaseConverter(documents);
        yield return new CostItemConverter(documents);
        yield return new BenefitItemConverter(documents);
        yield return new ActualConverter();
        yield return new ActualsConverter();
        yield return new ContractTermsConverter();
        yield return new BenefitsRegisterConverter(documents);
        yield return new KpiDefinitionConverter();
        yield return new KpiObservationConverter();
        yield return new KpiSeriesConverter();
        yield return new KpiTargetConverter();
        yield return new PartConverter<NodaTime.LocalDate>(Part.Date);
        yield return new PartConverter<NodaTime.YearMonth>(Part.Month);
    }
}
