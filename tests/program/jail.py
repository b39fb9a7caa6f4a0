"""What the running processes cannot do, tried in them as code that has taken them over would: jail.py PROGRAM ROOT."""
import errno
import os
import pathlib
import sys
import unittest

import small_pack
from injected_call import Injected, may_inject
from watched_kiosk import GREEN, HEIGHT, RED, WIDTH, WatchedKiosk

PROGRAM = os.path.abspath(sys.argv.pop(1))
sys.argv.pop(1)

AT_FDCWD = -100
O_RDONLY, O_WRONLY_CREATE = 0, 0o101
UNIX, INET, NETLINK, INET6, PACKET, VSOCK, STREAM = 1, 2, 16, 10, 17, 40, 1
READ_WRITE, PRIVATE_ANONYMOUS = 3, 0x22
SIGCHLD, SIGKILL = 17, 9
ENDLESS = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><filter id="f">'
           + '<feTurbulence baseFrequency="0.7" numOctaves="9"/>' * 100 + "</filter>"
           + '<rect width="40" height="30" filter="url(#f)"/>' * 1000 + "</svg>")


@unittest.skipIf(may_inject(), may_inject())
class Jail(WatchedKiosk):
    program = PROGRAM

    def refused(self, process, name, *arguments, by=(errno.EPERM,)):
        result = process.call(name, *arguments)
        self.assertIn(-result, by, f"{name}{arguments} returned {result}")

    def decoder_of(self, kiosk):
        """A process that draws for it, once it is in its jail; None: there is none yet."""
        for entry in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                status = dict(line.split(":\t", 1) for line in (entry / "status").read_text().splitlines() if ":\t" in line)
            except OSError:
                continue  # has ended meanwhile
            if status["Name"] == "anteroom-decode" and status["PPid"] == str(kiosk.pid) and status["Seccomp"] == "2" and \
                    int(status["Seccomp_filters"]) > 1:
                return int(entry.name)
        return None

    def test_the_worker_that_draws_pictures_can_open_nothing_start_nothing_and_take_no_more_memory(self):
        (self.pack / "pictures" / "b.svg").write_text(ENDLESS)
        (self.folder / "kiosk.toml").write_text(small_pack.settings(WIDTH, HEIGHT, time_limit_s=60))
        kiosk = self.start()
        self.wait_for(self.sees(RED), "the first card")
        self.wait_for(lambda: self.decoder_of(kiosk), "a worker")
        with Injected(self.decoder_of(kiosk)) as worker:
            for file in (b"/etc/passwd", b"/proc/self/mem", str(self.pack / "pack.toml").encode(), b"."):
                self.refused(worker, "openat", AT_FDCWD, file, O_RDONLY)
                self.refused(worker, "open", file, O_RDONLY)
            self.refused(worker, "openat", AT_FDCWD, str(self.folder / "new").encode(), O_WRONLY_CREATE, 0o600)
            self.refused(worker, "mkdir", str(self.folder / "new").encode(), 0o700)
            self.refused(worker, "unlink", str(self.pack / "pack.toml").encode())
            for family in (UNIX, INET, INET6, NETLINK, PACKET):
                self.refused(worker, "socket", family, STREAM, 0, by=(errno.EPERM, errno.EAFNOSUPPORT))
            self.refused(worker, "fork")
            self.refused(worker, "vfork")
            self.refused(worker, "clone", SIGCHLD, 0, 0, 0, 0)
            self.refused(worker, "execve", b"/bin/true", 0, 0)
            self.refused(worker, "kill", kiosk.pid, SIGKILL)
            self.refused(worker, "ptrace", 16, kiosk.pid, 0, 0)
            self.refused(worker, "memfd_create", b"x", 0)
            self.refused(worker, "io_uring_setup", 8, 0, by=(errno.EPERM, errno.ENOSYS))
            self.refused(worker, "mmap", 0, 800 << 20, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0, by=(errno.ENOMEM,))
            some = worker.call("mmap", 0, 1 << 20, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0)
            self.assertGreater(some, 0, "a little more memory it may have: the limit refuses, and nothing else")
            self.assertEqual(worker.call("munmap", some, 1 << 20), 0)
        self.assertTrue((self.pack / "pack.toml").exists())
        self.assertFalse((self.folder / "new").exists())
        self.wait_for(self.sees(RED), "the loop")
        self.assertIsNone(kiosk.poll())

    def test_the_kiosk_can_open_no_socket_but_a_local_one(self):
        kiosk = self.start()
        self.wait_for(self.sees(RED), "the first card")
        self.wait_for(self.sees(GREEN), "the second card")
        with Injected(kiosk.pid) as process:
            for family in (0, INET, INET6, PACKET, VSOCK):
                self.refused(process, "socket", family, STREAM, 0, by=(errno.EAFNOSUPPORT,))
            self.refused(process, "io_uring_setup", 8, 0, by=(errno.ENOSYS,))
            local = process.call("socket", UNIX, STREAM, 0)
            self.assertGreaterEqual(local, 0)
            self.assertEqual(process.call("close", local), 0)
        self.wait_for(self.sees(RED), "the loop")
        self.assertIsNone(kiosk.poll())

    def test_no_thread_of_the_kiosk_can(self):
        kiosk = self.start()
        self.wait_for(self.sees(GREEN), "the second card")
        threads = list(pathlib.Path(f"/proc/{kiosk.pid}/task").iterdir())
        self.assertGreater(len(threads), 1)
        for thread in threads:
            self.assertIn("Seccomp:\t2\n", (thread / "status").read_text(), thread)
            self.assertIn("NoNewPrivs:\t1\n", (thread / "status").read_text(), thread)


if __name__ == "__main__":
    unittest.main()
