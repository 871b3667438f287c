"""Files whose shape is what is wrong with them: too deep, too long, cut, packed, or other."""

import gzip
import io
import json
import os
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache

from hostile.carriers import BODY, CARRIERS

Named = tuple[str, bytes]

TIMES = int(os.environ.get("BROADSHEET_HOSTILE", "1"))
"""How large the files are; by hand, 10 and more."""
MANY = 2000 * TIMES
LONG = 40_000 * TIMES
"""How often something is repeated, and how many bytes one piece has."""


def deep() -> Iterator[Named]:
    """What is nested deeper than a stack or a tree holds."""
    for tag in ("div", "b", "table><tr><td", "blockquote", "ul><li", "span", "font", "section"):
        yield f"{tag.split('>')[0]}.html", f"<html><body>{f'<{tag}>' * MANY}<p>{BODY}".encode()
    yield "closed.html", b"<html>" + b"<div>" * MANY + BODY.encode() + b"</div>" * MANY
    yield "unopened.html", b"<html><p>" + BODY.encode() + b"</div></b></p>" * MANY
    yield "misnested.html", b"<html>" + b"<a><b><i><p>x</a></b></i>" * 3000
    yield "elements.xml", b"<rss><channel><item>" + b"<a>" * MANY + b"</a>" * MANY
    yield "entry.xml", b"<feed>" + b"<entry><content>" * MANY
    yield "markup-in-feed.xml", (
        b"<rss><channel><item><title>Boats</title><description>"
        + b"&lt;div&gt;" * MANY + b"</description></item></channel></rss>"
    )  # fmt: skip
    yield "lists.json", b"[" * MANY + b"]" * MANY
    yield "lists-open.json", b"[" * MANY
    yield "objects.json", b'{"a":' * MANY + b"1" + b"}" * MANY
    yield "objects-in-lists.json", b'[{"title":' * MANY
    yield "json-ld.html", (
        b'<script type="application/ld+json">' + b'{"@graph":[' * MANY + b"</script><p>"
        + BODY.encode()
    )  # fmt: skip
    yield "quotations.md", b"# Boats\n\n" + b">" * MANY + b" words\n"
    yield "items.md", b"# Boats\n\n" + b"".join(b" " * 2 * n + b"- a\n" for n in range(800))
    yield "brackets.md", b"# Boats\n\n" + b"[" * MANY + b"a" + b"](b)" * MANY
    yield "stars.md", b"# Boats\n\n" + b"*a **b " * MANY
    yield "front-matter.md", b"---\ntitle: " + b"[" * MANY + b"\n---\n# Boats\n\nwords\n"
    yield "flow.md", b"---\na: " + b"{a: " * MANY + b"\n---\n# Boats\n\nwords\n"
    yield "quotes.txt", ("Boats\n\n" + "“" * MANY + " said Anna Holt.\n").encode()


