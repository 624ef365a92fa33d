using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

public class RankCopulaTests
{
    [Theory]
    [InlineData(0.7)]
    [InlineData(-0.4)]
    [InlineData(0.0)]
    [InlineData(0.95)]
    public void Draws_HaveTheStatedRankCorrelation(double rank)
    {
        Assert.True(RankCopula.TryCreate(2, [(0, 1, rank)], out RankCopula? copula, out _));
        const int Count = 50_000;
        double[] first = new double[Count];
        double[] second = new double[Count];
        double[] scores = new double[2];
        for (int i = 0; i < Count; i++)
        {
            scores[0] = NormalScores.Of(Philox.Uniform(1, (ulong)i, 11));
            scores[1] = NormalScores.Of(Philox.Uniform(1, (ulong)i, 12));
            copula!.Join(scores);
            (first[i], second[i]) = (scores[0], scores[1]);
        }

        Assert.Equal(rank, Spearman(first, second), 4 / Math.Sqrt(Count));
    }

    [Fact]
    public void PerfectCorrelation_IsPossible_AndGivesTheSameScore()
    {
        Assert.True(RankCopula.TryCreate(2, [(0, 1, 1)], out RankCopula? copula, out _));
        double[] scores = [0.3, -1.7];
        copula!.Join(scores);
        Assert.Equal(0.3, scores[0], 1e-12);
        Assert.Equal(0.3, scores[1], 1e-5);
    }

    // With a and b at 0.9 and b and c at 0.9, a and c at -0.5 cannot be: r13 >= r12 r23 - sqrt((1 - r12^2)(1 - r23^2)).
    [Fact]
    public void Contradiction_NamesThePairWhoseLeastChangeAloneHelps()
    {
        (int First, int Second, double Rank)[] pairs = [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.5)];
        Assert.False(RankCopula.TryCreate(3, pairs, out RankCopula? copula, out (int Pair, double Nearest)? conflict));
        Assert.Null(copula);
        double r12 = 2 * Math.Sin(Math.PI * 0.9 / 6);
        double r13 = -2 * Math.Sin(Math.PI * 0.5 / 6);
        double byFirst = 6 / Math.PI * Math.Asin(((r12 * r13) + Math.Sqrt((1 - (r12 * r12)) * (1 - (r13 * r13)))) / 2);
        Assert.InRange(conflict!.Value.Pair, 0, 1);
        Assert.Equal(byFirst, conflict.Value.Nearest, 1e-4);
        pairs[conflict.Value.Pair].Rank = conflict.Value.Nearest;
        Assert.True(RankCopula.TryCreate(3, pairs, out _, out _));
    }

    private static double Spearman(double[] first, double[] second)
    {
        double[] a = Ranks(first);
        double[] b = Ranks(second);
        double middle = (a.Length - 1) / 2.0;
        double product = 0;
        double square = 0;
        for (int i = 0; i < a.Length; i++)
        {
            product += (a[i] - middle) * (b[i] - middle);
            square += (a[i] - middle) * (a[i] - middle);
        }

        return product / square;
    }

    private static double[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort((double[])values.Clone(), order);
        double[] ranks = new double[values.Length];
        for (int rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return ranks;
    }
}
