using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json.Texts;

/// <summary>The English words of this package.</summary>
internal sealed class EnglishWords : ITextSource
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        // Syntax.
        ["document.syntax.comment"] = "comments are not allowed in JSON",
        ["document.syntax.empty"] = "the document is empty",
        ["document.syntax.trailingComma"] = "a comma before '{bracket}' is not allowed in JSON",
        ["document.syntax.commaWithoutValue"] = "a comma without a value before it is not allowed in JSON",
        ["document.syntax.missingComma"] = "a comma is missing before {found}",
        ["document.syntax.missingCommaHere"] = "a comma is missing before this, found '{found}'",
        ["document.syntax.missingColon"] = "a ':' and a value are missing after the property name {found}",
        ["document.syntax.unclosedList"] = "the document ends in the middle: a list is not closed by ']'",
        ["document.syntax.unclosedObject"] = "the document ends in the middle: an object is not closed by '}}'",
        ["document.syntax.unclosedText"] = "the document ends in the middle: a text is not closed by '\"'",
        ["document.syntax.missingValue"] = "the document ends in the middle: a value is missing",
        ["document.syntax.endsAfter"] = "the document ends in the middle, after '{found}'",
        ["document.syntax.behindTheEnd"] = "content after the end of the document is not allowed, found '{found}'",
        ["document.syntax.singleQuotes"] = "text and names stand in double quotes in JSON, not in single quotes, found '{found}'",
        ["document.syntax.valueExpected"] = "a value is expected here, found '{found}'",
        ["document.syntax.nameExpected"] = "a comma or a property name in double quotes is expected here, found '{found}'",
        ["document.syntax.nameExpectedInstead"] = "a property name in double quotes is expected instead of '{found}'",
        ["document.syntax.bareName"] = "the property name '{found}' must stand in double quotes",
        ["document.syntax.bareText"] = "'{found}' is not a value in JSON; text must stand in double quotes",
        ["document.syntax.notAValue"] = "'{found}' is not a value in JSON",
        ["document.syntax.notLowerCase"] = "'{found}' is not a value in JSON; write it in lower case",
        ["document.syntax.notANumber"] = "'{found}' is not a number in JSON; allowed: digits with an optional '-', fraction and exponent, such as -1234.5",
        ["document.syntax.notFinite"] = "{found} is not allowed; allowed: a finite number",
        ["document.syntax.controlCharacter"] = "a line break or control character is not allowed inside text; write \\n or \\t",
        ["document.syntax.escape"] = "this escape is not allowed in JSON; allowed: {escapes}",

        // Encoding and limits.
        ["document.encoding.surrogate"] = "character {position} is half of a surrogate pair; allowed: Unicode text",
        ["document.encoding.byte"] = "byte {found} is not UTF-8; allowed: UTF-8 (a file saved as GBK or GB18030 must be saved as UTF-8)",
        ["document.encoding.wide"] = "the document is {encoding}; allowed: UTF-8",
        ["document.encoding.wideUnmarked"] = "the document is {encoding} without a byte order mark; allowed: UTF-8",
        ["document.limitExceeded.bytes"] = "the document is too large: {size} bytes; allowed: {allowed}",
        ["document.limitExceeded.endless"] = "the document is too large: more; allowed: {allowed}",
        ["document.limitExceeded.values"] = "the document holds more values than are read; allowed: at most {most}",
        ["document.limitExceeded.levels"] = "objects and lists are nested too deeply; allowed: at most {most} levels",
        ["document.limitExceeded.problems"] = "{count} further problems are not listed; allowed: {most} in the list",

        // Properties and values.
        ["document.missing"] = "'{name}' is missing; allowed: {allowed}",
        ["document.unknown"] = "unknown property '{name}'; allowed: {allowed}",
        ["document.unknown.suggestion"] = "unknown property '{name}'; did you mean '{nearest}'?",
        ["document.duplicate.property"] = "the property '{name}' is there twice; the first is {first}",
        ["document.wrongType"] = "{found} is not allowed; allowed: {allowed}",
        ["document.outOfRange"] = "{found} is not allowed; allowed: {allowed}",
        ["document.outOfRange.suggestion"] = "{found} is not allowed; allowed: {allowed}; did you mean '{nearest}'?",
        ["document.outOfRange.count"] = "a list of {count} elements is not allowed; allowed: {allowed}",
        ["document.inconsistent"] = "{found} is not allowed; allowed: {allowed}",
        ["document.inconsistent.reason"] = "{reason}",
        ["document.found.value"] = "{value}",
        ["document.found.text"] = "\"{value}\"",
        ["document.found.longText"] = "\"{value}",
        ["document.found.object"] = "an object",
        ["document.found.list"] = "a list",
        ["document.word"] = "{word}",

        // What is allowed.
        ["document.allowed.number"] = "a number from {least} to {most}",
        ["document.allowed.numberAbove"] = "a number above {least} up to {most}",
        ["document.allowed.wholeNumber"] = "a whole number from {least} to {most}",
        ["document.allowed.fraction"] = "a fraction (0.42 is 42 %) from {least} to {most}",
        ["document.allowed.amount"] = "an amount from {least} to {most}",
        ["document.allowed.shortNumber"] = "{number}, of at most 28 digits",
        ["document.allowed.text"] = "text of 1 to {most} characters",
        ["document.allowed.lineText"] = "text of 1 to {most} characters on one line, other than '*'",
        ["document.allowed.parameters"] = "an object of numbers by name",
        ["document.allowed.anyNumber"] = "a number",
        ["document.allowed.flag"] = "true or false",
        ["document.allowed.date"] = "a date as YYYY-MM-DD from {first} to {last}",
        ["document.allowed.month"] = "a month such as 2025-03",
        ["document.allowed.period"] = "an ISO 8601 period such as P6M, P1Y or P3Y, up to 100 years",
        ["document.allowed.currency"] = "an ISO 4217 currency code such as CNY or USD",
        ["document.allowed.words"] = "one of {words}",
        ["document.allowed.word"] = "one of {words}",
        ["document.allowed.names"] = "{names}",
        ["document.allowed.object"] = "an object with {names}",
        ["document.allowed.item"] = "an object with category, kind and name",
        ["document.allowed.list"] = "a list of {least} to {most} elements",
        ["document.allowed.start"] = "{date}, or {caseStart}, or {goLive}, or an object with {names}",
        ["document.allowed.startDate"] = "{date}, or {caseStart}, or {goLive}",
        ["document.allowed.workTime"] = "{none}, {china}, or an object with {names}",
        ["document.allowed.laterDate"] = "a date after that of the step before",
        ["document.allowed.laterMonth"] = "a month after that of the point before",
        ["document.allowed.noPool"] = "a pool of the case, which has none",
        ["document.allowed.bytes"] = "at most {most} bytes",

        // Cases.
        ["document.duplicate.name"] = "the name {found} is there twice in {list}; each name is allowed once",
        ["document.duplicate.id"] = "the id {found} is that of {other} too; each id is allowed once over costs and benefits, and is the name of its line where none is given",
        ["document.duplicate.nameIsId"] = "the name {found} is the id of {other}; give one of the two lines another id",
        ["document.duplicate.evaluationPeriod"] = "the evaluation period {period} ends on the same date as {twin}; each is allowed once",
        ["document.duplicate.rate"] = "a second rate from {from} to {to} on this date; allowed: one",
        ["document.duplicate.pool"] = "a second pool has the id '{pool}'; each id is allowed once",
        ["document.duplicate.poolDraw"] = "the pool '{pool}' is drawn on twice; allowed: one draw a pool",
        ["document.duplicate.tag"] = "the tag '{tag}' is there twice; each is allowed once",
        ["document.inconsistent.shares"] = "the shares come to {sum}; allowed: 1 together",
        ["document.inconsistent.firstWave"] = "no wave has 0 months; allowed: one at least that goes live with the case",
        ["document.allowed.laterTier"] = "a number above that of the tier before",
        ["document.allowed.signing"] = "a date or the start of the case; signing does not move with go-live",
        ["document.inconsistent.weights"] = "every weight is 0; allowed: a weight above 0 for one tag at least",
        ["document.inconsistent.poolCurrency"] = "only a pool of kind revenue has a currency",
        ["document.inconsistent.pool"] = "no pool has the id {found}; allowed: {allowed}",
        ["document.inconsistent.pool.suggestion"] = "no pool has the id {found}; allowed: {allowed}; did you mean '{nearest}'?",
        ["document.inconsistent.ramp"] = "'{name}' does not belong to the ramp {ramp}",
        ["document.inconsistent.hostKind"] = "the kind '{kind}' cannot be read: {reason}",
        ["document.inconsistent.hostKindWithoutBasis"] = "the kind '{kind}' gave nothing",
        ["document.inconsistent.rate"] = "{reason}",
        ["document.inconsistent.either"] = "{one} and {other} are both given; allowed: one of them",
        ["document.inconsistent.interval"] = "an interval is given, but the evidence is not; allowed: evidence measured",
        ["document.inconsistent.seriesReader"] = "the series '{series}' is named, but nothing was given that reads it (DocumentReadOptions.Impacts)",
        ["document.inconsistent.seriesFile"] = "the series '{series}' cannot be read: {reason}",
        ["document.inconsistent.seriesEstimate"] = "the series '{series}' allows no estimate: {reason}",
        ["document.inconsistent.impactCategory"] = "a benefit of the kind impact is of {category}; allowed: salesGrowth, retention, operatingCost",
        ["document.inconsistent.impactNeeds"] = "'{name}' is missing; a benefit of the kind impact and of {category} needs it",
        ["document.reasons"] = "{first} {next}",
    };

    public string Language => "en";

    public IReadOnlyCollection<string> Ids => Words.Keys;

    public string? Find(string id) => Words.TryGetValue(id, out string? template) ? template : null;
}
