from collections.abc import Iterator, Mapping

IGNORECASE: int
MULTILINE: int

class error(Exception):  # noqa: N801 - the name it has there
    msg: str
    pos: int | None

class Match:
    def __getitem__(self, group: int) -> str | None: ...
    def group(self) -> str: ...
    def span(self) -> tuple[int, int]: ...

class Pattern:
    groups: int
    groupindex: Mapping[str, int]
    def finditer(self, text: str, *, timeout: float, concurrent: bool) -> Iterator[Match]: ...

def compile(pattern: str, flags: int) -> Pattern: ...  # noqa: A001 - as above
def escape(text: str, *, special_only: bool, literal_spaces: bool) -> str: ...
