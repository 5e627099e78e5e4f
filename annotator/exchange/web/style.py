"""The style of a page that is sent or printed: the program's colours, light and dark, and nothing from outside."""

import tomllib
from functools import cache
from typing import Any

from annotator.files import resource

_GROUND = ("background", "pane", "ink", "dim", "line")
MOST_LEVELS = 12  # lines under a text; more share the last one

_RULES = """
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;background:var(--background);color:var(--ink);font:1rem/1.6 system-ui,"Noto Sans",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem}
article{position:relative;background:var(--pane);border:1px solid var(--line);border-radius:.6rem;
padding:1.5rem 2rem;margin:0 0 2rem}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 .3rem}
h2{font-size:1.05rem;margin:1.8rem 0 .4rem}
.said{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
.facts,.whose{color:var(--dim);margin:0 0 .3rem;unicode-bidi:plaintext;text-align:start}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem .9rem;padding:0;margin:.8rem 0 1.2rem;font-size:.85rem}
.legend b{background:var(--t);color:var(--k);border:1px solid var(--k);border-radius:.25rem;padding:0 .35rem}
.text{white-space:pre-wrap;overflow-wrap:break-word;unicode-bidi:plaintext;text-align:start;
font-family:Georgia,"Noto Serif",serif;font-size:1.1rem;line-height:calc(1.75em + var(--d)*5px)}
.head{font-size:1.35em;font-weight:700}
.m{background:var(--t);color:var(--ink);border-bottom:2px solid var(--k);
-webkit-box-decoration-break:clone;box-decoration-break:clone}
.tag{unicode-bidi:isolate;scroll-margin-top:3rem}
.tag::before{content:attr(data-l) "\\2060";color:var(--k);background:var(--pane);border:1px solid var(--k);
border-radius:.25rem;font:700 .58rem/1 system-ui,sans-serif;padding:.08rem .22rem;margin:0 .15rem;
vertical-align:.55em;white-space:nowrap}
.tag:target::before{background:var(--k);color:var(--pane)}
.links{padding-inline-start:1.2rem;margin:0}
.links li,td{unicode-bidi:plaintext;text-align:start}
.links b{color:var(--dim);font-weight:600}
a{color:inherit;text-decoration-color:var(--dim)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.82rem;line-height:1.45}
th,td{overflow-wrap:break-word;border:1px solid var(--line);padding:.35rem .5rem;vertical-align:top}
th{text-align:start;color:var(--dim);font-weight:600}
@media(max-width:40rem){main{padding:.5rem}article{padding:1rem}}
@media print{body{background:none;font-size:10.5pt}main{max-width:none;padding:0}
article{border:0;padding:0;margin:0;break-after:page}article:last-child{break-after:auto}
h1,h2{break-after:avoid}tr,.links li{break-inside:avoid}.wide{overflow:visible}
table{font-size:8pt}th,td{padding:.2rem .25rem}
.m,.tag::before,.legend b{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""


@cache
def style() -> str:
    """The style sheet. A colour is the class `c-NAME`, a level `l0` and so on."""
    palette: dict[str, dict[str, str]] = tomllib.loads(_palette())
    colours = {name: each for name, each in palette.items() if "light_ink" in each}
    light, dark = _theme(palette, colours, "light"), _theme(palette, colours, "dark")
    screen = f"@media screen and (prefers-color-scheme:dark){{{dark}}}"
    under = "".join(f".l{each}{{padding-bottom:{each * 4}px}}" for each in range(MOST_LEVELS))
    return f"{light}{_RULES}{under}{screen}"


def colours() -> frozenset[str]:
    """The names of the colours."""
    return frozenset(name for name, each in tomllib.loads(_palette()).items() if "light_ink" in each)


def _palette() -> str:
    return resource("themes", "palette.toml").read_text(encoding="utf-8")


def _theme(palette: dict[str, dict[str, str]], colours: dict[str, Any], look: str) -> str:
    ground = ";".join(f"--{name}:{palette[look][name]}" for name in _GROUND)
    rules = (f".c-{name}{{--t:{each[f'{look}_tint']};--k:{each[f'{look}_ink']}}}" for name, each in colours.items())
    return f":root{{{ground}}}{''.join(rules)}"
