using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>How a benefit is realised after go-live: a ramp, a lag, a dip and fading.</summary>
internal sealed class ProfileField
{
    private const int LongestMonths = 600;

    private readonly ChoiceField<RampKind> ramp;
    private readonly WholeField rampMonths;
    private readonly ListField points;
    private readonly WholeField lagMonths;
    private readonly WholeField dipMonths;
    private readonly ShareField dipDepth;
    private readonly WholeField fadeFromMonth;
    private readonly ShareField fadePerYear;
    private readonly Shape point = new("realizationPoint");
    private readonly WholeField month;
    private readonly ShareField share;

    public ProfileField()
    {
        var shape = new Shape("realizationProfile");
        ramp = shape.Add(new ChoiceField<RampKind>("ramp", Choices.Of<RampKind>(), isRequired: false));
        rampMonths = shape.Add(new WholeField("rampMonths", 1, LongestMonths, isRequired: false));
        month = point.Add(new WholeField("month", 0, LongestMonths));
        share = point.Add(new ShareField("share"));
        points = shape.Add(new ListField("points", 1, LongestMonths + 1, isRequired: false, new ListElement(point)));
        lagMonths = shape.Add(new WholeField("lagMonths", 0, LongestMonths, isRequired: false));
        dipMonths = shape.Add(new WholeField("dipMonths", 0, LongestMonths, isRequired: false));
        dipDepth = shape.Add(new ShareField("dipDepth", isRequired: false));
        fadeFromMonth = shape.Add(new WholeField("fadeFromMonth", 0, LongestMonths, isRequired: false));
        fadePerYear = shape.Add(new ShareField("fadePerYear", isRequired: false));
        Object = new ObjectField("profile", shape, isRequired: false);
    }

    public ObjectField Object { get; }

    public RealizationProfile Read(in ObjectReader item, ReadContext context)
    {
        if (item.Object(Object) is not { } o)
        {
            return RealizationProfile.Immediate;
        }

        RampKind kind = o.Choice(ramp, RampKind.Immediate);
        int? months = o.Whole(rampMonths);
        int lag = o.Whole(lagMonths, 0), dip = o.Whole(dipMonths, 0);
        Share depth = o.Fraction(dipDepth, Share.None);
        int fadeFrom = o.Whole(fadeFromMonth, 0);
        Share fade = o.Fraction(fadePerYear, Share.None);
        List<RealizationPoint> curve = ReadPoints(o, context);
        bool timed = kind is RampKind.Linear or RampKind.SCurve;
        Demand(o, context, rampMonths, timed, kind);
        Demand(o, context, points, kind == RampKind.Custom, kind);
        if (!o.IsSound)
        {
            return RealizationProfile.Immediate;
        }

        return context.Make(o.Node, () =>
        {
            RealizationProfile shaped = kind switch
            {
                RampKind.Linear => RealizationProfile.Linear(months!.Value),
                RampKind.SCurve => RealizationProfile.SCurve(months!.Value),
                RampKind.Custom => RealizationProfile.Custom(curve),
                _ => RealizationProfile.Immediate,
            };

            // Each step works the curve out anew.
            shaped = lag == 0 ? shaped : shaped.WithLag(lag);
            shaped = dip == 0 && depth == Share.None ? shaped : shaped.WithDip(dip, depth);
            return fadeFrom == 0 && fade == Share.None ? shaped : shaped.WithFade(fadeFrom, fade);
        }) ?? RealizationProfile.Immediate;
    }

    public void Write(Utf8JsonWriter writer, RealizationProfile profile)
    {
        if (profile.Equals(RealizationProfile.Immediate))
        {
            return;
        }

        writer.WriteStartObject(Object.Encoded);
        writer.PutUnless(ramp, profile.Ramp, RampKind.Immediate);
        writer.PutUnless(rampMonths, profile.RampMonths, 0);
        if (profile.Points.Count > 0)
        {
            writer.WriteStartArray(points.Encoded);
            foreach (RealizationPoint p in profile.Points)
            {
                writer.WriteStartObject();
                writer.Put(month, p.Month);
                writer.Put(share, p.Share.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.PutUnless(lagMonths, profile.LagMonths, 0);
        writer.PutUnless(dipMonths, profile.DipMonths, 0);
        writer.PutUnless(dipDepth, profile.DipDepth.Value, 0);
        writer.PutUnless(fadeFromMonth, profile.FadeFromMonth, 0);
        writer.PutUnless(fadePerYear, profile.FadePerYear.Value, 0);
        writer.WriteEndObject();
    }

    private static void Demand(in ObjectReader o, ReadContext context, Field field, bool wanted, RampKind kind)
    {
        if (o.Has(field) == wanted)
        {
            return;
        }

        string ramp = JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
        if (wanted)
        {
            context.Missing(o.Node, field);
        }
        else
        {
            context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(field), ProblemText.Of("document.inconsistent.ramp", ("name", field.Name), ("ramp", ramp)));
        }
    }

    private List<RealizationPoint> ReadPoints(in ObjectReader o, ReadContext context)
    {
        var curve = new List<RealizationPoint>();
        foreach (int node in o.Elements(points))
        {
            var p = new ObjectReader(context, node, point);
            int at = p.Whole(month, 0);
            Share part = p.Fraction(share, Share.None);
            if (p.IsSound && curve.Count > 0 && at <= curve[curve.Count - 1].Month)
            {
                context.Refused(DocumentProblemKind.Inconsistent, p.NodeOf(month), new Message("document.allowed.laterMonth"));
            }

            curve.Add(new RealizationPoint(at, part));
        }

        return curve;
    }
}
