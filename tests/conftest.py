"""Keep tests away from the committed outputs and from the reader's own story."""

import os
import tempfile

os.environ["OUT"] = tempfile.mkdtemp(prefix="story-out-")
os.environ.pop("STORY", None)
