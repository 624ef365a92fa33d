using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>One form in which a benefit may stand in a document: its properties, and how they become a benefit and back.</summary>
internal abstract class BenefitKind
{
    public static readonly Choices<BenefitCategory> Categories = Choices.Of<BenefitCategory>();

    private readonly ChoiceField<BenefitCategory> category;
    private readonly ChoiceField<string> kind;
    private readonly LineTextField id;
    private readonly LineTextField name;
    private readonly CurrencyField currency;
    private readonly ShareField attribution;
    private readonly ProfileField profile = new();
    private readonly ChoiceField<Evidence> evidence;
    private readonly IntervalField interval = new();
    private readonly ChoiceField<BenefitClass> benefitClass;
    private readonly FlagField? cashedOut;
    private readonly TextField owner;
    private readonly ShareField riskReduction;
    private readonly PoolDrawsField poolDraws = new();
    private readonly FlagField disbenefit;
    private readonly TagsField tags = new();
    private readonly DistributionField uncertainty = new("uncertainty", isRequired: false);

    protected BenefitKind(string word, bool savesHours = false)
    {
        Word = word;
        Shape = new Shape(word + "Benefit");
        category = Shape.Add(new ChoiceField<BenefitCategory>("category", Categories));
        kind = Shape.Add(new ChoiceField<string>("kind", new Choices<string>((word, word))));
        id = Shape.Add(new LineTextField("id", isRequired: false));
        name = Shape.Add(new LineTextField("name"));
        currency = Shape.Add(new CurrencyField("currency", isRequired: false));
        attribution = Shape.Add(new ShareField("attribution", isRequired: false));
        Shape.Add(profile.Object);
        evidence = Shape.Add(new ChoiceField<Evidence>("evidence", Choices.Of<Evidence>(), isRequired: false));
        Shape.Add(interval.Object);
        benefitClass = Shape.Add(new ChoiceField<BenefitClass>("class", Choices.Of<BenefitClass>(), isRequired: false));
        cashedOut = savesHours ? Shape.Add(new FlagField("cashedOut")) : null;
        owner = Shape.Add(new TextField("owner", isRequired: false));
        riskReduction = Shape.Add(new ShareField("riskReduction", isRequired: false));
        Shape.Add(poolDraws.List);
        disbenefit = Shape.Add(new FlagField("disbenefit"));
        Shape.Add(tags.List);
        Shape.Add(uncertainty.Object);
    }

    public string Word { get; }

    public Shape Shape { get; }

    public abstract bool Covers(BenefitBasis basis);

    /// <summary>Whether the kind has no amounts, so that nothing of it could be uncertain.</summary>
    protected virtual bool IsInWords => false;

    /// <summary>Whether a line that the document means to be in money has none because no improvement was measured.</summary>
    protected virtual bool IsMeasuredNothing(BenefitItem item) => false;

    public BenefitItem? ReadItem(ReadContext context, int node)
    {
        var o = new ObjectReader(context, node, Shape);
        Currency ofCase = context.Currency;
        context.Currency = o.CurrencyCode(currency) ?? ofCase;
        string? given = o.Text(id);
        string? text = o.Text(name);
        BenefitCategory where = o.Choice(category, default);
        Share part = o.Fraction(attribution, Share.Whole);
        RealizationProfile curve = profile.Read(o, context);
        Evidence? known = o.Has(evidence) ? o.Choice(evidence, default) : null;
        BenefitInterval? range = interval.Read(o, context);
        BenefitClass? group = o.Has(benefitClass) ? o.Choice(benefitClass, default) : null;
        bool isGone = cashedOut is not null && o.Flag(cashedOut, absent: false);
        string? who = o.Text(owner);
        Share risk = o.Fraction(riskReduction, Share.None);
        PoolDraw[] draws = poolDraws.Read(o, context);
        bool isLoss = o.Flag(disbenefit, absent: false);
        string[] words = tags.Read(o, context);
        Distribution? spread = uncertainty.Read(o, context);
        if (IsInWords && o.Has(uncertainty.Object))
        {
            context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(uncertainty.Object), new Message("document.inconsistent.uncertainty"));
        }

