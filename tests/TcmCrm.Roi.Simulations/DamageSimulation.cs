using System.Globalization;

namespace TcmCrm.Roi.Simulations;

/// <summary>How often damaged actuals flatter a case: see <see cref="DamagedActuals"/>.</summary>
internal static class DamageSimulation
{
    private const int Cases = 18_000;
    private const ulong Seed = 20261128;

    public static void Run(TextWriter output)
    {
        DamagedActuals.Outcome[] all = [.. Enumerable.Range(0, Cases).Select(number => DamagedActuals.Try(Seed, number))];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Damaged actuals, {Cases} cases, seed {Seed}; forecast net present value above the undamaged one, in parts of the planned benefit"));
        output.WriteLine("| damage | cases | refused | more than 5 % above | of them without a finding | largest | mean |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (string damage in DamagedActuals.Damages)
        {
            DamagedActuals.Outcome[] own = [.. all.Where(outcome => outcome.Damage == damage)];
            Row(damage, own);
            if (damage == "credited")
            {
                Row("credited, beyond what came back", [.. own.Select(outcome => outcome with { Excess = outcome.Beyond })]);
            }
        }

        Row("all", all);

        void Row(string name, DamagedActuals.Outcome[] outcomes)
        {
            DamagedActuals.Outcome[] above = [.. outcomes.Where(outcome => outcome.Excess > DamagedActuals.Most)];
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {outcomes.Length} | {outcomes.Count(outcome => outcome.IsRefused)} | {above.Length} ({100.0 * above.Length / outcomes.Length:0.00} %) | {above.Count(outcome => !outcome.IsFound)} | {100 * outcomes.Max(outcome => outcome.Excess):0.0} % | {100 * outcomes.Average(outcome => outcome.Excess):0.0} % |"));
        }
    }
}
