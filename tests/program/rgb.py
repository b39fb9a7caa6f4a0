"""Pictures as RGB bytes, to be compared."""
import re
import subprocess


def rgb_of_png(file):
    """The picture's pixels as RGB bytes, row after row."""
    ppm = subprocess.run(["pngtopam", file], capture_output=True, check=True).stdout
    return ppm[re.match(rb"P6\s+\d+\s+\d+\s+255\s", ppm).end():]


def rgb_of_screen(display):
    """The same of what a virtual display shows."""
    data = display.pixels()
    rgb = bytearray(len(data) // 4 * 3)
    rgb[0::3], rgb[1::3], rgb[2::3] = data[2::4], data[1::4], data[0::4]
    return bytes(rgb)
