using System;
using System.Collections.Generic;
using System.ComponentModel;
using Kingdee.BOS.Core.DynamicForm.PlugIn;
using Kingdee.BOS.Core.DynamicForm.PlugIn.Args;
using NodaTime;
using TcmCrm.Roi;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Texts;

/// <summary>After a CRM project document is audited: the rate of return of its payment plan.</summary>
[Description("CRM 项目内部收益率")]
public sealed class KingdeeBosPlugIn : AbstractOperationServicePlugIn
{
    public override void AfterExecuteOperationTransaction(AfterExecuteOperationTransaction e)
    {
        foreach (IDictionary<string, object> document in e.DataEntitys)
        {
            var flows = new List<CashFlow>();
            foreach (IDictionary<string, object> row in (IEnumerable<IDictionary<string, object>>)document["FPayPlan"])
            {
                // 付款为负, 收款为正.
                flows.Add(new CashFlow(LocalDate.FromDateTime((DateTime)row["FDate"]), Money.Cny((decimal)row["FAmount"])));
            }

            Figure<double> rate = InternalRateOfReturn.Of(new CashFlowSeries(Currency.Cny, flows)).ToFigure();

            // 无解或多解时不写数值, 只写原因.
            document["FIrr"] = rate.TryGetValue(out double value) ? (object)value : null!;
            document["FIrrReason"] = rate.Reason is { } reason ? Language.Of("zh").NameOf(reason) : string.Empty;
        }
    }
}
