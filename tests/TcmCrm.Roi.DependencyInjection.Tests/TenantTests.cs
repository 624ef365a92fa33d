using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.DependencyInjection.Tests;

/// <summary>Engines of tenants by name, and options that a configuration says.</summary>
public class TenantTests
{
    [Fact]
    public void EachName_HasItsOwnEngineAndOptions()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddTcmCrmRoi(options => options.DiscountRate = 0.08m)
            .AddTcmCrmRoi("同仁堂", options => options.DiscountRate = 0.06m)
            .AddTcmCrmRoi("tenantB", options => options.Currency = "HKD")
            .BuildServiceProvider(validateScopes: true);
        IRoiEngine[] engines =
        [
            provider.GetRequiredService<IRoiEngine>(), provider.GetRequiredKeyedService<IRoiEngine>("同仁堂"), provider.GetRequiredKeyedService<IRoiEngine>("tenantB"),
        ];
        Assert.Equal(["", "同仁堂", "tenantB"], engines.Select(engine => engine.Name));
        Assert.Equal([0.08m, 0.06m, null], engines.Select(engine => engine.EvaluationSettings.Defaults.DiscountRate));
        Assert.Equal([Currency.Cny, Currency.Cny, Currency.Hkd], engines.Select(engine => engine.Currency));
        Assert.Same(engines[1], provider.GetRequiredKeyedService<IRoiEngine>("同仁堂"));
        Assert.Null(provider.GetKeyedService<IRoiEngine>("tenantb"));
        Assert.Equal("engine tenantB", engines[2].ToString());
    }

    [Fact]
    public void NameTwice_RegistersOnce_AndBothActionsRun()
    {
        ServiceCollection services = [];
        services.AddTcmCrmRoi("a", options => { options.DiscountRate = 0.05m; options.Currency = "USD"; });
        int engines = services.Count(service => service.ServiceType == typeof(IRoiEngine));
        services.AddTcmCrmRoi("a", options => options.DiscountRate = 0.09m);
        Assert.Equal(engines, services.Count(service => service.ServiceType == typeof(IRoiEngine)));
        using ServiceProvider provider = services.BuildServiceProvider();
        IRoiEngine engine = provider.GetRequiredKeyedService<IRoiEngine>("a");
        Assert.Equal((0.09m, Currency.Usd), (engine.EvaluationSettings.Defaults.DiscountRate, engine.Currency));
        Assert.Null(provider.GetService<IRoiEngine>());
    }

    [Fact]
    public void OptionsOfAll_HoldForEveryEngineUnlessItsOwnSayOtherwise()
    {
        using ServiceProvider provider = new ServiceCollection()
            .ConfigureAll<TcmCrmRoiOptions>(options => { options.DiscountRate = 0.08m; options.Currency = "USD"; })
            .AddTcmCrmRoi()
            .AddTcmCrmRoi("a", options => options.DiscountRate = 0.05m)
            .BuildServiceProvider();
        Assert.Equal(0.08m, provider.GetRequiredService<IRoiEngine>().EvaluationSettings.Defaults.DiscountRate);
        IRoiEngine engine = provider.GetRequiredKeyedService<IRoiEngine>("a");
        Assert.Equal((0.05m, Currency.Usd), (engine.EvaluationSettings.Defaults.DiscountRate, engine.Currency));
    }

    [Fact]
    public async Task WrongOptionsOfATenant_StopTheHostAtStart()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTcmCrmRoi().AddTcmCrmRoi("good", _ => { }).AddTcmCrmRoi("bad", options => options.Currency = "RMB");
        using IHost host = builder.Build();
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal("bad", error.OptionsName);
        Assert.StartsWith("Currency is 'RMB'", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Section_SetsEveryOption()
    {
        IRoiEngine engine = Engine(
            ("Roi:currency", "HKD"), ("Roi:DiscountRate", "0.065"), ("Roi:Horizons:0", "P18M"), ("Roi:Horizons:1", "P5Y"), ("Roi:DayCount", "actual365Fixed"), ("Roi:FlowTiming", "EndOfYear"),
            ("Roi:MaximumCells", "12345"), ("Roi:Conventions:0", "Tei"), ("Roi:Conventions:1", "Simple"));
        CaseTerms terms = engine.EvaluationSettings.Defaults;
        Assert.Equal(Currency.Hkd, engine.Currency);
        Assert.Equal((0.065m, DayCount.Actual365Fixed, FlowTiming.EndOfYear, 12_345), (terms.DiscountRate, terms.DayCount, terms.FlowTiming, engine.EvaluationSettings.MaximumCells));
        Assert.Equal(["P18M", "P5Y"], terms.Periods!.Select(period => period.ToString()));
        Assert.Equal([RoiConvention.Tei, RoiConvention.Simple], engine.Conventions);
    }

    [Fact]
    public void Section_KnowsEveryOptionThatThereIs()
    {
        // A new option that the section does not read would be refused as unknown.
        string[] options = [.. typeof(TcmCrmRoiOptions).GetProperties().Select(property => property.Name)];
        string failure = Assert.Single(Failures(("Roi:Unknown", "1")));
        Assert.Equal(options.Order(), failure.Split("allowed: ")[1].TrimEnd('.').Split(", ").Order());
    }

    [Fact]
    public void UnknownKeysAndUnreadableValues_AreAllToldWithTheirPlace() => Assert.Equal(
        [
            "Roi:Conventions is 'Tei'; allowed: a list of Simple, Tei, Idc, Nucleus, Phillips.",
            "Roi:Currency is a section; allowed: an active ISO 4217 code in capitals, such as CNY, USD, EUR.",
            "Roi:DayCount is '3'; allowed: Anniversary, Actual365Fixed, ActualActualIsda, Thirty360.",
            "Roi:DiscountRat is not known; allowed: Currency, DiscountRate, Horizons, DayCount, FlowTiming, MaximumCells, Conventions.",
            "Roi:DiscountRate is '8 %'; allowed: a yearly fraction above -1 and at most 1, with a point (0.08 is 8 %).",
            "Roi:Rates is not known; allowed: Currency, DiscountRate, Horizons, DayCount, FlowTiming, MaximumCells, Conventions.",
            "Horizons[0]: 'half a year' is not an ISO 8601 period; expected for example P6M, P1Y, P3Y or P90D.",
        ],
        Failures(
            ("Roi:DiscountRat", "0.08"), ("Roi:DiscountRate", "8 %"), ("Roi:DayCount", "3"), ("Roi:Conventions", "Tei"), ("Roi:Horizons:0", "half a year"), ("Roi:Currency:Code", "CNY"),
            ("Roi:Rates:0", "0.1")));

    [Theory]
    [InlineData("0,08")]
    [InlineData("1e40")]
    public void DiscountRateOfAnotherCulture_IsRefused(string text) => Assert.Contains("Roi:DiscountRate is '" + text + "'", Assert.Single(Failures(("Roi:DiscountRate", text))), StringComparison.Ordinal);

    [Fact]
    public void ValueWhereASectionIsDue_IsRefused() => Assert.Contains("Roi is 'on'; allowed: a section", Assert.Single(Failures(("Roi", "on"))), StringComparison.Ordinal);

    [Fact]
    public void ListOfASection_TakesThePlaceOfTheOneBefore_AndEmptyValuesSetNothing()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddTcmCrmRoi(options => { options.Horizons.Add("P1Y"); options.DiscountRate = 0.08m; })
            .AddTcmCrmRoi(Section(("Roi:Horizons:0", "P1Y"), ("Roi:Horizons:1", "P2Y"), ("Roi:DiscountRate", "")))
            .BuildServiceProvider();
        CaseTerms terms = provider.GetRequiredService<IRoiEngine>().EvaluationSettings.Defaults;
        Assert.Equal(["P1Y", "P2Y"], terms.Periods!.Select(period => period.ToString()));
        Assert.Equal(0.08m, terms.DiscountRate);
    }

    [Fact]
    public void SectionsOfTenants_AreReadApart()
    {
        IConfiguration root = Root(("Tenants:A:DiscountRate", "0.05"), ("Tenants:B:Currency", "USD"));
        ServiceCollection services = [];
        foreach (IConfigurationSection tenant in root.GetSection("Tenants").GetChildren())
        {
            services.AddTcmCrmRoi(tenant.Key, tenant);
        }

        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(0.05m, provider.GetRequiredKeyedService<IRoiEngine>("A").EvaluationSettings.Defaults.DiscountRate);
        Assert.Equal(Currency.Usd, provider.GetRequiredKeyedService<IRoiEngine>("B").Currency);
    }

    private static IRoiEngine Engine(params (string Key, string Value)[] values) => new ServiceCollection().AddTcmCrmRoi(Section(values)).BuildServiceProvider().GetRequiredService<IRoiEngine>();

    private static IEnumerable<string> Failures(params (string Key, string Value)[] values) => Assert.Throws<OptionsValidationException>(() => Engine(values)).Failures;

    private static IConfigurationSection Section(params (string Key, string Value)[] values) => Root(values).GetSection("Roi");

    private static IConfigurationRoot Root(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(value => value.Key, value => (string?)value.Value)).Build();
}
