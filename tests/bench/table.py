"""What was measured, for people."""

from .goals import MANY

NAMES = {
    "html": "HTML story page", "detail": "delivery detail", "list": "list of 20",
    "search": "search (API)", "search_html": "search (HTML)", "conditional": "conditional GET",
}  # fmt: skip
TARGETS = {
    "cold": "cold", "warm": "warm", "varnish": "Varnish", "varnish_constant": "Varnish, constant",
    "constant": "constant view", "bare": "bare WSGI", "nginx": "nginx, file",
}  # fmt: skip


def lines(found):
    """Markdown, so that it can be put into docs/performance.md as it is."""
    measured = {
        (each["target"], each["kind"], each["connections"]): each for each in found["requests"]
    }
    yield "| | | 1 connection: req/s | p50 ms | p99 ms | 32: req/s | p50 ms | p99 ms | of the constant |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|---:|"
    for kind, name in NAMES.items():
        for target, how in TARGETS.items():
            if (target, kind, MANY) not in measured:
                continue
            cells = [
                cell
                for connections in (1, MANY)
                for each in [measured[target, kind, connections]]
                for cell in (_number(each["rps"]), f"{each['p50']:.2f}", f"{each['p99']:.2f}")
            ]
            share = measured[target, kind, MANY]["rps"] / measured["constant", kind, MANY]["rps"]
            yield f"| {name} | {how} | {' | '.join(cells)} | {share:.1%} |"
            name = ""
    memory = found["memory"]
    yield ""
    yield (
        f"After {memory['requests']:,} requests: workers {_megabytes(memory['workers_mb'])} MB (PSS), "
        f"the whole server {memory['server_mb']:.0f} MB. "
        f"First answer after {found['first_answer_seconds']:.1f} s."
    )
    yield ""
    yield _unrelated(**found["unrelated"])
    for kind in found["left_out"]:
        yield f"Left out: {NAMES[kind]}, which the site does not answer."
    yield ""
    yield "| Goal | | measured | |"
    yield "|---|---:|---:|---|"
    for each in found["goals"]:
        met = "met" if each["met"] else "**missed**"
        yield f"| {each['what']} | {each['goal']} | {each['measured']} | {met} |"


def _unrelated(kept, changed, for_nothing, valid, share):
    def listed(kinds):
        return ", ".join(f"{number:,} {NAMES[kind]}" for kind, number in kinds.items()) or "none"

    return (
        f"With {kept:,} answers kept, one story is published. Made anew since they are others now: "
        f"{listed(changed)}; made anew for nothing: {listed(for_nothing)}. Still valid: {valid:,}, "
        f"{share:.1%} of those that are the same."
    )


def _number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _megabytes(values):
    return " + ".join(f"{value:.0f}" for value in values)
