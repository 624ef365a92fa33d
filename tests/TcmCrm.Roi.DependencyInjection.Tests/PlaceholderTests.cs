namespace TcmCrm.Roi.DependencyInjection.Tests;
public class PlaceholderTests { [Fact] public void Placeholder() => Assert.True(true); }
