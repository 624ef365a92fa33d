using System.Globalization;
using TcmCrm.Roi.Silos;

// silo CLUSTER NUMBER [REDIS]              one silo, until its standard input ends
// [TENANTS] [ROUNDS] [REDIS] [PICTURE]     all figures of docs/portfolio.md
// picture LOG PICTURE                      table and picture of a run that was printed
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["silo", string cluster, string number, .. string[] rest])
{
    await OneSilo.RunAsync(int.Parse(cluster, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture), rest.Length > 0 ? rest[0] : null);
}
else if (args is ["picture", string log, string picture])
{
    List<Measured> runs = RunLog.Read(log);
    SilosRun.Tell(runs);
    File.WriteAllText(picture, SilosPicture.Of(runs));
}
else
{
    await SilosRun.RunAsync(
        args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 4_000,
        args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5,
        args.Length > 2 && args[2].Length > 0 ? args[2] : null,
        args.Length > 3 ? args[3] : null);
}
