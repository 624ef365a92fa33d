using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

public class ReviewNamesTests
{
    [Theory]
    [InlineData(DecisionKind.Continue, "continue", "Continue", "继续")]
    [InlineData(DecisionKind.Fix, "fix", "Fix", "整改")]
    [InlineData(DecisionKind.Renegotiate, "renegotiate", "Renegotiate", "重新谈判")]
    [InlineData(DecisionKind.Extend, "extend", "Extend", "延长使用")]
    [InlineData(DecisionKind.Exit, "exit", "Exit", "退出")]
    public void ADecision_IsNamed(DecisionKind kind, string id, string english, string chinese) =>
        Assert.Equal((id, english, chinese), (kind.Id(), kind.English(), kind.Chinese()));

    [Theory]
    [InlineData(BenefitStatus.Planned, "planned", "Planned", "计划")]
    [InlineData(BenefitStatus.OnTrack, "onTrack", "On track", "正常")]
    [InlineData(BenefitStatus.AtRisk, "atRisk", "At risk", "有风险")]
    [InlineData(BenefitStatus.Missed, "missed", "Missed", "未实现")]
    [InlineData(BenefitStatus.Exceeded, "exceeded", "Exceeded", "超额实现")]
    [InlineData(BenefitStatus.Verified, "verified", "Verified", "已验证")]
    public void AStatus_IsNamed(BenefitStatus status, string id, string english, string chinese) =>
        Assert.Equal((id, english, chinese), (status.Id(), status.English(), status.Chinese()));

    [Theory]
    [InlineData(FindingSeverity.Low, "low", "Low", "低")]
    [InlineData(FindingSeverity.Medium, "medium", "Medium", "中")]
    [InlineData(FindingSeverity.High, "high", "High", "高")]
    public void ASeverity_IsNamed(FindingSeverity severity, string id, string english, string chinese) =>
        Assert.Equal((id, english, chinese), (severity.Id(), severity.English(), severity.Chinese()));

    [Theory]
    [InlineData(OriginalDecision.Stands, "stands", "Stands", "仍然成立")]
    [InlineData(OriginalDecision.Doubtful, "doubtful", "Doubtful", "存疑")]
    [InlineData(OriginalDecision.DoesNotStand, "doesNotStand", "Does not stand", "不再成立")]
    public void TheOriginalDecision_IsNamed(OriginalDecision decision, string id, string english, string chinese) =>
        Assert.Equal((id, english, chinese), (decision.Id(), decision.English(), decision.Chinese()));

    [Fact]
    public void EveryValue_HasAName()
    {
        Assert.Distinct(Enum.GetValues<DecisionKind>().Select(value => value.Chinese()));
        Assert.Distinct(Enum.GetValues<BenefitStatus>().Select(value => value.Chinese()));
        Assert.Distinct(Enum.GetValues<FindingSeverity>().Select(value => value.Chinese()));
        Assert.Distinct(Enum.GetValues<OriginalDecision>().Select(value => value.Chinese()));
    }

    [Fact]
    public void AValueWithoutName_IsRefused()
    {
        Refused.OutOfRange("kind", "5", "a named decision", () => ((DecisionKind)5).Id());
        Refused.OutOfRange("status", "6", "a named status", () => ((BenefitStatus)6).Id());
        Refused.OutOfRange("severity", "3", "a named severity", () => ((FindingSeverity)3).Id());
        Refused.OutOfRange("decision", "3", "a named value", () => ((OriginalDecision)3).Id());
    }

    /// <summary>Every action of the catalogue: its property, its id, and the deed that it asks for in either language.</summary>
    [Fact]
    public void TheActions_AskForADeedInBothLanguages()
    {
        (ReviewAction Action, string Id, string English, string Chinese)[] actions =
        [
            (ReviewActions.TrainingAndWorkflow, "trainingAndWorkflow", "Train the teams", "补充培训"),
            (ReviewActions.DataQuality, "dataQuality", "Name a data owner", "指定数据责任人"),
            (ReviewActions.RenegotiateSeats, "renegotiateSeats", "reduce the seats at the next renewal", "核减席位数"),
            (ReviewActions.RetentionProgramme, "retentionProgramme", "tenure at which customers leave", "客户流失集中的存续期"),
            (ReviewActions.SatisfactionRecovery, "satisfactionRecovery", "fix the two most frequent causes", "解决最常见的两个原因"),
            (ReviewActions.InvestigateKpi, "investigateKpi", "what changed in the month of the alarm", "报警月份发生了什么变化"),
            (ReviewActions.CostControl, "costControl", "stop what is not in the contract", "停止合同外支出"),
            (ReviewActions.MeasureBenefit, "measureBenefit", "measure the benefit against its baseline", "对照基线进行测量"),
            (ReviewActions.SeparatePools, "separatePools", "Split the pool", "划分同一价值池"),
            (ReviewActions.SetBaseline, "setBaseline", "agree a baseline in writing", "书面确认基线"),
            (ReviewActions.UnblockRollout, "unblockRollout", "what holds the benefit back", "明确阻碍收益实现的事项"),
            (ReviewActions.FindCause, "findCause", "Check the assumption behind the benefit", "核对"),
        ];
        Assert.All(actions, row =>
        {
            Assert.Equal(row.Id, row.Action.Id);
            Assert.Equal(row.Id, row.Action.ToString());
            Assert.Contains(row.English, row.Action.English, StringComparison.Ordinal);
            Assert.Contains(row.Chinese, row.Action.Chinese, StringComparison.Ordinal);
        });
        Refused.Argument("id", "must not be blank", () => new ReviewAction(" ", "e", "中"));
        Refused.Argument("english", "must not be blank", () => new ReviewAction("x", " ", "中"));
        Refused.Argument("chinese", "must not be blank", () => new ReviewAction("x", "e", " "));
    }
}
