namespace TcmCrm.Roi.Kpis;

/// <summary>The running state of one control chart against frozen limits: each value costs O(1) and allocates nothing.</summary>
internal struct ChartMonitor
{
    internal const double CusumSlack = 0.5;
    internal const double CusumDecision = 5;

    // Sides of the latest points, two bits each, newest lowest: 1 above, 2 below.
    private int beyondOneSigma;
    private int beyondTwoSigma;
    private int beyondTwoInside;
    private int side;
    private int sideRun;
    private int trend;
    private int trendRun;
    private double previous;
    private bool hasPrevious;
    private int stepsSeen;
    private readonly double center;
    private readonly double slack;
    private readonly double lower;
    private readonly double upper;
    private readonly double sigma;
    private readonly double oneSigma;
    private readonly double twoSigma;
    private readonly AlarmRuleSet rules;

    public ChartMonitor(ControlLimits limits, AlarmRuleSet rules)
        : this()
    {
        center = limits.Center;
        slack = limits.Slack;
        lower = limits.Lower;
        upper = limits.Upper;
        sigma = limits.Sigma;
        oneSigma = (upper - center) / 3;
        twoSigma = (upper - center) * 2 / 3;
        this.rules = rules;
    }

    /// <summary>The upper cumulative sum in sigma, 0 or more.</summary>
    public double High { get; private set; }

    /// <summary>The lower cumulative sum in sigma, 0 or more.</summary>
    public double Low { get; private set; }

    /// <summary>Takes the next value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="inBaseline">Whether the limits were computed from it or it stands before the baseline: the CUSUM starts after.</param>
    public (AlarmRule Rule, AlarmSide Side) Next(double value, bool inBaseline)
    {
        double deviation = value - center;
        if (Math.Abs(deviation) <= slack)
        {
            deviation = 0;
            value = center;
        }

        int now = deviation > 0 ? 1 : deviation < 0 ? 2 : 0;
        bool outside = value > upper || value < lower;
        double size = Math.Abs(deviation);
        int two = size > twoSigma ? now : 0;
        beyondOneSigma = (beyondOneSigma << 2) | (size > oneSigma ? now : 0);
        beyondTwoSigma = (beyondTwoSigma << 2) | two;
        beyondTwoInside = (beyondTwoInside << 2) | (outside ? 0 : two);
        sideRun = now != 0 && now == side ? sideRun + 1 : now == 0 ? 0 : 1;
        side = now;
        int direction = !hasPrevious || value == previous ? 0 : value > previous ? 1 : 2;
        trendRun = direction != 0 && direction == trend ? trendRun + 1 : direction == 0 ? 0 : 1;
        trend = direction;
        previous = value;
        hasPrevious = true;
        stepsSeen = Math.Min(stepsSeen + 1, 7);
        if (!inBaseline)
        {
            // Without any variation in the baseline a deviation has no size in sigma; the limits alone catch it.
            double z = sigma > 0 ? deviation / sigma : 0;
            High = Math.Max(0, High + z - CusumSlack);
            Low = Math.Max(0, Low - z - CusumSlack);
        }

        if (outside)
        {
            return (AlarmRule.OutsideLimits, SideOf(now));
        }

        return rules switch
        {
            AlarmRuleSet.Nhs => Nhs(now),
            AlarmRuleSet.WesternElectric => WesternElectric(now),
            _ => High > CusumDecision || Low > CusumDecision
                ? (AlarmRule.Cusum, High >= Low ? AlarmSide.Above : AlarmSide.Below)
                : (AlarmRule.None, AlarmSide.None),
        };
    }

    private readonly (AlarmRule Rule, AlarmSide Side) Nhs(int now)
    {
        if (trendRun >= 6)
        {
            return (AlarmRule.TrendOfSeven, SideOf(trend));
        }

        if ((beyondTwoInside & 3) != 0 && sideRun >= 3 && Same(beyondTwoInside, now, 3) >= 2)
        {
            return (AlarmRule.TwoOfThree, SideOf(now));
        }

        return sideRun >= 7 ? (AlarmRule.SevenOnOneSide, SideOf(now)) : (AlarmRule.None, AlarmSide.None);
    }

    private readonly (AlarmRule Rule, AlarmSide Side) WesternElectric(int now)
    {
        if ((beyondTwoSigma & 3) != 0 && stepsSeen >= 3 && Same(beyondTwoSigma, now, 3) >= 2)
        {
            return (AlarmRule.TwoOfThree, SideOf(now));
        }

        if ((beyondOneSigma & 3) != 0 && stepsSeen >= 5 && Same(beyondOneSigma, now, 5) >= 4)
        {
            return (AlarmRule.FourOfFive, SideOf(now));
        }

        return sideRun >= 8 ? (AlarmRule.EightOnOneSide, SideOf(now)) : (AlarmRule.None, AlarmSide.None);
    }

    private static int Same(int history, int side, int length)
    {
        int count = 0;
        for (int i = 0; i < length; i++, history >>= 2)
        {
            count += (history & 3) == side ? 1 : 0;
        }

        return count;
    }

    private static AlarmSide SideOf(int code) => code == 1 ? AlarmSide.Above : AlarmSide.Below;
}
