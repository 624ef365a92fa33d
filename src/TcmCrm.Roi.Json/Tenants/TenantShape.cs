using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Tenants;

/// <summary>The document of a tenant: its id, its case, and what was observed. Reader and writer share it.</summary>
internal static class TenantShape
{
    public const string Version = "1.0";

    private const int MostRows = 200_000;

    /// <summary>Gets the properties of the document.</summary>
    public static Shape Shape { get; } = new("tenant");

    private static readonly ChoiceField<string> SchemaVersion = Shape.Add(new ChoiceField<string>("schemaVersion", new Choices<string>((Version, Version)), isRequired: false));
    private static readonly TextField Tenant = Shape.Add(new TextField("tenant", isRequired: false));
    private static readonly ObjectField Case = Shape.Add(new ObjectField("case", CaseShape.Shape));
    private static readonly MonthField AsOf = Shape.Add(new MonthField("asOf", isRequired: false));
    private static readonly ActualRow Row = new();
    private static readonly ListField Actuals = Shape.Add(new ListField("actuals", 0, MostRows, isRequired: false, new ListElement(Row.Shape)));
    private static readonly Shape Contract = new("contract");
    private static readonly TextField ContractLine = Contract.Add(new TextField("line"));
    private static readonly DateField FirstRenewal = Contract.Add(new DateField("firstRenewal"));
    private static readonly WholeField TermMonths = Contract.Add(new WholeField("termMonths", 0, 120, isRequired: false));
    private static readonly WholeField NoticeMonths = Contract.Add(new WholeField("noticeMonths", 0, 60, isRequired: false));
    private static readonly ListField Contracts = Shape.Add(new ListField("contracts", 0, 10_000, isRequired: false, new ListElement(Contract)));

    /// <summary>Whether the document is one of a tenant, and no case by itself.</summary>
    public static bool Is(DocumentTree tree) =>
        tree.Kind(0) == JsonTokenType.StartObject && (tree.Find(0, Case.Utf8) != 0 || tree.Find(0, Tenant.Utf8) != 0);

    /// <summary>The id that the document states; null where it states none.</summary>
    public static string? IdIn(DocumentTree tree) =>
        tree.Find(0, Tenant.Utf8) is not 0 and int node && tree.Kind(node) == JsonTokenType.String && tree.String(node) is { } id && Tenant.Holds(id) ? id : null;

    /// <summary>Reads the case and what stands beside it; null when anything has been reported.</summary>
    /// <param name="context">The reading of the whole document.</param>
    /// <param name="id">What the tenant is called where the document does not say.</param>
    public static PortfolioTenant? Read(ReadContext context, string id)
    {
        var o = new ObjectReader(context, 0, Shape);
        o.Choice(SchemaVersion, Version);
        string? stated = o.Text(Tenant);
        YearMonth? asOf = MonthField.Read(o, AsOf);
        int node = o.NodeOf(Case);
        if (node == 0 || CaseBinder.Read(context, node) is not { } source)
        {
            return null;
        }

        context.Currency = source.Currency;
        var lines = new ActualRow.Lines(source);
        ElementNodes elements = o.Elements(Actuals);
        List<Actual>? rows = o.Has(Actuals) ? new List<Actual>(elements.Count) : null;
        foreach (int element in elements)
        {
            if (Row.Read(context, element, lines) is { } row)
            {
                rows?.Add(row);
            }
        }

        var contracts = new List<ContractTerms>();
        foreach (int element in o.Elements(Contracts))
        {
            if (ReadContract(context, element) is { } contract)
            {
                contracts.Add(contract);
            }
        }

        Actuals? actuals = rows is not null && o.IsSound ? context.Make(o.NodeOf(Actuals), () => new Actuals(rows)) : null;
        return o.IsSound ? new PortfolioTenant(stated ?? id, source) { Actuals = actuals, Contracts = contracts, AsOf = asOf } : null;
    }

    public static void Write(Utf8JsonWriter writer, PortfolioTenant tenant, InvestmentCase source)
    {
        writer.WriteStartObject();
        writer.WriteString(SchemaVersion.Encoded, Version);
        writer.WriteString(Tenant.Encoded, tenant.Id);
        writer.WritePropertyName(Case.Encoded);
        CaseWriter.Write(writer, source);
        if (tenant.AsOf is { } asOf)
        {
            writer.WriteString(AsOf.Encoded, MonthField.Write(asOf));
        }

        if (tenant.Actuals is { } actuals)
        {
            var lines = new ActualRow.Lines(source);
            writer.WriteStartArray(Actuals.Encoded);
            foreach (Actual row in actuals.All)
            {
                Row.Write(writer, row, lines);
            }

            writer.WriteEndArray();
        }

        if (tenant.Contracts.Count > 0)
        {
            writer.WriteStartArray(Contracts.Encoded);
            foreach (ContractTerms contract in tenant.Contracts)
            {
                writer.WriteStartObject();
                writer.WriteString(ContractLine.Encoded, contract.Line);
                writer.WriteString(FirstRenewal.Encoded, LocalDatePattern.Iso.Format(contract.FirstRenewal));
                writer.WriteNumber(TermMonths.Encoded, contract.TermMonths);
                writer.WriteNumber(NoticeMonths.Encoded, contract.NoticeMonths);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static ContractTerms? ReadContract(ReadContext context, int node)
    {
        var o = new ObjectReader(context, node, Contract);
        if (context.Tree.Kind(node) != JsonTokenType.StartObject)
        {
            return null;
        }

        string? line = o.Text(ContractLine);
        LocalDate first = o.Date(FirstRenewal, default);
        int term = o.Whole(TermMonths, 12);
        int notice = o.Whole(NoticeMonths, 3);
        return o.IsSound && line is not null ? context.Make(node, () => new ContractTerms(line, first, term, notice)) : null;
    }
}
