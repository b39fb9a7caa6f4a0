"""The installed program finds its own files, keeps what a clinic edited, and is a service that systemd can watch:
installed.py PROGRAM ROOT"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

from virtual_display import VirtualDisplay

PROGRAM, ROOT = os.path.abspath(sys.argv.pop(1)), pathlib.Path(sys.argv.pop(1)).resolve()
BUILD = pathlib.Path(PROGRAM).parent
# As a service or a member of staff has it: no display, no working folder with a config/.
PLAIN = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": "/nonexistent",
         **{name: os.environ[name] for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}}
SLOW_S = 60  # the limit for anything that should take seconds


class Installation:
    """The program in <folder>/usr, as the package installs it."""

    def __init__(self, folder):
        self.root = pathlib.Path(folder)
        subprocess.run(["cmake", "--install", BUILD, "--prefix", self.root / "usr"], check=True, capture_output=True)
        self.program = self.root / "usr/bin/anteroom"
        self.settings = self.root / "etc/anteroom"
        self.content = self.root / "var/lib/anteroom/content/neuromodulators"

    def anteroom(self, *words):
        return subprocess.run([self.program, *map(str, words)], cwd="/", env=PLAIN, capture_output=True, text=True,
                              timeout=SLOW_S)

    def defaults(self, what):
        script = self.root / "usr/libexec/anteroom/anteroom-defaults"
        done = subprocess.run([script, what], env={**PLAIN, "ANTEROOM_ROOT": str(self.root)}, capture_output=True,
                              text=True, timeout=SLOW_S)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def edited_files(self):
        """The files outside of usr/, relative to the root."""
        return sorted(str(each.relative_to(self.root)) for top in ("etc", "var") for each in (self.root / top).rglob("*")
                      if each.is_file())


class Installed(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="anteroom-installed-")
        self.addCleanup(folder.cleanup)
        self.it = Installation(folder.name)

    def test_the_program_finds_its_own_files_from_any_folder(self):
        done = self.it.anteroom("check")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("11 valid cards, 0 errors", done.stdout)
        out = self.it.root / "out"
        done = self.it.anteroom("render", "--card", "paper", "--lang", "en", "--out", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((out / "paper.en.front.png").stat().st_size > 10_000)

    def test_a_screen_is_set_up_where_the_settings_are_installed(self):
        self.it.defaults("update")
        done = subprocess.run([self.it.root / "usr/bin/anteroom-setup", "--yes", "--role", "wall", "--distance", "4.5 m"],
                              cwd="/", env={**PLAIN, "PATH": f"{self.it.root}/usr/bin:{PLAIN['PATH']}"},
                              capture_output=True, text=True, timeout=3 * SLOW_S)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex((self.it.settings / "wall.toml").read_text(), r"(?m)^viewing_distance_mm = 4500 ")
        self.assertIn("Next: systemctl enable --now anteroom@wall\n", done.stdout)

    def test_the_clinics_settings_and_cards_are_used(self):
        self.it.defaults("update")
        card = self.it.content / "cards/paper.toml"
        card.write_text(card.read_text().replace("title ", "titel ", 1))
        done = self.it.anteroom("check")
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{card}:", done.stderr)
        self.assertIn("unknown key `titel`", done.stderr)

    def test_an_upgrade_keeps_what_was_edited_and_renews_the_rest(self):
        self.it.defaults("update")
        edited, untouched = self.it.settings / "clinic.toml", self.it.content / "cards/frozen.toml"
        deleted, new = self.it.content / "cards/paper.toml", self.it.root / "usr/share/anteroom/content/neuromodulators/cards"
        edited.write_text(edited.read_text().replace("Lakeside Clinic", "Hill Clinic"))
        own = self.it.content / "cards/flu.toml"
        own.write_text("claims = []\n")
        deleted.unlink()
        (new / "frozen.toml").write_text("# of the next version\n" + (new / "frozen.toml").read_text())
        (new / "where.toml").unlink()
        shipped_clinic = self.it.root / "usr/share/anteroom/config/clinic.toml"
        shipped_clinic.write_text("# of the next version\n" + shipped_clinic.read_text())
        said = self.it.defaults("update")
        self.assertEqual(said, f"anteroom: kept your {edited}\n")
        self.assertIn("Hill Clinic", edited.read_text())
        self.assertTrue(untouched.read_text().startswith("# of the next version\n"))
        self.assertTrue(own.exists())
        self.assertFalse(deleted.exists(), "a card that the clinic deleted comes back")
        self.assertFalse((self.it.content / "cards/where.toml").exists(), "a card that is no longer shipped stays")
        self.assertEqual([name for name in self.it.edited_files() if "anteroom-new" in name], [])

    def test_a_removal_leaves_only_what_was_edited(self):
        self.it.defaults("update")
        self.it.defaults("remove")
        self.assertEqual(self.it.edited_files(), [])
        self.it.defaults("update")
        edited = self.it.settings / "kiosk.toml"
        edited.write_text(edited.read_text() + "# ours\n")
        (self.it.settings / "notice.toml").write_text("[title]\nen = \"Closed today\"\n")
        self.it.defaults("remove")
        self.assertEqual(self.it.edited_files(), ["etc/anteroom/kiosk.toml", "etc/anteroom/notice.toml"])


class Service(unittest.TestCase):
    """A stand-in for systemd: the socket of sd_notify(3)."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="anteroom-service-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.display = VirtualDisplay(folder.name, 800, 600)
        self.addCleanup(self.display.stop)
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(self.socket.close)
        self.socket.bind(str(self.folder / "notify"))
        self.socket.settimeout(SLOW_S)

    def start(self, watchdog_s):
        env = {**self.display.env, "NOTIFY_SOCKET": str(self.folder / "notify"), "STATE_DIRECTORY": str(self.folder),
               "WATCHDOG_USEC": str(int(watchdog_s * 1_000_000)), "RUNTIME_DIRECTORY": str(self.folder)}
        kiosk = subprocess.Popen([PROGRAM, "run", "--fullscreen"], cwd=ROOT, env=env, stderr=subprocess.DEVNULL)
        self.addCleanup(lambda: (kiosk.kill(), kiosk.wait()))
        return kiosk

    def told(self):
        return self.socket.recv(4096).decode()

    def test_it_is_ready_once_it_shows_cards_and_feeds_the_watchdog_until_it_ends(self):
        kiosk = self.start(watchdog_s=2)
        self.assertEqual(self.told(), "READY=1\nSTATUS=showing the cards")
        self.socket.settimeout(2)  # the watchdog's time
        self.assertEqual([self.told() for _ in range(4)], ["WATCHDOG=1"] * 4)
        kiosk.send_signal(signal.SIGTERM)
        last = self.told()
        while last == "WATCHDOG=1":
            last = self.told()
        self.assertEqual(last, "STOPPING=1")
        self.assertEqual(kiosk.wait(SLOW_S), 0)

    def test_its_files_tell_how_it_is_as_soon_as_it_is_ready(self):
        self.start(watchdog_s=2)
        self.assertIn("READY=1", self.told())
        health = json.loads((self.folder / "status.json").read_text())
        self.assertEqual((health["screen"], health["display"], health["clock_trusted"], health["restarts"]),
                         ("kiosk", True, True, 0))
        # None while the greetings are shown.
        self.assertIn(health["card"], [""] + [each.stem for each in (ROOT / "content/neuromodulators/cards").iterdir()])
        self.assertGreater(health["rss_bytes"], health["cache_bytes"])
        self.assertGreater(health["cache_bytes"], 0)
        self.assertIn('anteroom_display_present{screen="kiosk"} 1\n', (self.folder / "anteroom.prom").read_text())

    def test_the_sandbox_of_a_running_screen_is_attested_as_the_kernel_reports_it(self):
        kiosk = self.start(watchdog_s=2)
        self.assertIn("READY=1", self.told())
        lines = pathlib.Path(f"/proc/{kiosk.pid}/status").read_text().splitlines()
        status = dict(line.split(":\t", 1) for line in lines)
        done = subprocess.run([PROGRAM, "attest", "--json", "--pid", str(kiosk.pid)], cwd=ROOT, env=PLAIN,
                              capture_output=True, text=True, timeout=SLOW_S)
        self.assertEqual(done.returncode, 0, done.stderr)
        bom = json.loads(done.stdout)
        said = {each["name"]: each["value"] for each in bom["metadata"]["properties"]}
        self.assertEqual(said["anteroom:sandbox:no-new-privileges"], "yes" if status["NoNewPrivs"] == "1" else "no")
        self.assertEqual(said["anteroom:sandbox:user"], status["Uid"].split()[1])
        self.assertEqual(bom["metadata"]["component"]["hashes"][0]["content"],
                         hashlib.sha256(pathlib.Path(PROGRAM).read_bytes()).hexdigest())
        packages = {each["name"]: each["version"] for each in bom["components"] if "purl" in each}
        version = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "libsdl2-2.0-0"], capture_output=True, text=True)
        self.assertEqual(packages["libsdl2-2.0-0"], version.stdout)
        self.assertIn("librsvg2-2", packages)  # of the decoder alone

    def test_a_kiosk_that_hangs_does_not_feed_the_watchdog(self):
        kiosk = self.start(watchdog_s=2)
        while self.told() != "WATCHDOG=1":
            pass
        kiosk.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, kiosk.pid, os.WSTOPPED | os.WNOWAIT)
        self.socket.settimeout(0)
        while True:  # what was said before
            try:
                self.told()
            except BlockingIOError:
                break
        self.socket.settimeout(2)
        with self.assertRaises(TimeoutError):
            self.told()


