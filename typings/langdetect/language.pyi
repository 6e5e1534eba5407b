class Language:
    lang: str
    prob: float
