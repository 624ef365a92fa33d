namespace TcmCrm.Roi.Returns;

/// <summary>
/// For series with more sign changes than can be isolated: the sign changes of the net present value on a fixed grid of rates. What it finds are rates;
/// that there are no others is not proven.
/// </summary>
internal static class RateScan
{
    private const int Points = 2048;
    private const int MostRoots = 256;

    internal static InternalRateOfReturnResult Run(Reals amounts, Reals exponents, Reals times, bool flat)
    {
        var sum = new ExponentialSum(amounts, exponents, times, flat);
        double[] scratch = ScratchSpace.Rent(2 * MostRoots);
        try
        {
            RealsBuffer buffer = scratch;
            RealsBuffer roots = buffer.Slice(0, MostRoots);
            RealsBuffer residuals = buffer.Slice(MostRoots, MostRoots);
            int found = 0;
            long budget = RootSolver.PreciseBudget;
            double previous = -RootSolver.Limit;
            double valueBefore = sum.Evaluate(previous).Relative;

            // Fine near 0 %, where rates are, and reaching to the limits: u = sinh(8 x) scaled.
            double stretch = RootSolver.Limit / (0.5 * (ElementaryFunctions.Exp(12) - ElementaryFunctions.Exp(-12)));
            for (int i = 1; i <= Points && found < MostRoots; i++)
            {
                double x = 12 * ((2.0 * i / Points) - 1);
                double u = i == Points ? RootSolver.Limit : stretch * 0.5 * (ElementaryFunctions.Exp(x) - ElementaryFunctions.Exp(-x));
                double value = sum.Evaluate(u).Relative;
                if (value > 0 != valueBefore > 0)
                {
                    double start = RootSolver.Middle(previous, u, 1 / sum.Duration);
                    roots[found] = RootSolver.Solve(sum, previous, u, valueBefore > 0 ? 1 : -1, start, ref budget, out double residual);
                    residuals[found++] = Math.Abs(residual);
                }

                previous = u;
                valueBefore = value;
            }

            return RateFinder.Result(sum, amounts, roots, residuals, found, RateProof.NotCertified);
        }
        finally
        {
            ScratchSpace.Return(scratch);
        }
    }
}
