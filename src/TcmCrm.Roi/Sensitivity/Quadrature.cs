namespace TcmCrm.Roi.Sensitivity;

/// <summary>Integrals of smooth functions over a finite interval: Gauss-Legendre with eight points on 32 panels.</summary>
internal static class Quadrature
{
    private const int Panels = 32;

    private static readonly double[] Points = [0.18343464249564980, 0.52553240991632899, 0.79666647741362674, 0.96028985649753623];
    private static readonly double[] Weights = [0.36268378337836198, 0.31370664587788729, 0.22238103445337447, 0.10122853629037626];

    internal static double Integral(Func<double, double> function, double from, double to)
    {
        double half = (to - from) / (2 * Panels);
        double sum = 0;
        for (int panel = 0; panel < Panels; panel++)
        {
            double middle = from + (((2 * panel) + 1) * half);
            for (int i = 0; i < Points.Length; i++)
            {
                sum += Weights[i] * (function(middle - (half * Points[i])) + function(middle + (half * Points[i])));
            }
        }

        return sum * half;
    }
}
