using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Shell;
using static TcmCrm.Roi.Tool.Building.DuplicateLines;
using static TcmCrm.Roi.Tool.Building.RecordColumns;

namespace TcmCrm.Roi.Tool.Building;

/// <summary>Tables of records into a <see cref="KpiBuilder"/>; large CSV files in pieces, so that the lines of millions of orders are never in memory together.</summary>
internal sealed class RecordTables(CommandContext context, KpiBuilder builder, TableReadOptions options)
{
    private const int PieceBytes = 16 * 1024 * 1024;

    /// <summary>How many rows that differ a month of single events needs before all of them being there twice is no chance.</summary>
    private const int EventsFrom = 10;

    private DuplicateLines? duplicates;
    private long linesBeforePiece;
    private TableColumn amountColumn = Amount;

    internal void ReadOrders(string path) => Read(path, Orders, (table, row) =>
    {
        string? customer = Required(row, Customer);
        LocalDate? day = RequiredDay(row);
        decimal? amount = RequiredNumber(row, amountColumn);
        string kind = row.Text(Kind) ?? string.Empty;
        bool? isReturn = IsReturn(kind);
        if (isReturn is null)
        {
            row.Report(Kind, Told.As("kpis.unknownKind", ("value", kind)));
        }

        // Some systems write returns below zero, some above and say what they are; nobody writes them both ways.
        int sign = isReturn == true && amount > 0 ? -1 : 1;
        var order = new KpiOrder
        {
            Customer = customer ?? string.Empty,
            Date = day ?? default,
            Amount = sign * (amount ?? 0),
            Margin = sign * row.Decimal(Margin),
            Rebate = row.Decimal(Rebate),
            Quantity = sign * row.Decimal(Quantity),
            Order = row.Text(Number),
            ProductLine = row.Text(Line),
            Sku = row.Text(Sku),
            Segment = row.Text(Segment),
            IsMember = Flag(row, Member),
        };
        if (customer is not null && day is not null && amount is not null && isReturn is not null)
        {
            builder.Add(order);
            ulong hash = Mix(Mix(Mix(Mix(Mix(Mix(Mix(Mix(0, customer), order.Order), order.Sku), order.ProductLine), order.Segment), amount), order.Quantity), order.Margin);
            Seen(table, row, order.Date, Mix(Mix(hash, kind), order.Date.Day));
        }

        foreach (KpiDefinition kpi in options.Kpis)
        {
            if (ColumnOf(table, kpi) is { } column && row.Decimal(column) is { } value && day is { } date)
            {
                builder.Add(new KpiMeasure { Kpi = kpi, Date = date, Value = sign * value, Segment = order.Segment });
            }
        }
    }, EventsFrom);

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
            Seen(table, row, date, Mix(Mix(Mix(Mix(Mix(0, customer), representative), row.Text(Effective)), row.Text(Stock)), date.Day));
        }
    }, EventsFrom);

    internal void ReadSurveys(string path) => Read(path, Surveys, (table, row) =>
    {
        string asked = row.Text(Question) ?? string.Empty;
        KpiSurveyQuestion? question = QuestionOf(asked);
        if (question is null)
        {
            row.Report(Question, Told.As("kpis.unknownQuestion", ("value", asked)));
        }

        LocalDate? day = RequiredDay(row);
        if (RequiredNumber(row, Score) is { } score && question is { } known)
        {
            if (ScaleOf(known) is var (low, high) && (score < low || score > high))
            {
                row.Report(Score, new Message("kpis.score", MessageArgument.Text("value", row.Text(Score) ?? string.Empty), MessageArgument.Text("question", asked), MessageArgument.Number("low", low), MessageArgument.Number("high", high)));
                return;
            }

            if (day is not { } date)
            {
                return;
            }

            builder.Add(new KpiSurveyAnswer { Question = known, Date = date, Score = score });
            if (table.Others.Count > 0)
            {
                Seen(table, row, date, Mix(Mix(Mix(0, asked), score), date.Day)); // Answers alone are often alike.
            }
        }
    }, EventsFrom);

    internal void ReadReceivables(string path) => Read(path, Receivables, (table, row) =>
    {
        if (row.Month(Month) is { } month)
        {
            var receivable = new KpiReceivable { Month = month, Balance = row.Decimal(Balance), CreditSales = row.Decimal(CreditSales), Due = row.Decimal(Due), Collected = row.Decimal(Collected) };
            builder.Add(receivable);
            Seen(table, row, month.OnDayOfMonth(1), Mix(Mix(Mix(Mix(0, receivable.Balance), receivable.CreditSales), receivable.Due), receivable.Collected));
        }
        else if (row.IsEmpty(Month))
        {
            row.Report(Month, Told.As("kpis.empty"));
        }
    }, wholeFrom: 1);

    internal void ReadPrescriptions(string path) => Read(path, PrescriptionLayout, (table, row) =>
    {
        LocalDate? day = RequiredDay(row);
        decimal? count = table.Has(Prescriptions) ? RequiredNumber(row, Prescriptions) : 1;
        if (day is { } date && count is { } known)
        {
            builder.Add(new KpiPrescription { Date = date, Count = known, Segment = row.Text(Segment) });
        }
    });

    internal void ReadStock(string path) => Read(path, StockLayout, (table, row) =>
    {
        YearMonth? month = row.Month(Month);
        if (month is null && row.IsEmpty(Month))
        {
            row.Report(Month, Told.As("kpis.empty"));
        }

        string? sku = Required(row, StockSku);
        decimal? value = row.Decimal(StockValue);
        decimal? left = row.Decimal(MonthsLeft);
        if (month is { } known && sku is not null)
        {
            builder.Add(new KpiStock { Month = known, Sku = sku, Value = value, MonthsLeft = left, Segment = row.Text(Segment) });
            Seen(table, row, known.OnDayOfMonth(1), Mix(Mix(Mix(Mix(0, sku), row.Text(Segment)), value), left));
        }
    }, wholeFrom: 2);

    internal void ReadComplaints(string path) => Read(path, Complaints, (table, row) =>
    {
        if (RequiredDay(row) is { } date)
        {
            builder.AddComplaint(date);
        }
    });

    /// <summary>The column of the orders that holds the amounts of a KPI of the host which is added up over time; null where there is none.</summary>
    private static TableColumn? ColumnOf(Table table, KpiDefinition kpi) =>
        kpi.OverTime != KpiAggregation.Sum ? null : (kpi.Name is { } name ? table.Find(name) : null) ?? table.Find(kpi.Id);

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
        bool? flag = FlagOf(text);
        if (flag is null && text.Length > 0)
        {
            row.Report(column, Told.As("kpis.notYesOrNo", ("value", text)));
        }

        return flag;
    }

    /// <summary>Notes what a row says, to find those that come again.</summary>
    private void Seen(Table table, TableRow row, LocalDate date, ulong hash)
    {
        foreach (TableColumn other in table.Others)
        {
            hash = Mix(hash, row.Text(other));
        }

        duplicates!.Add(((date.Year - 1900) * 12) + date.Month - 1, hash, row.Line + linesBeforePiece);
    }

    /// <summary>Reads a table of records, and tells rows that are there twice.</summary>
    private void Read(string path, TableLayout layout, Action<Table, TableRow> take, int wholeFrom)
    {
        duplicates = new DuplicateLines();
        Read(path, layout, take);
        (Message? problem, Message? note, long line) = duplicates.Find(wholeFrom);
        duplicates = null;
        if (problem is not null)
        {
            context.Problems.Add(InputFile.NameOf(path), line, null, problem);
        }
        else if (note is not null)
        {
            context.Problems.Note(InputFile.NameOf(path), line, null, note);
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

    /// <summary>Whether a column says of some orders that they are no sales, or are in another currency: it names such a thing, and not of all rows alike.</summary>
    private static bool MayNotCount(Table table, TableColumn column)
    {
        string header = table.HeaderOf(column);
        return Array.Exists(RecordColumns.MayNotCount, word => header.Contains(word, StringComparison.OrdinalIgnoreCase))
            && table.Rows.Select(row => row.Text(column)?.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();
    }

    private void Read(Stream stream, Message name, TableLayout layout, Action<Table, TableRow> take, long linesBefore)
    {
        Table table = Table.Read(stream, layout, options);
        linesBeforePiece = linesBefore;
        bool isWhole = table.HeaderLine > 0 && layout.Columns.All(column => !column.IsRequired || table.Has(column));
        HashSet<TableColumn> used = layout == Orders ? [.. options.Kpis.Select(kpi => ColumnOf(table, kpi)).OfType<TableColumn>()] : [];
        if (layout == Orders && isWhole)
        {
            (amountColumn, bool isGross, string? gross) = AmountOf(table);
            if (isGross)
            {
                table.AddNote(Told.As("kpis.grossAmount"), Amount, table.HeaderLine);
            }
            else if (gross is not null)
            {
                table.AddNote(Told.As("kpis.netAmount", ("other", gross)), amountColumn, table.HeaderLine);
            }

            used.Add(amountColumn);
        }

        foreach (TableColumn other in table.Others.Where(other => !used.Contains(other)))
        {
            if (layout == Orders && MayNotCount(table, other))
            {
                table.Report(Told.As("kpis.mayNotCount"), other, table.HeaderLine);
                continue;
            }

            table.AddNote(Told.As("kpis.notUsed"), other, table.HeaderLine);
        }

        foreach (TableRow row in isWhole ? table.Rows : [])
        {
            try
            {
                take(table, row);
            }
            catch (ArgumentException e)
            {
                // What a record does not allow: a rebate below 0, a score outside its scale.
                TableColumn? column = layout.Columns.FirstOrDefault(one => one.Id.Equals(e.ParamName, StringComparison.OrdinalIgnoreCase));
                row.Report(column, Told.As("kpis.refused", ("value", column is null ? e.ParamName ?? string.Empty : row.Text(column) ?? string.Empty)));
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
