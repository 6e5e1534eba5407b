PROFILES_DIRECTORY: str

class DetectorFactory:
    langlist: list[str]
    word_lang_prob_map: dict[str, list[float]]
    def load_json_profile(self, json_profiles: list[str]) -> None: ...
    def set_seed(self, seed: int) -> None: ...
