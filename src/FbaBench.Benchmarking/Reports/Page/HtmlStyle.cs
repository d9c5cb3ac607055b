namespace FbaBench;

/// <summary>The page's style. Colours are after those of Okabe and Ito, told apart by colour-blind readers and darkened to a contrast of 4.5; dashes repeat the distinction.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root{--bg:#fff;--fg:#1b1f24;--soft:#59636e;--rule:#d8dee4;--card:#f6f8fa;--up:#0a6640;--down:#b3261e;--warn:#7a5200;--link:#0b5cad;--runoff:#eaedf1;
        --c0:#0067a3;--c1:#b84f00;--c2:#007a58;--c3:#9c4683;--c4:#806000;--c5:#2f4b9b;--c6:#5c5c5c;--c7:#00747f}
        @media(prefers-color-scheme:dark){:root{--bg:#0f1318;--fg:#e6e9ed;--soft:#9aa4b0;--rule:#2c333b;--card:#171c22;--up:#4cc38a;--down:#ff8f85;--warn:#e6c14a;--link:#7cc0ff;--runoff:#1e242c;
        --c0:#56b4e9;--c1:#ff8c42;--c2:#2bd4a3;--c3:#e39ac9;--c4:#e6c14a;--c5:#93a8ff;--c6:#b5b5b5;--c7:#5fd3e0}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        main{max-width:1240px;margin:0 auto;padding:24px 20px 48px}
        h1{font-size:1.7rem;margin:0 0 4px;overflow-wrap:anywhere}h2{font-size:1.35rem;margin:36px 0 4px;padding-top:14px;border-top:1px solid var(--rule);overflow-wrap:anywhere}
        h3{font-size:1.08rem;margin:26px 0 8px;overflow-wrap:anywhere}h4{font-size:.98rem;margin:20px 0 0}
        p{margin:6px 0}.sub,.note,footer,figcaption,details p{color:var(--soft);font-size:.9rem}.note,.sub,figcaption,li{overflow-wrap:anywhere}
        a{color:var(--link)}small{color:var(--soft);font-weight:400}.nowrap{white-space:nowrap;margin-left:10px}
        .verdicts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,460px),1fr));gap:14px;margin-top:10px;align-items:start}
        .verdict{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:12px 16px}.verdict h3{margin:0 0 6px}
        .verdict ul{list-style:none;margin:0;padding:0}.verdict li{padding:3px 0 3px 22px;position:relative}.verdict li:first-child{font-size:1.05rem}
        .verdict .mark{position:absolute;left:2px;font-weight:700}.verdict .better .mark{color:var(--up)}.verdict .worse .mark{color:var(--down)}.verdict .open .mark,.verdict .plain .mark{color:var(--soft)}.verdict .warning .mark{color:var(--warn)}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%;margin:12px 0;font-size:.88rem;font-variant-numeric:tabular-nums}
        th,td{padding:6px 8px;text-align:right;border-bottom:1px solid var(--rule);white-space:nowrap}
        thead th{color:var(--soft);font-weight:600;white-space:normal;vertical-align:bottom;overflow-wrap:break-word;min-width:4.5em}
        th:first-child{text-align:left;font-weight:600}
        .words th{width:14em}.words td:nth-child(2){width:7em}.words .long,.rungs .long{text-align:left}.rungs th{width:14em}.rungs thead th:nth-child(2){text-align:left}.metrics th:first-child{white-space:normal;min-width:15em;max-width:26em}.metrics th.group{padding-top:14px;color:var(--soft)}
        td.long{white-space:normal;overflow-wrap:anywhere}td.better,.val.better{color:var(--up);font-weight:600}td.worse,.val.worse{color:var(--down);font-weight:600}
        .legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;padding:0;margin:8px 0;font-size:.9rem}
        .key,.swatch{display:inline-block;margin-right:6px;vertical-align:middle}
        .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,520px),1fr));gap:14px;margin:10px 0}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,270px),1fr));gap:12px;margin:8px 0}
        .falls{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,520px),1fr));gap:14px;margin:8px 0}
        figure{margin:0;background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:10px 12px 8px;min-width:0}
        figcaption b{color:var(--fg);overflow-wrap:anywhere}.cards figcaption b{display:block}
        .plot{display:block;overflow:visible}.in{overflow:visible}
        .area{padding:20px 10px 46px 50px}.area.wide{padding-left:86px}.area.small{padding:18px 8px 28px 40px}.area.ends{padding-right:142px}
        .rows{padding:4px 6px 0}.head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;font-size:.88rem;margin-top:8px;font-variant-numeric:tabular-nums}
        .who{font-weight:600;overflow-wrap:anywhere}.val{color:var(--soft)}
        .line,.rival{fill:none;stroke-width:1.8;stroke-linejoin:round;vector-effect:non-scaling-stroke}
        .own{stroke-dasharray:none!important}.rival{stroke:var(--soft);stroke-width:1.3;stroke-dasharray:3 3}
        .band{stroke:none;fill-opacity:.13}.stock{stroke:none;fill-opacity:.35}
        .grid,svg .mark{stroke:var(--rule)}.zero{stroke:var(--soft)}.runoff{fill:var(--runoff)}
        .tick,.name{fill:var(--soft);font-size:11px}.name{fill:var(--fg)}.mid{text-anchor:middle}.end{text-anchor:end}
        .lead{stroke-width:1.2}.bar{stroke-width:3}.bar.untrusted{stroke-width:1.5;stroke-dasharray:3 3}.cap{stroke-width:1.8}
        .bar,.cap,.lead{stroke-dasharray:none!important}.bar.untrusted{stroke-dasharray:3 3!important}.dot{fill-opacity:.45}.hollow{fill:var(--card);stroke-width:2;stroke-dasharray:none!important}
        .notch{stroke:var(--fg);stroke-width:1.5}.units{fill:var(--soft);fill-opacity:.55}
        .ev{stroke-width:2.5}.ev0{stroke:var(--c0)}.ev1{stroke:var(--c2)}.ev2{stroke:var(--c3)}.ev3{stroke:var(--down)}.ev4{stroke:var(--c4)}.ev5{stroke:var(--fg)}
        .arrival{fill:var(--c2)}.turn{stroke:var(--soft);stroke-dasharray:4 3}.turn.broke{stroke:var(--down);stroke-width:2}
        .seg{stroke:var(--card);stroke-width:1}.in-bar{fill:var(--bg);font-size:11px;font-weight:600;text-anchor:middle}
        .more{fill:var(--c0)}.less{fill:var(--c1)}.total{fill:var(--fg)}
        .fall{margin:0}.fall caption{text-align:left;font-weight:600;overflow-wrap:anywhere}.fall th,.fall td{padding:2px 8px}.fall thead th{font-size:.82rem;white-space:nowrap}
        .fall tbody th{font-weight:400}.fall td:last-child{width:38%;padding-right:0}.fall svg{display:block}.fall tfoot th,.fall tfoot td{font-weight:700;border-bottom:0;border-top:2px solid var(--soft)}
        details{margin:10px 0}.agent{border:1px solid var(--rule);border-radius:8px;padding:8px 12px}summary{cursor:pointer;overflow-wrap:anywhere}.agent figure{margin-top:8px}
        .agent summary span{color:var(--soft)}
        pre{background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:10px 12px;overflow-x:auto;font-size:.85rem}
        .s0{stroke:var(--c0)}.s1{stroke:var(--c1);stroke-dasharray:7 3}.s2{stroke:var(--c2);stroke-dasharray:2 3}.s3{stroke:var(--c3);stroke-dasharray:9 3 2 3}
        .s4{stroke:var(--c4)}.s5{stroke:var(--c5);stroke-dasharray:4 4}.s6{stroke:var(--c6);stroke-dasharray:12 4}.s7{stroke:var(--c7);stroke-dasharray:1 3}
        .s8{stroke:var(--c0);stroke-dasharray:14 2 2 2}.s9{stroke:var(--c1);stroke-dasharray:1 4}.s10{stroke:var(--c2);stroke-dasharray:16 3}.s11{stroke:var(--c3)}
        .f0,.f8,.c0{fill:var(--c0)}.f1,.f9,.c1{fill:var(--c1)}.f2,.f10,.c2{fill:var(--c2)}.f3,.f11,.c3{fill:var(--c3)}.f4,.c4{fill:var(--c4)}.f5,.c5{fill:var(--c5)}.f6,.c6{fill:var(--c6)}.f7,.c7{fill:var(--c7)}
        footer{margin-top:36px;border-top:1px solid var(--rule)}
        @media(max-width:820px){main{padding:16px 10px 32px}.area.ends{padding-right:10px}.area.ends .name,.area.ends .lead{display:none}
        .cardy,.cardy tbody,.cardy tr,.cardy th,.cardy td{display:block}.cardy thead{display:none}
        .cardy tr{border:1px solid var(--rule);border-radius:8px;margin:0 0 10px;padding:6px 10px;background:var(--card)}
        .cardy td,.cardy tbody th{border:0;padding:2px 0;display:flex;justify-content:space-between;gap:12px;white-space:normal;overflow-wrap:anywhere}
        .cardy tbody th{font-size:1rem}.cardy td::before{content:attr(data-label);color:var(--soft);font-weight:400}
        .fall th,.fall td{padding:2px 4px;font-size:.8rem}.fall tbody th,.fall thead th{white-space:normal;min-width:0}.fall td:last-child{width:22%}figure{padding:8px}}
        @media print{body{font-size:11px}main{max-width:none;padding:0}figure,tr,.verdict,.agent>summary{break-inside:avoid}h2{break-before:page}section:first-of-type h2{break-before:auto}h3,h4{break-after:avoid}
        details::details-content{content-visibility:visible;block-size:auto}pre{white-space:pre-wrap}}
        """;
}
