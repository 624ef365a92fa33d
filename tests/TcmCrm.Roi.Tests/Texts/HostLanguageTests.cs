using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Texts;

/// <summary>A language is one source of words: nothing of it stands anywhere else.</summary>
public class HostLanguageTests
{
    private static readonly Language English = Language.Of("en");

    [Fact]
    public void OneSource_IsAWholeLanguage()
    {
        Language shouted = Language.From(new Shouted());
        Assert.Equal("en-SHOUTED", shouted.Tag);
        Assert.All(English.Ids, id => Assert.Equal(Shouted.Say(English.Find(id)!), shouted.Find(id)));
        Assert.Equal("SOFTWARE!", shouted.NameOf(CostCategory.Software));
        Assert.All(Measure.All, measure => Assert.Equal(English.Say(measure.Name).ToUpperInvariant() + "!", shouted.Say(measure.Name)));
    }

    private sealed class Shouted : ITextSource
    {
        public string Language => "en-SHOUTED";

        public IReadOnlyCollection<string> Ids => English.Ids;

        public string? Find(string id) => English.Find(id) is { } template ? Say(template) : null;

        // Arguments keep their names.
        internal static string Say(string template) => template.Contains('{', StringComparison.Ordinal) ? template + "!" : template.ToUpperInvariant() + "!";
    }
}
