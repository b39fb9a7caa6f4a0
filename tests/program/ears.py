"""The screen read aloud by the real speech service: ears.py PROGRAM ROOT

Replays in real time, and the real window on a virtual display; the service's voice records what it speaks."""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
import unittest

from rgb import rgb_of_png, rgb_of_screen
from speech_service import SpeechService, until
from virtual_display import VirtualDisplay

PROGRAM, ROOT = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
WIDTH, HEIGHT = 480, 270
MIDDLE = WIDTH // 2, HEIGHT // 2
QUICK_MS = 3  # per byte: ten times as fast as anybody speaks

# From the first key to the greetings.
ACCEPTS = """
key next
listen
expect spoken "Shall this screen be read aloud?"
shot offer
key select
listen
expect spoken everything
shot loop
"""
# In Arabic, from the greetings to a card's last page and home.
IN_ARABIC = ACCEPTS + """
key previous
key previous
listen
expect spoken "Language"
key select
listen
expect spoken everything
shot languages
""" + 5 * "key next\n" + """
listen
expect spoken "العربية"
key select
expect language ar
listen
expect spoken everything
shot loop-ar
key select
expect screen detail
listen
expect spoken everything
shot page-1-ar
key next
key next
listen
expect spoken "التالي"
key select
listen
expect spoken everything
shot page-2-ar
key select
listen
expect spoken everything
shot page-3-ar
key next
key previous
listen
expect spoken "بدء جديد"
key select
expect screen hello
"""
# By keys, whether or not anything can be heard: the focus ring moves back from the card to "Aa".
TO_AA = """
key previous
key select
expect screen access
"""


def compact(text):
    """`text` without spaces and direction marks, as the service writes it."""
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\u2022]", "", text).replace("…", "...")


def visible(dump, language):
    """What a scene's dump shows and a voice says, each with its language: texts, and descriptions of pictures."""
    words = tomllib.loads((ROOT / f"assets/interface/{language}.toml").read_text())["words"]
    picture = words["picture"]
    captions = {compact(caption) for caption in re.findall(r'^target .* caption="(.*)"$', dump, re.M)}
    captions |= {compact(words["listen"]), compact(words["stop"])}  # a voice says what they do: "Read aloud"
    shown = []
    for item in re.split(r"\n(?! )", dump):
        if item.startswith("text"):
            # A text may be in a language of its own, as each greeting is.
            own = re.search(r" size=\S+ ([a-z]+)", item)[1]
            shown.append((compact("".join(re.findall(r'^  \S+ \S+ "(.*)"$', item, re.M))), own))
        if alt := re.search(r' alt="(.*)"$', item):
            shown.append((compact(picture.replace("{text}", alt[1])), language.partition("-")[0]))
    return [(text, own) for text, own in shown if text and text not in captions]


