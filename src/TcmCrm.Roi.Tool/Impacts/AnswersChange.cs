using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Spreadsheets;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>The change of the net promoter score from the answers of all months before and after together.</summary>
internal static class AnswersChange
{
    /// <summary>The estimate; null without counts, or where a side has fewer than two answers or nothing varies.</summary>
    internal static ImpactEstimate? Of(StudyReading data, ImpactStudy study)
    {
        if (data.Answers is not { } answers)
        {
            return null;
        }

        var sums = new int[2, 3];
        for (int i = 0; i < answers.Count; i++)
        {
            YearMonth month = data.Start.PlusMonths(i);
            if (answers[i] is not { } row || (month >= study.GoLive && month < study.GoLive.PlusMonths(study.TransitionMonths)))
            {
                continue;
            }

            int side = month < study.GoLive ? 0 : 1;
            sums[side, 0] += row.Promoters;
            sums[side, 1] += row.Passives;
            sums[side, 2] += row.Detractors;
        }

        if (sums[0, 0] + sums[0, 1] + sums[0, 2] < 2 || sums[1, 0] + sums[1, 1] + sums[1, 2] < 2)
        {
            return null;
        }

        var before = new NetPromoterScore(sums[0, 0], sums[0, 1], sums[0, 2]);
        var after = new NetPromoterScore(sums[1, 0], sums[1, 1], sums[1, 2]);
        bool varies = IsMixed(before) || IsMixed(after);
        return varies ? SurveyChange.NetPromoterScores(
            before, after, new SurveyChangeOptions { Promise = study.Promise, ConfidenceLevel = study.ConfidenceLevel }) : null;
    }

    private static bool IsMixed(NetPromoterScore score) =>
        score.Promoters < score.Answers && score.Passives < score.Answers && score.Detractors < score.Answers;
}
