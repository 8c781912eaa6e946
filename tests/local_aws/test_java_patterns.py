"""The service model's Java patterns, as Python ones."""

from __future__ import annotations

import warnings

import pytest
from moto.core.utils import get_service_model

from devkit.local_aws.patterns import compiled

TAG = r"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (TAG, ["", "owner", "Größe 1", "部門", "a\u2003b", "²", "a+b=c@d"], ["a;b", "a\tb", "a\n"]),
        (r"[a-z]+", ["abc"], ["abc\n", "ABC", ""]),
        (r".*", ["a b"], ["a\nb", "a\rb", "a\x85b", "a\u2028b"]),
        (r"[.]", ["."], ["a"]),
        (r"[\s\S]+", ["a\nb"], [""]),
        (r"\d{2}", ["42"], ["٤٢"]),
        (r"\w", ["a"], ["ä"]),
        (r"\p{L}\P{L}", ["a1"], ["ab"]),
        (r"[\p{Alnum}\-]+", ["a-1"], ["ä"]),
        (r"([a-z]*)${1,128}", ["abc"], ["a1"]),
        (r"[\uD800\uDC00-\uDBFF\uDFFF\t]*", ["\t\U0001f600"], ["a"]),
    ],
)
def test_means_what_java_means(pattern: str, matching: list[str], other: list[str]) -> None:
    for value in matching:
        assert compiled(pattern).fullmatch(value), value
    for value in other:
        assert not compiled(pattern).fullmatch(value), value


def test_every_pattern_of_the_service_model_compiles() -> None:
    model = get_service_model("sagemaker")
    patterns = {model.shape_for(name).metadata.get("pattern") for name in model.shape_names}
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a FutureWarning would mean that Java reads it otherwise
        for pattern in patterns - {None}:
            compiled(pattern)
    assert len(patterns) > 200
