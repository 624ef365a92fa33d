namespace TcmCrm.Roi.Review;

/// <summary>A rule that looks for one thing that may go wrong. Hosts add their own beside those of <see cref="ReviewSettings.Default"/>.</summary>
/// <remarks>A rule is asked once a review, in the order of <see cref="ReviewSettings.Rules"/>; what earlier rules found is in
/// <see cref="ReviewContext.Found"/>. It must not keep state: one instance serves many reviews at once.</remarks>
public interface IReviewRule
{
    /// <summary>A stable identifier in camelCase, for example <c>lowAdoption</c>.</summary>
    string Id { get; }

    /// <summary>Looks at a review.</summary>
    /// <param name="context">Plan, actuals and differences up to the review's month.</param>
    /// <returns>What was found; empty when all is well.</returns>
    IEnumerable<Finding> Examine(ReviewContext context);
}
