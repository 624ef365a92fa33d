using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.DependencyInjection.Tests;

/// <summary>The example of docs/dependency-injection.md is the code between the markers below.</summary>
public class DocumentationTests
{
    [Fact]
    public void Example_IsTheCodeThatRunsHere()
    {
        string root = typeof(DocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        string document = Read(root, "docs", "dependency-injection.md");
        string source = Read(root, "tests", "TcmCrm.Roi.DependencyInjection.Tests", "DocumentationTests.cs");
        string example = Between(document, "```csharp\n", "\n```");
        string code = Between(source, "        // example begins\n", "\n        // example ends");
        Assert.Equal(example, string.Join('\n', code.Split('\n').Select(line => line.Length > 8 ? line[8..] : "")));
    }

    [Fact]
    public void Example_Runs()
    {
        // example begins
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.AddTcmCrmRoi(builder.Configuration.GetSection("TcmCrmRoi"));
        using IHost host = builder.Build();

        IRoiEngine roi = host.Services.GetRequiredService<IRoiEngine>();
        InvestmentCase crm = roi.CreateCase("CRM", goLive: new LocalDate(2025, 3, 1), start: new LocalDate(2025, 1, 1))
            .WithCosts(SoftwareCost.Subscription("CRM seats", seats: 120, pricePerSeat: Money.Cny(150), every: BillingCycle.Monthly));
        RoiEvaluation evaluation = roi.Evaluate(crm);
        // example ends
        Assert.Equal([108_000m, 216_000m, 648_000m], evaluation.Periods.Select(horizon => horizon.TotalCost.Amount));
    }

    private static string Between(string text, string begin, string end)
    {
        int start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[start..text.IndexOf(end, start, StringComparison.Ordinal)];
    }

    private static string Read(params string[] parts) => File.ReadAllText(Path.Combine(parts)).ReplaceLineEndings("\n");
}
