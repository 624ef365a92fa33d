using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.DependencyInjection.Tests;

public class AddTcmCrmRoiTests
{
    [Fact]
    public void Twice_RegistersOnce()
    {
        var services = new ServiceCollection();
        Assert.Same(services, services.AddTcmCrmRoi());
        int once = services.Count;
        services.AddTcmCrmRoi();
        Assert.Equal(once, services.Count);
        Assert.Single(services, service => service.ServiceType == typeof(IRoiEngine));
        Assert.Single(services, service => service.ServiceType == typeof(IValidateOptions<TcmCrmRoiOptions>));
    }

    [Fact]
    public void OwnRegistration_Stays()
    {
        using ServiceProvider others = new ServiceCollection().AddTcmCrmRoi(options => options.DiscountRate = 0.05m).BuildServiceProvider();
        IRoiEngine own = others.GetRequiredService<IRoiEngine>();
        using ServiceProvider provider = new ServiceCollection().AddSingleton(own).AddTcmCrmRoi(options => options.DiscountRate = 0.09m).BuildServiceProvider();
        Assert.Same(own, provider.GetRequiredService<IRoiEngine>());
    }

    [Fact]
    public void Service_IsOneForAllScopes()
    {
        using ServiceProvider provider = new ServiceCollection().AddTcmCrmRoi().BuildServiceProvider(validateScopes: true);
        using IServiceScope first = provider.CreateScope();
        using IServiceScope second = provider.CreateScope();
        Assert.Same(first.ServiceProvider.GetRequiredService<IRoiEngine>(), second.ServiceProvider.GetRequiredService<IRoiEngine>());
    }

    [Fact]
    public void SeveralConfigureActions_RunInOrder()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddTcmCrmRoi(options => { options.DiscountRate = 0.05m; options.Currency = "USD"; })
            .AddTcmCrmRoi(options => options.DiscountRate = 0.09m)
            .BuildServiceProvider();
        IRoiEngine service = provider.GetRequiredService<IRoiEngine>();
        Assert.Equal(0.09m, service.EvaluationSettings.Defaults.DiscountRate);
        Assert.Equal(Currency.Usd, service.Currency);
    }

    [Fact]
    public void Defaults_AreThoseOfTheDocumentation()
    {
        using ServiceProvider provider = new ServiceCollection().AddTcmCrmRoi().BuildServiceProvider();
        IRoiEngine service = provider.GetRequiredService<IRoiEngine>();
        Assert.Equal(Currency.Cny, service.Currency);
        Assert.Null(service.EvaluationSettings.Defaults.DiscountRate);
        Assert.Equal(CaseTerms.None, service.EvaluationSettings.Defaults);
        Assert.Equal([RoiConvention.Simple], service.Conventions);
    }

    [Fact]
    public async Task Configuration_Binds()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["TcmCrmRoi:Currency"] = "HKD",
            ["TcmCrmRoi:DiscountRate"] = "0.065",
            ["TcmCrmRoi:Horizons:0"] = "P18M",
            ["TcmCrmRoi:Horizons:1"] = "P5Y",
            ["TcmCrmRoi:DayCount"] = "actual365Fixed",
            ["TcmCrmRoi:FlowTiming"] = "EndOfYear",
            ["TcmCrmRoi:Conventions:0"] = "Tei",
            ["TcmCrmRoi:Conventions:1"] = "Simple",
        });
        builder.Services.AddTcmCrmRoi(builder.Configuration.GetSection("TcmCrmRoi"));
        using IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        IRoiEngine service = host.Services.GetRequiredService<IRoiEngine>();
        Assert.Equal(Currency.Hkd, service.Currency);
        Assert.Equal(0.065m, service.EvaluationSettings.Defaults.DiscountRate);
        Assert.Equal(["P18M", "P5Y"], service.EvaluationSettings.Defaults.Periods!.Select(h => h.ToString()));
        Assert.Equal(DayCount.Actual365Fixed, service.EvaluationSettings.Defaults.DayCount);
        Assert.Equal(FlowTiming.EndOfYear, service.EvaluationSettings.Defaults.FlowTiming);
        Assert.Equal([RoiConvention.Tei, RoiConvention.Simple], service.Conventions);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WrongOptions_StopTheHostAtStartWithAllProblems()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTcmCrmRoi(Spoil);
        using IHost host = builder.Build();
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ExpectedProblems, error.Failures);
    }

    [Fact]
    public void WrongOptions_WithoutAHost_FailWhenTheServiceIsResolved()
    {
        using ServiceProvider provider = new ServiceCollection().AddTcmCrmRoi(Spoil).BuildServiceProvider();
        OptionsValidationException error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IRoiEngine>);
        Assert.Equal(ExpectedProblems, error.Failures);
    }

    [Theory]
    [InlineData("-0.9999", true)]
    [InlineData("0", true)]
    [InlineData("1", true)]
    [InlineData("-1", false)]
    [InlineData("1.0001", false)]
    [InlineData("8", false)]
    public void DiscountRate_HasTheRangeOfACase(string rate, bool isValid)
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddTcmCrmRoi(options => options.DiscountRate = decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture)).BuildServiceProvider();
        Exception? error = Record.Exception(provider.GetRequiredService<IRoiEngine>);
        Assert.Equal(isValid, error is null);

        // Refused with the other options when the host starts, not by the case when the service is first asked for.
        Assert.True(isValid || error is OptionsValidationException, error?.GetType().Name);
    }

    [Fact]
    public void NullArguments_Throw()
    {
        IServiceCollection services = new ServiceCollection();
        Assert.Throws<ArgumentNullException>(() => services.AddTcmCrmRoi((Action<TcmCrmRoiOptions>)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddTcmCrmRoi((IConfiguration)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddTcmCrmRoi(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => services.AddTcmCrmRoi("a", (Action<TcmCrmRoiOptions>)null!));
        Assert.Throws<ArgumentNullException>(() => TcmCrmRoiServiceCollectionExtensions.AddTcmCrmRoi(null!));
        Assert.Throws<ArgumentException>(() => services.AddTcmCrmRoi(" ", _ => { }));
        Assert.Empty(services);
    }

    private static readonly string[] ExpectedProblems =
    [
        "Currency is 'RMB'; allowed: an active ISO 4217 code in capitals, such as CNY, USD, EUR.",
        "DiscountRate is -1.5; allowed: a yearly fraction above -1 and at most 1 (0.08 is 8 %).",
        "Horizons[0]: 'six months' is not an ISO 8601 period; expected for example P6M, P1Y, P3Y or P90D.",
        "Horizons[2] is 'P12M', which stands in the list already; each period is allowed once.",
        "DayCount is 17; allowed: Anniversary, Actual365Fixed, ActualActualIsda, Thirty360.",
        "FlowTiming is -1; allowed: Dated, StartOfMonth, MidMonth, EndOfMonth, EndOfYear.",
        "Conventions[0] is 99; allowed: Simple, Tei, Idc, Nucleus, Phillips.",
        "Conventions[2] is Tei, which stands in the list already; each convention is allowed once.",
    ];

    private static void Spoil(TcmCrmRoiOptions options)
    {
        options.Currency = "RMB";
        options.DiscountRate = -1.5m;
        options.Horizons.Add("six months");
        options.Horizons.Add("P1Y");
        options.Horizons.Add("P12M");
        options.DayCount = (DayCount)17;
        options.FlowTiming = (FlowTiming)(-1);
        options.Conventions.Add((RoiConvention)99);
        options.Conventions.Add(RoiConvention.Tei);
        options.Conventions.Add(RoiConvention.Tei);
    }
}
