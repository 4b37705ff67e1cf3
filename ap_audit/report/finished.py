"""What a finished page may not hold: it fetches nothing, runs nothing, leads nowhere by itself."""

import re
from html.parser import HTMLParser

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'"
)
_BANNED = frozenset((
    "script", "iframe", "frame", "object", "embed", "form", "base", "link", "audio", "video",
    "source", "template",
))  # fmt: skip
_ADDRESSES = frozenset(
    ("src", "srcset", "data", "poster", "action", "formaction", "background", "xlink:href")
)
_FETCHES = re.compile(r"@import|url\(\s*['\"]?(?!data:)", re.IGNORECASE)


def wrong_with_page(page: str, *, must_show: frozenset[str]) -> list[str]:
    """Everything on a page that could act or fetch, a missing policy, and what it must show."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    if not reader.ids >= must_show:
        reader.wrong.append("its page 1 is hidden")
    if not reader.policy:
        reader.wrong.append("its content security policy is missing")
    return list(dict.fromkeys(reader.wrong))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.policy = False
        self.ids: set[str] = set()
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        if tag in _BANNED:
            self.wrong.append(f"it has a <{tag}> element")
        if tag == "meta":
            self._meta({name: value or "" for name, value in attrs})
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        self._style = self._style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self._style and _FETCHES.search(data):
            self.wrong.append("its style fetches something")

    def _meta(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("http-equiv", "").strip().casefold()
        if kind == "content-security-policy" and attributes.get("content") == POLICY:
            self.policy = True
        elif kind:
            self.wrong.append(f"it has a <meta http-equiv={kind!r}>")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        address = value.strip().casefold()
        if name == "id":
            self.ids.add(value)
        if name.startswith("on"):
            self.wrong.append(f"it has an {name} handler")
        if name == "style" and _FETCHES.search(value):
            self.wrong.append("its style fetches something")
        if name in _ADDRESSES and not address.startswith("data:image/"):
            self.wrong.append(f"its <{tag}> element fetches something")
        if name == "href" and not address.startswith(("#", "https://", "mailto:")):
            self.wrong.append("it has a link that is neither https nor on the page")
