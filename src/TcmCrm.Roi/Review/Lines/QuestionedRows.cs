namespace TcmCrm.Roi.Review;

/// <summary>Rows of a line that are there twice, almost twice, or as running totals: hardly a line has any, and each kind is a finding.</summary>
internal sealed class QuestionedRows
{
    private int _withdrawn = -1;

    /// <summary>Rows that were there twice: how many, what they come to, and the first month of one.</summary>
    internal (int Rows, decimal Amount, int Month) Repeated { get; private set; }

    /// <summary>Measurements that another of their month has almost, which count nowhere until they are verified: how many, in how many months, what they come to, and the first month.</summary>
    internal (int Rows, int Months, decimal Amount, int Month) NearlyRepeated { get; private set; }

    /// <summary>Rows that are running totals, of which only what each adds counts until they are verified: how many, what they tell again, and the first month.</summary>
    internal (int Rows, decimal Amount, int Month) Totals { get; private set; }

    /// <summary>Measurements that read as taken back, or as holding no longer, with a positive amount: how many, what they come to, and the first month.</summary>
    internal (int Rows, decimal Amount, int Month) TakenBack { get; private set; }

    /// <summary>Measurements of before go-live, when the plan has none: how many, what they come to, and the first month.</summary>
    internal (int Rows, decimal Amount, int Month) BeforeGoLive { get; private set; }

    /// <summary>Measurements that stand beside another of their month and come with it to far more than the line usually brings: how many, what they come to, and the first month.</summary>
    internal (int Rows, decimal Amount, int Month) Corrected { get; private set; }

    /// <summary>Measurements beside another of their month that come to what it and the months before it have together: how many, what they come to, and the first month.</summary>
    internal (int Rows, decimal Amount, int Month) TotalsBeside { get; private set; }

    internal void AddTotalBeside(int month, decimal amount) => TotalsBeside = With(TotalsBeside, month, amount);

    /// <summary>Bookings in another currency than the case's whose amount is that of a bill without conversion: how many, what conversion would add, and the first month.</summary>
    internal (int Rows, decimal Amount, int Month) Misread { get; private set; }

    internal void AddMisread(int month, decimal amount) => Misread = With(Misread, month, amount);

    internal void AddTakenBack(int month, decimal amount) => TakenBack = With(TakenBack, month, amount);

    internal void AddBeforeGoLive(int month, decimal amount) => BeforeGoLive = With(BeforeGoLive, month, amount);

    internal void AddCorrected(int month, decimal amount) => Corrected = With(Corrected, month, amount);

    internal void AddRepeated(int month, decimal amount) => Repeated = With(Repeated, month, Math.Abs(amount));

    /// <summary>Months come in order.</summary>
    internal void AddNearlyRepeated(int month, decimal amount)
    {
        (int rows, int months, decimal sum, int first) = NearlyRepeated;
        NearlyRepeated = (rows + 1, month == _withdrawn ? months : months + 1, sum + amount, rows == 0 ? month : first);
        _withdrawn = month;
    }

    internal void SetTotals(int rows, decimal told, int month) => Totals = (rows, told, month);

    private static (int Rows, decimal Amount, int Month) With((int Rows, decimal Amount, int Month) all, int month, decimal amount) =>
        (all.Rows + 1, all.Amount + amount, all.Rows == 0 ? month : Math.Min(all.Month, month));
}
