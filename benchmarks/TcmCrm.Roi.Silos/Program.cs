using System.Globalization;
using TcmCrm.Roi.Silos;

// silo NUMBER [REDIS]                      one silo, until its standard input ends
// [TENANTS] [ROUNDS] [REDIS] [PICTURE]     all figures of docs/portfolio.md
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["silo", string number, .. string[] rest])
{
    await OneSilo.RunAsync(int.Parse(number, CultureInfo.InvariantCulture), rest.Length > 0 ? rest[0] : null);
}
else
{
    await SilosRun.RunAsync(
        args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000,
        args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3,
        args.Length > 2 && args[2].Length > 0 ? args[2] : null,
        args.Length > 3 ? args[3] : null);
}
