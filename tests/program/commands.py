"""Tests the command line of the built program: commands.py PROGRAM ROOT"""
import functools
import json
import math
import os
import pathlib
import re
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
import unittest

from fake_speech_service import FakeSpeechService

PROGRAM, ROOT = os.path.abspath(sys.argv.pop(1)), pathlib.Path(sys.argv.pop(1)).resolve()
NO_DISPLAY = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}


def anteroom(*words):
    return subprocess.run([PROGRAM, *map(str, words)], cwd=ROOT, env=NO_DISPLAY, capture_output=True, text=True)


class Check(unittest.TestCase):
    def test_what_ships_is_valid(self):
        for config in ("kiosk", "wall"):
            done = anteroom("check", "--config", f"config/{config}.toml")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("11 valid cards, 0 errors", done.stdout)

    def test_all_planted_faults_are_reported_in_one_run(self):
        done = anteroom("check", "--content", "tests/checks/faulty-pack")
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("terminate", done.stderr)
        found = json.loads(anteroom("check", "--content", "tests/checks/faulty-pack", "--format", "json").stdout)
        found = [f for f in found if f["severity"] != "info"]
        placed = {(f["path"], f["rule"]) for f in found if f["severity"] == "error" and f["line"] > 0 and f["column"] > 0}
        self.assertGreaterEqual(len({rule for _, rule in placed}), 10)
        for fault in found:
            if fault["severity"] == "info":  # what passes is in the table on standard output
                continue
            place = fault["path"] + (f":{fault['line']}:{fault['column']}" if fault["line"] else "")
            self.assertIn(f"{place}: {fault['severity']}: {fault['message']}", done.stderr)

    def test_faults_have_colours_on_a_terminal_only(self):
        def on_terminal(environment, *options):
            master, slave = os.openpty()
            base = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
            subprocess.run([PROGRAM, "check", *options], cwd=ROOT, stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=slave, env={**base, **environment}, timeout=300)
            os.close(slave)
            shown = os.read(master, 4096).decode(errors="replace")
            os.close(master)
            return shown

        config = ("--config", "missing.toml")  # few faults: a terminal holds only 4 kB
        shown = on_terminal({"TERM": "xterm"}, *config)
        self.assertRegex(shown, "\x1b\\[1m[^\x1b]*:\x1b\\[0m \x1b\\[1;31merror:\x1b\\[0m ")
        self.assertNotIn("\x1b", on_terminal({"TERM": "dumb"}, *config))
        self.assertNotIn("\x1b", on_terminal({"TERM": "xterm", "NO_COLOR": "1"}, *config))
        self.assertNotIn("\x1b", on_terminal({"TERM": "xterm"}, "--color", "never", *config))
        self.assertIn("\x1b", anteroom("check", "--color", "always", "--content", "tests/checks/faulty-pack").stderr)
        self.assertNotIn("\x1b", anteroom("check", "--content", "tests/checks/faulty-pack").stderr)

    def test_help_is_shown_by_the_word_too(self):
        self.assertEqual(anteroom("help").stdout, anteroom("--help").stdout)
        self.assertEqual(anteroom("help", "check").stdout, anteroom("check", "--help").stdout)
        done = anteroom("help", "chekc")
        self.assertEqual(done.returncode, 2)
        self.assertIn("there is no command chekc", done.stderr)

    def test_every_card_has_its_figures_in_every_language(self):
        found = json.loads(anteroom("check", "--format", "json").stdout)
        keys = {"path", "line", "column", "severity", "rule", "message"}
        for fault in found:
            self.assertEqual(set(fault), keys | ({"figures"} if fault["rule"] in ("readability", "loop") else set()))
        infos = [f for f in found if f["rule"] == "readability"]
        self.assertEqual({f["severity"] for f in infos}, {"info"})
        self.assertEqual(infos, found[len(found) - len(infos):])  # after all faults
        head = tomllib.loads((ROOT / "content/neuromodulators/pack.toml").read_text())
        wanted = [(language, card) for language in head["languages"] for card in [*head["cards"], None]]
        self.assertEqual([(f["figures"]["language"], f["figures"]["card"]) for f in infos], wanted)
        for info in infos:
            figures = info["figures"]
            card = f"cards/{figures['card']}.toml" if figures["card"] else "pack.toml"
            self.assertTrue(info["path"].endswith(f"content/neuromodulators/{card}"))
            line = pathlib.Path(ROOT, info["path"]).read_text().splitlines()[info["line"] - 1]
            self.assertTrue(line.startswith(f"[text.{figures['language']}]" if figures["card"] else "languages"), line)
            if figures["language"] == "zh-Hans":  # counted in characters
                self.assertLessEqual(figures["longest_characters"], 20)
                continue
            for key in ("words", "sentences", "longest_sentence", "mean_sentence", "lix"):
                self.assertGreater(figures[key], 0)
            self.assertAlmostEqual(figures["mean_sentence"], figures["words"] / figures["sentences"], delta=0.051)
            self.assertLessEqual(figures["lix"], 34 if figures["language"] == "en" else 45)
            self.assertEqual("fk" in figures, figures["language"] == "en")
            if "fk" in figures:
                self.assertLessEqual(figures["fk"], 8 if figures["card"] else 6)
                self.assertLessEqual(figures["fk"], figures["fk_raw"])
        every = infos[wanted.index(("en", None))]["figures"]
        self.assertEqual(every["words"], sum(f["figures"]["words"] for f in infos[:len(head["cards"])]))
        self.assertLess(every["fk"], every["fk_raw"])  # the glossary counts

    def test_the_figures_are_in_a_table_for_each_language(self):
        done = anteroom("check", "--report")
        infos = [f for f in json.loads(anteroom("check", "--format", "json").stdout) if f["rule"] == "readability"]
        lines = [line.split() for line in done.stdout.splitlines()]
        self.assertEqual(lines[0][0], "seconds")  # how long each card stays comes first
        lines = lines[lines.index([]):]
        self.assertIn("en words sentences mean longest FK raw FK LIX RIX".split(), lines)
        self.assertIn("fr words sentences mean longest LIX RIX".split(), lines)
        self.assertIn("zh-Hans sentences characters mean longest".split(), lines)
        keys = ("words", "sentences", "mean_sentence", "longest_sentence", "fk_raw", "fk", "characters", "mean_characters",
                "longest_characters", "lix", "rix")
        languages = tomllib.loads((ROOT / "content/neuromodulators/pack.toml").read_text())["languages"]
        for info in infos:
            figures = info["figures"]
            name = [figures["card"]] if figures["card"] else ["all", "cards"]
            row = [line for line in lines if line[:len(name)] == name][languages.index(figures["language"])]
            values = [figures[k] for k in keys if k in figures]
            self.assertEqual(len(row) - len(name), len(values))
            for word, value in zip(row[len(name):], values):
                self.assertAlmostEqual(float(word), value, delta=0.11)  # halves are rounded either way

    def test_the_length_of_the_loop_is_said_before_the_last_line(self):
        done = anteroom("check")
        loops = [f["figures"] for f in json.loads(anteroom("check", "--format", "json").stdout) if f["rule"] == "loop"]
        head = tomllib.loads((ROOT / "content/neuromodulators/pack.toml").read_text())
        self.assertEqual([loop["language"] for loop in loops], head["languages"])
        *_, line, last = done.stdout.splitlines()
        self.assertIn("valid cards", last)
        self.assertRegex(line, r"^the loop: 11 cards, \d+ min \d+ s in English, \d+ min( \d+ s)? in French, .* in Punjabi$")
        for loop in loops:
            self.assertEqual(list(loop["dwell_s"]), sorted(head["cards"]))
            self.assertAlmostEqual(loop["greetings_s"] + sum(loop["dwell_s"].values()), loop["loop_s"], delta=0.001)
            minutes, seconds = divmod(int(loop["loop_s"] + 0.5), 60)
            self.assertIn(f", {minutes} min {seconds} s in " if seconds else f", {minutes} min in ", line)
        # The kiosk is back at its greetings when that time has passed.
        english = int(1000 * loops[0]["loop_s"] + 0.5)
        with tempfile.TemporaryDirectory() as folder:
            replay = pathlib.Path(folder) / "it.replay"
            replay.write_text(f"wait {english - 1}ms\nexpect card {head['cards'][-1]}\n"
                              "wait 1ms\nexpect screen hello\n")
            done = anteroom("replay", replay)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_without_espeak_ng_the_grade_is_left_out_and_that_is_said_once(self):
        with tempfile.TemporaryDirectory() as empty:
            done = subprocess.run([PROGRAM, "check", "--report"], cwd=ROOT, env={**NO_DISPLAY, "PATH": empty}, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr.count("espeak-ng"), 1)
        self.assertIn("LIX", done.stdout)
        self.assertNotIn("FK", done.stdout)

    def test_json_is_complete_when_a_file_name_is_not_utf_8(self):
        with tempfile.TemporaryDirectory() as folder:
            config = os.fsencode(folder) + b"/kiosk-\xff.toml"
            with open(config, "w") as file:
                file.write((ROOT / "config/kiosk.toml").read_text().replace('"../content', f'"{ROOT}/content'))
            shutil.copy(ROOT / "config/clinic.toml", folder)
            done = subprocess.run([PROGRAM, "check", "--format", "json", "--config", config], cwd=ROOT, env=NO_DISPLAY,
                                  capture_output=True)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            paths = {each["path"] for each in json.loads(done.stdout)}
            self.assertIn(f"{folder}/kiosk-\ufffd.toml", paths)

    def test_a_pack_without_a_policy_is_told_what_its_region_suggests(self):
        suggested = 'pack.toml has no [policy]; in the region CA a pack whose cards name drugs should have one, with rule = "ca"'
        with tempfile.TemporaryDirectory() as folder:
            config = pathlib.Path(folder) / "kiosk.toml"
            pack = pathlib.Path(folder) / "pack"
            shutil.copytree(ROOT / "tests/content/sound/pack", pack)
            for region, policy, is_told in (("CA", "", True), ("US", "", False), ("CA", '\n[policy]\nrule = "none"\n', False)):
                config.write_text(f'content = "pack"\n[clinic]\nregion = "{region}"\n')
                head = re.sub(r"(?m)^policy .*\n", "", (ROOT / "tests/content/sound/pack/pack.toml").read_text())
                (pack / "pack.toml").write_text(head + policy)
                self.assertEqual(suggested in anteroom("check", "--config", config).stdout, is_told, (region, policy))

    def test_the_report_names_the_voice_of_each_language(self):
        with FakeSpeechService() as service:
            def answer():
                service.accept()
                service.meet("SET self CLIENT_NAME anteroom:voices:main", "208 OK")
                service.meet("LIST SYNTHESIS_VOICES", "249-English (America)\ten-us\tnone", "249 OK VOICE LIST SENT")
            answering = threading.Thread(target=answer, daemon=True)
            answering.start()
            with tempfile.TemporaryDirectory() as folder:
                config = pathlib.Path(folder) / "kiosk.toml"
                config.write_text(f'content = "{ROOT}/tests/content/sound/pack"\n')  # small, so that it is checked soon
                done = subprocess.run([PROGRAM, "check", "--report", "--config", config], cwd=ROOT, env={**NO_DISPLAY, **service.env},
                                      capture_output=True, text=True)
            answering.join(30)
        self.assertIn("\nvoices that read aloud\n"
                      "  English  English (America) (en-us)\n"
                      "  French   none of its own, so another language's would read it; install one (espeak-ng-data has most)\n",
                      done.stdout)

    def test_strict_makes_warnings_fail(self):
        self.assertEqual(anteroom("check", "--strict").returncode, 1)  # no clinician has signed the pack

    def test_taking_a_card_out_of_the_loop_is_no_error(self):
        """pack.toml itself advises it; the card's file and picture stay, and so does its row in claims.toml."""
        with tempfile.TemporaryDirectory() as folder:
            pack = pathlib.Path(folder) / "pack"
            shutil.copytree(ROOT / "content/neuromodulators", pack)
            head = pack / "pack.toml"
            text, found = re.subn(r'(?m)^(\s*)"frozen",', r'\1# "frozen",', head.read_text(), count=1)
            self.assertEqual(found, 1)
            head.write_text(text)
            done = anteroom("check", "--content", pack)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("10 valid cards, 0 errors", done.stdout)
            self.assertNotIn("error", done.stderr)
            self.assertIn("warning: `frozen` rests, so no card in the loop tells the claim `C8`", done.stderr)

    def test_wrong_usage_is_distinguished_from_a_fault(self):
        self.assertEqual(anteroom("check", "--fromat", "json").returncode, 2)
        self.assertEqual(anteroom("render").returncode, 2)
        self.assertEqual(anteroom("render", "--out", "x", "--size", "big").returncode, 2)
        self.assertEqual(anteroom("dance").returncode, 2)
        self.assertEqual(anteroom("--config", "config/wall.toml", "check").returncode, 2)
        self.assertEqual(anteroom("--help").returncode, 0)
        for command in ("run", "check", "render", "replay", "bench"):
            done = anteroom(command, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn("--config", done.stdout)

    def test_run_without_a_display_says_so(self):
        done = anteroom("run")
        self.assertEqual(done.returncode, 1)
        self.assertIn("there is no display", done.stderr)


class Legibility(unittest.TestCase):
    """What `check` says about a screen whose settings differ a little from config/kiosk.toml."""

    def check(self, *words, config="kiosk", **settings):
        text = (ROOT / f"config/{config}.toml").read_text().replace('"../content', f'"{ROOT}/content')
        for key, value in settings.items():
            line = "" if value is None else f"{key} = {value}"
            text, found = re.subn(rf"(?m)^{key} .*$", line, text)
            self.assertEqual(found, 1, key)
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(ROOT / "config/clinic.toml", folder)
            self.file = pathlib.Path(folder) / "screen.toml"
            self.file.write_text(text)
            return anteroom("check", "--report", "--config", self.file, *words)

    def test_what_ships_can_be_read_and_reached(self):
        done = self.check()
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = [re.split(r"  +", line.strip()) for line in done.stdout.splitlines()]
        self.assertIn(["body", "7.6 mm", "7.3 mm", "44", "pass"], rows)
        controls = {row[0]: row[1:] for row in rows if len(row) == 5 and "above" not in row[3]}
        for name in ("next", "back", "home", "language", "stay", "fold", "step-4"):
            self.assertEqual(controls[name][1::2], ["pass", "pass"], name)
        self.assertNotIn("FAIL", done.stdout)
        wall = self.check(config="wall")
        self.assertEqual(wall.returncode, 0, wall.stderr)
        self.assertIn("title", wall.stdout)
        self.assertNotIn("control", wall.stdout)

    def test_a_screen_too_small_for_its_readers_says_what_to_do(self):
        # A small pack, since the search for a size that fits composes every screen many times.
        check = functools.partial(self.check, "--content", "tests/content/sound/pack")
        done = check(viewing_distance_mm=1100)
        self.assertEqual(done.returncode, 1)
        said = re.search(rf"{self.file}: error: screen too small for this viewing distance: 476 x 268 mm seen from 1100 mm; "
                         r"it serves readers up to (\d+) mm away; for 1100 mm take one of about (\d+) x (\d+) mm", done.stderr)
        self.assertTrue(said, done.stderr)
        near, width, height = map(int, said.groups())
        self.assertEqual(check(viewing_distance_mm=near).returncode, 0)
        larger = check(viewing_distance_mm=1100, width_mm=width, height_mm=height, lower_edge_mm=400)
        self.assertEqual(larger.returncode, 0, larger.stderr)
        kinds = re.findall(r'error: (\w+): on the screen "(\w+)"', done.stderr)
        self.assertEqual(len(kinds), len(set(kinds)))  # once for each kind of screen
        # Buttons are sized for arm's length, whatever the screen.
        far = check(viewing_distance_mm=6000)
        self.assertEqual(far.returncode, 1)
        self.assertIn("no larger one of its shape serves 6000 mm either", far.stderr)

    def test_a_screen_out_of_reach_says_how_to_hang_it(self):
        done = self.check(lower_edge_mm=1400)
        self.assertEqual(done.returncode, 1)
        said = re.search(r"screen hangs too high: its lower edge is 1400 mm above the floor; all controls are in reach from "
                         r"(\d+) to (\d+) mm", done.stderr)
        self.assertTrue(said, done.stderr)
        self.assertRegex(done.stderr, r"the control next \(Next\) is 1402 to 1429 mm above the floor")
        self.assertRegex(done.stdout, r"(?m)^next .* FAIL$")
        for edge in map(int, said.groups()):
            self.assertEqual(self.check(lower_edge_mm=edge).returncode, 0)
        self.assertEqual(self.check(config="wall", lower_edge_mm=1400).returncode, 0)  # nobody touches it

    def test_what_breaks_only_in_large_text_is_reported(self):
        word = "Neuromodulatorinjektionen"
        with tempfile.TemporaryDirectory() as folder:
            content = pathlib.Path(folder) / "content"
            shutil.copytree(ROOT / "content/neuromodulators", content)
            card = content / "cards/where.toml"
            text = card.read_text()
            card.write_text(re.sub(r'(?m)^title( *)= ".*"', rf'title\1= "{word}"', text, count=1))
            done = self.check("--content", content, width_mm=268, height_mm=476, width_px=1080, height_px=1920)
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr, rf"{card}: error: with letters of 200 %: words have no room on the front of `where`.* "
                                          r"in English.*: shorten its title or lead.*\(fit: a word is cut at the end of "
                                          r"\"Neuromodulator")
            self.assertNotIn("error: fit", done.stderr)

    def test_a_screen_that_hangs_too_low_for_the_reach_mode_does_not_offer_it(self):
        done = self.check(lower_edge_mm=600)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"{self.file}: warning: the reach mode is not offered: where this screen hangs it cannot bring all "
                      "controls between 800 and 1100 mm above the floor", done.stderr)
        self.assertNotIn("reach mode", self.check(lower_edge_mm=760).stderr)

    def test_json_lists_what_passes_and_what_does_not(self):
        done = self.check("--format", "json", lower_edge_mm=1400)
        lines = [each for each in json.loads(done.stdout) if each["rule"] == "legibility"]
        self.assertEqual({each["severity"] for each in lines}, {"error", "info"})
        for each in lines:
            self.assertEqual(sorted(each), ["column", "line", "message", "path", "rule", "severity"])
            self.assertEqual((each["path"], each["line"], each["column"]), (str(self.file), 0, 0))
        body = [each["severity"] for each in lines if each["message"].startswith("capitals of the body text are 7.6 mm")]
        self.assertEqual(body, ["info"])

    def test_an_unknown_size_is_reported(self):
        done = self.check(width_mm=None, height_mm=None)
        self.assertEqual(done.returncode, 0, done.stderr)
        if "as the monitor says" not in done.stdout:  # if there is one
            self.assertEqual(done.stderr.count("the screen's size is not known: taken as 476 x 268 mm"), 1)
            turned = self.check(width_mm=None, height_mm=None, width_px=None, height_px=None, rotation=90)
            self.assertIn("taken as 268 x 476 mm", turned.stderr)

    def test_one_side_alone_is_a_fault(self):
        done = self.check(height_mm=None)
        self.assertEqual(done.returncode, 1)
        self.assertIn("`height_mm` is missing; write both sides, or neither, and the monitor is asked", done.stderr)


