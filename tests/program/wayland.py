"""A Wayland compositor on a computer without a graphics processor: wayland.py PROGRAM ROOT."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import small_pack
from service_manager import ServiceManager

PROGRAM, ROOT = pathlib.Path(sys.argv.pop(1)), pathlib.Path(sys.argv.pop(1))
NOBODY = 65534
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#0b5d5e"/></svg>'


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

    def compose(self, line):
        """Starts a compositor that runs this line of shell."""
        with open(self.folder / "compositor", "w") as log:
            # In its own process group, since the kiosk outlives a compositor that is killed.
            compositor = subprocess.Popen(["cage", "--", "sh", "-c", line], env=self.env, stdout=log, stderr=log,
                                          process_group=0, **self.user)
        self.addCleanup(self.end, compositor)
        return compositor

    def start(self, *options, prefix=""):
        """Starts the kiosk in a compositor; its output is in self.folder."""
        words = " ".join(["run", "--fullscreen", "--config", str(self.root / "config" / "kiosk.toml"), *options])
        line = (f'cd "{self.root}"; {prefix} "{self.program}" {words} >"{self.folder}/out" 2>"{self.folder}/err"; '
                f'echo $? >"{self.folder}/status.new"; mv "{self.folder}/status.new" "{self.folder}/status"')
        return self.compose(line)

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

    def as_user(self, *words):
        return ["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups", *words] if self.user else [*words]

    def wait_for_a_card(self, seconds=180):
        """Until the screen has shown one; what it said before is forgotten."""
        file, end = self.folder / "runtime/status.json", time.monotonic() + seconds
        while True:
            self.assertLess(time.monotonic(), end, self.said("compositor")[-1000:] + self.said("log"))
            health = json.loads(file.read_text()) if file.exists() else {"frames": 0}
            if health["frames"] > 0 and health["display"] and health["card"]:
                return file.unlink()
            time.sleep(0.1)

    def test_a_compositor_that_is_killed_is_waited_for(self):
        """As in the package: the compositor holds Xwayland open, and the screen is a service of its own."""
        settings = small_pack.write(self.folder, {"a.svg": PICTURE})
        holds = f'echo "$WAYLAND_DISPLAY" >"{self.folder}/name"; echo "$DISPLAY" >"{self.folder}/display"; exec sleep infinity'
        compositor = self.compose(holds)
        self.wait_for("display")
        screen = f'DISPLAY=$(cat "{self.folder}/display") exec "{self.program}" run --fullscreen --config "{settings}"'
        (self.folder / "log").touch()
        manager = ServiceManager(self.as_user("sh", "-c", screen), self.env | {"RUNTIME_DIRECTORY": str(self.folder / "runtime"),
                                                                       "XDG_STATE_HOME": str(self.folder / "state")},
                                 self.folder, log=self.folder / "log")
        self.addCleanup(manager.stop)
        self.wait_for_a_card()
        for name in ("name", "display"):
            (self.folder / name).unlink()
        self.end(compositor)
        end = time.monotonic() + 60
        while not manager.ends:
            self.assertLess(time.monotonic(), end, self.said("log"))
            time.sleep(0.02)
        self.assertEqual(manager.ends[0], 3, self.said("log"))
        (self.folder / "runtime/status.json").unlink(missing_ok=True)
        self.compose(holds)
        self.wait_for_a_card()
        self.assertIn("anteroom: error: the X server has gone; ending with status 3\n", self.said("log"))


if __name__ == "__main__":
    unittest.main()
