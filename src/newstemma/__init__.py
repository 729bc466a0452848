"""Reads many news articles and tells, for each event, what the accounts say together."""
