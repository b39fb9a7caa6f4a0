"""The real window on a virtual display: window.py PROGRAM ROOT. Sizes are small so that any machine keeps up."""
import ctypes
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from virtual_display import VirtualDisplay

PROGRAM, ROOT = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
WIDTH, HEIGHT = 640, 360


class _CursorImage(ctypes.Structure):
    _fields_ = [("x", ctypes.c_short), ("y", ctypes.c_short), ("width", ctypes.c_ushort), ("height", ctypes.c_ushort),
                ("xhot", ctypes.c_ushort), ("yhot", ctypes.c_ushort), ("serial", ctypes.c_ulong),
                ("pixels", ctypes.POINTER(ctypes.c_ulong)), ("atom", ctypes.c_ulong), ("name", ctypes.c_char_p)]


class Pointer:
    """The mouse pointer of a display, as whoever looks at it sees it."""

    def __init__(self, display):
        self._x11, self._xfixes = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXfixes.so.3")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._xfixes.XFixesGetCursorImage.restype = ctypes.POINTER(_CursorImage)
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        self._xfixes.XFixesQueryExtension(self._display, ctypes.byref(ctypes.c_int()), ctypes.byref(ctypes.c_int()))

    def is_visible(self):
        image = self._xfixes.XFixesGetCursorImage(self._display)
        shape = image.contents
        opaque = any(shape.pixels[i] >> 24 & 0xFF for i in range(shape.width * shape.height))
        self._x11.XFree(image)
        return opaque

    def close(self):
        self._x11.XCloseDisplay(self._display)


class Window(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.display = VirtualDisplay(cls.folder.name, WIDTH, HEIGHT)

    @classmethod
    def tearDownClass(cls):
        cls.display.stop()
        cls.folder.cleanup()

    def start(self, *words):
        program = subprocess.Popen([PROGRAM, "run", *words], cwd=ROOT, env=self.display.env, stderr=subprocess.PIPE, text=True)
        self.addCleanup(lambda: (program.kill(), program.wait(), program.stderr.close()))
        return program

    def wait_for(self, condition, seconds=60):
        """The limit only ends a test that would never end; how fast it is shown is for `anteroom bench`."""
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, "it did not come")
            time.sleep(0.02)

    def colours(self):
        pixels = self.display.pixels()
        return {pixels[i:i + 3] for i in range(0, len(pixels), 4)}

    def test_full_screen_shows_greetings_without_a_window_manager_and_sigterm_ends_it(self):
        program = self.start("--fullscreen")
        self.wait_for(lambda: len(self.colours()) > 50)
        pixels = self.display.pixels()
        ground = bytes([0xEF, 0xF6, 0xFA])  # of the greetings: paper
        bar = bytes([0xAD, 0xC4, 0xD1])     # below them
        corners = [0, WIDTH - 1, (HEIGHT - 1) * WIDTH, HEIGHT * WIDTH - 1]
        self.assertEqual([pixels[4 * c:4 * c + 3] for c in corners], [ground, ground, bar, bar])
        program.send_signal(signal.SIGTERM)
        self.assertEqual(program.wait(timeout=60), 0)

    def test_a_display_without_four_byte_pixels_is_a_fault_at_the_start(self):
        for depth, pixels in ((16, "its pixels have 16 bits (SDL_PIXELFORMAT_RGB565)"), (30, "its pixels ")):
            with tempfile.TemporaryDirectory() as folder:
                display = VirtualDisplay(folder, WIDTH, HEIGHT, depth)
                self.addCleanup(display.stop)
                # As on a machine without a graphics processor; with one, SDL converts the pixels to the display's format.
                env = {**display.env, "SDL_FRAMEBUFFER_ACCELERATION": "0"}
                done = subprocess.run([PROGRAM, "run", "--once"], cwd=ROOT, env=env, capture_output=True, text=True,
                                      timeout=300)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertEqual(done.stdout, "")
                self.assertIn("anteroom: error: no window can be opened: " + pixels, done.stderr)
                self.assertIn("; set the display to a depth of 24 bits\n", done.stderr)

    def test_an_idle_mouse_pointer_hides_again(self):
        pointer = Pointer(self.display.env["DISPLAY"])
        self.addCleanup(pointer.close)
        self.start("--fullscreen")
        self.wait_for(lambda: len(self.colours()) > 50 and not pointer.is_visible())
        for _ in range(2):
            for at in ("100", "200"):
                subprocess.run(["xdotool", "mousemove", at, at], env=self.display.env, check=True)
            self.wait_for(pointer.is_visible)
            self.wait_for(lambda: not pointer.is_visible())

    def test_killing_it_loses_nothing(self):
        before = {p: p.read_bytes() for p in (ROOT / "content").rglob("*") if p.is_file()}
        program = self.start("--fullscreen")
        self.wait_for(lambda: len(self.colours()) > 50)
        program.kill()
        program.wait()
        self.assertEqual(before, {p: p.read_bytes() for p in (ROOT / "content").rglob("*") if p.is_file()})
        again = self.start("--fullscreen")
        self.wait_for(lambda: len(self.colours()) > 50)
        self.assertIsNone(again.poll())


if __name__ == "__main__":
    unittest.main()
