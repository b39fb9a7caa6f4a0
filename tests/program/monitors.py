"""Kiosk and wall on monitors that come, go and change: monitors.py PROGRAM ROOT."""
import json
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import small_pack
from desktop import Desktop, Window
from service_manager import ServiceManager

PROGRAM, ROOT = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
SETTINGS = """
role = "{role}"
content = "{root}/content/neuromodulators"
languages = ["en"]
[screen]
width_mm = 476
height_mm = 268
monitor = "{monitor}"
touch = "{touch}"
"""
PICTURE = (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><rect x="20" y="20" width="280" height="200" '
           b'fill="#0b5d5e"/></svg>')


def until(condition, what, seconds=60):
    """What `condition` returns, once it is true. The limit only ends a test that would never end."""
    end = time.monotonic() + seconds
    while not (result := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s in vain: {what}")
        time.sleep(0.02)
    return result


class Base(unittest.TestCase):
    TOUCHSCREENS = ()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.desktop = Desktop(folder.name, self.TOUCHSCREENS)
        self.addCleanup(self.desktop.stop)

    def settings(self, role="kiosk", monitor="", touch=""):
        file = self.folder / f"{role}-{monitor}-{touch}.toml"
        file.write_text(SETTINGS.format(role=role, root=ROOT, monitor=monitor, touch=touch))
        return file

    def start(self, *words, settings=None, env=None):
        log = self.folder / f"log-{len(list(self.folder.glob('log-*')))}"
        with open(log, "w") as file:
            program = subprocess.Popen([PROGRAM, "run", "--fullscreen", "--config", settings or self.settings(), *words],
                                       cwd=ROOT, env={**self.desktop.env, **(env or {})}, stderr=file)
        self.addCleanup(lambda: (program.kill(), program.wait()))
        program.log = log.read_text
        return program

    def until_it_covers(self, program, x, y, width, height):
        """Waits until the window covers this area and shows a card there."""
        place = Window(x, y, width, height)
        until(lambda: self.desktop.window(program.pid) == place, f"a window at {place}")
        until(lambda: len(self.desktop.colours(place)) > 50, f"a card at {place}")

    def until_hidden(self, program):
        until(lambda: self.desktop.window(program.pid) is None, "no window")


class Monitors(Base):
    def bar(self, width, height):
        """The colours at the left and right end of the lower edge, which belong to the bar. The last rows may be background,
        since millimetres measured with a tape are not exact."""
        return [self.desktop.pixels(x, height - 4, 1, 1)[:3].hex() for x in (0, width - 1)]

    def test_the_screen_changes_its_size_while_it_runs(self):
        kiosk = self.start()
        self.until_it_covers(kiosk, 0, 0, 1280, 720)
        for width, height in ((1920, 1080), (800, 450), (1600, 900)):
            self.desktop.set("DUMMY0", width, height)
            self.until_it_covers(kiosk, 0, 0, width, height)
            until(lambda: self.bar(width, height) == ["adc4d1", "adc4d1"], "the bar at the lower edge")
        self.desktop.set("DUMMY0", 1024, 768)  # another shape: the whole screen is centred on it
        self.until_it_covers(kiosk, 0, 0, 1024, 768)
        until(lambda: self.bar(1024, 768) == ["000000", "000000"], "black below the bar")
        self.assertIn(bytes.fromhex("adc4d1"), {self.desktop.pixels(512, 668, 1, 1)[:3]})
        self.assertIsNone(kiosk.poll())
        self.assertEqual(kiosk.log(), "")

    def test_the_screen_is_turned_while_it_runs_and_back(self):
        kiosk = self.start()
        self.until_it_covers(kiosk, 0, 0, 1280, 720)
        for width, height in ((720, 1280), (1280, 720)):
            self.desktop.set("DUMMY0", width, height)
            self.until_it_covers(kiosk, 0, 0, width, height)
            until(lambda: self.bar(width, height) == ["adc4d1", "adc4d1"], "the bar at the lower edge")
            # The full height is used, too: no black band at the top, but the ground of the first card, sand.
            self.assertEqual(self.desktop.pixels(0, 0, 1, 1)[:3].hex(), "cfdfe9")

    def test_a_screen_that_is_turned_goes_on_with_its_card_and_not_with_that_of_the_last_start(self):
        settings = small_pack.write(self.folder, {"a.svg": PICTURE, "b.svg": PICTURE}, width=1280, height=720, dwell_s=15)
        card = self.folder / "run/card"
        card.parent.mkdir()
        card.write_text("b\n")
        self.start(settings=settings, env={"RUNTIME_DIRECTORY": str(card.parent)})
        until(lambda: self.bar(1280, 720) == ["adc4d1", "adc4d1"], "the card of the last start")
        until(lambda: card.read_text() == "a\n", "the card after it")
        self.desktop.set("DUMMY0", 720, 1280)
        until(lambda: self.bar(720, 1280) == ["adc4d1", "adc4d1"], "the bar of the turned screen")
        self.assertEqual(card.read_text(), "a\n")

    def test_a_screen_that_is_turned_at_the_start_is_filled(self):
        self.desktop.set("DUMMY0", 720, 1280)
        kiosk = self.start()
        self.until_it_covers(kiosk, 0, 0, 720, 1280)
        until(lambda: self.bar(720, 1280) == ["adc4d1", "adc4d1"], "the bar at the lower edge")

    def test_a_wall_whose_monitor_is_absent_waits_for_it_and_says_so_once(self):
        kiosk = self.start("--display", "0")
        self.until_it_covers(kiosk, 0, 0, 1280, 720)
        wall = self.start("--display", "1", settings=self.settings("wall"))
        until(wall.log, "a word of the wall")
        self.assertEqual(wall.log(), "anteroom: monitor 1 is not connected; waiting for it (connected: DUMMY0)\n")
        self.assertIsNone(self.desktop.window(wall.pid))
        before, began = self.sleeps(wall), time.monotonic()
        self.desktop.set("DUMMY0", 800, 600)  # a change of another monitor is not logged
        self.until_it_covers(kiosk, 0, 0, 800, 600)
        self.assertIsNone(self.desktop.window(wall.pid))
        seconds = time.monotonic() - began
        self.assertLess(self.sleeps(wall) - before, 100 + 20 * seconds, "it sleeps while it waits")
        self.desktop.set("DUMMY1", 1280, 720, right_of="DUMMY0")
        self.until_it_covers(wall, 800, 0, 1280, 720)
        self.assertEqual(self.desktop.window(kiosk.pid), Window(0, 0, 800, 600))
        until(lambda: wall.log().count("\n") >= 2, "another word of the wall")
        self.assertEqual(wall.log().splitlines()[1:], ["anteroom: monitor 1 (DUMMY1) is there"])

    def health(self, name):
        """What the program writes for those who watch over it; empty: nothing yet."""
        try:
            return json.loads((self.folder / "health" / name).read_text())
        except FileNotFoundError:
            return {}

    def test_whoever_watches_over_a_screen_sees_whether_its_monitor_is_there(self):
        (self.folder / "health").mkdir()
        wall = self.start(settings=self.settings("wall", "DUMMY1"), env={"RUNTIME_DIRECTORY": str(self.folder / "health")})
        until(lambda: self.health("status.json"), "a file while it waits")
        health = self.health("status.json")
        self.assertEqual((health["display"], health["frames"], health["card"]), (False, 0, ""))
        self.desktop.set("DUMMY1", 1280, 720, right_of="DUMMY0")
        self.until_it_covers(wall, 1280, 0, 1280, 720)
        until(lambda: self.health("status.json")["display"], "the monitor in the file")
        self.assertNotEqual(self.health("status.json")["card"], "")
        self.desktop.off("DUMMY1")
        until(lambda: not self.health("status.json")["display"], "the monitor's absence in the file")
        self.assertIsNone(wall.poll())

    def test_settings_that_are_read_again_once_the_monitor_is_there_have_each_fault_logged_once(self):
        settings = self.settings("wall", "DUMMY1")
        # Without a size of its own: the monitor is asked for it.
        text = re.sub(r"(?m)^(width|height)_mm.*\n", "", settings.read_text())
        settings.write_text("colour = 1\n" + text)
        wall = self.start(settings=settings)
        until(lambda: "waiting for it" in wall.log() and "unknown key" in wall.log(), "a word of the wall")
        settings.write_text("colour = 1\nheigth = 2\n" + text)
        self.desktop.set("DUMMY1", 1280, 720, right_of="DUMMY0")
        self.until_it_covers(wall, 1280, 0, 1280, 720)
        for key in ("colour", "heigth"):
            until(lambda: f"unknown key `{key}`" in wall.log(), f"the fault of {key}")  # pylint: disable=cell-var-from-loop
            self.assertEqual(wall.log().count(f"unknown key `{key}`"), 1, wall.log())

    def sleeps(self, program):
        """How often the program's main thread has gone to sleep. The others still read and keep the content at that time."""
        status = pathlib.Path(f"/proc/{program.pid}/task/{program.pid}/status").read_text()
        return int(re.search(r"^voluntary_ctxt_switches:\t(\d+)", status, re.M)[1])

    def test_a_monitor_that_disconnects_and_comes_back_gets_its_own_program_again_and_never_the_other(self):
        self.desktop.set("DUMMY1", 1280, 720, right_of="DUMMY0")
        kiosk = self.start("--display", "0")
        wall = self.start("--display", "1", settings=self.settings("wall"))
        self.until_it_covers(kiosk, 0, 0, 1280, 720)
        self.until_it_covers(wall, 1280, 0, 1280, 720)
        for leave in (self.desktop.off, self.desktop.unplug):
            leave("DUMMY0")
            self.until_hidden(kiosk)
            self.until_it_covers(wall, 0, 0, 1280, 720)  # where its monitor is now
            until(lambda: "waiting for it" in kiosk.log(), "a word of the kiosk")
            self.assertIsNone(self.desktop.window(kiosk.pid))
            self.desktop.set("DUMMY0", 1280, 720)
            self.desktop.set("DUMMY1", 1280, 720, right_of="DUMMY0")
            self.until_it_covers(kiosk, 0, 0, 1280, 720)
            self.until_it_covers(wall, 1280, 0, 1280, 720)
            leave("DUMMY1")
            self.until_hidden(wall)
            self.assertEqual(self.desktop.window(kiosk.pid), Window(0, 0, 1280, 720))
            self.desktop.set("DUMMY1", 1280, 720, right_of="DUMMY0")
            self.until_it_covers(wall, 1280, 0, 1280, 720)

    def test_monitors_that_change_positions_keep_their_programs(self):
        self.desktop.set("DUMMY1", 800, 600, right_of="DUMMY0")
        kiosk = self.start(settings=self.settings(monitor="DUMMY0"))
        wall = self.start(settings=self.settings("wall", "dummy1"))
        self.until_it_covers(kiosk, 0, 0, 1280, 720)
        self.until_it_covers(wall, 1280, 0, 800, 600)
        self.desktop.xrandr("--output", "DUMMY1", "--pos", "0x0", "--primary", "--output", "DUMMY0", "--pos", "800x0")
        self.until_it_covers(wall, 0, 0, 800, 600)
        self.until_it_covers(kiosk, 800, 0, 1280, 720)

    def test_a_monitor_is_found_by_its_own_name(self):
        self.desktop.set("DUMMY1", 800, 600, right_of="DUMMY0")
        self.desktop.name("DUMMY0", "EIZO EV2451")
        self.desktop.name("DUMMY1", "DELL P2419H")
        wall = self.start(settings=self.settings("wall", "Dell P2419H"))
        self.until_it_covers(wall, 1280, 0, 800, 600)
        stray = self.start(settings=self.settings("wall", "LG 24MK"))
        until(stray.log, "a word of the one that waits")
        self.assertEqual(stray.log(), 'anteroom: monitor `LG 24MK` is not connected; waiting for it '
                                      '(connected: DUMMY0 "EIZO EV2451"; DUMMY1 "DELL P2419H")\n')

    def manage(self, *words):
        manager = subprocess.Popen(words, env=self.desktop.env, stderr=subprocess.DEVNULL)
        self.addCleanup(lambda: (manager.kill(), manager.wait()))
        until(self.desktop.x11.is_managed, "a window manager")

    def test_under_a_window_manager_each_program_is_on_its_own_monitor_too(self):
        self.manage("openbox", "--sm-disable")
        self.desktop.set("DUMMY1", 800, 600, right_of="DUMMY0")
        kiosk = self.start(settings=self.settings(monitor="DUMMY0"))
        wall = self.start(settings=self.settings("wall", "DUMMY1"))
        self.until_it_covers(kiosk, 0, 0, 1280, 720)
        self.until_it_covers(wall, 1280, 0, 800, 600)
        self.desktop.set("DUMMY0", 1024, 768)
        self.desktop.set("DUMMY1", 800, 600, right_of="DUMMY0")
        self.until_it_covers(kiosk, 0, 0, 1024, 768)
        self.until_it_covers(wall, 1024, 0, 800, 600)
        self.desktop.off("DUMMY0")
        self.until_hidden(kiosk)
        self.until_it_covers(wall, 0, 0, 800, 600)
        self.desktop.set("DUMMY0", 1280, 720)
        self.desktop.set("DUMMY1", 800, 600, right_of="DUMMY0")
        self.until_it_covers(kiosk, 0, 0, 1280, 720)
        self.until_it_covers(wall, 1280, 0, 800, 600)

    def test_a_window_that_a_window_manager_spreads_over_all_monitors_is_taken_back(self):
        self.manage("matchbox-window-manager")
        self.desktop.set("DUMMY1", 800, 600, right_of="DUMMY0")
        wall = self.start(settings=self.settings("wall", "DUMMY1"))
        self.until_it_covers(wall, 1280, 0, 800, 600)
        self.assertIn("the window is taken from it", wall.log())

    def test_a_name_that_no_monitor_has_lists_the_connected_ones(self):
        self.desktop.set("DUMMY1", 800, 600, right_of="DUMMY0")
        self.desktop.off("DUMMY0")
        wall = self.start(settings=self.settings("wall", "HDMI-1"))
        until(wall.log, "a word of the wall")
        self.assertEqual(wall.log(), "anteroom: monitor `HDMI-1` is not connected; waiting for it "
                                     "(connected: DUMMY0, switched off; DUMMY1)\n")
        self.assertIsNone(self.desktop.window(wall.pid))

    def test_the_wall_leaves_the_keyboard_to_the_kiosk(self):
        self.desktop.set("DUMMY1", 800, 600, right_of="DUMMY0")
        kiosk = self.start(settings=self.settings(monitor="DUMMY0"))
        until(lambda: self.desktop.x11.focus() == kiosk.pid, "the kiosk has the keyboard")
        wall = self.start(settings=self.settings("wall", "DUMMY1"))
        self.until_it_covers(wall, 1280, 0, 800, 600)
        self.assertEqual(self.desktop.x11.focus(), kiosk.pid)

    def test_sigterm_ends_it_while_it_waits_for_its_monitor(self):
        wall = self.start("--display", "3")
        until(wall.log, "a word of the wall")
        wall.send_signal(signal.SIGTERM)
        self.assertEqual(wall.wait(timeout=10), 0)

    def test_a_server_that_ends_makes_it_end_with_its_own_status(self):
        kiosk, waiting = self.start(), self.start("--display", "1")
        self.until_it_covers(kiosk, 0, 0, 1280, 720)
        until(waiting.log, "a word of the one that waits")
        self.desktop.stop(crash=True)
        for program in (kiosk, waiting):
            self.assertEqual(program.wait(timeout=10), 3)
            self.assertEqual(program.log().splitlines()[-1],
                             "anteroom: error: the X server has gone; ending with status 3")


class TwoMonitors(Base):
    """Each with a touchscreen, whose touches the X server spreads over both."""
    TOUCHSCREENS = ("EETI eGalaxTouch", "ILITEK Multi-Touch")

    def setUp(self):
        super().setUp()
        self.desktop.set("DUMMY1", 1280, 720, right_of="DUMMY0")

    def settings(self, role="kiosk", monitor="", touch=""):
        """One card, so that nothing but a touch changes the screen."""
        if not (self.folder / "pack").exists():
            small_pack.write(self.folder, {"a.svg": PICTURE})
        file = super().settings(role, monitor, touch)
        file.write_text(file.read_text().replace(f"{ROOT}/content/neuromodulators", "pack"))
        return file

    def middle(self, x):
        """The pixels across the middle of the monitor that begins at `x`."""
        return self.desktop.pixels(x, 300, 1280, 120)


class Touchscreens(TwoMonitors):
    def test_each_touchscreen_touches_its_own_monitor(self):
        one = self.start(settings=self.settings(monitor="DUMMY0", touch="egalax"))
        other = self.start(settings=self.settings(monitor="DUMMY1", touch="ILITEK"))
        self.until_it_covers(one, 0, 0, 1280, 720)
        self.until_it_covers(other, 1280, 0, 1280, 720)
        fronts = {x: self.middle(x) for x in (0, 1280)}
        self.desktop.touch("ILITEK Multi-Touch", 0.3, 0.5)
        until(lambda: self.middle(1280) != fronts[1280], "an answer on the second monitor")
        self.assertEqual(self.middle(0), fronts[0])
        self.desktop.touch("EETI eGalaxTouch", 0.8, 0.5)
        until(lambda: self.middle(0) != fronts[0], "an answer on the first monitor")
        self.assertEqual((one.log(), other.log()), ("", ""))

    def test_touches_follow_their_monitor_when_it_moves(self):
        kiosk = self.start(settings=self.settings(monitor="DUMMY0", touch="egalax"))
        self.until_it_covers(kiosk, 0, 0, 1280, 720)
        self.desktop.xrandr("--output", "DUMMY1", "--pos", "0x0", "--output", "DUMMY0", "--pos", "1280x0")
        self.until_it_covers(kiosk, 1280, 0, 1280, 720)
        front = self.middle(1280)
        self.desktop.touch("EETI eGalaxTouch", 0.3, 0.5)
        until(lambda: self.middle(1280) != front, "an answer where the monitor is now")

    def test_the_only_touchscreen_belongs_to_the_kiosk_beside_a_wall(self):
        self.desktop.stop()
        self.desktop = Desktop(self.folder, self.TOUCHSCREENS[:1])
        self.addCleanup(self.desktop.stop)
        self.desktop.set("DUMMY1", 1280, 720, right_of="DUMMY0")
        wall = self.start(settings=self.settings("wall", monitor="DUMMY0"))
        kiosk = self.start(settings=self.settings(monitor="DUMMY1"))
        self.until_it_covers(wall, 0, 0, 1280, 720)
        self.until_it_covers(kiosk, 1280, 0, 1280, 720)
        front = self.middle(1280)
        self.desktop.touch("EETI eGalaxTouch", 0.3, 0.5)
        until(lambda: self.middle(1280) != front, "an answer of the kiosk")
        self.assertEqual((wall.log(), kiosk.log()), ("", ""))

    def test_a_name_that_no_touchscreen_has_lists_the_connected_ones(self):
        kiosk = self.start(settings=self.settings(touch="Elo"))
        until(kiosk.log, "a word of the kiosk")
        self.assertEqual(kiosk.log(), 'anteroom: touchscreen `Elo` is not connected (connected: "EETI eGalaxTouch"; '
                                      '"ILITEK Multi-Touch")\n')

    def xinput(self, *words):
        subprocess.run(["xinput", *map(str, words)], env=self.desktop.env, check=True, capture_output=True)

    def test_a_touchscreen_that_goes_and_comes_back_touches_its_own_monitor_again(self):
        (self.folder / "health").mkdir()
        kiosk = self.start(settings=self.settings(monitor="DUMMY1", touch="ILITEK"),
                           env={"RUNTIME_DIRECTORY": str(self.folder / "health")})
        self.until_it_covers(kiosk, 1280, 0, 1280, 720)

        def health():
            return json.loads((self.folder / "health/status.json").read_text())
        self.xinput("disable", "ILITEK Multi-Touch")
        until(lambda: not health()["touch"] and any("ILITEK" in fault for fault in health()["faults"]), "its absence")
        # As one that is plugged in: spread over all monitors.
        self.xinput("set-prop", "ILITEK Multi-Touch", "Coordinate Transformation Matrix", 1, 0, 0, 0, 1, 0, 0, 0, 1)
        self.xinput("enable", "ILITEK Multi-Touch")
        until(lambda: health()["touch"] and health()["faults"] == [], "its presence")
        until(lambda: kiosk.log().count("\n") >= 2, "both words of the kiosk")  # the log is written aside
        self.assertEqual(kiosk.log(), 'anteroom: touchscreen `ILITEK` is not connected (connected: "EETI eGalaxTouch")\n'
                                      "anteroom: touchscreen `ILITEK` is there\n")
        front = self.middle(1280)
        self.desktop.touch("ILITEK Multi-Touch", 0.3, 0.5)
        until(lambda: self.middle(1280) != front, "an answer")

    def test_the_only_touchscreen_is_missed_though_the_settings_do_not_name_it(self):
        self.desktop.stop()
        self.desktop = Desktop(self.folder, self.TOUCHSCREENS[:1])
        self.addCleanup(self.desktop.stop)
        kiosk = self.start(settings=self.settings())
        self.until_it_covers(kiosk, 0, 0, 1280, 720)
        self.xinput("disable", "EETI eGalaxTouch")
        until(kiosk.log, "a word of the kiosk")
        self.xinput("enable", "EETI eGalaxTouch")
        until(lambda: "is there" in kiosk.log(), "another word")
        self.assertEqual(kiosk.log(), "anteroom: touchscreen `EETI eGalaxTouch` is not connected any more\n"
                                      "anteroom: touchscreen `EETI eGalaxTouch` is there\n")

    def test_several_touchscreens_without_a_name_are_said(self):
        kiosk = self.start(settings=self.settings(monitor="DUMMY0"))
        until(kiosk.log, "a word of the kiosk")
        self.assertIn("write this screen's into `touch` in [screen]", kiosk.log())


class Units(TwoMonitors):
    """What anteroom@kiosk and anteroom@wall start, on one machine, while the kiosk's monitor goes, comes back and changes."""
    IDLE = "[idle]\ntimeout_s = {0}\nlongest_s = {0}\nwarning_s = 600\n"
    AA, CARD = (594 / 640, 339 / 360), (0.3, 0.5)

    def unit(self, screen, monitor, touch, idle_s=3600):
        """Starts it as the unit's file says, with settings in our folder."""
        settings = self.settings("wall" if screen == "wall" else "kiosk", monitor, touch)
        text = settings.read_text() + self.IDLE.format(idle_s) + "[loop]\nmin_dwell_s = 600\n"
        own = self.folder / f"{screen}.toml"
        own.write_text(text)
        unit = (ROOT / "packaging/systemd/anteroom@.service").read_text()
        words = re.search(r"(?m)^ExecStart=/usr/bin/anteroom (.*)$", unit)[1].replace("/etc/anteroom/%i.toml", str(own)).split()
        self.assertIn(str(own), words)
        for folder in ("state", f"run-{screen}"):
            (self.folder / folder).mkdir(exist_ok=True)
        run = self.folder / f"run-{screen}"
        env = self.desktop.env | {"STATE_DIRECTORY": str(self.folder / "state"), "RUNTIME_DIRECTORY": str(run),
                                  "XDG_CACHE_HOME": str(self.folder / "cache"), "XDG_RUNTIME_DIR": str(run)}
        manager = ServiceManager([PROGRAM, *words], env, run, log=run / "log")
        self.addCleanup(manager.stop)
        return manager

    def resting(self, x):
        """The pixels of the monitor that begins at `x`, once nothing moves on it."""
        seen = []

        def rests():
            seen.append(self.desktop.pixels(x, 0, 1280, 720))
            time.sleep(0.3)  # longer than two steps of a fade are alike, unless the machine is busy
            return len(seen) > 4 and len(set(seen[-5:])) == 1
        until(rests, "a picture at rest")
        return seen[-1]

    def until_it_shows(self, pixels, what):
        until(lambda: self.desktop.pixels(1280, 0, 1280, 720) == pixels, what)

    def touch(self, where):
        before = self.resting(1280)
        self.desktop.touch("ILITEK Multi-Touch", *where)
        until(lambda: self.desktop.pixels(1280, 0, 1280, 720) != before, f"an answer to a touch at {where}")
        return self.resting(1280)

    def put_through_everything(self, kiosk, wall):
        """The kiosk's monitor is switched off, unplugged and changed, and comes back as it was."""
        card = json.loads((self.folder / "run-kiosk/status.json").read_text())["card"]
        for leave in (self.desktop.off, self.desktop.unplug):
            leave("DUMMY1")
            self.until_hidden(kiosk)
            self.assertEqual(self.desktop.window(wall.pid), Window(0, 0, 1280, 720))
            self.desktop.set("DUMMY1", 1280, 720, right_of="DUMMY0")
            self.until_it_covers(kiosk, 1280, 0, 1280, 720)
        for size in ((1024, 768), (1920, 1080), (1280, 720)):
            self.desktop.set("DUMMY1", *size, right_of="DUMMY0")
            self.until_it_covers(kiosk, 1280, 0, *size)
        until(lambda: json.loads((self.folder / "run-kiosk/status.json").read_text())["card"] == card, "the same card")

    def test_in_any_state_the_kiosk_comes_back_as_it_was_beside_the_wall(self):
        kiosk, wall = self.unit("kiosk", "DUMMY1", "ILITEK"), self.unit("wall", "DUMMY0", "")
        self.until_it_covers(kiosk, 1280, 0, 1280, 720)
        self.until_it_covers(wall, 0, 0, 1280, 720)
        on_wall, states = self.middle(0), {"the loop": self.resting(1280)}
        states["the chooser"] = self.touch(self.AA)
        self.put_through_everything(kiosk, wall)
        self.until_it_shows(states["the chooser"], "the chooser")
        subprocess.run(["xdotool", "key", "BackSpace"], env=self.desktop.env, check=True)
        self.until_it_shows(states["the loop"], "the loop")
        states["a page"] = self.touch(self.CARD)
        self.put_through_everything(kiosk, wall)
        self.until_it_shows(states["a page"], "a page")
        subprocess.run([PROGRAM, "notice", "--config", self.folder / "kiosk.toml", "leave-the-building"], check=True,
                       capture_output=True)
        until(lambda: self.desktop.pixels(1280, 0, 1280, 720) != states["a page"], "the notice")
        states["a notice"] = self.resting(1280)
        self.put_through_everything(kiosk, wall)
        self.until_it_shows(states["a notice"], "a notice")
        self.assertEqual((kiosk.restarts, wall.restarts), (0, 0))
        subprocess.run([PROGRAM, "notice", "--config", self.folder / "wall.toml", "--clear"], check=True, capture_output=True)
        until(lambda: self.middle(0) == on_wall, "the wall as it was")  # its head has a clock
        self.assertEqual(len(set(states.values())), len(states))

    def test_while_the_warning_counts_the_kiosk_comes_back_as_it_was(self):
        kiosk, wall = self.unit("kiosk", "DUMMY1", "ILITEK", idle_s=10), self.unit("wall", "DUMMY0", "")
        self.until_it_covers(kiosk, 1280, 0, 1280, 720)
        self.until_it_covers(wall, 0, 0, 1280, 720)
        page = self.touch(self.CARD)
        until(lambda: self.desktop.pixels(1280, 0, 1280, 720) != page, "the warning")
        self.put_through_everything(kiosk, wall)
        self.assertFalse(self.desktop.pixels(1280, 0, 1280, 720) == page, "the warning is still there")
        self.desktop.touch("ILITEK Multi-Touch", *self.CARD)
        self.until_it_shows(page, "the page, after a touch")
        self.assertEqual((kiosk.restarts, wall.restarts), (0, 0))


if __name__ == "__main__":
    unittest.main()
