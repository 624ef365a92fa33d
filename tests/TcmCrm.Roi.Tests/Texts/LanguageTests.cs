using NodaTime;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Texts;

public class LanguageTests
{
    private static readonly Language English = Language.Of("en");
    private static readonly Language Chinese = Language.Of("zh");

    [Fact]
    public void EachLanguage_WritesNumbersAndDatesInItsOwnWay()
    {
        Assert.Equal(("CNY 133,400.00", "133,400.00元"), Both(language => language.Write(Money.Cny(133_400m))));
        Assert.Equal(("USD 1.50", "1.50美元"), Both(language => language.Write(Money.Usd(1.5m))));
        Assert.Equal(("KWD 1.500", "1.500KWD"), Both(language => language.Write(new Money(1.5m, Currency.Of("KWD")))));
        Assert.Equal(("2026-03-05", "2026年3月5日"), Both(language => language.Write(new LocalDate(2026, 3, 5))));
        Assert.Equal(("2026-03", "2026年3月"), Both(language => language.Write(new YearMonth(2026, 3))));
        Assert.Equal(("1 year 6 months", "1年6个月"), Both(language => language.Write(new PeriodBuilder { Years = 1, Months = 6 }.Build())));
        Assert.Equal(("Software", "软件费用"), Both(language => language.NameOf(CostCategory.Software)));
        Assert.Equal(("a, b", "a、b"), Both(language => language.Join(["a", "b"])));
    }

    [Theory]
    [InlineData("{x}", "28.6%")]
    [InlineData("{x:0} {x:3}", "29% 28.600%")]
    [InlineData("{{{x}}}", "{28.6%}")]
    [InlineData("{n} {n|month|months}", "1 month")]
    [InlineData("{missing}", "missing")]
    [InlineData("{x", "{x")]
    public void Template_PutsInArguments(string template, string expected) => Assert.Equal(
        expected,
        English.With(new Words("en", template)).Say("own", MessageArgument.Ratio("x", 0.286m), MessageArgument.Number("n", 1m)));

    [Fact]
    public void HostWords_StandBeforeTheLibrarys_AndAnotherLanguageFallsBackToEnglish()
    {
        Language german = Language.From(new Words("de", "eigen"));
        Assert.Equal("de", german.Tag);
        Assert.Equal("eigen", german.Say("own"));
        Assert.Equal("Software", german.NameOf(CostCategory.Software));
        Refused.Argument("source", "of 'de'; allowed: 'en'", () => English.With(new Words("de", "x")));
        Refused.Argument("tag", "no words for 'de'", () => Language.Of("de"));
    }

    [Fact]
    public void UnknownMessage_IsItsInvariantText() => Assert.Equal("nobodyKnows(x: 1)", English.Say("nobodyKnows", MessageArgument.Text("x", "1")));

    [Fact]
    public void BothLanguages_HaveTheSameIdentifiersAndArguments()
    {
        string[] english = [.. English.Ids];
        Assert.Equal(english, Chinese.Ids.Where(id => !id.StartsWith("currency.", StringComparison.Ordinal)));
        Assert.All(english, id => Assert.Equal(Template.ArgumentsOf(English.Find(id)!).Order(), Template.ArgumentsOf(Chinese.Find(id)!).Order()));
    }

    [Fact]
    public void EveryNamedValue_HasWords()
    {
        string[] missing = [.. English.Ids.Where(id => id.Length > 0 && char.IsUpper(id[0])).Select(id => id.Split('.')[0]).Distinct()
            .SelectMany(type => typeof(Money).Assembly.GetTypes().Single(candidate => candidate.IsEnum && candidate.Name == type).GetEnumNames(), (type, name) => type + "." + Message.CamelCase(name))
            .Where(id => !English.Knows(id) || !Chinese.Knows(id))];
        Assert.Empty(missing);
    }

    [Fact]
    public void ChineseWords_UseFullWidthPunctuation() => Assert.All(
        Chinese.Ids.Where(id => !id.StartsWith("format.", StringComparison.Ordinal)),
        id => Assert.DoesNotMatch(@"[\u4e00-\u9fff][,;:()]|[,;:()][\u4e00-\u9fff]|[\u4e00-\u9fff] +[0-9{]|[0-9}] +[\u4e00-\u9fff]", Chinese.Find(id)!));

    private static (string, string) Both(Func<Language, string> say) => (say(English), say(Chinese));

    private sealed class Words(string language, string template) : ITextSource
    {
        public string Language => language;

        public IReadOnlyCollection<string> Ids => ["own"];

        public string? Find(string id) => id == "own" ? template : null;
    }
}
