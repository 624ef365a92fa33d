using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Review;

public class ReviewWordsTests
{
    [Fact]
    public void NamedValues_AreSaidInBothLanguages()
    {
        Assert.Equal("Continue, Fix, Renegotiate, Extend, Exit", Names<DecisionKind>("en"));
        Assert.Equal("继续、整改、重新谈判、延长使用、退出", Names<DecisionKind>("zh"));
        Assert.Equal("Planned, On track, At risk, Missed, Exceeded, Verified", Names<BenefitStatus>("en"));
        Assert.Equal("未到期、正常、有风险、严重低于计划、超额实现、已验证", Names<BenefitStatus>("zh"));
        Assert.Equal("Low, Medium, High", Names<FindingSeverity>("en"));
        Assert.Equal("低、中、高", Names<FindingSeverity>("zh"));
        Assert.Equal("Stands, Doubtful, Does not stand", Names<OriginalDecision>("en"));
        Assert.Equal("仍成立、存疑、不再成立", Names<OriginalDecision>("zh"));

        static string Names<T>(string language)
            where T : struct, Enum => Language.Of(language).Join(Enum.GetValues<T>().Select(Language.Of(language).NameOf));
    }

    /// <summary>Every action of the catalogue: its property, its id, and the deed that it asks for in either language.</summary>
    [Fact]
    public void TheActions_AskForADeedInBothLanguages()
    {
        (Message Action, string Id, string English, string Chinese)[] actions =
        [
            (ReviewActions.TrainingAndWorkflow, "trainingAndWorkflow", "Train the teams", "补充培训"),
            (ReviewActions.DataQuality, "dataQuality", "Name a data owner", "指定数据责任人"),
            (ReviewActions.CorrectRows, "correctRows", "Compare these rows with their source", "将这些记录与原始单据逐笔核对"),
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
            Assert.Equal(row.Id, row.Action.ToString());
            Assert.Contains(row.English, row.Action.InEnglish(), StringComparison.Ordinal);
            Assert.Contains(row.Chinese, row.Action.InChinese(), StringComparison.Ordinal);
        });
    }

    /// <summary>What a Chinese reader is shown of a review has no code in it and no half-width mark beside a Chinese character.</summary>
    [Fact]
    public void ChineseTexts_AreChinese() => Assert.All(
        new ChineseWords().Ids.Where(id => ReviewRules.All.Any(rule => id == rule.Id || id.StartsWith(rule.Id + ".", StringComparison.Ordinal))),
        id => Assert.DoesNotMatch("[A-Za-z]", System.Text.RegularExpressions.Regex.Replace(new ChineseWords().Find(id)!, @"\{\w+\}", string.Empty)));
}
