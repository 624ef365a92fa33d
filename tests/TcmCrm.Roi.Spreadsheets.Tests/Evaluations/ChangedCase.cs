using System.Globalization;
using System.Text.Json.Nodes;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;

namespace TcmCrm.Roi.Spreadsheets.Tests.Evaluations;

/// <summary>A case, some of its inputs changed, and the same changes in its workbook.</summary>
internal sealed class ChangedCase
{
    private ChangedCase(InvestmentCase source)
    {
        Evaluation = RoiEvaluator.Evaluate(source);
        Book = EvaluationWorkbook.Create(Evaluation, TcmCrm.Roi.Texts.Language.Of("zh"), afterTax: true);
        Changed = Evaluation;
    }

    internal RoiEvaluation Evaluation { get; }

    /// <summary>The workbook of the case, in which the inputs are changed and no value is recalculated.</summary>
    internal Book Book { get; }

    internal RoiEvaluation Changed { get; private set; }

    /// <summary>The names of the cells that are changed.</summary>
    internal List<string> Names { get; } = [];

    /// <summary>
    /// Whether an asset is on another side of a limit of the tax rules than before, or the rate that gives high-tech companies ten years for their losses is another: the workbook
    /// says so and gives no figure.
    /// </summary>
    internal bool IsLimitCrossed =>
        (Names.Contains("IncomeTaxRate") && Evaluation.Case.Taxation is { IncomeTaxRate: 0.15m, LossRelief: LossRelief.CarryForward, LossYears: null })
        || IsAssetCrossed;

    private bool IsAssetCrossed => Evaluation.AfterTax.Count > 0 && Evaluation.Case.Costs.Any(cost => Sides(Evaluation, cost) != Sides(Changed, cost));

    private static string Sides(RoiEvaluation evaluation, Costs.CostItem cost) =>
        string.Join(",", evaluation.AfterTax[^1].ShareOfLimits(cost.Id).Select(share => share > 1));

    internal static ChangedCase Of(InvestmentCase source, int most)
    {
        var made = new ChangedCase(source);
        JsonNode document = JsonNode.Parse(CaseDocument.Write(source))!;
        if (most > 0 && source.Terms.DiscountRate is { } rate)
        {
            made.Try(document, document.AsObject(), "discountRate", "DiscountRate", rate + 0.01m);
        }

        if (most > 0 && document["taxation"] is JsonObject taxation && made.Book.Names.Exists(one => one.Name == "IncomeTaxRate"))
        {
            made.Try(document, taxation, "incomeTaxRate", "IncomeTaxRate", 0.19m);
        }

        (string List, string Prefix)[] sides = [("costs", "Cost"), ("benefits", "Benefit")];
        foreach ((string list, string prefix) in sides)
        {
            JsonArray lines = document[list]!.AsArray();
            for (int i = 0; i < lines.Count; i++)
            {
                foreach ((string name, string cells) in made.Book.Names.Where(one => one.Name.StartsWith(prefix + (i + 1).ToString(CultureInfo.InvariantCulture) + "_", StringComparison.Ordinal)).ToArray())
                {
                    string input = name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..];
                    BookCell cell = made.Cell(cells);
                    if (made.Names.Count < most && (i + made.Names.Count) % 2 == 0 && cell.Style is CellStyle.InputNumber or CellStyle.InputPercent && input != "factor")
                    {
                        decimal now = decimal.Parse(cell.Number!, CultureInfo.InvariantCulture);
                        made.Try(document, lines[i]!.AsObject(), input, name, cell.Style == CellStyle.InputPercent ? Math.Round(now * 0.9m, 6) : decimal.Ceiling(now * 1.1m));
                    }
                }
            }
        }

        return made;
    }

    private void Try(JsonNode document, JsonObject owner, string input, string name, decimal value)
    {
        JsonNode? before = owner[input]?.DeepClone();
        owner[input] = JsonValue.Create(value);
        CaseReading reading = CaseDocument.Read(document.ToJsonString());
        if (!reading.TryGetCase(out InvestmentCase? changed))
        {
            owner[input] = before;
            return;
        }

        Changed = RoiEvaluator.Evaluate(changed);
        Names.Add(name);
        (BookSheet sheet, int row, int column) = Place(Book.Names.Single(one => one.Name == name).Cells);
        sheet.Put(row, column, BookCell.Of(value, sheet.Rows[row - 1][column].Style));
    }

    private BookCell Cell(string cells)
    {
        (BookSheet sheet, int row, int column) = Place(cells);
        return sheet.Rows[row - 1][column];
    }

    private (BookSheet Sheet, int Row, int Column) Place(string cells)
    {
        string[] parts = cells.Split('!');
        string[] at = parts[1].Split('$', StringSplitOptions.RemoveEmptyEntries);
        return (Book.Sheets.Single(sheet => "'" + sheet.Name + "'" == parts[0]), int.Parse(at[1], CultureInfo.InvariantCulture), at[0][0] - 'A');
    }
}
