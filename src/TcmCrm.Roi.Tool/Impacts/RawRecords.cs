using NodaTime;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>Raw answers to surveys, and lists of customers, one a row, into what they say about before and after.</summary>
internal sealed class RawRecords(CommandContext context, string path, YearMonth? goLive, int transition)
{
    internal static readonly TableColumn Day = new("date", "日期", "答卷日期", "提交日期", "填写日期", "调查日期", "回访日期", "月份", "day", "month");
    internal static readonly TableColumn Period = new("period", "阶段", "时期", "期间", "前后", "上线前后", "批次", "stage", "phase");
    internal static readonly TableColumn Score = new("score", "评分", "得分", "分数", "打分", "推荐意愿", "满意度", "rating", "answer") { IsRequired = true };
    internal static readonly TableColumn Customer = new("customer", "客户", "客户名称", "客户编码", "客户编号", "终端", "会员", "customerid", "account");
    internal static readonly TableColumn Joined = new("joined", "加入日期", "开户日期", "建档日期", "首次购买日期", "首单日期", "入会日期", "since", "start") { IsRequired = true };
    internal static readonly TableColumn Left = new("left", "流失日期", "离开日期", "销户日期", "退出日期", "停购日期", "退会日期", "end", "churned") { IsRequired = true };

    private static readonly TableLayout Answers = new(Day, Period, Score, Customer) { AllowsOthers = true };
    private static readonly TableLayout Customers = new(Customer, Joined, Left) { AllowsOthers = true };

    /// <summary>The answers before and after; null where a problem was told.</summary>
    /// <param name="lowest">The lowest score of the scale.</param>
    /// <param name="highest">The highest one.</param>
    internal (List<(string? Customer, double Score)> Before, List<(string? Customer, double Score)> After)? ReadAnswers(int lowest, int highest)
    {
        var before = new List<(string? Customer, double Score)>();
        var after = new List<(string? Customer, double Score)>();
        Read(Answers, table =>
        {
            if (!table.Has(Period) && (!table.Has(Day) || goLive is null))
            {
                table.Report(Told.As("answers.noPeriod"), null, table.HeaderLine);
                return;
            }

            (int unansweredBefore, int unansweredAfter) = (0, 0);
            foreach (TableRow row in table.Rows)
            {
                if (row.IsEmpty(Score))
                {
                    // Who was asked and did not answer is no score; how many they are is part of the answer.
                    bool? side = SideOf(table, row);
                    unansweredBefore += side == false ? 1 : 0;
                    unansweredAfter += side == true ? 1 : 0;
                    continue;
                }

                double? score = row.Number(Score);
                bool isScore = score is { } given && given >= lowest && given <= highest && given == Math.Floor(given);
                if (!isScore && score is not null)
                {
                    row.Report(Score, Told.As("answers.notScore", ("value", row.Text(Score) ?? string.Empty), ("scale", FormattableString.Invariant($"{lowest}-{highest}"))));
                }

                if (SideOf(table, row) is { } isAfter && isScore)
                {
                    (isAfter ? after : before).Add((table.Has(Customer) ? row.Text(Customer)?.Trim() : null, score!.Value));
                }
            }

            if (table.Problems.Count == 0 && unansweredBefore + unansweredAfter > 0)
            {
                context.Problems.Note(InputFile.NameOf(path), null, null, new Message(
                    "answers.unanswered", MessageArgument.Number("count", unansweredBefore + unansweredAfter),
                    MessageArgument.Number("before", unansweredBefore), MessageArgument.Number("after", unansweredAfter)));
            }

            if (highest == 10 && before.Count + after.Count >= FewestToTellScale && before.Concat(after).All(answer => answer.Score is >= 1 and <= 5))
            {
                table.Report(Told.As("answers.scaleOfFive"), Score, table.HeaderLine);
            }

            if (table.Problems.Count == 0 && (before.Count == 0 || after.Count == 0))
            {
                table.Report(Told.As(before.Count == 0 ? "answers.noneBefore" : "answers.noneAfter"));
            }

            TellTwice(table);
        });
        return context.Problems.Any ? null : (before, after);
    }

