namespace TcmCrm.Roi.Periods;

/// <summary>Display names of <see cref="EvaluationGoal"/>.</summary>
public static class EvaluationGoalNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="goal">The goal.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this EvaluationGoal goal) => Names(goal).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="goal">The goal.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this EvaluationGoal goal) => Names(goal).English;

    private static (string Chinese, string English) Names(EvaluationGoal goal) => goal switch
    {
        EvaluationGoal.QuickWin => ("快速见效", "Quick win"),
        EvaluationGoal.CostEfficiency => ("降本增效", "Cost efficiency"),
        EvaluationGoal.SalesGrowth => ("销售增长", "Sales growth"),
        EvaluationGoal.RetentionAndLoyalty => ("客户保留与长期价值", "Retention and long-term value"),
        _ => throw Check.OutOfRange(nameof(goal), goal, "a named goal"),
    };
}
