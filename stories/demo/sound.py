"""The demo's one recording: sixteen quiet seconds by the water, made when it is needed."""

import array
import io
import math
import random
import sys
import wave

RATE = 16_000
SECONDS = 16
HORNS = ((3.2, 2.6), (9.4, 1.9))  # start and length, in seconds


def quay_wav():
    """A WAV file (16 kHz, mono, 16 bit): small waves, twice a foghorn far off; always the same."""
    chance = random.Random("quay")
    samples = array.array("h")
    slow = slower = 0.0
    for i in range(RATE * SECONDS):
        t = i / RATE
        hiss = chance.uniform(-1, 1)
        slow += (hiss - slow) * 0.06
        slower += (slow - slower) * 0.02
        swell = (
            0.45 + 0.3 * math.sin(2 * math.pi * t / 4) + 0.15 * math.sin(2 * math.pi * t / 1.6 + 1)
        )
        sound = 0.9 * (slow - slower) * swell + 1.6 * slower + _horn(t)
        sound *= min(1, t / 0.5, (SECONDS - t) / 0.8)
        samples.append(int(max(-1, min(1, sound)) * 32_000))
    if sys.byteorder == "big":
        samples.byteswap()
    out = io.BytesIO()
    with wave.open(out, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(RATE)
        recording.writeframes(samples.tobytes())
    return out.getvalue()


def _horn(t):
    for start, length in HORNS:
        share = (t - start) / length
        if 0 < share < 1:
            breath = math.sin(math.pi * share) ** 0.7
            tone = sum(math.sin(2 * math.pi * 87 * k * t) / k**1.6 for k in (1, 2, 3, 4))
            return 0.11 * breath * tone
    return 0.0
