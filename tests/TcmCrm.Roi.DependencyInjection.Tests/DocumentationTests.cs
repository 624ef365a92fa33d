using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.DependencyInjection.Tests;

/// <summary>The code of docs/dependency-injection.md and of its Chinese page is code of this file, and its configuration is one.</summary>
public partial class DocumentationTests
{
    [Theory]
    [InlineData("dependency-injection.md")]
    [InlineData("zh/dependency-injection.md")]
    public void EveryBlockOfThePage_IsTheCodeThatRunsHere(string page)
    {
        string source = Plain(Read("tests/TcmCrm.Roi.DependencyInjection.Tests/DocumentationTests.cs"));
        string[] blocks = [.. Block().Matches(Read("docs/" + page)).Select(match => match.Groups[1].Value)];
        Assert.True(blocks.Length >= 4, page);
        Assert.All(blocks, block => Assert.Contains(Plain(block), source, StringComparison.Ordinal));

        // What is said of a line is in the language of the page.
        static string Plain(string code) => string.Join('\n', code.Split('\n').Select(line => Remark().Replace(line, "").Trim()).Where(line => line.Length > 0));
    }

    [Theory]
    [InlineData("dependency-injection.md")]
    [InlineData("zh/dependency-injection.md")]
    public void Configuration_OfThePageIsKnown(string page)
    {
        string block = Settings().Match(Read("docs/" + page)).Groups[1].Value;
        IConfiguration configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes("{" + block + "}"))).Build();
        using ServiceProvider provider = new ServiceCollection().AddTcmCrmRoi(configuration.GetSection("TcmCrmRoi")).BuildServiceProvider();
        Assert.Equal(0.08m, provider.GetRequiredService<IRoiEngine>().EvaluationSettings.Defaults.DiscountRate);
        string table = Read("docs/" + page);
        Assert.All(configuration.GetSection("TcmCrmRoi").GetChildren(), option => Assert.Matches($@"(?m)^\|[^|]*`{option.Key}`[^|]*\|", table));
    }

    [Fact]
    public void Example_Runs()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.AddTcmCrmRoi(builder.Configuration.GetSection("TcmCrmRoi"));
        using IHost host = builder.Build();

        IRoiEngine roi = host.Services.GetRequiredService<IRoiEngine>();
        InvestmentCase crm = roi.CreateCase("CRM", goLive: new LocalDate(2025, 3, 1), start: new LocalDate(2025, 1, 1))
            .WithCosts(SoftwareCost.Subscription("CRM seats", seats: 120, pricePerSeat: Money.Cny(150), every: BillingCycle.Monthly));
        RoiEvaluation evaluation = roi.Evaluate(crm);
        Assert.Equal([108_000m, 216_000m, 648_000m], evaluation.Periods.Select(horizon => horizon.TotalCost.Amount));
    }

    [Fact]
    public void Tenants_HaveTheirOwnOptionsBesideWhatAllShare()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("Tenants:tenantA:DiscountRate", "0.1"), new("Tenants:tenantB:DiscountRate", "0.12")]);
        builder.Services.AddSingleton<IReviewRule, LateDeliveries>();        // beside the rules of the library
        builder.Services.AddSingleton(new ReviewPolicy { Tolerance = Share.Percent(5) });
        foreach (IConfigurationSection tenant in builder.Configuration.GetSection("Tenants").GetChildren())
        {
            builder.Services.AddTcmCrmRoi(tenant.Key, tenant);
        }

        using IHost host = builder.Build();
        IRoiEngine engine = host.Services.GetRequiredKeyedService<IRoiEngine>("tenantA");
        Assert.Equal(0.1m, engine.EvaluationSettings.Defaults.DiscountRate);
        Assert.Equal(0.12m, host.Services.GetRequiredKeyedService<IRoiEngine>("tenantB").EvaluationSettings.Defaults.DiscountRate);
        Assert.Contains(engine.ReviewSettings.Rules, rule => rule is LateDeliveries);
        Assert.Equal(Share.Percent(5), engine.ReviewSettings.Policy.Tolerance);
    }

    [Fact]
    public void Money_ComesBackFromDocuments()
    {
        JsonSerializerOptions options = new JsonSerializerOptions().ConfigureForTcmCrmRoi();
        string json = JsonSerializer.Serialize(Money.Cny(1234.50m), options); // {"amount":"1234.50","currency":"CNY"}
        Money money = JsonSerializer.Deserialize<Money>(json, options);
        Assert.Equal("""{"amount":"1234.50","currency":"CNY"}""", json);
        Assert.Equal(Money.Cny(1234.50m), money);
    }

    private static string Read(string path)
    {
        string root = typeof(DocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        return File.ReadAllText(Path.Combine(root, path)).ReplaceLineEndings("\n");
    }

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("```json\n(\"TcmCrmRoi\".*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Settings();

    [GeneratedRegex(" *// .*$")]
    private static partial Regex Remark();

    private sealed class LateDeliveries : IReviewRule
    {
        public string Id => "lateDeliveries";

        public IEnumerable<Finding> Examine(ReviewContext context) => [];
    }
}
