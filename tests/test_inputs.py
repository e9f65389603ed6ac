"""Paths, folders, patterns and standard input: what is read, under which id, in which order, and what is refused."""

from __future__ import annotations

import io
import itertools
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.inputs import read_paths
from crosswire.model import Article, Rejection


def written(folder: Path, **texts: str) -> Path:
    """A folder with files; "__" in a name stands for "/", the last "_" for the dot of the ending."""
    for name, text in texts.items():
        path = folder / (name.replace("__", "/")[::-1].replace("_", ".", 1)[::-1])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def ids(*paths: Path | str, limit: int = 1000) -> list[str]:
    return [one.id for one in read_paths([str(path) for path in paths], limit=limit) if isinstance(one, Article)]


def refused(*paths: Path | str, limit: int = 1000) -> list[Rejection]:
    found = [one for one in read_paths([str(path) for path in paths], limit=limit) if isinstance(one, Rejection)]
    assert all(one.reason and one.remedy for one in found)
    return found


def lines(*rows: bytes, limit: int = 1000) -> list[Article | Rejection]:
    return list(read_paths(["-"], limit=limit, stdin=io.BytesIO(b"\n".join(rows))))


def test_ids_in_a_folder_are_paths_below_it(tmp_path: Path) -> None:
    written(tmp_path, b_txt="one", sub__a_txt="two", sub__deep__c_html="<p>x")
    assert ids(tmp_path) == ["b.txt", "sub/a.txt", "sub/deep/c.html"]


def test_other_files_of_a_folder_are_counted_and_hidden_ones_left_out(tmp_path: Path) -> None:
    written(tmp_path, a_txt="one", b_jpg="two")
    written(tmp_path / ".git", c_txt="three")
    (tmp_path / ".d.txt").write_text("four")
    assert ids(tmp_path) == ["a.txt"]
    [others] = refused(tmp_path)
    assert others.passed_over
    assert others.reason.endswith(": 1 .jpg")


def test_files_by_name_have_the_shortest_ids_that_tell_them_apart(tmp_path: Path) -> None:
    written(tmp_path, x__a_txt="one", y__a_txt="two", y__b_txt="three")
    paths = [tmp_path / "x/a.txt", tmp_path / "y/a.txt", tmp_path / "y/b.txt"]
    for order in itertools.permutations(paths):
        assert ids(*order) == ["b.txt", "x/a.txt", "y/a.txt"]
    assert ids(paths[0]) == ["a.txt"]


def test_like_named_reports_of_two_folders_are_both_read(tmp_path: Path) -> None:
    written(tmp_path, x__a_txt="one", y__a_txt="two")
    assert ids(tmp_path / "x", tmp_path / "y") == ids(tmp_path / "y", tmp_path / "x") == ["x/a.txt", "y/a.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    written(tmp_path, x__a_txt="one")
    (tmp_path / "link.txt").symlink_to(tmp_path / "x/a.txt")
    a = tmp_path / "x/a.txt"
    named: list[Path | str] = [tmp_path, a, tmp_path / "x", f"{tmp_path}/x/../x/a.txt", f"{tmp_path}/*/*.txt"]
    for order in itertools.permutations(named):
        assert ids(*order) == ["x/a.txt"]
        assert refused(*order) == []


def test_names_that_are_no_utf8_can_be_shown(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text("one")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.txt")).write_bytes(b"%PDF-1.7")
    assert ids(tmp_path) == ["a\ufffd.txt"]
    assert [one.input for one in refused(tmp_path, os.fsdecode(b"no\xff"))] == ["no\ufffd", f"{tmp_path}/b\ufffd.txt"]


def test_patterns_are_expanded(tmp_path: Path) -> None:
    written(tmp_path, a_txt="one", b_txt="two", c_md="three")
    assert ids(f"{tmp_path}/*.txt") == ["a.txt", "b.txt"]
    assert ids(f"{tmp_path}/[c]*") == ["c.md"]
    assert [one.input for one in refused(f"{tmp_path}/*.html")] == [f"{tmp_path}/*.html"]
    (tmp_path / "d[1].txt").write_text("four")
    assert ids(tmp_path / "d[1].txt") == ["d[1].txt"]


@pytest.mark.parametrize("name", ["none.txt", "no\0name", "", "x" * 5000])
def test_what_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    assert len(refused(f"{tmp_path}/a/{name}")) == 1


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    written(tmp_path, a_jpg="one")
    (found,) = refused(tmp_path)
    assert found.input == str(tmp_path)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    written(tmp_path, a_txt="x" * 1001, b_txt="x" * 1000)
    assert ids(tmp_path) == ["b.txt"]
    (found,) = refused(tmp_path)
    assert "1,001" in found.reason
    assert "1,000" in found.reason
    assert "--limit" in found.remedy


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "none")
    assert len(refused(tmp_path)) == 2
    assert len(refused("/dev/null")) == 1


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    written(tmp_path, a_txt="one", b_txt="two")
    (tmp_path / "a.txt").chmod(0)
    assert ids(tmp_path) == ["b.txt"]
    assert len(refused(tmp_path)) == 1


def test_standard_input_is_read_in_its_order() -> None:
    found = lines(b'{"id": "z", "text": "one"}', b"", b'{"id": "a", "text": "two"}', b"no JSON", b'{"text": "three"}')
    assert [one.id if isinstance(one, Article) else one.input for one in found] == ["z", "a", "- line 4", "-:5"]


def test_a_line_over_the_limit_is_refused_and_the_next_one_read() -> None:
    long = b'{"text": "' + b"x" * 200_000 + b'"}'
    exact = b'{"id": "e", "text": "' + b"x" * 77 + b'"}'
    found = lines(long, exact, long + b"\r", b'{"id": "f", "text": "b"}', long, limit=100)
    assert [one.id if isinstance(one, Article) else one.input for one in found] == [
        "- line 1",
        "e",
        "- line 3",
        "f",
        "- line 5",
    ]


def test_an_id_comes_once() -> None:
    one, again, other, same = lines(
        b'{"id": "a", "text": "one"}',
        b'{"id": "a", "text": "one", "title": "t"}',
        b'{"id": "a", "text": "two"}',
        b'{"id": "b", "text": "one"}',
    )
    assert isinstance(one, Article)
    assert isinstance(again, Rejection)
    assert again.repeated
    assert isinstance(other, Rejection)
    assert not other.repeated
    assert isinstance(same, Article)
    assert [warning.code for warning in same.warnings] == ["same-text"]
    assert "'a'" in same.warnings[0].message


def test_empty_texts_are_not_called_the_same() -> None:
    _, second = lines(b'{"id": "a", "text": ""}', b'{"id": "b", "text": ""}')
    assert isinstance(second, Article)
    assert [warning.code for warning in second.warnings] == ["empty"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["one", "two"])), max_size=10))
def test_articles_and_rejections_add_up(rows: list[tuple[str, str]]) -> None:
    found = lines(*(f'{{"id": "{id}", "text": "{text}"}}'.encode() for id, text in rows))
    assert len(found) == len(rows)
    assert len({one.id for one in found if isinstance(one, Article)}) == len({id for id, _ in rows})
