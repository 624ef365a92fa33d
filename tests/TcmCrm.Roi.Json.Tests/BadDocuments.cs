namespace TcmCrm.Roi.Json.Tests;

/// <summary>One change that makes the sound document a bad one, and what must be said of it.</summary>
/// <param name="Place">What is replaced; it stands once in the sound document.</param>
/// <param name="Change">What it is replaced by.</param>
/// <param name="Kind">The sort of problem.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Fragment">A part of the message.</param>
/// <param name="InSchema">Whether the published schema must refuse it too: what relates two values to each other is beyond a schema.</param>
public sealed record BadDocument(string Place, string Change, DocumentProblemKind Kind, string Path, string Fragment, bool InSchema = true);

/// <summary>The table of bad documents.</summary>
internal static class BadDocuments
{
    private const DocumentProblemKind Missing = DocumentProblemKind.Missing;
    private const DocumentProblemKind Unknown = DocumentProblemKind.Unknown;
    private const DocumentProblemKind Duplicate = DocumentProblemKind.Duplicate;
    private const DocumentProblemKind WrongType = DocumentProblemKind.WrongType;
    private const DocumentProblemKind OutOfRange = DocumentProblemKind.OutOfRange;
    private const DocumentProblemKind Inconsistent = DocumentProblemKind.Inconsistent;