class DamagedSettings(unittest.TestCase):
    """What is shown and reported when the settings file is not what the clinic wrote."""

    SOUND = '[clinic]\nname = "Harbour Street Clinic"\n'

    def screen(self, settings, expect, *words, name="screen.toml"):
        """Replays `expect` with these bytes as the settings, beside a pack; returns what `check` says."""
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            shutil.copytree(ROOT / "tests/content/sound/pack", folder / "cards")
            if settings is not None:
                (folder / name).write_bytes(settings)
            (folder / "it.replay").write_text(expect)
            done = anteroom("replay", folder / "it.replay", "--config", folder / "screen.toml", *words)
            self.assertEqual(done.returncode, 0, done.stderr)
            return anteroom("check", "--config", folder / "screen.toml", *words)

    def test_a_byte_of_another_encoding_affects_one_line(self):
        settings = ('content = "cards"\n' + self.SOUND + 'region = "QC\xe9"\n').encode("latin-1")
        done = self.screen(settings, 'tap "Next"\nexpect screen loop\nexpect card one\n')
        self.assertEqual(done.returncode, 1)
        self.assertIn("screen.toml:4:13: error: this is not UTF-8 text; save the file with the encoding UTF-8", done.stderr)
        self.assertIn("/cards: 2 valid cards, 1 error", done.stdout)

    def test_utf_16_is_read_and_reported(self):
        for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
            done = self.screen(('content = "cards"\n' + self.SOUND).encode(encoding), 'tap "Next"\nexpect card one\n')
            self.assertEqual(done.returncode, 1)
            self.assertIn("screen.toml: error: the file is saved as UTF-16", done.stderr)

    def test_settings_that_do_not_say_which_cards_show_none(self):
        fallback = 'expect screen fallback\nexpect text "Please ask at the desk"\nwait 1h\nexpect screen fallback\n'
        samples = {
            "a file that is not there": (None, False),
            "an empty file": (b"", False),
            "zero bytes": (bytes(4096), False),
            "a damaged line": (b'content = "c\xe9rds"\n' + self.SOUND.encode(), True),
            "a file that was cut short": (self.SOUND.encode() + b'content = "car', True),
            "zero bytes over it": (bytes(30) + b"\n" + self.SOUND.encode(), True),
            "a folder that is not there": (b'content = "crads"\n' + self.SOUND.encode(), True),
        }
        for what, (settings, has_name) in samples.items():
            with self.subTest(what):
                expect = fallback + 'expect text "Harbour Street Clinic"\n' * has_name
                done = self.screen(settings, expect)
                self.assertEqual(done.returncode, 1)
                self.assertIn("only asks patients to come to the desk", done.stderr)
                self.assertIn("0 valid cards", done.stdout)
                # The command line may select the cards.
                said = self.screen(settings, 'tap "Next"\nexpect card one\n', "--content", ROOT / "tests/content/sound/pack")
                self.assertNotIn("asks patients to come", said.stderr)

    def test_content_that_stands_below_another_header_is_an_error_and_taken(self):
        settings = self.SOUND.encode() + b'content = "cards"\n'
        done = self.screen(settings, 'tap "Next"\nexpect card one\n')
        self.assertIn("`content`", done.stderr)
        self.assertIn("error: ", done.stderr)

    def test_a_file_that_was_saved_under_another_name_is_detected(self):
        done = self.screen(b'content = "cards"\n', "expect screen fallback\n", name="screen.toml.txt")
        self.assertEqual(done.returncode, 1)
        self.assertIn("screen.toml: error: there is no such file; did you mean `screen.toml.txt`?", done.stderr)

    def test_settings_without_content_show_the_cards_that_come_with_the_program(self):
        done = self.screen(b'role = "kiosk"\n' + self.SOUND.encode(), "tap \"Next\"\nexpect card injectables\n")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_dangling_link_in_the_default_location_is_not_skipped(self):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(f"{folder}/config")
            os.symlink("/nowhere/kiosk.toml", f"{folder}/config/kiosk.toml")
            done = subprocess.run([PROGRAM, "check"], cwd=folder, env=NO_DISPLAY, capture_output=True, text=True)
            self.assertEqual(done.returncode, 1)
            self.assertIn("config/kiosk.toml: error: there is no such file", done.stderr)
            self.assertIn("0 valid cards", done.stdout)


