"""Tests harmful pictures with the built program: pictures.py PROGRAM ROOT [--long] [test names]

Damaged files of every kind, drawn one after the other as the kiosk does (picture_probe, which is built beside the tests)
and in a running loop on a virtual display; pictures that never end, take all memory or end the process that draws them;
touches meanwhile; the cache on disk; and a system without a jail.

The damage comes from a generator whose seed is printed and can be given: ANTEROOM_SEED=7. A short run has some 300 files;
--long or ANTEROOM_LONG=1 has 2,000 with flipped bits and 200 cut short of each kind, a longer loop, and asks `anteroom
bench` how long the screen stood still meanwhile, which says something on an idle machine and a release build only.
"""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import small_pack
from picture_samples import SAMPLES, svg_of, with_checksums
from virtual_display import VirtualDisplay

PROGRAM, ROOT = pathlib.Path(sys.argv.pop(1)).resolve(), pathlib.Path(sys.argv.pop(1)).resolve()
LONG = "--long" in sys.argv or os.environ.get("ANTEROOM_LONG", "") not in ("", "0")
sys.argv = [word for word in sys.argv if word != "--long"]
SEED = int(os.environ.get("ANTEROOM_SEED", "1"))
FLIPPED, CUT = (2000, 200) if LONG else (60, 15)  # of each kind
PROBE, NO_LANDLOCK = (PROGRAM.parent / "tests" / name for name in ("picture_probe", "no_landlock"))

WIDTH, HEIGHT = 640, 360
PICTURE = (180, 168)  # a pixel in the middle of a card's picture
BUTTON_AA = (594, 339)

COLOURS = {"red": (200, 30, 40), "green": (20, 160, 60), "blue": (40, 60, 210)}
SOUND = {f"{name}.svg": svg_of(f'<rect width="40" height="30" fill="rgb{rgb}"/>') for name, rgb in COLOURS.items()}


def endless_noise():
    """A hundred thousand sheets of noise, each of the nine octaves that librsvg 2.60 still draws."""
    sheets = '<feTurbulence baseFrequency="0.7" numOctaves="9"/>' * 100
    return svg_of(f'<filter id="f" x="0" y="0" width="1" height="1">{sheets}</filter>'
                  + '<rect width="40" height="30" filter="url(#f)"/>' * 1000)


def endless_uses():
    """Thirty levels of groups that use the one below twice."""
    levels = '<g id="g0"><rect width="1" height="1"/></g>' + "".join(
        f'<g id="g{i}"><use xlink:href="#g{i - 1}"/><use xlink:href="#g{i - 1}" x="1"/></g>' for i in range(1, 30))
    return svg_of(f"<defs>{levels}</defs>" + '<use xlink:href="#g29"/>' * 20)


def memory_bomb():
    shapes = "<path d='M0 0h1v1z'/>" * 800
    return svg_of("&e;" * 3000).replace(b"<svg", f'<!DOCTYPE svg [<!ENTITY e "{shapes}">]>\n<svg'.encode(), 1)


def many_shapes():
    """A file of a few megabytes whose document takes hundreds."""
    return svg_of("".join(f"<g><g><path d='M{i} 0h1v1z' style='fill:#123;stroke:#456'/></g></g>" for i in range(200_000)))


