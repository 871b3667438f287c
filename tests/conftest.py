"""What holds for every test."""

import os

from hypothesis import HealthCheck, settings

# The tests tell what the rules find; optional models, where they are installed, have their own.
os.environ["BROADSHEET_MODELS"] = "off"
# What whoever runs them has set says nothing about what is tested either.
os.environ["BROADSHEET_CONFIG"] = os.devnull
# Nobody is shown around: nothing can be remembered in a folder that cannot be.
os.environ["XDG_STATE_HOME"] = os.devnull
# They read English, whatever the machine speaks.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

# How quick a machine is says nothing about what is tested.
slow = [HealthCheck.too_slow]
settings.register_profile("any machine", deadline=None, suppress_health_check=slow)
settings.load_profile("any machine")
