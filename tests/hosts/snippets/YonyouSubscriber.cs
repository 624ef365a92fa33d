using System.Collections.Generic;
using System.Linq;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;
using UFSoft.UBF.Eventing;

/// <summary>On a monthly close: has the average order of a region grown since the CRM went live, and how sure is that?</summary>
public sealed class YonyouSubscriber : IEventSubscriber
{
    public void Notify(params object[] args)
    {
        var orderValues = (IReadOnlyList<double>)args[0];
        var sink = (IDictionary<string, string>)args[1];
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.AverageDealSize, new YearMonth(2022, 1), orderValues, "华东");
        ImpactResult result = ImpactAnalysis.Run(new ImpactStudy(series, goLive: new YearMonth(2024, 7)).WithTransition(1));
        sink["结论"] = string.Join("\n", result.Summary.Select(Language.Of("zh").Say));
    }
}
