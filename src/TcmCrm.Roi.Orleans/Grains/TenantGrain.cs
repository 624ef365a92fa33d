using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using Orleans.Timers;

namespace TcmCrm.Roi.Orleans.Grains;

/// <inheritdoc cref="ITenantGrain"/>
internal sealed class TenantGrain : Grain, ITenantGrain, IRemindable
{
    private const string Reviews = "reviews";

    private readonly TenantWork _work;
    private readonly RoiSiloOptions _options;
    private readonly TimeProvider _clock;
    private readonly IPersistentState<TenantState> _tenant;
    private readonly KeptResults _result;

    public TenantGrain(TenantWork work, IPersistentStateFactory states, IGrainContext context, IOptions<RoiSiloOptions> options, TimeProvider clock, ILogger<TenantGrain> logger)
    {
        _work = work;
        _options = options.Value;
        _clock = _options.Clock ?? clock;
        _tenant = states.Create<TenantState>(context, new StoredAs("tenant", _options));
        _result = new KeptResults(states.Create<ResultState>(context, new StoredAs("result", _options)), logger, DeactivateOnIdle);
    }

    private string Id => this.GetPrimaryKeyString();

    private TenantState State => _tenant.State;

    public async Task PutAsync(TenantPaper document)
    {
        if (State.Document is null || !document.Document.AsSpan().SequenceEqual(State.Document))
        {
            State.Document = document.Document;
            await WriteAsync();
        }
    }

    public async Task<BatchAnswer> EvaluateAsync()
    {
        if (State.Document is not { } document)
        {
            DeactivateOnIdle();
            return new BatchAnswer(_work.Settings, _work.NotKeptLine(Id), 0);
        }

        (byte[] line, bool isFound) = await LineAsync(document);
        return new BatchAnswer(_work.Settings, line, isFound ? 1 : 0);
    }

    public async Task<TenantAnswer?> GetAsync()
    {
        if (State.Document is not { } document)
        {
            DeactivateOnIdle();
            return null;
        }

        (byte[] line, _) = await LineAsync(document);
        return new TenantAnswer(document, line)
        {
            EveryMonths = State.EveryMonths,
            ReviewedOn = State.ReviewedOn,
            NextReview = State.FirstReview is null ? null : Iso.Text(NextReview()),
        };
    }

    public async Task RemoveAsync()
    {
        await CancelAsync();
        if (_result.IsThere)
        {
            await _result.ForgetAsync();
        }

        if (_tenant.RecordExists)
        {
            await _tenant.ClearStateAsync();
        }

        DeactivateOnIdle();
    }

    public async Task ScheduleAsync(string first, int everyMonths)
    {
        if (State.Document is null)
        {
            DeactivateOnIdle();
            throw new InvalidOperationException($"The tenant '{Id}' is not kept, and there is nothing to review; hand over its document first.");
        }

        if (ServiceProvider.GetService<IReminderRegistry>() is null)
        {
            throw new InvalidOperationException("The silos have no reminder service, which a calendar of reviews needs; add one to each silo, such as UseInMemoryReminderService or that of the storage.");
        }

        // A reminder without a calendar ends itself; a calendar without a reminder would be silent.
        await this.RegisterOrUpdateReminder(Reviews, TimeSpan.Zero, _options.ReminderPeriod);
        (State.FirstReview, State.EveryMonths) = (first, everyMonths);
        await WriteAsync();
    }

    public async Task CancelAsync()
    {
        if (State.FirstReview is not null)
        {
            (State.FirstReview, State.EveryMonths) = (null, 0);
            await WriteAsync();
            await EndReminderAsync();
        }
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (State.Document is null || State.FirstReview is null)
        {
            await EndReminderAsync();
            return;
        }

        LocalDate today = LocalDate.FromDateTime(_clock.GetLocalNow().DateTime);
        if (today < NextReview())
        {
            return;
        }

        YearMonth past = today.PlusMonths(-1).ToYearMonth();
        if (State.AsOf is null || Iso.Month(State.AsOf).CompareTo(past) < 0)
        {
            State.AsOf = Iso.Text(past);
        }

        State.ReviewedOn = Iso.Text(today);
        await WriteAsync();
        await LineAsync(State.Document);
    }

    /// <summary>The first day of the calendar that lies behind the last review, each counted from the first.</summary>
    private LocalDate NextReview()
    {
        LocalDate first = Iso.Date(State.FirstReview!), next = first;
        if (State.ReviewedOn is { } text)
        {
            LocalDate reviewed = Iso.Date(text);
            for (int months = 0; next <= reviewed; months += State.EveryMonths)
            {
                next = first.PlusMonths(months);
            }
        }

        return next;
    }

    private async Task<(byte[] Line, bool IsFound)> LineAsync(byte[] document)
    {
        string hash = _work.HashOf(Id, document, State.AsOf);
        if (_result.Find(hash) is { } kept)
        {
            return (kept, true);
        }

        (byte[] line, bool isEvaluated) = _work.KeptLine(Id, document, State.AsOf, hash);
        if (isEvaluated)
        {
            await _result.KeepAsync(hash, line);
        }

        return (line, false);
    }

    private async Task EndReminderAsync()
    {
        if (ServiceProvider.GetService<IReminderRegistry>() is not null && await this.GetReminder(Reviews) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    /// <summary>What was not stored must not be answered from memory: the next call reads what storage has.</summary>
    private async Task WriteAsync()
    {
        try
        {
            await _tenant.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
