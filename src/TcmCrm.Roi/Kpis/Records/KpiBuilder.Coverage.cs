namespace TcmCrm.Roi.Kpis;

/// <content>Which months the records cover, and what was left out or taken otherwise than it was written.</content>
public sealed partial class KpiBuilder
{
    /// <summary>A first month whose records begin after this day is not complete.</summary>
    private const int LatestFirstDay = 10;

    /// <summary>The last complete month of the orders; without orders of everything.</summary>
    private int Through(SalesLedger whole, List<Message> notes)
    {
        int last = whole.MonthCount == 0 ? int.MaxValue : MonthOf(whole.LastDate);
        if (options.Through is { } stated)
        {
            int through = (stated.Year * 12) + stated.Month - 1;
            if (through > last)
            {
                notes.Add(new Message("kpiThroughBeyond", MessageArgument.Month("month", stated), MessageArgument.Date("date", whole.LastDate)));
            }

            return Math.Min(through, last);
        }

        if (whole.MonthCount == 0 || whole.LastDate.Day > whole.LastDate.Calendar.GetDaysInMonth(whole.LastDate.Year, whole.LastDate.Month) - 5)
        {
            return last;
        }

        notes.Add(new Message("kpiLastMonthLeftOut", MessageArgument.Month("month", MonthAt(last)), MessageArgument.Date("date", whole.LastDate)));
        return last - 1;
    }

    /// <summary>The first complete month of the orders.</summary>
    private static int From(SalesLedger whole, int through, List<Message> notes)
    {
        if (whole.MonthCount == 0 || whole.FirstDate.Day <= LatestFirstDay || through <= whole.FirstMonth)
        {
            return whole.FirstMonth;
        }

        notes.Add(new Message("kpiFirstMonthLeftOut", MessageArgument.Month("month", MonthAt(whole.FirstMonth)), MessageArgument.Date("date", whole.FirstDate)));
        return whole.FirstMonth + 1;
    }

    /// <summary>Months of which the orders hold no line, between others that have some: the measure of the host is 0 there.</summary>
    private double?[] WithEmptyMonths(double?[] values, int first, string segment, SalesLedger whole, int through)
    {
        int last = Math.Min(through, whole.FirstMonth + whole.MonthCount - 1);
        if (whole.MonthCount == 0 || last < first)
        {
            return values;
        }

        SalesLedger? ledger = segment.Length == 0 ? whole : segments.TryGetValue(segment, out SalesLedger? own) ? own : null;
        var filled = new double?[Math.Max(values.Length, last - first + 1)];
        for (int i = 0; i < filled.Length; i++)
        {
            bool isEmpty = first + i <= last && ledger is not null && !ledger.HasOrdersIn(first + i);
            filled[i] = i < values.Length && values[i] is { } value ? value : isEmpty ? 0 : null;
        }

        return filled;
    }

    /// <summary>What the orders were taken for.</summary>
    private void NoteOrders(SalesLedger whole, int from, int through, List<Message> notes)
    {
        List<int> empty = [.. Enumerable.Range(from, Math.Max(0, through - from + 1)).Where(month => !whole.At(month - whole.FirstMonth).HasOrders)];
        if (empty.Count > 0)
        {
            notes.Add(new Message("kpiMonthsWithoutOrders", MessageArgument.Number("months", empty.Count), MessageArgument.Month("month", MonthAt(empty[0]))));
        }

        if (whole.Gifts > 0)
        {
            notes.Add(new Message("kpiGifts", MessageArgument.Number("lines", whole.Gifts)));
        }

        if (whole.Turned > 0)
        {
            notes.Add(new Message("kpiReturnsTurned", MessageArgument.Number("lines", whole.Turned)));
        }

        if (segments.Count > 1 && segments.TryGetValue(string.Empty, out SalesLedger? none))
        {
            notes.Add(new Message("kpiWithoutSegment", MessageArgument.Number("lines", none.LineCount)));
        }

        if (customersTwice > 0)
        {
            notes.Add(new Message("kpiCustomersTwice", MessageArgument.Number("customers", customersTwice), MessageArgument.Text("customer", firstTwice)));
        }

        if (names.WrittenDifferently(whole.IsWrittenAsKey) is { Count: > 0 } written)
        {
            notes.Add(new Message("kpiNamesAlike", MessageArgument.Number("customers", written.Count), MessageArgument.Text("name", written.Name), MessageArgument.Text("key", written.Key)));
        }
    }

    /// <summary>Records that begin after the orders or end before them: the months beside them have no value.</summary>
    private static void NoteCoverage(string records, IEnumerable<int> months, int from, int through, SalesLedger whole, List<Message> notes)
    {
        int[] seen = [.. months];
        if (seen.Length == 0 || whole.MonthCount == 0 || (seen[0] <= from && seen[seen.Length - 1] >= through))
        {
            return;
        }

        notes.Add(new Message(
            "kpiRecordsCover",
            MessageArgument.Part("records", new Message("kpiRecords." + records)),
            MessageArgument.Month("from", MonthAt(seen[0])),
            MessageArgument.Month("to", MonthAt(seen[seen.Length - 1]))));
    }
}
