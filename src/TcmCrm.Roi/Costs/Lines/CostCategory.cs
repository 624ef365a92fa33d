namespace TcmCrm.Roi.Costs;

/// <summary>The four categories of what a CRM costs.</summary>
public enum CostCategory
{
    /// <summary>Software (软件费用): subscription or licence.</summary>
    Software,

    /// <summary>Implementation (实施费用): configuration, customisation, data migration, integration, training.</summary>
    Implementation,

    /// <summary>Maintenance (维护费用): support, upgrades, servers.</summary>
    Maintenance,

    /// <summary>Time (时间成本): hours of learning, and less output while people adapt.</summary>
    Time,
}
