from langdetect.detector_factory import DetectorFactory
from langdetect.language import Language

class Detector:
    n_trial: int
    text: str
    word_lang_prob_map: dict[str, list[float]]
    def __init__(self, factory: DetectorFactory) -> None: ...
    def get_probabilities(self) -> list[Language]: ...
    def _extract_ngrams(self) -> list[str]: ...