def long() -> Iterator[Named]:
    """What is one piece and goes on."""
    yield "line.txt", b"a" * LONG * 5
    yield "words.txt", (BODY + " ").encode() * (LONG // 200)
    yield "names.txt", b"Boats\n\n" + b"Anna Holt " * MANY
    yield "said.txt", ("Boats\n\n" + "“a,” said Anna Holt. " * MANY).encode()
    yield "capitals.txt", b"Boats\n\n" + b"A" * (LONG // 2) + b" said Anna Holt."
    yield "spaces.txt", b"Boats\n\n" + b" " * LONG * 2 + b"a"
    yield "breaks.txt", b"Boats" + b"\n" * LONG * 2 + b"a"
    yield "tabs.txt", b"a\tb" * (LONG // 2)
    yield "returns.txt", b"Boats\r" * (LONG // 4)
    yield "dots.txt", b"Boats\n\n" + b". " * (LONG // 2)
    yield "hyphens.txt", b"Boats\n\n" + b"a-" * (LONG // 2)
    yield "apostrophes.txt", b"Boats\n\n" + "l’".encode() * (LONG // 4)
    yield "digits.txt", b"Boats\n\n21 January " + b"9" * LONG
    yield "address.txt", b"Boats\n\nhttps://a.example/" + b"a/" * (LONG // 2)
    yield "attribute.html", b'<html><p class="' + b"a " * LONG + b'">' + BODY.encode()
    yield "attributes.html", b"<html><p " + b"".join(b"a%d=1 " % n for n in range(MANY)) + b">x"
    yield "tag.html", b"<html><p><" + b"a" * LONG + b">" + BODY.encode()
    yield "comment.html", b"<html><!--" + b"-" * LONG * 2
    yield "script.html", b"<html><script>" + b"<!--<script>" * (LONG // 8)
    yield "openings.html", b"<html>" + b"<" * LONG
    yield "entities.html", b"<html><p>" + b"&" * LONG
    yield "doctype.html", b"<!doctype html [" + b"<!-- " * (LONG // 8)
    yield "prologue.xml", b"<?xml ?>" * (LONG // 8) + b"<rss>"
    yield "cdata.xml", b"<rss><channel><item><title>" + b"<![CDATA[" * (LONG // 8)
    yield "colons.xml", b"<rss><channel><item><" + b"a:" * (LONG // 4) + b">"
    yield "number.json", b'{"title": ' + b"9" * LONG + b"}"
    yield "string.json", b'{"title": "' + b"\\u0041" * (LONG // 4)
    yield "one-line.jsonl", (b'{"title": "Boats", "text": "' + b"a " * LONG + b'"}') * 2
    yield "rules.md", b"# Boats\n\n" + b"a\n" + b"=" * (LONG // 2)
    yield "backticks.md", b"# Boats\n\n" + b" ".join(b"`" * n for n in range(1, 700))
    yield "table.md", b"# Boats\n\n|" + b"a|" * 3000 + b"\n|" + b"-|" * 3000 + b"\n" + b"|b" * 9000
    yield "references.md", b"# Boats\n\n" + b"[a]: b\n" * MANY + b"[a]" * MANY
    yield "footnotes.md", b"# Boats\n\n" + b"[^1]" * MANY + b"\n\n[^1]: [^1]\n"


_ENTITIES = '<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a0 "boats">{more}]>{body}'


def entities() -> Iterator[Named]:
    """Entities that grow, loop, or name a file."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    loop = '<!ENTITY b "&c;"><!ENTITY c "&b;">'
    outside = '<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY g SYSTEM "http://127.0.0.1:9/x">'
    large = f'<!ENTITY l "{"a" * 50_000}">'
    parameter = '<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;'
    for name, more, used in (
        ("laughs", laughs, "&a9;"),
        ("loop", loop, "&b;"),
        ("files", outside, "&f;&g;"),
        ("quadratic", large, "&l;" * 2000),
        ("parameter", parameter, "&x;"),
    ):
        item = f"<item><title>{used}</title><description>{BODY} {used}</description></item>"
        rss = f"<rss><channel><title>{used}</title>{item}</channel></rss>"
        yield f"{name}.xml", _ENTITIES.format(root="rss", more=more, body=rss).encode()
        page = f"<html><h1>Boats</h1><p>{BODY} {used}</p></html>"
        yield f"{name}.html", _ENTITIES.format(root="html", more=more, body=page).encode()
    yield (
        "include.xml",
        (
            b'<rss xmlns:x="http://www.w3.org/2001/XInclude"><channel><item><title>Boats</title>'
            b'<x:include href="file:///etc/passwd" parse="text"/></item></channel></rss>'
        ),
    )
    yield (
        "style.xml",
        (
            b'<?xml-stylesheet type="text/xsl" href="file:///etc/passwd"?><rss><channel><item>'
            b"<title>Boats</title></item></channel></rss>"
        ),
    )


def feeds() -> Iterator[Named]:
    """Feeds that hold themselves, feeds of feeds, and entries that are one another."""
    own = "https://a.example/feed.xml"
    head = f'<channel><title>Boats</title><link>{own}</link><atom:link rel="self" href="{own}"/>'
    item = "<item><title>Boat {0}</title><link>{1}</link><guid>{1}</guid></item>"
    one = "".join(item.format(n, own) for n in range(300))
    yield "loop.xml", f"<rss>{head}{one}</channel></rss>".encode()
    yield (
        "files.xml",
        (
            f"<rss>{head}{''.join(item.format(n, 'file:///etc/passwd') for n in range(3))}"
            "<item><title>Boat</title><enclosure url='file:///dev/zero' length='-1'/></item>"
            "</channel></rss>"
        ).encode(),
    )
    yield "feed-in-feed.xml", (f"<rss>{head}<item><title>A</title>" * 500).encode()
    yield "many.xml", f"<rss><channel>{item.format(1, own) * 5000}</channel></rss>".encode()
    yield "empty.xml", f"<rss>{head}{'<item/>' * 1000}</channel></rss>".encode()
    dates = ("Mon, 99 Foo 99999 99:99:99 +9999", "-0001-00-00", "9" * 400, "1e400", "٣٠ ١٢ ٢٠٢٦")
    for number, date in enumerate(dates):
        item_ = f"<item><title>Boat</title><pubDate>{date}</pubDate><description>{BODY}"
        yield f"date-{number}.xml", f"<rss><channel>{item_}</description></item>".encode()
    yield (
        "thread.xml",
        (
            b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/syndication/thread/1.0">'
            b'<id>a</id><entry><id>a</id><title>A</title><t:in-reply-to ref="b"/></entry>'
            b'<entry><id>b</id><title>B</title><t:in-reply-to ref="a"/><link rel="self" href="#"/>'
            b"<source><id>a</id></source></entry></feed>"
        ),
    )
    yield (
        "base.xml",
        (
            b'<feed xml:base="../../../" xmlns="http://www.w3.org/2005/Atom"><entry xml:base="//[">'
            b'<title type="xhtml">A</title><link href="?"/></entry></feed>'
        ),
    )
    yield "lists.opml", (b"<opml><body>" + b'<outline xmlUrl="x.opml" type="include">' * 5000)
    yield (
        "sitemap.xml",
        (f"<sitemapindex><sitemap><loc>{own}</loc></sitemap></sitemapindex>".encode()),
    )
    more = {"version": "https://jsonfeed.org/version/1.1", "title": "Boats", "feed_url": own,
            "next_url": own, "items": [{"id": own, "url": own}] * 300}  # fmt: skip
    yield "loop.json", json.dumps(more).encode()


def charsets() -> Iterator[Named]:
    """Bytes that are not in the encoding they say they are in."""
    words = f"Les bateaux comptés\n\n« Rien n’a été vu », a dit Anna Holt.\n\n{BODY}\n"
    page = "<html><head><meta charset={}><title>{}</title></head><body><p>{}</p></body></html>"
    for said, done in (
        ("utf-8", "latin-1"), ("utf-16", "utf-8"), ("utf-7", "ascii"), ("x-user-defined", "utf-8"),
        ("nothing-known", "utf-8"), ("hz-gb-2312", "ascii"), ("iso-2022-jp", "utf-8"),
        ("ascii", "utf-16-le"), ("rot13", "utf-8"), ("base64", "ascii"), ("idna", "ascii"),
        ("unicode_escape", "ascii"), ("zlib", "ascii"), ("undefined", "utf-8"), ("mbcs", "cp1252"),
    ):  # fmt: skip
        data = page.format(said, words[:8], words).encode(done, "replace")
        yield f"{said}-in-{done}.html", data
        xml = f'<?xml version="1.0" encoding="{said}"?><rss><channel><item><title>{words}</title>'
        yield f"{said}-in-{done}.xml", xml.encode(done, "replace")
    plain = words.encode()
    yield "not-utf-8.txt", plain + bytes(range(0x80, 0x100)) * 40
    yield (
        "overlong.txt",
        plain + b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf\xfc\x80\x80\x80" * 9,
    )
    yield "surrogates.txt", plain + b"\xed\xa0\x80\xed\xb0\x80\xed\xbf\xbf" * 9
    yield "too-high.txt", plain + b"\xf4\x90\x80\x80\xf7\xbf\xbf\xbf" * 9
    yield "cut-letter.txt", plain + b"\xe2\x80"
    yield "two-marks.txt", b"\xef\xbb\xbf\xff\xfe" + plain
    yield "odd-utf-16.txt", b"\xff\xfe" + words.encode("utf-16-le") + b"a"
    yield "lone-surrogates.txt", b"\xff\xfe" + words.encode("utf-16-le") + b"\x00\xd8" * 99
    yield "utf-32.txt", b"\xff\xfe\x00\x00" + words.encode("utf-32-le") + b"\xff" * 8
    yield (
        "nulls.txt",
        b"\0".join(words.encode("latin-1", "replace")[i : i + 9] for i in range(0, 200, 9)),
    )
    yield "nulls-alone.txt", b"\0" * 100_000
    yield "nulls.html", page.format("utf-8", "a\0b", f"\0{words}\0").encode()
    yield "nulls-in-tags.html", b"<html><p\0 class\0=a>" + plain + b"<\0script>x</scr\0ipt>"
    yield (
        "references.html",
        (
            "<html><h1>Boats</h1><p>"
            + BODY
            + "&#0;&#x1b;&#xD800;&#xDFFF;&#x110000;&#99999999999;&#-1;"
            "&#x9b;&#155;&#8238;&#xFFFE;&;&#;&#x;</p></html>"
        ).encode(),
    )


def json_kinds() -> Iterator[Named]:
    """JSON that breaks off, and valid JSON in which every value is of the wrong kind."""
    whole = CARRIERS["article"][1]("by the quay")
    for number, at in enumerate(range(1, len(whole), len(whole) // 14)):
        yield f"cut-{number}.json", whole[:at]
    article = json.loads(whole)
    wrong = (None, True, -1, 1.5, 10**30, "", "x", [], [[]], {}, {"a": None}, [None], float("nan"))
    for field in article:
        values = [article | {field: value} for value in wrong]
        values.append({key: value for key, value in article.items() if key != field})
        yield f"{field}.jsonl", b"".join(json.dumps(value).encode() + b"\n" for value in values)
    for field in ("blocks", "links", "people", "quotes", "teasers"):
        inside = article[field][0]
        values = [article | {field: [inside | {key: value}]} for key in inside for value in wrong]
        yield (
            f"{field}-inside.jsonl",
            b"".join(json.dumps(value).encode() + b"\n" for value in values),
        )
    feed = json.loads(CARRIERS["json-feed"][1]("by the quay"))
    for field in feed["items"][0]:
        items = [feed["items"][0] | {field: value} for value in wrong]
        yield f"feed-{field}.json", json.dumps(feed | {"items": [*items, *wrong]}).encode()
    for name, data in (
        ("two", b'{"a":1}{"b":2}'), ("keys", b'{"title":"a","title":"b","text":"c","text":[]}'),
        ("single", b"{'title': 'a'}"), ("comment", b'{/* a */ "title": "b",}'),
        ("numbers", b"[1e999,-0,0x1,01,.5,+1]"), ("escape", b'{"title":"\\x \\ud800 \\u0000"}'),
        ("scalar", b'"a"'), ("null", b"null"), ("mark", b"\xef\xbb\xbf{}"), ("bare", b"{"),
        ("controls", b'{"title":"a\x00\x1b\nb"}'), ("proto", b'{"__proto__":{"a":1},"text":"x"}'),
    ):  # fmt: skip
        yield f"{name}.json", data
    yield "lines.jsonl", b"\n".join((whole.strip(), b"{", b"", b"[]", b"null", whole.strip(), b"}"))


def _zip(names: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


@cache
def _zeros(size: int) -> bytes:
    """`size` zero bytes as gzip has them, made without holding them."""
    packer, piece = zlib.compressobj(9, wbits=31), bytes(1 << 20)
    made = [packer.compress(piece) for _ in range(size >> 20)]
    return b"".join((*made, packer.flush()))


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _record(body: bytes, kind: bytes = b"response", length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    return (
        b"WARC/1.0\r\nWARC-Type: " + kind + b"\r\nWARC-Target-URI: https://a.example/\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % size
        + body + b"\r\n\r\n"
    )  # fmt: skip


def packed() -> Iterator[Named]:
    """Archives that grow, hold themselves, are cut or lie about what is in them."""
    page = CARRIERS["page"][1]("by the quay")
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    bomb = _zeros(256 << 20)
    yield "bomb.gz", bomb
    yield "bomb.html.gz", bomb
    yield "bomb-in-bomb.gz", _gzip(bomb)
    yield "bomb.zip", _zip({f"{n}.html": bytes(10 << 20) for n in range(4)})
    yield "paths.zip", _zip({"../../a.html": page, "/etc/b.html": page, "c\0d.html": page})
    yield "zip-in-zip.zip", _zip({"a.zip": _zip({"b.zip": _zip({"c.html": page})})})
    yield "page.html.gz", _gzip(page)
    yield "cut.gz", _gzip(page)[:-20]
    yield "rest.gz", _gzip(page) + b"behind the end"
    yield "wrong-sum.gz", _gzip(page)[:-8] + bytes(8)
    sound = _record(answer + b"\r\n" + page)
    packed_body = answer + b"Content-Encoding: gzip\r\n\r\n"
    yield "bomb.warc.gz", _gzip(b"WARC/1.0\r\n") + bomb
    yield "bomb-record.warc.gz", _gzip(_record(packed_body + bomb)) + _gzip(sound)
    yield "bomb-body.warc", _record(packed_body + bomb) + sound
    yield (
        "twice-packed.warc",
        _record(
            answer + b"Content-Encoding: gzip, gzip, gzip, deflate, br\r\n\r\n" + _gzip(_gzip(page))
        ),
    )
    yield "head.warc", b"WARC/1.0\r\n" + b"A: b\r\n" * 100_000 + b"\r\n"
    yield "long-field.warc", b"WARC/1.0\r\nWARC-Type: " + b"a" * 1_000_000 + b"\r\n\r\n"
    for number, length in enumerate((-1, 0, 1, 10**18, 10**400)):
        yield f"length-{number}.warc", _record(answer + b"\r\n" + page, length=length) + sound
    yield "cut.warc", sound[:-200]
    yield "cut.warc.gz", _gzip(sound)[:-100]
    yield "records.warc", _record(b"", b"warcinfo") * 5000 + sound
    yield (
        "chunks.warc",
        _record(
            answer
            + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\na\r\n-1\r\nb\r\n0\r\n\r\n"
        ),
    )
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="{}"\r\n\r\n'
    part = b"--{}\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
    saved = head + part + b"quoted-printable\r\n\r\n" + page + b"\r\n--{}--\r\n"
    yield "page.mhtml", saved.replace(b"{}", b"b")
    yield "no-boundary.mhtml", saved.replace(b"{}", b"")
    yield "boundary.mhtml", saved.replace(b"{}", b"a" * 70_000)
    yield "parts.mhtml", head.replace(b"{}", b"b") + b"--b\r\n\r\n" * 50_000
    yield (
        "nested.mhtml",
        b"".join(head.replace(b"{}", b"b%d" % n) + b"--b%d\r\n" % n for n in range(2000)),
    )
    yield "base64.mhtml", (head + part + b"base64\r\n\r\n=A==\xff!!\r\n").replace(b"{}", b"b")
    yield "unknown.mhtml", (head + part + b"x-zip\r\n\r\nabc\r\n").replace(b"{}", b"b")
    yield "short.webarchive", b"bplist00"
    yield "noise.webarchive", b"bplist00" + bytes(range(256)) * 20
    own = bytes((0xA1, 0, 0)) + bytes((0,))
    trailer = bytes(6) + bytes((1, 1)) + struct.pack(">QQQ", 1, 0, 8 + len(own))
    yield "own.webarchive", b"bplist00" + own + bytes((8,)) + trailer
    xml = b'<?xml version="1.0"?><plist version="1.0">'
    yield "deep.webarchive", xml + b"<dict><key>WebMainResource</key>" * 3000
    yield (
        "laughs.webarchive",
        (
            b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
            b"<plist><dict><key>WebMainResource</key><string>&b;</string></dict></plist>"
        ),
    )


def others() -> Iterator[Named]:
    """Files that are something else than their name says, damaged, or nothing."""
    yield "empty.html", b""
    yield "space.txt", b" \n\t\n"
    yield "mark-alone.txt", b"\xef\xbb\xbf"
    picture = b"\x89PNG\r\n\x1a\n" + bytes(200)
    for name in ("picture.html", "picture.json", "picture.txt"):
        yield name, picture
    yield "document.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 9
    yield "library.txt", b"SQLite format 3\0" + bytes(4000)
    yield "program.html", b"\x7fELF" + bytes(4000)
    yield "page.json", CARRIERS["page"][1]("by the quay")
    yield "article.html", CARRIERS["article"][1]("by the quay")
    yield "feed.txt", CARRIERS["feed"][1]("by the quay")
    yield "frames.html", b"<frameset>" * 3000 + b"<frame src=file:///etc/passwd>"
    yield "refresh.html", b'<meta http-equiv=refresh content="0;url=file:///etc/passwd"><p>x'
    yield "svg.html", b"<svg>" * 500 + b"<script>x</script><p>words"
    yield "redefined.html", b"<plaintext><xmp><listing><p>" + BODY.encode() * 3
    noise = random.Random(7)  # noqa: S311
    for number in range(8):
        yield f"noise-{number}.txt", noise.randbytes(5000)
    for kind, (end, write) in CARRIERS.items():
        data = write("by the quay")
        yield f"cut-{kind}.{end}", data[: len(data) * 2 // 3]
        changed = bytearray(data)
        for _ in range(len(data) // 40):
            changed[noise.randrange(len(data))] = noise.randrange(256)
        yield f"changed-{kind}.{end}", bytes(changed)


SHAPES = {
    "deep": deep,
    "long": long,
    "entities": entities,
    "feeds": feeds,
    "charsets": charsets,
    "json": json_kinds,
    "packed": packed,
    "others": others,
}
