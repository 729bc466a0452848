"""One frozen `Settings` per stage; every threshold has a name, a unit and how it was calibrated."""
