using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Reporting.Impacts;

/// <summary>Which estimate a study goes by where answers of people were counted beside its series.</summary>
internal static class ImpactChoice
{
    /// <summary>The estimates, a change of the net promoter score among them in its place on the ladder.</summary>
    internal static List<ImpactEstimate> Ranked(ImpactResult result, ImpactEstimate? survey)
    {
        List<ImpactEstimate> all = [.. result.Estimates];
        if (survey is not null)
        {
            // Before what is no effect: months compared without their trend say less than the answers themselves.
            int place = all.FindIndex(e => !e.MayBeChosen || !e.IsEffect);
            all.Insert(place < 0 ? all.Count : place, survey);
        }

        return all;
    }

    /// <summary>The one to go by; null when the data allow none.</summary>
    internal static ImpactEstimate? ChosenOf(ImpactResult result, ImpactEstimate? survey) =>
        Ranked(result, survey).FirstOrDefault() is { MayBeChosen: true } first ? first : null;
}