    // So many answers of 0 to 10 are not all from 1 to 5: each would be a detractor.
    private const int FewestToTellScale = 20;

    // 9999-12-31 for all who stayed, or a slip of the pen, is no day that the list knows of.
    private const int MostDaysAhead = 366;

    /// <summary>When customers joined and left, and the last day in the list.</summary>
    internal (List<(LocalDate Joined, LocalDate? Left)> List, LocalDate Last, bool IsLastFarAhead)? ReadCustomers()
    {
        var list = new List<(LocalDate Joined, LocalDate? Left)>();
        LocalDate last = LocalDate.MinIsoValue, before = LocalDate.MinIsoValue;
        Read(Customers, table =>
        {
            foreach (TableRow row in table.Rows)
            {
                if (row.IsEmpty(Joined))
                {
                    row.Report(Joined, Told.As("kpis.empty"));
                }

                LocalDate? left = row.IsEmpty(Left) ? null : row.Date(Left);
                if (row.Date(Joined) is not { } joined)
                {
                    continue;
                }

                if (left < joined)
                {
                    row.Report(Left, new Message("customers.leftEarly", MessageArgument.Date("left", left.Value), MessageArgument.Date("joined", joined)));
                    continue;
                }

                list.Add((joined, left));
                foreach (LocalDate date in left is { } end ? [joined, end] : new[] { joined })
                {
                    before = date > last ? last : date < last && date > before ? date : before;
                    last = LocalDate.Max(last, date);
                }
            }

            TellTwice(table);
        });
        return context.Problems.Any ? null : (list, last, list.Count > 1 && before > LocalDate.MinIsoValue && NodaTime.Period.DaysBetween(before, last) > MostDaysAhead);
    }

    /// <summary>Rows of customers that are there twice would make an interval narrower than it is: asked where all of them are, told where some are.</summary>
    private static void TellTwice(Table table)
    {
        if (!table.Has(Customer) || table.Problems.Count > 0)
        {
            return;
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        long? first = null;
        foreach (TableRow row in table.Rows)
        {
            string key = string.Join("\n", table.Columns.Select(column => row.Text(column)));
            counts[key] = counts.GetValueOrDefault(key) + 1;
            first = counts[key] > 1 ? first ?? row.Line : first;
        }

        if (first is { } line && counts.Values.Min() > 1)
        {
            table.Report(Told.As("answers.allTwice"), null, line);
        }
        else if (first is not null)
        {
            table.AddNote(new Message("kpis.linesTwice", MessageArgument.Number("count", counts.Values.Sum(count => count - 1))), null, first);
        }
    }

    /// <summary>Whether a row is of after; null for one of the transition, and where a problem was told.</summary>
    private bool? SideOf(Table table, TableRow row)
    {
        if (table.Has(Period))
        {
            string said = row.Text(Period)?.Trim() ?? string.Empty;
            bool? side = said.ToUpperInvariant() switch
            {
                "BEFORE" or "PRE" or "上线前" or "前" or "实施前" or "使用前" => false,
                "AFTER" or "POST" or "上线后" or "后" or "实施后" or "使用后" => true,
                _ => null,
            };
            if (side is null)
            {
                row.Report(Period, Told.As("answers.notPeriod", ("value", said)));
            }

            return side;
        }

        if (row.IsEmpty(Day))
        {
            row.Report(Day, Told.As("kpis.empty"));
            return null;
        }

        YearMonth? month = row.Month(Day);
        return month is null || (month >= goLive && month < goLive.Value.PlusMonths(transition)) ? null : month >= goLive;
    }

    private void Read(TableLayout layout, Action<Table> take) => TableInput.Read(
        context,
        path,
        stream =>
        {
            Table table = Table.Read(stream, layout);
            if (table.HeaderLine > 0 && layout.Columns.All(column => !column.IsRequired || table.Has(column)))
            {
                take(table);
            }

            return table;
        },
        table => (table.Problems, table.Notes));
}
