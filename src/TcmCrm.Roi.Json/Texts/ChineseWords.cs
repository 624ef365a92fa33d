using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Json.Texts;

/// <summary>The Chinese words of this package.</summary>
internal sealed class ChineseWords : ITextSource
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        // Syntax.
        ["document.syntax.comment"] = "JSON中不允许写注释",
        ["document.syntax.empty"] = "文件为空",
        ["document.syntax.trailingComma"] = "“{bracket}”之前不允许有逗号",
        ["document.syntax.commaWithoutValue"] = "逗号之前缺少取值",
        ["document.syntax.missingComma"] = "{found}之前缺少逗号",
        ["document.syntax.missingCommaHere"] = "“{found}”之前缺少逗号",
        ["document.syntax.missingColon"] = "属性名{found}之后缺少冒号和取值",
        ["document.syntax.unclosedList"] = "文件不完整：列表缺少右方括号“]”",
        ["document.syntax.unclosedObject"] = "文件不完整：对象缺少右花括号“}}”",
        ["document.syntax.unclosedText"] = "文件不完整：文本缺少结尾的双引号",
        ["document.syntax.missingValue"] = "文件不完整：缺少取值",
        ["document.syntax.endsAfter"] = "文件不完整，在“{found}”之后中断",
        ["document.syntax.behindTheEnd"] = "文件结束之后不允许再有内容，此处为“{found}”",
        ["document.syntax.singleQuotes"] = "文本和属性名应使用双引号，不得使用单引号，此处为“{found}”",
        ["document.syntax.valueExpected"] = "此处应为取值，却是“{found}”",
        ["document.syntax.nameExpected"] = "此处应为逗号或带双引号的属性名，却是“{found}”",
        ["document.syntax.nameExpectedInstead"] = "此处应为带双引号的属性名，却是“{found}”",
        ["document.syntax.bareName"] = "属性名“{found}”应加双引号",
        ["document.syntax.bareText"] = "“{found}”不是JSON取值；文本应加双引号",
        ["document.syntax.notAValue"] = "“{found}”不是JSON取值",
        ["document.syntax.notLowerCase"] = "“{found}”不是JSON取值；应使用小写",
        ["document.syntax.notANumber"] = "“{found}”不是JSON数字；应为数字，可带负号、小数和指数，例如-1234.5",
        ["document.syntax.notFinite"] = "不允许“{found}”；应为有限的数",
        ["document.syntax.controlCharacter"] = "文本中不允许有换行或控制字符；应写作“\\n”或“\\t”",
        ["document.syntax.escape"] = "JSON中不允许此转义；可用的转义为“{escapes}”",

        // Encoding and limits.
        ["document.encoding.surrogate"] = "第{position}个字符不完整（代理对缺少一半），应为有效的Unicode文本",
        ["document.encoding.byte"] = "字节“{found}”不是UTF-8编码；文件应为UTF-8编码（以GBK或GB18030保存的文件，请另存为UTF-8）",
        ["document.encoding.wide"] = "文件采用{encoding}编码，应为UTF-8编码",
        ["document.encoding.wideUnmarked"] = "文件采用{encoding}编码且没有字节顺序标记，应为UTF-8编码",
        ["document.limitExceeded.bytes"] = "文件过大，共{size}字节，应为{allowed}",
        ["document.limitExceeded.endless"] = "文件过大，应为{allowed}",
        ["document.limitExceeded.values"] = "文件中的取值过多；最多{most}个",
        ["document.limitExceeded.levels"] = "对象和列表嵌套过深；最多{most}层",
        ["document.limitExceeded.problems"] = "另有{count}个问题未列出；最多列出{most}个",

        // Properties and values.
        ["document.missing"] = "缺少“{name}”，应为{allowed}",
        ["document.unknown"] = "没有名为“{name}”的属性；可用的属性：{allowed}",
        ["document.unknown.suggestion"] = "没有名为“{name}”的属性，是否应为“{nearest}”？",
        ["document.duplicate.property"] = "属性“{name}”重复出现；第一次为{first}",
        ["document.wrongType"] = "此处不能为{found}，应为{allowed}",
        ["document.outOfRange"] = "此处不能为{found}，应为{allowed}",
        ["document.outOfRange.suggestion"] = "此处不能为{found}，应为{allowed}。是否应为“{nearest}”？",
        ["document.outOfRange.count"] = "列表有{count}个元素，应为{allowed}",
        ["document.inconsistent"] = "此处不能为{found}，应为{allowed}",
        ["document.inconsistent.reason"] = "各项取值相互矛盾，原因为“{reason}”",
        ["document.found.value"] = "“{value}”",
        ["document.found.text"] = "“{value}”",
        ["document.found.longText"] = "“{value}”",
        ["document.found.object"] = "对象",
        ["document.found.list"] = "列表",
        ["document.word"] = "“{word}”",

        // What is allowed.
        ["document.allowed.number"] = "{least}至{most}的数",
        ["document.allowed.numberAbove"] = "大于{least}且不超过{most}的数",
        ["document.allowed.wholeNumber"] = "{least}至{most}的整数",
        ["document.allowed.fraction"] = "{least}至{most}的比例（0.42即42%）",
        ["document.allowed.amount"] = "{least}至{most}的金额",
        ["document.allowed.shortNumber"] = "{number}，不超过28位数字",
        ["document.allowed.text"] = "1至{most}个字符的文本",
        ["document.allowed.lineText"] = "1至{most}个字符的单行文本，且不能是“*”",
        ["document.allowed.parameters"] = "由名称和数值组成的对象",
        ["document.allowed.anyNumber"] = "数",
        ["document.allowed.flag"] = "“true”或“false”",
        ["document.allowed.date"] = "{first}至{last}的日期，例如“2025-03-01”",
        ["document.allowed.month"] = "月份，例如“2025-03”",
        ["document.allowed.period"] = "ISO 8601时间长度，例如“P6M”（6个月）、“P1Y”（1年）或“P3Y”（3年），不超过100年",
        ["document.allowed.currency"] = "ISO 4217货币代码，例如“CNY”（人民币）或“USD”（美元）",
        ["document.allowed.words"] = "以下之一：{words}",
        ["document.allowed.word"] = "{words}",
        ["document.allowed.names"] = "{names}",
        ["document.allowed.object"] = "含有{names}的对象",
        ["document.allowed.item"] = "含有“category”“kind”和“name”的对象",
        ["document.allowed.list"] = "{least}至{most}个元素的列表",
        ["document.allowed.start"] = "{date}，或“{caseStart}”（项目启动），或“{goLive}”（上线），或含有{names}的对象",
        ["document.allowed.startDate"] = "{date}，或“{caseStart}”（项目启动），或“{goLive}”（上线）",
        ["document.allowed.workTime"] = "“{none}”、“{china}”，或含有{names}的对象",
        ["document.allowed.laterDate"] = "晚于上一档的日期",
        ["document.allowed.laterMonth"] = "晚于上一点的月份",
        ["document.allowed.noPool"] = "已定义的资源池，但项目未定义资源池",
        ["document.allowed.bytes"] = "不超过{most}字节",

        // Cases.
        ["document.duplicate.name"] = "名称{found}在“{list}”中重复出现；每个名称只能使用一次",
        ["document.duplicate.id"] = "标识{found}与“{other}”的标识相同；成本和收益合在一起，每个标识只能使用一次，未写标识的以名称为标识",
        ["document.duplicate.nameIsId"] = "名称{found}是“{other}”的标识；请为其中一项另写标识",
        ["document.duplicate.evaluationPeriod"] = "评估周期“{period}”与“{twin}”在同一天结束；每个周期只能出现一次",
        ["document.duplicate.rate"] = "同一天有两个由“{from}”折算为“{to}”的汇率；只能有一个",
        ["document.duplicate.pool"] = "有两个资源池的标识为“{pool}”；每个标识只能使用一次",
        ["document.duplicate.poolDraw"] = "资源池“{pool}”被重复占用；每个资源池只能占用一次",
        ["document.duplicate.tag"] = "标签“{tag}”重复出现；每个标签只能出现一次",
        ["document.inconsistent.shares"] = "各项比例合计为{sum}，应合计为1",
        ["document.inconsistent.firstWave"] = "没有“months”为0的批次；至少应有一个批次与项目同时上线",
        ["document.allowed.laterTier"] = "大于上一档的数量",
        ["document.allowed.signing"] = "日期或项目启动日；签约日不随上线日变动",
        ["document.inconsistent.weights"] = "各标签的权重均为0；至少应有一个标签的权重大于0",
        ["document.inconsistent.poolCurrency"] = "只有收入类资源池（“revenue”）才有币种",
        ["document.inconsistent.pool"] = "没有标识为{found}的资源池，应为{allowed}",
        ["document.inconsistent.pool.suggestion"] = "没有标识为{found}的资源池，应为{allowed}。是否应为“{nearest}”？",
        ["document.inconsistent.ramp"] = "“{name}”不适用于爬坡方式“{ramp}”",
        ["document.inconsistent.hostKind"] = "种类“{kind}”无法读取，原因为“{reason}”",
        ["document.inconsistent.hostKindWithoutBasis"] = "种类“{kind}”没有给出结果",
        ["document.inconsistent.rate"] = "{reason}",
        ["document.inconsistent.either"] = "“{one}”和“{other}”同时给出；只能给出其中一个",
        ["document.inconsistent.interval"] = "给出了区间，证据等级却不是“measured”（实测）",
        ["document.inconsistent.seriesReader"] = "引用了数据序列“{series}”，但程序没有提供读取该序列的功能",
        ["document.inconsistent.seriesFile"] = "数据序列“{series}”无法读取，原因为“{reason}”",
        ["document.inconsistent.seriesEstimate"] = "数据序列“{series}”无法得出估计：{reason}",
        ["document.inconsistent.impactCategory"] = "“impact”类收益不能属于“{category}”；应为“salesGrowth”“retention”或“operatingCost”",
        ["document.inconsistent.impactNeeds"] = "缺少“{name}”；属于“{category}”的“impact”类收益需要此项",
        ["document.reasons"] = "{first}{next}",
    };

    public string Language => "zh";

    public IReadOnlyCollection<string> Ids => Words.Keys;

    public string? Find(string id) => Words.TryGetValue(id, out string? template) ? template : null;
}
