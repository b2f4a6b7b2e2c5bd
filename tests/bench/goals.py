"""What the site promises, and whether this run kept it."""

# At 32 connections, as a share of the constant view behind the same server.
COLD = {"html": 0.04, "detail": 0.05, "list": 0.05, "search": 0.04, "search_html": 0.04}
WARM = {**dict.fromkeys(COLD, 0.5), "conditional": 0.6}
VARNISH = 0.9  # of Varnish before the constant
SPREAD = 2  # cold p99 by p50
SECONDS = 3  # from the start of the process to the first answer
MEGABYTES = 250  # of both workers
UNRELATED = 0.95  # of kept answers that one publication does not change, those that stay valid
MANY = 32


def goals(found):
    """``[{"what", "measured", "goal", "met"}]``; a share is written as 0.05."""
    measured = {
        (each["target"], each["kind"]): each
        for each in found["requests"]
        if each["connections"] == MANY
    }

    def rps(target, kind):
        return measured[target, kind]["rps"]

    rows = []
    for target, shares, floor in (("cold", COLD, "constant"), ("warm", WARM, "constant")):
        rows += [
            _at_least(f"{kind}, {target}, of the constant view", rps(target, kind) / rps(floor, kind), goal)
            for kind, goal in shares.items()
            if (target, kind) in measured
        ]  # fmt: skip
    rows += [
        _at_least(
            f"{kind}, through Varnish, of Varnish before the constant",
            rps("varnish", kind) / rps("varnish_constant", kind),
            VARNISH,
        )
        for kind in WARM
        if ("varnish", kind) in measured
    ]
    rows += [
        _at_most(
            f"{kind}, cold, p99 by p50",
            measured["cold", kind]["p99"] / (measured["cold", kind]["p50"] or 1),
            SPREAD,
        )
        for kind in COLD
        if ("cold", kind) in measured
    ]
    rows.append(
        _at_least(
            "unrelated answers that a publication leaves valid",
            found["unrelated"]["share"],
            UNRELATED,
        )
    )
    rows.append(_at_most("seconds to the first answer", found["first_answer_seconds"], SECONDS))
    rows.append(_at_most("MB of both workers (PSS)", sum(found["memory"]["workers_mb"]), MEGABYTES))
    return rows


def _at_least(what, measured, goal):
    return {
        "what": what,
        "measured": round(measured, 3),
        "goal": f">= {goal}",
        "met": measured >= goal,
    }


def _at_most(what, measured, goal):
    return {
        "what": what,
        "measured": round(measured, 3),
        "goal": f"<= {goal}",
        "met": measured <= goal,
    }
