"""Faults of a machine and its files, injected into the running program: faults.py PROGRAM ROOT. docs/faults.md has the table.

Each test watches the screen: the loop goes on and is never black; the log names the fault once; status.json names it as long
as it lasts, and no longer."""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time
import unittest

import picture_samples
import small_pack
from service_manager import ServiceManager
from speech_service import SpeechService
from watched_kiosk import BLUE, GREEN, HEIGHT, RED, SETTINGS, WIDTH, WatchedKiosk, picture

PROGRAM, ROOT = os.path.abspath(sys.argv.pop(1)), pathlib.Path(sys.argv.pop(1)).resolve()
PRELOADED = pathlib.Path(PROGRAM).parent / "tests" / "libinjected_faults.so"
BLACK = b"\0\0\0"
LARGE = 100 << 20
DEEP = 10_000
STOPPED_S = float(os.environ.get("ANTEROOM_STOPPED_S", 5))  # how long the kiosk is stopped


def may_mount():
    """Whether this process may have a namespace of its own for mounted file systems."""
    return os.geteuid() == 0 and subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode == 0


class Faults(WatchedKiosk):
    program = PROGRAM
    lit = False  # from now on a black screen is a failure

    def setUp(self):
        super().setUp()
        self.run_folder = self.folder / "run"
        self.run_folder.mkdir()
        self.env |= {"RUNTIME_DIRECTORY": str(self.run_folder), "XDG_CACHE_HOME": str(self.folder / "cache")}

    def command(self):
        return [self.program, "run", "--fullscreen", "--config", self.folder / "kiosk.toml"]

    def launch(self, *before, env=None):
        """Starts the program, `before` it the words of a program that becomes it."""
        with (self.folder / "log").open("a") as log:
            program = subprocess.Popen([*before, *self.command()], env=env or self.env, stderr=log)
        self.addCleanup(lambda: (program.kill(), program.wait()))
        return program

    def wait_for(self, condition, what, seconds=120):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, f"{what} did not come; it said:\n{self.said()}\nstatus: {self.health()}")
            if self.lit:
                pixels = self.display.pixels()
                self.assertNotEqual((self.pixel(pixels, 170, 150), self.pixel(pixels, 320, 3)), (BLACK, BLACK), "black")
            time.sleep(0.02)

    def wait_for_loop(self):
        """Both cards are shown, one after the other."""
        for colour in (RED, GREEN):
            self.wait_for(self.sees(colour), colour)
            self.lit = True

    def wait_for_copies(self):
        self.wait_for(lambda: any((self.folder / "state").rglob("newest")), "the copies")

    def health(self):
        try:
            return json.loads((self.run_folder / "status.json").read_text())
        except FileNotFoundError:
            return {"faults": []}

    def named(self, part):
        return any(part in fault for fault in self.health()["faults"])

    def wait_until_named(self, *parts):
        """status.json names each, and the log does so once."""
        for part in parts:
            self.wait_for(lambda part=part: self.named(part), f"`{part}` in status.json")
            self.wait_until_said(part)

    def wait_until_said(self, part):
        """The log, which is written aside, has one line with `part`."""
        self.wait_for(lambda: part in self.said(), f"`{part}` in the log")
        self.assertEqual(sum(part in line for line in self.said().splitlines()), 1, self.said())

    def wait_until_mended(self):
        self.wait_for(lambda: self.health()["faults"] == [], "a status.json without faults")

    def still_runs(self, program):
        self.assertIsNone(program.poll(), self.said())


def svg(body, before=""):
    return (f'{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">'
            f'<rect width="40" height="30" fill="{GREEN}"/>{body}</svg>')


def billion_laughs():
    levels = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return svg("<text>&l9;</text>", f'<!DOCTYPE svg [<!ENTITY l0 "ha">{levels}]>')


def memory_bomb():
    """A few kilobytes whose document takes gigabytes."""
    shapes = "<path d='M0 0h1v1z'/>" * 800
    return svg("&e;" * 3000, f'<!DOCTYPE svg [<!ENTITY e "{shapes}">]>')


