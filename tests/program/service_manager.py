"""A stand-in for systemd with what anteroom@.service asks of it: Type=notify, a watchdog, Restart=always.

    manager = ServiceManager([PROGRAM, "run", "--fullscreen"], env, folder, watchdog_s=5)
    manager.pid, manager.restarts, manager.ends, manager.status
    manager.stop()
"""
import os
import pathlib
import signal
import socket
import subprocess
import threading
import time


class ServiceManager:
    ABORT_S = 2  # between SIGABRT and SIGKILL
    RESTART_S = 0.2

    def __init__(self, command, env, folder, watchdog_s=60, log=None):
        """The socket is in `folder`. What the program says is appended to the file `log`."""
        self.command, self.watchdog_s, self.log = command, watchdog_s, log
        path = pathlib.Path(folder) / "notify"
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(path))
        self.socket.settimeout(0.05)
        self.env = {**env, "NOTIFY_SOCKET": str(path), "WATCHDOG_USEC": str(int(watchdog_s * 1_000_000))}
        self.restarts, self.ends, self.status, self.ready = 0, [], "", False
        self._stop = threading.Event()
        self._start()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def _start(self):
        self.ready = False
        with open(self.log or os.devnull, "a") as log:
            self.process = subprocess.Popen(self.command, env=self.env, stderr=log)

    @property
    def pid(self):
        return self.process.pid

    def _end(self):
        """As a watchdog does: SIGABRT, and SIGKILL for a process that does not heed it."""
        self.process.send_signal(signal.SIGABRT)
        try:
            self.process.wait(self.ABORT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _watch(self):
        fed = None  # since when the watchdog waits; None: not before the program is ready
        while not self._stop.is_set():
            try:
                for line in self.socket.recv(4096).decode().splitlines():
                    if line == "READY=1":
                        self.ready = True
                    if line.startswith("STATUS="):
                        self.status = line.removeprefix("STATUS=")
                    if line in ("READY=1", "WATCHDOG=1"):
                        fed = time.monotonic()
            except TimeoutError:
                pass
            hangs = fed is not None and time.monotonic() > fed + self.watchdog_s
            if hangs:
                self._end()
            if self.process.poll() is not None:
                self.ends.append("watchdog" if hangs else self.process.returncode)
                fed = None
                if not self._stop.wait(self.RESTART_S):
                    self._start()
                    self.restarts += 1

    def stop(self):
        self._stop.set()
        self._thread.join()
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.socket.close()
