using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Periods;

public class WorkTimeFactorTests
{
    private static readonly LocalDate From = new(2025, 1, 1);

    public static TheoryData<WorkTimeFactor> Others =>
    [
        new WorkTimeFactor(21m, 20, "rule", From),
        new WorkTimeFactor(22m, 19, "rule", From),
        new WorkTimeFactor(22m, 20, "Rule", From),
        new WorkTimeFactor(22m, 20, "rule", From.PlusDays(1)),
        new WorkTimeFactor(22m, 20, "rule"),
    ];

    // 人社部发〔2025〕2号: 365 - 104 rest days = 261 paid days, less 13 holidays = 248 worked days, over 12 months.
    [Fact]
    public void China2025_IsTheRuleOfTheMinistry()
    {
        WorkTimeFactor factor = WorkTimeFactor.China2025;
        Assert.Equal(261m / 12, factor.PaidDaysPerMonth);
        Assert.Equal(decimal.Round(248m / 12, 2), factor.WorkedDaysPerMonth);
        Assert.Equal(21.75m / 20.67m, factor.Ratio);
        Assert.Equal("人社部发〔2025〕2号", factor.Source);
        Assert.Equal(From, factor.EffectiveFrom);
        Assert.Equal("21.75/20.67 (人社部发〔2025〕2号)", factor.ToString());
    }

    [Fact]
    public void None_ChangesNothing() => Assert.Equal(1, WorkTimeFactor.None.Ratio);

    [Fact]
    public void EqualFactors_AreEqualInEveryMember()
    {
        WorkTimeFactor factor = new(22m, 20, "rule", From), same = new(22m, 20, "rule", From);
        Assert.True(factor.Equals(same));
        Assert.True(factor.Equals((object)same));
        Assert.Equal(factor.GetHashCode(), same.GetHashCode());
        Assert.False(factor.Equals((WorkTimeFactor?)null));
        Assert.False(factor.Equals((object)"rule"));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void FactorThatDiffersInOneMember_IsNotEqual(WorkTimeFactor other)
    {
        var factor = new WorkTimeFactor(22, 20, "rule", From);
        Assert.False(factor.Equals(other));
        Assert.False(other.Equals(factor));
    }

    [Fact]
    public void Days_AreMoreThanNoneAndAtMost31()
    {
        Assert.Equal((0.01m, 31m), (new WorkTimeFactor(0.01m, 31, "rule").PaidDaysPerMonth, new WorkTimeFactor(0.01m, 31, "rule").WorkedDaysPerMonth));
        Refused("paidDaysPerMonth is 0; allowed: more than 0 and at most 31", () => new WorkTimeFactor(0, 20, "rule"));
        Refused("workedDaysPerMonth is 0; allowed: more than 0 and at most 31", () => new WorkTimeFactor(20, 0, "rule"));
        Refused("paidDaysPerMonth is 31.01; allowed: ", () => new WorkTimeFactor(31.01m, 20, "rule"));
        Refused("workedDaysPerMonth is 31.01; allowed: ", () => new WorkTimeFactor(20, 31.01m, "rule"));
        Assert.Throws<ArgumentException>("source", () => new WorkTimeFactor(20, 20, " "));

        static void Refused(string message, Func<object> call)
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(call);
            Assert.Equal(message[..message.IndexOf(' ', StringComparison.Ordinal)], error.ParamName);
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        }
    }
}
