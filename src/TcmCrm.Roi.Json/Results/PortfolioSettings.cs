using System.Globalization;
using System.Text;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Results;

/// <summary>All that decides the figures of a tenant beside its documents, as a text that is the same for the same options.</summary>
internal static class PortfolioSettings
{
    public static string Text(PortfolioOptions options)
    {
        var text = new StringBuilder();
        Put("version", typeof(PortfolioEvaluator).Assembly.GetName().Version);
        Put("overrides", Terms(options.Evaluation.Overrides));
        Put("defaults", Terms(options.Evaluation.Defaults));
        Put("cells", options.Evaluation.MaximumCells);
        ReviewSettings review = options.Review;
        Put("review", Terms(review.Defaults));
        Put("longTerm", review.IncludeLongTerm);
        Put("reviewCells", review.MaximumCells);
        Put("fixCost", review.FixCost);
        Put("contracts", string.Join(";", review.Contracts));
        Put("rules", string.Join(";", review.Rules.Select(rule => rule.Id)));
        Put("kpis", string.Join(";", review.Kpis.Select(kpi => kpi.ToString())));
        Put("policy", string.Join(";", PolicyValues(review.Policy).Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));
        Put("asOf", options.AsOf);
        if (options.Simulation is { } simulation)
        {
            Put("trials", simulation.Trials);
            Put("seed", simulation.Seed);
            Put("basis", simulation.Basis);
            Put("usual", simulation.UsesDefaultUncertainty);
            foreach (UncertaintyDriver driver in options.SharedDrivers)
            {
                Put("driver", driver.Id + " " + string.Join(";", driver.On) + " " + driver.DelaysGoLive.ToString(CultureInfo.InvariantCulture) + " " + DistributionText(driver.Distribution));
            }
        }

        return text.ToString();

        void Put(string name, object? value) => text.Append(name).Append('=').Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append('\n');
    }

    private static IEnumerable<object?> PolicyValues(ReviewPolicy policy) =>
    [
        policy.Tolerance, policy.Materiality, policy.TargetAdoption, policy.ConfidenceLevel, policy.UnusedSeats, policy.EvidenceMonths, policy.MissingMonths, policy.RecentMonths,
        policy.MostBenefitShare, policy.FixEffect, policy.FixMonths, policy.ExtensionMonths,
    ];

    private static string Terms(CaseTerms terms) => string.Join(
        ";", terms, terms.FinanceRate?.ToString(CultureInfo.InvariantCulture), terms.ReinvestmentRate?.ToString(CultureInfo.InvariantCulture), terms.RateSelection);

    private static string DistributionText(Distribution distribution)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DocumentForm.Compact))
        {
            writer.WriteStartObject();
            new DistributionField("distribution", isRequired: true).Write(writer, distribution);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
