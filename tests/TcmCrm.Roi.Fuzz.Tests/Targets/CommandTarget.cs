using System.Globalization;
using System.Text;
using TcmCrm.Roi.Tool.Entrance;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Fuzz.Tests.Targets;

/// <summary>The command line as a program: flows in JSON, raw answers, records, series, on standard input.</summary>
internal sealed class CommandTarget : FuzzTarget
{
    private static readonly string[][] Commands =
    [
        ["returns", "-", "--rate", "0.1"],
        ["returns", "-", "--format", "csv"],
        ["impact", "-", "--go-live", "2024-01", "--answers", "nps"],
        ["impact", "-", "--go-live", "2024-01", "--format", "json"],
        ["impact", "-", "--go-live", "2024-01", "--retention", "6"],
        ["trend", "-", "--format", "json"],
        ["trend", "-", "--lang", "zh"],
        ["kpis", "-"],
        ["evaluate", "-", "--lang", "zh"],
    ];

    private readonly TableTarget _tables = new();
    private readonly CaseTarget _cases = new();

    internal override string Name => "command line (flows, answers, records)";

    internal override string Laws => "exit code 0, 1 or 2, never an internal error; bad input has a line on standard error; no control character and no command of a build runner comes out";

    internal override TimeSpan MostTime => TimeSpan.FromSeconds(10);

    // The first byte says which command; the rest is what it reads.
    internal override byte[] Next(Random random)
    {
        byte command = (byte)random.Next(Commands.Length);
        byte[] body = command switch
        {
            0 or 1 => Flows(random),
            2 => Rows("date,score,customer", random, r => r.Next(11)),
            4 => Rows("joined,left", random, r => r.Next(3)),
            7 => Rows("customer,date,amount,margin,segment", random, r => r.Next(100_000)),
            8 => _cases.Next(random),
            _ => _tables.Next(random),
        };
        return [command, .. random.Next(3) == 0 ? body : ByteMutator.Damage(body.Length == 0 ? [0] : body, body, random)];
    }

    internal override (bool IsSound, string Answer) Examine(byte[] input)
    {
        string[] command = Commands[input.Length == 0 ? 0 : input[0] % Commands.Length];
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        byte[] body = input.Length == 0 ? [] : input[1..];
        int exit = Program.Run(command, new ToolHost { OpenInput = () => new MemoryStream(body), Output = output, Error = error });
        string said = error.ToString();
        Assert.True(exit is 0 or 1 or 2, exit + ": " + said);
        Assert.True(exit != 2 || said.Length > 0, "refused without a word");
        string all = output.ToString() + said;
        int control = all.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        Assert.True(control < 0 && !all.Contains('\u001b', StringComparison.Ordinal), "a control character was printed");
        Assert.False(all.Contains("##vso[", StringComparison.OrdinalIgnoreCase), "a command of a build runner was printed");
        return (exit != 2, exit.ToString(CultureInfo.InvariantCulture) + all);
    }

    private static byte[] Flows(Random random)
    {
        var text = new StringBuilder();
        for (int series = random.Next(1, 4); series > 0; series--)
        {
            int count = random.Next(1, 12);
            text.Append("{\"id\":\"").Append(random.Next(3) == 0 ? "𠮷" : "a").Append("\",\"amounts\":[").AppendJoin(',', Enumerable.Range(0, count).Select(i => Amount(i, random))).Append(']');
            if (random.Next(2) == 0)
            {
                text.Append(",\"dates\":[").AppendJoin(',', Enumerable.Range(0, count).Select(i => "\"" + new DateTime(2025, 1, 1).AddDays(random.Next(2_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "\"")).Append(']');
            }

            text.Append(random.Next(4) == 0 ? ",\"rate\":0.08}" : "}").Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Amount(int place, Random random) =>
        random.Next(20) == 0 ? "1e" + random.Next(-320, 320).ToString(CultureInfo.InvariantCulture)
        : (place == 0 ? -random.Next(1, 10_000) : random.Next(-300, 3_000)).ToString(CultureInfo.InvariantCulture);

    private static byte[] Rows(string header, Random random, Func<Random, int> number)
    {
        var text = new StringBuilder(header).Append('\n');
        for (int rows = random.Next(1, 40); rows > 0; rows--)
        {
            text.AppendJoin(',', header.Split(',').Select(column => column switch
            {
                "date" or "joined" => new DateTime(2023, 1, 1).AddDays(random.Next(700)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "left" => random.Next(2) == 0 ? "" : new DateTime(2024, 1, 1).AddDays(random.Next(700)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "customer" => "c" + random.Next(9).ToString(CultureInfo.InvariantCulture),
                "segment" => random.Next(2) == 0 ? "华东" : "华南",
                _ => number(random).ToString(CultureInfo.InvariantCulture),
            })).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
