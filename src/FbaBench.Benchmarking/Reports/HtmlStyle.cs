namespace FbaBench;

/// <summary>The page's style. Colours are those of Okabe and Ito, told apart by colour-blind readers; dashes repeat the distinction.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root{--bg:#fff;--fg:#1b1f24;--soft:#59636e;--rule:#d8dee4;--card:#f6f8fa;--up:#0a6640;--down:#b3261e;
        --c0:#0072b2;--c1:#d55e00;--c2:#009e73;--c3:#a8568f;--c4:#946200;--c5:#2f4b9b;--c6:#5c5c5c;--c7:#008b9a}
        @media(prefers-color-scheme:dark){:root{--bg:#0f1318;--fg:#e6e9ed;--soft:#9aa4b0;--rule:#2c333b;--card:#171c22;--up:#4cc38a;--down:#ff8f85;
        --c0:#56b4e9;--c1:#ff8c42;--c2:#2bd4a3;--c3:#e39ac9;--c4:#e6c14a;--c5:#93a8ff;--c6:#b5b5b5;--c7:#5fd3e0}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        main{max-width:1180px;margin:0 auto;padding:24px 20px 48px}
        h1{font-size:1.7rem;margin:0 0 4px}h2{font-size:1.25rem;margin:36px 0 0;padding-top:12px;border-top:1px solid var(--rule)}
        p{margin:6px 0}.sub,.note,footer,figcaption,details{color:var(--soft);font-size:.9rem}
        .wide{overflow-x:auto}small{color:var(--soft);font-weight:400}
        table{border-collapse:collapse;width:100%;margin:12px 0;font-size:.88rem;font-variant-numeric:tabular-nums}
        th,td{padding:6px 8px;text-align:right;border-bottom:1px solid var(--rule);white-space:nowrap}
        thead th{color:var(--soft);font-weight:600;white-space:normal;vertical-align:bottom}
        th:first-child{text-align:left;font-weight:600}thead th{overflow-wrap:anywhere}
        .better{color:var(--up);font-weight:600}.worse{color:var(--down);font-weight:600}
        .legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;padding:0;margin:12px 0 6px}
        .legend svg{width:26px;height:10px;margin-right:6px;vertical-align:middle}
        .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(330px,1fr));gap:14px}
        figure{margin:0;background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:10px 10px 4px;display:flex;flex-direction:column;justify-content:space-between}
        figcaption b{color:var(--fg)}figure svg{display:block;width:100%;height:auto}
        .line{fill:none;stroke-width:1.8;stroke-linejoin:round}.charts .band{stroke:none;fill-opacity:.14}
        .grid,.mark{stroke:var(--rule)}.zero{stroke:var(--soft)}.runoff{fill:var(--rule);fill-opacity:.45}
        .tick{fill:var(--soft);font-size:11px}
        .s0{stroke:var(--c0)}.s1{stroke:var(--c1);stroke-dasharray:7 3}.s2{stroke:var(--c2);stroke-dasharray:2 3}.s3{stroke:var(--c3);stroke-dasharray:9 3 2 3}
        .s4{stroke:var(--c4)}.s5{stroke:var(--c5);stroke-dasharray:4 4}.s6{stroke:var(--c6);stroke-dasharray:12 4}.s7{stroke:var(--c7);stroke-dasharray:1 3}
        .s8{stroke:var(--c0);stroke-dasharray:14 2 2 2}.s9{stroke:var(--c1);stroke-dasharray:1 4}.s10{stroke:var(--c2);stroke-dasharray:16 3}.s11{stroke:var(--c3)}
        .band.s0,.band.s8{fill:var(--c0)}.band.s1,.band.s9{fill:var(--c1)}.band.s2,.band.s10{fill:var(--c2)}.band.s3,.band.s11{fill:var(--c3)}
        .band.s4{fill:var(--c4)}.band.s5{fill:var(--c5)}.band.s6{fill:var(--c6)}.band.s7{fill:var(--c7)}
        footer{margin-top:36px;border-top:1px solid var(--rule)}
        @media(max-width:820px){main{padding:16px 12px 32px}table,tbody,tr,th,td{display:block}thead{display:none}
        tr{border:1px solid var(--rule);border-radius:8px;margin:0 0 10px;padding:6px 10px;background:var(--card)}
        td,tbody th{border:0;padding:2px 0;display:flex;justify-content:space-between;gap:12px;white-space:normal}
        tbody th{font-size:1rem}td::before{content:attr(data-label);color:var(--soft);font-weight:400}}
        """;
}
