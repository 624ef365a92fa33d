using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>The orders of the whole or of one segment: sums a month, and per customer and month the days and product lines of purchase. Months are counted from year 0.</summary>
internal sealed class SalesLedger(Dictionary<string, int> productLines)
{
    private readonly Dictionary<string, int> customers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<string>> sold = [];
    private HashSet<NumberedOrder>? orders;
    private Purchases[] bought = new Purchases[256];
    private MonthSums[] months = [];
    private int firstMonth;
    private string lastCustomer = string.Empty;
    private int lastIndex = -1;

    internal int FirstMonth => firstMonth;

    internal int MonthCount => months.Length;

    internal int CustomerCount => customers.Count;

    internal LocalDate FirstDate { get; private set; } = LocalDate.MaxIsoValue;

    internal LocalDate LastDate { get; private set; } = LocalDate.MinIsoValue;

    internal long LineCount { get; private set; }

    /// <summary>Lines at 0.</summary>
    internal long Gifts { get; private set; }

    /// <summary>Returns whose margin or quantity was written above 0.</summary>
    internal long Turned { get; private set; }

    internal MonthSums At(int index) => months[index];

    /// <summary>Months without orders up to a month: the ledger covers them, and nothing was sold.</summary>
    internal void CoverTo(int month)
    {
        if (months.Length > 0)
        {
            Month(month);
        }
    }

    internal bool HasOrdersIn(int month) => month >= firstMonth && month < firstMonth + months.Length && months[month - firstMonth].HasOrders;

    internal bool IsWrittenAsKey(string key) => customers.TryGetValue(key, out int index) && bought[index].IsAsWritten;

    /// <param name="order">The line.</param>
    /// <param name="key">The customer to count by.</param>
    /// <param name="isAsWritten">Whether the line writes the customer like that.</param>
    internal void Add(in KpiOrder order, string key, bool isAsWritten)
    {
        int month = (order.Date.Year * 12) + order.Date.Month - 1;
        ref MonthSums sums = ref Month(month);
        sums.HasOrders = true;
        sums.Lines++;
        sums.Revenue += order.Amount;
        if (order.Amount < 0)
        {
            sums.Returns -= order.Amount;
        }

        // What comes back takes margin, rebate and quantity back, on whichever side of 0 it was written.
        bool isReturn = order.Amount < 0;
        Turned += isReturn && (order.Margin > 0 || order.Quantity > 0) ? 1 : 0;
        Sum(isReturn ? TakenBack(order.Margin) : order.Margin, ref sums.Margin, ref sums.WithMargin);
        Sum(isReturn ? TakenBack(order.Rebate) : order.Rebate, ref sums.Rebate, ref sums.WithRebate);
        Sum(isReturn ? TakenBack(order.Quantity) : order.Quantity, ref sums.Quantity, ref sums.WithQuantity);
        if (order.Sku is { Length: > 0 } sku)
        {
            sums.WithSku++;
            if (order.Amount > 0)
            {
                Sold(month).Add(sku);
            }
        }

        if (order.IsMember is { } member)
        {
            sums.WithMember++;
            sums.MemberRevenue += member ? order.Amount : 0;
        }

        LineCount++;
        FirstDate = order.Date < FirstDate ? order.Date : FirstDate;
        LastDate = order.Date > LastDate ? order.Date : LastDate;

        // A return is no purchase, nor is a gift: it makes nobody active and counts as no order.
        if (order.Amount <= 0)
        {
            Gifts += order.Amount == 0 ? 1 : 0;
            return;
        }

        int customer = IndexOf(key);
        bought[customer].IsAsWritten |= isAsWritten;
        ref Purchases purchases = ref bought[customer];
        ref Purchase purchase = ref purchases.In(month);
        if (order.ProductLine is { Length: > 0 } line)
        {
            purchase.ProductLines |= 1UL << BitOf(line);
        }

        uint day = 1U << order.Date.Day;
        if (order.Order is { Length: > 0 } number)
        {
            orders ??= [];
            if (orders.Add(new NumberedOrder(HashOf(number), customer, month)))
            {
                sums.Orders++;
                purchase.Numbered++;
            }
        }
        else if ((purchase.Days & day) == 0)
        {
            purchase.Days |= day;
            sums.Orders++;
        }
    }

    /// <summary>How many products with their sizes were sold in a month, counted from year 0.</summary>
    internal int SkusIn(int month) => sold.TryGetValue(month, out HashSet<string>? skus) ? skus.Count : 0;

    /// <summary>Adds another ledger: sums are added, the days, product lines and order numbers of a customer are united.</summary>
    internal void Merge(SalesLedger other)
    {
        for (int i = 0; i < other.months.Length; i++)
        {
            if (other.months[i].HasOrders)
            {
                Month(other.firstMonth + i).AddAllButOrders(other.months[i]);
            }
        }

        foreach (KeyValuePair<int, HashSet<string>> skus in other.sold)
        {
            Sold(skus.Key).UnionWith(skus.Value);
        }

        FirstDate = other.FirstDate < FirstDate ? other.FirstDate : FirstDate;
        LastDate = other.LastDate > LastDate ? other.LastDate : LastDate;
        LineCount += other.LineCount;
        Gifts += other.Gifts;
        Turned += other.Turned;
        var mapped = new int[other.customers.Count];
        foreach (KeyValuePair<string, int> customer in other.customers)
        {
            int index = IndexOf(customer.Key);
            mapped[customer.Value] = index;
            ref Purchases mine = ref bought[index];
            mine.IsAsWritten |= other.bought[customer.Value].IsAsWritten;
            Purchases theirs = other.bought[customer.Value];
            for (int i = 0; i < theirs.Count; i++)
            {
                Purchase purchase = theirs.Items[i];
                ref Purchase own = ref mine.In(purchase.Month);
                Month(purchase.Month).Orders += BitCount(purchase.Days & ~own.Days);
                own.Days |= purchase.Days;
                own.ProductLines |= purchase.ProductLines;
            }
        }

        foreach (NumberedOrder number in other.orders ?? [])
        {
            orders ??= [];
            var own = new NumberedOrder(number.Number, mapped[number.Customer], number.Month);
            if (orders.Add(own))
            {
                Month(own.Month).Orders++;
                bought[own.Customer].In(own.Month).Numbered++;
            }
        }
    }

