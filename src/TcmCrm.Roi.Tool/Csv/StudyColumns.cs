using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tool.Csv;

/// <summary>A series file as the KPI series of a before/after study.</summary>
internal sealed class StudyColumns
{
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
        KpiDefinition definition = Definition(known, lowerIsBetter);
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
            string needed = known switch
            {
                SeriesKind.Ratio => "numerator and denominator, or value",
                SeriesKind.Score => "value, or promoters, passives and detractors",
                _ => "value",
            };
            problems.Add(csv.Name, 1, "header", $"has no column {needed}; found {string.Join(", ", csv.Columns)}");
        }

        var others = new List<KpiSeries>();
        foreach (string control in controls)
        {
            if (!csv.Has(control))
            {
                problems.Add(csv.Name, 1, "header", $"has no column {control} for the control; found {string.Join(", ", csv.Columns)}");
                continue;
            }

            others.Add(KpiSeries.FromValues(definition, csv.Start, csv.Values(control), control));
        }

        return series is null ? null : new StudyColumns(known, series) { Controls = others, Answers = answers };
    }

    private static KpiDefinition Definition(SeriesKind kind, bool lowerIsBetter)
    {
        (string id, KpiUnit unit) = kind switch
        {
            SeriesKind.Ratio => ("Ratio", KpiUnit.Ratio),
            SeriesKind.Score => ("Score", KpiUnit.Score),
            _ => ("Level", KpiUnit.Money),
        };
        return new KpiDefinition(
            id,
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
            string? problem = (above[i], below[i]) switch
            {
                (null, null) => null,
                (null, _) => "has a denominator but no numerator",
                (_, null) => "has a numerator but no denominator",
                ({ } n, { } d) when n < 0 || d < 0 => Text("{0} / {1} has a negative part", n, d),
                ({ } n, { } d) when n > d => Text("the numerator {0} is above the denominator {1}", n, d),
                _ => null,
            };
            if (problem is not null)
            {
                YearMonth month = csv.Start.PlusMonths(i);
                problems.Add(csv.Name, csv.LineOf(month), "column numerator", problem);
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
                    problems.Add(csv.Name, csv.LineOf(csv.Start.PlusMonths(i)), "column " + names[c], Text("{0} is not a count; allowed: whole numbers from 0 on", count, 0));
                    isBad = true;
                    row[c] = 0;
                }
            }

            bool isGap = row.Any(v => v is null) || row.Sum() == 0;
            if (isGap && row.Any(v => v > 0))
            {
                problems.Add(csv.Name, csv.LineOf(csv.Start.PlusMonths(i)), "columns promoters, passives, detractors", "one of the three counts is missing");
                isBad = true;
            }

            answers.Add(isGap ? null : ((int)row[0]!, (int)row[1]!, (int)row[2]!));
            scores.Add(isGap ? null : 100 * (row[0] - row[2]) / row.Sum());
        }

        return isBad ? (null, null) : (KpiSeries.FromValues(definition, csv.Start, scores), answers);
    }

    private static string Text(string format, double first, double second) => string.Format(CultureInfo.InvariantCulture, format, first, second);
}