class Scripts(unittest.TestCase):
    def test_the_shell_reads_them(self):
        for script in [*(ROOT / "packaging/libexec").iterdir(), *(ROOT / "packaging/debian").glob("p*")]:
            done = subprocess.run(["sh", "-n", script], capture_output=True, text=True)
            self.assertEqual(done.stderr, "", script)
        done = subprocess.run(["bash", "-n", ROOT / "packaging/completion.bash"], capture_output=True, text=True)
        self.assertEqual(done.stderr, "")


@unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is not installed")
class Units(unittest.TestCase):
    def test_systemd_reads_the_units_without_a_complaint(self):
        with tempfile.TemporaryDirectory(prefix="anteroom-units-") as folder:
            for unit in (ROOT / "packaging/systemd").iterdir():  # services and a target
                text = re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", unit.read_text())  # not installed here
                (pathlib.Path(folder) / unit.name).write_text(re.sub(r"(?m)^Documentation=.*\n", "", text))
            done = subprocess.run(["systemd-analyze", "verify", f"{folder}/anteroom@kiosk.service",
                                   f"{folder}/anteroom-setup.target"], text=True,
                                  capture_output=True, env={**PLAIN, "SYSTEMD_UNIT_PATH": f"{folder}:"})
            complaints = [line for line in done.stderr.splitlines() if "anteroom" in line]
            self.assertEqual(complaints, [])

    def test_the_screens_are_locked_down(self):
        done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--threshold=15", "--no-pager",
                               ROOT / "packaging/systemd/anteroom@.service"], text=True, capture_output=True, env=PLAIN)
        self.assertEqual(done.returncode, 0, done.stdout[-600:] + done.stderr)


if __name__ == "__main__":
    unittest.main()