    internal IEnumerable<KeyValuePair<string, int>> Customers => customers;

    /// <summary>The months of purchase of a customer, ascending.</summary>
    internal ReadOnlyPurchases Of(int customer)
    {
        bought[customer].Sort();
        return new ReadOnlyPurchases(bought[customer].Items, bought[customer].Count);
    }

    internal static int BitCount(uint bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }

    private HashSet<string> Sold(int month)
    {
        if (!sold.TryGetValue(month, out HashSet<string>? skus))
        {
            sold.Add(month, skus = new HashSet<string>(StringComparer.Ordinal));
        }

        return skus;
    }

    private int IndexOf(string customer)
    {
        // Lines of one order follow each other in most exports.
        if (lastIndex >= 0 && (ReferenceEquals(customer, lastCustomer) || string.Equals(customer, lastCustomer, StringComparison.Ordinal)))
        {
            return lastIndex;
        }

        if (!customers.TryGetValue(customer, out int index))
        {
            index = customers.Count;
            customers.Add(customer, index);
            if (index == bought.Length)
            {
                Array.Resize(ref bought, 2 * index);
            }
        }

        lastCustomer = customer;
        lastIndex = index;
        return index;
    }

    /// <summary>One bit a product line; from the 64th on they share the last one, so that the count of lines of a customer may be too low, never too high.</summary>
    private int BitOf(string line)
    {
        if (!productLines.TryGetValue(line, out int bit))
        {
            bit = Math.Min(productLines.Count, 63);
            productLines.Add(line, bit);
        }

        return bit;
    }

    private static decimal? TakenBack(decimal? value) => value > 0 ? -value : value;

    /// <summary>64 bits of an order number (FNV-1a): two orders of one customer in one month that share them are not to be expected.</summary>
    private static ulong HashOf(string number)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in number)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }

    private static void Sum(decimal? value, ref decimal sum, ref long count)
    {
        if (value is { } known)
        {
            sum += known;
            count++;
        }
    }

    private ref MonthSums Month(int month)
    {
        if (months.Length == 0)
        {
            firstMonth = month;
            months = new MonthSums[1];
        }
        else if (month < firstMonth)
        {
            var longer = new MonthSums[months.Length + firstMonth - month];
            Array.Copy(months, 0, longer, firstMonth - month, months.Length);
            months = longer;
            firstMonth = month;
        }
        else if (month >= firstMonth + months.Length)
        {
            Array.Resize(ref months, month - firstMonth + 1);
        }

        return ref months[month - firstMonth];
    }

    internal struct MonthSums
    {
        public bool HasOrders;
        public long Lines;
        public long Orders;
        public long WithMargin;
        public long WithRebate;
        public long WithQuantity;
        public long WithMember;
        public long WithSku;
        public decimal Revenue;
        public decimal Returns;
        public decimal Margin;
        public decimal Rebate;
        public decimal Quantity;
        public decimal MemberRevenue;

        public void AddAllButOrders(in MonthSums other)
        {
            HasOrders = true;
            Lines += other.Lines;
            WithMargin += other.WithMargin;
            WithRebate += other.WithRebate;
            WithQuantity += other.WithQuantity;
            WithMember += other.WithMember;
            WithSku += other.WithSku;
            Revenue += other.Revenue;
            Returns += other.Returns;
            Margin += other.Margin;
            Rebate += other.Rebate;
            Quantity += other.Quantity;
            MemberRevenue += other.MemberRevenue;
        }
    }

    internal struct Purchase
    {
        public int Month;
        public uint Days;
        public int Numbered;
        public ulong ProductLines;

        /// <summary>Orders of the month: numbered ones, and one for each day with lines that have no number.</summary>
        public readonly int Orders => Numbered + BitCount(Days);
    }

    internal readonly struct ReadOnlyPurchases(Purchase[] items, int count)
    {
        public int Count => count;

        public Purchase this[int index] => items[index];
    }

    private readonly record struct NumberedOrder(ulong Number, int Customer, int Month);

    private struct Purchases
    {
        public Purchase[] Items;
        public int Count;
        public bool IsAsWritten;

        public ref Purchase In(int month)
        {
            for (int i = Count - 1; i >= 0; i--)
            {
                if (Items[i].Month == month)
                {
                    return ref Items[i];
                }
            }

            Items ??= new Purchase[2];
            if (Count == Items.Length)
            {
                Array.Resize(ref Items, 2 * Count);
            }

            Items[Count].Month = month;
            return ref Items[Count++];
        }

        public readonly void Sort()
        {
            if (Items is not null)
            {
                Array.Sort(Items, 0, Count, ByMonth.Instance);
            }
        }
    }

    private sealed class ByMonth : IComparer<Purchase>
    {
        internal static readonly ByMonth Instance = new();

        public int Compare(Purchase x, Purchase y) => x.Month.CompareTo(y.Month);
    }
}
