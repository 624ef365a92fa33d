using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Csv;

/// <summary>A series file as the KPI series of a before/after study.</summary>
internal sealed class StudyColumns
{
    private static readonly Language English = ToolLanguage.Of("en");
    private static readonly Language Chinese = ToolLanguage.Of("zh");

    private StudyColumns(SeriesKind kind, KpiSeries series)
    {
        Kind = kind;
        Series = series;
    }

    internal SeriesKind Kind { get; }

    internal KpiSeries Series { get; }

    internal IReadOnlyList<KpiSeries> Controls { get; init; } = [];

    /// <summary>Promoters, passives and detractors a month from the first month of the series on, null where a month has none; null without counts.</summary>
    internal IReadOnlyList<(int Promoters, int Passives, int Detractors)?>? Answers { get; init; }

    /// <summary>Takes the columns that the kind needs. What is wrong is added to <paramref name="problems"/>; the result is null when there is no series.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="kind">The kind, or null to tell it from the columns.</param>
    /// <param name="controls">The columns of the control series.</param>
    /// <param name="lowerIsBetter">Whether lower values are better.</param>
    /// <param name="problems">Where problems go.</param>
    internal static StudyColumns? From(SeriesCsv csv, SeriesKind? kind, IReadOnlyList<string> controls, bool lowerIsBetter, ProblemList problems)
    {
        bool hasParts = csv.Has("numerator") && csv.Has("denominator");
        bool hasAnswers = csv.Has("promoters") && csv.Has("passives") && csv.Has("detractors");
        SeriesKind known = kind ?? (hasParts ? SeriesKind.Ratio : hasAnswers ? SeriesKind.Score : SeriesKind.Level);
        KpiDefinition definition = Definition(csv, known, lowerIsBetter);
        KpiSeries? series = null;
        List<(int, int, int)?>? answers = null;
        if (known == SeriesKind.Ratio && hasParts)
        {
            series = Parts(csv, definition, problems);
        }
        else if (known == SeriesKind.Score && hasAnswers)
        {
            (series, answers) = Scores(csv, definition, problems);
        }
        else if (csv.Has("value"))
        {
            series = KpiSeries.FromValues(definition, csv.Start, csv.Values("value"));
        }
        else
        {
            string id = known switch
            {
                SeriesKind.Ratio => "csv.noColumn.ratio",
                SeriesKind.Score => "csv.noColumn.score",
                _ => "csv.noColumn",
            };
            problems.Add(csv.Name, 1, Place.Header, new Message(id, Told.Names("columns", csv.Columns)));
        }

        var others = new List<KpiSeries>();
        foreach (string control in controls)
        {
            if (!csv.Has(control))
            {
                problems.Add(csv.Name, 1, Place.Header, new Message("csv.noControl", MessageArgument.Text("column", control), Told.Names("columns", csv.Columns)));
                continue;
            }

            others.Add(KpiSeries.FromValues(definition, csv.Start, csv.Values(control), control));
        }

        return series is null ? null : new StudyColumns(known, series) { Controls = others, Answers = answers };
    }

    /// <summary>The series is called as its file is; one from standard input by its kind.</summary>
    private static KpiDefinition Definition(SeriesCsv csv, SeriesKind kind, bool lowerIsBetter)
    {
        KpiUnit unit = kind switch
        {
            SeriesKind.Ratio => KpiUnit.Ratio,
            SeriesKind.Score => KpiUnit.Score,
            _ => KpiUnit.Money,
        };
        string? file = csv.Name.Find("text")?.Value is string path ? Path.GetFileNameWithoutExtension(path) : null;
        return new KpiDefinition(
            file ?? kind.ToString(),
            unit,
            lowerIsBetter ? KpiDirection.LowerIsBetter : KpiDirection.HigherIsBetter,
            kind == SeriesKind.Ratio ? KpiAggregation.RatioOfSums : KpiAggregation.Sum,
            KpiAggregation.Sum);
    }

    private static KpiSeries? Parts(SeriesCsv csv, KpiDefinition definition, ProblemList problems)
    {
        IReadOnlyList<double?> above = csv.Values("numerator");
        IReadOnlyList<double?> below = csv.Values("denominator");
        bool isBad = false;
        for (int i = 0; i < above.Count; i++)
        {
            Message? problem = (above[i], below[i]) switch
            {
                (null, null) => null,
                (null, _) => Told.As("csv.noNumerator"),
                (_, null) => Told.As("csv.noDenominator"),
                ({ } n, { } d) when n < 0 || d < 0 => Told.As("csv.negativePart", ("numerator", Text(n)), ("denominator", Text(d))),
                ({ } n, { } d) when n > d => Told.As("csv.aboveDenominator", ("numerator", Text(n)), ("denominator", Text(d))),
                _ => null,
            };
            if (problem is not null)
            {
                YearMonth month = csv.Start.PlusMonths(i);
                problems.Add(csv.Name, csv.LineOf(month), Place.Column("numerator"), problem);
                isBad = true;
            }
        }

        return isBad ? null : KpiSeries.FromParts(definition, csv.Start, above, below);
    }

    private static (KpiSeries? Series, List<(int, int, int)?>? Answers) Scores(SeriesCsv csv, KpiDefinition definition, ProblemList problems)
    {
        string[] names = ["promoters", "passives", "detractors"];
        IReadOnlyList<double?>[] columns = [.. names.Select(csv.Values)];
        var answers = new List<(int, int, int)?>();
        var scores = new List<double?>();
        bool isBad = false;
        for (int i = 0; i < columns[0].Count; i++)
        {
            double?[] row = [.. columns.Select(c => c[i])];
            for (int c = 0; c < 3; c++)
            {
                if (row[c] is { } count && !(count >= 0 && count <= 1e8 && count == Math.Floor(count)))
                {
                    problems.Add(csv.Name, csv.LineOf(csv.Start.PlusMonths(i)), Place.Column(names[c]), Told.As("csv.notCount", ("value", Text(count))));
                    isBad = true;
                    row[c] = 0;
                }
            }

            bool isGap = row.Any(v => v is null) || row.Sum() == 0;
            if (isGap && row.Any(v => v > 0))
            {
                problems.Add(csv.Name, csv.LineOf(csv.Start.PlusMonths(i)), Told.As("place.counts"), Told.As("csv.countMissing"));
                isBad = true;
            }

            answers.Add(isGap ? null : ((int)row[0]!, (int)row[1]!, (int)row[2]!));
            scores.Add(isGap ? null : 100 * (row[0] - row[2]) / row.Sum());
        }

        return isBad ? (null, null) : (KpiSeries.FromValues(definition, csv.Start, scores), answers);
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
