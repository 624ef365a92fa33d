namespace TcmCrm.Roi.Costs;

/// <summary>Lines of the category Implementation (实施费用), each paid once. A cost in instalments is given as dated amounts by <see cref="CostItem.OfAmounts"/>.</summary>
public static class ImplementationCost
{
    /// <summary>Configuration of the system (系统配置), paid once.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amount">0 to 1e15.</param>
    /// <param name="on">When it is paid; the start of the case by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static CostItem Configuration(string name, Money amount, CostStart on = default) => Of(name, CostElement.Configuration, amount, on);

    /// <summary>Custom development (定制开发), paid once.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amount">0 to 1e15.</param>
    /// <param name="on">When it is paid; the start of the case by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static CostItem Customization(string name, Money amount, CostStart on = default) => Of(name, CostElement.Customization, amount, on);

    /// <summary>Data migration (数据迁移), paid once.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amount">0 to 1e15.</param>
    /// <param name="on">When it is paid; the start of the case by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static CostItem DataMigration(string name, Money amount, CostStart on = default) => Of(name, CostElement.DataMigration, amount, on);

    /// <summary>Integration with other systems (系统集成), paid once.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amount">0 to 1e15.</param>
    /// <param name="on">When it is paid; the start of the case by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static CostItem Integration(string name, Money amount, CostStart on = default) => Of(name, CostElement.Integration, amount, on);

    /// <summary>Training of staff (员工培训): trainers, rooms, material. The hours of the trained are <see cref="TimeCost.Learning"/>, paid once.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amount">0 to 1e15.</param>
    /// <param name="on">When it is paid; the start of the case by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static CostItem Training(string name, Money amount, CostStart on = default) => Of(name, CostElement.Training, amount, on);

    private static CostItem Of(string name, CostElement element, Money amount, CostStart on) =>
        new(name, CostCategory.Implementation, new OneOffCost(amount, on), element);
}