def cut_png(sound=SAMPLES["png"][0]):
    return sound[:len(sound) * 2 // 3]


# Refused whichever library draws it.
HARMFUL = {
    "cut-png.png": cut_png(),
    "no-ihdr.png": SAMPLES["png"][0][:12],
    "cut-jpeg.jpg": SAMPLES["jpg"][0][:300],
    "cut-webp.webp": SAMPLES["webp"][0][:100],
    "letter.svg": b"Dear Sir or Madam",
    "noise.svg": endless_noise(),
    "memory.svg": memory_bomb(),
}
# Makes some libraries call abort(); must be drawn or refused, and nothing worse.
DANGEROUS = {
    "large-text.svg": svg_of('<text y="20" font-size="3e9">A</text>'),
    "fine-dashes.svg": svg_of('<path d="M0 0 L40 30" stroke="black" stroke-dasharray="1e-7 1e-7"/>'),
    "large-blur.svg": svg_of('<filter id="f"><feGaussianBlur stdDeviation="1e8"/></filter>'
                             '<rect width="9" height="9" filter="url(#f)"/>'),
    "deep.svg": svg_of("<g>" * 60_000),
    "uses.svg": endless_uses(),
    "shapes.svg": many_shapes(),
}


def damaged(kind, number, flipped):
    """A damaged sample of this kind, always the same for the same number and seed."""
    rng = random.Random(f"{SEED} {kind} {number} {flipped}")
    data = bytearray(rng.choice(SAMPLES[kind]))
    if not flipped:
        return bytes(data[:rng.randrange(len(data))])
    for _ in range(rng.choice((1, 1, 1, 2, 4, 16))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return with_checksums(data) if kind == "png" and rng.random() < 0.5 else bytes(data)


def status(pid, field):
    """A number of /proc/PID/status, such as VmRSS in kB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1])
    return 0


def until(condition, what, seconds=120):
    """What `condition` returns, once it is true; the limit only ends a test that would never end."""
    end = time.monotonic() + seconds
    while not (result := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s in vain: {what() if callable(what) else what}")
        time.sleep(0.02)
    return result


class Probe:
    """Draws one file after the other in one process."""
    TIME_LIMIT_S = 10

    def __init__(self):
        self.process = subprocess.Popen([PROBE, str(self.TIME_LIMIT_S)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, bufsize=1)
        assert self.process.stdout.readline() == "ready\n"

    def draw(self, file):
        """Milliseconds and the fault, empty if it was drawn."""
        self.process.stdin.write(f"{file}\n")
        answer = self.process.stdout.readline()
        if "\t" not in answer:
            raise AssertionError(f"the process that asks for pictures has ended: {self.process.wait()}")
        took, fault = answer.rstrip("\n").split("\t", 1)
        return float(took), fault

    def rss_kb(self):
        return status(self.process.pid, "VmRSS")

    def close(self):
        self.process.stdin.close()
        code = self.process.wait()
        self.process.stdout.close()
        return code


class Damaged(unittest.TestCase):
    """Files with flipped bits and files cut short."""

    def draw_all(self, kind, folder):
        """Draws every damaged file of a kind. Returns (name, fault) of all and the slowest time in milliseconds."""
        probe, results, slowest, first_rss = Probe(), [], 0, 0
        try:
            for flipped, count in ((True, FLIPPED), (False, CUT)):
                for number in range(count):
                    file = folder / f"{number}{'flipped' if flipped else 'cut'}.{kind}"
                    file.write_bytes(damaged(kind, number, flipped))
                    took, fault = probe.draw(file)
                    slowest = max(slowest, took)
                    results.append((file.name, fault))
                    # Twice the limit: the machine may be busy, and a hang would last forever.
                    if took > 2000 * Probe.TIME_LIMIT_S:
                        raise AssertionError(f"{kind} {number} took {took:.0f} ms (seed {SEED})")
                    if number == 50 and flipped:
                        first_rss = probe.rss_kb()
                    file.unlink()
            growth = probe.rss_kb() - first_rss
        finally:
            code = probe.close()
        if code != 0:
            raise AssertionError(f"{kind}: the process that asks for pictures ended with {code} (seed {SEED})")
        return results, slowest, growth

    def test_each_is_drawn_or_refused_within_its_time(self):
        print(f"seed {SEED}; {FLIPPED} files with flipped bits and {CUT} cut short of each kind")
        kinds, outcome, faults = sorted(SAMPLES), {}, []

        def work():
            while kinds:
                kind = kinds.pop()
                try:
                    with tempfile.TemporaryDirectory() as folder:
                        outcome[kind] = self.draw_all(kind, pathlib.Path(folder))
                except AssertionError as fault:
                    faults.append(fault)

        threads = [threading.Thread(target=work) for _ in range(2)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        self.assertEqual(faults, [])
        for kind, (results, slowest, growth_kb) in sorted(outcome.items()):
            refused = [fault for _, fault in results if fault]
            print(f"{kind}: {len(results) - len(refused)} drawn, {len(refused)} refused, slowest {slowest:.0f} ms, "
                  f"memory {growth_kb:+d} kB")
            self.assertEqual(len(results), FLIPPED + CUT)
            self.assertTrue(refused, f"no damaged {kind} was refused: the damage does not reach it")
            self.assertLess(len(refused), len(results), f"every damaged {kind} was refused, also what hardly is")
            for fault in refused:
                self.assertTrue(fault.isprintable(), repr(fault))
                self.assertLess(len(fault), 400)
            self.assertLess(growth_kb, 8000)


class Kiosk:
    """The program on a virtual display, with a pack of its own."""

    def __init__(self, test, pictures, program=PROGRAM, env=None, **settings):
        folder = tempfile.TemporaryDirectory()
        test.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.settings = small_pack.write(self.folder, pictures, width=WIDTH, height=HEIGHT, **settings)
        (self.folder / "screen").mkdir()
        self.display = VirtualDisplay(self.folder / "screen", WIDTH, HEIGHT)
        test.addCleanup(self.display.stop)
        self.program = program
        self.env = {**self.display.env, "XDG_CACHE_HOME": str(self.folder / "cache"), **(env or {})}
        self.env = {name: value for name, value in self.env.items() if value is not None}
        self.test = test
        self.process = None

    def start(self):
        with open(self.folder / "said", "w") as said:
            self.process = subprocess.Popen([self.program, "run", "--fullscreen", "--config", self.settings], cwd=self.folder,
                                            env=self.env, stdout=said, stderr=said)
        process = self.process
        self.test.addCleanup(lambda: (process.kill(), process.wait()))
        return self

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=120)
        self.test.assertEqual(code, 0, self.said())

    def check(self):
        return subprocess.run([self.program, "check", "--config", self.settings], cwd=self.folder, env=self.env,
                              capture_output=True, text=True, errors="replace", timeout=600)

    def said(self):
        return (self.folder / "said").read_text(errors="replace")

    def named(self):
        """How often standard error names each picture."""
        lines = self.said().splitlines()
        names = [file.name for file in (self.folder / "pack/pictures").iterdir()]
        return {name: count for name in names if (count := sum(f"pictures/{name}" in line for line in lines))}

    def must_run(self):
        self.test.assertIsNone(self.process.poll(), self.said())

    def pixel(self):
        x, y = PICTURE
        at = 4 * (y * WIDTH + x)
        blue, green, red = self.display.pixels()[at:at + 3]
        return red, green, blue

    def card(self):
        """Which valid card is on the screen; None while one fades into the next, or for any other picture."""
        shown = self.pixel()
        return next((name for name, rgb in COLOURS.items() if rgb == shown), None)

    def wait_for_card(self, *names):
        until(lambda: self.card() in (names or COLOURS), lambda: f"no card {names}: {self.pixel()}, {self.said()}")

    def loops(self, *names, times=2):
        """Waits until each of these cards was on the screen, one after the other, `times` times."""
        for name in (names or tuple(COLOURS)) * times:
            self.wait_for_card(name)
            self.must_run()

    def decoders(self):
        """The processes that draw for it."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                state = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                name = (entry / "comm").read_text().strip()
            except OSError:
                continue  # has ended meanwhile
            if name == "anteroom-decode" and state[1] == str(self.process.pid) and state[0] != "Z":
                found.append(int(entry.name))
        return found

    def click(self, place):
        subprocess.run(["xdotool", "mousemove", *map(str, place), "mousedown", "1", "sleep", "0.1", "mouseup", "1"],
                       env=self.env, check=True, stdout=subprocess.DEVNULL)


def is_alive(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


class Loop(unittest.TestCase):
    """A running loop whose pictures are damaged."""

    def sample(self, count):
        """`count` damaged files of each kind that are refused, and half as many that are drawn."""
        chosen, probe = {}, Probe()
        with tempfile.TemporaryDirectory() as folder:
            for kind in sorted(SAMPLES):
                left = {True: count, False: count // 2}
                for number in range(10_000):
                    if not any(left.values()):
                        break
                    data = damaged(kind, number, number % 4 != 0)
                    file = pathlib.Path(folder) / f"{kind}-{number}.{kind}"
                    file.write_bytes(data)
                    refused = probe.draw(file)[1] != ""
                    if left[refused] > 0:
                        left[refused] -= 1
                        chosen[file.name] = (data, refused)
        self.assertEqual(probe.close(), 0)
        return chosen

    def test_it_goes_on_and_reports_each_refused_picture_once(self):
        chosen = self.sample(12 if LONG else 2)
        pictures = {"red.svg": SOUND["red.svg"], **{name: data for name, (data, _) in chosen.items()},
                    "green.svg": SOUND["green.svg"], "blue.svg": SOUND["blue.svg"]}
        refused = {name for name, (_, is_refused) in chosen.items() if is_refused}
        kiosk = Kiosk(self, pictures).start()
        until(lambda: set(kiosk.named()) >= refused or kiosk.process.poll() is not None,
              lambda: f"not named: {refused - set(kiosk.named())} (seed {SEED})", 600)
        kiosk.must_run()
        kiosk.loops()
        before = status(kiosk.process.pid, "VmRSS")
        for _ in range(5 if LONG else 1):
            kiosk.loops()
        growth = status(kiosk.process.pid, "VmRSS") - before
        print(f"{len(refused)} of {len(pictures)} cards left out; memory {before} kB, then {growth:+d} kB")
        self.assertLess(growth, 6000)
        self.assertEqual(kiosk.named(), {name: 1 for name in refused})
        kiosk.stop()

    def test_frames_are_shown_while_an_endless_picture_of_the_next_card_is_drawn(self):
        """The card after the next one delays nothing: the fade before it gets its frames."""
        kiosk = Kiosk(self, {"red.svg": SOUND["red.svg"], "green.svg": SOUND["green.svg"], "noise.svg": endless_noise()},
                      time_limit_s=5).start()
        kiosk.wait_for_card("red")
        mixes = set()
        while kiosk.card() != "green":
            mixes.add(kiosk.pixel())
            kiosk.must_run()
        self.assertGreater(len(mixes), 5)  # about forty frames; a slow machine may show fewer
        until(kiosk.decoders, "nobody draws the endless picture")
        kiosk.wait_for_card("red")  # without it
        kiosk.loops("red", "green")
        self.assertEqual(kiosk.named(), {"noise.svg": 1})
        kiosk.stop()


class Harmful(unittest.TestCase):
    """Pictures that never end, take all memory, or end the process that draws them."""

    def pictures(self):
        return {"red.svg": SOUND["red.svg"], **HARMFUL, "green.svg": SOUND["green.svg"], **DANGEROUS,
                "blue.svg": SOUND["blue.svg"]}

    def test_check_reports_each_of_them(self):
        kiosk = Kiosk(self, self.pictures(), time_limit_s=3)
        done = kiosk.check()
        self.assertEqual(done.returncode, 1, done.stderr)
        for name in HARMFUL:
            card = f"cards/{name.split('.')[0]}.toml"
            self.assertRegex(done.stderr, rf"(?m)^\S*{card}:2:\d+: error: .*{name}")
        for name in SOUND:
            self.assertNotIn(name, done.stderr)

    def test_the_loop_leaves_them_out_and_goes_on(self):
        kiosk = Kiosk(self, self.pictures(), time_limit_s=3).start()
        until(lambda: set(kiosk.named()) >= set(HARMFUL) or kiosk.process.poll() is not None,
              lambda: f"not named: {set(HARMFUL) - set(kiosk.named())}", 300)
        kiosk.loops()
        self.assertEqual({name: count for name, count in kiosk.named().items() if count > 1}, {})
        for name in SOUND:
            self.assertNotIn(name, kiosk.named())
        kiosk.stop()


class Touches(unittest.TestCase):
    """A touch is answered while a picture is drawn that would take a minute."""

    def answer(self, **settings):
        kiosk = Kiosk(self, {"red.svg": SOUND["red.svg"], "noise.svg": endless_noise()}, time_limit_s=60, **settings).start()
        kiosk.wait_for_card("red")
        until(kiosk.decoders, "nobody draws the endless picture")
        time.sleep(2 * settings["dwell_s"] if settings["dwell_s"] < 10 else 0)  # until the loop has reached it
        top = 4 * WIDTH * 300  # above the bar with the button
        before = kiosk.display.pixels()[:top]
        self.assertEqual(kiosk.card(), "red")
        kiosk.click(BUTTON_AA)
        began = time.monotonic()
        until(lambda: kiosk.display.pixels()[:top] != before, "the touch is not answered", 30)
        print(f"answered within {(time.monotonic() - began) * 1000:.0f} ms")
        self.assertNotIn("noise.svg", kiosk.named())
        kiosk.stop()

    def test_when_it_belongs_to_the_next_card(self):
        self.answer(dwell_s=12)

    def test_when_the_loop_has_reached_it(self):
        self.answer(dwell_s=1)


class Ends(unittest.TestCase):
    """No process is left behind, however the kiosk ends."""

    def after(self, end):
        kiosk = Kiosk(self, {"red.svg": SOUND["red.svg"], "noise.svg": endless_noise()}, dwell_s=12, time_limit_s=100).start()
        kiosk.wait_for_card("red")
        decoders = until(kiosk.decoders, "nobody draws the endless picture")
        kiosk.process.send_signal(end)
        code = kiosk.process.wait(timeout=120)
        until(lambda: not any(map(is_alive, decoders)), f"still there: {decoders}", 60)
        return code

    def test_after_sigterm(self):
        self.assertEqual(self.after(signal.SIGTERM), 0)

    def test_after_a_kill(self):
        self.assertEqual(self.after(signal.SIGKILL), -signal.SIGKILL)

    def test_after_a_kill_at_the_moment_when_a_drawing_begins(self):
        """Then the decoder has another parent from the start, and is never signalled when its own parent ends."""
        def draw(parent):
            return subprocess.run([PROGRAM.parent / "anteroom-decode", "--size", "8", "8", "--draw", "0"],
                                  env={"ANTEROOM_PARENT": str(parent)}, input=SOUND["red.svg"], capture_output=True)

        alone = draw(1)
        self.assertEqual((alone.returncode, alone.stdout), (1, b""))
        self.assertEqual(draw(os.getpid()).returncode, 0)


class Installed(unittest.TestCase):
    """The program copied into a folder, so that its decoder can be replaced."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.house = pathlib.Path(folder.name).resolve()
        shutil.copytree(ROOT / "assets", self.house / "assets")
        for name in ("anteroom", "anteroom-decode"):
            shutil.copy2(PROGRAM.parent / name, self.house / name)
        self.program, self.decoder = self.house / "anteroom", self.house / "anteroom-decode"

    def replace_decoder(self, write):
        """Replaces the decoder by a program with the same time stamp, which is cached with each picture."""
        times = self.decoder.stat()
        self.decoder.unlink()
        write()
        self.decoder.chmod(0o755)
        os.utime(self.decoder, ns=(times.st_atime_ns, times.st_mtime_ns))

    def count_runs(self):
        """From now on the decoder writes a line to `runs`, and draws nothing."""
        self.replace_decoder(lambda: self.decoder.write_text(f"#!/bin/sh\necho run >> '{self.house}/runs'\nexit 1\n"))

    def runs(self):
        file = self.house / "runs"
        return len(file.read_text().splitlines()) if file.exists() else 0


class Cache(Installed):
    """What was drawn once is kept on disk."""

    def warm(self):
        kiosk = Kiosk(self, {**SOUND, "plain.png": SAMPLES["png"][0]}, program=self.program).start()
        kiosk.loops()  # the second round begins when the last picture has been shown
        kiosk.stop()
        self.assertEqual(kiosk.named(), {})
        return kiosk

    def test_a_second_start_draws_nothing(self):
        kiosk = self.warm()
        self.count_runs()
        kiosk.start()
        kiosk.loops(times=1)
        kiosk.stop()
        self.assertEqual((self.runs(), kiosk.named()), (0, {}))
        # The count works: with an empty cache the decoder is run for every picture.
        shutil.rmtree(kiosk.folder / "cache")
        kiosk.start()
        until(lambda: self.runs() >= 4, "nobody is asked to draw")
        kiosk.must_run()

    def test_damaged_entries_are_ignored(self):
        kiosk = self.warm()
        entries = sorted(path for path in (kiosk.folder / "cache").rglob("*") if path.is_file())
        self.assertGreater(len(entries), 4)
        for number, entry in enumerate(entries):
            data = entry.read_bytes()
            entry.unlink()
            if number % 6 == 0:
                entry.mkdir()
            elif number % 6 == 1:
                os.mkfifo(entry)
            else:
                middle = len(data) // 2
                flipped = data[:middle] + bytes([data[middle] ^ 4]) + data[middle + 1:]
                entry.write_bytes([b"", data[:middle], flipped, b"\0" * len(data)][number % 6 - 2])
        kiosk.start()
        kiosk.loops(times=1)
        kiosk.stop()
        self.assertEqual(kiosk.named(), {})

    def test_a_folder_that_cannot_be_used_changes_nothing(self):
        file = self.house / "a-file"
        file.write_text("not a folder")
        for name, env in {"a file": {"XDG_CACHE_HOME": str(file)}, "none": {"XDG_CACHE_HOME": None, "HOME": None},
                          "a folder of the system": {"XDG_CACHE_HOME": "/proc/1"},
                          "a home that is not there": {"XDG_CACHE_HOME": None, "HOME": "/proc/nobody"}}.items():
            with self.subTest(name):
                kiosk = Kiosk(self, SOUND, program=self.program, env=env).start()
                kiosk.loops(times=1)
                kiosk.stop()
                self.assertEqual(kiosk.named(), {})


class NoJail(Installed):
    """A system that cannot keep a picture from doing harm: none is drawn, and that is reported."""

    def setUp(self):
        super().setUp()
        shutil.copy2(self.decoder, f"{self.decoder}.real")

    def without_landlock(self):
        self.replace_decoder(lambda: shutil.copy2(NO_LANDLOCK, self.decoder))

    def assert_nothing_is_shown(self, why):
        """No card is left, so the fallback card is shown, motionless and without its picture."""
        kiosk = Kiosk(self, {**SOUND, "plain.png": SAMPLES["png"][0]}, program=self.program, dwell_s=1)
        done = kiosk.check()
        self.assertEqual(done.returncode, 1, done.stderr)
        for name in (*SOUND, "plain.png"):
            self.assertRegex(done.stderr, rf"error: .*{name}.*{why}")
        kiosk.start()
        until(lambda: len(kiosk.named()) == 4, lambda: f"not named: {kiosk.said()}")
        paper = (0xFA, 0xF6, 0xEF)
        until(lambda: kiosk.pixel() == paper and len(set(kiosk.display.pixels()[::4])) > 10, "the fallback card is not shown")
        time.sleep(1)
        shown, busy = kiosk.display.pixels(), self.processor_s(kiosk)
        tries = set()
        for _ in range(30):
            time.sleep(0.1)
            tries.update(kiosk.decoders())
        # Now and then each picture is tried once more.
        self.assertLessEqual(len(tries), 5, "it draws all the time")
        self.assertLess(self.processor_s(kiosk) - busy, 1, "it works all the time")
        self.assertEqual(kiosk.display.pixels(), shown)
        kiosk.must_run()
        self.assertRegex(kiosk.said(), why)
        self.assertEqual(kiosk.named(), {name: 1 for name in kiosk.named()})
        kiosk.stop()

    def processor_s(self, kiosk):
        fields = pathlib.Path(f"/proc/{kiosk.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def test_a_kernel_without_landlock(self):
        self.without_landlock()
        self.assert_nothing_is_shown("Landlock")

    def test_no_decoder(self):
        self.decoder.unlink()
        self.assert_nothing_is_shown("anteroom-decode")

    def test_what_was_cached_before_is_shown(self):
        """Pixels that were drawn in the jail are harmless."""
        kiosk = Kiosk(self, SOUND, program=self.program).start()
        kiosk.loops(times=1)
        kiosk.stop()
        self.without_landlock()
        kiosk.start()
        kiosk.loops(times=1)
        kiosk.stop()
        self.assertEqual(kiosk.named(), {})


@unittest.skipUnless(LONG, "for an idle machine")
class Bench(unittest.TestCase):
    def test_the_loop_misses_no_frame_and_touches_are_answered_at_once(self):
        with tempfile.TemporaryDirectory() as folder:
            display = VirtualDisplay(folder, 1920, 1080)
            self.addCleanup(display.stop)
            done = subprocess.run([PROGRAM, "bench", "--only", "pictures", "--json", "--config", ROOT / "config/kiosk.toml"],
                                  cwd=ROOT, env={**display.env, "XDG_CACHE_HOME": folder}, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        print(done.stdout)
        figures = json.loads(done.stdout)
        self.assertGreater(figures["picture_storm_fades"], 20)
        self.assertGreater(figures["touch_during_slow_picture_count"], 20)
        self.assertLessEqual(figures["picture_storm_gap_ms_max"], 25)
        self.assertLessEqual(figures["touch_during_slow_picture_ms_p95"], 9)


if __name__ == "__main__":
    unittest.main()
