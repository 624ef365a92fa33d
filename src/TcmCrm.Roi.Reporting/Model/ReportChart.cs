using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>A chart as data: what is drawn, and in <see cref="Table"/> the same numbers as text. Forms that cannot draw leave it out, for a table of the section says what it shows.</summary>
public sealed class ReportChart : ReportBlock
{
    internal ReportChart(ReportChartKind kind, string title, string description, IEnumerable<string> categories, IEnumerable<ReportChartSeries> series, ReportTable table)
    {
        Kind = kind;
        Title = PlainText.OneLine(title);
        Description = PlainText.OneLine(description);
        Categories = Array.AsReadOnly(categories.Select(PlainText.OneLine).ToArray());
        Series = Array.AsReadOnly(series.ToArray());
        Table = table;
        if (Series.Any(one => one.Values.Count != Categories.Count))
        {
            throw new ArgumentException($"Each series has a value for each of the {Categories.Count} categories.", nameof(series));
        }
    }

    /// <summary>How it is drawn.</summary>
    public ReportChartKind Kind { get; }

    /// <summary>What it shows.</summary>
    public string Title { get; }

    /// <summary>What a reader sees in it, in a sentence or two with the numbers that matter: for those who do not see the picture.</summary>
    public string Description { get; }

    /// <summary>The months of a line, the rows of bars, the bins of a distribution, in order.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The series, each with a value for each category.</summary>
    public IReadOnlyList<ReportChartSeries> Series { get; }

    /// <summary>What is marked in it: a payback, an alarm, a probability. May be empty.</summary>
    public IReadOnlyList<ReportChartMark> Marks { get; internal init; } = [];

    /// <summary>The bounds of the bins of a distribution, one more than there are categories; else empty.</summary>
    public IReadOnlyList<double> Edges { get; internal init; } = [];

    /// <summary>What the values are.</summary>
    public ReportUnit Unit { get; private set; } = ReportUnit.Number;

    /// <summary>The unit of the axis in words, such as 万元; empty where the numbers have their own.</summary>
    public string AxisUnit { get; private set; } = string.Empty;

    /// <summary>What values are divided by on the axis, such as 10,000 for 万元; more than 0.</summary>
    public double AxisScale { get; private set; } = 1;

    /// <summary>The data as a table.</summary>
    public ReportTable Table { get; }

    /// <summary>The same chart with the unit of its values, while it is made.</summary>
    internal ReportChart InUnit(ReportUnit unit, double scale = 1, string name = "")
    {
        (Unit, AxisScale, AxisUnit) = (unit, scale, PlainText.OneLine(name));
        return this;
    }
}
