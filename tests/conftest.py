"""Keep tests away from the committed outputs, from the reader's own story and from the network."""

import os
import socket
import tempfile

os.environ["OUT"] = tempfile.mkdtemp(prefix="story-out-")
os.environ.pop("STORY", None)

LOCAL = ("127.0.0.1", "::1", "localhost", "0.0.0.0")
connect = socket.socket.connect


def connect_locally(self, address):
    """Connect to this machine, for kernels and workers; refuse any other."""
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOCAL:
        raise OSError(f"no network in tests: {address[0]}")
    return connect(self, address)


socket.socket.connect = connect_locally
