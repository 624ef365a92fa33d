using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>What a simulation says of a case, for the conclusion of any report: how surely it pays on all benefits and on cash, and in what range.</summary>
internal static class SimulationSentences
{
    internal static IEnumerable<string> Of(SimulationResult result, Language language)
    {
        var view = new EvaluationView(result.Evaluation, language);
        var text = new SimulatedText(view);
        int longest = (result.Periods.Count / 2) - 1;
        SimulatedPeriod all = result.Period(longest);
        SimulatedPeriod cash = result.Period(longest, CaseBasis.Cashable);
        int trials = result.Options.Trials;
        string period = view.NameOf(all.Period);
        Figure<Estimate> paidBack = Figure.Of(all.PaidBackBy[all.PaidBackBy.Count - 1].Value);
        Figure<Estimate> paidBackInCash = Figure.Of(cash.PaidBackBy[cash.PaidBackBy.Count - 1].Value);
        yield return view.Say(
            "simulation.paidBack", ("period", period), ("all", text.Probability(paidBack, trials).Text), ("cash", text.Probability(paidBackInCash, trials).Text));
        foreach (Message warning in result.Warnings)
        {
            yield return view.Language.Say(warning);
        }

        if (!all.NetPresentValue.Mean.TryGetValue(out double mean))
        {
            yield return view.Say("simulation.noRate");
            yield break;
        }

        yield return view.Say(
            "simulation.positive", ("all", text.Probability(all.ProbabilityNpvPositive, trials).Text), ("cash", text.Probability(cash.ProbabilityNpvPositive, trials).Text));
        double error = all.NetPresentValue.StandardError.GetValueOrDefault(0);
        yield return view.Say(
            "simulation.range", ("low", text.AmountWithUnit(all.NetPresentValue.P10.Value, error)), ("high", text.AmountWithUnit(all.NetPresentValue.P90.Value, error)),
            ("shortfall", text.AmountWithUnit(all.ExpectedShortfall.Value.Value, all.ExpectedShortfall.Value.StandardError)));
        double plan = all.DeterministicNetPresentValue.Value;
        double difference = mean - plan;
        decimal? planned = view.Results.FirstOrDefault(one => one.Period.Equals(all.Period)) is { } evaluated && view.TryAmount(view.Measure("netPresentValue"), evaluated, out decimal amount) ? amount : null;
        if (Math.Abs(difference) > Math.Max(3 * error, (double)view.Format.Step / 2))
        {
            yield return view.Say(
                difference < 0 ? "simulation.below" : "simulation.above", ("mean", text.AmountWithUnit(mean, error)), ("plan", planned is { } printed ? view.Format.AmountWithUnit(printed) : text.AmountWithUnit(plan, 0)),
                ("difference", text.AmountWithUnit(Math.Abs(difference), error)));
        }
    }
}
