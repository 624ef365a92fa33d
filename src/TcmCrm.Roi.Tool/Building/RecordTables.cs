using System.Text;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Building;

/// <summary>Tables of records into a <see cref="KpiBuilder"/>; large CSV files in pieces, so that the lines of millions of orders are never in memory together.</summary>
internal sealed class RecordTables(CommandContext context, KpiBuilder builder, TableReadOptions options)
{
    private const int PieceBytes = 16 * 1024 * 1024;

    private static readonly TableColumn Customer = new("customer", "客户", "客户名称", "客户编码", "客户编号", "终端", "终端名称", "会员", "customerid", "customername", "account") { IsRequired = true };
    private static readonly TableColumn Day = new("date", "日期", "下单日期", "订单日期", "销售日期", "业务日期", "开票日期", "拜访日期", "答卷日期", "提交日期", "day", "orderdate") { IsRequired = true };
    private static readonly TableColumn Amount = new("amount", "金额", "订单金额", "销售金额", "销售额", "实收金额", "revenue", "sales") { IsRequired = true, IsMoney = true };
    private static readonly TableColumn Margin = new("margin", "毛利", "毛利额", "grossmargin") { IsMoney = true };
    private static readonly TableColumn Rebate = new("rebate", "返利", "返利金额", "折让") { IsMoney = true };
    private static readonly TableColumn Quantity = new("quantity", "数量", "销量", "销售数量", "qty");
    private static readonly TableColumn Number = new("order", "订单号", "订单编号", "单号", "订单", "orderno", "orderid");
    private static readonly TableColumn Line = new("productline", "产品线", "品类", "产品类别", "品种", "product", "category");
    private static readonly TableColumn Segment = new("segment", "渠道", "区域", "大区", "分段", "channel", "region");
    private static readonly TableColumn Member = new("member", "是否会员", "会员标志", "ismember");
    private static readonly TableColumn Since = new("since", "开户日期", "建档日期", "首次购买日期", "首单日期", "创建日期", "firstpurchase");
    private static readonly TableColumn Target = new("target", "是否目标", "目标终端", "目标客户", "istarget");
    private static readonly TableColumn Representative = new("representative", "代表", "业务员", "医药代表", "拜访人", "rep", "salesperson") { IsRequired = true };
    private static readonly TableColumn Effective = new("effective", "是否有效", "有效拜访", "有效", "iseffective") { IsRequired = true };
    private static readonly TableColumn Stock = new("stock", "是否有货", "有货", "铺货", "hasstock");
    private static readonly TableColumn Question = new("question", "问题", "题目", "问卷类型", "类型", "type") { IsRequired = true };
    private static readonly TableColumn Score = new("score", "评分", "得分", "分数", "打分") { IsRequired = true };
    private static readonly TableColumn Month = new("month", "月份", "月", "年月", "会计期间", "period") { IsRequired = true };
    private static readonly TableColumn Balance = new("balance", "应收余额", "应收账款余额", "期末应收", "期末余额") { IsMoney = true };
    private static readonly TableColumn CreditSales = new("creditsales", "赊销收入", "赊销额") { IsMoney = true };
    private static readonly TableColumn Due = new("due", "应回款", "到期应收", "应收金额") { IsMoney = true };
    private static readonly TableColumn Collected = new("collected", "已回款", "回款", "回款金额", "实际回款") { IsMoney = true };

    private static readonly TableLayout Orders = new(Customer, Day, Amount, Margin, Rebate, Quantity, Number, Line, Segment, Member) { AllowsOthers = true };
    private static readonly TableLayout Customers = new(Customer, Since, Target) { AllowsOthers = true };
    private static readonly TableLayout Visits = new(Customer, Day, Representative, Effective, Stock) { AllowsOthers = true };
    private static readonly TableLayout Surveys = new(Question, Day, Score) { AllowsOthers = true };
    private static readonly TableLayout Receivables = new(Month, Balance, CreditSales, Due, Collected) { AllowsOthers = true };
    private static readonly TableLayout Complaints = new(Day) { AllowsOthers = true };

