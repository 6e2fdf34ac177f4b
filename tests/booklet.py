"""Whether a page is well-formed: every element is closed, ids are unique, links lead somewhere, nothing comes from outside.

booklet.py PAGE [thai]      prints what is wrong, a line each; with `thai` also Arabic digits that people would read.
"""
import sys
from html.parser import HTMLParser

EMPTY = {"meta", "line", "circle"}  # the writer closes the last two itself
ELEMENTS = set(
    "html head meta title style body h1 h2 h3 h4 h5 h6 p div span table thead tr th td a figure figcaption "
    "svg desc line circle text math mrow mi mn mo mfrac munder mtable mtr mtd".split()
)
ATTRIBUTES = set(
    "lang charset name content class id style href viewbox role aria-labelledby x y x1 y1 x2 y2 cx cy r display fence "
    "stretchy".split()
)


class Page(HTMLParser):
    def __init__(self, thai):
        super().__init__(convert_charrefs=True)
        self.open, self.classes, self.ids, self.links, self.wrong, self.thai = [], [], set(), [], [], thai

    def handle_starttag(self, tag, attributes):
        self.one(tag, attributes)
        if tag not in EMPTY:
            self.open.append(tag)
            self.classes.append((dict(attributes).get("class") or "").split())

    def handle_startendtag(self, tag, attributes):
        self.one(tag, attributes)

    def one(self, tag, attributes):
        if tag not in ELEMENTS:
            self.wrong.append(f"an element <{tag}>")
        for name, value in attributes:
            if name not in ATTRIBUTES:
                self.wrong.append(f"an attribute {name} of <{tag}>")
            if name == "id":
                if value in self.ids:
                    self.wrong.append(f"the id {value} twice")
                self.ids.add(value)
            if name == "href":
                self.links.append(value)
            if name == "aria-labelledby":
                self.links += ["#" + one for one in value.split()]

    def handle_endtag(self, tag):
        if self.classes:
            self.classes.pop()
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> in the wrong place")

    def handle_data(self, data):
        inside = self.open[-1] if self.open else ""
        aside = inside == "style" or (self.classes and {"aside", "code"} & set(self.classes[-1]))
        if self.thai and not aside and any(c in "0123456789" for c in data):
            self.wrong.append(f"an Arabic digit in {data!r}")
        if inside == "style" and ("url(" in data or "@import" in data):
            self.wrong.append("a style from outside")


page = Page("thai" in sys.argv[2:])
page.feed(open(sys.argv[1], encoding="utf-8").read())
page.close()
page.wrong += [f"<{tag}> is not closed" for tag in page.open]
page.wrong += [f"nothing is called {link}" for link in page.links if link[:1] != "#" or link[1:] not in page.ids]
print("\n".join(page.wrong), end="")
