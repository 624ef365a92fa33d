using System.Collections.ObjectModel;
using System.Globalization;
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
public sealed class HorizonRecommendation
{
    private const int SmallUsers = 50;
    private const int LargeUsers = 200;
    private const decimal PaybackFactor = 1.5m;

    private static readonly int[] UsualMonths = [6, 12, 36, 60, 120];

    private readonly SortedDictionary<int, List<HorizonReason>> _reasons = [];
    private int _primaryMonths;

    private HorizonRecommendation(HorizonQuestion question)
    {
        Question = question;
        ByGoalAndSeason();
        ByScaleAndDeployment();
        ByContract();
        ByPayback();
        List<RecommendedHorizon> horizons = [];
        foreach (KeyValuePair<int, List<HorizonReason>> entry in _reasons)
        {
            if (entry.Key > 60)
            {
                entry.Value.Add(new HorizonReason(
                    "farForecast",
                    "Beyond five years, prices, technology and the market will not be what they are; read these figures as a direction.",
                    "五年以后的价格、技术和市场难以预测,该期间的数字仅供参考方向。"));
            }

            horizons.Add(new RecommendedHorizon(PeriodOf(entry.Key), entry.Key == _primaryMonths, entry.Value));
        }

        Horizons = new ReadOnlyCollection<RecommendedHorizon>(horizons);
        Primary = horizons.Find(horizon => horizon.IsPrimary)!;
    }

    /// <summary>What was asked.</summary>
    public HorizonQuestion Question { get; }

    /// <summary>The recommended periods by ascending length; one at least.</summary>
    public IReadOnlyList<RecommendedHorizon> Horizons { get; }

    /// <summary>The period that the verdict should rest on.</summary>
    public RecommendedHorizon Primary { get; }

    /// <summary>A recommendation.</summary>
    /// <param name="question">The facts of the case.</param>
    /// <exception cref="ArgumentNullException">The question is null.</exception>
    public static HorizonRecommendation For(HorizonQuestion question) => new(Check.NotNull(question));

    /// <summary>The periods, the primary one marked, with the codes of the reasons.</summary>
    public override string ToString() => string.Join("; ", Horizons);

    private void ByGoalAndSeason()
    {
        EvaluationGoal goal = Question.Goal;
        bool small = Question.Scale == BusinessScale.Small && Question.Users <= SmallUsers;
        if (goal is EvaluationGoal.QuickWin or EvaluationGoal.CostEfficiency || small)
        {
            Add(
                6,
                forVerdict: goal == EvaluationGoal.QuickWin,
                "earlyCheck",
                "Use and saved hours show within six months; for sales it is too early.",
                "半年内即可看到使用情况和节省的工时;对销售而言则为时过早。");
        }

        Add(
            12,
            forVerdict: goal is EvaluationGoal.CostEfficiency or EvaluationGoal.SalesGrowth,
            "wholeYear",
            "The trade has seasons (Spring Festival, summer and winter tonics), so only whole years compare.",
            "中药行业有明显季节性(春节、三伏贴、膏方),只有完整年度才可比。");
        if (goal == EvaluationGoal.RetentionAndLoyalty)
        {
            Add(
                36,
                forVerdict: true,
                "longTermGoal",
                "Fewer lost customers and loyalty take more than one year to be seen and to pay.",
                "客户流失减少和忠诚度提升需要一年以上才能显现并带来收益。");
        }
    }

    private void ByScaleAndDeployment()
    {
        if (Question.Deployment != DeploymentModel.Saas)
        {
            Add(
                36,
                forVerdict: true,
                "upFrontInvestment",
                "Licences and servers are paid before the start and serve for years.",
                "本地或混合部署需先期投入许可和服务器,使用期为多年。");
        }

        if (Question.Scale == BusinessScale.Group || Question.Users > LargeUsers)
        {
            Add(
                36,
                forVerdict: true,
                "largeRollout",
                $"A group, or more than {LargeUsers} users ({Text(Question.Users)} here), goes live in waves; the first year is mostly learning.",
                $"集团或超过 {LargeUsers} 名用户(本案例 {Text(Question.Users)} 名)通常分批上线,第一年以学习适应为主。");
        }
    }

    private void ByContract()
    {
        if (Question.ContractMonths is >= 12 and { } months)
        {
            Add(
                months,
                forVerdict: true,
                "contractTerm",
                $"The contract binds for {Text(months)} months; the money is committed for that long.",
                $"合同期为 {Text(months)} 个月,资金在此期间已经承诺。");
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
            "payback",
            $"The payback is expected after {Text(payback)} months; a period of {Text(PaybackFactor)} times that also shows a return.",
            $"预计 {Text(payback)} 个月回收投资;评估周期取其 {Text(PaybackFactor)} 倍以上,才能看到回报。");
    }

    private void Add(int months, bool forVerdict, string code, string english, string chinese)
    {
        if (!_reasons.TryGetValue(months, out List<HorizonReason>? reasons))
        {
            _reasons.Add(months, reasons = []);
        }

        reasons.Add(new HorizonReason(code, english, chinese));
        if (forVerdict && months > _primaryMonths)
        {
            _primaryMonths = months;
        }
    }

    private static EvaluationPeriod PeriodOf(int months) => EvaluationPeriod.Of(months % 12 == 0 ? Period.FromYears(months / 12) : Period.FromMonths(months));

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
