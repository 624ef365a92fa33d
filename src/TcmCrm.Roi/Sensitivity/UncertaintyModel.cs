using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>The uncertain factors of a case, which lines each acts on, and how they hang together.</summary>
internal sealed class UncertaintyModel
{
    private readonly int[][] _factorsOf;
    private readonly RankCopula? _copula;
    private readonly int[] _joined;
    private readonly int[] _delays;

    /// <summary>The factors of a case.</summary>
    /// <param name="plan">Its projection.</param>
    /// <param name="isDefaultUsed">Whether lines that state no uncertainty get one.</param>
    /// <param name="shared">Drivers whose draws other cases share, and the seed of those draws; null for none.</param>
    /// <param name="tables">Tables that were made for other cases, to which those of this one are added; null for none.</param>
    internal UncertaintyModel(
        Projection plan, bool isDefaultUsed, (IReadOnlyCollection<string> Drivers, ulong Seed)? shared = null, Dictionary<(double, double), QuantileTable>? tables = null)
    {
        InvestmentCase source = plan.Case;
        var factors = new List<UncertainFactor>();
        tables ??= [];
        var assumed = new List<AssumedUncertainty>();
        _factorsOf = new int[plan.LineCount][];
        for (int line = 0; line < _factorsOf.Length; line++)
        {
            _factorsOf[line] = [];
            CostItem? cost = line < source.Costs.Count ? source.Costs[line] : null;
            BenefitItem? benefit = plan.BenefitOf(line);
            if (benefit is { Basis.IsMonetized: false } || plan.SideOf(line) == FlowSide.LongTermBenefit)
            {
                continue;
            }

            LineId id = cost?.Id ?? benefit!.Id;
            string name = cost?.Name ?? benefit!.Name;
            bool isMeasured = benefit?.Uncertainty is null && benefit?.Interval is not null;
            Distribution? own = cost is null ? benefit!.Uncertainty : cost.Uncertainty;
            if (own is null && isDefaultUsed && (cost is null ? UsualUncertainty.Of(benefit!) : UsualUncertainty.Of(cost)) is { } usual)
            {
                own = usual;
                assumed.Add(new AssumedUncertainty(id, name, usual, isMeasured));
            }

            if (own is not null)
            {
                _factorsOf[line] = [factors.Count];
                factors.Add(new UncertainFactor(id.Text, name, own, isDelay: false, isCut: !isMeasured, tables) { ActsOnBenefits = cost is null });
            }
        }

        foreach (UncertaintyDriver driver in source.Drivers)
        {
            bool actsOnBenefits = false;
            if (driver.Acts == DriverAction.Amount)
            {
                for (int line = 0; line < _factorsOf.Length; line++)
                {
                    bool isCovered = line < source.Costs.Count
                        ? driver.On.Any(selector => selector.Covers(source.Costs[line]))
                        : driver.On.Any(selector => selector.Covers(plan.BenefitOf(line)!));
                    if (isCovered)
                    {
                        actsOnBenefits |= line >= source.Costs.Count;
                        _factorsOf[line] = [.. _factorsOf[line], factors.Count];
                    }
                }
            }

            factors.Add(new UncertainFactor(driver.Id, driver.Name, driver.Distribution, driver.Acts == DriverAction.DelayMonths, isCut: true, tables)
            {
                IsDriver = true,
                ActsOnBenefits = actsOnBenefits,
                SharedSeed = shared is { } with && with.Drivers.Contains(driver.Id) ? with.Seed : null,
            });
        }

        Factors = [.. factors];
        Assumed = Array.AsReadOnly([.. assumed]);
        CheckStreams();
        _copula = Join(source);
        _joined = [.. Enumerable.Range(0, Factors.Length).Where(place => Factors[place].CopulaPlace >= 0).OrderBy(place => Factors[place].CopulaPlace)];
        _delays = [.. Enumerable.Range(0, Factors.Length).Where(place => Factors[place].IsDelay)];
        MostDelay = Factors.Any(factor => factor.IsDelay) ? Math.Min(LongestDelay(), plan.Timeline.Grid.Count + 1) : 0;
    }

    /// <summary>The lines' own factors in the order of the case, then the drivers.</summary>
    internal UncertainFactor[] Factors { get; }

    /// <summary>What was assumed of lines that say nothing.</summary>
    internal IReadOnlyList<AssumedUncertainty> Assumed { get; }

    /// <summary>The most months of delay for which rows are needed: a later go-live is beyond the longest period in any case.</summary>
    internal int MostDelay { get; }

    /// <summary>Whether every factor is independent of every other.</summary>
    internal bool IsIndependent => _copula is null;

    /// <summary>Whether no line's amounts hang on two factors that are correlated, its delay among them: means of products are then products of means.</summary>
    internal bool AreLinesOfIndependentFactors => _copula is null
        || _factorsOf.All(own => own.Concat(_delays).Count(place => Factors[place].CopulaPlace >= 0) < 2);

