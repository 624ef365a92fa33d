using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What the sheets of an evaluation share: words, the unit of money, the flows, and where the cells stand that others refer to.</summary>
internal sealed class BookBasis
{
    private const string Chinese = "zh";

    internal BookBasis(RoiEvaluation evaluation, Language language, bool isAfterTax)
    {
        IsAfterTax = isAfterTax;
        Evaluation = evaluation;
        Language = PackageWords.In(language);
        Flows = new BookFlows(evaluation);
        Unit = language.Tag == Chinese ? 10_000 : 1;
        string code = evaluation.Case.Currency.Code;
        string currency = Language.Knows("currency." + code) ? Language.Say("currency." + code) : code;
        UnitText = Unit == 1 ? Language.Say("book.unit", MessageArgument.Text("currency", code)) : Language.Say("book.unitWan", MessageArgument.Text("currency", currency));
    }

    internal RoiEvaluation Evaluation { get; }

    internal Language Language { get; }

    /// <summary>Whether there are sheets after tax, and so what they rest on.</summary>
    internal bool IsAfterTax { get; }

    internal BookFlows Flows { get; }

    /// <summary>Money in cells is in so many units of the currency: Chinese tables are in 万元.</summary>
    internal int Unit { get; }

    internal string UnitText { get; }

    internal bool IsDiscounted => Evaluation.Terms.DiscountRate is not null;

    internal string DiscountRate { get; set; } = string.Empty;

    internal string FinanceRate { get; set; } = string.Empty;

    internal string ReinvestmentRate { get; set; } = string.Empty;

    internal string InitialUntil { get; set; } = string.Empty;

    /// <summary>The cells of the first day after each period and of its years.</summary>
    internal List<(string End, string Years)> Periods { get; } = [];

    /// <summary>The ranges of the columns of the flow sheet.</summary>
    internal Dictionary<FlowColumn, string> Columns { get; } = [];

    internal string Say(string id) => Language.Say(id);

    internal BookSheet Sheet(string id, int frozenRows, int frozenColumns = 0, bool isLandscape = true) =>
        new(Say("book.sheet." + id)) { FrozenRows = frozenRows, FrozenColumns = frozenColumns, IsLandscape = isLandscape };

    internal BookCell Title(string id) => BookCell.Of(Language.Say("book.titled", MessageArgument.Text("title", Say(id)), MessageArgument.Text("unit", UnitText)), CellStyle.Title);

    internal BookCell Heading(string id) => BookCell.Of(Say(id), CellStyle.Heading);

    internal string NameOf(PeriodResult period) => Language.Say("period", MessageArgument.Period("period", period.Period.ToString()));

    /// <summary>An amount of money in a formula, in the unit of the tables.</summary>
    internal string InUnit(string formula) => Unit == 1 ? formula : formula + "/" + Unit.ToString(CultureInfo.InvariantCulture);

    /// <summary>A figure as a formula; words in its place while an assumption is outside of what it may be.</summary>
    internal string Guarded(string formula) => "IF(" + AssumptionSheet.Guard + ">0,\"" + Say("book.outOfRange") + "\"," + formula + ")";

    internal static int Serial(LocalDate date) => Period.DaysBetween(new LocalDate(1899, 12, 30), date);
}

/// <summary>The columns of the flow sheet, in their order.</summary>
internal enum FlowColumn
{
    Date,
    Years,
    Factor,
    Cost,
    Benefit,
    Net,
    Cumulative,
    Discounted,
    CumulativeDiscounted,
    LongTerm,
    CashCost,
    CashBenefit,
    CashNet,
    CashCumulative,
    Step,
}
