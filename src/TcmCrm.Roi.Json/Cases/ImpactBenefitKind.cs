using System.Globalization;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>
/// A benefit whose amount comes from a before/after study of a series that the document names. It is read as the benefit that the study gives (sales
/// growth, retention, operating cost), measured and with its interval, and written as the reference again.
/// </summary>
internal sealed class ImpactBenefitKind : BenefitKind
{
    private readonly TextField series;
    private readonly TextField goLive;
    private readonly WholeField transitionMonths;
    private readonly ListField otherEvents;
    private readonly TextField control;
    private readonly NumberField promise;
    private readonly FlagField lowerIsBetter;
    private readonly ChoiceField<string> seriesKind;
    private readonly ChoiceField<SeasonTreatment> season;
    private readonly ChoiceField<EffectScale> scale;
    private readonly NumberField knownGrowth;
    private readonly NumberField knownGrowthHalfWidth;
    private readonly ChoiceField<BookedEffect> booking;
    private readonly FlagField acceptInconclusive;
    private readonly ShareField contributionMargin;
    private readonly MoneyField baselinePerYear;
    private readonly WholeField customers;
    private readonly ShareField churnBefore;
    private readonly MoneyField marginPerCustomerYear;
    private readonly WholeField periodsPerYear;

    public ImpactBenefitKind()
        : base("impact")
    {
        series = Shape.Add(new TextField("series"));
        goLive = Shape.Add(new TextField("goLive", isRequired: false, most: 7));
        transitionMonths = Shape.Add(new WholeField("transitionMonths", 0, 24, isRequired: false));
        otherEvents = Shape.Add(new ListField("otherEvents", 1, 24, isRequired: false, new ListElement(EventMonth)));
        control = Shape.Add(new TextField("control", isRequired: false));
        promise = Shape.Add(new NumberField("promise", 0, 1_000_000_000_000, isRequired: false, leastIsExcluded: true));
        lowerIsBetter = Shape.Add(new FlagField("lowerIsBetter"));
        seriesKind = Shape.Add(new ChoiceField<string>("seriesKind", new Choices<string>(("level", "level"), ("ratio", "ratio"), ("score", "score")), isRequired: false));
        season = Shape.Add(new ChoiceField<SeasonTreatment>(
            "season",
            new Choices<SeasonTreatment>(
                ("auto", SeasonTreatment.Auto), ("none", SeasonTreatment.None), ("yoy", SeasonTreatment.YearOnYear), ("dummies", SeasonTreatment.MonthDummies)),
            isRequired: false));
        scale = Shape.Add(new ChoiceField<EffectScale>("scale", Choices.Of<EffectScale>(), isRequired: false));
        knownGrowth = Shape.Add(new NumberField("knownGrowth", -0.99m, 1, isRequired: false));
        knownGrowthHalfWidth = Shape.Add(new NumberField("knownGrowthHalfWidth", 0, 1, isRequired: false));
        booking = Shape.Add(new ChoiceField<BookedEffect>("booking", Choices.Of<BookedEffect>(), isRequired: false));
        acceptInconclusive = Shape.Add(new FlagField("acceptInconclusive"));
        contributionMargin = Shape.Add(new ShareField("contributionMargin", isRequired: false));
        baselinePerYear = Shape.Add(new MoneyField("baselinePerYear", isRequired: false));
        customers = Shape.Add(new WholeField("customers", 0, int.MaxValue, isRequired: false));
        churnBefore = Shape.Add(new ShareField("churnBefore", isRequired: false));
        marginPerCustomerYear = Shape.Add(new MoneyField("marginPerCustomerYear", isRequired: false));
        periodsPerYear = Shape.Add(new WholeField("periodsPerYear", 1, 366, isRequired: false));
    }

    private static TextField EventMonth { get; } = new("event", most: 7);

    /// <summary>A line is written as the reference that it was read from; what a host made from a study by itself is written as what it became.</summary>
    public override bool Covers(BenefitBasis basis) => false;

    protected override bool IsMeasuredNothing(BenefitItem item) => !item.Basis.IsMonetized;

