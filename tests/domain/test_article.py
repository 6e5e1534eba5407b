from uuid import UUID

from newsroom.domain.article import Article, new_uid


def test_a_uid_is_of_version_7_and_sorts_by_time():
    made = [new_uid() for _ in range(50)]
    assert {UUID(uid).version for uid in made} == {7}
    assert {UUID(uid).variant for uid in made} == {"specified in RFC 4122"}
    assert len(set(made)) == 50
    assert [uid[:13] for uid in made] == sorted(uid[:13] for uid in made)


def test_the_language_in_force_is_the_set_one_or_the_detected():
    assert Article.new(language="de-AT", detected_language="en").spoken_language == "de-AT"
    assert Article.new(language="auto", detected_language="en").spoken_language == "en"
