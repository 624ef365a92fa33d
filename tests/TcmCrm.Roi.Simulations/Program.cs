using TcmCrm.Roi.Simulations;

// dotnet run -c Release --project tests/TcmCrm.Roi.Simulations -- [name ...]; without a name all of them.
(string Name, Action<TextWriter> Run)[] simulations =
[
    ("alarms", KpiAlarmSimulation.Run),
    ("impact", ImpactSimulation.Run),
    ("breakTable", BreakTableSimulation.Run),
    ("placebos", ImpactPlacebos.Run),
    ("coverage", CoverageSimulation.Run),
    ("damage", DamageSimulation.Run),
    ("forecast", ForecastSimulation.Run),
    ("kpi-forecast", KpiForecastSimulation.Run),
    ("breaks", KpiBreakSimulation.Run),
    ("season", KpiSeasonSimulation.Run),
    ("season-short", KpiSeasonSimulation.RunShort),
    ("trend", KpiTrendSimulation.Run),
];
string[] unknown = [.. args.Where(name => !simulations.Any(simulation => simulation.Name == name))];
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"unknown: {string.Join(", ", unknown)}; there are {string.Join(", ", simulations.Select(simulation => simulation.Name))}");
    return 2;
}

foreach ((string name, Action<TextWriter> run) in simulations)
{
    if (args.Length == 0 || args.Contains(name))
    {
        run(Console.Out);
    }
}

return 0;
