"""The staff's panel in the real window, by touch: panel.py PROGRAM ROOT."""
import datetime
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
import unittest

from virtual_display import VirtualDisplay

PROGRAM, ROOT = pathlib.Path(sys.argv.pop(1)).absolute(), pathlib.Path(sys.argv.pop(1)).absolute()
WIDTH, HEIGHT = 952, 536  # two pixels for each millimetre
PIN = "4826"

# Where things are, in millimetres: rows of the panel's tabs, and of the page beside them.
TABS = {"state": 43, "actions": 72, "cards": 101, "notices": 130, "settings": 160, "usage": 189, "sound": 218,
        "close": 247}
TAB_X, PAGE_X, FIRST_OF_THREE_X, THIRD_OF_THREE_X = 70, 300, 190, 402


class Panel(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.display = VirtualDisplay(self.folder, WIDTH, HEIGHT)
        self.addCleanup(self.display.stop)
        self.config = self.folder / "settings" / "kiosk.toml"
        self.config.parent.mkdir()
        text = (ROOT / "tests/journeys/staff.toml").read_text()
        self.config.write_text(text.replace("../../content", str(ROOT / "content")))
        self.state = self.folder / "state"
        self.log = []
        self.start()

    def start(self, before=(), colours=20):
        """`before`: a command that runs the program. `colours`: more than so many are on the screen that is waited for."""
        env = {**self.display.env, "XDG_STATE_HOME": str(self.state)}
        self.program = subprocess.Popen([*before, PROGRAM, "run", "--fullscreen", "--config", self.config], env=env,
                                        stderr=subprocess.PIPE, text=True)
        program = self.program
        self.addCleanup(lambda: (program.kill(), program.wait(), program.stderr.close()))
        reader = threading.Thread(target=lambda: self.log.extend(program.stderr), daemon=True)
        reader.start()
        self.wait_for(lambda: len(set(self.display.pixels()[::4])) > colours)

    def end(self):
        self.program.send_signal(signal.SIGTERM)
        self.assertEqual(self.program.wait(60), 0)

    def wait_for(self, condition, seconds=60):
        """The limit only ends a test that would never end."""
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, "it did not come; the log: " + "".join(self.log))
            time.sleep(0.02)

    def said(self, words):
        return sum(words in line for line in list(self.log))

    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.display.env, check=True)

    def decoders(self):
        """The processes that draw pictures for the program, ended ones that it has not waited for included."""
        told = subprocess.run(["pgrep", "-P", str(self.program.pid), "-x", "anteroom-decode"], capture_output=True, text=True)
        return told.stdout.split()

    def tap(self, x_mm, y_mm):
        self.xdotool("mousemove", round(2 * x_mm), round(2 * y_mm), "mousedown", 1, "sleep", 0.06, "mouseup", 1)

    def drag_up(self):
        moves = [word for y in (300, 200, 120) for word in ("mousemove", 600, y, "sleep", 0.05)]
        self.xdotool("mousemove", 600, 440, "mousedown", 1, "sleep", 0.05, *moves, "mouseup", 1)
        time.sleep(0.5)

    def title(self):
        """The pixels of a card's title and lead."""
        pixels = self.display.pixels()
        return b"".join(pixels[4 * (y * WIDTH + 500):4 * (y * WIDTH + 900)] for y in range(60, 330))

    def open_pin_pad(self):
        """Tapped again if the machine was too slow for the four seconds."""
        for _ in range(10):
            before = self.said("the PIN pad is open")
            for _ in range(4):
                self.xdotool("mousemove", 20, 20, "mousedown", 1, "sleep", 0.03, "mouseup", 1, "sleep", 0.1)
            self.xdotool("mousedown", 1, "sleep", 1.6, "mouseup", 1)
            time.sleep(0.3)
            if self.said("the PIN pad is open") > before:
                return
            time.sleep(4)
        self.fail("the PIN pad does not open; the log: " + "".join(self.log))

    def enter(self, pin):
        """The keys as on a telephone."""
        for digit in pin:
            row, column = divmod(int(digit) - 1, 3) if digit != "0" else (3, 1)
            self.tap(283 + 50 * column, 61 + 50 * row)
        self.tap(383, 211)

    def enter_panel(self):
        self.open_pin_pad()
        before = self.said("the panel is open")
        self.enter(PIN)
        self.wait_for(lambda: self.said("the panel is open") > before)
        time.sleep(0.5)

    def choose(self, tab, y_mm, words, taps=1, x_mm=PAGE_X):
        """Taps the tab and what is there at that height (none: nothing), until the log says so."""
        self.work(tab, [(x_mm, y_mm)] * taps, words)

    def work(self, tab, places, words, drags=0):
        """Taps the tab, drags its page up as often, and taps what is at these places, until the log says so."""
        before = self.said(words)
        for _ in range(10):
            self.tap(TAB_X, TABS[tab])
            time.sleep(0.3)
            for _ in range(drags):
                self.drag_up()
            for place in places:
                self.tap(*place)
                time.sleep(0.3)
            end = time.monotonic() + 3
            while time.monotonic() < end:
                if self.said(words) > before:
                    return
                time.sleep(0.05)
        self.fail(f"{words}: was not logged; the log: " + "".join(self.log))

    def test_wrong_pins_lock_and_a_restart_does_not_unlock(self):
        self.open_pin_pad()
        for n in range(1, 6):
            self.enter("1111")
            self.wait_for(lambda: self.said(f"a wrong PIN, {n} in a row"))
        self.assertEqual(self.said("none is taken for 30 s"), 1)
        self.end()
        self.start()
        self.open_pin_pad()
        self.enter(PIN)
        time.sleep(1)
        self.assertEqual(self.said("the panel is open"), 0)
        self.assertNotIn(PIN, "".join(self.log))

    def test_a_card_is_hidden_over_a_restart_and_shown_again(self):
        self.enter_panel()
        self.choose("cards", 88, "is hidden until")
        self.end()
        self.assertIn("injectables", next(self.state.rglob("staff.json")).read_text())
        self.start()
        self.enter_panel()
        self.choose("cards", 106, "the card injectables is shown again")

    def test_a_notice_is_put_up_and_taken_down(self):
        notice = self.config.parent / "notice.toml"
        self.enter_panel()
        self.choose("notices", 66, "the notice closed-today is put up", taps=2)
        self.assertIn("closed today", notice.read_text())
        self.choose("notices", 42, "the notice is taken down")  # tapped until the panel tells that one is up
        self.assertFalse(notice.exists())
        self.choose("settings", 63, "the pace of the loop is changed", x_mm=FIRST_OF_THREE_X)
        self.assertRegex(self.config.read_text(), r'\[loop\]\npace +?= "slow"')
        self.choose("close", None, "back to the cards", taps=0)

    def test_where_settings_are_read_only_the_panel_writes_into_its_own_folder(self):
        """As under the package's sandbox (ProtectSystem=strict)."""
        self.end()
        settings = self.config.parent
        before = self.config.read_text()
        if os.geteuid() == 0:
            if subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode != 0:
                self.skipTest("no file system can be mounted here, and root may write everywhere")
            bind = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
            self.start(["unshare", "-m", "sh", "-c", bind, settings])
        else:
            settings.chmod(0o555)
            self.addCleanup(settings.chmod, 0o755)
            self.start()
        self.enter_panel()
        self.choose("notices", 66, "the notice closed-today is put up", taps=2)
        [notice] = self.state.rglob("notice.toml")
        self.assertIn("closed today", notice.read_text())
        self.choose("settings", 63, "the pace of the loop is changed", x_mm=FIRST_OF_THREE_X)
        self.assertIn('pace = "slow"', (notice.parent / "kiosk.toml").read_text())
        self.choose("notices", 42, "the notice is taken down")
        self.assertFalse(notice.exists())
        self.assertEqual([each.name for each in settings.iterdir()], ["kiosk.toml"])
        self.assertEqual(self.config.read_text(), before)

    def test_two_taps_begin_the_lock_for_cleaning(self):
        self.enter_panel()
        self.choose("actions", 42, "takes no touch")
        time.sleep(1)
        lines = self.said("staff:")
        for i in range(12):
            self.tap(10 + 38 * i, 10 + 20 * i)
        self.assertEqual(self.said("staff:"), lines, self.log)

    def test_everything_else_that_the_panel_does_is_done_and_logged(self):
        wall = self.config.parent / "wall.toml"
        wall.write_text(self.config.read_text().replace('role = "kiosk"', 'role = "wall"').split("[cleaning]")[0])
        first = self.title()
        self.enter_panel()
        self.choose("sound", 57, "the voice speaks en")
        self.choose("sound", 81, "the voice speaks fr")
        in_four_weeks = datetime.date.today() + datetime.timedelta(28)
        self.work("cards", [(THIRD_OF_THREE_X, 40), (PAGE_X, 88)], f"the card injectables is hidden until {in_four_weeks} 00:00")
        self.choose("cards", 106, "the card injectables is shown again")
        self.choose("settings", 63, "the pace of the loop is changed", x_mm=THIRD_OF_THREE_X)
        self.assertRegex(self.config.read_text(), r'pace +?= "brisk"')
        # Monday; opens a quarter later, closes a quarter earlier; save.
        self.work("settings", [(PAGE_X, 109), (384, 108), (216, 156), (FIRST_OF_THREE_X, 61)], "the opening hours are changed")
        self.assertEqual(tomllib.loads(self.config.read_text())["hours"]["monday"], "00:15-23:45")
        self.work("settings", [(THIRD_OF_THREE_X, 222)], "the wall begins in es", drags=3)
        self.assertEqual(tomllib.loads(wall.read_text())["languages"][:2], ["es", "en"])
        self.choose("actions", 66, "back to the cards")  # with the next card
        self.wait_for(lambda: self.title() != first)
        # Begun anew each time, since the log holds back lines that come again.
        self.end()
        self.start()
        self.enter_panel()
        self.choose("actions", 89, "the screen is dark until")
        self.wait_for(lambda: sorted(self.title()[::4])[len(self.title()) // 8] < 64)  # but for dim letters
        self.end()
        self.start(colours=2)
        self.enter_panel()
        self.choose("actions", 89, "the screen is no longer dark")
        self.choose("notices", 90, "the notice leave-the-building is put up", taps=2)
        self.wait_for(lambda: self.said("back to the cards") > 1)  # nothing covers an urgent notice
        self.end()
        self.start()
        self.enter_panel()
        self.choose("notices", 42, "the notice is taken down")

    def test_a_restart_ends_the_drawing_of_a_picture_and_comes_back(self):
        """The picture of the second card takes minutes; it is drawn ahead while the first one is shown."""
        self.end()
        pack = self.folder / "pack"
        shutil.copytree(ROOT / "content/neuromodulators", pack)
        second = tomllib.loads((pack / "pack.toml").read_text())["cards"][1]
        picture = tomllib.loads((pack / f"cards/{second}.toml").read_text())["picture"]
        sheets = '<feTurbulence baseFrequency="0.7" numOctaves="9"/>' * 100
        (pack / "pictures" / picture).write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900"><filter id="f" x="0" y="0" width="1" height="1">'
            f'{sheets}</filter>' + '<rect width="1200" height="900" filter="url(#f)"/>' * 1000 + "</svg>")
        self.config.write_text(self.config.read_text().replace(f"{ROOT}/content/neuromodulators", str(pack))
                               + "[pictures]\ntime_limit_s = 100\n")
        self.start()
        first = self.title()
        self.wait_for(self.decoders)
        self.enter_panel()
        drawing = self.decoders()
        self.assertTrue(drawing)
        began = time.monotonic()
        self.choose("actions", 113, "the program is started again", taps=2)
        self.wait_for(lambda: self.title() == first)
        self.assertLess(time.monotonic() - began, 60)  # not after the 100 s that the picture may take
        self.assertIsNone(self.program.poll())
        self.assertEqual([pid for pid in drawing if pid in self.decoders()], [])

    def test_restart_begins_a_new_run_of_the_same_process(self):
        self.enter_panel()
        self.choose("actions", 113, "the program is started again", taps=2)
        time.sleep(1)
        self.assertIsNone(self.program.poll())
        self.enter_panel()


if __name__ == "__main__":
    unittest.main(verbosity=2)
