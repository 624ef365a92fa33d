using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Portfolio;

/// <summary>Simulates each of many cases with draws of its own, but for the drivers that all share.</summary>
internal sealed class TenantSimulation(SimulationOptions options, IReadOnlyList<UncertaintyDriver> shared)
{
    /// <summary>Tables of quantiles that are kept: cases mostly have the same few shapes, and a hostile portfolio must not fill the memory.</summary>
    private const int MostTables = 256;

    private readonly HashSet<string> _ids = [.. shared.Select(driver => driver.Id)];

    /// <summary>Tables that no thread uses at the moment; each place is taken and filled at once.</summary>
    private readonly Dictionary<(double, double), QuantileTable>?[] _tables = new Dictionary<(double, double), QuantileTable>?[16];

    /// <summary>The seed of a tenant: one that shares nothing has the draws of a simulation of its case alone with this seed.</summary>
    internal static ulong SeedOf(ulong seed, string tenant)
    {
        (uint low, uint high, _, _) = Philox.Words(seed, ulong.MaxValue, Philox.Stream(tenant));
        return ((ulong)high << 32) | low;
    }

    /// <summary>The trials of a case; null where it has no discount rate.</summary>
    /// <exception cref="OverflowException">A net present value is beyond what is summed exactly.</exception>
    internal TenantTrials? Run(string tenant, RoiEvaluation evaluation, CancellationToken cancellation)
    {
        Projection plan = evaluation.Projection;
        if (!plan.IsDiscounted)
        {
            return null;
        }

        UncertaintyDriver[] added = [.. shared.Where(driver => plan.Case.Drivers.All(own => own.Id != driver.Id))];
        if (added.Length > 0)
        {
            plan = Projection.Of(plan.Case.WithDrivers([.. plan.Case.Drivers, .. added]), plan.Terms);
        }

        Dictionary<(double, double), QuantileTable> tables = Take();
        try
        {
            var model = new UncertaintyModel(plan, options.UsesDefaultUncertainty && plan.Case.UsesDefaultUncertainty, (_ids, options.Seed), tables);
            double[] values = new PresentValueTrials(plan, model, plan.Periods.Count - 1, options.Basis).Run(SeedOf(options.Seed, tenant), options.Trials, cancellation);
            return TenantTrials.Of(values, plan.Case.Currency.MinorUnitDigits);
        }
        finally
        {
            if (tables.Count <= MostTables)
            {
                Keep(tables);
            }
        }
    }

    private Dictionary<(double, double), QuantileTable> Take()
    {
        for (int place = 0; place < _tables.Length; place++)
        {
            if (Interlocked.Exchange(ref _tables[place], null) is { } tables)
            {
                return tables;
            }
        }

        return [];
    }

    private void Keep(Dictionary<(double, double), QuantileTable> tables)
    {
        int place = 0;
        while (place < _tables.Length && Interlocked.CompareExchange(ref _tables[place], tables, null) is not null)
        {
            place++;
        }
    }
}