    internal void ReadOrders(string path) => Read(path, Orders, (table, row) =>
    {
        string? customer = Required(row, Customer);
        LocalDate? day = RequiredDay(row);
        decimal? amount = RequiredNumber(row, Amount);
        if (customer is not null && day is { } date && amount is { } sum)
        {
            builder.Add(new KpiOrder
            {
                Customer = customer,
                Date = date,
                Amount = sum,
                Margin = row.Decimal(Margin),
                Rebate = row.Decimal(Rebate),
                Quantity = row.Decimal(Quantity),
                Order = row.Text(Number),
                ProductLine = row.Text(Line),
                Segment = row.Text(Segment),
                IsMember = Flag(row, Member),
            });
        }
    });

    internal void ReadCustomers(string path) => Read(path, Customers, (table, row) =>
    {
        if (Required(row, Customer) is { } customer)
        {
            builder.Add(new KpiCustomer { Customer = customer, Since = row.IsEmpty(Since) ? null : row.Date(Since), IsTarget = !table.Has(Target) || Flag(row, Target) == true });
        }
    });

    internal void ReadVisits(string path) => Read(path, Visits, (table, row) =>
    {
        string? customer = Required(row, Customer);
        string? representative = Required(row, Representative);
        if (customer is not null && representative is not null && RequiredDay(row) is { } date)
        {
            builder.Add(new KpiVisit { Customer = customer, Representative = representative, Date = date, IsEffective = Flag(row, Effective) == true, HasStock = Flag(row, Stock) });
        }
    });

    internal void ReadSurveys(string path) => Read(path, Surveys, (table, row) =>
    {
        string asked = row.Text(Question) ?? string.Empty;
        KpiSurveyQuestion? question = asked.ToUpperInvariant() switch
        {
            "SATISFACTION" or "CSAT" or "满意度" => KpiSurveyQuestion.Satisfaction,
            "RECOMMENDATION" or "NPS" or "推荐意愿" or "净推荐值" => KpiSurveyQuestion.Recommendation,
            "EFFORT" or "CES" or "客户费力度" or "费力度" => KpiSurveyQuestion.Effort,
            _ => null,
        };
        if (question is null)
        {
            row.Report(Question, Told.As("kpis.unknownQuestion", ("value", asked)));
        }

        if (RequiredDay(row) is { } date && RequiredNumber(row, Score) is { } score && question is { } known)
        {
            builder.Add(new KpiSurveyAnswer { Question = known, Date = date, Score = score });
        }
    });

    internal void ReadReceivables(string path) => Read(path, Receivables, (table, row) =>
    {
        if (row.Month(Month) is { } month)
        {
            builder.Add(new KpiReceivable { Month = month, Balance = row.Decimal(Balance), CreditSales = row.Decimal(CreditSales), Due = row.Decimal(Due), Collected = row.Decimal(Collected) });
        }
        else if (row.IsEmpty(Month))
        {
            row.Report(Month, Told.As("kpis.empty"));
        }
    });

    internal void ReadComplaints(string path) => Read(path, Complaints, (table, row) =>
    {
        if (RequiredDay(row) is { } date)
        {
            builder.AddComplaint(date);
        }
    });

    private static string? Required(TableRow row, TableColumn column)
    {
        string? text = row.Text(column);
        if (text is { Length: 0 })
        {
            row.Report(column, Told.As("kpis.empty"));
        }

        return text is { Length: > 0 } ? text : null;
    }

    private static LocalDate? RequiredDay(TableRow row)
    {
        LocalDate? day = row.Date(Day);
        if (day is null && row.IsEmpty(Day))
        {
            row.Report(Day, Told.As("kpis.empty"));
        }

        return day;
    }

    private static decimal? RequiredNumber(TableRow row, TableColumn column)
    {
        decimal? number = row.Decimal(column);
        if (number is null && row.IsEmpty(column))
        {
            row.Report(column, Told.As("kpis.empty"));
        }

        return number;
    }

