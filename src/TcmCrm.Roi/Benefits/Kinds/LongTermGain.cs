using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the long-term block, which is shown apart from the short-term return.</summary>
public static class LongTermGain
{
    /// <summary>Customers who come back more often (客户忠诚度): customers x additional rate x margin of a customer in a year.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="customers">Customers that can be sold to, 0 or more.</param>
    /// <param name="additionalRate">The part of them that does so because of the CRM, beyond those who did before: a rise from 22 % to 27 % is 5 %.</param>
    /// <param name="marginPerCustomerYear">Contribution margin that such a customer adds in a year, 0 to 1e15; not revenue.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the line comes to more than 1e18 a year.</exception>
    public static BenefitItem Loyalty(string name, int customers, Share additionalRate, Money marginPerCustomerYear) =>
        new(name, BenefitCategory.Loyalty, new CustomerMarginBenefit(customers, additionalRate, marginPerCustomerYear));

    /// <summary>Customers who buy further product lines (交叉销售): customers x additional rate x margin of a customer in a year.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="customers">Customers that can be sold to, 0 or more.</param>
    /// <param name="additionalRate">The part of them that does so because of the CRM, beyond those who did before: a rise from 22 % to 27 % is 5 %.</param>
    /// <param name="marginPerCustomerYear">Contribution margin that such a customer adds in a year, 0 to 1e15; not revenue.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the line comes to more than 1e18 a year.</exception>
    public static BenefitItem CrossSell(string name, int customers, Share additionalRate, Money marginPerCustomerYear) =>
        new(name, BenefitCategory.CrossSell, new CustomerMarginBenefit(customers, additionalRate, marginPerCustomerYear));

    /// <summary>Customers who buy more or better of the same (追加销售): customers x additional rate x margin of a customer in a year.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="customers">Customers that can be sold to, 0 or more.</param>
    /// <param name="additionalRate">The part of them that does so because of the CRM, beyond those who did before: a rise from 22 % to 27 % is 5 %.</param>
    /// <param name="marginPerCustomerYear">Contribution margin that such a customer adds in a year, 0 to 1e15; not revenue.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the line comes to more than 1e18 a year.</exception>
    public static BenefitItem UpSell(string name, int customers, Share additionalRate, Money marginPerCustomerYear) =>
        new(name, BenefitCategory.UpSell, new CustomerMarginBenefit(customers, additionalRate, marginPerCustomerYear));

    /// <summary>Tedious work that is automated step by step (流程效率): time saved on tasks, as <see cref="OperatingCostReduction.FromTasks"/> counts it. Of the class efficiency.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="tasks">One or more tasks.</param>
    /// <param name="loadedHourlyRate">Cost of an hour with the employer's contributions, 0 to 1e15.</param>
    /// <param name="people">How many people do the tasks, 1 to 10,000,000.</param>
    /// <param name="hoursPerPersonYear">Hours that one of them works in a year, above 0 and at most 8,784.</param>
    /// <param name="workTime">Turns a paid hour into a worked one; none by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed, there is no task, or the tasks together take longer than before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the line comes to more than 1e18 a year.</exception>
    public static BenefitItem ProcessEfficiency(
        string name, IEnumerable<AutomatedTask> tasks, Money loadedHourlyRate, int people, decimal hoursPerPersonYear, WorkTimeFactor? workTime = null) =>
        new(name, BenefitCategory.ProcessEfficiency, new TaskTimeBenefit(tasks, loadedHourlyRate, people, hoursPerPersonYear, workTime));
}