    /// <summary>Whether a line varies by a factor of its own alone, which no other moves with.</summary>
    internal bool IsAlone(int line) => _factorsOf[line].Length == 1 && Factors[_factorsOf[line][0]] is { IsDriver: false, CopulaPlace: < 0 };

    /// <summary>Which factors multiply the amounts of a line.</summary>
    internal int[] FactorsOf(int line) => _factorsOf[line];

    /// <summary>The values of all factors in trials in a row.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="trial">The number of the first trial, from 0.</param>
    /// <param name="count">How many trials.</param>
    /// <param name="values">Takes for each factor one value a trial.</param>
    /// <param name="scores">Room for one number each correlated factor.</param>
    /// <param name="onlyOf">The place of a factor whose draws are wanted; others that do not move with it are left out. Below 0 for all.</param>
    internal void Draw(ulong seed, ulong trial, int count, double[][] values, double[] scores, int onlyOf = -1)
    {
        for (int place = 0; place < Factors.Length; place++)
        {
            UncertainFactor factor = Factors[place];
            if (onlyOf >= 0 && place != onlyOf && (factor.CopulaPlace < 0 || Factors[onlyOf].CopulaPlace < 0))
            {
                continue;
            }

            double[] own = values[place];
            Philox.Fill(factor.SharedSeed ?? seed, trial, factor.Stream, own, count);
            for (int i = 0; i < count && factor.CopulaPlace < 0; i++)
            {
                own[i] = factor.Distribution.Quantile(own[i]);
            }
        }

        bool isJoined = _copula is not null && (onlyOf < 0 || Factors[onlyOf].CopulaPlace >= 0);
        for (int i = 0; i < count && isJoined; i++)
        {
            for (int place = 0; place < scores.Length; place++)
            {
                scores[place] = NormalScores.Of(values[_joined[place]][i]);
            }

            _copula!.Join(scores);
            for (int place = 0; place < scores.Length; place++)
            {
                values[_joined[place]][i] = Factors[_joined[place]].Distribution.Value(NormalScores.Probability(scores[place]), scores[place]);
            }
        }
    }

    /// <summary>Room for the values of trials in a row.</summary>
    internal double[][] NewValues(int count) => [.. Factors.Select(_ => new double[count])];

    /// <summary>Room for one number each correlated factor.</summary>
    internal double[] NewScores() => new double[_joined.Length];

    /// <summary>The number by which each line's amounts are multiplied, from one value a factor or from the values of one of several trials.</summary>
    internal void Multiply(double[][] values, int trial, double[] multipliers)
    {
        for (int line = 0; line < multipliers.Length; line++)
        {
            double product = 1;
            foreach (int factor in _factorsOf[line])
            {
                product *= values[factor][trial];
            }

            multipliers[line] = product;
        }
    }

    /// <summary>Months of delay: the sum over all drivers that delay.</summary>
    internal int DelayOf(double[][] values, int trial)
    {
        int months = 0;
        foreach (int place in _delays)
        {
            months = Math.Min(MostDelay, months + UncertainFactor.Months(values[place][trial], MostDelay));
        }

        return months;
    }

    private int LongestDelay()
    {
        // Draws have a resolution of 2^-54: nothing beyond that quantile is ever drawn.
        double months = Factors.Where(factor => factor.IsDelay).Sum(factor => Math.Max(0, Math.Min(10_000, factor.Distribution.Quantile(1 - 1.2e-16) + 1)));
        return (int)Math.Ceiling(months);
    }

    private RankCopula? Join(InvestmentCase source)
    {
        var byId = new Dictionary<string, UncertainFactor>(StringComparer.Ordinal);
        foreach (UncertainFactor factor in Factors)
        {
            byId.Add(factor.Id, factor);
        }

        // A correlation with a line that has no factor (a contract price) has nothing to join.
        RankCorrelation[] used = [.. source.Correlations.Where(correlation => byId.ContainsKey(correlation.First) && byId.ContainsKey(correlation.Second))];
        List<string> ids = UncertaintyCheck.FactorsOf(used);
        for (int place = 0; place < ids.Count; place++)
        {
            byId[ids[place]].CopulaPlace = place;
        }

        var pairs = used.Select(correlation => (ids.IndexOf(correlation.First), ids.IndexOf(correlation.Second), correlation.Rank)).ToList();
        return ids.Count > 0 && RankCopula.TryCreate(ids.Count, pairs, out RankCopula? copula, out _) ? copula : null;
    }

    private void CheckStreams()
    {
        var streams = new Dictionary<ulong, string>();
        foreach (UncertainFactor factor in Factors)
        {
            if (streams.TryGetValue(factor.Stream, out string? other))
            {
                throw new ArgumentException($"The factors '{other}' and '{factor.Id}' have the same 64-bit hash, so that their draws would be the same; give one of them another id.");
            }

            streams.Add(factor.Stream, factor.Id);
        }
    }
}
