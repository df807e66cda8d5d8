from pathlib import Path

import pytest

from retrieval.tokens import Tokens


@pytest.fixture(scope="module")
def tokens(tmp_path_factory: pytest.TempPathFactory) -> Tokens:
    return Tokens(tmp_path_factory.mktemp("tokens"))


def test_words_are_kept_and_punctuation_and_stop_words_dropped(tokens: Tokens) -> None:
    assert tokens.terms("会议审议了《湿地保护条例》，并通过。") == ["会议", "审议", "湿地", "保护", "条例", "通过"]


def test_latin_is_lower_cased_and_numbers_are_kept(tokens: Tokens) -> None:
    assert tokens.terms("GDP增长5.2%，共300万人") == ["gdp", "增长", "5.2%", "共", "300", "万人"]


def test_nothing_gives_no_terms(tokens: Tokens) -> None:
    assert tokens.terms("") == tokens.terms("，。！？ \n　") == []


def test_a_given_name_is_a_term_however_jieba_cuts_it(tokens: Tokens) -> None:
    text = "羊志坚强调，羊志坚要求"
    assert tokens.terms(text, ["羊志坚"]).count("羊志坚") == 2
    assert tokens.terms(text, ["羊志坚"])[: len(tokens.terms(text))] == tokens.terms(text)


def test_the_shorter_words_within_a_long_one_are_terms_beside_it(tokens: Tokens) -> None:
    assert tokens.words("人民政府开会") == ["人民政府", "开会"]
    assert tokens.terms("人民政府开会") == ["人民", "民政", "政府", "人民政府", "开会"]


def test_the_dictionary_copy_is_private_and_the_same(tmp_path: Path) -> None:
    folder, text = tmp_path / "cache", "会议强调保护长江湿地"
    first = Tokens(folder).terms(text)
    assert folder.stat().st_mode & 0o077 == 0
    assert len(list(folder.iterdir())) == 1
    assert Tokens(folder).terms(text) == first


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"a": "b"}', b"\xff"])
def test_a_damaged_dictionary_copy_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    right = Tokens(tmp_path).terms("会议强调保护长江湿地")
    copy = next(tmp_path.iterdir())
    copy.write_bytes(damage)
    assert Tokens(tmp_path).terms("会议强调保护长江湿地") == right
    assert copy.stat().st_size > 1_000_000


def test_a_folder_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(PermissionError, match="another user"):
        Tokens(tmp_path)
