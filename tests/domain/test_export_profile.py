from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.export_profile import (
    ExportProfile,
    Layout,
    dumps_profiles,
    loads_profiles,
    read_profiles,
    write_profiles,
)

PROFILES = st.lists(
    st.builds(
        ExportProfile,
        name=st.text(max_size=20),
        format=st.sampled_from(("docx", "html", "newsroom")),
        audience=st.sampled_from(("", "reader", "partner")),
        layout=st.sampled_from(Layout),
        pattern=st.text(max_size=20),
        print_profile=st.text(max_size=10),
        honours_embargo=st.booleans(),
        renew=st.booleans(),
    ),
    max_size=4,
).map(tuple)


@given(PROFILES)
def test_presets_come_back_from_the_settings_and_from_a_file(profiles):
    assert read_profiles(write_profiles(profiles)) == profiles
    assert loads_profiles(dumps_profiles(profiles)) == profiles


def test_a_preset_that_cannot_be_read_is_left_out():
    stored = (("bad", "{"), ("odd", "[]"), ("none", "{}"), ("good", '{"format": "docx"}'))
    assert read_profiles(stored) == (ExportProfile(name="good", format="docx"),)
