using System.Globalization;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Reporting.Figures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>假设与证据: the conventions of the case, what the benefit rests on, and what was assumed of each benefit.</summary>
internal static class AssumptionsSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("section.assumptions"));
        AddConventions(section, view);
        AddEvidence(section, view);
        if (!view.Longest.TotalBenefit.IsZero)
        {
            section.AddChart(EvaluationCharts.ByEvidence(view));
        }

        AddBenefits(section, view);
        AddCostRisk(section, view);
    }

    private static void AddConventions(ReportSection section, EvaluationView view)
    {
        InvestmentCase source = view.Case;
        CaseTerms terms = view.Evaluation.Terms;
        ReportTable table = section.AddTable("", ReportColumn.Text(view.Say("column.assumption")), ReportColumn.Text(view.Say("column.value")));
        table.AddRow(view.Say("assumption.currency"), CurrencyOf(view));
        table.AddRow(view.Say("assumption.start"), view.Format.Cell(source.Start));
        table.AddRow(view.Say("assumption.goLive"), view.Format.Cell(source.GoLive));
        foreach (GoLiveWave wave in source.Waves)
        {
            table.AddRow(
                view.Say("assumption.wave"),
                view.Say("value.wave", ("tag", wave.Tag), ("date", view.Format.Date(source.GoLive.PlusMonths(wave.Months))), ("share", FigureFormat.Percent(wave.Share.Value))));
        }

        foreach (PeriodResult result in view.Results)
        {
            table.AddRow(view.Say("assumption.period"), view.Say("value.period", ("period", view.NameOf(result.Period)), ("dates", view.DatesOf(result))));
        }

        table.AddRow(
            view.Say("assumption.discountRate"),
            terms.DiscountRate is { } rate ? FigureFormat.Rate(rate) : view.Say("value.noneGiven"));
        table.AddRow(view.Say("assumption.dayCount"), view.Language.NameOf(terms.DayCount!.Value));
        table.AddRow(view.Say("assumption.flowTiming"), view.Language.NameOf(terms.FlowTiming!.Value));
        if (source.Deployment is { } deployment)
        {
            table.AddRow(view.Say("assumption.deployment"), view.Language.NameOf(deployment));
        }

        if (source.SharedCostKey is { } key)
        {
            table.AddRow(view.Say("assumption.sharedCostKey"), key.Name);
        }

        if (view.AssumedTerms.ToArray() is { Length: > 0 } assumed)
        {
            section.AddList(assumed.Select(view.Language.Say));
        }

        if (source.Source is { } origin)
        {
            section.AddParagraph(view.Say("sentence.source", ("source", origin)));
        }
    }

    private static void AddEvidence(ReportSection section, EvaluationView view)
    {
        PeriodResult longest = view.Longest;
        if (longest.TotalBenefit.IsZero)
        {
            return;
        }

        string period = view.NameOf(longest.Period);
        ReportTable table = section.AddTable(
            view.Format.Titled(view.Say("caption.evidence", ("period", period))),
            ReportColumn.Text(view.Say("column.evidence")),
            ReportColumn.Number(view.Say("column.benefitAmount")),
            ReportColumn.Number(view.Say("column.share")));
        PrintedPeriod printed = view.Printed(longest);
        IReadOnlyDictionary<Evidence, decimal> shares = printed.ShareByEvidence(FigureFormat.ShareStep);
        foreach (KeyValuePair<Evidence, Money> part in printed.BenefitByEvidence.OrderBy(entry => entry.Key))
        {
            table.AddRow(view.Language.NameOf(part.Key), view.Format.Cell(part.Value, ReportSource.Group($"Evidence.{part.Key}", longest.Period)), shares.TryGetValue(part.Key, out decimal share) ? FigureFormat.Share(share) : NoShare());
        }

        table.AddTotal(view.Say("row.total"), view.Cell("totalBenefit", longest), shares.Count > 0 ? FigureFormat.Share(1m) : NoShare());

        ReportCell NoShare() => view.None(longest.ShareOfBenefit(Evidence.Measured).Reason);
    }

    private static void AddBenefits(ReportSection section, EvaluationView view)
    {
        BenefitItem[] monetised = [.. view.Case.Benefits.Where(benefit => benefit.Basis.IsMonetized)];
        if (monetised.Length == 0)
        {
            return;
        }

        ReportTable table = section.AddTable(
            view.Say("caption.benefitAssumptions"),
            ReportColumn.Text(view.Say("column.benefit")),
            ReportColumn.Text(view.Say("column.evidence")),
            ReportColumn.Number(view.Say("column.attribution")),
            ReportColumn.Number(view.Say("column.riskReduction")),
            ReportColumn.Text(view.Say("column.realisation")),
            ReportColumn.Text(view.Say("column.interval")),
            ReportColumn.Text(view.Say("column.owner")));
        foreach (BenefitItem benefit in monetised)
        {
            table.AddRow(
                benefit.Name,
                view.Language.NameOf(benefit.Evidence),
                FigureFormat.Share(benefit.Attribution.Value),
                FigureFormat.Share(benefit.IsDisbenefit && benefit.RiskReduction != Share.None ? -benefit.RiskReduction.Value : benefit.RiskReduction.Value),
                Realization(view, benefit),
                Interval(view, benefit.Interval),
                benefit.Owner.Length > 0 ? benefit.Owner : view.Say("value.nobody"));
        }
    }

    private static void AddCostRisk(ReportSection section, EvaluationView view)
    {
        CostItem[] uplifted = [.. view.Case.Costs.Where(cost => cost.RiskUplift != 0)];
        if (uplifted.Length == 0)
        {
            return;
        }

        ReportTable table = section.AddTable(
            view.Say("caption.costRisk"),
            ReportColumn.Text(view.Say("column.cost")),
            ReportColumn.Number(view.Say("column.riskUplift")));
        foreach (CostItem cost in uplifted)
        {
            table.AddRow(cost.Name, FigureFormat.Share(cost.RiskUplift));
        }
    }

    private static string Interval(EvaluationView view, BenefitInterval? interval) => interval is null
        ? view.Say("value.none")
        : view.Say(
            "value.interval",
            ("lower", FigureFormat.Percent(interval.LowerRatio)),
            ("upper", FigureFormat.Percent(interval.UpperRatio)),
            ("confidence", FigureFormat.Percent(interval.Confidence.Value, 0)));

    private static string CurrencyOf(EvaluationView view)
    {
        string id = "currencyName." + view.Case.Currency.Code;
        return view.Language.Knows(id) ? view.Say(id) : view.Case.Currency.Code;
    }

    private static string Realization(EvaluationView view, BenefitItem benefit)
    {
        RealizationProfile profile = benefit.Profile;
        if (!benefit.Basis.UsesProfile)
        {
            return view.Say("realisation.dated");
        }

        var parts = new List<string>();
        string ramp = view.Language.NameOf(profile.Ramp);
        parts.Add(profile.RampMonths > 0 ? view.Say("realisation.ramp", ("ramp", ramp), ("months", Whole(profile.RampMonths))) : ramp);
        if (profile.LagMonths > 0)
        {
            parts.Add(view.Say("realisation.lag", ("months", Whole(profile.LagMonths))));
        }

        if (profile.DipMonths > 0)
        {
            parts.Add(view.Say("realisation.dip", ("depth", FigureFormat.Percent(profile.DipDepth.Value)), ("months", Whole(profile.DipMonths))));
        }

        return string.Join(view.Say("separator"), parts);
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
