using System.Text.Json;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>One form in which a cost may stand in a document: its properties, and how they become a cost and back.</summary>
internal abstract class CostKind
{
    public static readonly Choices<CostCategory> Categories = Choices.Of<CostCategory>();
    private static readonly Choices<CostElement> Elements = Choices.Of<CostElement>();

    private readonly ChoiceField<CostCategory> category;
    private readonly ChoiceField<string> kind;
    private readonly LineTextField id;
    private readonly LineTextField name;
    private readonly ChoiceField<CostElement> element;
    private readonly CurrencyField currency;
    private readonly NumberField riskUplift;
    private readonly FlagField? credit;
    private readonly TagsField tags = new();
    private readonly DistributionField uncertainty = new("uncertainty", isRequired: false);
    private readonly CostTaxFields tax;
    private readonly CostElement usual;

    protected CostKind(string word, CostElement usual)
    {
        Word = word;
        this.usual = usual;
        Shape = new Shape(word + "Cost");
        category = Shape.Add(new ChoiceField<CostCategory>("category", Categories));
        kind = Shape.Add(new ChoiceField<string>("kind", new Choices<string>((word, word))));
        id = Shape.Add(new LineTextField("id", isRequired: false));
        name = Shape.Add(new LineTextField("name"));
        element = Shape.Add(new ChoiceField<CostElement>("element", Elements, isRequired: false));
        currency = Shape.Add(new CurrencyField("currency", isRequired: false));
        riskUplift = Shape.Add(new NumberField("riskUplift", 0, 10, isRequired: false));
        credit = IsAlwaysCredit ? null : Shape.Add(new FlagField("credit"));
        Shape.Add(tags.List);
        Shape.Add(uncertainty.Object);
        tax = new CostTaxFields(Shape);
    }

    public string Word { get; }

    public Shape Shape { get; }

    public abstract bool Covers(CostBasis basis);

    public CostItem? ReadItem(ReadContext context, int node)
    {
        var o = new ObjectReader(context, node, Shape);
        Currency ofCase = context.Currency;
        context.Currency = o.CurrencyCode(currency) ?? ofCase;
        string? given = o.Text(id);
        string? text = o.Text(name);
        CostCategory where = o.Choice(category, default);
        CostElement what = o.Choice(element, UsualIn(where));
        decimal uplift = o.Number(riskUplift, 0);
        bool isCredit = credit is not null && o.Flag(credit, absent: false);
        string[] words = tags.Read(o, context);
        Distribution? spread = uncertainty.Read(o, context);
        CostTax? taxed = tax.Read(o, context);
        Func<CostBasis> basis = Read(o, context);
        context.Currency = ofCase;
        return o.IsSound && text is not null ? context.Make(node, () => Assemble(new CostItem(text, where, basis(), what, uplift), given, isCredit, words).WithUncertainty(spread).WithTax(taxed)) : null;
    }

    public void WriteItem(Utf8JsonWriter writer, CostItem item, Currency ofCase)
    {
        writer.WriteStartObject();
        writer.Put(category, item.Category);
        writer.Put(kind, Word);
        writer.Put(id, item.Id.Text);
        writer.Put(name, item.Name);
        writer.PutUnless(element, item.Element, UsualIn(item.Category));
        if (item.Currency != ofCase)
        {
            writer.Put(currency, item.Currency);
        }

        writer.PutUnless(riskUplift, item.RiskUplift, 0);
        if (credit is not null && item.IsCredit)
        {
            writer.Put(credit, true);
        }

        tags.Write(writer, item.Tags);
        uncertainty.Write(writer, item.Uncertainty);
        tax.Write(writer, item.Tax);
        Write(writer, item.Basis);
        writer.WriteEndObject();
    }

    private static CostItem Assemble(CostItem item, string? id, bool isCredit, string[] words)
    {
        item = isCredit ? item.AsCredit() : item;
        item = id is null ? item : item.WithId(new LineId(id));
        return words.Length == 0 ? item : item.WithTags(words);
    }

    private CostElement UsualIn(CostCategory where) => usual.Category() is null || usual.Category() == where ? usual : CostElement.Unspecified;

    /// <summary>Whether its amounts come back whatever the line says.</summary>
    protected virtual bool IsAlwaysCredit => false;

    /// <summary>Reads the properties of this kind; the cost itself is made later, and only if all of them are sound.</summary>
    protected abstract Func<CostBasis> Read(ObjectReader o, ReadContext context);

    protected abstract void Write(Utf8JsonWriter writer, CostBasis basis);
}
