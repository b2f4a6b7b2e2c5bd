"""Outlines of shapes, as lists of points in a print's own units (300 wide)."""

import math


def smooth(points, closed=True, steps=10):
    """The points joined by a Catmull-Rom curve."""
    count = len(points)
    spans = count if closed else count - 1
    curve = []
    for i in range(spans):
        if closed:
            a, b, c, d = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            a, b, c, d = (points[min(max(i + k, 0), count - 1)] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            curve.append(
                tuple(
                    0.5
                    * (
                        2 * b[k]
                        + (c[k] - a[k]) * t
                        + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t
                        + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t
                    )
                    for k in (0, 1)
                )
            )
    if not closed:
        curve.append(points[-1])
    return curve


def oval(x, y, rx, ry=None, turn=0, start=0, end=360, steps=64):
    """An ellipse, or the part of it between two angles in degrees (0 is right, 90 is down)."""
    ry = rx if ry is None else ry
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for i in range(steps + 1):
        angle = math.radians(start + (end - start) * i / steps)
        dx, dy = rx * math.cos(angle), ry * math.sin(angle)
        points.append((x + dx * cos - dy * sin, y + dx * sin + dy * cos))
    return points


def ribbon(points, width, taper=0.0):
    """A stroke along the points; `taper` 1 runs to a point at both ends, 0 keeps its width."""
    left, right = [], []
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        ax, ay = points[max(i - 1, 0)]
        bx, by = points[min(i + 1, last)]
        length = math.hypot(bx - ax, by - ay) or 1
        swell = 1 - taper + taper * math.sin(math.pi * i / last)
        half = width / 2 * swell
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


def mirrored(points, axis=150):
    """The points seen in a mirror that stands at x = axis."""
    return [(2 * axis - x, y) for x, y in points]


def placed(points, x=0, y=0, size=1, turn=0, flip=False):
    """The points scaled, turned (degrees) and moved."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    out = []
    for px, py in points:
        px, py = (-px if flip else px) * size, py * size
        out.append((x + px * cos - py * sin, y + px * sin + py * cos))
    return out


def box(x, y, width, height):
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def star(x, y, outer, inner, points=8, turn=0):
    corners = []
    for i in range(points * 2):
        radius = inner if i % 2 else outer
        angle = math.radians(turn - 90 + i * 180 / points)
        corners.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return corners
