namespace TcmCrm.Roi.Costs;

/// <summary>What is paid for, finer than the category. It changes no figure before tax; the checks of a case and the reports use it.</summary>
public enum CostElement
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Subscription fee (订阅费); category Software.</summary>
    Subscription,

    /// <summary>Licence bought once (许可费(买断)); category Software.</summary>
    PerpetualLicense,

    /// <summary>Configuration of the system (系统配置); category Implementation.</summary>
    Configuration,

    /// <summary>Custom development (定制开发); category Implementation.</summary>
    Customization,

    /// <summary>Data migration (数据迁移); category Implementation.</summary>
    DataMigration,

    /// <summary>Integration with other systems (系统集成); category Implementation.</summary>
    Integration,

    /// <summary>Training of staff (员工培训): trainers, rooms, material; category Implementation. The hours of the trained are <see cref="Learning"/>.</summary>
    Training,

    /// <summary>Technical support (技术支持); category Maintenance.</summary>
    Support,

    /// <summary>Upgrades (系统升级); category Maintenance.</summary>
    Upgrade,

    /// <summary>Servers and their running (服务器成本); category Maintenance.</summary>
    Server,

    /// <summary>Hours spent on learning (学习时间); category Time.</summary>
    Learning,

    /// <summary>Less output after go-live (适应期效率下降); category Time.</summary>
    ProductivityDip,
}
