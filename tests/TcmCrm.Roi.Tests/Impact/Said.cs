using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>Messages as readers see them.</summary>
internal static class Said
{
    private static readonly Language English = Language.Of("en");
    private static readonly Language Chinese = Language.Of("zh").With(new HostWords());

    public static string InEnglish(this Message message) => English.Say(message);

    public static string InChinese(this Message message) => Chinese.Say(message);

    /// <summary>A summary, one sentence a line.</summary>
    public static string InEnglish(this ImpactResult result) => string.Join("\n", result.Summary.Select(InEnglish));

    public static string InChinese(this ImpactResult result) => string.Join("\n", result.Summary.Select(InChinese));

    /// <summary>The name of the samples' KPI, which is the host's own, in Chinese; in English it is its identifier.</summary>
    private sealed class HostWords : ITextSource
    {
        public string Language => "zh";

        public IReadOnlyCollection<string> Ids => ["kpi.Sales"];

        public string? Find(string id) => id == "kpi.Sales" ? "销售额" : null;
    }
}
