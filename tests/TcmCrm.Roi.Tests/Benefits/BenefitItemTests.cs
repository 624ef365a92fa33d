using TcmCrm.Roi.Benefits;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Benefits;

public class BenefitItemTests
{
    private static readonly BenefitItem Yearly = BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "少流失", Money.Cny(120));

    [Fact]
    public void NewItem_ClaimsTheWeakestEvidence()
    {
        Assert.Equal((Evidence.Assumed, BenefitClass.Cashable, Share.Whole, Share.None), (Yearly.Evidence, Yearly.Class, Yearly.Attribution, Yearly.RiskReduction));
        Assert.True(Yearly.Profile.IsImmediate);
        Assert.Equal(string.Empty, Yearly.Owner);
        Assert.Null(Yearly.Interval);
        Assert.Empty(Yearly.PoolDraws);
        Assert.Equal("Retention: 少流失 (yearly, CNY)", Yearly.ToString());
    }

    [Fact]
    public void Factories_SetCategoryClassAndEvidence()
    {
        AutomatedTask[] tasks = [new("录单", 12, 4, 900)];
        (BenefitItem Item, BenefitCategory Category, BenefitClass Class, Evidence Evidence, bool LongTerm)[] items =
        [
            (SalesGrowth.Uplift("a", Money.Cny(1), 0.1m, Share.Percent(42)), BenefitCategory.SalesGrowth, BenefitClass.Cashable, Evidence.Assumed, false),
            (RetentionGain.Of("a", new CustomerBase(1, Share.Whole, Money.Cny(1)), Share.None), BenefitCategory.Retention, BenefitClass.Cashable, Evidence.Assumed, false),
            (SatisfactionGain.NotMonetized("a", "满意度提升"), BenefitCategory.Satisfaction, BenefitClass.Qualitative, Evidence.NotMonetized, false),
            (SatisfactionGain.ByRetention("a", new CustomerBase(1, Share.Whole, Money.Cny(1)), 1, Share.Percent(1), "x"), BenefitCategory.Satisfaction, BenefitClass.Cashable, Evidence.Assumed, false),
            (OperatingCostReduction.FromTasks("a", tasks, Money.Cny(1), 1, 1984), BenefitCategory.OperatingCost, BenefitClass.Efficiency, Evidence.Assumed, false),
            (OperatingCostReduction.FromTasks("a", tasks, Money.Cny(1), 1, 1984).WithClass(BenefitClass.Cashable), BenefitCategory.OperatingCost, BenefitClass.Cashable, Evidence.Assumed, false),
            (OperatingCostReduction.FreedCost("a", Money.Cny(1)), BenefitCategory.OperatingCost, BenefitClass.Cashable, Evidence.Assumed, false),
            (DecisionQuality.SafetyStock("a", new() { ServiceFactor = 1, ErrorBefore = 2, ErrorAfter = 1, LeadTimeMonths = 1, UnitCost = Money.Cny(1), CarryingRatePerYear = 0.1m }), BenefitCategory.DecisionQuality, BenefitClass.Cashable, Evidence.Assumed, false),
            (DecisionQuality.ExpiryLoss("a", Money.Cny(1), Share.Percent(10)), BenefitCategory.DecisionQuality, BenefitClass.Cashable, Evidence.Assumed, false),
            (DecisionQuality.Estimate("a", Money.Cny(1)), BenefitCategory.DecisionQuality, BenefitClass.Cashable, Evidence.Estimated, false),
            (LongTermGain.Loyalty("a", 1, Share.Percent(1), Money.Cny(1)), BenefitCategory.Loyalty, BenefitClass.Cashable, Evidence.Assumed, true),
            (LongTermGain.CrossSell("a", 1, Share.Percent(1), Money.Cny(1)), BenefitCategory.CrossSell, BenefitClass.Cashable, Evidence.Assumed, true),
            (LongTermGain.UpSell("a", 1, Share.Percent(1), Money.Cny(1)), BenefitCategory.UpSell, BenefitClass.Cashable, Evidence.Assumed, true),
            (LongTermGain.ProcessEfficiency("a", tasks, Money.Cny(1), 1, 1984), BenefitCategory.ProcessEfficiency, BenefitClass.Efficiency, Evidence.Assumed, true),
        ];
        Assert.All(items, entry => Assert.Equal(
            (entry.Category, entry.Class, entry.Evidence, entry.LongTerm), (entry.Item.Category, entry.Item.Class, entry.Item.Evidence, entry.Item.IsLongTerm)));
    }

    [Fact]
    public void Copies_ChangeOneThing()
    {
        var interval = new BenefitInterval(0.4m, 1.3m, Share.Percent(95));
        BenefitItem item = Yearly
            .WithName("新名").WithAttribution(Share.Percent(60)).WithProfile(RealizationProfile.Linear(6)).WithInterval(interval)
            .WithClass(BenefitClass.Efficiency).WithOwner("销售总监").WithRiskReduction(Share.Percent(10)).WithPoolDraws(new PoolDraw("p", 5));
        Assert.Equal(("新名", Share.Percent(60), RealizationProfile.Linear(6), Evidence.Measured), (item.Name, item.Attribution, item.Profile, item.Evidence));
        Assert.Equal((interval, BenefitClass.Efficiency, "销售总监", Share.Percent(10)), (item.Interval, item.Class, item.Owner, item.RiskReduction));
        Assert.Equal([new PoolDraw("p", 5)], item.PoolDraws);
        Assert.Equal(0.54m, item.CountedFactor);
        Assert.Equal("少流失", Yearly.Name);
    }

    [Fact]
    public void EvidenceBelowMeasured_DropsTheInterval()
    {
        BenefitItem item = Yearly.WithInterval(new BenefitInterval(-0.2m, 1.3m, Share.Percent(95)));
        Assert.NotNull(item.WithEvidence(Evidence.Measured).Interval);
        Assert.Null(item.WithEvidence(Evidence.Estimated).Interval);
    }

    [Fact]
    public void NotMonetised_RecordsNothing()
    {
        BenefitItem item = SatisfactionGain.NotMonetized("满意度", "客户满意度由 78% 提升至 86%");
        Assert.Empty(Of(item.Basis, Case("2025-01-01")).Flows);
        Assert.Equal(Currency.None, item.Currency);
        Assert.Throws<ArgumentException>(() => item.WithEvidence(Evidence.Measured));
        Assert.Throws<ArgumentException>(() => item.WithClass(BenefitClass.Cashable));
        Assert.Throws<ArgumentException>(() => item.WithProfile(RealizationProfile.Linear(2)));
        Assert.Throws<ArgumentException>(() => SatisfactionGain.NotMonetized("满意度", " "));
    }

    [Fact]
    public void DatedAmountsWithAProfile_Throw()
    {
        BenefitItem item = BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "a", [new(Date("2025-01-01"), Money.Cny(1))]);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => item.WithProfile(RealizationProfile.Linear(2)));
        Assert.Equal("profile", exception.ParamName);
        Assert.Equal(item.Profile, item.WithProfile(RealizationProfile.Immediate).Profile);
    }

    [Fact]
    public void WrongArguments_Throw()
    {
        Assert.Throws<ArgumentException>(() => Yearly.WithEvidence(Evidence.NotMonetized));
        Assert.Throws<ArgumentException>(() => Yearly.WithClass(BenefitClass.Qualitative));
        Assert.Throws<ArgumentException>(() => Yearly.WithName(" "));
        Assert.Throws<ArgumentNullException>(() => Yearly.WithOwner(null!));
        Assert.Throws<ArgumentNullException>(() => Yearly.WithProfile(null!));
        Assert.Throws<ArgumentNullException>(() => Yearly.WithInterval(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Yearly.WithEvidence((Evidence)9));
        Assert.Throws<ArgumentException>(() => Yearly.WithPoolDraws(new PoolDraw("p"), new PoolDraw("p", 1)));
        Assert.Throws<ArgumentNullException>(() => new BenefitItem("a", BenefitCategory.Retention, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BenefitItem("a", (BenefitCategory)9, new YearlyBenefit(Money.Cny(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BenefitInterval(1.1m, 1.2m, Share.Percent(95)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BenefitInterval(0.5m, 0.9m, Share.Percent(95)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BenefitInterval(0.5m, 1.5m, Share.Whole));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoolDraw("p", -1));
    }

    [Fact]
    public void Id_IsTheFirstNameUnlessOneIsGiven()
    {
        Assert.Equal(new LineId("少流失"), Yearly.Id);
        Assert.Equal((new LineId("少流失"), "新名"), (Yearly.WithName("新名").Id, Yearly.WithName("新名").Name));
        BenefitItem given = Yearly.WithId(new LineId("kept"));
        BenefitItem[] copies = [given.WithName("b"), given.WithOwner("c"), given.WithBasis(BenefitBasis.Yearly(Money.Cny(1))), given.WithEvidence(Evidence.Estimated)];
        Assert.All(copies, copy => Assert.Equal(new LineId("kept"), copy.Id));
        Refused.Argument("id", "The id is empty", () => Yearly.WithId(default));
        Refused.Argument("name", "stands for every line", () => Yearly.WithName("*"));
        Refused.Argument("name", "has a control character", () => BenefitItem.OfYearlyAmount(BenefitCategory.Loyalty, "a\nb", Money.Cny(1)));
    }

    [Fact]
    public void OtherAmounts_KeepTheRest()
    {
        BenefitItem line = Yearly.WithProfile(RealizationProfile.Linear(6)).WithOwner("销售总监");
        BenefitItem changed = line.WithBasis(BenefitBasis.Yearly(Money.Cny(7)));
        Assert.Equal((RealizationProfile.Linear(6), "销售总监"), (changed.Profile, changed.Owner));
        Assert.Equal(line, changed.WithBasis(line.Basis));
        Refused.Argument("profile", "is of the kind 'amounts'", () => line.WithBasis(BenefitBasis.Amounts([new(Date("2025-01-01"), Money.Cny(1))])));
        Refused.Argument("evidence", "is not monetised", () => line.WithBasis(new NotMonetizedBenefit("b")));
        Refused.Null("basis", () => line.WithBasis(null!));
    }

    [Fact]
    public void Lines_AreEqualByEveryMember()
    {
        BenefitItem Line() => BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "a", Money.Cny(120)).WithId(new LineId("id"))
            .WithInterval(new BenefitInterval(0.5m, 2, Share.Percent(90))).WithPoolDraws(new PoolDraw("p", 1), new PoolDraw("q"));
        EqualityLaw.Holds(
            Line(), Line(), Line().WithId(new LineId("other")), Line().WithName("b"), Line().WithBasis(BenefitBasis.Yearly(Money.Cny(121))),
            Line().WithAttribution(Share.Percent(50)), Line().WithProfile(RealizationProfile.Linear(2)), Line().WithEvidence(Evidence.Estimated),
            Line().WithClass(BenefitClass.Efficiency), Line().WithOwner("c"), Line().WithRiskReduction(Share.Percent(1)),
            Line().WithInterval(new BenefitInterval(0.5m, 3, Share.Percent(90))), Line().WithPoolDraws(new PoolDraw("p", 1)),
            BenefitItem.OfYearlyAmount(BenefitCategory.Satisfaction, "a", Money.Cny(120)).WithId(new LineId("id"))
                .WithInterval(new BenefitInterval(0.5m, 2, Share.Percent(90))).WithPoolDraws(new PoolDraw("p", 1), new PoolDraw("q")));
    }
}
