using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Portfolio;

/// <summary>One of many whose case is computed: a customer of a vendor, a subsidiary, a project. Or what stands in the way of its case.</summary>
public sealed class PortfolioTenant
{
    private readonly InvestmentCase? _case;

    /// <summary>A tenant with its case.</summary>
    /// <param name="id">What results call it; each id is allowed once in a portfolio, told apart letter by letter. Not blank.</param>
    /// <param name="source">Its case as approved.</param>
    /// <exception cref="ArgumentNullException">The case is null.</exception>
    /// <exception cref="ArgumentException">The id is null or blank.</exception>
    public PortfolioTenant(string id, InvestmentCase source)
        : this(id, Check.NotNull(source), [])
    {
    }

    private PortfolioTenant(string id, InvestmentCase? source, Message[] problems)
    {
        Id = Check.NotBlank(id);
        _case = source;
        Problems = Array.AsReadOnly(problems);
    }

    /// <summary>What results call it.</summary>
    public string Id { get; }

    /// <summary>Why there is no case; empty where there is one.</summary>
    public IReadOnlyList<Message> Problems { get; }

    /// <summary>What was booked and measured; null, the default, where nothing was, and then there is no review.</summary>
    public Actuals? Actuals { get; init; }

    /// <summary>Renewal terms of its contracts, for the review; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    public IReadOnlyList<ContractTerms> Contracts
    {
        get;
        init => field = new ReadOnlyCollection<ContractTerms>([.. Check.NotNull(value, nameof(Contracts)).Select(entry => Check.NotNull(entry, nameof(Contracts)))]);
    } = Array.AsReadOnly<ContractTerms>([]);

    /// <summary>The last month that counts as past in its review; null, the default, for that of the options, and without it the month that its actuals speak of.</summary>
    public YearMonth? AsOf { get; init; }

    /// <summary>A tenant whose case could not be read: it becomes an entry with these problems, and the rest goes on.</summary>
    /// <param name="id">What results call it; not blank.</param>
    /// <param name="problems">At least one.</param>
    /// <exception cref="ArgumentNullException">The problems or one of them is null.</exception>
    /// <exception cref="ArgumentException">The id is blank, or there is no problem.</exception>
    public static PortfolioTenant Unreadable(string id, IEnumerable<Message> problems)
    {
        Message[] copy = [.. Check.NotNull(problems).Select(problem => Check.NotNull(problem, nameof(problems)))];
        return copy.Length > 0 ? new(id, null, copy) : throw new ArgumentException($"The tenant '{id}' has neither a case nor a problem; allowed: at least one problem.", nameof(problems));
    }

    /// <summary>The case, where there is one.</summary>
    /// <param name="source">The case, or null.</param>
    public bool TryGetCase([NotNullWhen(true)] out InvestmentCase? source)
    {
        source = _case;
        return source is not null;
    }

    /// <summary>The id, and the case or the number of problems, invariant.</summary>
    public override string ToString() => _case is null ? FormattableString.Invariant($"{Id}: {Problems.Count} problems") : $"{Id}: {_case}";
}