class OwnPack(unittest.TestCase):
    """A pack of one card, written afresh for each test."""

    WORDS = {"en": ("Paper", "A fold stays", "Fold a sheet.", "A sheet.", "What now?", "Why", "It is bent."),
             "ar": ("ورق", "الثنية تبقى", "اطووا ورقة.", "ورقة.", "ماذا الآن؟", "لماذا", "اتصلوا +1 519 555-0177 اليوم.")}

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "pack/cards").mkdir(parents=True)

    def card(self, language="en", before="", after="", pages=1):
        """Writes the card, with lines before and after its text."""
        topic, title, lead, alt, ask, page, text = self.WORDS[language]
        (self.folder / "screen.toml").write_text(
            f'role = "kiosk"\ncontent = "pack"\n[screen]\nwidth_mm = 476\nheight_mm = 268\n')
        (self.folder / "pack/pack.toml").write_text(
            f'format = 1\nid = "own"\nlanguages = ["{language}"]\ncards = ["one"]\ntitle = {{ {language} = "{title}" }}\n'
            f'source = {{ {language} = "{title}" }}\n[review]\non = 2026-11-22\nby = 2099-11-22\nreviewer = "A"\n'
            f'speakers = {{ {language} = "A" }}\n')
        (self.folder / "pack/cards/one.toml").write_text(
            f'claims = []\n{before}[text.{language}]\ntopic = "{topic}"\ntitle = "{title}"\nlead = "{lead}"\n'
            f'picture_alt = "{alt}"\nask = "{ask}"\n' +
            f'[[text.{language}.pages]]\ntitle = "{page}"\ntext = "{text}"\n' * pages + after)

    def check(self, *words):
        return anteroom("check", "--report", "--config", self.folder / "screen.toml", *words)

    def test_ninety_thousand_faults_of_a_file_are_counted_and_fifty_listed(self):
        self.card(before="".join(f"k{n} = 1\n" for n in range(90_000)))
        done = self.check()
        self.assertEqual(done.returncode, 1)
        self.assertIn("one.toml: error: and 89,950 more errors in this file", done.stderr)
        self.assertIn(" 90000 errors", done.stdout)
        self.assertLess(len(done.stderr), 20_000)
        found = [f for f in json.loads(self.check("--format", "json").stdout) if f["path"].endswith("one.toml")]
        self.assertEqual([f["rule"] for f in found if f["severity"] == "error"], ["unknown-key"] * 50 + ["more-faults"])

    def test_a_card_of_ten_thousand_pages_is_reported_and_not_composed(self):
        self.card(pages=10_000)
        done = self.check()
        self.assertEqual(done.returncode, 1)
        self.assertIn("the card has 10,000 pages in `en`; with more than 40 it is not shown", done.stderr)
        self.assertIn(": 0 valid cards, 1 error", done.stdout)
        shown = anteroom("render", "--config", self.folder / "screen.toml", "--out", self.folder / "out")
        self.assertIn("1 screens", shown.stdout)
        self.assertEqual([f.name for f in (self.folder / "out").iterdir()], ["fallback.en.front.png"])

    def test_a_link_goes_into_its_code_as_a_browser_would_send_it(self):
        self.card(before='link = "https://klinik-münchen.example/straße?q=é"\n')
        out = self.folder / "out"
        done = anteroom("render", "--config", self.folder / "screen.toml", "--dump", "--out", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        scenes = "".join(f.read_text() for f in out.glob("*.scene.txt"))
        self.assertIn('"https://xn--klinik-mnchen-3ob.example/stra%C3%9Fe?q=%C3%A9"', scenes)

    def test_a_telephone_number_in_arabic_is_found_and_spoken_as_it_was_typed(self):
        self.card("ar")
        replay = self.folder / "a.replay"
        replay.write_text('tap 200,100\nwait 1s\nexpect screen detail\nexpect text "اتصلوا +1 519 555-0177 اليوم."\n')
        done = anteroom("replay", replay, "--config", self.folder / "screen.toml")
        self.assertEqual(done.returncode, 0, done.stderr)
        out = self.folder / "out"
        anteroom("render", "--config", self.folder / "screen.toml", "--dump", "--out", out)
        lines = "".join(f.read_text() for f in out.glob("*.scene.txt")).splitlines()
        self.assertTrue(any("+1 519 555-0177" in line for line in lines), lines)  # on one line


class WhyAndSchedule(unittest.TestCase):
    """What a card's rules say about a time, and a day's plan. The texts are tested whole in tests/report/why_report_test.cpp."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.config = pathlib.Path(temporary.name) / "clinic.toml"
        days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        self.config.write_text(f'content = "{ROOT}/content/neuromodulators"\n[clinic]\ntime_zone = "America/Toronto"\n[hours]\n' +
                               "".join(f'{day} = "08:00-12:00, 13:00-17:00"\n' for day in days) +
                               '[[hours.on]]\nevery = "12-25"\nhours = "closed"\n')

    def test_why_answers_in_two_sentences(self):
        done = anteroom("why", "paper", "--at", "2026-12-25 09:00", "--config", self.config)
        self.assertEqual(done.returncode, 0, done.stderr)  # once that day is past, it says so on standard error
        self.assertEqual(done.stdout, f"`paper` is hidden on Friday 2026-12-25 at 09:00: the clinic is closed ({self.config}:12).\n"
                                      "It is shown next on Saturday 2026-12-26 at 08:00.\n")
        now = anteroom("why", "paper", "--config", self.config)
        self.assertRegex(now.stdout, r"^`paper` is (shown|hidden) on \w+day \d{4}-\d\d-\d\d at \d\d:\d\d")

    def test_why_begins_with_a_picture_that_cannot_be_drawn(self):
        pack = self.config.parent / "pack"
        shutil.copytree(ROOT / "content/neuromodulators", pack)
        self.config.write_text(self.config.read_text().replace(f"{ROOT}/content/neuromodulators", str(pack)))
        card = pack / "cards/paper.toml"
        picture = pack / "pictures" / tomllib.loads(card.read_text())["picture"]
        picture.write_text("<svg")
        done = anteroom("why", "paper", "--at", "2026-12-28 09:00", "--config", self.config)
        first, rest = done.stdout.split("\n", 1)
        self.assertTrue(first.startswith(f"The screen leaves `paper` out: its picture {picture} "), done.stdout)
        self.assertTrue(rest.startswith("But for that, `paper` is shown on Monday 2026-12-28 at 09:00.\n"), done.stdout)

    def test_why_reports_what_it_cannot_answer(self):
        done = anteroom("why", "papre", "--config", self.config)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertEqual(done.stderr, "anteroom: error: there is no card `papre`; did you mean `paper`?\n")
        done = anteroom("why", "vaccinations", "--config", self.config)
        self.assertRegex(done.stderr, r"there is no card `vaccinations`; the cards are `injectables`, .*`urgent-signs`, `questions`\n$")
        done = anteroom("why", "paper", "--at", "teatime", "--config", self.config)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("`teatime` is no time; write it as 18:00", done.stderr)
        self.assertEqual(anteroom("why").returncode, 2)

    def test_why_finds_a_card_by_its_title(self):
        title = tomllib.loads((ROOT / "content/neuromodulators/cards/paper.toml").read_text())["text"]["en"]["title"]
        done = anteroom("why", title.lower(), "--config", self.config)
        self.assertTrue(done.stdout.startswith("`paper` is "), done.stdout + done.stderr)

    def test_schedule_names_the_cards_that_are_missing_on_the_day(self):
        pack = self.config.parent / "pack"
        shutil.copytree(ROOT / "content/neuromodulators", pack)
        self.config.write_text(self.config.read_text().replace(f"{ROOT}/content/neuromodulators", str(pack)))
        card = pack / "cards/paper.toml"
        card.write_text(card.read_text().replace("[text.en]", '[when]\nexcept = ["12-24"]\n\n[text.en]', 1))
        line = card.read_text().split("except")[0].count("\n") + 1
        missing = f"not shown: `paper`: `except` names this day ({card}:{line})\n"
        self.assertTrue(anteroom("schedule", "--day", "2026-12-24", "--config", self.config).stdout.endswith(missing))
        self.assertNotIn("not shown", anteroom("schedule", "--day", "2026-12-23", "--config", self.config).stdout)

    def test_schedule_prints_a_day(self):
        done = anteroom("schedule", "--day", "2026-12-24", "--config", self.config)
        self.assertEqual(done.returncode, 0, done.stderr)  # once that day is past, it says so on standard error
        self.assertRegex(done.stdout, r"^Thursday 2026-12-24\n00:00  closed\n08:00  open; 11 cards, 4 min \d+ s in English, .* in French, .*\n"
                                      r"12:00  closed\n13:00  open; 11 cards, 4 min \d+ s in English, .* in French, .*\n"
                                      r"17:00  closed\n$")
        done = anteroom("schedule", "--day", "2026-12-25", "--config", self.config)
        self.assertEqual(done.stdout, f"Friday 2026-12-25, with its own hours ({self.config}:12)\n00:00  closed\n")
        self.assertRegex(anteroom("schedule", "--day", "Friday", "--config", self.config).stdout, r"^Friday \d{4}-\d\d-\d\d\n")
        wrong = anteroom("schedule", "--day", "Fryday", "--config", self.config)
        self.assertEqual((wrong.returncode, wrong.stderr),
                         (2, "anteroom: error: `Fryday` is no day; write it as tomorrow, friday or 2026-12-24\n"))
        self.assertRegex(anteroom("schedule").stdout, r"^\w+day \d{4}-\d\d-\d\d\n00:00  open; 11 cards, ")


class Notices(unittest.TestCase):
    ON_THE_LOOP = "It is above the cards of the loop; a page that a patient has open is not covered."
    OWN_ON_THE_LOOP = ON_THE_LOOP + " In an emergency add --urgent: it then has the whole screen."

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.config = pathlib.Path(temporary.name) / "clinic.toml"
        self.config.write_text(f'content = "{ROOT}/content/neuromodulators"\n')

    def put_up(self, *words):
        done = anteroom("notice", *words, "--config", self.config)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        first, *rest = done.stdout.splitlines()
        self.assertIn("the notice is up", first)
        if "urgent" not in words and "leave-the-building" not in words:
            self.assertEqual(rest.pop(0), self.OWN_ON_THE_LOOP)
        self.assertEqual(anteroom("notice", "--clear", "--config", self.config).stdout, "The notice is taken down.\n")
        return rest

    def test_who_may_not_take_a_notice_down_is_told_who_can(self):
        folder = self.config.parent
        notice = folder / "notice.toml"
        notice.write_text('[title]\nen = "Put up at the panel"\n')
        as_reader = []
        if os.geteuid() == 0:  # who may write everywhere but on a file system that is read-only
            if subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode != 0:
                self.skipTest("no file system can be mounted here, and root may write everywhere")
            bind = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
            as_reader = ["unshare", "-m", "sh", "-c", bind, folder]
        else:
            folder.chmod(0o555)
            self.addCleanup(folder.chmod, 0o755)
        for words in ([], ["--all"]):
            done = subprocess.run([*as_reader, PROGRAM, "notice", "--clear", *words, "--config", self.config], cwd=ROOT,
                                  env=NO_DISPLAY, capture_output=True, text=True)
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr, rf"{notice} cannot be removed: .*; take it down at the panel, under Notices, or run "
                                          "this command with sudo\n")
            self.assertTrue(notice.exists())

    def test_a_notice_on_the_dark_screen_was_called_above_the_cards(self):
        days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        with self.config.open("a") as file:
            file.write("[hours]\n" + "".join(f'{day} = "closed"\n' for day in days))
        done = anteroom("notice", "wear-a-mask", "--config", self.config)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout.splitlines()[1:],
                         ["The clinic is closed then, so the screen is dark; the notice is on it in dim letters."])

    def test_the_list_of_notices_shows_their_words(self):
        self.assertEqual(anteroom("notice", "--list").stdout,
                         "closed-today: We are closed today\n"
                         "leave-the-building: Leave the building now\n"
                         "no-flu-shots: No flu shots left today\n"
                         "running-late: We are running about {minutes} minutes late\n"
                         "wear-a-mask: Please wear a mask\n")

    def test_words_that_are_too_long_are_named_with_how_many_letters_fit(self):
        self.assertEqual(self.put_up("We close at 4 p.m.", "--text", "Please ask at the desk."), [])
        self.assertEqual(self.put_up("leave-the-building"), [])
        long = "Please wait here " * 25  # 424 letters
        (line,) = self.put_up(long)
        self.assertRegex(line, r"^Too long: only the first \d+ of the \d+ letters of the words fit, and the rest is not shown; "
                               r"say it in fewer words, or take the whole screen with --level urgent$")
        fits, total = map(int, re.findall(r"\d+", line)[:2])
        self.assertLess(fits, total)
        # As many letters as it says do fit.
        self.assertEqual(self.put_up(long[:fits].strip()), [])
        self.assertEqual(self.put_up(long.strip(), "--level", "urgent"), [])
        # More than a notice may have at all.
        (line,) = self.put_up(2 * long.strip(), "--level", "urgent")
        self.assertRegex(line, r"^Too long: only the first \d+ of the 848 letters of the words fit")
        (line,) = self.put_up("We close at 4 p.m.", "--text", long)
        self.assertIn("there is no room for the text, so none of it is shown", line)


    def said(self, *words):
        """What the command prints, the path left out, and what it writes."""
        file = self.config.with_name("notice.toml")
        file.unlink(missing_ok=True)
        done = anteroom("notice", *words, "--config", self.config)
        written = tomllib.loads(file.read_text()) if file.exists() else None
        self.assertEqual(done.returncode, 0 if written else 1, done.stdout + done.stderr)
        return (done.stdout + done.stderr).replace(str(file), "FILE").strip(), written

    def test_quotes_that_were_forgotten_change_no_notice(self):
        until_taken_down = f"FILE: the notice is up until you take it down with {PROGRAM} notice --clear --config {self.config}: "
        for words in (["closed", "today"], ["closed today"], ["closed-today"]):
            said, written = self.said(*words)
            self.assertEqual(said, until_taken_down + "We are closed today\n" + self.ON_THE_LOOP)
            self.assertIn("pa", written["title"])
        said, written = self.said("We", "close", "at", "4", "--level", "urgent")
        quotes = (f'Write several words in quotes, as in `{PROGRAM} notice "We close at 4 p.m."`: without them the shell takes '
                  "characters such as ' ? & ; for itself.")
        self.assertEqual((said, written["title"]), (until_taken_down + "We close at 4\n" + quotes, "We close at 4"))
        self.assertEqual(self.said("Closed", "--from", "2099-12-24", "--until", "2099-12-26 08:00")[0],
                         "FILE: the notice goes up 2099-12-24 00:00, until 2099-12-26 08:00: Closed\n" + self.OWN_ON_THE_LOOP)
        self.assertEqual(self.said("Closed", "--until", "2020-12-26"),
                         ("anteroom: error: nothing is put up: the notice would be over already, since 2020-12-26 00:00", None))

    def test_an_emergency_in_ones_own_words_has_the_whole_screen(self):
        said, written = self.said("Leave", "the", "building", "now")
        self.assertEqual((written["level"], len(written["title"])), ("urgent", 6))
        self.assertIn("These are the words of the ready-made notice `leave-the-building`, so that is put up", said)
        for words in (["--urgent"], ["--level", "Urgent"], ["--level", "URGENT"]):
            self.assertEqual(self.said("Fire: use the stairs", *words)[1]["level"], "urgent")
        done = anteroom("notice", "closed-today", "--unitl", "6pm", "--config", self.config)
        self.assertEqual((done.returncode, done.stderr),
                         (2, "anteroom: error: there is no option `--unitl`; did you mean `--until`?\n"
                             "Run with --help for more information.\n"))

    def test_a_time_without_dashes_ends_the_notice(self):
        said, written = self.said("closed-today", "until", "2099-12-24 18:00")
        self.assertIn("the notice is up until 2099-12-24 18:00: We are closed today", said)
        self.assertIn('"until 2099-12-24 18:00" is taken for --until "2099-12-24 18:00".', said)
        self.assertEqual((str(written["until"]), len(written["title"])), ("2099-12-24 18:00:00", 6))
        self.assertIn("`six` is no time", self.said("closed-today", "until", "six")[0])

    def test_the_named_notice_is_taken_down(self):
        until = f"until you take it down with {PROGRAM} notice --clear --config {self.config}"
        self.said_by("wear-a-mask")
        self.said_by("running-late", "--minutes", "20")
        self.assertEqual(self.said_by("closed-today", "--clear"),
                         'anteroom: error: "closed-today" is not up; on the screen is "We are running about 20 minutes late"; '
                         'put aside or to come: "Please wear a mask". To take down the one on the screen: '
                         f"{PROGRAM} notice --clear --config {self.config}\n")
        self.assertEqual(self.said_by("--clear", "wear-a-mask"),
                         'The notice "Please wear a mask" is taken down.\n'
                         f'The notice "We are running about 20 minutes late" stays up {until}.\n')
        self.said_by("We close at four")
        self.assertEqual(self.said_by("--clear", "running-late"),
                         'The notice "We are running about 20 minutes late" is taken down.\n'
                         f'The notice "We close at four" stays up {until}.\n')

    def said_by(self, *words):
        done = anteroom("notice", *words, "--config", self.config)
        return (done.stdout + done.stderr).replace(str(self.config.with_name("notice.toml")), "FILE")

    def test_a_notice_that_another_covers_comes_back_when_that_is_taken_down(self):
        until = f"until you take it down with {PROGRAM} notice --clear --config {self.config}"
        self.said_by("running-late", "--minutes", "20")
        self.assertEqual(self.said_by("running-late", "--minutes", "30"),
                         f"FILE: the notice is up {until}: We are running about 30 minutes late\n"
                         'It takes the place of "We are running about 20 minutes late".\n' + self.ON_THE_LOOP + "\n")
        self.assertEqual(self.said_by("leave-the-building"),
                         f"FILE: the notice is up {until}: Leave the building now\n"
                         'The notice "We are running about 30 minutes late" is put aside; it comes back when this one has ended or is '
                         "taken down.\n")
        said = self.said_by("wear-a-mask")
        self.assertIn("FILE: the notice waits below the urgent one until you take it down", said)
        self.assertIn(f'\nThe urgent notice "Leave the building now" stays on the screen before it, {until}.\n', said)
        self.assertEqual(self.said_by("--off"), 'The notice "Leave the building now" is taken down.\n'
                                                f'The notice "Please wear a mask" is up again {until}.\n')
        self.assertEqual(self.said_by("--clear"), 'The notice "Please wear a mask" is taken down.\n'
                                                  f'The notice "We are running about 30 minutes late" is up again {until}.\n')
        self.said_by("wear-a-mask")
        self.assertEqual(self.said_by("--clear", "--all"), "All notices are taken down.\n")
        self.assertEqual(self.said_by("--clear"), "There was no notice.\n")

    def test_the_day_of_a_time_is_said_and_words_for_it_are_understood(self):
        self.assertRegex(self.said_by("Closed", "--until", "tomorrow noon"), r"is up until tomorrow, \d{4}-\d\d-\d\d 12:00: Closed\n")
        self.assertRegex(self.said_by("Closed", "--until", "23:59"), r"is up until (today|tomorrow), \d{4}-\d\d-\d\d 23:59: Closed\n")
        self.assertRegex(self.said_by("Closed", "--until", "tomorrow"), r"is up until tomorrow, \d{4}-\d\d-\d\d 23:59: Closed\n")
        self.assertRegex(self.said_by("Closed", "--until", "friday"), r"is up until .*\d{4}-\d\d-\d\d 23:59: Closed\n")
        self.assertEqual(self.said_by("Closed", "--from", "friday"),
                         "anteroom: error: `friday` is no time; write it as 18:00, 6pm, \"tomorrow 18:00\", \"friday 18:00\" or "
                         "\"2026-12-24 18:00\"\n")

    def test_words_that_quotes_should_hold_together_are_not_shown_elsewhere(self):
        apart = "anteroom: error: `%s` stands apart from the other words of the notice; write them together, in quotes%s"
        self.assertEqual(self.said("We", "close", "--text", "Ask", "at", "the", "desk"),
                         (apart % ("at the desk", ', or, if it belongs to --text: --text "Ask at the desk"'), None))
        self.assertEqual(self.said("--text", "Ask", "us", "We", "close"),
                         (apart % ("us We close", ', or, if it belongs to --text: --text "Ask us We close"'), None))
        self.assertEqual(self.said("closed-today", "--until", "2099-12-24", "18:00"),
                         (apart % ("18:00", ', or, if it belongs to --until: --until "2099-12-24 18:00"'), None))
        self.assertEqual(self.said("We", "--level", "urgent", "close"), (apart % ("close", ""), None))
        self.assertIsNotNone(self.said("--text", "Ask at the desk", "closed-today")[1])

    def test_a_misspelt_name_is_not_put_up_as_words(self):
        own = " To show words of your own, begin with a capital letter: " + PROGRAM + " notice "
        self.assertEqual(self.said("closed-tody"),
                         ("anteroom: error: there is no ready-made notice `closed-tody`; did you mean `closed-today`?" + own +
                          '"Closed tody"', None))
        self.assertEqual(self.said("fire-drill"),
                         ("anteroom: error: there is no ready-made notice `fire-drill`; there are `closed-today`, "
                          "`leave-the-building`, `no-flu-shots`, `running-late`, `wear-a-mask`." + own + '"Fire drill"', None))
        self.assertEqual(self.said("running", "late"),
                         ("anteroom: error: `running-late` needs --minutes N, as in --minutes 20", None))
        self.assertEqual(self.said(), ("anteroom: error: say which notice: a ready-made one (see --list), or words in quotes", None))


class Translated(unittest.TestCase):
    """`anteroom translated`, in a copy of the pack that ships."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.pack = pathlib.Path(folder.name) / "pack"
        shutil.copytree(ROOT / "content/neuromodulators", self.pack)
        self.card = self.pack / "cards/paper.toml"
        self.options = f" --content {self.pack}"

    def translated(self, *words, **options):
        return subprocess.run([PROGRAM, "translated", *words, "--content", self.pack], cwd=ROOT, env=NO_DISPLAY,
                              capture_output=True, text=True, **options)

    def stale(self):
        found = json.loads(anteroom("check", "--content", self.pack, "--format", "json").stdout)
        return [f["message"] for f in found if f["rule"] == "stale-translation"]

    def edit_english(self):
        self.card.write_text(self.card.read_text().replace("A fold in paper stays", "A fold in a sheet stays"))

    def test_a_new_title_asks_for_its_translations_until_they_are_marked(self):
        self.assertEqual(self.translated("--all").returncode, 0)
        self.assertEqual(self.stale(), [])
        self.edit_english()
        title = next(n for n, line in enumerate(self.card.read_text().splitlines(), 1) if line.startswith("title "))
        self.assertEqual(self.stale(), ["`fr`, `es` and 3 more translate an older text of this card, which differs from "
                                        f"today's in `title` (line {title}); update them and run "
                                        f"`{PROGRAM} translated paper fr es ar zh-Hans pa{self.options}`"])
        before = self.card.read_text().splitlines()
        # Nobody has changed the translations.
        done = self.translated("paper", "fr", "es")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertEqual(done.stderr,
                         f"{self.card}: nothing is changed: the text in fr, es is the same as when it was marked last, but the en text "
                         "has changed since; change them and save the file, or, if they are still right as they are: "
                         f"{PROGRAM} translated paper fr es --unchanged{self.options}\n")
        self.assertEqual(self.card.read_text().splitlines(), before)
        done = anteroom("translated", "paper", "fr", "es", "--unchanged", "--pack", self.pack)
        self.assertEqual(done.stdout, f"{self.card}: fr, es marked as translated from the en text of today\n")
        after = self.card.read_text().splitlines()
        changed = [line for line, old in zip(after, before) if line != old]
        self.assertEqual(len(after), len(before))
        self.assertEqual([line.split()[0] for line in changed], ["translates"] * 2)
        self.assertEqual(len(self.stale()), 1)
        text = self.card.read_text()
        for language in ("ar", "zh-Hans", "pa"):
            text = re.sub(rf'(\[text\.{language}\]\n(?:.*\n)*?title +=) "', r'\1 "1 ', text, count=1)
        self.card.write_text(text)
        self.assertEqual(self.translated("paper", "--all").returncode, 0)
        self.assertEqual(self.stale(), [])

    def test_what_was_marked_already_and_what_is_still_a_copy_is_said(self):
        self.assertEqual(self.translated("paper", "fr").returncode, 0)
        self.assertEqual(self.translated("paper", "fr").stdout, f"{self.card}: fr was already marked as up to date\n")
        text = self.card.read_text()
        english = re.search(r"(?ms)^\[text\.en\]\n.*?(?=^\[text\.fr\])", text).group()
        text = re.sub(r"(?ms)^\[text\.fr\]\n.*?(?=^\[text\.es\])", lambda _: english.replace("text.en", "text.fr"), text)
        self.card.write_text(text)
        self.assertEqual(self.translated("paper", "fr").stdout,
                         f"{self.card}: fr marked as translated from the en text of today; but the text in fr is not "
                         "translated: it is still a copy of the en text\n")

    def test_a_file_that_cannot_be_written_stays_whole_and_says_why(self):
        self.edit_english()
        before = self.card.read_bytes()
        self.card.chmod(0o444)
        done = self.translated("paper", "fr", "--unchanged")
        self.assertEqual((done.returncode, done.stderr), (
            1, f"{self.card}: nothing is changed: it cannot be written: the file is write-protected\n"))
        self.card.chmod(0o644)
        # A disk that is full after a few bytes. Python would undo the ignored signal in the new process.
        done = self.translated("paper", "fr", "--unchanged", restore_signals=False,
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)))
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{self.card}: nothing is changed: it cannot be written: ", done.stderr)
        self.assertEqual(self.card.read_bytes(), before)
        self.assertEqual([p.name for p in self.card.parent.glob("paper*")], ["paper.toml"])

    def test_a_card_with_faults_is_refused_and_the_faults_are_listed(self):
        self.card.write_text(self.card.read_text().replace("lead        =", "leed        =", 1))
        before = self.card.read_bytes()
        done = self.translated("paper", "fr")
        self.assertEqual(done.returncode, 1)
        self.assertIn("unknown key `leed`", done.stderr)
        self.assertIn("nothing is changed; correct the errors first", done.stderr)
        self.assertEqual(self.card.read_bytes(), before)

    def test_what_is_missing_on_the_command_line_is_said(self):
        self.assertEqual(self.translated("papr", "fr").stderr,
                         f"anteroom: error: no card `papr` is in `cards` in {self.pack}/pack.toml; "
                         "did you mean `paper`?\n")
        done = anteroom("translated", "papr", "fr")
        self.assertEqual(done.stderr.split("; ", 1)[1], "did you mean `paper`?; a card of another pack needs --pack with the pack's "
                                                        "folder, or --config with its settings\n")
        self.assertEqual(self.translated().returncode, 2)
        self.assertEqual(self.translated("paper").returncode, 2)


