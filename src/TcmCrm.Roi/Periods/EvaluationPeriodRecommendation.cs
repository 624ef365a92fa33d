using NodaTime;

namespace TcmCrm.Roi.Periods;

/// <summary>How long to evaluate a CRM, by scale and goals, with reasons: six months, one year, three years, or longer.</summary>
/// <remarks>
/// <para>The rules. Each that applies names a period; most name the least that a verdict should rest on, and the primary period is the longest of these.</para>
/// <list type="bullet">
/// <item><c>wholeYear</c>, one year, always: the trade has seasons (Spring Festival, 三伏贴 in summer, 膏方 in winter), so that only whole years compare. The least
/// for a verdict on cost efficiency and on sales.</item>
/// <item><c>earlyCheck</c>, six months: for a quick win or cost efficiency, and for a small business of up to 50 users, where use and saved hours show within
/// months. The verdict rests on it only for a quick win; sales of half a year say more of the season than of the CRM.</item>
/// <item><c>longTermGoal</c>, three years: churn is a yearly figure; fewer lost customers and loyalty take more than one year to be seen and to pay.</item>
/// <item><c>upFrontInvestment</c>, three years: on premises or hybrid, money is spent before the start on licences and servers that serve for years (tax life in
/// China: bought software at least 2 years, electronic equipment 3).</item>
/// <item><c>largeRollout</c>, three years: a group, or more than 200 users, goes live in waves; in the first year most people are still learning.</item>
/// <item><c>contractTerm</c>, the term of a contract of a year or more: the money is committed for that long.</item>
/// <item><c>payback</c>, the shortest of 6 months, 1, 3, 5, 10 years, or else as many whole years as needed, that holds one and a half times the expected
/// payback: a period that ends with the payback can only show a return of nothing.</item>
/// <item><c>farForecast</c>, a caution on each period beyond five years: prices, technology and the market will not be what they are.</item>
/// </list>
/// <para>The limits of 50 and 200 users and the factor 1.5 are judgements of this library, not measurements; the reasons name them.</para>
/// </remarks>
/// <example>
/// <code>
/// var recommendation = EvaluationPeriodRecommendation.For(new EvaluationPeriodQuestion(
///     120, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth));
/// EvaluationPeriod primary = recommendation.Primary.Period;
/// </code>
/// </example>
public sealed class EvaluationPeriodRecommendation
{
    private const int SmallUsers = 50;
    private const int LargeUsers = 200;
    private const decimal PaybackFactor = 1.5m;

    /// <summary>Longer periods than this are read as a direction.</summary>
    internal const int FarMonths = 60;

    private static readonly int[] UsualMonths = [6, 12, 36, 60, 120];

    private readonly SortedDictionary<int, List<Message>> _reasons = [];
    private int _primaryMonths;

    private EvaluationPeriodRecommendation(EvaluationPeriodQuestion question)
    {
        Question = question;
        ByGoalAndSeason();
        ByScaleAndDeployment();
        ByContract();
        ByPayback();
        List<RecommendedEvaluationPeriod> periods = [];
        foreach (KeyValuePair<int, List<Message>> entry in _reasons)
        {
            if (entry.Key > FarMonths)
            {
                entry.Value.Add(new Message("farForecast"));
            }

            periods.Add(new RecommendedEvaluationPeriod(PeriodOf(entry.Key), entry.Key == _primaryMonths, entry.Value));
        }

        Periods = periods.AsReadOnly();
        Primary = periods.Find(period => period.IsPrimary)!;
    }

    /// <summary>What was asked.</summary>
    public EvaluationPeriodQuestion Question { get; }

    /// <summary>The recommended periods by ascending length; one at least.</summary>
    public IReadOnlyList<RecommendedEvaluationPeriod> Periods { get; }

    /// <summary>The period that the verdict should rest on.</summary>
    public RecommendedEvaluationPeriod Primary { get; }

    /// <summary>A recommendation.</summary>
    /// <param name="question">The facts of the case.</param>
    /// <exception cref="ArgumentNullException">The question is null.</exception>
    public static EvaluationPeriodRecommendation For(EvaluationPeriodQuestion question) => new(Check.NotNull(question));

    /// <summary>The periods, the primary one marked, with the codes of the reasons.</summary>
    public override string ToString() => string.Join("; ", Periods);

    private void ByGoalAndSeason()
    {
        EvaluationGoal goal = Question.Goal;
        bool small = Question.Scale == BusinessScale.Small && Question.Users <= SmallUsers;
        if (goal is EvaluationGoal.QuickWin or EvaluationGoal.CostEfficiency || small)
        {
            Add(6, forVerdict: goal == EvaluationGoal.QuickWin, new Message("earlyCheck"));
        }

        Add(12, forVerdict: goal is EvaluationGoal.CostEfficiency or EvaluationGoal.SalesGrowth, new Message("wholeYear"));
        if (goal == EvaluationGoal.RetentionAndLoyalty)
        {
            Add(36, forVerdict: true, new Message("longTermGoal"));
        }
    }

    private void ByScaleAndDeployment()
    {
        if (Question.Deployment != DeploymentModel.Saas)
        {
            Add(36, forVerdict: true, new Message("upFrontInvestment"));
        }

        if (Question.Scale == BusinessScale.Group || Question.Users > LargeUsers)
        {
            Add(36, forVerdict: true, new Message("largeRollout", MessageArgument.Number("limit", LargeUsers), MessageArgument.Number("users", Question.Users)));
        }
    }

    private void ByContract()
    {
        if (Question.ContractMonths is >= 12 and { } months)
        {
            Add(months, forVerdict: true, new Message("contractTerm", MessageArgument.Number("months", months)));
        }
    }

    private void ByPayback()
    {
        if (Question.ExpectedPaybackMonths is not { } payback)
        {
            return;
        }

        decimal needed = payback * PaybackFactor;
        int months = Array.Find(UsualMonths, usual => usual >= needed);
        Add(
            months > 0 ? months : 12 * (int)decimal.Ceiling(needed / 12),
            forVerdict: true,
            new Message("payback.evaluationPeriod", Shortest("months", payback), Shortest("factor", PaybackFactor)));
    }

    private void Add(int months, bool forVerdict, Message reason)
    {
        if (!_reasons.TryGetValue(months, out List<Message>? reasons))
        {
            _reasons.Add(months, reasons = []);
        }

        reasons.Add(reason);
        if (forVerdict && months > _primaryMonths)
        {
            _primaryMonths = months;
        }
    }

    private static EvaluationPeriod PeriodOf(int months) => EvaluationPeriod.Of(months % 12 == 0 ? Period.FromYears(months / 12) : Period.FromMonths(months));

    /// <summary>A number with the decimals that it has, two at most.</summary>
    private static MessageArgument Shortest(string name, decimal value)
    {
        decimal rounded = decimal.Round(value, 2, MidpointRounding.AwayFromZero);
        return MessageArgument.Number(name, value, rounded == decimal.Truncate(rounded) ? 0 : 10 * rounded == decimal.Truncate(10 * rounded) ? 1 : 2);
    }
}
