from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.isolated.wire import Value, receive, to_message
from tests.proving import examples

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@settings(max_examples=examples(200))
@given(st.lists(VALUES, max_size=3))
def test_values_arrive_as_they_were_sent_one_after_another(values: list[Value]) -> None:
    stream = BytesIO(b"".join(to_message(value) for value in values))
    assert [receive(stream) for _ in values] == values
    with pytest.raises(EOFError):
        receive(stream)


def test_bytes_cost_no_more_than_their_length() -> None:
    assert len(to_message(bytes(1000))) < 1030


@pytest.mark.parametrize("sent", [b"", b"1", b'{"$bytes": 3}\nab'])
def test_what_breaks_off_is_no_value(sent: bytes) -> None:
    with pytest.raises(EOFError):
        receive(BytesIO(sent))


@pytest.mark.parametrize("length", ['"a"', "-1", "1e3", str(1 << 40)])
def test_bytes_of_no_sensible_length_are_refused(length: str) -> None:
    with pytest.raises(ValueError, match=length.strip('"').replace("1e3", "1000")):
        receive(BytesIO(b'{"$bytes": %s}\n' % length.encode()))


def test_what_is_no_plain_value_does_not_travel() -> None:
    with pytest.raises(TypeError, match="object does not travel"):
        to_message([object()])
