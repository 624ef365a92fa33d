using System.Globalization;
using Microsoft.Extensions.Options;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans;

/// <summary>Checks the options of silos and runs, and reports all problems at once.</summary>
internal sealed class OptionsValidation : IValidateOptions<RoiSiloOptions>, IValidateOptions<RoiPortfolioOptions>
{
    private readonly List<string> _problems = [];

    public ValidateOptionsResult Validate(string? name, RoiSiloOptions options)
    {
        var check = new OptionsValidation();
        if (string.IsNullOrWhiteSpace(options.StorageName))
        {
            check._problems.Add("StorageName is blank; allowed: the name of a grain storage of the host.");
        }

        check.Time(options.ReminderPeriod, TimeSpan.FromDays(30), nameof(options.ReminderPeriod));
        return check.Result();
    }

    public ValidateOptionsResult Validate(string? name, RoiPortfolioOptions options)
    {
        var check = new OptionsValidation();
        check.Number(options.BatchSize, 10_000, nameof(options.BatchSize));
        check.Number(options.BatchesInFlight, 1_024, nameof(options.BatchesInFlight));
        check.Number(options.MostListed, PortfolioOptions.MostListedAtMost, nameof(options.MostListed));
        check.Time(options.ResendAfter, TimeSpan.FromHours(1), nameof(options.ResendAfter));
        check.Time(options.GiveUpAfter, TimeSpan.FromDays(1), nameof(options.GiveUpAfter));
        return check.Result();
    }

    private ValidateOptionsResult Result() => _problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_problems);

    private void Number(int value, int most, string name)
    {
        if (value < 1 || value > most)
        {
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; allowed: 1 to {most}."));
        }
    }

    private void Time(TimeSpan value, TimeSpan most, string name)
    {
        if (value <= TimeSpan.Zero || value > most)
        {
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value:c}; allowed: above 0 and up to {most:c}."));
        }
    }
}
