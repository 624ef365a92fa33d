using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Fuzz.Tests.Targets;

/// <summary>Case documents: from the schema, from the samples, and both damaged.</summary>
internal sealed class CaseTarget : FuzzTarget
{
    private static readonly Language[] Languages = [JsonTexts.In(Language.Of("en")), JsonTexts.In(Language.Of("zh"))];

    private readonly SchemaDocuments _made = new(Repository.PathOf("docs", "schema", "case.schema.json"));
    private readonly byte[][] _samples =
        [.. Directory.EnumerateFiles(Repository.PathOf("docs", "samples"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    internal override string Name => "case documents";

    internal override string Laws =>
        "read or refused with problems in words of both languages; what is read evaluates without an exception, and reviews where its rates reach, printed lines and their present values sum to the printed totals, its own document reads back to the same document";

    // Up to 2,000,000 cells and 50,000 rows may be asked for.
    internal override TimeSpan MostTime => TimeSpan.FromSeconds(10);

    internal override byte[] Next(Random random)
    {
        byte[] source = random.Next(40) == 0 ? _samples[random.Next(_samples.Length)] : _made.Next(random);
        return random.Next(2) == 0 ? source : ByteMutator.Damage(source, _samples[random.Next(_samples.Length)], random);
    }

    internal override (bool IsSound, string Answer) Examine(byte[] input)
    {
        CaseReading reading = CaseDocument.Read(input);
        if (!reading.TryGetCase(out InvestmentCase? source))
        {
            Assert.NotEmpty(reading.Problems);
            var words = new StringBuilder();
            foreach (DocumentProblem problem in reading.Problems)
            {
                foreach (Language language in Languages)
                {
                    string said = language.Say(problem.Message);
                    Assert.False(string.IsNullOrWhiteSpace(said) || said.Contains('{', StringComparison.Ordinal) && !Encoding.UTF8.GetString(input).Contains('{', StringComparison.Ordinal), problem.Message.Id);
                    words.Append(said).Append('\n');
                }
            }

            return (false, words.ToString());
        }

        string written = CaseDocument.Write(source);
        CaseReading again = CaseDocument.Read(written);
        Assert.True(again.IsSuccess, "its own document is refused: " + string.Join("; ", again.Problems));
        Assert.Equal(written, CaseDocument.Write(again.Case));
        return (true, Evaluated(source) + Reviewed(source));
    }

    internal static string Evaluated(InvestmentCase source)
    {
        string document = ResultDocument.Write(RoiEvaluator.Evaluate(source));
        using var read = JsonDocument.Parse(document);
        foreach (JsonElement period in read.RootElement.GetProperty("horizons").EnumerateArray())
        {
            JsonElement longTerm = period.GetProperty("longTerm");
            foreach ((string lines, string member, string total, decimal more) in new[]
            {
                ("costs", "total", "totalCost", 0m),
                ("costs", "presentValue", "presentValueOfCosts", 0m),
                // The lines hold the long-term block, which the total of the benefits leaves out.
                ("benefits", "total", "totalBenefit", Amount(longTerm, "totalBenefit")),
                ("benefits", "presentValue", "presentValueOfBenefits", Amount(longTerm, "presentValueOfBenefits")),
            })
            {
                Assert.Equal(Amount(period, total) + more, period.GetProperty(lines).EnumerateArray().Sum(line => Amount(line, member)));
            }
        }

        return document;
    }

    /// <summary>A printed amount; 0 where there is none, as without a discount rate.</summary>
    private static decimal Amount(JsonElement element, string member) =>
        element.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture) : 0;

    private static string Reviewed(InvestmentCase source)
    {
        var start = source.Start.ToYearMonth();
        try
        {
            return ReviewDocument.Write(CaseReview.Review(source, new Actuals([]), start.PlusMonths(7)));
        }
        catch (InvalidOperationException e) when (Message.Of(e) is { Id: "argument.noRate" } said)
        {
            // A review looks further than the longest period, where a rate may be missing; its comment names it.
            return said.ToString();
        }
        catch (OverflowException)
        {
            // A rate far below 0 over a hundred years; its comment names it.
            return "beyond decimal";
        }
    }
}