    protected override Func<string, BenefitCategory, BenefitItem> ReadMaker(ObjectReader o, ReadContext context)
    {
        string file = o.Text(series) ?? string.Empty;
        YearMonth month = Month(o, context);
        var reference = new ImpactReference(file, month)
        {
            TransitionMonths = o.Whole(transitionMonths, 0),
            OtherEvents = Array.AsReadOnly(Events(o, context)),
            Control = o.Text(control),
            Promise = o.Number(promise) is { } promised ? (double)promised : null,
            LowerIsBetter = o.Flag(lowerIsBetter, false),
            SeriesKind = o.Has(seriesKind) ? o.Choice(seriesKind, "level") : null,
            Season = o.Choice(season, SeasonTreatment.Auto),
            Scale = o.Choice(scale, EffectScale.Auto),
            KnownGrowth = o.Number(knownGrowth) is { } growth ? (double)growth : null,
            KnownGrowthHalfWidth = (double)(o.Number(knownGrowthHalfWidth) ?? 0),
        };
        BookedEffect booked = o.Choice(booking, BookedEffect.Prudent);
        bool accepts = o.Flag(acceptInconclusive, false);
        Share? margin = o.Fraction(contributionMargin);
        Money? baseline = o.Has(baselinePerYear) ? o.Amount(baselinePerYear) : null;
        int? count = o.Whole(customers);
        Share? churn = o.Fraction(churnBefore);
        Money? customerMargin = o.Has(marginPerCustomerYear) ? o.Amount(marginPerCustomerYear) : null;
        int periods = o.Whole(periodsPerYear, 1);
        Currency currency = context.Currency;
        Func<ImpactReference, ImpactResult>? source = context.Impacts;
        return (name, category) =>
        {
            ImpactResult result = Study(reference, source).WithBooking(booked, accepts);
            if (reference.Promise is > 1 and { } meant && result.Chosen.Unit is EffectUnit.Relative or EffectUnit.Share)
            {
                throw Fault("promiseAboveOne", ("value", Plain(meant)), ("percent", Plain(meant * 100)), ("fraction", Plain(meant / 100)));
            }

            return category switch
            {
                BenefitCategory.SalesGrowth => baseline is { } sales
                    ? SalesGrowth.FromImpact(name, result.Chosen, sales, Needed(margin, contributionMargin, category))
                    : SalesGrowth.FromImpact(name, result, currency, Needed(margin, contributionMargin, category)),
                BenefitCategory.Retention => RetentionGain.FromImpact(name, result.Chosen, new CustomerBase(Needed(count, customers, category), Needed(churn, churnBefore, category), Needed(customerMargin, marginPerCustomerYear, category)), periods),
                BenefitCategory.OperatingCost => OperatingCostReduction.FromImpact(name, result.Chosen, Needed(baseline, baselinePerYear, category)),
                _ => throw Fault("impactCategory", ("category", Categories.WordFor(category).ToString())),
            };
        };
    }

    protected override Evidence UsualEvidence(BenefitItem item) => !item.Basis.IsMonetized ? Evidence.NotMonetized
        : item.Study is { IsImprovementMeasured: true, CanBeTrusted: true } ? Evidence.Measured : Evidence.Estimated;

    protected override void WriteOwn(Utf8JsonWriter writer, BenefitItem item)
    {
        using JsonDocument members = JsonDocument.Parse(item.Origin!);
        foreach (JsonProperty member in members.RootElement.EnumerateObject())
        {
            member.WriteTo(writer);
        }
    }

