using System.Globalization;
using System.Text;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Spreadsheets;

namespace TcmCrm.Roi.Fuzz.Tests.Targets;

/// <summary>Tables of actuals against the sample case, sound and damaged, and the review that they make.</summary>
internal sealed class ActualsTarget : FuzzTarget
{
    private readonly InvestmentCase _plan = CaseDocument.Read(File.ReadAllText(Repository.PathOf("docs", "samples", "renhetang-saas.json"))).Case;
    private readonly string[] _rows = File.ReadAllLines(Repository.PathOf("docs", "samples", "renhetang-saas-actuals.csv"));
    private readonly string[] _lines;

    internal ActualsTarget() => _lines = [.. _plan.Costs.Select(cost => "cost," + cost.Name), .. _plan.Benefits.Select(benefit => "benefit," + benefit.Name)];

    internal override string Name => "actuals and reviews";

    internal override string Laws => "read or refused, with problems in words of both languages; a review of what was read throws what its comment names and nothing else";

    internal override TimeSpan MostTime => TimeSpan.FromSeconds(3);

    internal override byte[] Next(Random random)
    {
        var text = new StringBuilder(_rows[0]).Append('\n');
        int rows = random.Next(1, 25);
        for (int i = 0; i < rows; i++)
        {
            if (random.Next(2) == 0)
            {
                text.Append(_rows[random.Next(1, _rows.Length)]);
            }
            else
            {
                string line = _lines[random.Next(_lines.Length)];
                text.Append(line.Contains(',', StringComparison.Ordinal) && line.IndexOf(',', line.IndexOf(',', StringComparison.Ordinal) + 1) > 0 ? "cost,missing" : line)
                    .Append(CultureInfo.InvariantCulture, $",{new DateTime(2025, 1, 1).AddMonths(random.Next(40)):yyyy-MM},{random.Next(-100, 1_000_000)},,,");
            }

            text.Append('\n');
        }

        byte[] source = Encoding.UTF8.GetBytes(text.ToString());
        return random.Next(3) == 0 ? source : ByteMutator.Damage(source, Encoding.UTF8.GetBytes(_rows[random.Next(_rows.Length)]), random);
    }

    internal override (bool IsSound, string Answer) Examine(byte[] input)
    {
        ActualsReading reading = ActualsTable.Read(new MemoryStream(input), _plan);
        var answer = new StringBuilder();
        TableTarget.Tell(answer, reading.Problems, reading.Notes);
        if (reading.Problems.Count > 0)
        {
            return (false, answer.ToString());
        }

        try
        {
            var actuals = new Actuals(reading.Actuals);
            if (CaseReview.TryFindMonth(_plan, actuals, out YearMonth month))
            {
                answer.Append(ReviewDocument.Write(CaseReview.Review(_plan, actuals, month, new ReviewSettings { Contracts = reading.Contracts })));
            }
        }
        catch (ArgumentException e) when (e is not ArgumentNullException && Message.Of(e) is { } said)
        {
            // KPI values that their definition does not allow are only known once the series is put together; the comment of the constructor and of Review names it.
            answer.Append(said.Id);
        }

        return (true, answer.ToString());
    }
}
