using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Simulations;

/// <summary>
/// Actuals of a random case, and the same damaged as files are: rows missing, doubled, merged to quarters, late by one to three months, credited, in another
/// currency, uploaded again with amounts off by a cent or with other documents, bills booked in part, or benefits as running totals. How a damage may not flatter: by more than 5 % of the benefit that is planned, and if so, not without a finding.
/// </summary>
internal static class DamagedActuals
{
    internal const decimal Most = 0.05m;
    private static readonly YearMonth Start = new(2024, 1);

    internal static readonly string[] Damages = 
    [
        "missing", "doubled", "merged to quarters", "late by 1 to 3 months", "credited", "another currency", "uploaded again, not quite alike", "booked in part", "as running totals",
    ];

    /// <summary>What one damaged file came to.</summary>
    /// <param name="Damage">What was done to it.</param>
    /// <param name="IsRefused">Whether it was refused.</param>
    /// <param name="Excess">Forecast net present value above the undamaged one, as a share of the planned benefit.</param>
    /// <param name="IsFound">Whether the line whose forecast it changed most has a finding.</param>
    /// <param name="Beyond">The excess less the money that credit notes brought back, which is no error of the forecast.</param>
    internal sealed record Outcome(string Damage, bool IsRefused, decimal Excess, bool IsFound, decimal Beyond);

    internal static Outcome Try(ulong seed, int number)
    {
        var random = new SimulationRandom(seed, (ulong)number);
        InvestmentCase plan = Plan(random);
        int months = 9 + Below(random, 16);
        YearMonth asOf = Start.PlusMonths(months - 1);
        List<Actual> whole = Rows(plan, months, random);
        string damage = Damages[number % Damages.Length];
        List<Actual> damaged = Damaged(whole, damage, asOf, random);
        ReviewReport before = CaseReview.Review(plan, new Actuals(whole, allowDuplicates: true), asOf);
        ReviewReport after;
        try
        {
            after = CaseReview.Review(plan, new Actuals(damaged, allowDuplicates: true), asOf);
        }
        catch (InvalidOperationException)
        {
            return new Outcome(damage, true, 0, true, 0);
        }

        decimal excess = (after.NetPresentValue.Value - before.NetPresentValue.Value).Amount / before.Forecast[^1].Plan.TotalBenefit.Amount;
        decimal back = -damaged.OfType<CostActual>().Where(row => row.Amount!.Value.Amount < 0).Sum(row => row.Amount!.Value.Amount) / before.Forecast[^1].Plan.TotalBenefit.Amount;
        int moved = Enumerable.Range(0, before.Lines.Count).MaxBy(i => Math.Abs((after.Lines[i].Forecast - before.Lines[i].Forecast).Amount));
        bool isFound = after.Findings.Any(finding => finding.Subject == after.Lines[moved].Id.Text);
        return new Outcome(damage, false, excess, isFound, excess - back);
    }

