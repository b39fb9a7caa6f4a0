"""`anteroom selftest` with the built program, on a small clinic: selftest.py PROGRAM ROOT. Each run takes seconds."""
import hashlib
import json
import os
import pathlib
import pty
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

import small_pack
from picture_samples import svg_of
from virtual_display import VirtualDisplay

PROGRAM, ROOT = pathlib.Path(sys.argv.pop(1)).resolve(), pathlib.Path(sys.argv.pop(1)).resolve()
NO_LANDLOCK = PROGRAM.parent / "tests/no_landlock"
SHORT = ("--minutes", "0.05")
LIMIT_S = 300  # only ends a test that would never end
# What depends on the machine that runs this: whether it has a speech service. A run this short says nothing about memory.
OF_MACHINE = {"voices", "memory"}


def hashes(folder):
    return {str(each.relative_to(folder)): hashlib.sha256(each.read_bytes()).hexdigest()
            for each in sorted(folder.rglob("*")) if each.is_file()}


class Selftest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="anteroom-program-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.clinic, self.home, self.temporary = (self.folder / name for name in ("clinic", "home", "tmp"))
        for each in (self.clinic, self.home, self.temporary):
            each.mkdir()
        self.config = small_pack.write(self.clinic, {"red.svg": svg_of('<rect width="40" height="30" fill="red"/>'),
                                                     "blue.svg": svg_of('<rect width="40" height="30" fill="blue"/>')})
        # Nobody to read aloud to, so that no speech service is needed.
        self.config.write_text(self.config.read_text().replace('role = "kiosk"', 'role = "wall"'))
        self.env = {name: value for name, value in os.environ.items()
                    if name not in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
        self.env.update(HOME=str(self.home), TMPDIR=str(self.temporary), LC_ALL="C.UTF-8")

    def words(self, *more, program=PROGRAM, minutes=SHORT):
        return [program, "selftest", "--config", self.config, *minutes, *more]

    def run_it(self, *more, program=PROGRAM):
        return subprocess.run(self.words(*more, program=program), env=self.env, capture_output=True, text=True, cwd=self.folder,
                              timeout=LIMIT_S, check=False)

    def results(self, done):
        return {check["id"]: check["result"] for check in json.loads(done.stdout)["checks"]}

    def kiosk(self):
        self.config.write_text(self.config.read_text().replace('role = "wall"', 'role = "kiosk"'))

    def test_a_short_run_passes_and_leaves_the_clinic_as_it_was(self):
        before = hashes(self.clinic)
        out = self.folder / "certificate.txt"
        pdf = self.folder / "certificate.pdf"
        done = self.run_it("--seed", "7", "--json", "--out", out, "--out", pdf)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        results = self.results(done)
        self.assertEqual({name: result for name, result in results.items() if name not in OF_MACHINE | {"touches"}},
                         dict.fromkeys(("clock", "screen", "fonts", "jail", "summer-time", "midnight", "leap-day", "loops",
                                        "damage", "full-disk", "kills"), "pass"))
        self.assertEqual(hashes(self.clinic), before)
        self.assertEqual(list(self.home.rglob("*")), [])
        self.assertEqual(list(self.temporary.iterdir()), [])
        text = out.read_text()
        self.assertIn("PASSED: 11 checks passed, 3 were not run.", text)
        self.assertIn("selftest --config", text)
        self.assertIn("--seed 7", text)
        self.assertIn(hashlib.sha256(PROGRAM.read_bytes()).hexdigest(), text)
        self.assertNotIn("\r", done.stderr)
        self.assertIn("pass     A full disk\n", done.stderr)
        self.check_pdf(pdf, hashlib.sha256(out.read_bytes()).hexdigest())
        self.assertEqual(json.loads(done.stdout)["text_sha256"], hashlib.sha256(out.read_bytes()).hexdigest())

    def check_pdf(self, pdf, sha256):
        info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
        self.assertRegex(info, r"Title: +Anteroom self-test certificate\n")
        self.assertRegex(info, r"Page size: +595.276 x 841.89 pts \(A4\)")
        pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
        pages = pages.rstrip("\f\n").split("\f")
        self.assertGreater(len(pages), 1)
        for number, page in enumerate(pages, 1):
            self.assertIn(f"SHA-256 of this certificate as text: {sha256}", page)
            self.assertIn(f"Page {number} of {len(pages)}", page)
        for part in ("PASSED: 11 checks passed", "Signature", "anteroom-decode", "libc6"):
            self.assertIn(part, "".join(pages))

    def test_a_kiosk_is_touched_and_its_screen_killed_in_its_window(self):
        self.kiosk()
        display = VirtualDisplay(self.folder, 800, 600)
        self.addCleanup(display.stop)
        self.env["DISPLAY"] = display.env["DISPLAY"]
        done = self.run_it("--json")
        results = self.results(done)
        self.assertEqual((results["touches"], results["kills"]), ("pass", "pass"), done.stdout)
        kills = next(check for check in json.loads(done.stdout)["checks"] if check["id"] == "kills")
        self.assertIn("a screen, in a window on this display, was killed", kills["done"])
        self.assertEqual(kills["figures"]["afterwards, without the cards' folder"], "started with the cards that it had kept")
        self.assertEqual(done.returncode, 1 if "fail" in results.values() else 0)

    def test_a_system_without_landlock_and_a_screen_of_unknown_size_fail_and_it_is_said_why(self):
        place = self.folder / "program"
        place.mkdir()
        for name in ("anteroom", "anteroom-pdf"):
            shutil.copy2(PROGRAM.parent / name, place)
        shutil.copy2(PROGRAM.parent / "anteroom-decode", place / "anteroom-decode.real")
        shutil.copy2(NO_LANDLOCK, place / "anteroom-decode")
        for name in ("assets", "config"):
            (place / name).symlink_to(ROOT / name)
        self.config.write_text(self.config.read_text().replace("width_mm = 476\nheight_mm = 268\n", ""))
        done = self.run_it("--out", self.folder / "missing/certificate.txt", "--json", program=place / "anteroom")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("FAIL     Pictures are read in a jail", done.stderr)
        self.assertIn("this system has no Landlock", done.stderr)
        self.assertEqual({name: self.results(done)[name] for name in ("jail", "screen", "clock")},
                         {"jail": "fail", "screen": "fail", "clock": "pass"})
        self.assertIn("certificate.txt cannot be written", done.stderr)

    def test_ctrl_c_ends_it_and_the_certificate_says_so(self):
        program = subprocess.Popen(self.words(minutes=("--minutes", "60")), env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   text=True, cwd=self.folder)
        self.addCleanup(lambda: (program.kill(), program.wait()))
        self.assertIn("Clock", program.stderr.readline())
        program.send_signal(signal.SIGINT)
        out, _ = program.communicate(timeout=LIMIT_S)
        self.assertEqual(program.returncode, 1)
        self.assertIn("NOT FINISHED: ", out)
        self.assertIn("it was stopped by Ctrl-C", out)
        self.assertIn("Not run: the test was stopped before.", out)
        self.assertEqual(list(self.temporary.iterdir()), [])
        program.stderr.close()
        program.stdout.close()

    def test_a_bar_is_drawn_on_a_terminal(self):
        ours, theirs = pty.openpty()
        program = subprocess.Popen(self.words(), env=self.env, stdout=subprocess.DEVNULL, stderr=theirs, cwd=self.folder)
        self.addCleanup(lambda: (program.kill(), program.wait()))
        os.close(theirs)
        seen = b""
        try:
            while block := os.read(ours, 4096):
                seen += block
        except OSError:  # the other end is closed
            pass
        os.close(ours)
        program.wait(timeout=LIMIT_S)
        self.assertRegex(seen.decode(), r"\r\x1b\[K\[#*\.*\] \d+ %  Damaged files")
        self.assertIn("pass     Damaged files", seen.decode())

    def test_a_file_of_another_kind_is_refused_before_anything_is_run(self):
        done = self.run_it("--out", "certificate.doc")
        self.assertEqual(done.returncode, 2)
        self.assertIn("does not end with .txt, .pdf or .json", done.stderr)
        self.assertNotIn("pass", done.stderr)


if __name__ == "__main__":
    unittest.main()