class Ears(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        config = (ROOT / "config/kiosk.toml").read_text()
        config = re.sub(r"(?m)^(width_px\s*=) \d+", rf"\1 {WIDTH}", config)
        config = re.sub(r"(?m)^(height_px\s*=) \d+", rf"\1 {HEIGHT}", config)
        shutil.copy(ROOT / "config/clinic.toml", self.folder)
        self.config = self.folder / "kiosk.toml"
        self.config.write_text(config.replace('"../content/', '"content/'))
        # Long dwell times, so that a slow machine sees the same card as a fast one.
        shutil.copytree(ROOT / "content", self.folder / "content")
        for card in self.folder.glob("content/*/cards/*.toml"):
            card.write_text("dwell_s = 300\n" + card.read_text())

    def replay(self, service, script):
        file = self.folder / "it.replay"
        file.write_text(script)
        done = subprocess.run([PROGRAM, "replay", file, "--aloud", "--config", self.config, "--out", self.folder],
                              env=os.environ | service.env, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def expect_all_spoken(self, service, shots):
        """Everything that the shots show was heard in its own language, to its end and at the usual loudness."""
        heard = {}
        for spoken in service.spoken():
            self.assertEqual(spoken.volume, 60, spoken)
            heard[spoken.language] = heard.get(spoken.language, "") + (compact(spoken.text) if spoken.whole else "")
        for shot in shots:
            dump = (self.folder / f"{shot}.scene.txt").read_text()
            language = re.search(r" language=(\S+)", dump)[1]
            shown = visible(dump, language)
            self.assertGreater(len(shown), 4, shot)
            for text, own in shown:
                self.assertIn(text, heard[own], shot)

    def begin_with_a_card(self):
        """Without greetings, which a slow machine might find gone."""
        config = self.config.read_text()
        self.assertIn("hello            = true", config)
        self.config.write_text(config.replace("hello            = true", "hello            = false"))

    def start(self, service):
        """The real window."""
        self.display = VirtualDisplay(self.folder, WIDTH, HEIGHT)
        self.addCleanup(self.display.stop)
        program = subprocess.Popen([PROGRAM, "run", "--fullscreen", "--config", self.config],
                                   env=self.display.env | service.env, stderr=subprocess.DEVNULL)
        self.addCleanup(lambda: (program.kill(), program.wait()))
        until(lambda: len(set(memoryview(self.display.pixels()).cast("I"))) > 50, "a card is shown", 60)
        return program

    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.display.env, check=True, stdout=subprocess.DEVNULL)

    def shows(self, shot):
        """True if the screen shows what the replay's shot shows, except in the upper rows with the mouse pointer."""
        self.xdotool("mousemove", WIDTH - 1, 0)
        below = 12 * WIDTH * 3
        return rgb_of_png(self.folder / f"{shot}.png")[below:] == rgb_of_screen(self.display)[below:]

    def test_the_service_speaks_the_whole_journey_by_ears(self):
        journey = (ROOT / "tests/journeys/by-keys-and-ears.replay").read_text()
        journey = journey.partition("wait 200s")[0]  # walking away needs virtual time
        self.assertIn("expect spoken everything", journey)
        journey = re.sub("expect spoken everything", lambda at: f"{at[0]}\nshot at-{at.start()}\n", journey)
        with SpeechService(byte_ms=QUICK_MS) as service:
            self.replay(service, journey)
            shots = re.findall(r"(?m)^shot (\S+)", journey)
            self.assertEqual(len(shots), 5)
            at = next(i for i, spoken in enumerate(service.spoken()) if spoken.volume != 60)
            self.assertEqual(service.spoken()[at].text, "Volume 4 of 5")
            self.assertEqual({spoken.volume for spoken in service.spoken()[at:]}, {80})
            heard = service.spoken()[:at]
            service.spoken = lambda: heard
            self.expect_all_spoken(service, shots)

    def test_another_language_is_chosen_and_heard_by_keys_and_ears(self):
        with SpeechService(byte_ms=QUICK_MS) as service:
            self.replay(service, IN_ARABIC)
            self.expect_all_spoken(service, re.findall("shot (.*)", IN_ARABIC))

    def test_a_service_that_dies_holds_up_nothing_and_is_heard_again(self):
        script = ACCEPTS.partition("key select")[0] + "key select\nlisten" + TO_AA + """
            expect text "Sound is not available"
            key back
            expect screen hello
            key next
            key select
            expect screen loop
            key next
            key select
            expect screen detail
            wait 25s
            key repeat
            listen
            expect spoken everything
            shot detail
            """
        with SpeechService(byte_ms=QUICK_MS) as service:
            def die():
                until(lambda: any("Select presses" in spoken.text for spoken in service.spoken()), "it speaks", 60)
                service.kill()
                time.sleep(1)
                service.restart()
            killer = threading.Thread(target=die)
            killer.start()
            self.replay(service, script)
            killer.join()
            self.assertIn(False, [spoken.whole for spoken in service.spoken()])
            self.expect_all_spoken(service, ["detail"])

    def test_the_window_speaks_and_a_touch_or_a_key_silences_it(self):
        self.begin_with_a_card()
        with SpeechService() as service:
            program = self.start(service)
            self.xdotool("key", "Right")
            until(lambda: service.spoken(), "the offer is spoken")
            self.assertEqual(service.spoken()[0].text, "Shall this screen be read aloud?")
            self.xdotool("sleep", 0.4, "key", "Return")
            until(lambda: any(s.text == "Two kinds, two jobs" for s in service.spoken()), "the card is spoken", 60)
            for what, *words in (("a key", "key", "BackSpace"), ("a touch", "mousemove", *MIDDLE, "mousedown", 1)):
                self.xdotool("sleep", 0.4, "key", "r")
                count = len(service.spoken())
                # In the middle of the lead, which takes the voice two seconds a sentence.
                until(lambda: any("Both change" in s.text for s in service.spoken()[count:]), "it is read again")
                before = time.time_ns()
                self.xdotool(*words)
                time.sleep(2.5)
                last = service.spoken()[-1]
                taken_ms = (service.sounded_ns() - before) / 1e6  # the voice makes a sound every 20 ms
                print(f"last heard {taken_ms:.0f} ms after {what}")
                self.assertFalse(last.whole, last)
                self.assertLess(taken_ms, 2000)
            self.xdotool("mousemove", WIDTH - 1, 0, "mouseup", 1, "sleep", 0.4, "key", "r")
            heard = service.sounded_ns()
            until(lambda: service.sounded_ns() > heard, "it speaks again")
            begun = time.monotonic()
            program.send_signal(signal.SIGTERM)
            self.assertEqual(program.wait(timeout=20), 0)
            taken = time.monotonic() - begun
            print(f"ended {taken:.2f} s after SIGTERM in mid speech")
            self.assertLess(taken, 5)
            time.sleep(0.5)
            heard = service.sounded_ns()
            time.sleep(0.5)
            self.assertEqual(service.sounded_ns(), heard, "it speaks on when the program has ended")

    def test_without_a_service_the_window_takes_keys_and_says_that_there_is_no_sound(self):
        self.begin_with_a_card()
        with SpeechService(running=False) as service:
            self.replay(service, 'key next\nwait 5s\nexpect screen loop\nshot loop\ntap "Aa"\n'
                                 'expect text "Sound is not available"\nshot access\n')
            program = self.start(service)
            self.xdotool("key", "Right")  # an offer that is withdrawn once no voice is available
            dump = (self.folder / "loop.scene.txt").read_text()
            x, y, w, h = map(float, re.search(r"target ([\d.]+),([\d.]+) ([\d.]+)x([\d.]+) access ", dump).groups())
            middle = round((x + w / 2) * WIDTH / 476), round((y + h / 2) * HEIGHT / 268)

            def tap():
                self.xdotool("mousemove", *middle, "mousedown", 1, "sleep", 0.08, "mouseup", 1, "sleep", 0.5)
                return self.shows("access")
            until(tap, "Aa says that there is no sound", 60)
            self.xdotool("key", "BackSpace")
            until(lambda: self.shows("loop"), "keys are taken", 60)
            self.assertIsNone(program.poll())


if __name__ == "__main__":
    unittest.main()