    private static InvestmentCase Plan(SimulationRandom random)
    {
        decimal seats = 5_000 + Below(random, 10_000);
        return InvestmentCase.Create("damaged", Currency.Cny, new LocalDate(2024, 1, 1))
            .WithPeriods(EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears)
            .WithDiscountRate(0.08m)
            .WithExchangeRates(random.Uniform() < 0.5
                ? ExchangeRates.None
                : new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2024, 1, 1), 7.2m)]))
            .WithCosts(
                new CostItem("seats", CostCategory.Software, new SubscriptionCost(1, Money.Cny(seats), BillingCycle.Monthly)),
                new CostItem("cloud", CostCategory.Software, new SubscriptionCost(1, Money.Cny(40_000 + Below(random, 40_000)), BillingCycle.Yearly)),
                CostItem.OfAmounts(
                    CostCategory.Implementation,
                    "work",
                    [
                        new DatedAmount(new LocalDate(2024, 1, 15), Money.Cny(30_000)), new DatedAmount(new LocalDate(2024, 4, 15), Money.Cny(60_000)),
                        new DatedAmount(new LocalDate(2024, 7, 15), Money.Cny(10_000)),
                    ]))
            .WithBenefits(
                BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "sales", Money.Cny(120_000 + Below(random, 120_000))),
                BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "service", Money.Cny(60_000 + Below(random, 60_000))));
    }

    /// <summary>Bills as planned, benefits at 50 to 110 % with noise of 5 to 20 %.</summary>
    private static List<Actual> Rows(InvestmentCase plan, int months, SimulationRandom random)
    {
        var rows = new List<Actual>();
        ReviewReport empty = CaseReview.Review(plan, new Actuals([]), Start.PlusMonths(months - 1));
        foreach (ReviewLine line in empty.Lines)
        {
            double level = 0.5 + (0.6 * random.Uniform());
            double noise = 0.05 + (0.15 * random.Uniform());
            for (int month = 0; month < months; month++)
            {
                decimal planned = line.PlanIn(Start.PlusMonths(month));
                if (planned == 0)
                {
                    continue;
                }

                rows.Add(line.Cost is not null
                    ? Actual.Cost(line.Id.Text, Start.PlusMonths(month), Money.Cny(planned))
                    : Actual.Benefit(line.Id.Text, Start.PlusMonths(month), Money.Cny(planned * (decimal)Math.Max(0, level * (1 + (noise * random.Normal())))).RoundToMinorUnit()));
            }
        }

        return rows;
    }

    private static List<Actual> Damaged(List<Actual> whole, string damage, YearMonth asOf, SimulationRandom random)
    {
        // One to a third of the rows, of one line or of any; credit notes are one to three, for money that came back is no error in itself.
        int count = damage == "uploaded again, not quite alike" ? whole.Count : damage == "credited" ? 1 + Below(random, 3) : 1 + Below(random, Math.Max(1, whole.Count / 3));
        string[] lines = [.. whole.Select(row => row.Line).Distinct()];
        string? only = random.Uniform() < 0.5 ? lines[Below(random, lines.Length)] : null;
        var hit = new HashSet<int>();
        for (int i = 0; i < 20 * count && hit.Count < count; i++)
        {
            int place = Below(random, whole.Count);
            if (only is null || whole[place].Line == only)
            {
                hit.Add(place);
            }
        }

        if (damage == "merged to quarters")
        {
            return Merged(whole, only, random.Uniform() < 0.5);
        }

        if (damage == "as running totals")
        {
            return Totals(whole, only, random.Uniform() < 0.5);
        }

        var damaged = new List<Actual>();
        string? document = random.Uniform() < 0.5 ? "again" : null;
        for (int i = 0; i < whole.Count; i++)
        {
            Actual row = whole[i];
            if (!hit.Contains(i))
            {
                damaged.Add(row);
                continue;
            }

            int late = 1 + Below(random, 3);
            switch (damage)
            {
                case "doubled":
                    damaged.Add(row);
                    damaged.Add(row);
                    break;
                case "late by 1 to 3 months" when row.Month.PlusMonths(late) <= asOf:
                    damaged.Add(With(row, row.Month.PlusMonths(late), MoneyOf(row)));
                    break;
                case "credited":
                    damaged.Add(row);
                    damaged.Add(With(row, row.Month, -MoneyOf(row) * (decimal)(0.1 + (0.9 * random.Uniform()))));
                    break;
                case "uploaded again, not quite alike":
                    damaged.Add(row);
                    damaged.Add(With(row, row.Month, MoneyOf(row) + Money.Cny(document is null ? 0.01m : 0), document));
                    break;
                case "booked in part" when row is CostActual:
                    damaged.Add(With(row, row.Month, (MoneyOf(row) * (decimal)(0.2 + (0.7 * random.Uniform()))).RoundToMinorUnit()));
                    break;
                case "booked in part":
                    damaged.Add(row);
                    break;
                case "another currency":
                    damaged.Add(With(row, row.Month, new Money(MoneyOf(row).Amount, Currency.Usd)));
                    break;
            }
        }

        return damaged;
    }

    /// <summary>Every three months in one row: of one line or of all, from the first month on or for one quarter only.</summary>
    private static List<Actual> Merged(List<Actual> whole, string? only, bool isOnce)
    {
        var merged = new List<Actual>();
        foreach (IGrouping<string, Actual> line in whole.GroupBy(row => row.Line))
        {
            Actual[] rows = [.. line];
            bool isHit = (only is null || line.Key == only) && rows.Length > 5;
            for (int i = 0; i < rows.Length; i++)
            {
                if (!isHit || (isOnce && i is < 3 or > 5))
                {
                    merged.Add(rows[i]);
                }
                else if (i % 3 == 2 || i == rows.Length - 1)
                {
                    Money sum = rows[(i / 3 * 3)..(i + 1)].Aggregate(Money.Cny(0), (total, row) => total + MoneyOf(row));
                    merged.Add(With(rows[i], rows[i].Month, sum));
                }
            }
        }

        return merged;
    }

    /// <summary>Each benefit row with what came before it, since the start or since January: of one line or of all.</summary>
    private static List<Actual> Totals(List<Actual> whole, string? only, bool isByYear)
    {
        var totals = new List<Actual>();
        Money sum = Money.Cny(0);
        for (int i = 0; i < whole.Count; i++)
        {
            Actual row = whole[i];
            bool isFirst = i == 0 || whole[i - 1].Line != row.Line || (isByYear && row.Month.Month == 1);
            sum = isFirst ? MoneyOf(row) : sum + MoneyOf(row);
            totals.Add(row is CostActual || (only is not null && row.Line != only) ? row : With(row, row.Month, sum));
        }

        return totals;
    }

    private static Money MoneyOf(Actual row) => row.Amount!.Value;

    private static Actual With(Actual row, YearMonth month, Money amount, string? document = null) => row is CostActual
        ? Actual.Cost(row.Line, month, amount, document: document)
        : Actual.Benefit(row.Line, month, amount, document: document);

    private static int Below(SimulationRandom random, int count) => (int)(count * random.Uniform());
}
