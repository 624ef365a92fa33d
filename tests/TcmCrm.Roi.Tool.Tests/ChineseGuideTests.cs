using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Commands;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Tests;

/// <summary>What the Chinese guides of docs/zh say in tables and code is what the library has and does.</summary>
public partial class ChineseGuideTests
{
    private static readonly Language Chinese = ReportingTexts.In(Language.Of("zh"));

    private static string Folder => Path.Combine(Samples.PathOf(".."), "zh");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal)];

    /// <summary>Guides whose blocks of C# are code of this file.</summary>
    public static TheoryData<string> Guides => ["costs-and-benefits", "documents", "getting-started", "impact", "kpis", "reports"];

    [Theory]
    [MemberData(nameof(Guides))]
    public void EveryBlockOfCode_IsCodeOfThisFile(string guide)
    {
        string source = Plain(File.ReadAllText(Path.Combine(Samples.PathOf(".."), "..", "tests", "TcmCrm.Roi.Tool.Tests", "ChineseGuideTests.cs")));
        string[] blocks = [.. Block().Matches(Page(guide)).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(Plain(block), source, StringComparison.Ordinal));

        static string Plain(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    /// <summary>GB/T 15834: beside a Chinese character stands no half-width comma, colon, semicolon, bracket, question or exclamation mark.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Sentences_HaveFullWidthPunctuation(string page)
    {
        string text = Fence().Replace(Page(page[..^3]), "");
        string prose = Link().Replace(Code().Replace(Marks().Replace(text, ""), "x"), "$1");
        Assert.Equal([], prose.Split('\n').Where(line => HalfWidth().IsMatch(line)));
    }

    [Fact]
    public void EveryGuide_LeadsToItselfInTheOtherLanguage() => Assert.All(Directory.GetFiles(Folder, "*.md").Select(path => Path.GetFileName(path)), file =>
    {
        Assert.Contains($"\n[English](../{file})\n", Page(file[..^3]), StringComparison.Ordinal);
        Assert.Contains($"\n[中文](zh/{file})\n", File.ReadAllText(Path.Combine(Samples.PathOf(".."), file)).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    });

    /// <summary>The checks of the hosts compile the code of the English pages.</summary>
    [Theory]
    [InlineData("hosting/kingdee-bos")]
    [InlineData("hosting/yonyou")]
    public void CodeOfAHost_IsThatOfTheEnglishPage(string name)
    {
        string english = File.ReadAllText(Path.Combine(Samples.PathOf(".."), name + ".md")).ReplaceLineEndings("\n");
        Assert.Equal(Block().Matches(english).Select(block => block.Value), Block().Matches(Page(name)).Select(block => block.Value));
        Assert.Contains($"\n[中文](../zh/{name}.md)\n", english, StringComparison.Ordinal);
    }

    [Fact]
    public void Review_NamesEveryRuleAsItIsPrinted()
    {
        string page = Page("review");
        Assert.All(ReviewSettings.Default.Rules, rule =>
        {
            Assert.Contains("finding." + rule.Id, Chinese.Ids);
            Assert.Matches($@"(?m)^\| {Chinese.Say("finding." + rule.Id)} \| [^|]+ \| `{rule.Id}` \|$", page);
        });
    }

    [Fact]
    public void CostsAndBenefits_RecommendAPeriodAsTheirPageSays()
    {
        using var Console = new StringWriter();
        EvaluationPeriodRecommendation advice = EvaluationPeriodRecommendation.For(
            new EvaluationPeriodQuestion(users: 120, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, contractMonths: 36, expectedPaybackMonths: 20));
        Console.WriteLine(advice.Primary);   // 判断应以哪个评估周期为准
        Assert.Equal(EvaluationPeriod.ThreeYears, advice.Primary.Period);
    }

    [Theory]
    [InlineData("\"seats\": 100", "\"seats\": -3", "$.costs[0].seats：此处不能为“-3”，应为0至10000000的整数")]
    [InlineData("", "", null)]
    public void Documents_AreReadAsTheirPageSays(string part, string changed, string? said)
    {
        string json = FileOf("documents", "案例.json");
        json = part.Length == 0 ? json : json.Replace(part, changed, StringComparison.Ordinal);
        using var Console = new StringWriter();
        CaseReading reading = CaseDocument.Read(json);            // 或字节、流；await CaseDocument.ReadAsync(...)
        Language chinese = JsonTexts.In(Language.Of("zh"));
        foreach (DocumentProblem problem in reading.Problems)
        {
            Console.WriteLine($"{problem.Path}：{chinese.Say(problem.Message)}");   // $.costs[0].seats：此处不能为“-3”，应为0至10000000的整数
        }

        if (reading.TryGetCase(out InvestmentCase? investmentCase))
        {
            Console.WriteLine(ResultDocument.Write(RoiEvaluator.Evaluate(investmentCase)));
        }

        string result = Console.ToString().TrimEnd();
        if (said is not null)
        {
            Assert.Equal(said, result);
            return;
        }

        using var lines = new StringWriter();
        Read(result, lines);
        Assert.Matches("^P1Y：CNY [0-9.,]+，.*[0-9].*\nP3Y：", lines.ToString().ReplaceLineEndings("\n"));

        static void Read(string result, StringWriter Console)
        {
            AnswerReading answers = AnswerDocument.Read(result);
            foreach (AnswerValue period in answers.Answer["horizons"].Items)
            {
                Figure<Money> cost = period["totalCost"].Amount;
                Figure<decimal> roi = period["roi"].Number;           // 0.6即60%
                Console.WriteLine($"{period["period"].Text}：{cost:N0}，{roi:P1}");
            }
        }
    }

    [Fact]
    public void Documents_HaveTheLimitsOfTheLibrary()
    {
        string page = Page("documents");
        DocumentReadOptions limits = DocumentReadOptions.Default;
        Assert.All(
            new[]
            {
                ("文件大小", $"{limits.MaximumBytes / 1024 / 1024} MiB"), ("嵌套层数", $"{limits.MaximumDepth}"), ("值的个数", FormattableString.Invariant($"{limits.MaximumItems:N0}")),
                ("列出的问题", $"{limits.MaximumProblems}"), ("项目×月份×评估周期", FormattableString.Invariant($"{limits.MaximumCells:N0}")), ("结果的行数", FormattableString.Invariant($"{limits.MaximumRows:N0}")),
            },
            row => Assert.Contains($"\n| {row.Item1} | {row.Item2} |\n", page, StringComparison.Ordinal));
    }

    /// <summary>TCM_ROI_WRITE_DOCS=1 writes the table.</summary>
    [Fact]
    public void Formulas_AreThoseOfTheFigures()
    {
        var table = new StringBuilder("| 指标 | 公式 | 单位 | 文档中的名称 |\n|---|---|---|---|\n");
        foreach (Measure measure in RoiEvaluator.Evaluate(CaseDocument.Read(FileOf("documents", "案例.json")).Case).Measures)
        {
            table.Append(null, $"| {Chinese.Say(measure.Name)} | {Chinese.Say(measure.Formula)} | {Chinese.NameOf(measure.Unit)} | `{measure.Id}` |\n");
        }

        Written("formulas", "<!-- measures: written by a test -->\n", "<!-- end of measures -->", table.ToString());
    }

    [Fact]
    public void GettingStarted_SaysTheWarningsOfItsCase()
    {
        string json = FileOf("getting-started", "案例.json");
        using var Console = new StringWriter();
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(CaseDocument.Read(json).Case);
        foreach (Message warning in evaluation.Warnings.Concat(evaluation.Periods.SelectMany(period => period.Warnings)))
        {
            Console.WriteLine(Language.Of("zh").Say(warning));   // 程序判断warning.Code
        }

        Assert.Equal(6, Console.ToString().TrimEnd().Split(Console.NewLine).Length);
    }

    [Fact]
    public void Returns_SayWhyThereIsNoAnswer()
    {
        string page = Page("returns");
        Assert.All(Enum.GetValues<NotApplicableReason>(), reason =>
            Assert.Contains($"\n| `{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(reason.ToString())}` | {Chinese.NameOf(reason)} |\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Impact_PlansAsItsPageSays()
    {
        double[] values = [.. File.ReadLines(Samples.PathOf("tutorial/sales.csv")).Skip(1).Select(line => double.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture))];
        KpiSeries sales = KpiSeries.FromValues(KpiCatalog.SalesRevenue, new YearMonth(2022, 1), values);
        ImpactPlan plan = ImpactAnalysis.Plan(ImpactStudy.Planned(sales).WithPromise(0.08));
        Assert.Equal(42, plan.MonthsBefore);
        Assert.NotEmpty(plan.Rows);
    }

    [Fact]
    public void Impact_NamesEveryVerdictAsItIsPrinted()
    {
        string page = Page("impact");
        Assert.All(Enum.GetValues<ImpactVerdictKind>(), verdict => Assert.Contains($"\n| {Chinese.NameOf(verdict)} | ", page, StringComparison.Ordinal));
    }

    /// <summary>TCM_ROI_WRITE_DOCS=1 writes the table.</summary>
    [Fact]
    public void Kpis_HaveTheCatalogueOfTheCode()
    {
        string page = Page("kpis");
        string table = string.Join('\n', new[] { "| 指标 | 公式 | 单位 | 优劣 | 按时间汇总 | 按分段汇总 | 程序中的名称 |", "|---|---|---|---|---|---|---|" }.Concat(KpiCatalog.All.Select(kpi =>
            $"| {Chinese.Say(kpi.NameMessage)} | {Chinese.Say(kpi.FormulaMessage)} | {Chinese.NameOf(kpi.Unit)} | {Chinese.NameOf(kpi.Direction)} | {Chinese.NameOf(kpi.OverTime)} | {Chinese.NameOf(kpi.OverSegments)} | `{kpi.Id}` |"))) + "\n";
        Written("kpis", "<!-- catalogue: written by a test -->\n", "<!-- end of catalogue -->", table);
        Assert.Contains($"目录共有{KpiCatalog.All.Count}个指标", page, StringComparison.Ordinal);
        Assert.All(KpiCatalog.All, kpi => Assert.Contains($"\n| {Chinese.NameOf(kpi.OverTime)} | ", page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<KpiState>().Select(state => Chinese.NameOf(state)).Concat(Enum.GetValues<KpiTargetState>().Select(state => Chinese.NameOf(state))), state => Assert.Contains(state, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Kpis_AreBuiltAndAssessedAsTheirPageSays()
    {
        var decoctions = new KpiDefinition("Decoctions", KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum) { Name = "代煎量", Minimum = 0 };
        Assert.Equal("代煎量", Chinese.Say(decoctions.NameMessage));

        var builder = new KpiBuilder(new KpiBuilderOptions { ActiveMonths = 3, WindowMonths = 12 });
        builder.Add(new KpiOrder { Customer = "仁和堂大药房", Date = new LocalDate(2026, 3, 9), Amount = 1280m, Margin = 410m, Segment = "连锁药店" });
        KpiBuild build = builder.Build();   // 各指标的月度序列，总体与分段；另有略去内容的说明
        Assert.Empty(build.Series);
        Assert.NotEmpty(build.Notes);

        double[] won = [.. Enumerable.Range(0, 24).Select(month => 30.0 + (month % 5))], wonOrLost = [.. won.Select(value => 100.0)];
        KpiSeries series = KpiSeries.FromParts(KpiCatalog.WinRate, new YearMonth(2024, 1), won, wonOrLost);
        KpiAssessment assessment = KpiAssessment.Of(series, KpiAssessmentOptions.Default.WithTarget(new KpiTarget(0.4, new YearMonth(2026, 12))));
        Assert.Equal(KpiTargetState.OffTarget, assessment.TargetState);
    }

    [Fact]
    public void Reports_AreWrittenAsTheirPageSays()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(CaseDocument.Read(File.ReadAllText(Samples.PathOf("renhetang-saas.json"))).Case);
        using var writer = new StringWriter();
        Report report = RoiReport.Of(evaluation, new RoiReportOptions { Language = Language.Of("zh") });
        report.ToHtml(writer);      // 另有ToMarkdown、ToText、ToCsv
        Assert.Equal(10_000, report.MoneyScale);
        string page = Page("reports");
        Assert.Contains(report.Title, writer.ToString(), StringComparison.Ordinal);
        Assert.All(new[] { "section.conclusion", "section.assumptions", "section.costs", "section.benefits", "section.sensitivity", "section.risks" }, section => Assert.Contains(Chinese.Say(section), page, StringComparison.Ordinal));
    }

    /// <summary>TCM_ROI_WRITE_DOCS=1 writes the options, in the words of <c>--help</c>.</summary>
    [Fact]
    public void CommandLine_HasEveryOptionOfEveryCommand()
    {
        Language language = ToolLanguage.Of("zh");
        Command[] commands =
        [
            InitCommand.Create(language), EvaluateCommand.Create(language), SimulateCommand.Create(language), CompareCommand.Create(language), ReturnsCommand.Create(language),
            ImpactCommand.Create(language), KpisCommand.Create(language), TrendCommand.Create(language), ReviewCommand.Create(language), PortfolioCommand.Create(language),
        ];
        string[] shared = [.. commands[1].Options.Select(option => option.Name).Where(name => name != "--format" && commands.All(command => command.Options.Any(option => option.Name == name)))];
        Assert.Contains("--lang", shared);
        var text = new StringBuilder();
        Table([], commands[1].Options.Where(option => shared.Contains(option.Name)));
        foreach (Command command in commands)
        {
            text.Append('\n').Append("## ").Append(command.Name).Append("\n\n").Append(command.Description).Append("\n\n");
            Table(command.Arguments, command.Options.Where(option => !option.Hidden && !shared.Contains(option.Name)));
        }

        Written("command-line", "<!-- options: written by a test -->\n", "<!-- end of options -->", "\n" + text);

        void Table(IEnumerable<Argument> arguments, IEnumerable<Option> options)
        {
            text.Append("| 参数与选项 | 说明 |\n|---|---|\n");
            foreach (Argument argument in arguments)
            {
                text.Append("| `").Append(argument.HelpName ?? argument.Name).Append("` | ").Append(Cell(argument.Description)).Append(" |\n");
            }

            foreach (Option option in options)
            {
                string value = option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool) ? $" {option.HelpName ?? option.Name.TrimStart('-')}" : "";
                text.Append("| `").Append(Cell(string.Join("`、`", option.Aliases.Append(option.Name)))).Append(Cell(value)).Append("` | ").Append(Cell(option.Description)).Append(" |\n");
            }
        }

        static string Cell(string? words) => (words ?? "").Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Page(string name) => File.ReadAllText(Path.Combine(Folder, name + ".md")).ReplaceLineEndings("\n");

    /// <summary>That the part of a page between two marks is what the library says; TCM_ROI_WRITE_DOCS=1 writes it.</summary>
    private static void Written(string name, string begin, string end, string part)
    {
        string page = Page(name);
        string written = page[..(page.IndexOf(begin, StringComparison.Ordinal) + begin.Length)] + part + page[page.IndexOf(end, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("TCM_ROI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(Folder, name + ".md"), written);
        }
        else
        {
            Assert.Equal(written, page);
        }
    }

    /// <summary>A file of a page: a block with its name.</summary>
    private static string FileOf(string page, string name) =>
        Regex.Match(Page(page), $"^```[a-z]+ {Regex.Escape(name)}\n(.*?)^```\n", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^```.*?^```\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"!?\[([^\]\n]*)\]\([^)\n]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Marks();

    [GeneratedRegex("[一-龥][,:;()!?]|[,:;()!?][一-龥]")]
    private static partial Regex HalfWidth();
}
