"""What holds for every test."""

import os

# The tests tell what the rules find; optional models, where they are installed, have their own.
os.environ["BROADSHEET_MODELS"] = "off"
