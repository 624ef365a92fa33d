using System.Globalization;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What a reader must know of one evaluation period.</summary>
internal static class HorizonWarnings
{
    internal static IReadOnlyList<Message> Of(HorizonResult result)
    {
        List<Message>? warnings = null;
        if (result.Case.GoLive >= result.End)
        {
            Add(new Message(
                "goLiveAfterPeriod",
                $"The period {result.Period} ends before go-live: it holds costs without the use they are for.",
                $"评估期 {result.Period} 在上线日之前结束:只含成本,不含使用收益。"));
        }

        AddAssumed();
        if (result.Payback.FirstMonths is { IsApplicable: true } first && result.Payback.DurableMonths != first)
        {
            string months = first.Value.ToString("0.0", CultureInfo.InvariantCulture);
            string durable = result.Payback.DurableMonths.TryGetValue(out double value)
                ? value.ToString("0.0", CultureInfo.InvariantCulture)
                : string.Empty;
            Add(durable.Length > 0
                ? new Message(
                    "paybackNotDurable",
                    $"Within {result.Period} the case is paid back after {months} months but falls below again; durably after {durable} months.",
                    $"评估期 {result.Period} 内,第 {months} 个月首次收回投资,但其后再度为负;持续收回为第 {durable} 个月。")
                : new Message(
                    "paybackNotDurable",
                    $"Within {result.Period} the case is paid back after {months} months but falls below again and does not recover.",
                    $"评估期 {result.Period} 内,第 {months} 个月首次收回投资,但其后再度为负且未能恢复。"));
        }

        if (result.InternalRateOfReturn.Status == RateStatus.Multiple)
        {
            Add(new Message(
                "multipleInternalRates",
                $"The flows of {result.Period} have several internal rates of return; none of them alone is the return of the case. Use the net present value or the modified rate.",
                $"评估期 {result.Period} 的现金流量存在多个内部收益率,任何一个都不能单独代表收益率;请使用净现值或修正内部收益率。"));
        }

        return warnings ?? (IReadOnlyList<Message>)[];

        void Add(Message warning) => (warnings ??= []).Add(warning);

        void AddAssumed()
        {
            decimal assumed = result.EvidenceTotal(Evidence.Assumed);
            decimal total = result.TotalBenefit.Amount;
            if (total > 0 && assumed > total / 2)
            {
                string percent = (assumed / total * 100).ToString("0.0", CultureInfo.InvariantCulture);
                Add(new Message(
                    "benefitMostlyAssumed",
                    $"{percent}% of the benefit of {result.Period} is assumed, neither measured nor estimated from data.",
                    $"评估期 {result.Period} 的收益中有 {percent}% 为假设,既非实测,也非据数据估算。"));
            }
        }
    }
}
