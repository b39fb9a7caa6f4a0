"""What ends the kiosk and what does not: signals.py PROGRAM ROOT."""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from virtual_display import VirtualDisplay

PROGRAM, ROOT = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
WIDTH, HEIGHT = 640, 360
# Every signal whose default is to end the process, except those that report a fault of the process itself, and SIGQUIT.
MEANINGLESS = [signal.SIGHUP, signal.SIGPIPE, signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGUSR1, signal.SIGUSR2,
               signal.SIGIO, signal.SIGSTKFLT, signal.SIGPWR, signal.SIGRTMIN, signal.SIGRTMAX]


class Signals(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.display = VirtualDisplay(folder.name, WIDTH, HEIGHT)
        self.addCleanup(self.display.stop)

    def start(self, *words, **options):
        program = subprocess.Popen([PROGRAM, "run", "--fullscreen", *words], cwd=ROOT, env=self.display.env, **options)
        self.addCleanup(lambda: (program.kill(), program.wait()))
        return program

    def until(self, condition, what, seconds=60):
        """The limit only ends a test that would never end."""
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, what)
            time.sleep(0.001)

    def colours(self):
        pixels = self.display.pixels()
        return {pixels[i:i + 3] for i in range(0, len(pixels), 4)}

    def until_it_shows_a_card(self):
        self.until(lambda: len(self.colours()) > 50, "a card")

    def blocked(self, program):
        """The signals that the first thread blocks."""
        status = pathlib.Path(f"/proc/{program.pid}/status").read_text()
        return int(re.search(r"^SigBlk:\s*([0-9a-f]+)", status, re.M)[1], 16)

    def until_main_runs(self, program):
        self.until(lambda: self.blocked(program) >> (signal.SIGTERM - 1) & 1, "SIGTERM is held back")

    def ends(self, program, status=0):
        """Ends far sooner than a service manager's time limit."""
        self.assertEqual(program.wait(timeout=10), status)

    def test_sigterm_and_sigint_end_it_at_any_moment(self):
        for wish in (signal.SIGTERM, signal.SIGINT):
            for after_s in (0, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64):
                program = self.start()
                self.until_main_runs(program)
                time.sleep(after_s)
                program.send_signal(wish)
                self.ends(program)

    def test_sigterm_that_comes_before_the_program_is_loaded_ends_it_too(self):
        program = self.start()
        program.send_signal(signal.SIGTERM)
        self.assertIn(program.wait(timeout=10), (0, -signal.SIGTERM))

    def test_a_second_sigterm_changes_nothing(self):
        program = self.start()
        self.until_it_shows_a_card()
        for _ in range(100):
            program.send_signal(signal.SIGTERM)
        self.ends(program)

    def test_sigterm_ends_it_while_the_display_server_hangs(self):
        starting = self.start()
        self.until_main_runs(starting)
        self.display.server.send_signal(signal.SIGSTOP)
        self.addCleanup(self.display.server.send_signal, signal.SIGCONT)
        waiting = self.start()
        self.until_main_runs(waiting)
        for program in (starting, waiting):
            program.send_signal(signal.SIGTERM)
            self.ends(program)

    def test_sigterm_ends_it_while_the_display_server_hangs_in_mid_loop(self):
        program = self.start()
        self.until_it_shows_a_card()
        self.display.server.send_signal(signal.SIGSTOP)
        self.addCleanup(self.display.server.send_signal, signal.SIGCONT)
        program.send_signal(signal.SIGTERM)
        self.ends(program)

    def test_no_other_signal_ends_it(self):
        program = self.start()
        self.until_main_runs(program)
        for number in MEANINGLESS:
            program.send_signal(number)
        self.until_it_shows_a_card()
        for number in MEANINGLESS:
            program.send_signal(number)
        self.assertRaises(subprocess.TimeoutExpired, program.wait, 0.5)
        program.send_signal(signal.SIGTERM)
        self.ends(program)

    def test_a_command_that_only_prints_ends_as_usual(self):
        command = subprocess.Popen([PROGRAM, "soak", "--days", "10000"], cwd=ROOT)
        self.addCleanup(lambda: (command.kill(), command.wait()))
        stat = pathlib.Path(f"/proc/{command.pid}/stat")
        self.until(lambda: int(stat.read_text().rpartition(")")[2].split()[11]) >= 50, "it has computed for half a second")
        command.send_signal(signal.SIGTERM)
        self.ends(command, -signal.SIGTERM)

    def test_a_command_that_cannot_print_all_says_so(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, "check", "--format", "json", "--config", self.faulty_settings(1)], cwd=ROOT,
                                  stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn("anteroom: error: not all could be written to standard output\n", done.stderr)

    def faulty_settings(self, faults):
        """Settings whose faults `run` reports, one by one, before it shows a card."""
        file = self.folder / "faulty.toml"
        text = f'content = "{ROOT}/content/neuromodulators"\nlanguages = ["en"]\n'
        file.write_text(text + "".join(f"wrong_{i} = {i}  # {'x' * 80}\n" for i in range(faults)))
        return file

    def test_a_reader_of_its_log_cannot_stop_it(self):
        settings = self.faulty_settings(2000)
        dead, write_to_dead = os.pipe()
        os.close(dead)
        full, write_to_full = os.pipe()
        for end in (write_to_dead, full, write_to_full):
            self.addCleanup(os.close, end)
        with open("/dev/full", "w") as no_room:
            for name, options in (("closed", {"preexec_fn": lambda: os.closerange(0, 3)}),
                                  ("no room on the disk", {"stderr": no_room}),
                                  ("a dead reader", {"stderr": write_to_dead}),
                                  ("a reader who does not read", {"stderr": write_to_full})):
                with self.subTest(name):
                    program = self.start("--config", settings, **options)
                    self.until_it_shows_a_card()
                    self.assertIsNone(program.poll())
                    program.send_signal(signal.SIGTERM)
                    self.ends(program)


if __name__ == "__main__":
    unittest.main()