class New(unittest.TestCase):
    """`anteroom new`: what it writes is valid, and it replaces nothing."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.pack = self.folder / "My Pack"
        self.settings = self.folder / "screens/lobby.toml"

    def new(self, *words):
        done = anteroom("new", *words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def new_pack(self, *words):
        self.new("pack", self.pack, *words)
        self.new("settings", self.settings, "--pack", self.pack)

    def check(self):
        """The faults; none is an error."""
        done = anteroom("check", "--config", self.settings, "--format", "json")
        self.assertEqual(done.returncode, 0, done.stdout)
        return sorted(f["rule"] for f in json.loads(done.stdout) if f["severity"] == "warning")

    def files(self):
        return {p: p.read_bytes() for p in self.folder.rglob("*") if p.is_file()}

    def test_a_new_pack_is_valid_and_can_be_rendered(self):
        self.new_pack()
        self.assertEqual(self.check(), ["no-reviewer", "no-speaker"])
        out = self.folder / "out"
        done = anteroom("render", "--config", self.settings, "--size", "480x270", "--out", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertLessEqual({"please-ask.en.front.png", "bring-a-list.en.page-2.png"}, {p.name for p in out.iterdir()})
        self.assertEqual(tomllib.loads((self.pack / "pack.toml").read_text())["id"], "my-pack")

    def test_english_words_that_are_left_in_a_german_pack_are_named(self):
        self.new_pack("--lang", "de")
        done = anteroom("check", "--config", self.settings)
        english = "this sample text is still in English; write it in German"
        told = [line.removeprefix(f"{self.pack}/") for line in done.stderr.splitlines() if english in line]
        self.assertEqual({line.split(": ", 2)[2] for line in told}, {english})
        at = [(line.split(":")[0], int(line.split(":")[1])) for line in told]
        for file in ("pack.toml", "cards/please-ask.toml", "cards/bring-a-list.toml"):
            self.assertEqual([line for name, line in at if name == file], self.lines_of_texts(file), file)
        self.new_language_words("fr")
        self.assertIn("write it in French", anteroom("check", "--config", self.settings).stderr)

    def lines_of_texts(self, file):
        """The line of each text that a patient reads, twice if a line has two."""
        lines, is_shown = [], False
        for number, line in enumerate((self.pack / file).read_text().splitlines(), 1):
            if line.startswith("["):
                is_shown = line.strip("[]").split(".")[0] in ("title", "source", "vars", "text")
            elif is_shown and not line.startswith("#"):
                texts = line.split("  #")[0].count(' = "')
                lines += [number] * texts
        return lines

    def test_every_word_of_a_new_card_that_is_left_is_named(self):
        self.new_pack("--lang", "de")
        self.new("card", "flu", "--pack", self.pack)
        card = self.pack / "cards/flu.toml"
        card.write_text(re.sub(r"(?m)^show .*$", 'show = ["kiosk", "wall"]', card.read_text()))
        told = [line for line in anteroom("check", "--config", self.settings).stderr.splitlines()
                if "/flu.toml" in line and "claims" not in line]
        what = "warning: patients are shown this sample text; write what this card is to say"
        self.assertEqual([line.split(": ", 1)[1] for line in told], [what] * 7)
        self.assertEqual([int(line.split(":")[1]) for line in told], self.lines_of_texts("cards/flu.toml"))

    def new_language_words(self, language):
        """The language with the words of the first one, as `new language` writes them but for the # before them."""
        self.new("language", language, "--pack", self.pack)
        head = self.pack / "pack.toml"
        text = head.read_text().replace('languages = ["de"]', f'languages = ["de", "{language}"]')
        head.write_text(re.sub(rf"(?m)^# ({language} = .*)", r"\1", text))

    def test_the_layers_of_every_step_are_tried_out_and_rendered(self):
        self.new_pack()
        card, picture = self.pack / "cards/please-ask.toml", self.pack / "pictures/please-ask.svg"
        text = card.read_text() + """
[exhibit]
kind = "steps"
steps = [{ day = 0, layers = ["base"] }, { day = 1, layers = ["base", "late"] }]
[text.en.exhibit]
title = "Over time"
invite = "Touch a day."
steps = [{ label = "Day 0", text = "It is red." }, { label = "Day 1", text = "It has a spot." }]
"""
        card.write_text(text)
        drawing = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect id="base" width="40" height="30"/>
