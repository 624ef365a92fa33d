namespace TcmCrm.Roi.Json.Tests;
public class PlaceholderTests { [Fact] public void Placeholder() => Assert.True(true); }
