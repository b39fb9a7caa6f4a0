"""`anteroom setup`: the installer's answers, the test picture, what is written: setup.py PROGRAM ROOT."""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from desktop import Desktop, Window
from virtual_display import VirtualDisplay

PROGRAM, ROOT = os.path.abspath(sys.argv.pop(1)), pathlib.Path(sys.argv.pop(1)).resolve()
SLOW_S = 120  # the limit for anything that should take seconds
NO_DISPLAY = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
PACK = """
format = 1
id = "small"
languages = ["en"]
cards = ["a"]
[title]
en = "A small pack"
[source]
en = "A test"
[review]
on = 2026-11-01
by = 2099-10-31
reviewer = "Dr. Ames"
"""
CARD = """
picture = "a.svg"
[text.en]
topic = "Hands"
title = "Wash your hands"
lead = "Use soap."
picture_alt = "A plain field."
ask = "When?"
"""
PICTURE = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><rect x="20" y="20" width="280" height="200" '
           'fill="#0b5d5e"/></svg>')
TEAL, CORAL, LIT = "5e5d0b", "1a29a3", "bfe3f2"  # as BGR


class Base(unittest.TestCase):
    """The settings that ship, with a small pack, which is checked quickly."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="anteroom-setup-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name in ("kiosk.toml", "wall.toml", "clinic.toml"):
            text = (ROOT / "config" / name).read_text()
            text = re.sub(r'(?m)^content = .*', 'content = "pack"', text)
            text = re.sub(r'(?m)^languages = .*', 'languages = ["en"]', text)
            (self.folder / name).write_text(text)
        for name, text in (("pack.toml", PACK), ("cards/a.toml", CARD), ("pictures/a.svg", PICTURE)):
            file = self.folder / "pack" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        self.kiosk, self.wall, self.clinic = (self.folder / name for name in ("kiosk.toml", "wall.toml", "clinic.toml"))
        self.before = self.texts()

    def texts(self):
        return [file.read_text() for file in (self.kiosk, self.wall, self.clinic)]

    def expect(self, kiosk=(), wall=(), clinic=()):
        """The three files are as before but for these replacements (pattern, text)."""
        wanted = []
        for text, changes in zip(self.before, (kiosk, wall, clinic)):
            for pattern, new in changes:
                text, count = re.subn(pattern, new, text, flags=re.M)
                self.assertEqual(count, 1, pattern)
            wanted.append(text)
        for now, each in zip(self.texts(), wanted):
            self.assertEqual(now, each)

    def run_with(self, *words, answers="", env=None):
        return subprocess.run([PROGRAM, "setup", *map(str, words)], input=answers, capture_output=True, text=True,
                              timeout=SLOW_S, env=env or NO_DISPLAY, cwd=self.folder)

    def start(self, *words, env=NO_DISPLAY):
        self.out = self.folder / "out"
        with open(self.out, "w") as out:
            program = subprocess.Popen([PROGRAM, "setup", *map(str, words)], stdin=subprocess.PIPE, stdout=out,
                                       stderr=subprocess.STDOUT, text=True, env=env, cwd=self.folder)
        self.addCleanup(lambda: (program.kill(), program.wait(), program.stdin.close()))
        return program

    def until(self, condition, what):
        end = time.monotonic() + SLOW_S
        while not (result := condition()):
            self.assertLess(time.monotonic(), end, f"waited in vain: {what}\n{self.out.read_text()}")
            time.sleep(0.02)
        return result

    def answer(self, program, *answers):
        """Each of `answers`, (part of the question, answer), once it is asked."""
        for question, answer in answers:
            self.until(lambda: question in self.out.read_text()[self.told:], question)  # pylint: disable=cell-var-from-loop
            self.told = self.out.read_text().rindex(question) + len(question)
            program.stdin.write(answer + "\n")
            program.stdin.flush()

    told = 0  # the part of the output that is answered
    QUESTIONS = [("for?", ""), ("How large", ""), ("How far", ""), ("How high", ""), ("name", "Hill"), ("Time zone", ""),
                 ("Opening hours", "")]


class Setup(Base):
    def test_answers_by_pipe_are_written_and_all_else_stays(self):
        answers = ["wall",                         # role
                   "2", "680 x 1210",              # a size that no panel has, then one in the other order
                   "left",                         # where its own top edge is
                   "4 m", "1.4 m", "Hill Clinic", "America/Toronto", "mon-fri 8-12, 13-17"]
        done = self.run_with("--config", self.wall, answers="\n".join(answers) + "\n")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("`2`: each side should be from 50 to 5000 mm", done.stdout)
        self.expect(wall=[(r"^width_mm( +)= 1218 ", r"width_mm\1= 680  "), (r"^height_mm( +)= 685 ", r"height_mm\1= 1210"),
                          (r"^width_px( +)= 1920", r"width_px\1= 1080"), (r"^height_px( +)= 1080", r"height_px\1= 1920"),
                          (r"^lower_edge_mm( +)= 1500", r"lower_edge_mm\1= 1400"),
                          (r"^rotation( +)= 0 ", r"rotation\1= 90")],
                    clinic=[(r'^name = "Lakeside Clinic"', 'name = "Hill Clinic"'),
                            (r'^time_zone = ""', 'time_zone = "America/Toronto"'),
                            (r"^# \[hours\]$", "[hours]"),
                            *[(rf'^# ({day} +)= ".*"$', r'\1= "08:00-12:00, 13:00-17:00"')
                              for day in ("monday", "tuesday", "wednesday", "thursday", "friday")],
                            *[(rf'^# ({day} += "closed")$', r"\1") for day in ("saturday", "sunday")]])
        self.assertIn(f"{self.wall}: [screen] rotation = 90\n", done.stdout)
        self.assertIn("1 valid card, 0 errors", done.stdout)
        self.assertIn(f"Next: {PROGRAM} run --fullscreen --config {self.wall}\n", done.stdout)

    def test_enter_alone_keeps_everything(self):
        done = self.run_with("--config", self.kiosk, answers="\n" * 20)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("All stays as it was; no file is written.", done.stdout)
        self.expect()

    def test_options_need_no_question(self):
        done = self.run_with("--config", self.kiosk, "--yes", "--touch", "ILITEK", "--size", "21.5 inch", "--turned", "bottom", "--distance",
                             "2 ft", "--height", "90 cm", "--name", "-", "--hours", "always", "--monitor", "HDMI-1")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.expect(kiosk=[(r"^viewing_distance_mm( +)= 600", r"viewing_distance_mm\1= 610"),
                           (r"^lower_edge_mm( +)= 800", r"lower_edge_mm\1= 900"),
                           (r"^rotation( +)= 0  ", r"rotation\1= 180"),
                           (r'^monitor( +)= ""', r'monitor\1= "HDMI-1"'),
                           (r'^touch( +)= ""', r'touch\1= "ILITEK"')],
                    clinic=[(r'^name = "Lakeside Clinic"', 'name = ""')])

    def test_a_wrong_answer_by_option_is_named_and_nothing_is_written(self):
        for option, answer in (("--role", "tv"), ("--size", "large"), ("--turned", "45"), ("--distance", "60"),
                               ("--height", "6 m"), ("--time-zone", "EST"), ("--hours", "mon 25")):
            done = self.run_with("--config", self.kiosk, "--yes", option, answer)
            self.assertEqual(done.returncode, 2, option)
            self.assertIn(f"{option} `{answer}`: ", done.stderr)
        self.expect()

    def test_a_terminal_that_closes_changes_nothing(self):
        done = self.run_with("--config", self.kiosk, answers="wall\n30 inch\n")
        self.assertEqual(done.returncode, 1)
        self.assertIn("the answers have ended before the questions; nothing is changed", done.stderr)
        self.expect()

    def test_settings_with_an_error_are_not_touched(self):
        self.kiosk.write_text(self.kiosk.read_text().replace("\nwidth_mm ", "\nwidth_mm = = ", 1))
        self.before = self.texts()
        done = self.run_with("--config", self.kiosk, "--yes", "--name", "Hill")
        self.assertEqual(done.returncode, 1)
        self.assertIn("correct them first", done.stderr)
        self.expect()

    def test_ctrl_c_changes_nothing(self):
        program = self.start("--config", self.kiosk)
        self.answer(program, *self.QUESTIONS[:2], ("top, left", "left"), *self.QUESTIONS[2:5])
        self.until(lambda: "Time zone" in self.out.read_text(), "the next question")
        program.send_signal(signal.SIGINT)
        self.assertEqual(program.wait(SLOW_S), 130)
        self.assertTrue(self.out.read_text().endswith("\nNothing is changed.\n"))
        self.expect()


class Picture(Base):
    """On a display, in whose pixels the picture is seen."""

    def colour(self, display, x, y):
        at = (y * display.width + x) * 4
        return display.pixels()[at:at + 3].hex()

    def test_an_arrow_that_points_left_turns_the_picture_and_the_corners_are_touched(self):
        display = VirtualDisplay(self.folder, 800, 450)
        self.addCleanup(display.stop)
        program = self.start("--config", self.kiosk, env=display.env)
        self.answer(program, *self.QUESTIONS, ("arrow", "left"))
        # The picture is turned clockwise: its top is on the right, and so is the arrow's point.
        self.until(lambda: self.colour(display, 740, 225) == TEAL, "an arrow to the right")
        self.assertEqual(self.colour(display, 400, 0), TEAL)  # the line along the edge
        self.answer(program, ("arrow", "sideways"), ("say where the arrow points", ""))
        self.until(lambda: "Hold a tape" in self.out.read_text(), "the ruler")
        self.answer(program, ("how long is it? [100 mm]", "90"))  # the screen is smaller than the settings say
        self.until(lambda: self.out.read_text().count("how long") == 2, "the ruler again")
        self.answer(program, ("how long is it?", ""))
        # In the pixels of the glass, 428 x 241 mm of 800 x 450 pixels: the upper left of the turned picture is at the upper
        # right. Its rings are 24 mm from the edges.
        near, far, low = 45, 755, 405
        tap = lambda x, y: subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"],  # noqa: E731
                                          env=display.env, check=True)
        for x, y in ((far, near), (far, low), (near, low), (near, near)):
            beside = x + 11, y  # inside of the ring, beside its middle
            self.until(lambda: self.colour(display, *beside) == LIT, f"a lit ring at {beside}")  # pylint: disable=cell-var-from-loop
            if (x, y) == (far, low):
                tap(400, 225)
                self.until(lambda: self.colour(display, 400, 225) == CORAL, "a cross where the touch missed")
            tap(x, y)
        self.until(lambda: "touch: all four corners" in self.out.read_text(), "the result of the touch test")
        self.assertEqual(program.wait(SLOW_S), 0, self.out.read_text())
        self.expect(kiosk=[(r"^width_mm( +)= 476", r"width_mm\1= 241"), (r"^height_mm( +)= 268", r"height_mm\1= 428"),
                           (r"^width_px( +)= 1920", r"width_px\1= 1080"), (r"^height_px( +)= 1080", r"height_px\1= 1920"),
                           (r"^rotation( +)= 0 ", r"rotation\1= 90")],
                    clinic=[(r'^name = "Lakeside Clinic"', 'name = "Hill"')])

    def test_the_keyboard_at_the_screen_answers_too(self):
        display = VirtualDisplay(self.folder, 800, 450)
        self.addCleanup(display.stop)
        program = self.start("--config", self.wall, "--only-picture", env=display.env)
        keys = lambda *names: subprocess.run(["xdotool", "key", *names], env=display.env, check=True)  # noqa: E731
        self.until(lambda: self.colour(display, 400, 40) == TEAL, "the arrow")
        keys("Down")
        self.until(lambda: self.colour(display, 400, 410) == TEAL, "the arrow on its head")
        keys("Return")
        self.until(lambda: "Hold a tape" in self.out.read_text(), "the ruler")
        keys("Left")
        self.until(lambda: self.out.read_text().count("Hold a tape") == 2, "the ruler again")
        keys("Return")
        self.assertEqual(program.wait(SLOW_S), 0, self.out.read_text())
        self.expect(wall=[(r"^width_mm( +)= 1218", r"width_mm\1= 1230"), (r"^height_mm( +)= 685", r"height_mm\1= 692"),
                          (r"^rotation( +)= 0  ", r"rotation\1= 180")])

    def test_escape_at_the_screen_changes_nothing(self):
        display = VirtualDisplay(self.folder, 800, 450)
        self.addCleanup(display.stop)
        program = self.start("--config", self.kiosk, "--only-picture", env=display.env)
        self.until(lambda: self.colour(display, 400, 40) == TEAL, "the arrow")
        subprocess.run(["xdotool", "key", "Down"], env=display.env, check=True)
        self.until(lambda: self.colour(display, 400, 410) == TEAL, "the arrow on its head")
        subprocess.run(["xdotool", "key", "Escape"], env=display.env, check=True)
        self.assertEqual(program.wait(SLOW_S), 130)
        self.assertTrue(self.out.read_text().endswith("\nNothing is changed.\n"))
        self.expect()

    def test_without_an_answering_display_the_turn_is_asked_in_words(self):
        program = self.start("--config", self.kiosk, env={**NO_DISPLAY, "DISPLAY": ":54321"})
        self.answer(program, *self.QUESTIONS)
        self.until(lambda: "No test picture can be shown" in self.out.read_text(), "the reason")
        self.answer(program, ("top, left, right or bottom", "bottom"))
        self.assertEqual(program.wait(SLOW_S), 0, self.out.read_text())
        self.assertRegex(self.kiosk.read_text(), r"(?m)^rotation +=\s180")

    def test_the_picture_is_on_the_monitor_that_is_chosen(self):
        desktop = Desktop(self.folder, ["EETI eGalaxTouch", "ILITEK Multi-Touch"])
        self.addCleanup(desktop.stop)
        desktop.set("DUMMY1", 800, 600, right_of="DUMMY0")
        desktop.name("DUMMY1", "DELL P2419H")
        program = self.start("--config", self.kiosk, env=desktop.env)
        self.answer(program, ("for?", ""), ("Which monitor", "HDMI-7"), ("no monitor has this name", "2"),
                    ("Which touchscreen", "3"), ("is not connected", "2"))
        self.assertIn('  2  DUMMY1 "DELL P2419H", 800 x 600 pixels\n', self.out.read_text())
        self.answer(program, *self.QUESTIONS[1:])
        self.until(lambda: desktop.window(program.pid) == Window(1280, 0, 800, 600), "the picture on the second monitor")
        self.answer(program, ("arrow", ""), ("how long", ""))
        # 476 x 268 mm of 800 x 450 pixels in the middle of 800 x 600.
        for x, y in ((45, 120), (755, 120), (755, 480), (45, 480)):
            self.until(lambda: desktop.pixels(1280 + x + 11, y, 1, 1)[:3].hex() == LIT, "a lit ring")  # pylint: disable=cell-var-from-loop
            desktop.touch("ILITEK Multi-Touch", x / 800, y / 600)
        self.assertEqual(program.wait(SLOW_S), 0, self.out.read_text())
        self.assertIn("touch: all four corners", self.out.read_text())
        self.assertRegex(self.kiosk.read_text(), r'(?m)^monitor +=\s"DUMMY1"')
        self.assertRegex(self.kiosk.read_text(), r'(?m)^touch +=\s"ILITEK Multi-Touch"')


if __name__ == "__main__":
    unittest.main()
