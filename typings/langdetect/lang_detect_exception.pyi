class LangDetectException(Exception): ...  # noqa: N818 - the library's own name
