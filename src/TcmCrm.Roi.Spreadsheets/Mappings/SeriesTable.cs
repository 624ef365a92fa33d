using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>KPI series from a table: one row a month and KPI, one column a KPI, or months across and one row a KPI.</summary>
/// <remarks>
/// Long: <c>kpi,month,value</c> or <c>kpi,month,numerator,denominator</c>, with an optional <c>segment</c>. Without a column of KPIs each column of numbers is a series. An empty cell, or a month
/// that is missing, is a gap. Rows stand in any order. Promoters, passives and detractors (推荐者、被动者、贬损者) are one series, the net promoter score.
/// </remarks>
public static class SeriesTable
{
    private static readonly Dictionary<string, KpiDefinition> ByName = Names();

    /// <summary>Gets the columns that the table may have.</summary>
    public static TableLayout Layout { get; } = new(
        KnownColumns.Kpi, KnownColumns.Month, KnownColumns.Year, KnownColumns.Value, KnownColumns.Numerator, KnownColumns.Denominator, KnownColumns.Segment, KnownColumns.Unit)
    {
        AllowsOthers = true,
        AllowsAcross = true,
        ReadsTimes = true,
    };

    /// <summary>Reads the series of a table.</summary>
    /// <param name="stream">CSV or xlsx, from its current position; it is not closed.</param>
    /// <param name="options">Choices and limits; the default ones when null.</param>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static SeriesReading Read(Stream stream, TableReadOptions? options = null)
    {
        Table table = Table.Read(stream, Layout, options);
        return new SeriesReading(table, table.HeaderLine == 0 ? [] : new SeriesBuilder(table).Build());
    }

    /// <summary>The KPI that a name means: one of the catalogue by its id or by its English or Chinese name, or else a plain number of which more is better.</summary>
    /// <param name="name">For example <c>WinRate</c>, <c>赢单率</c> or <c>销售额</c>; a unit in brackets does not matter.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static KpiDefinition DefinitionOf(string name)
    {
        string trimmed = (name ?? throw new ArgumentNullException(nameof(name))).Trim();
        return KpiCatalog.TryFind(trimmed, out KpiDefinition? known) || ByName.TryGetValue(HeaderText.Key(HeaderText.Split(trimmed).Name), out known)
            ? known
            : new KpiDefinition(trimmed, KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Mean, KpiAggregation.RatioOfSums);
    }

    /// <summary>As <see cref="DefinitionOf(string)"/>, with KPIs of a host, whose ids and names go before those of the catalogue.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kpis">The host's own KPIs.</param>
    /// <exception cref="ArgumentNullException">The name, the list or one of it is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static KpiDefinition DefinitionOf(string name, IReadOnlyList<KpiDefinition> kpis) => HostKpi(name, kpis) ?? DefinitionOf(name);

    internal static KpiDefinition? HostKpi(string name, IReadOnlyList<KpiDefinition> kpis)
    {
        if ((kpis ?? throw new ArgumentNullException(nameof(kpis))).Any(kpi => kpi is null))
        {
            throw new ArgumentNullException(nameof(kpis));
        }

        if (kpis.Count == 0)
        {
            return null;
        }

        string key = HeaderText.Key(HeaderText.Split(name ?? throw new ArgumentNullException(nameof(name))).Name);
        return kpis.FirstOrDefault(kpi => kpi.Id == name.Trim()) ?? kpis.FirstOrDefault(kpi => HeaderText.Key(kpi.Id) == key || (kpi.Name is { } own && HeaderText.Key(own) == key));
    }

    private static Dictionary<string, KpiDefinition> Names()
    {
        var names = new Dictionary<string, KpiDefinition>(StringComparer.Ordinal);
        foreach (Language language in new[] { Language.Of("en"), Language.Of("zh") })
        {
            foreach (KpiDefinition definition in KpiCatalog.All)
            {
                names[HeaderText.Key(HeaderText.Split(language.Say(definition.NameMessage)).Name)] = definition;
            }
        }

        return names;
    }
}
