"""Runs the journeys with a real mouse and real keys in the real window: journeys.py PROGRAM ROOT [JOURNEY...]

Each journey is first replayed in virtual time with a shot after every line. Then the same is done in a full-screen window
on a virtual display with xdotool, and after every line the screen must come to show what the shot shows. Nothing is timed:
the window is given as long as it needs, so a busy machine makes the test slower, but not fail."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from rgb import rgb_of_png, rgb_of_screen
from speech_service import SpeechService
from virtual_display import VirtualDisplay

PROGRAM, ROOT, WANTED = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
WIDTH, HEIGHT = 480, 270
WIDTH_MM, HEIGHT_MM = 476.0, 268.0
KEYS = {"next": "Right", "previous": "Left", "select": "Return", "back": "BackSpace", "repeat": "r", "volume": "v"}
LIMIT_S = 90  # only ends a test that would never end
CURSOR = 40   # pixels around the mouse that its pointer may cover
REST_S = 0.5  # longer than any movement after a touch, which the standards keep below 0.4 s


class Journey:
    def __init__(self, file, folder):
        self.name = file.stem
        self.lines = [line.split("#")[0].strip() for line in file.read_text().splitlines()]
        self.lines = [line for line in self.lines if line]
        self.folder = folder / self.name
        self.config = self.folder / "kiosk.toml"  # its own, since its notice is beside it
        self.mouse = (WIDTH - 1, HEIGHT - 1)
        self.exact = not any(line.startswith("drag") for line in self.lines)
        self.fault = None
        self.down = False
        self.pending = []  # arguments for one run of xdotool

    def simulate(self):
        """Takes the shots of a replay in virtual time: what must be shown after each line."""
        script = "shot s0\n" + "".join(f"{line}\nshot s{i + 1}\n" for i, line in enumerate(self.lines))
        (self.folder / "it.replay").write_text(script)
        done = subprocess.run([PROGRAM, "replay", self.folder / "it.replay", "--config", self.config, "--out", self.folder],
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"{self.name}: the replay itself does not hold: {done.stderr}")

    def differing(self, wanted, shown):
        """How many rows differ, or how many pixels clearly differ if a mouse folded the sheet; ignores the pointer."""
        left, right = (3 * min(max(self.mouse[0] + by, 0), WIDTH) for by in (-CURSOR, CURSOR))
        count = 0
        if wanted == shown:
            return count
        for y in range(HEIGHT):
            one, other = (rgb[y * WIDTH * 3:(y + 1) * WIDTH * 3] for rgb in (wanted, shown))
            if abs(y - self.mouse[1]) < CURSOR:
                one, other = one[:left] + one[right:], other[:left] + other[right:]
            if one != other:
                count += 1 if self.exact else sum(abs(a - b) > 24 for a, b in zip(one[1::3], other[1::3]))
        return count

    def seconds_of(self, line):
        number, unit = re.fullmatch(r"wait ([\d.]+)(ms|s|m)", line).groups()
        return float(number) * {"ms": 0.001, "s": 1, "m": 60}[unit]

    def expect_picture(self, step, line):
        wanted = rgb_of_png(self.folder / f"s{step}.png")
        # A sheet folded by a mouse, in whole pixels, differs slightly from one folded in millimetres.
        allowed = 0 if self.exact else WIDTH * HEIGHT // 60
        end = time.monotonic() + LIMIT_S + (self.seconds_of(line) if line.startswith("wait") else 0)
        while True:
            shown = rgb_of_screen(self.display)
            count = self.differing(wanted, shown)
            if count <= allowed and (self.exact or self.rests(shown)):
                return
            if time.monotonic() > end:
                what = "rows" if self.exact else "pixels"
                raise AssertionError(f"{self.name}: after '{line}' {count} {what} differ from the replay's picture")
            time.sleep(0.1)

    def rests(self, shown):
        """True if nothing moves: a sheet in motion looks almost at rest, but grabbing it has another result."""
        time.sleep(REST_S)
        return rgb_of_screen(self.display) == shown

    def xdotool(self, *words):
        self.pending += map(str, words)

    def flush(self):
        """Sends everything that must follow quickly in one run of xdotool."""
        if self.pending:
            subprocess.run(["xdotool", *self.pending], env=self.display.env, check=True, stdout=subprocess.DEVNULL)
        self.pending = []

    def move(self, x_mm, y_mm):
        self.mouse = (round(x_mm * WIDTH / WIDTH_MM), round(y_mm * HEIGHT / HEIGHT_MM))
        self.xdotool("mousemove", *self.mouse)

    def place(self, step, words):
        """Where a tap with these words lands: a point, or the middle of the target with that label, as the replay finds it."""
        if not words.startswith('"'):
            return tuple(map(float, words.split(",")))
        label = words.strip('"')
        targets = re.findall(r'^target ([\d.-]+),([\d.-]+) ([\d.]+)x([\d.]+) (\S+) "(.*?)"( ground)?(?: caption=".*")?$',
                             (self.folder / f"s{step}.scene.txt").read_text().replace("\u00a0", " "), re.M)
        found = [t for t in targets if t[5] == label] or [t for t in targets if t[4] == label]
        if not found:
            raise AssertionError(f"{self.name}: there is no '{label}'")
        x, y, w, h = map(float, found[0][:4])
        return x + w / 2, y + h / 2

    def do(self, step, line):
        verb, _, rest = line.partition(" ")
        if verb == "tap":
            self.move(*self.place(step, rest))
            self.xdotool("mousedown", 1, "sleep", 0.08, "mouseup", 1, "sleep", 0.32)
        elif verb == "press":
            self.move(*map(float, rest.split(",")))
            self.xdotool("mousedown", 1)
            self.down = True
        elif verb == "drag":
            one, other = (tuple(map(float, point.split(","))) for point in rest.split())
            lone = not self.down
            if lone:
                self.move(*one)
                self.xdotool("mousedown", 1)
            for i in range(1, 16):
                self.move(one[0] + (other[0] - one[0]) * i / 15, one[1] + (other[1] - one[1]) * i / 15)
            if lone:
                self.xdotool("mouseup", 1, "sleep", 0.4)
        elif verb == "release":
            self.xdotool("mouseup", 1)
            self.down = False
        elif verb == "key":
            self.xdotool("key", KEYS[rest], "sleep", 0.4)
        elif verb == "notice":
            self.notice(rest)
        elif self.is_short(step):
            self.xdotool("sleep", self.seconds_of(line))
        elif verb == "wait":
            still = (self.folder / f"s{step}.png").read_bytes() == (self.folder / f"s{step + 1}.png").read_bytes()
            if still:  # nothing visible happens, so only time can pass
                seconds = self.seconds_of(line)
                time.sleep(seconds if seconds < 15 else 0.8 * seconds)  # the taps before it took longer than a replay's
        if not self.is_short(step) and not self.is_short(step + 1):
            self.flush()

    def notice(self, words):
        self.flush()
        file = self.config.parent / "notice.toml"
        if words == "off":
            file.unlink()
            return
        level, texts = words.split(" ", 1)
        title, *text = re.findall(r'"([^"]*)"', texts)
        fresh = file.with_suffix(".new")
        fresh.write_text(f'level = "{level}"\ntitle = "{title}"\n' + "".join(f'text = "{each}"\n' for each in text))
        fresh.rename(file)

    def is_short(self, step):
        """A wait so short that two taps still count as one: no other program may be run during it."""
        return step < len(self.lines) and re.fullmatch(r"wait [12]?\d\dms", self.lines[step]) is not None

    def settles_later(self, step):
        """Whatever moves after this line is compared once it is at rest."""
        return step + 1 < len(self.lines) and self.lines[step + 1].startswith("wait")

    def perform(self):
        self.simulate()
        program = None
        try:
            self.xdotool("mousemove", *self.mouse)
            self.flush()
            program = subprocess.Popen([PROGRAM, "run", "--fullscreen", "--config", self.config], env=self.display.env,
                                       stderr=subprocess.DEVNULL)
            self.expect_picture(0, "the start")
            for step, line in enumerate(self.lines):
                if line.startswith("expect"):  # the simulation has checked it, and a countdown may go on meanwhile
                    continue
                self.do(step, line)
                if not self.down and not self.settles_later(step) and not self.is_short(step):
                    self.expect_picture(step + 1, line)
        finally:
            if program is not None:
                program.terminate()
                program.wait()

    def run(self):
        self.fault, self.down, self.pending, self.mouse = None, False, [], (WIDTH - 1, HEIGHT - 1)
        self.config.with_name("notice.toml").unlink(missing_ok=True)  # of a run that ended before it was taken down
        try:
            self.perform()
        except Exception as error:  # reported by the main thread
            self.fault = f"{type(error).__name__}: {error}"


def main():
    # A voice so slow that the sentence marked in the simulation is still the one marked here.
    with SpeechService(byte_ms=400) as service, tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        config = (ROOT / "config/kiosk.toml").read_text()
        config = re.sub(r"(?m)^(width_px\s*=) \d+", rf"\1 {WIDTH}", config)
        config = re.sub(r"(?m)^(height_px\s*=) \d+", rf"\1 {HEIGHT}", config)
        config = re.sub(r"(?m)^(motion\s*=) true", r"\1 false", config)  # a screen is compared whenever it is done
        # Long dwell times, so that a slow machine sees the same cards as a fast one.
        shutil.copytree(ROOT / "content", folder / "content")
        for card in folder.glob("content/*/cards/*.toml"):
            card.write_text("dwell_s = 50\n" + card.read_text())
        files = sorted((ROOT / "tests/journeys").glob("*.replay"))
        files = [file for file in files if not WANTED or file.stem in WANTED]
        # One mouse cannot make a palm, ears.py tests speech, and nobody sets the clock of the machine.
        journeys = [Journey(file, folder) for file in files if not re.search(r"(?m)^(palm|listen|now|# settings)", file.read_text())]
        for journey in journeys:
            journey.folder.mkdir()
            journey.config.write_text(config)
            shutil.copy(ROOT / "config/clinic.toml", journey.folder)
            journey.display = VirtualDisplay(journey.folder, WIDTH, HEIGHT)
            journey.display.env |= service.env
        threads = [threading.Thread(target=journey.run) for journey in journeys]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        # Two taps within 0.3 s count as one, and a busy machine may delay the second: journeys that failed are run again,
        # one at a time. Real faults fail again.
        for journey in [journey for journey in journeys if journey.fault]:
            print(f"{journey.fault}; once more, alone")
            journey.run()
        for journey in journeys:
            journey.display.stop()
            print(f"{journey.name}: {journey.fault or 'the same in the window'}")
        faults = sum(journey.fault is not None for journey in journeys)
        print(f"{len(journeys) - faults} passed, {faults} failed")
        return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
