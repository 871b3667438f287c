"""Words that do something where they are printed, or are read as something else than words."""

ESC = "\x1b"
BEL = "\x07"
ST = f"{ESC}\\"

TERMINAL = {
    "sgr": f"{ESC}[31;5mred{ESC}[0m",
    "clear-screen": f"{ESC}[2J{ESC}[H",
    "window-title": f"{ESC}]0;a title{BEL}",
    "link-to-a-file": f"{ESC}]8;;file:///etc/passwd{ST}a link{ESC}]8;;{ST}",
    "link-to-a-script": f"{ESC}]8;;javascript:alert(1){BEL}a link{ESC}]8;;{BEL}",
    "clipboard": f"{ESC}]52;c;cm0gLXJmIC8={BEL}",
    "clipboard-asked": f"{ESC}]52;c;?{ST}",
    "device-asked": f"{ESC}[c{ESC}[6n{ESC}[>q",
    "device-control": f'{ESC}P$q"p{ST}{ESC}P1$r0m{ST}',
    "program-command": f"{ESC}_Gf=24,s=1,v=1;AAAA{ST}",
    "private-message": f"{ESC}^words{ST}{ESC}Xwords{ST}",
    "unended": f"{ESC}]52;c;" + "QUFB" * 200,
    "alternate-screen": f"{ESC}[?1049l{ESC}[?2004h{ESC}[?1000h",
    "reset": f"{ESC}c{ESC}(0{ESC}#8",
    "notification": f"{ESC}]9;words{BEL}{ESC}]777;notify;a;b{BEL}",
    "palette": f"{ESC}]4;1;rgb:ff/00/00{BEL}{ESC}]11;#000000{BEL}",
    "c1-string": "\x9d52;c;QUFB\x9c\x9b31mred\x90q\x9c\x85\x84",
    "every-control": "".join(map(chr, (*range(1, 9), *range(14, 32), *range(0x7F, 0xA0)))),
    "back-over": "good\b\b\b\bevil\r\x0b\x0c",
}
"""What ECMA-48, xterm, iTerm2 and kitty take as commands."""

WRITING = {
    "bidi-override": "\u202egnp.exe\u202c \u2066\u2067a\u2069 \u200f\u200eb \u061c",
    "bidi-unended": "\u202e" * 70 + "left open \u2067" * 70,
    "zero-width": "a\u200bb\u200cc\u200dd\u2060e\ufefff" * 100,
    "zalgo": "".join(c + "\u0301\u0489\u0334" * 300 for c in "Anna Holt"),
    "joined-emoji": "\U0001f468\u200d" * 500 + "\U0001f466",
    "tag-characters": "\U000e0001" + "".join(chr(0xE0000 + ord(c)) for c in "hidden words"),
    "selectors": "a" + "\ufe0f\ufe0e\U000e0100" * 200,
    "not-characters": "\ufdd0\ufffe\uffff\U0001ffff\U0010ffff \ue000 \ufff9x\ufffay\ufffb",
    "line-separators": "one\u2028two\u2029three\x0bfour\x1cfive\x85six",
    "wide-and-none": "\u3000漢字\uff21\u1100\u1161\u11a8\u115f\u3164" * 40,
    "folding-grows": "ŉǰΐİßﬃ" * 200,
    "one-grapheme": "e" + "\u0300" * 5000,
    "right-to-left": "שלום «مرحبا» said Anna Holt עולם",
    "marks-unended": "“ « „ ‘ \" ' " * 300,
    "brackets": "([{<" * 500,
}
"""What Unicode lets a text do to its reader (UAX #9, UTR #36)."""

SYNTAX = {
    "textual-markup": "[bold]b[/bold] [/ [TODO] [link=file:///x]l[/link] [@click=app.quit]q[/]",
    "textual-action": '[@click="app.bell"]ring[/] [on red]r[/on red] [$primary]p[/]',
    "percent-and-braces": "%s %n %(x)s {} {0.__class__} {{ 7*7 }} ${HOME} `id` $(id)",
    "sql": "'; DROP TABLE article; -- \" OR 1=1 \x00",
    "fts": 'NEAR(a b, 3) title:x AND OR NOT * ^ "unended (',
    "html": "</script><script>alert(1)</script><img src=x onerror=alert(1)>--><!--",
    "xml": "]]> <![CDATA[ <?xml version='1.0'?> &lol; &#x1b; &#0; &#xD800; <!ENTITY a 'b'>",
    "markdown": "[a](javascript:alert(1)) ![b](file:///etc/passwd) <http://[::1> `" + "`" * 99,
    "json": '"}],"title":{"a":[ \\ud800 \\u0000 NaN',
    "csv": "=cmd|' /C calc'!A0 @SUM(1) +1 -1",
    "yaml": "!!python/object/apply:os.system ['id'] &a [*a, *a] : - |",
    "path": "../../../etc/passwd \\\\host\\share C:\\con /dev/zero file:///dev/zero",
    "addresses": "http://[::1 https://a@b@c/%zz//\\ javascript:1 data:text/html,x http://\udcff/",
}
"""What other languages read as more than words."""

PAYLOADS = TERMINAL | WRITING | SYNTAX
