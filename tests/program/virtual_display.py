"""A virtual display for one test."""
import os
import pathlib
import random
import struct
import subprocess


class VirtualDisplay:
    """An X server whose screen is kept in a file below `folder`, which must exist. `env` names it to programs."""

    def __init__(self, folder, width, height, depth=24):
        self.folder, self.width, self.height, self.depth = pathlib.Path(folder), width, height, depth
        # A random number: a server that picks its own may take one whose last owner is still ending, and lose its socket to
        # it.
        for _ in range(20):
            self.number = random.randrange(1000, 60000)
            if self._start():
                return
        raise RuntimeError("no virtual display starts")

    def _start(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", f":{self.number}", "-displayfd", str(write), "-screen", "0", f"{self.width}x{self.height}x{self.depth}",
             "-nolisten", "tcp", "-noreset", "-fbdir", self.folder], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:  # up to the end of line: a server that cannot write all of it gives up
            if told.readline().strip() == str(self.number):
                self.env = {**os.environ, "DISPLAY": f":{self.number}"}
                return True
        self.stop()
        return False

    def start_again(self):
        """Starts it under its number, once the one before has ended. Returns whether it runs."""
        return self._start()

    def stop(self):
        self.server.terminate()
        self.server.wait()

    def pixels(self):
        """The whole screen as BGRX bytes, from the frame buffer in the file (XWD format)."""
        data = (self.folder / "Xvfb_screen0").read_bytes()
        header, colours = struct.unpack(">I", data[:4])[0], struct.unpack(">I", data[76:80])[0]
        begin = header + 12 * colours
        return data[begin:begin + self.width * self.height * 4]
