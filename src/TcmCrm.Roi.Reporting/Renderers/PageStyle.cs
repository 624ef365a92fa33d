namespace TcmCrm.Roi.Reporting.Renderers;

/// <summary>
/// How a page and its charts look. The colours are those of Okabe and Ito (Color Universal Design, 2008), which colour-blind people tell apart, ordered such that neighbours differ in
/// lightness too and a print in grey keeps them apart; lines differ in their dashes besides.
/// </summary>
internal static class PageStyle
{
    private const string Light =
        "--paper:#fff;--ink:#1b1f23;--faint:#56606b;--rule:#d5dae0;--grid:#e4e8ec;--soft:#f4f6f8;--bad:#9c2a00;" +
        "--c1:#0072b2;--c2:#e69f00;--c3:#009e73;--c4:#cc79a7;--c5:#56b4e9;--c6:#d55e00;--c7:#7a7a7a;--c8:#b8a900;--c9:#5b3a8e;--c10:#3d3d3d;--band:#cfe3f2;";

    private const string Dark =
        "--paper:#14181c;--ink:#e8ebee;--faint:#a9b3bd;--rule:#3a434c;--grid:#2b333b;--soft:#1d2329;--bad:#ffa98a;" +
        "--c1:#56b4e9;--c2:#e69f00;--c3:#2fc79c;--c4:#d99bbd;--c5:#9ad2f2;--c6:#f08a4b;--c7:#a8a8a8;--c8:#f0e442;--c9:#b79af0;--c10:#d8d8d8;--band:#1f4560;";

    private const string Chart =
        "svg text{font:11px system-ui,-apple-system,\"Segoe UI\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",\"WenQuanYi Zen Hei\",sans-serif;fill:var(--ink)}" +
        "svg .faint{fill:var(--faint)}svg .on{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}" +
        ".grid{stroke:var(--grid)}.zero{stroke:var(--faint)}.marked{stroke:var(--ink);stroke-dasharray:3 3}.band{fill:var(--band);stroke:none}" +
        ".line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}.l1{stroke:var(--c1)}.l2{stroke:var(--c6);stroke-dasharray:7 4}.l3{stroke:var(--faint);stroke-width:1;stroke-dasharray:2 3}" +
        ".l4{stroke:var(--c3);stroke-dasharray:1 5;stroke-width:2.5}.l5{stroke:var(--c6);stroke-dasharray:5 4}.mark{fill:var(--paper);stroke:var(--bad);stroke-width:2}" +
        ".c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}.c4{fill:var(--c4)}.c5{fill:var(--c5)}.c6{fill:var(--c6)}.c7{fill:var(--c7)}.c8{fill:var(--c8)}.c9{fill:var(--c9)}.c10{fill:var(--c10)}" +
        "rect[class^=c]{stroke:var(--paper);stroke-width:1}";

    /// <summary>Of a picture that stands alone.</summary>
    internal const string Alone = "svg{" + Light + "}.paper{fill:var(--paper)}@media(prefers-color-scheme:dark){svg{" + Dark + "}}" + Chart;

    /// <summary>Of a page, on a screen of any width and on paper.</summary>
    internal const string Screen =
        ":root{" + Light + "}\n@media screen and (prefers-color-scheme:dark){:root{" + Dark + "}}\n" + Chart + "\n" +
        "*{box-sizing:border-box}body{margin:0 auto;padding:0 16px 32px;max-width:1100px;background:var(--paper);color:var(--ink);" +
        "font:15px/1.6 system-ui,-apple-system,\"Segoe UI\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",\"WenQuanYi Zen Hei\",sans-serif;overflow-wrap:break-word}\n" +
        "h1{font-size:1.6em;line-height:1.3;margin:24px 0 8px}h2{font-size:1.2em;margin:32px 0 8px;padding-bottom:4px;border-bottom:2px solid var(--c1)}p{margin:6px 0}ul{margin:6px 0;padding-left:1.3em}\n" +
        ".first{background:var(--soft);border-left:4px solid var(--c1);padding:4px 16px 12px;margin:16px 0}.first h2{border:0;margin-top:8px}\n" +
        ".wide{overflow-x:auto;margin:10px 0}.wide:focus-visible,summary:focus-visible{outline:2px solid var(--c1);outline-offset:2px}\n" +
        "table{border-collapse:collapse;font-size:.92em;min-width:50%}caption{text-align:left;font-weight:600;padding:6px 0}" +
        ".hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;padding:0}\n" +
        "th,td{padding:4px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);min-width:4.5em}tbody th{font-weight:400}thead th{font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--faint)}" +
        ".n{text-align:right;font-variant-numeric:tabular-nums}.v{white-space:nowrap}.minus{color:var(--bad)}.total th,.total td{font-weight:600;border-bottom-color:var(--faint);background:var(--soft)}\n" +
        ".charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:16px 32px;margin:12px 0}figure{margin:0;min-width:0}figure svg{width:100%;max-width:560px;height:auto;display:block}" +
        "figcaption{color:var(--faint);font-size:.92em}details{font-size:.92em;margin-top:4px}summary{cursor:pointer;color:var(--faint)}footer{margin-top:32px;color:var(--faint);font-size:.85em;border-top:1px solid var(--rule)}\n" +
        "@media(max-width:480px){body{padding:0 12px 24px;font-size:14px}th,td{padding:4px 6px}.first{padding:4px 12px 12px}h1{font-size:1.35em}}\n" +
        "@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:9.5pt;line-height:1.45}h1{font-size:15pt;margin-top:0}h2{font-size:12pt;break-after:avoid}.first{margin:4mm 0}" +
        ".wide{overflow:visible;margin:2mm 0}table{font-size:8.5pt;width:100%}th,td{padding:1mm 1.5mm;min-width:0}tr,figure,li{break-inside:avoid}caption{break-after:avoid}thead{display:table-header-group}" +
        ".charts{grid-template-columns:1fr 1fr;gap:4mm 6mm}figure{margin:0}figure svg{max-width:86mm}details{display:none}footer{break-inside:avoid}}\n" +
        "@page{size:A4;margin:18mm 15mm 16mm;@bottom-right{content:counter(page) \" / \" counter(pages);font-size:8pt}@top-left{font-size:8pt}}\n";
}
