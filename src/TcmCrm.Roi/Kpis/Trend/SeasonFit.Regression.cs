namespace TcmCrm.Roi.Kpis;

/// <content>The sums of squares and the elimination behind the fits.</content>
internal sealed partial class SeasonFit
{
    private void SetLevels(int i)
    {
        row[0] = 1;
        row[1] = (Time(i) / (0.5 * Math.Max(1, Time(n - 1)))) - 1;
        for (int b = 0; b < blocks.Length; b++)
        {
            row[2 + b] = i >= blocks[b] ? 1 : 0;
        }
    }

    private void Accumulate()
    {
        double shift = values[0];
        for (int i = 0; i < n; i++)
        {
            SetLevels(i);
            int month = Month(i);
            for (int w = 0; w < Waves; w++)
            {
                row[levels + w] = Wave(month, w);
            }

            row[wide - 1] = values[i] - shift;
            for (int a = 0; a < wide; a++)
            {
                double x = row[a];
                if (x == 0)
                {
                    continue;
                }

                for (int b = a; b < wide; b++)
                {
                    gram[(a * wide) + b] += x * row[b];
                }
            }
        }
    }

    private void RssOfStages(double[] rss)
    {
        double[] work = (double[])gram.Clone();
        int last = (wide * wide) - 1;
        for (int j = 0; j < wide - 1; j++)
        {
            if (j == levels)
            {
                rss[0] = work[last];
            }
            else if (j == levels + 2)
            {
                rss[1] = work[last];
            }
            else if (j == levels + 4)
            {
                rss[2] = work[last];
            }

            Pivot(work, j, gram[(j * wide) + j]);
        }

        rss[3] = Math.Max(0, work[last]);
    }

    private void Pivot(double[] work, int j, double original)
    {
        int pivotRow = j * wide;
        double pivot = work[pivotRow + j];
        if (!(pivot > 1e-10 * original))
        {
            // A column that depends on those before it says nothing more.
            for (int b = j; b < wide; b++)
            {
                work[pivotRow + b] = 0;
            }

            return;
        }

        for (int a = j + 1; a < wide; a++)
        {
            double factor = work[pivotRow + a] / pivot;
            if (factor == 0)
            {
                continue;
            }

            for (int b = a; b < wide; b++)
            {
                work[(a * wide) + b] -= factor * work[pivotRow + b];
            }
        }
    }

    /// <summary>The coefficients of the first columns.</summary>
    private double[] Eliminate(int columns)
    {
        double[] work = (double[])gram.Clone();
        for (int j = 0; j < columns; j++)
        {
            Pivot(work, j, gram[(j * wide) + j]);
        }

        var beta = new double[columns];
        for (int j = columns - 1; j >= 0; j--)
        {
            double sum = work[(j * wide) + wide - 1];
            for (int b = j + 1; b < columns; b++)
            {
                sum -= work[(j * wide) + b] * beta[b];
            }

            double pivot = work[(j * wide) + j];
            beta[j] = pivot > 0 ? sum / pivot : 0;
        }

        return beta;
    }

    /// <summary>Level, slope and the effect of each calendar month: what a month has in common is taken out first, so that few unknowns are left.</summary>
    private (double[] Beta, double[] Effects, double Rss) DemeanedFit()
    {
        int k = levels;
        var means = new double[12 * (k + 1)];
        var counts = new int[12];
        double shift = values[0];
        for (int i = 0; i < n; i++)
        {
            SetLevels(i);
            int month = Month(i);
            counts[month]++;
            for (int j = 1; j < k; j++)
            {
                means[(month * (k + 1)) + j] += row[j];
            }

            means[(month * (k + 1)) + k] += values[i] - shift;
        }

        for (int month = 0; month < 12; month++)
        {
            for (int j = 1; j <= k; j++)
            {
                means[(month * (k + 1)) + j] /= counts[month];
            }
        }

        // Columns 1 .. k - 1 and y, each less its mean of the calendar month.
        var small = new double[(k + 1) * (k + 1)];
        var line = new double[k + 1];
        for (int i = 0; i < n; i++)
        {
            SetLevels(i);
            int at = Month(i) * (k + 1);
            for (int j = 1; j < k; j++)
            {
                line[j] = row[j] - means[at + j];
            }

            line[k] = values[i] - shift - means[at + k];
            for (int a = 1; a <= k; a++)
            {
                for (int b = a; b <= k; b++)
                {
                    small[(a * (k + 1)) + b] += line[a] * line[b];
                }
            }
        }

        var beta = new double[k];
        var diagonal = new double[k];
        for (int j = 1; j < k; j++)
        {
            diagonal[j] = small[(j * (k + 1)) + j];
        }

        for (int j = 1; j < k; j++)
        {
            double pivot = small[(j * (k + 1)) + j];
            for (int a = j + 1; a <= k && pivot > 1e-10 * diagonal[j]; a++)
            {
                double factor = small[(j * (k + 1)) + a] / pivot;
                for (int b = a; b <= k; b++)
                {
                    small[(a * (k + 1)) + b] -= factor * small[(j * (k + 1)) + b];
                }
            }
        }

        for (int j = k - 1; j >= 1; j--)
        {
            double sum = small[(j * (k + 1)) + k];
            for (int b = j + 1; b < k; b++)
            {
                sum -= small[(j * (k + 1)) + b] * beta[b];
            }

            double pivot = small[(j * (k + 1)) + j];
            beta[j] = pivot > 1e-10 * diagonal[j] ? sum / pivot : 0;
        }

        var effects = new double[12];
        double mean = 0;
        for (int month = 0; month < 12; month++)
        {
            effects[month] = means[(month * (k + 1)) + k];
            for (int j = 1; j < k; j++)
            {
                effects[month] -= beta[j] * means[(month * (k + 1)) + j];
            }

            mean += effects[month] / 12;
        }

        for (int month = 0; month < 12; month++)
        {
            effects[month] -= mean;
        }

        beta[0] = mean;
        return (beta, effects, Math.Max(0, small[(k * (k + 1)) + k]));
    }
}
