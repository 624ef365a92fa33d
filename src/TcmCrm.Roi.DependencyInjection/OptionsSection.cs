using System.Globalization;
using Microsoft.Extensions.Configuration;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi;

/// <summary>Sets options from a section of a configuration, each value as it is written, and notes what it does not know. It uses no reflection, so that a native program can do it.</summary>
internal static class OptionsSection
{
    private static readonly KeyValuePair<string, Action<TcmCrmRoiOptions, IConfigurationSection>>[] Keys =
    [
        new(nameof(TcmCrmRoiOptions.Currency), (options, section) => Set(options, section, "an active ISO 4217 code in capitals, such as CNY, USD, EUR", text => options.Currency = text)),
        new(nameof(TcmCrmRoiOptions.DiscountRate), (options, section) => Set(
            options, section, "a yearly fraction above -1 and at most 1, with a point (0.08 is 8 %)", text => options.DiscountRate = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))),
        new(nameof(TcmCrmRoiOptions.Horizons), (options, section) => SetList(options, section, options.Horizons, "ISO 8601 periods, for example P6M, P1Y, P3Y or P90D", text => text)),
        new(nameof(TcmCrmRoiOptions.DayCount), (options, section) => Set(options, section, Names<DayCount>(), text => options.DayCount = Named<DayCount>(text))),
        new(nameof(TcmCrmRoiOptions.FlowTiming), (options, section) => Set(options, section, Names<FlowTiming>(), text => options.FlowTiming = Named<FlowTiming>(text))),
        new(nameof(TcmCrmRoiOptions.MaximumCells), (options, section) => Set(
            options, section, "1 to 1000000000", text => options.MaximumCells = int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))),
        new(nameof(TcmCrmRoiOptions.Conventions), (options, section) => SetList(options, section, options.Conventions, Names<RoiConvention>(), Named<RoiConvention>)),
    ];

    public static void Bind(TcmCrmRoiOptions options, IConfiguration configuration)
    {
        // A value where a section is due has no members that could be looked at.
        if (configuration is IConfigurationSection { Value.Length: > 0 } whole)
        {
            options.SectionProblems.Add($"{whole.Path} is '{whole.Value}'; allowed: a section with {KnownKeys}.");
        }

        foreach (IConfigurationSection section in configuration.GetChildren())
        {
            KeyValuePair<string, Action<TcmCrmRoiOptions, IConfigurationSection>> known = Array.Find(Keys, key => string.Equals(key.Key, section.Key, StringComparison.OrdinalIgnoreCase));
            if (known.Key is null)
            {
                options.SectionProblems.Add($"{section.Path} is not known; allowed: {KnownKeys}.");
            }
            else
            {
                known.Value(options, section);
            }
        }
    }

    private static string KnownKeys => string.Join(", ", Keys.Select(key => key.Key));

    private static void Set(TcmCrmRoiOptions options, IConfigurationSection section, string allowed, Action<string> set)
    {
        if (section.GetChildren().Any())
        {
            options.SectionProblems.Add($"{section.Path} is a section; allowed: {allowed}.");
        }
        else if (section.Value is { Length: > 0 } text)
        {
            Try(options, section, allowed, () => set(text));
        }
    }

    // What the section lists takes the place of what was there: a list of a file that is added to one of the code is not what either says.
    private static void SetList<T>(TcmCrmRoiOptions options, IConfigurationSection section, IList<T> list, string allowed, Func<string, T> read)
    {
        if (section.Value is { Length: > 0 } whole)
        {
            options.SectionProblems.Add($"{section.Path} is '{whole}'; allowed: a list of {allowed}.");
            return;
        }

        list.Clear();
        foreach (IConfigurationSection entry in section.GetChildren())
        {
            Try(options, entry, allowed, () => list.Add(read(entry.Value ?? string.Empty)));
        }
    }

    private static void Try(TcmCrmRoiOptions options, IConfigurationSection section, string allowed, Action take)
    {
        try
        {
            take();
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            options.SectionProblems.Add($"{section.Path} is '{section.Value}'; allowed: {allowed}.");
        }
    }

    // By name alone: a number would stand for another value after a name is added.
    private static T Named<T>(string text)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(typeof(T), value) && char.IsLetter(text[0]) ? value : throw new FormatException();

    private static string Names<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames(typeof(T)));
}
