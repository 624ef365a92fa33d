using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Texts;

/// <summary>The Chinese words of this package.</summary>
internal sealed class ChineseWords : ITextSource
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        // Files.
        ["table.empty"] = "文件为空",
        ["table.tooLarge"] = "文件过大，最多{most}",
        ["table.binary"] = "既不是文本，也不是xlsx工作簿（位置{position}处为空字符）；请在Excel中选择“另存为 → CSV UTF-8（逗号分隔）”，或直接使用xlsx",
        ["table.encoding"] = "编码无法识别（不是UTF-8、GB18030或UTF-16）；请在Excel中选择“另存为 → CSV UTF-8（逗号分隔）”，或直接使用xlsx",
        ["table.oldWorkbook"] = "是旧格式（xls）或带密码的工作簿；请在Excel中另存为xlsx，并取消密码",
        ["table.notTable"] = "是{form}文件，不是表格；请在Excel中打开，再选择“另存为 → CSV UTF-8（逗号分隔）”，或另存为xlsx",
        ["table.notWorkbook"] = "不是xlsx工作簿；请在Excel中另存为xlsx",
        ["table.damagedWorkbook"] = "工作簿无法读取（{reason}）；请在Excel中打开后重新另存为xlsx",
        ["table.damaged.archive"] = "压缩包已损坏",
        ["table.damaged.content"] = "内容已损坏或含有不允许的DTD",
        ["table.damaged.texts"] = "单元格引用的文本不存在",
        ["table.damaged.xml"] = "第{line}行第{position}个字符处的XML有误",
        ["table.noPart"] = "工作簿缺少部件“{part}”；请在Excel中打开后重新另存为xlsx",
        ["table.partTooLarge"] = "解压后过大；每个部件最多{most} MiB",
        ["table.cells"] = "单元格过多；最多{most}个",
        ["table.columns"] = "列数过多；最多{most}列",
        ["table.cellTooLong"] = "有一个单元格长达{length}个字符，最多{most}个；可能有引号没有闭合",
        ["table.cellTooLong.cut"] = "内容过长；最多{most}个字符",
        ["table.quoteOpen"] = "此处开始的引号没有闭合",
        ["table.quoteInside"] = "单元格中间有引号：“{value}”；请将整个单元格放在引号内，其中的引号写两次",
        ["table.damagedText"] = "“{value}”中有字符在此前的转换中丢失；请重新导出，选择“CSV UTF-8（逗号分隔）”或xlsx",

        // Sheets.
        ["table.sheetEmpty"] = "工作表“{sheet}”为空；共有{sheets}；请用“--sheet”指定",
        ["table.sheetsHidden"] = "工作表均已隐藏；共有{sheets}；请用“--sheet”指定",
        ["table.noSheet"] = "没有工作表“{sheet}”；共有{sheets}",
        ["table.sheetOfText"] = "是文本文件，没有工作表“{sheet}”",
        ["table.sheetRead"] = "读取工作表“{sheet}”，未读取{sheets}；可用“--sheet”指定其他工作表",

        // Headers.
        ["table.noHeader"] = "没有表头，首行为{columns}；表头例如{header}",
        ["table.yearsAbove"] = "该行的年份与下一行的月份合并为表头",
        ["table.yearsAcross"] = "每行一个月、每列一年的表，按年月逐一读取",
        ["table.yearsDown"] = "每行一年、每列一个月的表，按年月逐一读取",
        ["table.columnName.quoted"] = "“{name}”",
        ["table.columnName"] = "{name}",
        ["table.columnMissing"] = "缺少“{name}”列；表头为{columns}，应有{header}",
        ["table.columnUnknown"] = "无法识别，忽略它可能改变数据的含义；请删除该列，或改用以下名称之一：{columns}",
        ["table.columnTwice"] = "在表头中重复出现",
        ["table.columnsSame"] = "与“{other}”含义相同；请只保留其中一列",
        ["table.columnUnnamed"] = "第{column}列有数据但没有表头",
        ["table.noRows"] = "表头下没有数据",
        ["table.cellsBeyond"] = "有{cells}个单元格，表头只有{columns}列",

        // Numbers.
        ["table.notNumber"] = "“{value}”不是数字；缺少的数值请留空",
        ["table.decimalComma"] = "“{value}”中的逗号是小数点还是千分位？小数请用点号，例如1234.5",
        ["table.dash"] = "“{value}”表示零还是没有数据？零请写0，没有数据请留空",
        ["table.cellError"] = "“{value}”是Excel的错误值；请更正公式，或将单元格留空",
        ["table.formula"] = "是公式，但文件中没有计算结果；请在Excel中打开并保存",
        ["table.dateInNumbers"] = "“{value}”是日期，但该列应为数字",
        ["table.numberTooLarge"] = "“{value}”超出可计算的范围",
        ["table.kpiOutOfRange"] = "“{value}”：{kpi}应在{minimum}至{maximum}之间",
        ["table.kpiOutOfRange.share"] = "“{value}”：{kpi}为比例，应在{minimum}至{maximum}之间（0.45即45%）",
        ["table.kpiOutOfRange.below"] = "“{value}”：{kpi}不得小于{minimum}",
        ["table.kpiOutOfRange.above"] = "“{value}”：{kpi}不得大于{maximum}",
        ["table.outOfRange"] = "“{value}”超出范围；允许0，或绝对值在1e-60至1e60之间",
        ["table.percentMixed"] = "“{value}”：该列有的数字带百分号，有的不带；请统一写法",
        ["table.currencyMixed"] = "“{value}”的币种为{currency}，该列其他数字为{other}；不同币种不能混在一列",
        ["table.measureMixed"] = "“{value}”的单位与前面的“{other}”不同；请统一单位",

        // Months and dates.
        ["table.notDate"] = "“{value}”不是日期；请写成“2025-03-15”",
        ["table.notMonth"] = "“{value}”不是月份；请写成“2025-03”",
        ["table.dateAmbiguous"] = "“{value}”中哪个是日、哪个是月？请用“--date-order”指明：ymd（年月日）、dmy（日月年）或mdy（月日年），或写成2025-03-15",
        ["table.monthOrDay"] = "“{value}”中的数字是年份还是日期？请用“--date-order”指明（ymd：25-03为2025年3月；dmy或mdy：03-25为2025年3月），或写成2025-03",
        ["table.noYear"] = "“{value}”没有年份；请写成2025-03",
        ["table.noDay"] = "“{value}”只有月份；此处需要日期，例如2025-03-01",
        ["table.yearOnly"] = "“{value}”只有年份；此处需要月份或日期，例如2025-03或2025-03-01",
        ["table.otherPeriod"] = "“{value}”是季度或其他期间；此处需要月份，例如2025-03",
        ["table.noYearCell"] = "为空；请逐行填写年份（合并单元格另存为CSV后只有首行有值），或直接使用xlsx",
        ["table.notYear"] = "“{value}”不是公历年份；请写成2025",

        // Series.
        ["table.onlyMonth"] = "除月份外没有数字列；表头例如“月份”“数值”",
        ["table.noMonths"] = "没有带月份的数据行",
        ["table.noMonth"] = "为空；应为月份，例如2025-03",
        ["table.noKpi"] = "为空；应为指标名称，例如赢单率",
        ["table.monthTwice"] = "{month}重复出现，首次在第{line}行",
        ["table.monthOfSeriesTwice"] = "“{series}”的{month}重复出现，首次在第{line}行",
        ["table.seriesTwice"] = "“{series}”重复出现，首次在第{line}行",
        ["table.seriesTooLong"] = "“{series}”从{from}到{to}共{count}个月；最多{most}个月",
        ["table.seriesRefused"] = "“{series}”无法使用：{reason}",
        ["table.noValue"] = "“{series}”没有任何数值",
        ["table.partMissing"] = "为空而另一部分有值；请两者都填，缺数时两者都留空",
        ["table.negative"] = "“{value}”为负数；应不小于0",
        ["table.noValueColumn"] = "没有数值列；现有{columns}",
        ["table.noValueColumn.ratio"] = "没有“分子”“分母”列，也没有数值列；现有{columns}",
        ["table.noValueColumn.score"] = "没有“推荐者”“被动者”“贬损者”列，也没有数值列；现有{columns}",
        ["table.severalValues"] = "指标列之外有多个数值列：{columns}；请只保留一个，或命名为“分子”“分母”",
        ["table.noNumeratorColumn"] = "有分母列而没有分子列；请用“--numerator”指明分子",
        ["table.noDenominatorColumn"] = "有分子列而没有分母列；请用“--denominator”指明分母",
        ["table.rolesAmbiguous"] = "有多个数字列：{columns}；请指明其含义：数值用“--value”，比率用“--numerator”（分子）和“--denominator”（分母），对照序列用“--control”",
        ["table.noSuchColumn"] = "没有“{option}”所指的“{column}”列；现有{columns}",
        ["table.totalSegment"] = "“{segment}”为合计，由各分部相加得出；这些行未使用",
        ["table.noSegment"] = "未写明分部；请填写分部名称，或删除该列",
        ["table.columnUnused"] = "未使用{columns}",
        ["table.noNumerator"] = "有分母而没有分子",
        ["table.noDenominator"] = "有分子而没有分母",
        ["table.negativePart"] = "{numerator}/{denominator}含有负数",
        ["table.aboveDenominator"] = "分子{numerator}大于分母{denominator}",
        ["table.notCount"] = "{value}不是人数；应为不小于0的整数",
        ["table.countMissing"] = "三个人数中缺少一个",

        // Cash flows.
        ["table.cellEmpty"] = "为空",

        // Actuals.
        ["table.actual.notKind"] = "“{value}”不是类型；可用的类型：{kinds}",
        ["table.actual.noLine"] = "为空；应为案例中项目的名称或标识，或指标名称",
        ["table.actual.unknownCost"] = "案例中没有成本“{name}”；现有{names}；计划外的支出请用类型“计划外成本”",
        ["table.actual.unknownBenefit"] = "案例中没有收益“{name}”；现有{names}",
        ["table.actual.needed"] = "为空；类型“{kind}”需要该列",
        ["table.actual.unused"] = "有值；类型“{kind}”不使用该列",
        ["table.actual.twice"] = "“{name}”{month}的“{kind}”重复出现，首次在第{line}行",
        ["table.actual.repeated"] = "“{name}”{month}的“{kind}”有金额和单据号相同的重复行，首次在第{line}行；不同账单请填写单据号，或使用“--allow-duplicates”",
        ["table.actual.notWhole"] = "“{value}”不是整数个月",
        ["table.actual.currency"] = "“{value}”不是该项目的币种（{currency}）；外币金额请在“币种”列注明",
        ["table.actual.notCurrency"] = "“{value}”不是货币代码；应为三位大写字母，如CNY",
        ["table.actual.scaled"] = "表头带有金额单位，对类型“{kind}”不适用；请全部按单位1填写",
        ["table.actual.refused"] = "无法使用：{reason}",
        ["table.actual.notUsable"] = "所填数值不能一起使用",

        // What was passed over or assumed.
        ["table.aboveHeader"] = "表头以上的行不计入：{text}",
        ["table.totalRow"] = "合计行不计入：{text}",
        ["table.noteRow"] = "说明行不计入：{text}",
        ["table.headerAgain"] = "重复的表头不计入：{text}",
        ["table.columnPassed"] = "该列未使用",
        ["table.scaled"] = "按表头单位换算，数字乘以{factor}",
        ["table.scaled.share"] = "按表头单位换算，数字除以{factor}",
        ["table.serials"] = "该列的数字按Excel日期读取",

        // Parts of sentences.
        ["table.repeated"] = "{what}（共{count}处：{lines}）",
        ["table.repeated.more"] = "{what}（共{count}处，前几处：{lines}）",
        ["table.lineNumber"] = "第{line}行",
        ["table.quoted"] = "“{text}”",

        // Forms of tables that are put together, and what has to be asked of them.
        ["table.big5"] = "是Big5（繁体中文）编码，无法读取；请在Excel中打开后选择“另存为 → CSV UTF-8（逗号分隔）”，或另存为xlsx",
        ["table.lostZero"] = "“{value}”是1月，还是10月（单元格为数值时“{october}”末尾的0会丢失）？请写成2025-10或2025-01",
        ["table.unitColumn"] = "该列为各行的单位，数字已按单位换算",
        ["table.columnConstant"] = "该列各行均为“{value}”，未使用",
        ["table.columnParts"] = "无法识别，且各行内容不同；要分别计算请将表头改为“分段”，否则请只保留其中一类的行或删除该列；可识别的列：{columns}",
        ["table.otherPeriodColumn"] = "是季度或年度，表中没有月份列；此处需要按月的数据，例如2025-03",
        ["table.namesAbove"] = "与下一行合为表头",
        ["table.runningTotal"] = "“{column}”是累计数；请提供各月当月数，确认使用累计数时请用“--value”指明",
        ["table.runningTotal.note"] = "该列为累计数，其走势不反映各月情况",
        ["table.zeroDenominator"] = "为0；该月没有数值，按缺数处理",
        ["table.scoreOfCounts"] = "推荐者、被动者、贬损者人数已合并计算为净推荐值",
        ["table.notPeriod"] = "“{value}”不是期数；请写0、1、2等整数",
        ["table.periodTwice"] = "第{period}期重复出现",
        ["table.periodMissing"] = "缺少第{period}期；该期没有现金流时请写0",
        ["table.oneSide"] = "只有一个方向的现金流；请同时给出“流入”和“流出”，或用带正负号的“金额”列",
        ["table.outflowSigns"] = "流出金额有正有负；请统一写法",
        ["table.netOfSides"] = "各行净现金流=流入-流出",
        ["table.netOfSides.signed"] = "流出为负数，各行净现金流=流入+流出",
        ["table.netDiffers"] = "“{value}”与流入减流出不符",
        ["table.kpiWord"] = "“{value}”无法识别；可用：{known}",
        ["table.kpiOfCatalogue"] = "“{value}”已是目录中的指标；请另用标识",
        ["table.kpiLimits"] = "上限不大于下限",
        ["kpi.value"] = "数值",
    };

    public string Language => "zh";

    public IReadOnlyCollection<string> Ids => Words.Keys;

    public string? Find(string id) => Words.TryGetValue(id, out string? template) ? template : null;
}
