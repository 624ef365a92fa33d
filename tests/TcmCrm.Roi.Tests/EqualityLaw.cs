namespace TcmCrm.Roi.Tests;

/// <summary>The laws of equality by value.</summary>
internal static class EqualityLaw
{
    /// <param name="value">A value.</param>
    /// <param name="same">Another instance with the same members.</param>
    /// <param name="others">Copies that differ from it in one member each.</param>
    internal static void Holds<T>(T value, T same, params T[] others)
        where T : class, IEquatable<T>
    {
        Assert.NotSame(value, same);
        Assert.True(value.Equals(same) && same.Equals(value) && value.Equals((object)same), $"{value} must equal {same}.");
        Assert.Equal(value.GetHashCode(), same.GetHashCode());
        Assert.False(value.Equals(null));
        Assert.False(value.Equals((object?)null));
        Assert.False(value.Equals(new object()));
        Assert.All(others, other =>
        {
            Assert.False(value.Equals(other), $"{value} must not equal {other}.");
            Assert.False(other.Equals(value), $"{other} must not equal {value}.");
            Assert.False(value.Equals((object)other));
        });
    }
}
