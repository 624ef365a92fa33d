using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Texts;

/// <summary>The English words of this package.</summary>
internal sealed class EnglishWords : ITextSource
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        // Files.
        ["table.empty"] = "is empty",
        ["table.tooLarge"] = "is too large; allowed: {most}",
        ["table.binary"] = "is no text and no xlsx workbook (a zero character at position {position}); in Excel save it as xlsx, or as \"CSV UTF-8\"",
        ["table.encoding"] = "is in an encoding that cannot be told (it is neither UTF-8 nor GB18030 nor UTF-16); in Excel save it as \"CSV UTF-8\", or use xlsx",
        ["table.oldWorkbook"] = "is an old workbook (xls) or one with a password; in Excel save it as xlsx, without a password",
        ["table.notTable"] = "is {form} and no table; in Excel save it as xlsx, or as \"CSV UTF-8\"",
        ["table.notWorkbook"] = "is no xlsx workbook; in Excel save it as xlsx",
        ["table.damagedWorkbook"] = "is a workbook that cannot be read ({reason}); open it in Excel and save it again as xlsx",
        ["table.damaged.archive"] = "the archive is damaged",
        ["table.damaged.content"] = "its content is damaged or holds a DTD, which is not allowed",
        ["table.damaged.texts"] = "a cell points to a text that is not there",
        ["table.damaged.xml"] = "the XML is wrong at line {line}, character {position}",
        ["table.noPart"] = "lacks its part {part}; open it in Excel and save it again as xlsx",
        ["table.partTooLarge"] = "unpacks to more than is allowed; allowed: {most} MiB a part",
        ["table.cells"] = "has too many cells; allowed: {most}",
        ["table.columns"] = "has cells in too many columns; allowed: {most}",
        ["table.cellTooLong"] = "has a cell of {length} characters; allowed: {most}; a quotation mark may not be closed",
        ["table.cellTooLong.cut"] = "is too long; allowed: {most} characters",
        ["table.quoteOpen"] = "opens a quotation mark that is not closed",
        ["table.quoteInside"] = "has a quotation mark inside a cell: '{value}'; write the whole cell in quotation marks and those within it twice",
        ["table.damagedText"] = "'{value}' has lost characters in an earlier conversion; export it again, as \"CSV UTF-8\" or xlsx",

        // Sheets.
        ["table.sheetEmpty"] = "sheet '{sheet}' is empty; there are {sheets}; choose one by --sheet",
        ["table.sheetsHidden"] = "has no sheet that is not hidden; there are {sheets}; choose one by --sheet",
        ["table.noSheet"] = "has no sheet '{sheet}'; there are {sheets}",
        ["table.sheetOfText"] = "is a text file and has no sheet '{sheet}'",
        ["table.sheetRead"] = "sheet '{sheet}' is read, and not {sheets}; --sheet reads another",

        // Headers.
        ["table.noHeader"] = "has no header; it begins with {columns}; expected for example {header}",
        ["table.yearsAbove"] = "the years of this row were put together with the months of the next as the header",
        ["table.yearsAcross"] = "has a month in each row and a year in each column; read month by month",
        ["table.yearsDown"] = "has a year in each row and a month in each column; read month by month",
        ["table.columnName.quoted"] = "'{id}'",
        ["table.columnName"] = "{id}",
        ["table.columnMissing"] = "lacks the column {id}; the header has {columns}; expected for example {header}",
        ["table.columnUnknown"] = "is not known, and passing over it could change what the rows mean; remove it or name it as one of {columns}",
        ["table.columnTwice"] = "comes twice in the header",
        ["table.columnsSame"] = "means the same as '{other}'; keep one of them",
        ["table.columnUnnamed"] = "column {column} has cells but no name in the header",
        ["table.noRows"] = "has a header but no row of data below it",
        ["table.cellsBeyond"] = "has {cells} cells, the header has {columns}",

        // Numbers.
        ["table.notNumber"] = "'{value}' is not a number; leave a missing value empty",
        ["table.decimalComma"] = "'{value}': is the comma that of decimals or of thousands? write decimals with a point, as 1234.5",
        ["table.dash"] = "'{value}' stands for zero or for nothing; write 0, or leave it empty",
        ["table.cellError"] = "'{value}' is an error of Excel; put the formula right, or leave the cell empty",
        ["table.formula"] = "is a formula whose value is not in the file; open it in Excel and save it",
        ["table.dateInNumbers"] = "'{value}' is a date in a column of numbers",
        ["table.numberTooLarge"] = "'{value}' is too large or too small to compute with",
        ["table.kpiOutOfRange"] = "{value}: {kpi} is from {minimum} to {maximum}",
        ["table.kpiOutOfRange.share"] = "{value}: {kpi} is a share from {minimum} to {maximum}, where 0.45 is 45 %",
        ["table.kpiOutOfRange.below"] = "{value}: {kpi} is {minimum} or more",
        ["table.kpiOutOfRange.above"] = "{value}: {kpi} is {maximum} or less",
        ["table.outOfRange"] = "'{value}' is out of range; allowed: 0, or from 1e-60 to 1e60 in size",
        ["table.percentMixed"] = "'{value}': some numbers of the column are in per cent and others are not; write all of them alike",
        ["table.currencyMixed"] = "'{value}' is in {currency}, other numbers of the column are in {other}; currencies do not mix",
        ["table.measureMixed"] = "'{value}' has another unit than the numbers before it, which are in {other}",

        // Months and dates.
        ["table.notDate"] = "'{value}' is not a date; write 2025-03-15",
        ["table.notMonth"] = "'{value}' is not a month; write 2025-03",
        ["table.dateAmbiguous"] = "'{value}': which part is the day, which the month? say it by --date-order ymd, dmy or mdy, or write 2025-03-15",
        ["table.monthOrDay"] = "'{value}': is the number a year or a day? say it by --date-order (ymd: 25-Mar is March 2025; dmy or mdy: Mar-25 is March 2025), or write 2025-03",
        ["table.noYear"] = "'{value}' has no year; write 2025-03",
        ["table.noDay"] = "'{value}' is a month; a date is needed, such as 2025-03-01",
        ["table.yearOnly"] = "'{value}' is a year; a month or a date is needed, such as 2025-03 or 2025-03-01",
        ["table.otherPeriod"] = "'{value}' is a quarter or another period; a month is needed, such as 2025-03",
        ["table.noYearCell"] = "is empty; write the year in each row (a merged cell saved as CSV leaves it in the first only), or keep the file as xlsx",
        ["table.notYear"] = "'{value}' is not a calendar year such as 2025",

        // Series.
        ["table.onlyMonth"] = "has no column of numbers beside the month; expected for example month,value",
        ["table.noMonths"] = "has no row with a month",
        ["table.noMonth"] = "is empty; expected a month such as 2025-03",
        ["table.noKpi"] = "is empty; expected the name of a KPI such as WinRate",
        ["table.monthTwice"] = "{month} comes twice, first on line {line}",
        ["table.monthOfSeriesTwice"] = "{month} of {series} comes twice, first on line {line}",
        ["table.seriesTwice"] = "'{series}' comes twice, first on line {line}",
        ["table.seriesTooLong"] = "{series} runs from {from} to {to}, {count} months; allowed: {most}",
        ["table.seriesRefused"] = "'{series}' cannot be used: {reason}",
        ["table.noValue"] = "'{series}' has no value in any month",
        ["table.partMissing"] = "is empty while the other part is not; give both, or neither for a gap",
        ["table.negative"] = "'{value}' is negative; allowed: 0 or more",
        ["table.noValueColumn"] = "has no column of values; found {columns}",
        ["table.noValueColumn.ratio"] = "has no columns numerator and denominator, and no value; found {columns}",
        ["table.noValueColumn.score"] = "has no columns promoters, passives and detractors, and no value; found {columns}",
        ["table.severalValues"] = "has several columns of values beside the KPI: {columns}; keep one, or name them numerator and denominator",
        ["table.noNumeratorColumn"] = "has a denominator but no numerator; name it by --numerator",
        ["table.noDenominatorColumn"] = "has a numerator but no denominator; name it by --denominator",
        ["table.rolesAmbiguous"] = "{columns} are columns of numbers, and which is which cannot be known: name the value by --value, or the parts of a ratio by --numerator and --denominator, and a control by --control",
        ["table.noSuchColumn"] = "has no column {column} for {option}; found {columns}",
        ["table.totalSegment"] = "{segment} is a total, which is added up from the segments; its rows are left out",
        ["table.noSegment"] = "names no segment; fill it in, or take the column out",
        ["table.columnUnused"] = "{columns} not used",
        ["table.noNumerator"] = "has a denominator but no numerator",
        ["table.noDenominator"] = "has a numerator but no denominator",
        ["table.negativePart"] = "{numerator} / {denominator} has a negative part",
        ["table.aboveDenominator"] = "the numerator {numerator} is above the denominator {denominator}",
        ["table.notCount"] = "{value} is not a count; allowed: whole numbers from 0 on",
        ["table.countMissing"] = "one of the three counts is missing",

        // Cash flows.
        ["table.cellEmpty"] = "is empty",

        // Actuals.
        ["table.actual.notKind"] = "'{value}' is not a kind; allowed: {kinds}",
        ["table.actual.noLine"] = "is empty; expected the name or the id of a line of the case, or of a KPI",
        ["table.actual.unknownCost"] = "the case has no cost '{name}'; it has {names}; a cost outside the plan is of kind unplannedCost",
        ["table.actual.unknownBenefit"] = "the case has no benefit '{name}'; it has {names}",
        ["table.actual.needed"] = "is empty; {kind} needs it",
        ["table.actual.unused"] = "has a value; {kind} does not use it",
        ["table.actual.twice"] = "{kind} of '{name}' for {month} comes twice, first on line {line}",
        ["table.actual.repeated"] = "{kind} of '{name}' for {month} is there twice with the same amount and document, first on line {line}; give each bill its document, or allow it with --allow-duplicates",
        ["table.actual.notWhole"] = "'{value}' is not a whole number of months",
        ["table.actual.currency"] = "'{value}' is not the currency of the line, which is {currency}; state another one in the column currency",
        ["table.actual.notCurrency"] = "'{value}' is not a currency; allowed: a code of three capital letters such as CNY",
        ["table.actual.scaled"] = "has a unit for money in the header, which does not hold for {kind}; write all amounts in the unit 1",
        ["table.actual.refused"] = "cannot be used: {reason}",
        ["table.actual.notUsable"] = "cannot be used: the values do not fit together",

        // What was passed over or assumed.
        ["table.aboveHeader"] = "is above the header and passed over: {text}",
        ["table.totalRow"] = "is a total and passed over: {text}",
        ["table.noteRow"] = "is a note and passed over: {text}",
        ["table.headerAgain"] = "is the header again and passed over: {text}",
        ["table.columnPassed"] = "is passed over",
        ["table.scaled"] = "has its unit in the header; its numbers are taken times {factor}",
        ["table.scaled.share"] = "has its unit in the header; its numbers are divided by {factor}",
        ["table.serials"] = "has numbers in place of dates; they are read as dates of Excel",

        // Parts of sentences.
        ["table.repeated"] = "{what} ({count} times, on lines {lines})",
        ["table.repeated.more"] = "{what} ({count} times, first on lines {lines})",
        ["table.lineNumber"] = "{line}",
        ["table.quoted"] = "'{text}'",

        // Forms of tables that are put together, and what has to be asked of them.
        ["table.big5"] = "is in Big5 (traditional Chinese), which is not read; open it in Excel and save it as \"CSV UTF-8\", or as xlsx",
        ["table.lostZero"] = "'{value}': January, or {october} whose zero was lost because the cell holds a number? write 2025-10 and 2025-01",
        ["table.unitColumn"] = "states the unit of each row; the numbers are converted by it",
        ["table.columnConstant"] = "is the same in every row ({value}) and is passed over",
        ["table.columnParts"] = "is not known, and its texts part the rows; name it segment for a series of each, keep the rows of one of them, or remove it; known columns are {columns}",
        ["table.otherPeriodColumn"] = "holds quarters or years, and there is no column of months; months are needed, such as 2025-03",
        ["table.namesAbove"] = "the names of this row were put together with those of the next as the header",
        ["table.runningTotal"] = "'{column}' is a running total of the year; give the value of each month, or say by --value that it is meant",
        ["table.runningTotal.note"] = "is a running total: its course says nothing of single months",
        ["table.zeroDenominator"] = "is 0; the month has no value and counts as a gap",
        ["table.scoreOfCounts"] = "promoters, passives and detractors were put together to the net promoter score",
        ["table.notPeriod"] = "'{value}' is no period; write whole numbers such as 0, 1, 2",
        ["table.periodTwice"] = "period {period} comes twice",
        ["table.periodMissing"] = "period {period} is missing; write it with 0 if it has no flow",
        ["table.oneSide"] = "has no column of the other direction beside it; give inflow and outflow, or one column amount with signs",
        ["table.outflowSigns"] = "has outflows above 0 and below 0; write all of them alike",
        ["table.netOfSides"] = "the flow of each row is inflow less outflow",
        ["table.netOfSides.signed"] = "the flow of each row is inflow plus outflow, because the outflows are negative",
        ["table.netDiffers"] = "'{value}' is not inflow less outflow",
        ["table.kpiWord"] = "'{value}' is not known here; allowed: {known}",
        ["table.kpiOfCatalogue"] = "'{value}' is a KPI of the catalogue already; give your own another id",
        ["table.kpiLimits"] = "the upper limit is not above the lower one",
        ["kpi.value"] = "Value",
    };

    public string Language => "en";

    public IReadOnlyCollection<string> Ids => Words.Keys;

    public string? Find(string id) => Words.TryGetValue(id, out string? template) ? template : null;
}
