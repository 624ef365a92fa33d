using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Tests.Evaluating;

/// <summary>One source for each figure: the cell of the table, the member of the document and the trace all are the measure of the list.</summary>
public class MeasureLawTests
{
    /// <summary>The total cost by its other name has no row of its own.</summary>
    private const string WithoutRow = "totalCostOfOwnership";

    private static readonly string[] All = ["--convention", "simple,tei,idc,nucleus,phillips"];

    public static TheoryData<string> Documents => [.. Samples.Cases];

    public static TheoryData<string, string> DocumentsByLanguage => [.. from sample in Samples.Cases from tag in new[] { "en", "zh" } select (sample, tag)];

    [Theory]
    [MemberData(nameof(DocumentsByLanguage))]
    public void Table_IsTheListOfMeasures(string sample, string tag)
    {
        RoiEvaluation evaluation = Evaluate(sample);
        Language language = ToolLanguage.Of(tag);
        string[][] rows = [.. MarkdownTables.Of(ToolRun.Of(["evaluate", Samples.PathOf(sample), "--lang", tag, "--format", "markdown", .. All], "")).SelectMany(table => table)
            .Select(row => row.Select(cell => cell.Trim('*').Replace("\\", "", StringComparison.Ordinal)).ToArray())];
        foreach (Measure measure in evaluation.Measures.Where(measure => measure.Id != WithoutRow && IsShown(evaluation, measure)))
        {
            string name = measure.Id == "longTerm.totalBenefit" ? language.Say("row.longTermTotal") : language.Say(measure.Name);
            string[][] found = [.. rows.Where(row => row[0] == name)];
            bool hasBothBases = evaluation.Periods.Any(result => !result.IsCashableAlone) && measure.Id != "requiredBenefitShare" && !measure.Id.StartsWith("longTerm.", StringComparison.Ordinal);
            Assert.Equal(hasBothBases ? 2 : 1, found.Length);
            Assert.Equal(evaluation.Periods.Select(result => Cell(measure, result, language)), found[0][^evaluation.Periods.Count..]);
            if (hasBothBases)
            {
                Assert.Equal(evaluation.Periods.Select(result => Cell(measure, result.Cashable, language)), found[1][^evaluation.Periods.Count..]);
            }
        }

        Assert.All(evaluation.Periods, result => Assert.Equal(result.TotalCost, result.TotalCostOfOwnership));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void DocumentAndTrace_AreTheListOfMeasures(string sample)
    {
        RoiEvaluation evaluation = Evaluate(sample);
        using JsonDocument document = JsonDocument.Parse(ToolRun.Of("evaluate", Samples.PathOf(sample), "--format", "json", "--explain").Output);
        JsonElement[] entries = [.. document.RootElement.GetProperty("horizons").EnumerateArray()];
        for (int i = 0; i < entries.Length; i++)
        {
            PeriodResult result = evaluation.Periods[i];
            JsonElement[] traces = [.. entries[i].GetProperty("explanations").EnumerateArray()];
            Assert.Equal(evaluation.Measures.Select(measure => measure.Id), traces.Select(trace => trace.GetProperty("figure").GetString()!));
            for (int m = 0; m < traces.Length; m++)
            {
                Measure measure = evaluation.Measures[m];
                JsonElement member = measure.Id.Split('.').Aggregate(entries[i], (element, name) => element.GetProperty(name));
                AssertMember(member, measure.Printed(result), result);
                Assert.Equal(measure.Of(result).ToString(), traces[m].GetProperty("result").GetString());
                AssertTrace(measure, result);
            }
        }
    }

    /// <summary>Gates hold what the document prints.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Gates_TakeEveryMeasure(string sample)
    {
        RoiEvaluation evaluation = Evaluate(sample);
        string[] gates = [.. evaluation.Measures.SelectMany(measure => new[] { "--gate", measure.Id + ">=-99999999999999" })];
        string[] verdicts = ToolRun.Of(["evaluate", Samples.PathOf(sample), .. gates], "").ErrorLines;
        Assert.Equal(evaluation.Measures.Count, verdicts.Length);
        Assert.Equal(
            evaluation.Measures.Select(measure => measure.Of(evaluation.Periods[^1]).IsApplicable),
            verdicts.Select(verdict => verdict.Contains("passed", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Rounded from the trace as documents print it; a printed difference is that of the printed inputs, at most a minor unit away.</summary>
    private static void AssertTrace(Measure measure, PeriodResult result)
    {
        if (measure.Of(result).TryGetMoney(out Money exact) && measure.Printed(result).TryGetMoney(out Money printed))
        {
            decimal unit = new(1, 0, 0, false, (byte)exact.Currency.MinorUnitDigits);
            Assert.InRange(printed.Amount - exact.RoundToMinorUnit().Amount, measure.IsPrintedDifference ? -unit : 0, measure.IsPrintedDifference ? unit : 0);
        }
    }

    private static void AssertMember(JsonElement member, MeasureValue value, PeriodResult result)
    {
        if (value.Rates is { } rates)
        {
            Assert.Equal(rates.Roots.Select(root => root.Rate), member.GetProperty("rates").EnumerateArray().Select(rate => rate.GetDouble()), (left, right) => Math.Abs(left - right) < 1e-12);
        }
        else if (!value.IsApplicable)
        {
            Assert.Equal(Figure.IdOf(value.Reason!.Value), member.GetProperty("notApplicable").GetString());
        }
        else if (value.TryGetMoney(out Money money))
        {
            Assert.Equal(money.Amount.ToString("F" + result.Case.Currency.MinorUnitDigits, CultureInfo.InvariantCulture), member.GetString());
        }
        else if (value.TryGetExact(out decimal exact))
        {
            Assert.Equal(decimal.Round(exact, 12, MidpointRounding.AwayFromZero), member.GetDecimal());
        }
        else
        {
            Assert.True(value.TryGetNumber(out double number));
            Assert.Equal(number, member.GetDouble(), 1e-12 * Math.Max(1, Math.Abs(number)));
        }
    }

    /// <summary>The block of long-term benefits is printed where the case has some.</summary>
    private static bool IsShown(RoiEvaluation evaluation, Measure measure) =>
        !measure.Id.StartsWith("longTerm.", StringComparison.Ordinal) || evaluation.Case.Benefits.Any(benefit => benefit.IsLongTerm && benefit.Basis.IsMonetized);

    private static string Cell(Measure measure, PeriodResult result, Language language)
    {
        MeasureValue value = measure.Printed(result);
        if (!value.IsApplicable)
        {
            return language.NameOf(value.Reason!.Value);
        }

        value.TryGetNumber(out double number);
        decimal shown = value.TryGetExact(out decimal exact) ? exact : Math.Abs(number) < 1e15 ? (decimal)number : 0;
        return measure.Unit switch
        {
            MeasureUnit.Money when language.Tag == "zh" => Language.Number(Wan(measure, result), 2),
            MeasureUnit.Money => value.TryGetMoney(out Money money) ? Language.Number(money.Amount, result.Case.Currency.MinorUnitDigits) : "",
            MeasureUnit.Multiple => Language.Number(shown, 2),
            MeasureUnit.Months => language.Say("length.months", ("months", Language.Number(shown, 1))),
            _ => Language.Number(shown * 100, 1) + "%",
        };
    }

    /// <summary>In 万元 with two decimals; there too a printed difference is that of the printed inputs.</summary>
    private static decimal Wan(Measure measure, PeriodResult result)
    {
        if (measure.IsPrintedDifference)
        {
            return Wan(Measure.Find(measure.Inputs[0])!, result) - Wan(Measure.Find(measure.Inputs[1])!, result);
        }

        Assert.True(measure.Printed(result).TryGetMoney(out Money money));
        return decimal.Round(money.Amount / 10_000m, 2, MidpointRounding.AwayFromZero);
    }

    private static RoiEvaluation Evaluate(string sample)
    {
        using FileStream stream = File.OpenRead(Samples.PathOf(sample));
        Assert.True(CaseDocument.Read(stream).TryGetCase(out Cases.InvestmentCase? read));
        return RoiEvaluator.Evaluate(read);
    }
}
