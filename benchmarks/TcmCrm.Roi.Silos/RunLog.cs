using System.Globalization;
using System.Text.RegularExpressions;

namespace TcmCrm.Roi.Silos;

/// <summary>Runs as they were printed: a picture is drawn again without measuring again.</summary>
internal static partial class RunLog
{
    internal static string Line(Measured one, string load) => FormattableString.Invariant(
        $"round {one.Round + 1}: {one.Silos} silos, {one.Storage}, {one.What}: {one.Seconds:0.0} s, {one.PerSecond:0} a second, client {one.ClientMilliseconds:0.00} ms and silos {one.SiloMilliseconds:0.00} ms of processor time a tenant, peak of a silo {one.PeakMegabytes:0} MB, load {load}");

    internal static List<Measured> Read(string path)
    {
        var all = new List<Measured>();
        foreach (string line in File.ReadLines(path))
        {
            if (Form().Match(line) is not { Success: true } match)
            {
                continue;
            }

            double Number(string name) => double.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
            double seconds = Number("seconds"), tenants = seconds * Number("rate");
            all.Add(new Measured(
                (int)Number("round") - 1, (int)Number("silos"), match.Groups["storage"].Value, match.Groups["what"].Value, (int)tenants, seconds,
                Number("client") * tenants / 1000, Number("busy") * tenants / 1000, Number("peak")));
        }

        return all;
    }

    [GeneratedRegex(@"^round (?<round>\d+): (?<silos>\d+) silos, (?<storage>\w+), (?<what>\w+): (?<seconds>[\d.]+) s, (?<rate>\d+) a second, client (?<client>[\d.]+) ms and silos (?<busy>[\d.]+) ms of processor time a tenant, peak of a silo (?<peak>\d+) MB")]
    private static partial Regex Form();
}