<g id="late" style="display:none"><rect width="9" height="9"/>{}</g></svg>"""
        picture.write_text(drawing.format("<text>Day 1</text>"))
        done = anteroom("check", "--config", self.settings)
        self.assertEqual(done.returncode, 1)
        line = next(i for i, row in enumerate(text.splitlines(), 1) if row.startswith("picture "))
        self.assertRegex(done.stderr, rf'{card}:{line}:\d+: error: .*has the text "Day 1"; convert text to paths \(line 2\)')
        picture.write_text(drawing.format(""))
        self.assertEqual(anteroom("check", "--config", self.settings).returncode, 0)
        out = self.folder / "out"
        anteroom("render", "--config", self.settings, "--size", "160x90", "--out", out)
        shots = [(out / f"please-ask.en.{name}.png").read_bytes() for name in ("page-1-step-1", "page-1-step-2")]
        self.assertNotEqual(*shots)

    def test_a_picture_that_cannot_be_drawn_is_named_once_and_its_card_is_left_out(self):
        self.new_pack()
        out, picture = self.folder / "out", self.pack / "pictures/please-ask.svg"
        picture.write_text("<svg")
        done = anteroom("render", "--config", self.settings, "--size", "160x90", "--out", out)
        self.assertEqual(done.returncode, 1)
        first, second, *more = done.stderr.splitlines()
        self.assertTrue(first.startswith(f"{picture}: "), first)
        self.assertEqual(second, "the card `please-ask` is left out, as on a screen, until its picture is mended")
        self.assertEqual(more, [])
        shots = {path.name for path in out.iterdir()}
        self.assertIn("bring-a-list.en.front.png", shots)
        self.assertEqual([name for name in shots if name.startswith("please-ask.")], [])
        self.assertEqual(done.stdout, f"{len(shots)} screens in {out}\n")

    def test_a_size_of_letters_that_a_wall_does_not_have_is_said(self):
        self.new_pack()
        self.settings.write_text(self.settings.read_text().replace('role = "kiosk"', 'role = "wall"'))
        done = anteroom("render", "--config", self.settings, "--size", "160x90", "--text-size", "200", "--out",
                        self.folder / "out")
        self.assertEqual(done.stderr,
                         "anteroom: warning: a wall has one size of letters, so --text-size 200 changes nothing\n")
        self.assertEqual(done.returncode, 0)

    def test_a_pack_named_by_its_folder_is_not_held_against_the_languages_of_the_settings(self):
        self.new_pack("--lang", "de")
        found = json.loads(anteroom("check", "--content", self.pack, "--format", "json").stdout)
        self.assertNotIn("unknown-language", [each["rule"] for each in found])
        self.assertIn('# [glossary]\n# de = ["antibiotic", "antibiotics"]\n', (self.pack / "pack.toml").read_text())

    def test_words_of_the_buttons_that_are_faulty_are_not_called_missing(self):
        self.new_pack("--lang", "nl")
        words = self.pack / "interface/nl.toml"
        words.write_text(re.sub(r'(?m)^(position\s*=\s*)"[^"]*"', r'\1"{n}"', words.read_text()))
        self.assertIn(f"{words}: warning: some words of the buttons are missing or faulty here, so they are shown in English "
                      "(a screen that is already running keeps the words that it had)\n",
                      anteroom("check", "--config", self.settings).stderr)

    def test_the_commands_to_go_on_with_work_as_printed(self):
        folder = self.folder / "with space"
        folder.mkdir()
        run = functools.partial(subprocess.run, cwd=folder, env={**NO_DISPLAY, "LANG": "de_AT.UTF-8", "LC_ALL": ""},
                                capture_output=True, text=True, stdin=subprocess.DEVNULL)
        printed = []
        for words in (["pack", "Meine Zähne"], ["settings", "lobby.toml", "--pack", "Meine Zähne"],
                      ["card", "flu", "--pack", "Meine Zähne"], ["language", "FR", "--pack", "Meine Zähne"]):
            done = run([PROGRAM, "new", *words])
            self.assertEqual(done.returncode, 0, done.stderr)
            printed += re.findall(rf"(?m)^  (?:- )?({re.escape(PROGRAM)} .*)$", done.stdout)
        self.assertGreaterEqual(len(printed), 8)
        for line in printed:
            words = line.replace(" --content", " check --content").replace(" --config", " check --config")
            words = words.replace("check check", "check")
            done = run(["sh", "-c", words])
            self.assertIn(done.returncode, (0,), line + done.stderr)
        self.assertEqual(tomllib.loads((folder / "Meine Zähne/pack.toml").read_text())["id"], "meine-zahne")
        self.assertIn("[text.fr]", (folder / "Meine Zähne/cards/flu.toml").read_text())
        self.assertEqual(tomllib.loads((folder / "clinic.toml").read_text())["clinic"]["region"], "AT")

    def test_a_new_card_is_listed_but_on_no_screen_and_the_comments_stay(self):
        self.new_pack()
        before = (self.pack / "pack.toml").read_text().splitlines()
        self.new("card", "flu", "--pack", self.pack)
        after = (self.pack / "pack.toml").read_text().splitlines()
        self.assertEqual([line for line in after if line not in before], ['  "flu",'])
        self.assertEqual(len(after), len(before) + 1)
        self.assertEqual(self.check(), ["hidden-card", "no-claims", "no-reviewer", "no-speaker"])
        out = self.folder / "begun"
        anteroom("render", "--config", self.settings, "--size", "160x90", "--out", out)
        self.assertEqual([path.name for path in out.glob("flu.*")], [])
        card = self.pack / "cards/flu.toml"
        card.write_text(re.sub(r"(?m)^show .*$", 'show = ["kiosk", "wall"]', card.read_text()))
        self.assertEqual(self.check(), ["no-claims", "no-reviewer", "no-speaker"] + 7 * ["sample-words"])
        anteroom("render", "--config", self.settings, "--size", "160x90", "--out", out)
        self.assertIn("flu.en.front.png", [path.name for path in out.glob("flu.*")])

    def test_a_new_language_is_ready_to_translate_and_changes_nothing_before(self):
        self.new_pack()
        screens = anteroom("render", "--config", self.settings, "--size", "160x90", "--out", self.folder / "one")
        warned = self.check()
        self.new("language", "nl", "--pack", self.pack)
        self.assertEqual(self.check(), warned)
        before = self.files()
        self.new("language", "nl", "--pack", self.pack)  # nothing is left to do
        self.assertEqual(self.files(), before)
        # A translator takes the "# " away and adds the language to the lists.
        for card in (self.pack / "cards").iterdir():
            text, mark, words = card.read_text().partition("# [text.nl]")
            self.assertTrue(mark)
            card.write_text(text + re.sub(r"(?m)^# ?", "", mark + words))
        head = (self.pack / "pack.toml").read_text()
        head = re.sub(r"(?m)^# (nl = |\[vars\.nl|desk = )", r"\1", head).replace('["en"]', '["en", "nl"]')
        (self.pack / "pack.toml").write_text(head)
        self.settings.write_text(self.settings.read_text().replace('["en"]', '["en", "nl"]'))
        words = self.pack / "interface/nl.toml"
        words.write_text(words.read_text().replace('"English" ', '"Nederlands" ').replace('"Hello" ', '"Hallo" '))
        self.assertNotIn("stale-translation", self.check())
        out = self.folder / "two"
        anteroom("render", "--config", self.settings, "--size", "160x90", "--out", out)
        self.assertIn("bring-a-list.nl.page-2.png", {p.name for p in out.iterdir()})
        self.assertEqual(screens.returncode, 0)

    def test_a_translation_that_was_never_marked_is_not_believed_to_be_of_today_after_a_change(self):
        self.new_pack()
        self.new("language", "fr", "--pack", self.pack)
        head = self.pack / "pack.toml"
        head.write_text(re.sub(r"(?m)^# (fr = |\[vars\.fr|desk = )", r"\1", head.read_text()).replace('["en"]', '["en", "fr"]'))
        card = self.pack / "cards/please-ask.toml"
        text, mark, words = card.read_text().partition("# [text.fr]")
        text = text.replace('lead        = "', 'lead        = "Please. ', 1)
        card.write_text(text + re.sub(r"(?m)^# ?", "", mark + words))
        before = card.read_bytes()
        translated = functools.partial(anteroom, "translated", "please-ask", "--all", "--pack", self.pack)
        done = translated()
        self.assertEqual((done.returncode, card.read_bytes()), (1, before))
        self.assertEqual(done.stderr,
                         f"{card}: nothing is changed: the en text has changed since the text in fr was prepared, and nothing "
                         "tells whether that has been changed, too, since it was never marked; change it and save the file, or, "
                         f"if it is still right as it is: {PROGRAM} translated please-ask fr --unchanged --content '{self.pack}'\n")
        self.assertEqual(translated("--unchanged").returncode, 0)
        card.write_text(card.read_text().replace("Please. ", "", 1))
        self.assertIn("the text in fr is the same as when it was marked last", translated().stderr)

    def test_a_language_that_has_some_words_gets_the_others_and_is_told_what_is_left(self):
        self.new_pack("--lang", "de")
        head = self.pack / "pack.toml"
        language = functools.partial(self.new, "language", "fr", "--pack", self.pack)
        # A comment "# en = …" of another table, and "fr" is listed already.
        head.write_text(head.read_text().replace('# de = ["antibiotic"', '# en = ["antibiotic"'))
        self.new("language", "en", "--pack", self.pack)
        self.assertIn('de = "Our cards"\n# en = "Our cards"\n', head.read_text())
        self.assertIn('# [vars.en]\n# desk = "the front desk"\n', head.read_text())
        head.write_text(head.read_text().replace('languages = ["de"]', 'languages = ["de", "fr"]'))
        told = language().stdout
        self.assertIn('# fr = "Our cards"', head.read_text())
        self.assertNotIn("`languages`", told)
        left = ('  - In cards/ (please-ask.toml, bring-a-list.toml): translate what follows "# [text.fr]", and take away '
                'the "# " there;\n    the cards of `core` first. A card without words in it is only skipped.\n'
                '  - Likewise in pack.toml: the lines that begin with "# fr = ", and those of [vars.fr].\n'
                f"  - {PROGRAM} check --content '{self.pack}'\n"
                f"  - Once translated: {PROGRAM} translated --all --content '{self.pack}'\n"
                "    records what each translation is now, so that a later change of its text is noticed.\n")
        self.assertTrue(told.endswith(left), told)
        self.assertEqual(language().stdout, "There is nothing more to write. Left to do:\n" + left)
        for file in [head, *(self.pack / "cards").iterdir()]:
            text = file.read_text().replace('# fr = ', 'fr = ').replace("# [vars.fr]", "[vars.fr]")
            text, mark, words = text.partition("# [text.fr]")
            file.write_text(text + re.sub(r"(?m)^# ?", "", mark + words))
        # The variable is missing still: its comment is below [vars.fr].
        self.assertIn('[vars.fr]\n# desk = ', head.read_text())
        head.write_text(head.read_text().replace('[vars.fr]\n# desk = "the front desk"\n', ""))
        self.assertIn("[vars.fr]", language().stdout)
        head.write_text(head.read_text().replace("# [vars.fr]\n# desk", "[vars.fr]\ndesk"))
        self.assertEqual(language().stdout, f"All files have words in the language `fr` already; `{PROGRAM} check --content "
                                            f"'{self.pack}'` says whether they are right.\n")

    def test_another_tag_of_the_same_language_is_refused(self):
        self.new_pack("--lang", "de")
        before = self.files()
        done = anteroom("new", "language", "deu", "--pack", self.pack)
        self.assertEqual((done.returncode, done.stderr), (2, "anteroom: error: `deu` is the language `de`; write `de`\n"))
        self.assertEqual(self.files(), before)

    def test_a_pack_in_a_language_that_the_program_lacks_brings_its_interface_words(self):
        self.new_pack("--lang", "nl")
        # The words to begin with are English.
        self.assertEqual(self.check(), 2 * ["english-words"] + ["no-reviewer", "no-speaker"] + 25 * ["sample-words"])
        self.assertTrue((self.pack / "interface/nl.toml").exists())

    def test_new_settings_offer_as_many_languages_as_the_screen_has_room_for(self):
        self.new("pack", self.pack)
        regions = "AU BZ BW BS GH GI GY IE IN JM KE LR LS MT MW NA NG NZ PG PH SB SC SG SL".split()
        head = self.pack / "pack.toml"
        tags = ["en"] + [f"en-{region}" for region in regions]
        text = head.read_text().replace('languages = ["en"]', f"languages = {json.dumps(tags)}")
        text = re.sub(r"(?m)^en = .*$", lambda line: "\n".join(line[0].replace("en =", f"{tag} =", 1) for tag in tags), text)
        values = text[text.index("[vars.en]"):]
        head.write_text(text + "".join("\n" + values.replace("vars.en", f"vars.{tag}") for tag in tags[1:]))
        for card in (self.pack / "cards").iterdir():
            text = card.read_text()
            words = text[text.index("[text.en]"):]
            card.write_text(text + "".join("\n" + words.replace("text.en", f"text.{tag}") for tag in tags[1:]))
        done = self.new("settings", self.settings, "--pack", self.pack)
        offered = tomllib.loads(self.settings.read_text())["languages"]
        self.assertIn(f"The screen has room for {len(offered)} of the 25 languages of the pack.", done.stdout)
        self.assertEqual(offered, tags[:len(offered)])
        self.assertGreaterEqual(len(offered), 6)
        self.assertNotIn("legibility", self.check())

    def test_nothing_is_ever_replaced(self):
        self.new_pack()
        self.new("card", "flu", "--pack", self.pack)
        before = self.files()
        for words, there in ((["pack", self.pack], self.pack / "pack.toml"),
                             (["card", "flu", "--pack", self.pack], self.pack / "cards/flu.toml"),
                             (["settings", self.settings, "--pack", self.pack], self.settings)):
            done = anteroom("new", *words)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(done.stderr, f"anteroom: error: {there} is there already, so nothing is written\n")
        self.assertEqual(self.files(), before)

    def test_what_cannot_be_read_or_named_is_refused_before_anything_is_written(self):
        self.new_pack()
        head = self.pack / "pack.toml"
        head.write_text(head.read_text().replace('"please-ask",', '"please-ask'))
        before = self.files()
        done = anteroom("new", "card", "flu", "--pack", self.pack)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{head}:19:", done.stderr)
        self.assertEqual(anteroom("new", "card", "Flu!", "--pack", self.pack).returncode, 2)
        self.assertEqual(anteroom("new", "language", "deutsch!", "--pack", self.pack).returncode, 2)
        self.assertEqual(anteroom("new", "card", "flu", "--pack", self.folder / "none").returncode, 1)
        self.assertEqual(self.files(), before)


class WrongClock(unittest.TestCase):
    """A wall clock that shows a day before the cards were reviewed, or before the program was released."""

    def screen(self, folder, **changes):
        """The settings of a wall beside a pack in which one card has dates: from 2026-01-01 to 2027-12-31."""
        folder = pathlib.Path(folder)
        shutil.copytree(ROOT / "tests/content/sound/pack", folder / "cards")
        head = folder / "cards/pack.toml"
        text = head.read_text()
        for key, value in changes.items():
            text, found = re.subn(rf"(?m)^{key} = .*$", f"{key} = {value}", text)
            self.assertEqual(found, 1, key)
        head.write_text(text)
        config = folder / "wall.toml"
        config.write_text('role = "wall"\ncontent = "cards"\n[screen]\nwidth_mm = 1218\nheight_mm = 685\n'
                          "viewing_distance_mm = 4000\nlower_edge_mm = 1500\n")
        return config

    def replay(self, text, **changes):
        with tempfile.TemporaryDirectory() as folder:
            config = self.screen(folder, **changes)
            (config.parent / "it.replay").write_text(text)
            done = anteroom("replay", config.parent / "it.replay", "--config", config)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_cards_with_dates_wait_and_the_wall_shows_no_time(self):
        self.replay("expect card one\nexpect text \"8:00\"\n"
                    "now 1970-01-01T08:00:00\nwait 2m\nexpect card two\nexpect no text \"8:0\"\n"
                    "wait 30s\nexpect card two\nwait 1d\nexpect card two\n"
                    "now 2026-11-27T09:00:00\nwait 1m\nexpect text \"9:01\"\nexpect card two\nwait 20s\nexpect card one\n")

    def test_a_clock_that_jumps_five_years_and_back_removes_cards_and_brings_them_back(self):
        there, away = "wait 1m\nexpect screen loop\nexpect card one\n", "wait 1m\nexpect screen fallback\n"
        monday = {year: f"now {day}T09:00:00\n" for year, day in
                  ((2021, "2021-11-22"), (2026, "2026-11-23"), (2031, "2031-11-24"))}
        self.replay("expect card one\n" + monday[2021] + away + monday[2026] + there + monday[2031] + away +
                    monday[2026] + there, cards='["one"]')

    def test_the_end_of_the_review_is_not_judged_by_a_wrong_clock(self):
        self.replay("now 2021-11-22T09:00:00\nwait 1h\nexpect screen loop\n", by="2026-12-31")

    def test_check_reports_it_once_and_says_what_to_do(self):
        with tempfile.TemporaryDirectory() as folder:
            config = self.screen(folder, on="2190-01-01", by="2190-12-31")
            done = anteroom("check", "--config", config)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(len(re.findall(r"wall\.toml: warning: the clock of this computer shows \d{4}-\d\d-\d\d, but these cards "
                                            r"were reviewed on 2190-01-01; set the clock", done.stderr)), 1, done.stderr)
            # Commands that choose their own time ignore the clock, and choose a time that can be right.
            done = anteroom("render", "--config", config, "--size", "320x180", "--lang", "en", "--dump", "--out", f"{folder}/out")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("10:08", (pathlib.Path(folder) / "out/two.en.front.scene.txt").read_text())

    def test_a_right_clock_is_not_reported(self):
        self.assertNotIn("clock", anteroom("check", "--config", "config/wall.toml").stderr)


class Render(unittest.TestCase):
    def test_every_screen_is_written_and_two_runs_are_byte_identical(self):
        with tempfile.TemporaryDirectory() as folder:
            for config, least in (("kiosk", 22 + 2 * 11), ("wall", 22)):
                outs = [pathlib.Path(folder) / f"{config}{i}" for i in (1, 2)]
                for out in outs:
                    done = anteroom("render", "--config", f"config/{config}.toml", "--size", "480x270", "--dump", "--out", out)
                    self.assertEqual(done.returncode, 0, done.stderr)
                names = sorted(p.name for p in outs[0].iterdir())
                self.assertGreaterEqual(len([n for n in names if n.endswith(".png")]), least)
                self.assertIn("paper.fr.front.png", names)
                self.assertEqual(names, sorted(p.name for p in outs[1].iterdir()))
                for name in names:
                    self.assertEqual((outs[0] / name).read_bytes(), (outs[1] / name).read_bytes(), name)

    def test_portrait_is_a_layout_of_its_own(self):
        with tempfile.TemporaryDirectory() as folder:
            anteroom("render", "--card", "paper", "--lang", "en", "--size", "540x960", "--dump", "--out", folder)
            lines = (pathlib.Path(folder) / "paper.en.front.scene.txt").read_text().splitlines()
            width, height = map(float, re.search(r"kiosk ([\d.]+)x([\d.]+)", lines[0]).groups())
            self.assertAlmostEqual(math.hypot(width, height), math.hypot(476, 268), delta=0.2)  # the same diagonal
            picture = next(line for line in lines if line.startswith("picture"))
            title = next(line for line in lines if line.startswith("text title"))
            box = lambda line: list(map(float, re.search(r"([\d.]+),([\d.]+) ([\d.]+)x([\d.]+)", line).groups()))
            self.assertGreaterEqual(box(title)[1], box(picture)[1] + box(picture)[3])  # words below the picture
            self.assertGreater(box(picture)[2], 0.85 * width)

    def test_a_portrait_screen_with_only_millimetres_set_is_drawn_in_portrait(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(ROOT / "config/clinic.toml", folder)
            config = pathlib.Path(folder) / "upright.toml"
            text = (ROOT / "config/kiosk.toml").read_text().replace('"../content', f'"{ROOT}/content')
            for key, value in (("width_mm", "268"), ("height_mm", "476"), ("width_px", None), ("height_px", None)):
                text = re.sub(rf"(?m)^{key} .*$", f"{key} = {value}" if value else "", text)
            config.write_text(text)
            done = anteroom("render", "--config", config, "--card", "paper", "--lang", "en", "--dump", "--out", folder)
            self.assertEqual(done.returncode, 0, done.stderr)
            png = (pathlib.Path(folder) / "paper.en.front.png").read_bytes()
            self.assertEqual(struct.unpack(">II", png[16:24]), (1080, 1920))
            replay = pathlib.Path(folder) / "it.replay"
            replay.write_text("shot first\n")
            done = anteroom("replay", replay, "--config", config, "--out", folder)
            self.assertEqual(done.returncode, 0, done.stderr)
            for scene in ("paper.en.front", "first"):
                first = (pathlib.Path(folder) / f"{scene}.scene.txt").read_text().splitlines()[0]
                self.assertIn("kiosk 268.0x476.0", first)

    def test_an_unknown_card_is_an_error(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(anteroom("render", "--card", "nobody", "--out", folder).returncode, 1)


class Replay(unittest.TestCase):
    def replay(self, text, *words):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "it.replay"
            file.write_text(text)
            return anteroom("replay", file, *words)

    def test_a_day_of_the_loop_ends_on_the_card_that_arithmetic_predicts(self):
        """The dwell times are computed here from the cards' words by the standard's formula, not by the program."""
        done = anteroom("replay", ROOT / "tests/replays/a-day-of-the-loop.replay")
        self.assertEqual(done.returncode, 0, done.stderr)
        pack = ROOT / "content/neuromodulators"
        head = tomllib.loads((pack / "pack.toml").read_text())
        dwells = []
        for card in head["cards"]:
            text = tomllib.loads((pack / "cards" / f"{card}.toml").read_text())["text"]["en"]
            front = [text[k].replace("{emergency}", head["vars"]["en"]["emergency"]) for k in ("topic", "title", "lead")]
            words = sum(len(re.findall(r"[\w’'\-]+", part)) for part in front)
            characters = len(re.sub(r"\s+", " ", " ".join(front)))
            dwells.append(max(12_000, 3_000 + max(600 * words, 136 * characters) + 2_000))
        loop = next(f["figures"] for f in json.loads(anteroom("check", "--format", "json").stdout) if f["rule"] == "loop")
        greetings = round(1000 * loop["greetings_s"])  # of a screen that has no card's words
        lines, cards = ["now 2026-11-23T08:00:00", f"wait {greetings - 1}ms", "expect screen hello", "wait 1ms"], head["cards"]
        shown = [f"card {card}" for card in cards[1:]] + ["screen hello"]
        for i, dwell in enumerate(dwells):  # each card appears and disappears to the millisecond
            lines += [f"wait {dwell - 1}ms", f"expect card {cards[i]}", "wait 1ms", f"expect {shown[i]}"]
        done = self.replay("\n".join(lines))
        self.assertEqual(done.returncode, 0, f"{done.stderr} (dwells {dwells})")
        left, turn = 86_400_000 % (greetings + sum(dwells)), 0
        turns = [greetings, *dwells]
        while left >= turns[turn]:
            left -= turns[turn]
            turn += 1
        expected = f"card {cards[turn - 1]}" if turn > 0 else "screen hello"
        done = self.replay(f"now 2026-11-23T08:00:00\nwait 1d\nexpect {expected}\n")
        self.assertEqual(done.returncode, 0, f"{done.stderr} (dwells {dwells})")

    def test_the_first_line_that_fails_is_reported(self):
        done = self.replay("# one\nwait 15s\nexpect card nobody\nexpect card injectables\n")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"it\.replay:3: the card is 'injectables', not 'nobody'\n$")

    def test_a_wait_of_zero_takes_no_time_while_the_voice_reads(self):
        done = self.replay("key repeat\nwait 0s\nwait 0ms\nexpect screen hello\n")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_text_is_found_whatever_spaces_it_contains(self):
        done = self.replay('wait 132s\nexpect card results\nexpect text "48 to 72 hours"\nexpect no text "painless"\n')
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_shot_is_a_picture_and_a_scene(self):
        with tempfile.TemporaryDirectory() as folder:
            done = self.replay("shot first\n", "--out", folder)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(sorted(os.listdir(folder)), ["first.png", "first.scene.txt"])

    def test_a_night_clinic_is_dark_by_day(self):
        days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        with tempfile.TemporaryDirectory() as folder:
            config = pathlib.Path(folder) / "night.toml"
            config.write_text(f'content = "{ROOT}/content/neuromodulators"\n[loop]\nhello = false\n[hours]\n' +
                              "".join(f'{day} = "{"closed" if day == "sunday" else "20:00-04:00"}"\n' for day in days))
            done = self.replay("expect screen closed\nnow 2026-11-27T19:59:00\nexpect screen closed\nwait 1m\nexpect screen loop\n"
                               "now 2026-11-28T03:59:00\nexpect screen loop\nwait 1m\nexpect screen closed\n"
                               "now 2026-11-29T03:00:00\nexpect screen loop\n"  # the end of Saturday's night
                               "now 2026-11-29T21:00:00\nexpect screen closed\n"
                               "now 2026-11-30T02:00:00\nexpect screen closed\n", "--config", config)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_without_a_valid_card_the_fallback_sends_patients_to_the_desk(self):
        with tempfile.TemporaryDirectory() as folder:
            done = self.replay('expect screen fallback\nexpect text "Please ask at the desk"\nexpect text "Lakeside Clinic"\n'
                               "wait 1d\nexpect screen fallback\n", "--content", folder)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_pack_with_faults_loops_its_valid_cards(self):
        done = self.replay('tap "Next"\nexpect screen loop\nwait 1h\nexpect no text "Please ask at the desk"\n', "--content", "tests/checks/faulty-pack")
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
