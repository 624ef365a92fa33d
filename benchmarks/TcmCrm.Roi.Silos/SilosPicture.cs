using System.Globalization;
using System.Text;

namespace TcmCrm.Roi.Silos;

/// <summary>Throughput by the number of silos as bars: ratios to one silo, of documents that the client brings.</summary>
internal static class SilosPicture
{
    private const int Bottom = 220, Top = 30, Left = 60, Step = 90;

    internal static string Of(List<Measured> all)
    {
        var bars = all.Where(one => one.What == "documents" && one.Silos > 0).GroupBy(one => (one.Storage, one.Silos)).Select(group => (
            group.Key.Storage, group.Key.Silos,
            Ratio: SilosRun.Median(group.Select(one => one.PerSecond / all.Single(other => other.Round == one.Round && other.What == one.What && other.Storage == one.Storage && other.Silos == 1).PerSecond)),
            PerSecond: SilosRun.Median(group.Select(one => one.PerSecond)))).ToArray();
        double most = Math.Max(2, Math.Ceiling(bars.Max(bar => bar.Ratio)));
        int width = Left + (Step * bars.Length) + 30;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} 290\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n");
        svg.Append("<style>text{fill:#24292f}.grid{stroke:#d0d7de}.memory{fill:#2f6f4f}.redis{fill:#b5652b}@media (prefers-color-scheme:dark){text{fill:#e6edf3}.grid{stroke:#444c56}.memory{fill:#57a883}.redis{fill:#d98c55}}</style>\n");
        for (int tick = 0; tick <= most; tick++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{width - 20}\" y1=\"{Y(tick):0.#}\" y2=\"{Y(tick):0.#}\"/><text x=\"{Left - 10}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">× {tick}</text>\n");
        }

        for (int i = 0; i < bars.Length; i++)
        {
            int x = Left + 15 + (Step * i);
            double y = Y(bars[i].Ratio);
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{bars[i].Storage}\" x=\"{x}\" y=\"{y:0.#}\" width=\"60\" height=\"{Bottom - y:0.#}\"/><text x=\"{x + 30}\" y=\"{y - 6:0.#}\" text-anchor=\"middle\">× {bars[i].Ratio:0.00}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 30}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{bars[i].Silos} silo{(bars[i].Silos > 1 ? "s" : string.Empty)}</text><text x=\"{x + 30}\" y=\"{Bottom + 36}\" text-anchor=\"middle\">{bars[i].PerSecond:0}/s</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 30}\" y=\"{Bottom + 54}\" text-anchor=\"middle\">{(bars[i].Storage == "redis" ? "Redis" : "memory")}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();

        double Y(double ratio) => Bottom - ((Bottom - Top) * ratio / most);
    }
}