    protected override Action<Utf8JsonWriter> Reference(ObjectReader o)
    {
        var members = new List<Action<Utf8JsonWriter>>();
        Keep(series, field => o.Text(field), (w, f, v) => w.Put(f, v!));
        Keep(goLive, field => o.Text(field), (w, f, v) => w.Put(f, v!));
        Keep(transitionMonths, field => o.Whole(field), (w, f, v) => w.WriteNumber(f.Encoded, v!.Value));
        if (o.Has(otherEvents))
        {
            YearMonth[] months = Events(o, null);
            members.Add(writer =>
            {
                writer.WriteStartArray(otherEvents.Encoded);
                foreach (YearMonth month in months)
                {
                    writer.WriteStringValue(month.ToString("uuuu-MM", CultureInfo.InvariantCulture));
                }

                writer.WriteEndArray();
            });
        }

        Keep(control, field => o.Text(field), (w, f, v) => w.Put(f, v!));
        Keep(promise, field => o.Number(field), (w, f, v) => w.Put(f, v!.Value));
        Keep(lowerIsBetter, field => o.Flag(field, false), (w, f, v) => w.Put(f, v));
        Keep(seriesKind, field => o.Choice(field, "level"), (w, f, v) => w.Put(f, v));
        Keep(season, field => o.Choice(field, default), (w, f, v) => w.Put(f, v));
        Keep(scale, field => o.Choice(field, default), (w, f, v) => w.Put(f, v));
        Keep(knownGrowth, field => o.Number(field), (w, f, v) => w.Put(f, v!.Value));
        Keep(knownGrowthHalfWidth, field => o.Number(field), (w, f, v) => w.Put(f, v!.Value));
        Keep(booking, field => o.Choice(field, default), (w, f, v) => w.Put(f, v));
        Keep(acceptInconclusive, field => o.Flag(field, false), (w, f, v) => w.Put(f, v));
        Keep(contributionMargin, field => o.Fraction(field), (w, f, v) => w.WriteNumber(f.Encoded, v!.Value.Value));
        Keep(baselinePerYear, field => o.Amount(field), (w, f, v) => w.Put(f, v));
        Keep(customers, field => o.Whole(field), (w, f, v) => w.WriteNumber(f.Encoded, v!.Value));
        Keep(churnBefore, field => o.Fraction(field), (w, f, v) => w.WriteNumber(f.Encoded, v!.Value.Value));
        Keep(marginPerCustomerYear, field => o.Amount(field), (w, f, v) => w.Put(f, v));
        Keep(periodsPerYear, field => o.Whole(field), (w, f, v) => w.WriteNumber(f.Encoded, v!.Value));
        return writer => members.ForEach(write => write(writer));

        void Keep<TField, T>(TField field, Func<TField, T> read, Action<Utf8JsonWriter, TField, T> write)
            where TField : Field
        {
            if (o.Has(field))
            {
                T value = read(field);
                members.Add(writer => write(writer, field, value));
            }
        }
    }

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context) => throw new NotSupportedException("ReadMaker reads this kind.");

    protected override void Write(Utf8JsonWriter writer, BenefitBasis basis) => throw new NotSupportedException("No basis is written as this kind.");

    private static ImpactResult Study(ImpactReference reference, Func<ImpactReference, ImpactResult>? source)
    {
        if (source is null)
        {
            throw Fault("seriesReader", ("series", reference.Series));
        }

        ImpactResult result;
        try
        {
            result = source(reference);
        }
        catch (IOException)
        {
            throw Fault("seriesFile", ("series", reference.Series));
        }

        return result.HasAnswer
            ? result
            : throw new DocumentFault(new Message(
                "document.inconsistent.seriesEstimate", MessageArgument.Text("series", reference.Series),
                MessageArgument.Part("reason", result.Unavailable.Values.Distinct().DefaultIfEmpty(Message.NameOf(NotApplicableReason.MissingInput)).Aggregate(Then))));
    }

    private static Message Then(Message first, Message next) =>
        new("document.reasons", MessageArgument.Part("first", first), MessageArgument.Part("next", next));

    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static DocumentFault Fault(string id, params (string Name, string Text)[] texts) => new(ProblemText.Of("document.inconsistent." + id, texts));

    private static T Needed<T>(T? value, Field field, BenefitCategory category)
        where T : struct =>
        value ?? throw Fault("impactNeeds", ("name", field.Name), ("category", Categories.WordFor(category).ToString()));

    private YearMonth Month(ObjectReader o, ReadContext context)
    {
        YearMonth ofCase = new(Math.Max(context.GoLive.Year, 1), context.GoLive.Month);
        if (!o.Has(goLive) || o.Text(goLive) is not { } text)
        {
            return ofCase;
        }

        if (!TryMonth(text, out YearMonth month))
        {
            context.Refused(DocumentProblemKind.OutOfRange, o.NodeOf(goLive), new Message("document.allowed.month"));
            return ofCase;
        }

        return month;
    }

    /// <summary>The months of other events.</summary>
    /// <param name="o">The object.</param>
    /// <param name="context">Takes the problems; null where they were told already.</param>
    private YearMonth[] Events(ObjectReader o, ReadContext? context)
    {
        var months = new List<YearMonth>();
        foreach (int node in o.Elements(otherEvents))
        {
            if (ValueReader.Text(o.Context, node, EventMonth) is not { } text)
            {
                continue;
            }

            if (TryMonth(text, out YearMonth month))
            {
                months.Add(month);
            }
            else
            {
                context?.Refused(DocumentProblemKind.OutOfRange, node, new Message("document.allowed.month"));
            }
        }

        return [.. months];
    }

    private static bool TryMonth(string text, out YearMonth month)
    {
        int of = 0;
        bool isMonth = text.Length == 7 && text[4] == '-'
            && int.TryParse(text.Substring(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year >= 1
            && int.TryParse(text.Substring(5), NumberStyles.None, CultureInfo.InvariantCulture, out of) && of is >= 1 and <= 12;
        month = isMonth ? new YearMonth(int.Parse(text.Substring(0, 4), CultureInfo.InvariantCulture), of) : default;
        return isMonth;
    }
}
