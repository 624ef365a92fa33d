namespace TcmCrm.Roi.Kpis;

/// <summary>What a survey asked.</summary>
public enum KpiSurveyQuestion
{
    /// <summary>满意度: how satisfied, 1 to 5; gives <see cref="KpiCatalog.Csat"/>.</summary>
    Satisfaction,

    /// <summary>推荐意愿: how likely to recommend, 0 to 10; gives <see cref="KpiCatalog.Nps"/> (9 and 10 promoters, 0 to 6 detractors).</summary>
    Recommendation,

    /// <summary>客户费力度: how easy it was; gives <see cref="KpiCatalog.Ces"/>.</summary>
    Effort,
}
