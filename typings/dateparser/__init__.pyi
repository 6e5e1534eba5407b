from collections.abc import Mapping, Sequence
from datetime import datetime

def parse(
    date_string: str,
    *,
    languages: Sequence[str] | None = ...,
    settings: Mapping[str, object] | None = ...,
) -> datetime | None: ...
