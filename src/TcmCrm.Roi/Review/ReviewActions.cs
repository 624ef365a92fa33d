namespace TcmCrm.Roi.Review;

/// <summary>The catalogue of actions that the built-in rules suggest.</summary>
public static class ReviewActions
{
    /// <summary>For adoption below plan.</summary>
    public static ReviewAction TrainingAndWorkflow { get; } = new(
        "trainingAndWorkflow",
        "Train the teams that lag behind, and put the system into their daily work: remove the parallel spreadsheet, fill fields from data that exist.",
        "对使用率偏低的团队补充培训,并把系统嵌入日常流程:停用并行表格,能自动带出的字段不再手工录入。");

    /// <summary>For gaps and contradictions in the observations.</summary>
    public static ReviewAction DataQuality { get; } = new(
        "dataQuality",
        "Name a data owner, supply the missing months, and check the source before the next review.",
        "指定数据责任人,补齐缺失月份,并在下次复盘前核对数据来源。");

    /// <summary>For seats that are paid and not used.</summary>
    public static ReviewAction RenegotiateSeats { get; } = new(
        "renegotiateSeats",
        "Withdraw unused accounts now and reduce the seats at the next renewal; give notice in time.",
        "立即回收闲置账号,并在下次续约时核减席位数;注意在通知期前提出。");

    /// <summary>For retention below plan at equal tenure.</summary>
    public static ReviewAction RetentionProgramme { get; } = new(
        "retentionProgramme",
        "Look at the tenure at which customers leave, and start the care that the plan counted on (visits, refill reminders, complaint follow-up) before it.",
        "找出客户流失集中的存续期,在此之前启动计划中的维护动作(回访、复购提醒、投诉跟进)。");

    /// <summary>For satisfaction that falls.</summary>
    public static ReviewAction SatisfactionRecovery { get; } = new(
        "satisfactionRecovery",
        "Read the low answers of the last three months by channel, fix the two most frequent causes, and ask the same customers again.",
        "按渠道梳理最近三个月的低分反馈,解决最常见的两个原因,并回访同一批客户。");

    /// <summary>For a KPI out of its control limits.</summary>
    public static ReviewAction InvestigateKpi { get; } = new(
        "investigateKpi",
        "Find what changed in the month of the alarm before acting on the average; correct the data if it is an error.",
        "先查明报警月份发生了什么变化,再决定措施;如属数据错误,应予更正。");

    /// <summary>For cost above plan.</summary>
    public static ReviewAction CostControl { get; } = new(
        "costControl",
        "Ask the owner of the line for the cause, stop what is not in the contract, and bring the forecast of the line to the next review.",
        "请费用责任人说明超支原因,停止合同外支出,并在下次复盘提交该项费用的预测。");

    /// <summary>For a benefit that nobody measures.</summary>
    public static ReviewAction MeasureBenefit { get; } = new(
        "measureBenefit",
        "Name an owner and measure the benefit against its baseline, or take it out of the case.",
        "指定收益责任人,对照基线进行测量;无法测量的,应从商业论证中剔除。");

    /// <summary>For benefits that draw on the same pool.</summary>
    public static ReviewAction SeparatePools { get; } = new(
        "separatePools",
        "Split the pool between the benefits, or keep the one with the better evidence.",
        "在各项收益之间划分同一价值池,或仅保留证据更充分的一项。");

    /// <summary>For a KPI without a value before go-live.</summary>
    public static ReviewAction SetBaseline { get; } = new(
        "setBaseline",
        "Recover the values before go-live from the old records, or agree a baseline in writing; without one a change cannot be shown.",
        "从历史记录中补取上线前的数值,或书面确认基线;没有基线就无法证明变化。");

    /// <summary>For a benefit that starts later than planned.</summary>
    public static ReviewAction UnblockRollout { get; } = new(
        "unblockRollout",
        "Name what holds the benefit back (migration, integration, decision) and its new date; the months lost do not come back.",
        "明确阻碍收益实现的事项(数据迁移、系统集成、决策)及新的日期;已损失的月份无法追回。");

    /// <summary>For a benefit that yields less than planned although the system is used.</summary>
    public static ReviewAction FindCause { get; } = new(
        "findCause",
        "Check the assumption behind the benefit (margin, time saved, price) against what was measured, and re-plan with the reason.",
        "将该收益背后的假设(毛利率、节省时间、价格)与实测值核对,并说明原因后重新制定计划。");
}