    public static IReadOnlyList<BadDocument> All { get; } =
    [
        // Taxes.
        new("\"deployment\": \"saas\"", "\"taxation\": {}", Missing, "$.taxation.vatPayer", "'vatPayer' is missing; allowed: one of general, smallScale"),
        new("\"deployment\": \"saas\"", "\"taxation\": { \"vatPayer\": \"general\", \"incomeTaxRate\": 25 }", OutOfRange, "$.taxation.incomeTaxRate", "a fraction"),
        new("\"deployment\": \"saas\"", "\"taxation\": { \"vatPayer\": \"general\", \"lossYears\": 0 }", OutOfRange, "$.taxation.lossYears", "1 to 20"),
        new("\"deployment\": \"saas\"", "\"taxation\": { \"vatPayer\": \"general\", \"exempt\": 1 }", Unknown, "$.taxation.exempt", "unknown property 'exempt'"),
        new("\"amount\": 9000", "\"treatment\": { \"kind\": \"expensed\", \"years\": 3 }, \"amount\": 9000", Inconsistent, "$.costs[3].treatment.years", "has no years", InSchema: false),
        new("\"amount\": 9000", "\"treatment\": { \"kind\": \"written off\" }, \"amount\": 9000", OutOfRange, "$.costs[3].treatment.kind", "one of expensed, amortized"),
        new("\"amount\": 9000", "\"vatRate\": 6, \"amount\": 9000", OutOfRange, "$.costs[3].vatRate", "a fraction"),

        // Missing.
        new("\"schemaVersion\": \"1.0\",", "", Missing, "$.schemaVersion", "'schemaVersion' is missing; allowed: one of 1.0"),
        new("\"name\": \"仁和堂 CRM\",", "", Missing, "$.name", "'name' is missing"),
        new("\"currency\": \"CNY\",", "", Missing, "$.currency", "'currency' is missing; allowed: an ISO 4217"),
        new("\"start\": \"2025-01-01\",", "", Missing, "$.start", "'start' is missing; allowed: a date as YYYY-MM-DD"),
        new("\"category\": \"software\", ", "", Missing, "$.costs[0].category", "'category' is missing; allowed: one of software, implementation"),
        new("\"kind\": \"subscription\", ", "", Missing, "$.costs[0].kind", "'kind' is missing; allowed: one of amounts"),
        new("\"seats\": 120, ", "", Missing, "$.costs[0].seats", "'seats' is missing; allowed: a whole number from 0"),
        new("\"pricePerSeat\": 150, ", "", Missing, "$.costs[0].pricePerSeat", "'pricePerSeat' is missing"),
        new("{ \"date\": \"2025-01-15\", \"amount\": 1000 }", "{ \"date\": \"2025-01-15\" }", Missing, "$.costs[1].flows[0].amount", "'amount' is missing"),
        new("\"contributionMargin\": 0.38, ", "", Missing, "$.benefits[0].contributionMargin", "'contributionMargin' is missing; allowed: a fraction"),
        new("\"rampMonths\": 12, ", "", Missing, "$.benefits[0].profile.rampMonths", "'rampMonths' is missing", InSchema: false),
        new("\"description\": \"better\"", "\"owner\": \"me\"", Missing, "$.benefits[2].description", "'description' is missing"),

        // Unknown.
        new("\"discountRate\": 0.08", "\"discountrate\": 0.08", Unknown, "$.discountrate", "unknown property 'discountrate'; did you mean 'discountRate'?"),
        new("\"seats\": 120", "\"seats\": 120, \"seatz\": 7", Unknown, "$.costs[0].seatz", "did you mean 'seats'?"),
        new("\"deployment\": \"saas\"", "\"deployment\": \"saas\", \"vendor\": {\"a\": [1]}", Unknown, "$.vendor", "unknown property 'vendor'; allowed: $schema, schemaVersion"),
        new("\"amount\": 1000 }", "\"amount\": 1000, \"total\": 1 }", Unknown, "$.costs[1].flows[0].total", "unknown property 'total'; allowed: date, amount"),
        new("\"description\": \"better\"", "\"description\": \"better\", \"my note\": 1", Unknown, "$.benefits[2]['my note']", "unknown property 'my note'"),

        // Duplicate.
        new("\"currency\": \"CNY\",", "\"currency\": \"CNY\", \"currency\": \"USD\",", Duplicate, "$.currency", "'currency' is there twice; the first is \"CNY\"", InSchema: false),
        new("\"seats\": 120,", "\"seats\": 120, \"se\\u0061ts\": 130,", Duplicate, "$.costs[0].seats", "is there twice; the first is 120", InSchema: false),
        new("\"name\": \"支持\"", "\"name\": \"支持\", \"tags\": [\"a\", \"b\", \"a\"]", Duplicate, "$.costs[3].tags[2]", "the tag 'a' is there twice", InSchema: false),
        new("\"deployment\": \"saas\"", "\"sharedCostKey\": { \"name\": \"s\", \"weights\": [ { \"tag\": \"a\", \"weight\": 1 }, { \"tag\": \"a\", \"weight\": 2 } ] }", Duplicate, "$.sharedCostKey.weights[1].tag", "the tag 'a' is there twice", InSchema: false),
        new("\"name\": \"支持\"", "\"name\": \"实施\"", Duplicate, "$.costs[3].name", "the name \"实施\" is there twice in costs", InSchema: false),
        new("[\"P6M\", \"P1Y\", \"P3Y\"]", "[\"P6M\", \"P1Y\", \"P12M\"]", Duplicate, "$.horizons[2]", "the evaluation period P12M ends on the same date as P1Y", InSchema: false),
        new("\"rate\": 7.2 } ]", "\"rate\": 7.2 }, { \"from\": \"USD\", \"to\": \"CNY\", \"date\": \"2025-01-01\", \"rate\": 7 } ]", Duplicate, "$.exchangeRates[1]", "a second rate from USD to CNY", InSchema: false),
        new("\"capacityPerYear\": 60000000 } ]", "\"capacityPerYear\": 60000000 }, { \"id\": \"revenue\", \"kind\": \"hours\", \"capacityPerYear\": 1 } ]", Duplicate, "$.pools[1].id", "a second pool has the id 'revenue'", InSchema: false),
        new("\"amountPerYear\": 30000000 } ]", "\"amountPerYear\": 30000000 }, { \"poolId\": \"revenue\" } ]", Duplicate, "$.benefits[0].poolDraws[1].poolId", "drawn on twice", InSchema: false),

        new("\"name\": \"保留\"", "\"id\": \"支持\", \"name\": \"保留\"", Duplicate, "$.benefits[1].id", "the id \"支持\" is that of $.costs[3] too", InSchema: false),
        new("\"name\": \"增长\"", "\"name\": \"实施\"", Duplicate, "$.benefits[0].name", "the id \"实施\" is that of $.costs[1] too", InSchema: false),
        new("\"name\": \"云订阅\"", "\"id\": \"实施\", \"name\": \"云订阅\"", Duplicate, "$.costs[1].name", "the id \"实施\" is that of $.costs[0] too", InSchema: false),

        // Wrong type.
        new("\"name\": \"支持\"", "\"id\": 7, \"name\": \"支持\"", WrongType, "$.costs[3].id", "7 is not allowed; allowed: text of 1 to 1000 characters on one line"),
        new("\"name\": \"仁和堂 CRM\"", "\"name\": 7", WrongType, "$.name", "7 is not allowed; allowed: text of 1 to 1000 characters"),
        new("\"currency\": \"CNY\"", "\"currency\": 156", WrongType, "$.currency", "156 is not allowed"),
        new("\"start\": \"2025-01-01\"", "\"start\": 20250101", WrongType, "$.start", "20250101 is not allowed; allowed: a date"),
        new("\"discountRate\": 0.08", "\"discountRate\": \"8%\"", WrongType, "$.discountRate", "\"8%\" is not allowed; allowed: a yearly rate as a fraction above -1 (-100 %) and at most 1 (100 %); for 8 % write 0.08"),
        new("\"discountRate\": 0.08", "\"discountRate\": null", WrongType, "$.discountRate", "null is not allowed"),
        new("\"discountRate\": 0.08", "\"discountRate\": true", WrongType, "$.discountRate", "true is not allowed"),
        new("\"discountRate\": 0.08", "\"discountRate\": \"NaN\"", WrongType, "$.discountRate", "\"NaN\" is not allowed; allowed: a yearly rate"),
        new("\"discountRate\": 0.08", "\"discountRate\": \"Infinity\"", WrongType, "$.discountRate", "\"Infinity\" is not allowed"),
        new("\"seats\": 120", "\"seats\": \"a hundred\"", WrongType, "$.costs[0].seats", "\"a hundred\" is not allowed; allowed: a whole number"),
        new("\"amount\": 1000 }", "\"amount\": \"1,000\" }", WrongType, "$.costs[1].flows[0].amount", "\"1,000\" is not allowed; allowed: an amount from 0"),
        new("\"amount\": 1000 }", "\"amount\": \"¥1000\" }", WrongType, "$.costs[1].flows[0].amount", "\"¥1000\" is not allowed"),
        new("\"amount\": 1000 }", "\"amount\": \"\" }", WrongType, "$.costs[1].flows[0].amount", "\"\" is not allowed"),
        new("\"amount\": 1000 }", "\"amount\": [1000] }", WrongType, "$.costs[1].flows[0].amount", "a list is not allowed"),
        new("\"horizons\": [\"P6M\", \"P1Y\", \"P3Y\"]", "\"horizons\": \"P1Y\"", WrongType, "$.horizons", "\"P1Y\" is not allowed; allowed: a list of 1 to 64"),
        new("[\"P6M\", \"P1Y\", \"P3Y\"]", "[6]", WrongType, "$.horizons[0]", "6 is not allowed; allowed: an ISO 8601 period"),
        new("\"profile\": { \"ramp\": \"linear\", \"rampMonths\": 12, \"lagMonths\": 2 }", "\"profile\": \"linear\"", WrongType, "$.benefits[0].profile", "\"linear\" is not allowed; allowed: an object with ramp"),
        new("{ \"from\": \"2025-06-01\", \"seats\": 140 }", "140", WrongType, "$.costs[0].seatPlan[0]", "140 is not allowed; allowed: an object with from, seats"),
        new("\"workTime\": { \"paidDaysPerMonth\": 21.75, \"workedDaysPerMonth\": 20.67, \"source\": \"own\" }", "\"workTime\": 21.75", WrongType, "$.costs[2].workTime", "21.75 is not allowed; allowed: none, china2025"),
        new("\"kind\": \"notMonetised\"", "\"kind\": {}", WrongType, "$.benefits[2].kind", "an object is not allowed; allowed: one of amounts"),

        // Out of range.
        new("\"name\": \"支持\"", "\"name\": \"支持\", \"tags\": [\"*\"]", OutOfRange, "$.costs[3].tags[0]", "\"*\" is not allowed; allowed: text of 1 to 100 characters on one line, other than '*'"),
        new("\"name\": \"支持\"", "\"name\": \"支持\", \"tags\": []", OutOfRange, "$.costs[3].tags", "a list of 1 to 50"),
        new("\"name\": \"支持\"", "\"id\": \"\", \"name\": \"支持\"", OutOfRange, "$.costs[3].id", "\"\" is not allowed"),
        new("\"name\": \"支持\"", "\"id\": \"*\", \"name\": \"支持\"", OutOfRange, "$.costs[3].id", "\"*\" is not allowed; allowed: text of 1 to 1000 characters on one line, other than '*'"),
        new("\"name\": \"支持\"", "\"name\": \"支\\n持\"", OutOfRange, "$.costs[3].name", "on one line"),
        new("\"schemaVersion\": \"1.0\"", "\"schemaVersion\": \"2.0\"", OutOfRange, "$.schemaVersion", "\"2.0\" is not allowed; allowed: one of 1.0"),
        new("\"name\": \"仁和堂 CRM\"", "\"name\": \"  \"", OutOfRange, "$.name", "is not allowed; allowed: text of 1"),
        new("\"currency\": \"CNY\"", "\"currency\": \"RMB\"", OutOfRange, "$.currency", "\"RMB\" is not allowed; allowed: an ISO 4217 currency code", InSchema: false),
        new("\"start\": \"2025-01-01\"", "\"start\": \"2025-02-30\"", OutOfRange, "$.start", "\"2025-02-30\" is not allowed; allowed: a date as YYYY-MM-DD", InSchema: false),
        new("\"start\": \"2025-01-01\"", "\"start\": \"2025/01/01\"", OutOfRange, "$.start", "\"2025/01/01\" is not allowed"),
        new("\"start\": \"2025-01-01\"", "\"start\": \"2025-01-01T00:00:00Z\"", OutOfRange, "$.start", "is not allowed; allowed: a date"),
        new("\"start\": \"2025-01-01\"", "\"start\": \"0025-01-01\"", OutOfRange, "$.start", "from 1900-01-01 to 2199-12-31"),
        new("\"goLive\": \"2025-03-01\"", "\"goLive\": \"2025-13-01\"", OutOfRange, "$.goLive", "\"2025-13-01\" is not allowed"),
        new("\"discountRate\": 0.08", "\"discountRate\": 8", OutOfRange, "$.discountRate", "8 is not allowed; allowed: a yearly rate as a fraction above -1 (-100 %) and at most 1 (100 %); for 8 % write 0.08"),
        new("\"discountRate\": 0.08", "\"rateSelection\": \"nearest\"", OutOfRange, "$.rateSelection", "allowed: lowestNonNegative, excel, or nearest: and a rate"),
        new("\"date\": \"2025-01-15\"", "\"date\": \"2015-01-15\"", Inconsistent, "$.costs[1].flows[0].date", "\"2015-01-15\" is not allowed; allowed: a date near the start of the case, from 2016-01-01 to 2035-01-01", InSchema: false),
        new("\"from\": \"2025-06-01\"", "\"from\": \"2015-06-01\"", Inconsistent, "$.costs[0].seatPlan[0].from", "a date near the start of the case", InSchema: false),
        new("\"goLive\": \"2025-03-01\"", "\"goLive\": \"2015-03-01\"", Inconsistent, "$.goLive", "a date near the start of the case", InSchema: false),
        new("\"from\": \"goLive\"", "\"from\": \"2036-03-01\"", Inconsistent, "$.costs[3].from", "a date near the start of the case", InSchema: false),
        new("\"every\": \"monthly\",", "\"every\": \"monthly\", \"renewal\": \"ends\",", Inconsistent, "$.costs[0].renewal", "'renewal' is given without 'termMonths'", InSchema: false),
        new("\"discountRate\": 0.08", "\"discountRate\": -1", OutOfRange, "$.discountRate", "-1 is not allowed; allowed: a yearly rate as a fraction above -1"),
        new("\"discountRate\": 0.08", "\"discountRate\": 1e400", OutOfRange, "$.discountRate", "1e400 is not allowed"),
        new("\"dayCount\": \"anniversary\"", "\"dayCount\": \"actual360\"", OutOfRange, "$.dayCount", "allowed: one of anniversary, actual365Fixed, actualActualIsda, thirty360"),
        new("\"flowTiming\": \"dated\"", "\"flowTiming\": \"EndOfYear\"", OutOfRange, "$.flowTiming", "did you mean 'endOfYear'?"),
        new("[\"P6M\", \"P1Y\", \"P3Y\"]", "[]", OutOfRange, "$.horizons", "a list of 0 elements is not allowed; allowed: a list of 1 to 64"),
        new("[\"P6M\", \"P1Y\", \"P3Y\"]", "[\"P-6M\"]", OutOfRange, "$.horizons[0]", "\"P-6M\" is not allowed"),
        new("[\"P6M\", \"P1Y\", \"P3Y\"]", "[\"6 months\"]", OutOfRange, "$.horizons[0]", "such as P6M, P1Y or P3Y"),
        new("[\"P6M\", \"P1Y\", \"P3Y\"]", "[\"P0D\"]", OutOfRange, "$.horizons[0]", "\"P0D\" is not allowed", InSchema: false),
        new("\"deployment\": \"saas\"", "\"deployment\": \"cloud\"", OutOfRange, "$.deployment", "allowed: one of saas, onPremises, hybrid"),
        new("\"category\": \"software\"", "\"category\": \"sofware\"", OutOfRange, "$.costs[0].category", "did you mean 'software'?"),
        new("\"kind\": \"subscription\"", "\"kind\": \"subscripton\"", OutOfRange, "$.costs[0].kind", "did you mean 'subscription'?"),
        new("\"seats\": 120", "\"seats\": -3", OutOfRange, "$.costs[0].seats", "-3 is not allowed; allowed: a whole number from 0 to 10000000"),
        new("\"seats\": 120", "\"seats\": 120.5", OutOfRange, "$.costs[0].seats", "120.5 is not allowed; allowed: a whole number"),
        new("\"pricePerSeat\": 150", "\"pricePerSeat\": -150", OutOfRange, "$.costs[0].pricePerSeat", "-150 is not allowed; allowed: an amount from 0"),
        new("\"every\": \"monthly\"", "\"every\": \"weekly\"", OutOfRange, "$.costs[0].every", "allowed: one of monthly, quarterly, halfYearly, yearly"),
        new("\"amount\": 500 }", "\"amount\": 1e20 }", OutOfRange, "$.costs[1].flows[1].amount", "1e20 is not allowed"),
        new("\"amount\": 500 }", "\"amount\": 0.12345678901234567890123456789 }", OutOfRange, "$.costs[1].flows[1].amount", "of at most 28 digits", InSchema: false),
        new("\"hoursPerWeek\": 40", "\"hoursPerWeek\": 169", OutOfRange, "$.costs[2].hoursPerWeek", "169 is not allowed; allowed: a number from 0 to 168"),
        new("\"dip\": 0.12", "\"dip\": 12", OutOfRange, "$.costs[2].dip", "12 is not allowed; allowed: a fraction (0.42 is 42 %) from 0 to 1"),
        new("\"weeks\": 6", "\"weeks\": 0", OutOfRange, "$.costs[2].weeks", "0 is not allowed; allowed: a whole number from 1 to 520"),
        new("\"from\": \"goLive\"", "\"from\": \"golive\"", OutOfRange, "$.costs[3].from", "or caseStart, or goLive"),
        new("\"workedDaysPerMonth\": 20.67", "\"workedDaysPerMonth\": 0", OutOfRange, "$.costs[2].workTime.workedDaysPerMonth", "0 is not allowed; allowed: a number above 0 up to 31"),
        new("\"uplift\": 0.018", "\"uplift\": -1.018", OutOfRange, "$.benefits[0].uplift", "-1.018 is not allowed"),
        new("\"attribution\": 0.6", "\"attribution\": 1.01", OutOfRange, "$.benefits[0].attribution", "1.01 is not allowed"),
        new("\"upperRatio\": 1.2", "\"upperRatio\": 0.9", OutOfRange, "$.benefits[0].interval.upperRatio", "0.9 is not allowed; allowed: a number from 1"),
        new("\"rate\": 7.2", "\"rate\": 0", OutOfRange, "$.exchangeRates[0].rate", "0 is not allowed; allowed: a number from 0.000001 to 1000000"),
        new("\"description\": \"better\"", "\"description\": \"\\ud800\"", OutOfRange, "$.benefits[2].description", "\"\\ud800\" is not allowed", InSchema: false),

        // Allowed each, but not together.
        new("\"churnAfter\": 0.12", "\"churnAfter\": 0.2", Inconsistent, "$.benefits[1]", "churnAfter is 20%; allowed: from 0% to 14%", InSchema: false),
        new("\"from\": \"2026-01-01\", \"seats\": 160", "\"from\": \"2025-06-01\", \"seats\": 160", Inconsistent, "$.costs[0].seatPlan[1].from", "a date after that of the step before", InSchema: false),
        new("\"termMonths\": 24", "\"termMonths\": 24, \"until\": \"2027-01-01\"", Inconsistent, "$.costs[3].until", "termMonths and until are both given", InSchema: false),
        new("\"evidence\": \"measured\"", "\"evidence\": \"assumed\"", Inconsistent, "$.benefits[0].interval", "allowed: evidence measured", InSchema: false),
        new("\"description\": \"better\"", "\"description\": \"better\", \"evidence\": \"measured\"", Inconsistent, "$.benefits[2]", "not monetised", InSchema: false),
        new("\"ramp\": \"linear\", \"rampMonths\": 12", "\"rampMonths\": 12", Inconsistent, "$.benefits[0].profile.rampMonths", "does not belong to the ramp immediate", InSchema: false),
        new("\"poolId\": \"revenue\"", "\"poolId\": \"revenu\"", Inconsistent, "$.benefits[0].poolDraws[0].poolId", "did you mean 'revenue'?", InSchema: false),
        new("\"category\": \"maintenance\"", "\"element\": \"learning\", \"category\": \"maintenance\"", Inconsistent, "$.costs[3]", "belongs to the category", InSchema: false),
        new("\"from\": \"USD\", \"to\": \"CNY\"", "\"from\": \"USD\", \"to\": \"USD\"", Inconsistent, "$.exchangeRates[0]", "a rate needs two currencies", InSchema: false),

        new("\"deployment\": \"saas\"", "\"sharedCostKey\": { \"name\": \"s\", \"weights\": [ { \"tag\": \"a\", \"weight\": 0 } ] }", Inconsistent, "$.sharedCostKey.weights", "every weight is 0", InSchema: false),

        // Mixed currencies.
        new("\"currency\": \"USD\"", "\"currency\": \"EUR\"", Inconsistent, "$.costs[1]", "there is no exchange rate from EUR to CNY", InSchema: false),
        new("\"date\": \"2025-01-01\", \"rate\"", "\"date\": \"2025-02-01\", \"rate\"", Inconsistent, "$.costs[1]", "from USD to CNY on or before 2025-01-15", InSchema: false),
        new("\"amount\": 500 }", "\"amount\": \"USD 500\" }", WrongType, "$.costs[1].flows[1].amount", "\"USD 500\" is not allowed"),
        new("\"amount\": 500 }", "\"amount\": 500, \"currency\": \"EUR\" }", Inconsistent, "$.costs[1]", "there is no exchange rate from EUR to CNY", InSchema: false),
        new("\"amount\": 500 }", "\"amount\": 500, \"currency\": \"RMB\" }", OutOfRange, "$.costs[1].flows[1].currency", "an ISO 4217 currency code", InSchema: false),

        // Contracts, waves, signs.
        new("\"kind\": \"recurring\", \"name\": \"支持\", \"amount\": 9000, \"every\": \"quarterly\", \"from\": \"goLive\", \"termMonths\": 24", Instalments("0.3", "0.6", "0.2"), Inconsistent, "$.costs[3].instalments", "the shares come to 1.1; allowed: 1 together", InSchema: false),
        new("\"kind\": \"recurring\", \"name\": \"支持\", \"amount\": 9000, \"every\": \"quarterly\", \"from\": \"goLive\", \"termMonths\": 24", Instalments("0.4", "0.6", "0"), OutOfRange, "$.costs[3].instalments[2].share", "a number above 0 up to 1", InSchema: false),
        new("\"kind\": \"recurring\", \"name\": \"支持\", \"amount\": 9000, \"every\": \"quarterly\", \"from\": \"goLive\", \"termMonths\": 24", Instalments("0.3", "0.6", "0.1") + ", \"signing\": \"goLive\"", Inconsistent, "$.costs[3].signing", "signing does not move with go-live"),
        new("\"kind\": \"recurring\", \"name\": \"支持\", \"amount\": 9000, \"every\": \"quarterly\", \"from\": \"goLive\", \"termMonths\": 24", Instalments("0.3", "0.6", "0.1") + ", \"signing\": { \"from\": \"goLive\", \"months\": 1 }", Inconsistent, "$.costs[3].signing", "signing does not move with go-live"),
        new("\"kind\": \"recurring\", \"name\": \"支持\", \"amount\": 9000, \"every\": \"quarterly\", \"from\": \"goLive\", \"termMonths\": 24", Instalments("0.3", "0.6", "0.1") + ", \"signing\": \"soon\"", OutOfRange, "$.costs[3].signing", "or caseStart, or an object with"),
        new("\"kind\": \"recurring\", \"name\": \"支持\", \"amount\": 9000, \"every\": \"quarterly\", \"from\": \"goLive\", \"termMonths\": 24", Instalments("0.3", "0.6", "0.1") + ", \"signing\": { \"from\": \"soon\", \"months\": 1 }", OutOfRange, "$.costs[3].signing.from", "or caseStart"),
        new("\"from\": \"goLive\"", "\"from\": { \"from\": \"goLive\", \"months\": 601 }", OutOfRange, "$.costs[3].from.months", "a whole number from -600 to 600"),
        new("\"from\": \"goLive\"", "\"from\": { \"from\": \"golive\", \"months\": 1 }", OutOfRange, "$.costs[3].from.from", "or caseStart, or goLive"),
        new("\"from\": \"goLive\"", "\"from\": { \"months\": 1 }", Missing, "$.costs[3].from.from", "'from' is missing"),
        new("\"pricePerSeat\": 150", "\"pricePerSeat\": 150, \"seatTiers\": [ { \"from\": 101, \"pricePerSeat\": 140 }, { \"from\": 101, \"pricePerSeat\": 130 } ]", Inconsistent, "$.costs[0].seatTiers[1].from", "a number above that of the tier before", InSchema: false),
        new("\"pricePerSeat\": 150", "\"pricePerSeat\": 150, \"seatTiers\": [ { \"from\": 1, \"pricePerSeat\": 140 } ]", OutOfRange, "$.costs[0].seatTiers[0].from", "a whole number from 2"),
        new("\"pricePerSeat\": 150", "\"pricePerSeat\": 150, \"allSeatsAtTierPrice\": true", Missing, "$.costs[0].seatTiers", "'seatTiers' is missing", InSchema: false),
        new("\"deployment\": \"saas\"", "\"waves\": [ { \"tag\": \"a\", \"months\": 0, \"share\": 0.5 }, { \"tag\": \"b\", \"months\": 3, \"share\": 0.4 } ]", Inconsistent, "$.waves", "the shares come to 0.9; allowed: 1 together", InSchema: false),
        new("\"deployment\": \"saas\"", "\"waves\": [ { \"tag\": \"a\", \"months\": 1, \"share\": 1 } ]", Inconsistent, "$.waves", "no wave has 0 months", InSchema: false),
        new("\"deployment\": \"saas\"", "\"waves\": [ { \"tag\": \"a\", \"months\": 0, \"share\": 0 } ]", OutOfRange, "$.waves[0].share", "a number above 0 up to 1", InSchema: false),
        new("\"name\": \"支持\"", "\"name\": \"支持\", \"credit\": \"yes\"", WrongType, "$.costs[3].credit", "allowed: true or false"),
        new("\"name\": \"支持\"", "\"name\": \"支持\", \"credit\": true, \"riskUplift\": 1.5", Inconsistent, "$.costs[3]", "allowed: 0 to 1", InSchema: false),
        new("\"uplift\": 0.018", "\"uplift\": -0.018, \"disbenefit\": true", Inconsistent, "$.benefits[0]", "a loss by its own figures", InSchema: false),
        new("\"description\": \"better\"", "\"description\": \"better\", \"disbenefit\": true", Inconsistent, "$.benefits[2]", "nothing to subtract", InSchema: false),

        // Uncertainty.
        new("\"name\": \"支持\"", Spread("\"kind\": \"triangular\", \"low\": 0.8, \"high\": 1.2"), Missing, "$.costs[3].uncertainty.mode", "'mode' is missing", InSchema: false),
        new("\"name\": \"支持\"", Spread("\"kind\": \"triangular\", \"p10\": 0.8, \"mode\": 1"), Missing, "$.costs[3].uncertainty.p90", "'p90' is missing", InSchema: false),
        new("\"name\": \"支持\"", Spread("\"kind\": \"pert\", \"low\": 0.8, \"mode\": 1, \"high\": 1.2, \"sd\": 1"), Inconsistent, "$.costs[3].uncertainty.sd", "'sd' does not belong to the distribution pert", InSchema: false),
        new("\"name\": \"支持\"", Spread("\"kind\": \"pert\", \"low\": 0.8, \"mode\": 1.3, \"high\": 1.2"), Inconsistent, "$.costs[3].uncertainty.mode", "a number from 0.8 to 1.2", InSchema: false),
        new("\"name\": \"支持\"", Spread("\"kind\": \"uniform\", \"low\": 0.8, \"high\": 0.8"), Inconsistent, "$.costs[3].uncertainty.high", "a number above 0.8", InSchema: false),
        new("\"name\": \"支持\"", Spread("\"kind\": \"normal\", \"mean\": 1, \"sd\": 0"), OutOfRange, "$.costs[3].uncertainty.sd", "a number above 0"),
        new("\"name\": \"支持\"", Spread("\"kind\": \"lognormal\", \"median\": 1, \"sigma\": 6"), OutOfRange, "$.costs[3].uncertainty.sigma", "up to 5"),
        new("\"name\": \"支持\"", Spread("\"kind\": \"normal\", \"mean\": 0.0000000001, \"sd\": 1"), OutOfRange, "$.costs[3].uncertainty.mean", "0, or a number at least 0.000000001 from 0", InSchema: false),
        new("\"name\": \"支持\"", Spread("\"kind\": \"interval\", \"lower\": 0, \"upper\": 1.2, \"confidence\": 0.9, \"shape\": \"lognormal\""), Inconsistent, "$.costs[3].uncertainty.lower", "a number above 0", InSchema: false),
        new("\"name\": \"支持\"", Spread("\"kind\": \"interval\", \"lower\": 0.5, \"upper\": 1.2, \"confidence\": 0.9"), Missing, "$.costs[3].uncertainty.shape", "'shape' is missing; allowed: one of normal, lognormal", InSchema: false),
        new("\"name\": \"支持\"", Spread("\"kind\": \"gamma\""), OutOfRange, "$.costs[3].uncertainty.kind", "allowed: one of triangular, pert"),
        new("\"name\": \"支持\"", Spread("\"kind\": \"discrete\", \"values\": [0.9, 1, 1], \"weights\": [1, 2, 3]"), Duplicate, "$.costs[3].uncertainty.values[2]", "the value 1 is there twice", InSchema: false),
        new("\"name\": \"支持\"", Spread("\"kind\": \"discrete\", \"values\": [0.9, 1], \"weights\": [1]"), Inconsistent, "$.costs[3].uncertainty.weights", "there are 1 weights for 2 values", InSchema: false),
        new("\"name\": \"支持\"", Spread("\"kind\": \"discrete\", \"values\": [0.9, 1], \"weights\": [0, 0]"), Inconsistent, "$.costs[3].uncertainty.weights", "every weight is 0", InSchema: false),
        new("\"description\": \"better\"", "\"description\": \"better\", \"uncertainty\": { \"kind\": \"uniform\", \"low\": 0.8, \"high\": 1.1 }", Inconsistent, "$.benefits[2].uncertainty", "a benefit in words", InSchema: false),
        new("\"deployment\": \"saas\"", "\"defaultUncertainty\": \"usual\"", OutOfRange, "$.defaultUncertainty", "allowed: one of none"),
        new("\"deployment\": \"saas\"", Driver("\"acts\": \"amount\""), Missing, "$.drivers[0].on", "'on' is missing", InSchema: false),
        new("\"deployment\": \"saas\"", Driver("\"acts\": \"delayMonths\", \"on\": [\"支持\"]"), Inconsistent, "$.drivers[0].on", "moves go-live and has no lines", InSchema: false),
        new("\"deployment\": \"saas\"", Driver("\"acts\": \"amount\", \"on\": [\"支撑服务费\"]"), Inconsistent, "$.drivers[0].on[0]", "no line has the id \"支撑服务费\"", InSchema: false),
        new("\"deployment\": \"saas\"", Driver("\"acts\": \"amount\", \"on\": [\"云订阅x\"]"), Inconsistent, "$.drivers[0].on[0]", "did you mean '云订阅'?", InSchema: false),
        new("\"deployment\": \"saas\"", Driver("\"acts\": \"amount\", \"on\": [{ \"tag\": \"x\" }]"), Inconsistent, "$.drivers[0].on[0].tag", "no line has the tag \"x\"", InSchema: false),
        new("\"description\": \"better\"", "\"description\": \"better\", \"tags\": [\"eastern\"] } ], \"drivers\": [ { \"id\": \"d\", \"acts\": \"amount\", \"on\": [{ \"tag\": \"easterm\" }], \"distribution\": { \"kind\": \"uniform\", \"low\": 0.8, \"high\": 1.1 }", Inconsistent, "$.drivers[0].on[0].tag", "did you mean 'eastern'?", InSchema: false),
        new("\"deployment\": \"saas\"", Driver("\"acts\": \"amount\", \"on\": [{ \"tag\": \"x\", \"all\": \"costs\" }]"), Inconsistent, "$.drivers[0].on[0]", "the id of a line, or an object with one of tag, all", InSchema: false),
        new("\"deployment\": \"saas\"", Driver("\"acts\": \"amount\", \"on\": [7]"), WrongType, "$.drivers[0].on[0]", "the id of a line, or an object with one of tag, all"),
        new("\"deployment\": \"saas\"", Driver("\"acts\": \"delayMonths\"", id: "支持"), Duplicate, "$.drivers[0].id", "the id '支持' is that of a line or of another driver", InSchema: false),
        new("\"deployment\": \"saas\"", Correlations(("支持", "支持", "0.5")), Duplicate, "$.correlations[0].between", "'支持' is correlated with itself", InSchema: false),
        new("\"deployment\": \"saas\"", Correlations(("支持", "实施", "0.5"), ("实施", "支持", "0.4")), Duplicate, "$.correlations[1].between", "'实施' and '支持' are correlated twice", InSchema: false),
        new("\"deployment\": \"saas\"", Correlations(("支持", "全新的因素", "0.5")), Inconsistent, "$.correlations[0].between[1]", "no line and no driver has the id \"全新的因素\"", InSchema: false),
        new("\"deployment\": \"saas\"", Correlations(("支持", "云订购", "0.5")), Inconsistent, "$.correlations[0].between[1]", "did you mean '云订阅'?", InSchema: false),
        new("\"deployment\": \"saas\"", Correlations(("支持", "实施", "0.9"), ("实施", "云订阅", "0.9"), ("支持", "云订阅", "-0.9")), Inconsistent, "$.correlations", "the least change that helps", InSchema: false),
        new("\"deployment\": \"saas\"", Correlations(("支持", "实施", "-1"), ("实施", "云订阅", "-1"), ("支持", "云订阅", "-1"), ("支持", "增长", "-1"), ("实施", "增长", "-1"), ("云订阅", "增长", "-1")), Inconsistent, "$.correlations", "no change of a single one helps", InSchema: false),
        new("\"deployment\": \"saas\"", ManyFactors(), DocumentProblemKind.LimitExceeded, "$.correlations", "61 factors are correlated; allowed: 60", InSchema: false),

        // Scenarios.
        new("\"deployment\": \"saas\"", Scenario("{ \"line\": \"支持\", \"factor\": 1.2, \"value\": 3 }"), Inconsistent, "$.scenarios[0].set[0]", "a change is line, input and value", InSchema: false),
        new("\"deployment\": \"saas\"", Scenario("{ \"line\": \"支持\", \"factor\": -1 }"), OutOfRange, "$.scenarios[0].set[0].factor", "a number from 0 to 1000000"),
        new("\"deployment\": \"saas\"", Scenario("{ \"line\": \"支付\", \"factor\": 1 }"), Inconsistent, "$.scenarios[0].set[0].line", "no line has the id \"支付\"", InSchema: false),
        new("\"deployment\": \"saas\"", Scenario("{ \"line\": \"支持\", \"factor\": 1 }, { \"line\": \"支持\", \"factor\": 2 }"), Duplicate, "$.scenarios[0].set[1]", "sets the same thing twice", InSchema: false),
        new("\"deployment\": \"saas\"", Scenario("{ \"line\": \"支持\", \"input\": \"seats\", \"value\": 3 }"), Inconsistent, "$.scenarios[0].set[0]", "the scenario cannot set it: unknown property 'seats'", InSchema: false),
        new("\"deployment\": \"saas\"", Scenario("{ \"line\": \"保留\", \"input\": \"churnAfter\", \"value\": 1.3 }"), Inconsistent, "$.scenarios[0].set[0]", "the scenario cannot set it: 1.3 is not allowed", InSchema: false),
        new("\"deployment\": \"saas\"", Scenario("{ \"case\": \"goLive\", \"value\": 3 }"), WrongType, "$.scenarios[0].set[0].value", "a date as YYYY-MM-DD", InSchema: false),
        new("\"deployment\": \"saas\"", Scenario("{ \"case\": \"discountRate\", \"value\": 8 }"), OutOfRange, "$.scenarios[0].set[0].value", "8", InSchema: false),
        new("\"deployment\": \"saas\"", "\"scenarios\": [ { \"name\": \"a\", \"set\": [] }, { \"name\": \"a\", \"set\": [] } ]", Duplicate, "$.scenarios[1].name", "a second scenario has the name 'a'", InSchema: false),
    ];

