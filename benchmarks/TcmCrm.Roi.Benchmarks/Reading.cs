using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>Reads what a result makes when it is first asked for, so that a benchmark counts it.</summary>
internal static class Reading
{
    public static double Of(RoiEvaluation evaluation)
    {
        double sum = 0;
        foreach (PeriodResult result in evaluation.Periods)
        {
            sum += result.InternalRateOfReturn.TryGetRate(out double rate) ? rate : 0;
            sum += result.ModifiedInternalRateOfReturn.GetValueOrDefault(0) + result.ProfitabilityIndex.GetValueOrDefault(0) + result.Warnings.Count;
        }

        return sum;
    }
}
