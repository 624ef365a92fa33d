using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>When a contract behind a cost line renews, and how long before that notice must be given.</summary>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public sealed class ContractTerms : IEquatable<ContractTerms>
{
    /// <summary>The terms of a contract.</summary>
    /// <param name="line">The id of the cost line in the case, or its name.</param>
    /// <param name="firstRenewal">The first date on which the contract renews unless notice was given; of one that does not renew, the date on which it ends.</param>
    /// <param name="termMonths">For how many months it renews each time, 1 to 120; 0 where it ends on that date and does not renew.</param>
    /// <param name="noticeMonths">How many months before the renewal notice must be given, 0 to 60.</param>
    /// <exception cref="ArgumentException">The line is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of months is outside its range, or the date is not from 1900-01-01 to 2200-12-31.</exception>
    public ContractTerms(string line, LocalDate firstRenewal, int termMonths = 12, int noticeMonths = 3)
    {
        Line = Check.NotBlank(line);
        FirstRenewal = LineRange.Date(firstRenewal);
        TermMonths = Check.InRange(termMonths, 0, 120);
        NoticeMonths = Check.InRange(noticeMonths, 0, 60);
    }

    /// <summary>The id of the cost line, or its name.</summary>
    public string Line { get; }

    /// <summary>The first date on which the contract renews unless notice was given.</summary>
    public LocalDate FirstRenewal { get; }

    /// <summary>For how many months it renews each time; 0 where it ends.</summary>
    public int TermMonths { get; }

    /// <summary>Whether it renews.</summary>
    public bool Renews => TermMonths > 0;

    /// <summary>How many months before the renewal notice must be given.</summary>
    public int NoticeMonths { get; }

    /// <summary>The first renewal whose last day for notice has not passed; of a contract that does not renew, its end.</summary>
    /// <param name="date">The day of the decision; notice on the last day itself is in time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is not from 1900-01-01 to 2200-12-31.</exception>
    public LocalDate RenewalOpenOn(LocalDate date)
    {
        LineRange.Date(date);
        for (int k = 0; ; k++)
        {
            LocalDate renewal = FirstRenewal.PlusMonths(k * TermMonths);
            if (!Renews || LastNotice(renewal) >= date)
            {
                return renewal;
            }
        }
    }

    /// <summary>The first renewal on or after a date, whether or not notice can still be given; of a contract that does not renew, its end.</summary>
    internal LocalDate RenewalAfter(LocalDate date)
    {
        LocalDate renewal = FirstRenewal;
        for (int k = 1; Renews && renewal < date; k++)
        {
            renewal = FirstRenewal.PlusMonths(k * TermMonths);
        }

        return renewal;
    }

    /// <summary>The last day to give notice for a renewal.</summary>
    /// <param name="renewal">The renewal.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the ISO calendar or before the year 1.</exception>
    public LocalDate LastNotice(LocalDate renewal) => Check.Iso(renewal).Year >= 1 ? renewal.PlusMonths(-NoticeMonths) : throw Check.OutOfRange(nameof(renewal), renewal.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), "from 0001-01-01", new Message("range.onOrAfter", MessageArgument.Date("date", new LocalDate(1, 1, 1))));

    /// <inheritdoc/>
    public bool Equals(ContractTerms? other) => other is not null && Line == other.Line && FirstRenewal == other.FirstRenewal && TermMonths == other.TermMonths && NoticeMonths == other.NoticeMonths;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ContractTerms);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Line) * 31) + FirstRenewal.GetHashCode());

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, Renews ? "{0}: renews {1:uuuu-MM-dd} every {2} months, notice {3} months" : "{0}: ends {1:uuuu-MM-dd}", Line, FirstRenewal, TermMonths, NoticeMonths);
}
