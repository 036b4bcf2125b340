"""Messages between the app and its worker: 8 bytes of length, little endian, then the bytes."""

from typing import IO

_HEADER = 8


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message. Raises OSError when the other side is gone."""
    stream.write(len(message).to_bytes(_HEADER, "little"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one message, or None when the stream ends, also when it ends within a message."""
    header = stream.read(_HEADER)
    if len(header) < _HEADER:
        return None
    length = int.from_bytes(header, "little")
    message = stream.read(length)
    return message if len(message) == length else None