class Files(Faults):
    """What a clinic or a stick can bring, under the screen that shows it."""

    def odd_things(self):
        """Name -> what puts it where a file belongs, and what the fault then says."""
        def large(file):
            with file.open("w") as out:
                out.write("# large\n")
                out.truncate(LARGE)

        things = {
            "fifo": (os.mkfifo, "not an ordinary file"),
            "folder": (lambda file: file.mkdir(), "folder"),
            "device": (lambda file: file.symlink_to("/dev/zero"), ""),
            "large": (large, "too large"),
            "deep": (lambda file: file.write_text("x = " + "[" * DEEP + "]" * DEEP + "\n"), ""),
            "table": (lambda file: file.write_text("[" + ".".join(["a"] * DEEP) + "]\n"), ""),
        }
        if os.geteuid() == 0:
            things["node"] = (lambda file: os.mknod(file, 0o600 | 0o020000, os.makedev(1, 5)), "not an ordinary file")
        return things

    def remove(self, file):
        if file.is_dir() and not file.is_symlink():
            file.rmdir()
        else:
            file.unlink()

    def test_whatever_stands_where_a_card_belongs_the_card_stays_as_it_was(self):
        things = self.odd_things()
        for name in things:
            self.write_card(name, "Wash your hands")
            self.write_picture(name, GREEN)
        (self.pack / "pack.toml").write_text(small_pack.pack_of(["a", "b", *things]))
        program = self.launch()
        self.wait_for_loop()
        self.wait_for_copies()
        cards = {name: self.pack / "cards" / f"{name}.toml" for name in things}
        whole = {name: card.read_text() for name, card in cards.items()}
        for name, (put, _) in things.items():
            cards[name].unlink()
            put(cards[name])
        for name, (_, why) in things.items():
            self.wait_for(lambda name=name: self.named(f"cards/{name}.toml"), name)
            self.assertTrue(any(f"cards/{name}.toml" in fault and why in fault for fault in self.health()["faults"]),
                            (name, self.health()))
        self.wait_for_loop()
        for name, card in cards.items():
            self.assertEqual(self.said().count(f"pack/cards/{name}.toml"), 1, self.said())
            self.remove(card)
            card.write_text(whole[name])
        self.wait_until_mended()
        self.wait_for_loop()
        self.still_runs(program)

    def test_whatever_stands_where_the_settings_belong_they_stay_as_they_were(self):
        shared = self.folder / "clinic.toml"
        included = '[clinic]\nname = "Lakeside"\n'
        shared.write_text(included)
        settings = self.folder / "kiosk.toml"
        text = 'include = "clinic.toml"\n' + SETTINGS
        settings.write_text(text)
        program = self.launch()
        self.wait_for_loop()
        self.wait_for_copies()
        # Of settings that cannot be read it is not known what they include.
        for files in ({settings: text}, {shared: included, self.pack / "pack.toml": small_pack.PACK}):
            for name, (put, _) in self.odd_things().items():
                with self.subTest(name, files=[file.name for file in files]):
                    for file in files:
                        file.unlink()
                        put(file)
                    for file in files:
                        self.wait_for(lambda file=file: self.named(file.name), f"{name} at {file.name}")
                    self.still_runs(program)
                    for file, whole in files.items():
                        self.remove(file)
                        file.write_text(whole)
                    self.wait_until_mended()
            self.wait_for_loop()

    def test_whatever_stands_where_the_notice_belongs_the_loop_goes_on(self):
        program = self.launch()
        self.wait_for_loop()
        notice = self.folder / "notice.toml"
        for name, (put, _) in self.odd_things().items():
            with self.subTest(name):
                put(notice)
                self.wait_for(lambda: self.named("notice.toml"), name)
                self.still_runs(program)
                self.remove(notice)
                self.wait_until_mended()
        self.wait_for_loop()

    def pictures(self):
        """File name -> what makes it harmful, and what the fault says; empty: it is drawn without what is harmful."""
        write = lambda data: lambda file: (file.write_bytes if isinstance(data, bytes) else file.write_text)(data)
        wide = picture_samples.png_of([bytes(3750)] * 30000, 30000, 30000, depth=1, colour=0)
        return {
            "laughs.svg": (write(billion_laughs()), "is broken"),
            "image.svg": (write(svg('<image width="40" height="30" xlink:href="file:///etc/passwd"/>')), "from outside the file"),
            "address.svg": (write(svg('<image width="40" height="30" href="http://127.0.0.1:9/x.png"/>')), "from outside the file"),
            "style.svg": (write(svg('<style>@import url("http://127.0.0.1:9/x.css");</style>')), "from outside the file"),
            "entity.svg": (write(svg("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
                           "from outside the file"),
            "bomb.png": (write(wide), "bomb.png"),
            "fifo.svg": (os.mkfifo, "fifo.svg"),
            "folder.svg": (lambda file: file.mkdir(), "folder.svg"),
            "device.svg": (lambda file: file.symlink_to("/dev/zero"), "device.svg"),
            "memory.svg": (write(memory_bomb()), "memory.svg"),
            "noise.svg": (write(svg('<filter id="f">' + '<feTurbulence baseFrequency="0.7" numOctaves="9"/>' * 100 + "</filter>"
                                    + '<rect width="40" height="30" filter="url(#f)"/>' * 1000)), "takes longer"),
        }

    def test_pictures_that_harm_are_refused_and_their_cards_stay_as_they_were(self):
        harmful = self.pictures()
        for name in harmful:
            card = name.split(".")[0]
            (self.pack / "cards" / f"{card}.toml").write_text(small_pack.CARD.format(picture=name, title="Wash your hands"))
            (self.pack / "pictures" / name).write_text(picture(GREEN)) if name.endswith("svg") else \
                (self.pack / "pictures" / name).write_bytes(picture_samples.SAMPLES["png"][0])
        (self.pack / "pack.toml").write_text(small_pack.pack_of(["a", "b", *(name.split(".")[0] for name in harmful)]))
        (self.folder / "kiosk.toml").write_text(small_pack.settings(WIDTH, HEIGHT, time_limit_s=2))
        program = self.launch()
        self.wait_for_loop()
        self.wait_for_copies()
        files = {name: self.pack / "pictures" / name for name in harmful}
        whole = {name: file.read_bytes() for name, file in files.items()}
        for name, (put, _) in harmful.items():
            files[name].unlink()
            put(files[name])
        for name, (_, why) in harmful.items():
            self.wait_for(lambda name=name, why=why: any(name in fault and why in fault for fault in self.health()["faults"]), name,
                          300)
        self.wait_for_loop()
        for name, file in files.items():
            self.remove(file)
            file.write_bytes(whole[name])
        self.wait_until_mended()
        self.wait_for_loop()
        self.still_runs(program)


    def test_a_picture_with_scripts_is_drawn_and_none_is_run(self):
        scripts = '<script>document.documentElement.remove(); for (;;);</script><rect width="1" height="1" onload="for (;;);"/>'
        (self.pack / "pictures" / "b.svg").write_text(svg(scripts))
        program = self.launch()
        self.wait_for_loop()
        self.wait_for_copies()
        self.assertEqual((self.said(), self.health()["faults"]), ("", []))
        self.still_runs(program)


@unittest.skipUnless(may_mount(), "needs root, and mounted file systems of its own (unshare -m)")
class Disk(Faults):
    """File systems that are full, read-only or not there, in a namespace of the program's own."""

    def setUp(self):
        super().setUp()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        self.env |= {"XDG_STATE_HOME": str(self.disk / "state"), "XDG_CACHE_HOME": str(self.disk / "cache")}

    def launch_after(self, script):
        return self.launch("unshare", "-m", "sh", "-ec", script + '; exec "$@"', "sh")

    def inside(self, program, *words):
        """What these words print in the namespace of `program`."""
        return subprocess.run(["nsenter", "-t", str(program.pid), "-m", *map(str, words)], check=True, capture_output=True,
                              text=True).stdout

    def has_copies(self, program):
        return "newest" in self.inside(program, "find", self.disk, "-name", "newest")

    def test_a_full_disk_keeps_nothing_from_the_screen(self):
        fill = f"dd if=/dev/zero of={self.disk}/fill bs=4k 2>/dev/null || true"
        program = self.launch_after(f"mount -t tmpfs -o size=1m none {self.disk}; {fill}")
        self.wait_for_loop()
        self.wait_until_named("no copy of the cards is kept")
        self.wait_for(lambda: "No space left" in self.said(), "the reason")
        for colour in (BLUE, RED):  # edits are shown all the same
            self.write_picture("a", colour)
            self.wait_for(self.sees(colour), colour)
        self.wait_for_loop()
        self.inside(program, "rm", self.disk / "fill")
        self.wait_until_mended()
        self.assertTrue(self.has_copies(program))
        self.inside(program, "sh", "-c", fill)  # it fills up while it runs
        self.write_card("a", "Use the gel")
        self.wait_for(lambda: self.named("no copy of the cards is kept"), "the fault")
        self.wait_for_loop()
        self.inside(program, "rm", self.disk / "fill")
        self.wait_until_mended()
        self.wait_for(lambda: "a copy of the cards is kept again" in self.said(), "a word of the copy")
        self.still_runs(program)

    def test_a_read_only_system_keeps_nothing_from_the_screen(self):
        program = self.launch_after(f"mount --bind {self.folder} {self.folder}; mount --bind {self.run_folder} {self.run_folder}; "
                                    f"mount -o remount,bind,ro {self.folder}; mount -o remount,bind,ro /")
        self.wait_for_loop()
        self.wait_until_named("no copy of the cards is kept")
        self.wait_for(lambda: "Read-only file system" in self.said(), "the reason")
        self.wait_for_loop()
        self.inside(program, "mount", "-o", "remount,bind,rw", self.folder)
        self.wait_until_mended()
        self.assertTrue(self.has_copies(program))
        self.still_runs(program)

    def test_without_a_tmp_folder_it_shows_the_cards(self):
        """The program in a system of its own, which has no /tmp."""
        house = self.folder / "house"
        shutil.copytree(ROOT / "assets", house / "assets")
        for name in ("anteroom", "anteroom-decode"):
            shutil.copy2(pathlib.Path(PROGRAM).with_name(name), house / name)
        shutil.copytree(self.pack, house / "pack")
        shutil.copy(self.folder / "kiosk.toml", house)
        root = self.folder / "root"
        root.mkdir()
        script = f"""mount --make-rprivate /; mount -t tmpfs none {root}; cd {root}
            for each in /*; do
              if [ -L "$each" ]; then cp -P "$each" ".$each"
              elif [ -d "$each" ] && [ "$each" != /tmp ]; then mkdir ".$each"; mount --rbind "$each" ".$each"; fi
            done
            mkdir house status; mount --bind {house} house; mount --bind {self.run_folder} status
            exec chroot . /house/anteroom run --fullscreen --config /house/kiosk.toml"""
        env = self.env | {"RUNTIME_DIRECTORY": "/status", "XDG_STATE_HOME": "/house/state", "XDG_CACHE_HOME": "/house/cache"}
        with (self.folder / "log").open("a") as log:
            program = subprocess.Popen(["unshare", "-m", "sh", "-ec", script], cwd="/", env=env, stderr=log)
        self.addCleanup(lambda: (program.kill(), program.wait()))
        self.wait_for_loop()
        self.assertFalse(pathlib.Path(f"/proc/{program.pid}/root/tmp").exists())
        self.wait_for(lambda: any((house / "state").rglob("newest")), "the copies")
        self.assertEqual((self.said(), self.health()["faults"]), ("", []))
        self.still_runs(program)

    def test_fonts_that_are_removed_while_it_runs_keep_nothing_from_the_screen(self):
        program = self.launch_after("true")
        self.wait_for_loop()
        for folder in ("/usr/share/fonts", "/usr/local/share/fonts"):
            if os.path.isdir(folder):
                self.inside(program, "mount", "-t", "tmpfs", "none", folder)
        self.write_card("a", "Zażółć gęślą jaźń")  # letters that have not been shown yet
        self.wait_for(lambda: "changed: cards/a.toml" in self.said(), "the edit")
        self.wait_for_loop()
        self.assertEqual(self.health()["faults"], [])
        self.still_runs(program)

    def test_a_start_without_fonts_is_tried_again_until_they_are_back(self):
        gone = self.folder / "no-fonts"
        gone.touch()
        script = (f"if [ -e {gone} ]; then for each in /usr/share/fonts /usr/local/share/fonts; do "
                  '[ ! -d "$each" ] || mount -t tmpfs none "$each"; done; fi; exec "$@"')
        manager = ServiceManager(["unshare", "-m", "sh", "-ec", script, "sh", *self.command()],
                                 self.env | {"STATE_DIRECTORY": str(self.folder / "state"), "HOME": str(self.folder)}, self.folder,
                                 log=self.folder / "log")
        self.addCleanup(manager.stop)
        self.wait_for(lambda: manager.restarts > 7, "more failed starts than lead to the fallback card")
        self.assertIn("anteroom: error: no font is installed\n", self.said())
        gone.unlink()
        self.wait_for_loop()


class Processes(Faults):
    """Programs that stop, loop for ever, or are there twice."""

    def manage(self, watchdog_s=10, **env):
        manager = ServiceManager(self.command(), self.env | {"STATE_DIRECTORY": str(self.folder / "state")} | env, self.folder,
                                 watchdog_s, self.folder / "log")
        self.addCleanup(manager.stop)
        return manager

    def test_a_kiosk_that_was_stopped_for_a_while_goes_on(self):
        program = self.launch()
        self.wait_for_loop()
        program.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, program.pid, os.WSTOPPED | os.WNOWAIT)
        shown = self.display.pixels()
        time.sleep(STOPPED_S)  # several cards are overdue
        self.assertEqual(self.display.pixels(), shown, "what was shown stays")
        program.send_signal(signal.SIGCONT)
        self.wait_for_loop()
        self.wait_for_loop()
        self.assertEqual(self.said(), "")
        self.still_runs(program)

    def test_a_kiosk_that_stays_stopped_is_started_again_by_the_watchdog(self):
        manager = self.manage()
        self.wait_for_loop()
        self.wait_for(lambda: manager.ready, "ready")
        os.kill(manager.pid, signal.SIGSTOP)
        self.lit = False  # while there is no program, there is no window
        self.wait_for(lambda: manager.ends == ["watchdog"] and manager.restarts == 1, "the watchdog")
        self.wait_for(lambda: manager.ready, "ready again")
        self.wait_for_loop()
        self.wait_for(lambda: self.health().get("restarts") == 1, "the restart in status.json")
        self.assertEqual(manager.ends, ["watchdog"])

    @unittest.skipUnless(PRELOADED.exists(), "the library that injects faults was not built")
    def test_an_endless_loop_is_ended_by_the_watchdog(self):
        endless = self.folder / "endless"
        manager = self.manage(LD_PRELOAD=str(PRELOADED), FAULT_LOOP=str(endless))
        self.wait_for_loop()
        self.wait_for(lambda: manager.ready, "ready")
        self.lit = False
        endless.touch()
        self.wait_for(lambda: manager.ends == ["watchdog"], "the watchdog")
        endless.unlink()
        self.wait_for_loop()
        self.wait_for(lambda: manager.ready, "ready again")
        self.assertEqual(manager.ends, ["watchdog"])

    def test_a_display_server_that_ends_is_waited_for(self):
        manager = self.manage()
        self.wait_for_loop()
        for end in (signal.SIGTERM, signal.SIGKILL):
            self.lit = False
            ends = len(manager.ends)
            self.display.server.send_signal(end)
            self.display.server.wait()
            self.wait_for(lambda ends=ends: len(manager.ends) > ends + 1, "starts without a display")
            self.assertEqual(manager.ends[ends], 3)
            self.wait_for(self.display.start_again, "the display server")
            self.wait_for_loop()
        self.assertNotIn("watchdog", manager.ends)

    def test_of_two_at_once_the_second_waits_and_says_so_once(self):
        first = self.launch()
        self.wait_for_loop()
        log = self.folder / "second"
        second_run = self.folder / "second-run"
        second_run.mkdir()
        with log.open("w") as file:
            second = subprocess.Popen(self.command(), env=self.env | {"RUNTIME_DIRECTORY": str(second_run)}, stderr=file)
        self.addCleanup(lambda: (second.kill(), second.wait()))
        self.wait_for(log.read_text, "a word of the second")
        self.wait_for((second_run / "status.json").exists, "how the second is")
        health = json.loads((second_run / "status.json").read_text())
        self.assertEqual((health["display"], health["frames"]), (False, 0))
        self.wait_for(lambda: "another Anteroom" in (second_run / "status.json").read_text(), "the fault of the second")
        for _ in range(3):
            self.wait_for_loop()
        self.assertRegex(log.read_text(), rf"^anteroom: another Anteroom \(process {first.pid}\) fills monitor 0[^\n]*\n$")
        self.assertEqual(self.said(), "")
        self.still_runs(first)
        self.lit = False
        first.kill()
        first.wait()
        self.wait_for_loop()
        self.assertIn("is there\n", log.read_text())
        self.assertIsNone(second.poll())

    def test_two_whose_settings_name_the_same_monitor_do_not_fight_over_it(self):
        first = self.launch()
        self.wait_for_loop()
        wall = self.folder / "wall.toml"
        wall.write_text(SETTINGS.replace('role = "kiosk"', 'role = "wall"'))
        log = self.folder / "second"
        with log.open("w") as file:
            second = subprocess.Popen([*self.command()[:-1], wall], env=self.env, stderr=file)
        self.addCleanup(lambda: (second.kill(), second.wait()))
        self.wait_for(log.read_text, "a word of the second")
        self.wait_for_loop()
        second.terminate()
        self.assertEqual(second.wait(20), 0)
        self.wait_for_loop()
        self.still_runs(first)


@unittest.skipUnless(PRELOADED.exists(), "the library that injects faults was not built")
class Clock(Faults):
    def test_a_clock_that_goes_backwards_stops_nothing_and_is_said_once(self):
        wrong_by = self.folder / "wrong-by"
        wrong_by.write_text("0")
        program = self.launch(env=self.env | {"LD_PRELOAD": str(PRELOADED), "FAULT_CLOCK": str(wrong_by)})
        self.wait_for_loop()
        self.assertTrue(self.health()["clock_trusted"])
        wrong_by.write_text("-3600")
        for _ in range(3):
            self.wait_for_loop()
        self.assertEqual(self.said(), "")
        self.assertTrue(self.health()["clock_trusted"])
        years = 30 * 365 * 86400
        wrong_by.write_text(str(-years))
        self.wait_for(lambda: not self.health()["clock_trusted"], "the wrong clock in status.json")
        self.wait_for_loop()
        self.wait_for(self.said, "a word of the clock")
        self.assertEqual(len(self.said().splitlines()), 1, self.said())
        wrong_by.write_text("0")
        self.wait_for(lambda: self.health()["clock_trusted"], "the right clock in status.json")
        self.wait_for_loop()
        self.still_runs(program)


class Speech(Faults):
    def test_a_speech_service_that_hangs_holds_up_nothing_and_is_named_until_it_answers(self):
        (self.folder / "kiosk.toml").write_text(SETTINGS + "[idle]\ntimeout_s = 10\nlongest_s = 10\nwarning_s = 20\n")
        with SpeechService() as service:
            program = self.launch(env=self.env | service.env)
            self.wait_for_loop()
            service.freeze()
            subprocess.run(["xdotool", "key", "Right"], env=self.display.env, check=True)  # an offer that is spoken
            self.wait_until_named("the speech service does not answer")
            self.wait_for_loop()
            if service.process.poll() is None:
                service.thaw()
            self.wait_until_mended()
            self.wait_until_said("the speech service answers again")
            self.wait_for_loop()
            self.still_runs(program)


class Table(unittest.TestCase):
    def test_each_fault_of_the_table_has_its_test(self):
        text = (ROOT / "docs/faults.md").read_text()
        rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith(("| fault", "| ---"))]
        self.assertGreater(len(rows), 25)
        for row in rows:
            tests = re.findall(r"`(\w+\.py) (\w+)\.(test_\w+)`", row.split(" | ")[-1])
            self.assertTrue(tests or row.endswith("the same |"), row)
            for file, of, name in tests:
                code = (ROOT / "tests/program" / file).read_text()
                body = re.search(rf"(?ms)^class {of}\(.*?(?=^class |^if __name__|\Z)", code)
                self.assertTrue(body and f"    def {name}(self)" in body[0], f"{file} {of}.{name}")


if __name__ == "__main__":
    unittest.main()
