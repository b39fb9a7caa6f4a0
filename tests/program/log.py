"""Messages reach a reader of the log, and a reader that does not read cannot stop the program: log.py LOG_PROBE."""
import fcntl
import os
import signal
import subprocess
import sys
import tempfile
import unittest

PROBE = sys.argv.pop(1)
SLOW_S = 20  # the limit for anything that must not wait for a reader


def probe(*orders, **options):
    return subprocess.run([PROBE, *map(str, orders)], stdout=subprocess.PIPE, text=True, timeout=SLOW_S, **options)


class Log(unittest.TestCase):
    def said(self, *orders):
        done = probe(*orders, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 0)
        return done.stderr.splitlines()

    def test_every_message_is_read(self):
        self.assertEqual(self.said("say", "one", "library", 1, "two", "child", "three", "say", "four\n^\n"),
                         ["one", "library: two", "three", "four", "^"])

    def test_repeated_messages_of_a_library_are_counted(self):
        self.assertEqual(self.said("library", 100, "broken", "say", "more"),
                         ["library: broken", "more", "said 99 more times: library: broken"])

    def test_a_long_message_is_one_message(self):
        line = "x" * 3000 + "\n" + "y" * 900
        self.assertEqual(self.said("say", line, "say", line), line.splitlines() + ["said 1 more time: " + "x" * 3000])

    def test_messages_before_a_crash_are_read(self):
        done = probe("say", "the reason", "abort", stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, -signal.SIGABRT)
        self.assertEqual(done.stderr, "the reason\n")

    def test_messages_before_the_process_ends_itself_are_read(self):
        self.assertEqual(self.said("say", "the reason", "end"), ["the reason"])

    def test_messages_are_appended_to_a_file(self):
        with tempfile.NamedTemporaryFile("w+") as file:
            file.write("before\n")
            file.flush()
            probe("say", "after", stderr=file)
            file.seek(0)
            self.assertEqual(file.read(), "before\nafter\n")

    def test_a_log_without_a_reader_holds_up_nothing(self):
        full = open("/dev/full", "w")
        self.addCleanup(full.close)
        for name, options in (("closed", {"preexec_fn": lambda: os.close(2)}),
                              ("nothing open", {"preexec_fn": lambda: os.closerange(2, 3), "stdin": subprocess.DEVNULL}),
                              ("a full disk", {"stderr": full}),
                              ("a dead reader", {"stderr": self.dead_pipe()})):
            with self.subTest(name):
                done = probe("count", 5000, "library", 100, "broken", **options)
                self.assertEqual(done.returncode, 0)
                self.assertLess(int(done.stdout), 1000 * SLOW_S)

    def dead_pipe(self):
        read, write = os.pipe()
        os.close(read)
        self.addCleanup(os.close, write)
        return write

    def test_a_pipe_that_nobody_reads_holds_up_nothing(self):
        read, write = os.pipe()
        self.addCleanup(os.close, read)
        self.addCleanup(os.close, write)
        fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, 4096)
        done = probe("count", 20000, stderr=write)
        self.assertEqual(done.returncode, 0)
        self.assertTrue(os.read(read, 8192).startswith(b"message b\nmessage c\n"))

    def test_the_log_of_an_hour_is_limited(self):
        lines = self.said("count", 60000, "say", "never read")
        self.assertLess(sum(len(line) + 1 for line in lines), 300_000)
        self.assertEqual(lines[-1], "too much is said; what follows is left out until an hour has passed")


if __name__ == "__main__":
    unittest.main()
