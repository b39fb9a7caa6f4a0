"""A Wayland compositor on a computer without a graphics processor: wayland.py PROGRAM ROOT."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM, ROOT = pathlib.Path(sys.argv.pop(1)), pathlib.Path(sys.argv.pop(1))
NOBODY = 65534


class Wayland(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.user = {}
        if os.geteuid() == 0:  # cage refuses root; another user may not be able to read every folder
            for part in ("assets", "config", "content"):
                shutil.copytree(ROOT / part, self.folder / part)
            for program in ("anteroom", "anteroom-decode"):
                shutil.copy(PROGRAM.with_name(program), self.folder / program)
            self.program, self.root = self.folder / "anteroom", self.folder
            self.user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            os.chown(self.folder, NOBODY, NOBODY)
        else:
            self.program, self.root = PROGRAM, ROOT
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        if self.user:
            os.chown(runtime, NOBODY, NOBODY)
        self.env = {name: value for name, value in os.environ.items()
                    if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
        self.env |= {"XDG_RUNTIME_DIR": str(runtime), "HOME": str(self.folder), "WLR_BACKENDS": "headless",
                     "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}

    def start(self, *options, prefix=""):
        """Starts the kiosk in a compositor; its output is in self.folder."""
        words = " ".join(["run", "--fullscreen", "--config", str(self.root / "config" / "kiosk.toml"), *options])
        line = (f'cd "{self.root}"; {prefix} "{self.program}" {words} >"{self.folder}/out" 2>"{self.folder}/err"; '
                f'echo $? >"{self.folder}/status.new"; mv "{self.folder}/status.new" "{self.folder}/status"')
        with open(self.folder / "compositor", "w") as log:
            # In its own process group, since the kiosk outlives a compositor that is killed.
            compositor = subprocess.Popen(["cage", "--", "sh", "-c", line], env=self.env, stdout=log, stderr=log,
                                          process_group=0, **self.user)
        self.addCleanup(self.end, compositor)
        return compositor

    def end(self, compositor):
        try:
            os.killpg(compositor.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        compositor.wait()

    def wait_for(self, name, seconds=60):
        """The text of that file, once there is something in it. The limit only ends a test that would never end."""
        file, end = self.folder / name, time.monotonic() + seconds
        while not file.exists() or not file.read_text():
            self.assertLess(time.monotonic(), end, (self.folder / "compositor").read_text())
            time.sleep(0.02)
        return file.read_text()

    def said(self, name):
        return (self.folder / name).read_text()

    def test_it_shows_a_card_through_xwayland(self):
        self.start("--once")
        self.assertEqual(self.wait_for("status"), "0\n", self.said("err"))
        self.assertEqual(self.said("out"), "first frame\n")

    def test_it_shows_a_card_through_xwayland_even_if_told_to_use_wayland(self):
        self.start("--once", prefix="SDL_VIDEODRIVER=wayland")
        self.assertEqual(self.wait_for("status"), "0\n", self.said("err"))
        self.assertEqual(self.said("out"), "first frame\n")
        self.assertIn("anteroom: Wayland shows no pixels without a graphics processor; X11 (XWayland) is used instead\n",
                      self.said("err"))

    def test_without_xwayland_it_says_what_to_do(self):
        self.start(prefix="env -u DISPLAY")
        self.assertEqual(self.wait_for("status"), "1\n")
        self.assertIn("anteroom: error: no window can be opened: Wayland shows no pixels without a graphics processor; install "
                      "xwayland, start the compositor with it, and set SDL_VIDEODRIVER=x11\n", self.said("err"))


if __name__ == "__main__":
    unittest.main()