        Func<string, BenefitCategory, BenefitItem> item = ReadMaker(o, context);
        Action<Utf8JsonWriter>? reference = o.IsSound ? Reference(o) : null;
        context.Currency = ofCase;
        if (range is not null && known is not (null or Evidence.Measured))
        {
            context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(interval.Object), new Message("document.inconsistent.interval"));
        }

        return o.IsSound && text is not null
            ? context.Make(node, () =>
            {
                BenefitItem made = item(text, where);
                made = given is null ? made : made.WithId(new LineId(given));
                made = words.Length == 0 ? made : made.WithTags(words);
                made = spread is null || !made.Basis.IsMonetized ? made : made.WithUncertainty(spread);
                made = isLoss && !IsMeasuredNothing(made) ? made.AsDisbenefit() : made;
                if (!IsMeasuredNothing(made))
                {
                    return Assemble(isGone ? made.WithCashedOut() : made, part, curve, known, range, group, who, risk, draws).WithOrigin(OriginOf(reference));
                }

                // A line in words holds none of what the document says of its amounts; it is kept for the day on which there is one.
                return (who is null ? made : made.WithOwner(who)).WithOrigin(OriginOf(reference is null ? null : writer =>
                {
                    reference(writer);
                    writer.PutUnless(attribution, part.Value, 1);
                    profile.Write(writer, curve);
                    writer.PutIfAny(evidence, known);
                    interval.Write(writer, range);
                    writer.PutIfAny(benefitClass, group);
                    writer.PutUnless(riskReduction, risk.Value, 0);
                    poolDraws.Write(writer, draws);
                    uncertainty.Write(writer, spread);
                    if (isLoss)
                    {
                        writer.Put(disbenefit, true);
                    }
                }));
            })
            : null;
    }

    public void WriteItem(Utf8JsonWriter writer, BenefitItem item, Currency ofCase)
    {
        writer.WriteStartObject();
        writer.Put(category, item.Category);
        writer.Put(kind, Word);
        writer.Put(id, item.Id.Text);
        writer.Put(name, item.Name);
        if (item.Currency != ofCase && item.Basis.IsMonetized)
        {
            writer.Put(currency, item.Currency);
        }

        WriteOwn(writer, item);
        if (item.Origin is not null && !item.Basis.IsMonetized)
        {
            writer.PutIfAny(owner, item.Owner);
            tags.Write(writer, item.Tags);
            writer.WriteEndObject();
            return;
        }

        writer.PutUnless(attribution, item.Attribution.Value, 1);
        profile.Write(writer, item.Profile);
        writer.PutUnless(evidence, item.Evidence, UsualEvidence(item));
        interval.Write(writer, item.Origin is not null && Equals(item.Interval, item.StudyInterval) ? null : item.Interval);
        writer.PutUnless(
            benefitClass, item.Class, item.CashedOut ? BenefitClass.Cashable : item.Basis.IsMonetized ? item.UsualClass : BenefitClass.Qualitative);
        if (cashedOut is not null && item.CashedOut)
        {
            writer.WriteBoolean(cashedOut.Encoded, true);
        }

        writer.PutIfAny(owner, item.Owner);
        writer.PutUnless(riskReduction, item.RiskReduction.Value, 0);
        poolDraws.Write(writer, item.PoolDraws);
        if (item.IsDisbenefit && !item.Basis.IsHarm)
        {
            writer.Put(disbenefit, true);
        }

        tags.Write(writer, item.Tags);
        uncertainty.Write(writer, item.Uncertainty);
        writer.WriteEndObject();
    }

    /// <summary>What a document need not say of the evidence.</summary>
    protected virtual Evidence UsualEvidence(BenefitItem item) => item.Basis.IsMonetized ? Evidence.Assumed : Evidence.NotMonetized;

    /// <summary>Writes the properties of this kind.</summary>
    protected virtual void WriteOwn(Utf8JsonWriter writer, BenefitItem item) => Write(writer, item.Basis);

    /// <summary>What writes the properties by which the line is made again from elsewhere; null for a kind that is written from its basis.</summary>
    protected virtual Action<Utf8JsonWriter>? Reference(ObjectReader o) => null;

    /// <summary>Reads the properties of this kind as what makes the line of its name and category.</summary>
    protected virtual Func<string, BenefitCategory, BenefitItem> ReadMaker(ObjectReader o, ReadContext context)
    {
        Func<BenefitBasis> basis = Read(o, context);
        return (text, where) => new BenefitItem(text, where, basis());
    }

    /// <summary>Reads the properties of this kind; the benefit itself is made later, and only if all of them are sound.</summary>
    protected abstract Func<BenefitBasis> Read(ObjectReader o, ReadContext context);

    protected abstract void Write(Utf8JsonWriter writer, BenefitBasis basis);

    private static string? OriginOf(Action<Utf8JsonWriter>? members)
    {
        if (members is null)
        {
            return null;
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static BenefitItem Assemble(
        BenefitItem item, Share part, RealizationProfile curve, Evidence? known, BenefitInterval? range, BenefitClass? group, string? who, Share risk,
        PoolDraw[] draws)
    {
        item = part == Share.Whole ? item : item.WithAttribution(part);
        item = curve.Equals(RealizationProfile.Immediate) ? item : item.WithProfile(curve);
        item = known is null || known == item.Evidence ? item : item.WithEvidence(known.Value);
        item = range is null ? item : item.WithInterval(range);
        item = group is null || group == item.Class ? item : item.WithClass(group.Value);
        item = who is null ? item : item.WithOwner(who);
        item = risk == Share.None ? item : item.WithRiskReduction(risk);
        return draws.Length == 0 ? item : item.WithPoolDraws(draws);
    }
}

/// <summary>A benefit of a kind that has one type in the core.</summary>
internal abstract class BenefitKind<T>(string word, bool savesHours = false) : BenefitKind(word, savesHours)
    where T : BenefitBasis
{
    public sealed override bool Covers(BenefitBasis basis) => basis is T;

    protected sealed override void Write(Utf8JsonWriter writer, BenefitBasis basis) => Write(writer, (T)basis);

    protected abstract void Write(Utf8JsonWriter writer, T benefit);
}
