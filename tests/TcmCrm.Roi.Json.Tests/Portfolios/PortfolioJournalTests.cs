using System.Text;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Tests.Portfolios;

public class PortfolioJournalTests
{
    private static readonly PortfolioOptions Simulated = new() { Simulation = new SimulationOptions { Trials = 200 } };

    [Fact]
    public void RunThatEndedEarly_GoesOnWhereItWasAndIsTheSame()
    {
        (PortfolioResult whole, string hash, int all) = SamplePortfolio.Run(Simulated);
        using var file = new MemoryStream();
        Assert.Equal(3, SamplePortfolio.Run(Simulated, file, most: 3).Computed);
        (PortfolioResult resumed, string again, int computed) = SamplePortfolio.Run(Simulated, file);
        Assert.Equal(hash, again);
        Assert.Equal((7, 4), (all, computed));
        Assert.Equal(PortfolioDocument.Write(whole, new DocumentWriteOptions { ContentHash = hash }), PortfolioDocument.Write(resumed, new DocumentWriteOptions { ContentHash = again }));

        // The tenant that failed is computed again; nothing else is, and the file does not grow.
        long length = file.Length;
        Assert.Equal(1, SamplePortfolio.Run(Simulated, file).Computed);
        Assert.Equal(length, file.Length);
    }

    [Fact]
    public void LineThatWasNotWrittenWhole_IsComputedAgain()
    {
        (_, string hash, _) = SamplePortfolio.Run(Simulated);
        using var file = new MemoryStream();
        SamplePortfolio.Run(Simulated, file);
        byte[] bytes = file.ToArray();
        for (int cut = bytes.Length - 1; cut > bytes.Length - 3_000; cut -= 997)
        {
            using var torn = new MemoryStream();
            torn.Write(bytes, 0, cut);
            (_, string again, int computed) = SamplePortfolio.Run(Simulated, torn);
            Assert.Equal(hash, again);
            Assert.InRange(computed, 2, 4);
            Assert.Equal(bytes.Length, torn.Length);
        }
    }

    [Fact]
    public void LineThatIsNotWhatItWas_IsComputedAgain()
    {
        (_, string hash, _) = SamplePortfolio.Run(PortfolioOptions.Usual);
        using var file = new MemoryStream();
        SamplePortfolio.Run(PortfolioOptions.Usual, file);
        string text = Encoding.UTF8.GetString(file.ToArray());
        foreach ((string from, string to) in new[] { ("\"currency\":\"CNY\"", "\"currency\":\"C?Y\""), ("\"P3Y\"", "\"3 Y\""), ("\"roi\":", "\"rio\":") })
        {
            using var changed = new MemoryStream();
            changed.Write(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
            Assert.Equal(hash, SamplePortfolio.Run(PortfolioOptions.Usual, changed).Hash);
        }
    }

    [Fact]
    public void WhatATenantIsMadeFrom_DecidesItsHash()
    {
        ReadOnlyMemory<byte> document = SamplePortfolio.Bytes;
        string hash = Of(PortfolioOptions.Usual);
        Assert.Equal(hash, Of(new PortfolioOptions { DegreeOfParallelism = 8, MostListed = 3 }));
        string[] others =
        [
            Of(Simulated),
            Of(new PortfolioOptions { Simulation = new SimulationOptions { Trials = 200, Seed = 2 } }),
            Of(new PortfolioOptions { Simulation = Simulated.Simulation, SharedDrivers = [Shock(0.1)] }),
            Of(new PortfolioOptions { Simulation = Simulated.Simulation, SharedDrivers = [Shock(0.2)] }),
            Of(new PortfolioOptions { Evaluation = EvaluationSettings.Over(EvaluationPeriod.OneYear) }),
            Of(new PortfolioOptions { Evaluation = new EvaluationSettings { Overrides = new CaseTerms { ReinvestmentRate = 0.05m } } }),
            Of(new PortfolioOptions { AsOf = new NodaTime.YearMonth(2025, 6) }),
            Of(new PortfolioOptions { Review = new ReviewSettings { IncludeLongTerm = true } }),
            Of(new PortfolioOptions { Review = new ReviewSettings { Policy = new ReviewPolicy { FixMonths = 7 } } }),
        ];
        Assert.Equal(others.Length + 1, others.Append(hash).Distinct().Count());
        using var journal = new PortfolioJournal(PortfolioOptions.Usual);
        Assert.NotEqual(journal.HashOf("ab"u8.ToArray(), "c"u8.ToArray()), journal.HashOf("a"u8.ToArray(), "bc"u8.ToArray()));

        string Of(PortfolioOptions options)
        {
            using var journal = new PortfolioJournal(options);
            return journal.HashOf(document);
        }

        static UncertaintyDriver Shock(double spread) => UncertaintyDriver.OfAmounts("adoption", Distribution.Normal(1, spread), [LineSelector.AllBenefits]);
    }

    [Fact]
    public void ChangedTenant_ChangesTheContentHash()
    {
        string text = Encoding.UTF8.GetString(SamplePortfolio.Bytes);
        string other = SamplePortfolio.Run(PortfolioOptions.Usual, lines: Encoding.UTF8.GetBytes(text.Replace("90000", "90001", StringComparison.Ordinal))).Hash;
        Assert.NotEqual(SamplePortfolio.Run(PortfolioOptions.Usual).Hash, other);
    }
}
