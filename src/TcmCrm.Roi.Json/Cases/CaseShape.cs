using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>The properties of the case document itself.</summary>
internal static class CaseShape
{
    public const string Version = "1.0";

    public const int MostItems = 10_000;

    public static Shape Shape { get; } = new("case");

    /// <summary>Where editors look for the schema; read over.</summary>
    public static TextField SchemaLocation { get; } = Shape.Add(new TextField("$schema", isRequired: false));

    public static ChoiceField<string> SchemaVersion { get; } =
        Shape.Add(new ChoiceField<string>("schemaVersion", new Choices<string>((Version, Version))));

    public static TextField Name { get; } = Shape.Add(new TextField("name"));

    public static TextField Source { get; } = Shape.Add(new TextField("source", isRequired: false, most: 10_000));

    public static CurrencyField Currency { get; } = Shape.Add(new CurrencyField("currency"));

    public static DateField Start { get; } = Shape.Add(new DateField("start"));

    public static DateField GoLive { get; } = Shape.Add(new DateField("goLive", isRequired: false));

    public static ChoiceField<DeploymentModel> Deployment { get; } =
        Shape.Add(new ChoiceField<DeploymentModel>("deployment", Choices.Of<DeploymentModel>(), isRequired: false));

    public static ChoiceField<TaxBasis> TaxBasis { get; } =
        Shape.Add(new ChoiceField<TaxBasis>("taxBasis", Choices.Of<TaxBasis>(), isRequired: false));

    public static ChoiceField<PriceBasis> PriceBasis { get; } =
        Shape.Add(new ChoiceField<PriceBasis>("priceBasis", Choices.Of<PriceBasis>(), isRequired: false));

    public static TaxationField Taxation { get; } = new(Shape);

    public static NumberField DiscountRate { get; } = Shape.Add(Rate("discountRate"));

    public static NumberField FinanceRate { get; } = Shape.Add(Rate("financeRate"));

    public static NumberField ReinvestmentRate { get; } = Shape.Add(Rate("reinvestmentRate"));

    public static ChoiceField<DayCount> DayCount { get; } =
        Shape.Add(new ChoiceField<DayCount>("dayCount", Choices.Of<DayCount>(), isRequired: false));

    public static ChoiceField<FlowTiming> FlowTiming { get; } =
        Shape.Add(new ChoiceField<FlowTiming>("flowTiming", Choices.Of<FlowTiming>(), isRequired: false));

    /// <summary>Which of several internal rates of return is picked.</summary>
    public static RateSelectionField RateSelection { get; } = Shape.Add(new RateSelectionField("rateSelection"));

    public static PeriodField EvaluationPeriod { get; } = new("evaluationPeriod");

    public static ListField EvaluationPeriods { get; } = Shape.Add(new ListField("horizons", 1, 64, isRequired: false, new ListElement(EvaluationPeriod)));

    public static RatesField ExchangeRates { get; } = new(Shape);

    public static PoolsField Pools { get; } = new(Shape);

    public static WavesField Waves { get; } = new(Shape);

    public static SharedCostKeyField SharedCostKey { get; } = new(Shape);

    public static ListField Costs { get; } =
        Shape.Add(new ListField("costs", 0, MostItems, isRequired: true, new ListElement([.. CostKinds.All.Select(kind => kind.Shape)])));

    public static ListField Benefits { get; } =
        Shape.Add(new ListField("benefits", 0, MostItems, isRequired: true, new ListElement([.. BenefitKinds.All.Select(kind => kind.Shape)])));

    public static UncertaintyFields Uncertainty { get; } = new(Shape);

    public static ScenariosField Scenarios { get; } = new(Shape);

    private static YearlyRateField Rate(string name) => new(name);
}