    private static string Scenario(string set) => "\"scenarios\": [ { \"name\": \"悲观\", \"set\": [ " + set + " ] } ]";

    private static string Spread(string parameters) => "\"name\": \"支持\", \"uncertainty\": { " + parameters + " }";

    private static string Driver(string members, string id = "d") =>
        "\"drivers\": [ { \"id\": \"" + id + "\", " + members + ", \"distribution\": { \"kind\": \"uniform\", \"low\": 0.8, \"high\": 1.1 } } ]";

    private static string Correlations(params (string First, string Second, string Rank)[] pairs) =>
        "\"correlations\": [ " + string.Join(", ", pairs.Select(pair => $"{{ \"between\": [\"{pair.First}\", \"{pair.Second}\"], \"rank\": {pair.Rank} }}")) + " ]";

    /// <summary>Delays by the dozen, each correlated with the next.</summary>
    private static string ManyFactors() =>
        "\"drivers\": [ " + string.Join(", ", Enumerable.Range(0, 61).Select(i => $"{{ \"id\": \"d{i}\", \"acts\": \"delayMonths\", \"distribution\": {{ \"kind\": \"uniform\", \"low\": 0, \"high\": 1 }} }}"))
        + " ], " + Correlations([.. Enumerable.Range(0, 60).Select(i => ($"d{i}", $"d{i + 1}", "0.1"))]);

    private static string Instalments(string signing, string goLive, string acceptance) =>
        "\"kind\": \"instalments\", \"name\": \"支持\", \"contractSum\": 9000, \"instalments\": [ { \"share\": " + signing + ", \"milestone\": \"signing\" }, { \"share\": " + goLive
        + ", \"milestone\": \"goLive\" }, { \"share\": " + acceptance + ", \"milestone\": \"acceptance\", \"months\": 3 } ]";
}
