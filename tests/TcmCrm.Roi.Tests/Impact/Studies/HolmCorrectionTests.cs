using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Tests.Impact;

public class HolmCorrectionTests
{
    [Fact]
    public void Adjust_AgreesWithR() // p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm") of R gives 0.05 0.08 0.09 0.09 0.09.
    {
        double[] actual = [.. ImpactAnalysis.AdjustForSeveral([0.05, 0.01, 0.04, 0.02, 0.03])];
        double[] expected = [0.09, 0.05, 0.09, 0.08, 0.09];
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-15);
        }
    }

    [Fact]
    public void Adjust_IsCappedAtOne_AndRefusesWhatIsNoProbability()
    {
        Assert.Equal(1.0, ImpactAnalysis.AdjustForSeveral([0.9, 0.8])[0]);
        Assert.Empty(ImpactAnalysis.AdjustForSeveral([]));
        Assert.Equal([0.0, 1.0], ImpactAnalysis.AdjustForSeveral([0, 1]));
        Refused.Null("pValues", () => ImpactAnalysis.AdjustForSeveral(null!));
        foreach (double bad in new[] { double.NaN, -1e-9, 1 + 1e-9, -1, 2 })
        {
            Refused.Argument("pValues", "The p-value at index 1 is not from 0 to 1.", () => ImpactAnalysis.AdjustForSeveral([0.5, bad]));
        }
    }
}