    private static bool? Flag(TableRow row, TableColumn column)
    {
        string text = row.Text(column) ?? string.Empty;
        switch (text.ToUpperInvariant())
        {
            case "":
                return null;
            case "是" or "有" or "有效" or "Y" or "YES" or "TRUE" or "1" or "√":
                return true;
            case "否" or "无" or "无效" or "N" or "NO" or "FALSE" or "0" or "×":
                return false;
            default:
                row.Report(column, Told.As("kpis.notYesOrNo", ("value", text)));
                return null;
        }
    }

    private void Read(string path, TableLayout layout, Action<Table, TableRow> take)
    {
        Message name = InputFile.NameOf(path);
        try
        {
            using Stream stream = InputFile.Open(context, path);
            if (stream is FileStream { Length: > PieceBytes } file && !IsWorkbook(file))
            {
                ReadPieces(file, name, layout, take);
            }
            else
            {
                Read(stream, name, layout, take, 0);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Problems.Add(name, null, null, InputFile.Unreadable(e));
        }
    }

    private void Read(Stream stream, Message name, TableLayout layout, Action<Table, TableRow> take, long linesBefore)
    {
        Table table = Table.Read(stream, layout, options);
        foreach (TableRow row in table.HeaderLine == 0 ? [] : table.Rows)
        {
            try
            {
                take(table, row);
            }
            catch (ArgumentException e)
            {
                // What a record does not allow: a rebate below 0, a score outside its scale.
                row.Report(null, Told.As("kpis.refused", ("reason", e.Message)));
            }
        }

        foreach (TableRemark problem in table.Problems)
        {
            context.Problems.Add(name, problem.Line + linesBefore, TableInput.PlaceOf(problem), problem.Sentence);
        }

        foreach (TableRemark note in table.Problems.Count == 0 && linesBefore == 0 ? table.Notes : [])
        {
            context.Problems.Note(name, note.Line, TableInput.PlaceOf(note), note.Sentence);
        }
    }

    /// <summary>Pieces of whole lines, each under the first line of the file, which has to be the header.</summary>
    private void ReadPieces(FileStream file, Message name, TableLayout layout, Action<Table, TableRow> take)
    {
        byte[] buffer = new byte[PieceBytes];
        byte[]? header = null;
        int kept = 0;
        long lines = 0;
        while (true)
        {
            int read = file.Read(buffer, kept, buffer.Length - kept);
            int length = kept + read;
            if (length == 0)
            {
                return;
            }

            int start = 0;
            if (header is null)
            {
                start = Array.IndexOf(buffer, (byte)'\n', 0, length) + 1;
                header = buffer[..start];
            }

            int end = read == 0 ? length : LastWholeLine(buffer, start, length);
            if (end <= start)
            {
                throw new IOException(context.Language.Say("kpis.lineTooLong"));
            }

            using var piece = new MemoryStream();
            piece.Write(header);
            piece.Write(buffer, start, end - start);
            piece.Position = 0;
            Read(piece, name, layout, take, lines);
            lines += buffer.AsSpan(start, end - start).Count((byte)'\n');
            kept = length - end;
            Buffer.BlockCopy(buffer, end, buffer, 0, kept);
            if (read == 0)
            {
                return;
            }
        }
    }

    /// <summary>The end of the last line that is whole: a line break inside quotation marks is none.</summary>
    private static int LastWholeLine(byte[] buffer, int start, int length)
    {
        int end = 0;
        bool quoted = false;
        for (int i = start; i < length; i++)
        {
            quoted ^= buffer[i] == (byte)'"';
            if (!quoted && buffer[i] == (byte)'\n')
            {
                end = i + 1;
            }
        }

        return end;
    }

    private static bool IsWorkbook(FileStream file)
    {
        Span<byte> first = stackalloc byte[2];
        int read = file.Read(first);
        file.Position = 0;
        return read == 2 && (first[0] == (byte)'P' || first[0] is 0xFE or 0xFF || first[1] == 0);
    }
}
