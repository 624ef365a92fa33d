using NodaTime;

namespace TcmCrm.Roi.Taxation;

/// <summary>The rules of China as data: value, dates, source, official number, and whether the wording was read. docs/tax.md is the same table in words.</summary>
internal static class ChineseRules
{
    private const string VatLaw = "中华人民共和国增值税法";
    private const string VatRegulation = "中华人民共和国增值税法实施条例";
    private const string Pilot = "关于全面推开营业税改征增值税试点的通知";
    private const string IncomeTaxLaw = "中华人民共和国企业所得税法";
    private const string IncomeTaxRegulation = "中华人民共和国企业所得税法实施条例";

    private static readonly LocalDate NewLaw = new(2026, 1, 1);
    private static readonly LocalDate LastDayBefore = new(2025, 12, 31);
    private static readonly LocalDate PilotForAll = new(2016, 5, 1);
    private static readonly LocalDate IncomeTaxStart = new(2008, 1, 1);
    private static readonly LocalDate Sunset = new(2027, 12, 31);

    internal static TaxRule[] All() =>
    [
        Rule(TaxRuleKind.VatOnServices, 0.06m, PilotForAll, LastDayBefore, Pilot, "财税〔2016〕36号", isVerified: false),
        Rule(TaxRuleKind.VatOnServices, 0.06m, NewLaw, null, VatLaw, "第十条", isVerified: false),
        Rule(TaxRuleKind.VatOnGoods, 0.17m, PilotForAll, new LocalDate(2018, 4, 30), "中华人民共和国增值税暂行条例", "第二条", isVerified: false),
        Rule(TaxRuleKind.VatOnGoods, 0.16m, new LocalDate(2018, 5, 1), new LocalDate(2019, 3, 31), "关于调整增值税税率的通知", "财税〔2018〕32号", isVerified: false),
        Rule(TaxRuleKind.VatOnGoods, 0.13m, new LocalDate(2019, 4, 1), LastDayBefore, "关于深化增值税改革有关政策的公告", "财政部 税务总局 海关总署公告2019年第39号", isVerified: false),
        Rule(TaxRuleKind.VatOnGoods, 0.13m, NewLaw, null, VatLaw, "第十条", isVerified: false),
        Rule(TaxRuleKind.VatOnServicesWithLicense, 0.13m, NewLaw, null, "增值税进项税额抵扣等有关事项的公告", "财政部 税务总局公告2026年第13号", isVerified: false),
        Rule(TaxRuleKind.VatLevy, 0.01m, new LocalDate(2023, 1, 1), new LocalDate(2023, 12, 31), "关于明确增值税小规模纳税人减免增值税等政策的公告", "财政部 税务总局公告2023年第1号", isVerified: false),
        Rule(TaxRuleKind.VatLevy, 0.01m, new LocalDate(2024, 1, 1), Sunset, "关于增值税小规模纳税人减免增值税政策的公告", "财政部 税务总局公告2023年第19号", isVerified: false),
        Rule(TaxRuleKind.VatLevy, 0.03m, PilotForAll, LastDayBefore, "中华人民共和国增值税暂行条例", "第十二条", isVerified: false),
        Rule(TaxRuleKind.VatLevy, 0.03m, NewLaw, null, VatLaw, "第十一条", isVerified: false),
        Rule(TaxRuleKind.MixedAssetThreshold, 5_000_000, NewLaw, null, VatRegulation, "第二十五条", isVerified: true),
        Rule(TaxRuleKind.MixedAssetYears, 5, NewLaw, null, "长期资产进项税额抵扣暂行办法", "财政部 税务总局公告2026年第15号第十七条", isVerified: true),
        Rule(TaxRuleKind.IncomeTax, 0.25m, IncomeTaxStart, null, IncomeTaxLaw, "第四条", isVerified: true),
        Rule(TaxRuleKind.IncomeTaxHighTech, 0.15m, IncomeTaxStart, null, IncomeTaxLaw, "第二十八条", isVerified: true),
        Rule(TaxRuleKind.IncomeTaxSmallProfit, 0.05m, new LocalDate(2023, 1, 1), Sunset, "关于进一步支持小微企业和个体工商户发展有关税费政策的公告", "财政部 税务总局公告2023年第12号", isVerified: false),
        Rule(TaxRuleKind.SoftwareLeastYears, 2, new LocalDate(2011, 1, 1), null, "关于进一步鼓励软件产业和集成电路产业发展企业所得税政策的通知", "财税〔2012〕27号第七条", isVerified: true),
        Rule(TaxRuleKind.IntangibleYears, 10, IncomeTaxStart, null, IncomeTaxRegulation, "第六十七条", isVerified: true),
        Rule(TaxRuleKind.EquipmentYears, 3, IncomeTaxStart, null, IncomeTaxRegulation, "第六十条", isVerified: true),
        Rule(TaxRuleKind.EquipmentAtOnce, 5_000_000, new LocalDate(2018, 1, 1), new LocalDate(2020, 12, 31), "关于设备 器具扣除有关企业所得税政策的通知", "财税〔2018〕54号", isVerified: true),
        Rule(TaxRuleKind.EquipmentAtOnce, 5_000_000, new LocalDate(2021, 1, 1), new LocalDate(2023, 12, 31), "关于延长部分税收优惠政策执行期限的公告", "财政部 税务总局公告2021年第6号", isVerified: false),
        Rule(TaxRuleKind.EquipmentAtOnce, 5_000_000, new LocalDate(2024, 1, 1), Sunset, "关于设备、器具扣除有关企业所得税政策的公告", "财政部 税务总局公告2023年第37号", isVerified: true),
        Rule(TaxRuleKind.LossYears, 5, IncomeTaxStart, null, IncomeTaxLaw, "第十八条", isVerified: true),
        Rule(TaxRuleKind.LossYearsHighTech, 10, new LocalDate(2018, 1, 1), null, "关于延长高新技术企业和科技型中小企业亏损结转年限的通知", "财税〔2018〕76号", isVerified: true),
    ];

    private static TaxRule Rule(TaxRuleKind kind, decimal value, LocalDate from, LocalDate? until, string source, string number, bool isVerified) =>
        new(kind, value, from) { Until = until, Source = source, Number = number, IsVerified = isVerified };
}
