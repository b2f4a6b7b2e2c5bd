"""The shapes of the delivery API, one concept a file. What no schema names is in no answer."""
