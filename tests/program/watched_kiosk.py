"""A kiosk that shows plain colours, for tests that change its files while they watch its screen."""
import pathlib
import subprocess
import tempfile
import time
import unittest

import small_pack
from virtual_display import VirtualDisplay

WIDTH, HEIGHT = 640, 360

SETTINGS = small_pack.settings(WIDTH, HEIGHT)

RED, GREEN, BLUE = "#d02010", "#10a030", "#2030c0"
COLOURS = [RED, GREEN, BLUE, "#c020a0", "#20a0c0", "#808010", "#505050", "#e07000", "#0040a0", "#407050"]


def picture(colour):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="{colour}"/></svg>'


def bgr(colour):
    red, green, blue = (int(colour[i:i + 2], 16) for i in (1, 3, 5))
    return bytes([blue, green, red])


class WatchedKiosk(unittest.TestCase):
    """A running kiosk with two cards whose pictures are one colour each, on a virtual display."""
    program = None  # to be set by the test

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.display = VirtualDisplay(self.folder, WIDTH, HEIGHT)
        self.addCleanup(self.display.stop)
        self.env = {**self.display.env, "XDG_STATE_HOME": str(self.folder / "state")}
        (self.folder / "kiosk.toml").write_text(SETTINGS)
        self.pack = self.folder / "pack"
        for name in ("cards", "pictures"):
            (self.pack / name).mkdir(parents=True)
        (self.pack / "pack.toml").write_text(small_pack.PACK)
        for card, colour in (("a", RED), ("b", GREEN)):
            self.write_card(card, "Wash your hands")
            self.write_picture(card, colour)

    def write_card(self, card, title):
        (self.pack / "cards" / f"{card}.toml").write_text(
            small_pack.CARD.format(picture=f"{card}.svg", title=title))

    def write_picture(self, card, colour):
        (self.pack / "pictures" / f"{card}.svg").write_text(picture(colour))

    def start(self):
        log = (self.folder / "log").open("w")
        program = subprocess.Popen([self.program, "run", "--fullscreen", "--config", self.folder / "kiosk.toml"],
                                   env=self.env, stderr=log)
        log.close()
        self.addCleanup(lambda: (program.kill(), program.wait()))
        return program

    def said(self):
        return (self.folder / "log").read_text()

    def pixel(self, pixels, x, y):
        at = 4 * (y * WIDTH + x)
        return pixels[at:at + 3]

    def shown_colour(self, pixels):
        """The colour of the middle of the picture, if no fade is running."""
        colour = self.pixel(pixels, 170, 150)
        return next((name for name in COLOURS if bgr(name) == colour), None)

    def words(self, pixels):
        """The pixels of the title."""
        return b"".join(pixels[4 * (y * WIDTH + 360):4 * (y * WIDTH + 620)] for y in range(60, 200))

    def wait_for(self, condition, what, seconds=60):
        """The limit only ends a test that would never end."""
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, f"{what} did not come; it said:\n{self.said()}")
            time.sleep(0.02)

    def sees(self, colour):
        return lambda: self.shown_colour(self.display.pixels()) == colour

    def notice(self, *words):
        return subprocess.run([self.program, "notice", "--config", self.folder / "kiosk.toml", *words], check=False,
                              capture_output=True, text=True)

    def band(self):
        """The colour of the screen's upper edge: paper, or that of a notice."""
        return self.pixel(self.display.pixels(), 320, 3)
