using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// The months before go-live by themselves: y = b0 + b1 t [+ months] [+ steps] by C1, and what one regressor more would find at the rho of that fit. The
/// regressor is whitened and taken orthogonal to the design, so that a candidate costs O(n k) and no memory.
/// </summary>
internal sealed class BaselineFit
{
    private readonly SeriesPoint[] _points;
    private readonly double[] _factor;
    private readonly double[] _diagonal;
    private readonly double[] _residual;
    private readonly double[] _candidate;
    private readonly int _columns;

    private BaselineFit(SeriesPoint[] points, RegressionDesign design, double rho, double degreesOfFreedom, double[] values)
    {
        _points = points;
        Rho = rho;
        _columns = design.Matrix.Columns;
        int n = points.Length;
        _factor = new double[n * _columns];
        _diagonal = new double[_columns];
        var column = new double[n];
        for (int j = 0; j < _columns; j++)
        {
            Array.Copy(design.Matrix.Values, j * n, column, 0, n);
            Whiten(column);
            Array.Copy(column, 0, _factor, j * n, n);
        }

        HouseholderQr.Factor(_factor, n, _columns, _diagonal);
        _residual = (double[])values.Clone();
        Whiten(_residual);
        Project(_residual);
        double sum = 0.0;
        foreach (double residual in _residual)
        {
            sum += residual * residual;
        }

        SumOfSquares = sum;
        _candidate = column;
        DegreesOfFreedom = Math.Max(degreesOfFreedom - 1.0, 2.0);
    }

    public double Rho { get; }

    /// <summary>How many rows it has.</summary>
    public int Rows => _points.Length;

    /// <summary>Of a test of one regressor more.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>Of the whitened residuals.</summary>
    private double SumOfSquares { get; }

    /// <summary>The standard deviation of the residuals, not whitened.</summary>
    public double Deviation => Math.Sqrt(SumOfSquares / (Rows - _columns) / (1.0 - (Rho * Rho)));

    /// <summary>The fit; null where the months before do not allow it, or its rho is at the edge.</summary>
    public static BaselineFit? Of(StudySeries series, SeasonPlan plan, IReadOnlyList<int> steps)
    {
        SeriesPoint[] points = Array.FindAll(SeriesPoint.Of(series.Months, series.FirstAfter, plan), point => !point.IsAfter);
        int[] inside = [.. steps.Where(step => points.Length > 0 && step > points[0].Time && step <= points[points.Length - 1].Time)];
        RegressionDesign design = RegressionDesign.BuildBaseline(points, plan, inside);
        double[] values = SeriesPoint.ValuesOf(points, series);
        Ar1RemlFit fit = Ar1Reml.Fit(design.Matrix, values, design.Clock);
        return fit.IsFitted && !fit.IsAtEdge ? new BaselineFit(points, design, fit.Rho, fit.DegreesOfFreedom, values) : null;
    }

    /// <summary>The p-value of "no season" in the months before: the F test of the calendar months at the rho of the fit with them; 1 where it cannot be asked.</summary>
    public static double SeasonP(StudySeries series)
    {
        SeasonPlan plan = SeasonPlan.Dummies(series, SpringFestivalTreatment.None);
        if (!SeasonPlan.CoversSeason(series) || Of(series, plan, []) is not { } full)
        {
            return 1.0;
        }

        RegressionDesign straight = RegressionDesign.BuildBaseline(full._points, SeasonPlan.None, []);
        var reduced = new BaselineFit(full._points, straight, full.Rho, full.DegreesOfFreedom + 1.0, SeriesPoint.ValuesOf(full._points, series));
        int months = full._columns - reduced._columns;
        double degrees = full.DegreesOfFreedom + 1.0;
        double f = (reduced.SumOfSquares - full.SumOfSquares) / months / (full.SumOfSquares / (full.Rows - full._columns));
        return f > 0.0 ? BetaFunction.Regularized(0.5 * degrees, 0.5 * months, degrees / (degrees + (months * f))) : 1.0;
    }

    /// <summary>Student's t of one regressor more; 0 where it lies in the design.</summary>
    /// <param name="regressor">Its value at a point.</param>
    /// <param name="coefficient">Its coefficient.</param>
    public double StudentOf(Func<SeriesPoint, double> regressor, out double coefficient)
    {
        for (int i = 0; i < Rows; i++)
        {
            _candidate[i] = regressor(_points[i]);
        }

        double size = Candidate(out double cross);
        coefficient = size > 0.0 ? cross / size : 0.0;
        return Student(size, cross);
    }

    /// <summary>The largest squared t of a step in the level, some points trimmed at each end, and the month from which on it is another; 0 where there is no room for one.</summary>
    public double LargestStep(int trimmed, out int month)
    {
        double largest = 0.0;
        month = 0;
        for (int at = trimmed; at <= Rows - trimmed; at++)
        {
            for (int i = 0; i < Rows; i++)
            {
                _candidate[i] = i >= at ? 1.0 : 0.0;
            }

            double size = Candidate(out double cross);
            double t = Student(size, cross);
            if (t * t > largest)
            {
                largest = t * t;
                month = (int)Math.Floor(_points[at].Time);
            }
        }

        return largest;
    }

    /// <summary>The squared length of the candidate orthogonal to the design, and its product with the residuals.</summary>
    private double Candidate(out double cross)
    {
        double before = 0.0;
        Whiten(_candidate);
        foreach (double value in _candidate)
        {
            before += value * value;
        }

        Project(_candidate);
        double size = 0.0;
        cross = 0.0;
        for (int i = 0; i < Rows; i++)
        {
            size += _candidate[i] * _candidate[i];
            cross += _candidate[i] * _residual[i];
        }

        return size > 1e-10 * before ? size : 0.0;
    }

    private double Student(double size, double cross)
    {
        int degrees = Rows - _columns - 1;
        if (!(size > 0.0) || degrees < 1)
        {
            return 0.0;
        }

        double explained = cross * cross / size;
        double rest = Math.Max(SumOfSquares - explained, 1e-12 * SumOfSquares);
        return Math.Sign(cross) * Math.Sqrt(explained / (rest / degrees));
    }

    /// <summary>What is orthogonal to the design.</summary>
    private void Project(double[] values)
    {
        HouseholderQr.ApplyTransposed(_factor, Rows, _columns, values, 0);
        Array.Clear(values, 0, _columns);
        HouseholderQr.Apply(_factor, Rows, _columns, values, 0);
    }

    private void Whiten(double[] values)
    {
        for (int i = Rows - 1; i > 0; i--)
        {
            (double carry, double weight) = Ar1RemlLikelihood.Whitening(Rho, _points[i].Clock - _points[i - 1].Clock);
            values[i] = Math.Sqrt(weight) * (values[i] - (carry * values[i - 1]));
        }

        values[0] *= Math.Sqrt(1.0 - (Rho * Rho));
    }
}
