"""A desktop for one test, with up to 16 monitors that come, go, and change their sizes: an X server with the dummy driver.

    desktop = Desktop(folder)                      # DUMMY0 is on, 1280x720
    desktop.set("DUMMY1", 1280, 720, right_of="DUMMY0")
    desktop.off("DUMMY0")
    desktop.window(pid)                            # Window(x=1280, y=0, width=1280, height=720), or None if not visible
    desktop.pixels(0, 0, 1280, 720)

Desktop(folder, touchscreens=["left"]) has touchscreens, too: desktop.touch("left", 0.5, 0.5) touches the middle of a panel.
"""
import ctypes
import os
import pathlib
import random
import re
import socket
import struct
import subprocess
from typing import NamedTuple

CONFIG = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 1-1000
  VertRefresh 1-1000
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3840 2160
  EndSubSection
EndSection
"""
TOUCHSCREEN = """
Section "InputDevice"
  Identifier "{name}"
  Driver "inputtest"
  Option "SocketPath" "{socket}"
  Option "DeviceType" "Touch"
EndSection
"""
LAYOUT = """
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  {devices}
EndSection
"""


class Window(NamedTuple):
    x: int
    y: int
    width: int
    height: int


class Desktop:
    def __init__(self, folder, touchscreens=()):
        self.folder = pathlib.Path(folder)
        self.panels = {name: Panel(self.folder / f"touch-{i}") for i, name in enumerate(touchscreens)}
        config = CONFIG + "".join(TOUCHSCREEN.format(name=name, socket=panel.path) for name, panel in self.panels.items())
        if touchscreens:
            config += LAYOUT.format(devices="\n  ".join(f'InputDevice "{name}"' for name in touchscreens))
        (self.folder / "xorg.conf").write_text(config)
        for _ in range(20):  # as in virtual_display.py
            self.number = random.randrange(1000, 60000)
            if self._start():
                break
        else:
            raise RuntimeError("no desktop starts:\n" + (self.folder / "xorg.out").read_text())
        self.modes = set()
        self.x11 = X11(f":{self.number}")
        self.set("DUMMY0", 1280, 720)

    def _start(self):
        read, write = os.pipe()
        with open(self.folder / "xorg.out", "w") as out:
            self.server = subprocess.Popen(
                ["/usr/lib/xorg/Xorg", f":{self.number}", "-displayfd", str(write), "-config", self.folder / "xorg.conf",
                 "-novtswitch", "-sharevts", "-nolisten", "tcp", "-noreset", "-logfile", self.folder / "xorg.log"],
                pass_fds=[write], stdout=out, stderr=subprocess.STDOUT)
        os.close(write)
        with os.fdopen(read) as told:
            if told.readline().strip() == str(self.number):
                self.env = {**os.environ, "DISPLAY": f":{self.number}"}
                self.env.pop("WAYLAND_DISPLAY", None)
                return True
        self.server.kill()
        self.server.wait()
        return False

    def touch(self, name, x, y):
        """A finger goes down on the touchscreen and up again; in shares of its sides."""
        self.panels[name].touch(x, y)

    def stop(self, crash=False):
        """`crash`: the server is killed without warning its clients."""
        for panel in self.panels.values():
            panel.close()
        if self.server.poll() is None:
            self.x11.close()  # Xlib ends the whole test when its server ends
            self.server.kill() if crash else self.server.terminate()
            self.server.wait()

    def xrandr(self, *words):
        subprocess.run(["xrandr", *map(str, words)], env=self.env, check=True, capture_output=True)

    def set(self, output, width, height, right_of=None):
        mode = f"{width}x{height}-of-a-test"
        if mode not in self.modes:
            self.xrandr("--newmode", mode, 60, width, width + 1, width + 2, width + 80, height, height + 1, height + 2,
                        height + 20)
            self.modes.add(mode)
        if (mode, output) not in self.modes:
            self.xrandr("--addmode", output, mode)
            self.modes.add((mode, output))
        self.xrandr("--output", output, "--mode", mode, *(["--right-of", right_of] if right_of else ["--pos", "0x0"]))

    def off(self, *outputs):
        self.xrandr(*[word for output in outputs for word in ("--output", output, "--off")])

    def unplug(self, output):
        """The dummy driver treats a monitor without modes as unplugged."""
        self.off(output)
        for mode, of in [pair for pair in self.modes if isinstance(pair, tuple) and pair[1] == output]:
            self.xrandr("--delmode", output, mode)
            self.modes.discard((mode, of))

    def name(self, output, name):
        """Gives the monitor an EDID with that name and nothing else."""
        edid = bytearray(128)
        edid[1:7] = b"\xff" * 6
        edid[90:108] = b"\0\0\0\xfc\0" + name.encode()[:13].ljust(13)
        edid[127] = -sum(edid) % 256
        told = subprocess.run(["xrandr", "--verbose"], env=self.env, check=True, capture_output=True, text=True).stdout
        number = re.search(rf"^{output} .*?Identifier: (0x[0-9a-f]+)", told, re.M | re.S)[1]
        self.x11.change_output(int(number, 16), b"EDID", bytes(edid))

    def window(self, pid):
        """The window of process `pid`; None while it has none, or it is hidden."""
        return self.x11.window(pid)

    def pixels(self, x, y, width, height):
        """Three bytes each, as BGRX."""
        return self.x11.pixels(x, y, width, height)

    def colours(self, window):
        pixels = self.pixels(*window)
        return {pixels[i:i + 3] for i in range(0, len(pixels), 4)}


class Panel:
    """A touchscreen of the X server's driver "inputtest": its protocol, version 1.1, over a socket."""
    CLIENT_VERSION, WAIT_FOR_SYNC, TOUCH = 0, 1, 6
    BEGIN, END = 18, 20  # as X counts them
    VALUATORS, LARGEST = 64, 0xffff

    def __init__(self, path):
        self.path, self.socket, self.touches = path, None, 0

    def _send(self, kind, body=b""):
        self.socket.sendall(struct.pack("<II", 8 + len(body), kind) + body)

    def _answer(self):
        length = struct.unpack("<I", self.socket.recv(4, socket.MSG_WAITALL))[0]
        self.socket.recv(length - 4, socket.MSG_WAITALL)

    def close(self):
        if self.socket is not None:
            self.socket.close()
        self.socket = None

    def touch(self, x, y):
        if self.socket is None:
            self.socket = socket.socket(socket.AF_UNIX)
            self.socket.connect(str(self.path))
            self._send(self.CLIENT_VERSION, struct.pack("<HH", 1, 0))
            self._answer()
        self.touches += 1
        places = [x * self.LARGEST, y * self.LARGEST] + [0] * (self.VALUATORS - 2)
        for kind in (self.BEGIN, self.END):
            self._send(self.TOUCH, struct.pack("<IIIB7x4x", self.touches, kind, 0, 0b11) +
                       struct.pack(f"<{2 * self.VALUATORS}d", *places, *places))
            self._send(self.WAIT_FOR_SYNC)
            self._answer()


class _Attributes(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
                ("border", ctypes.c_int), ("depth", ctypes.c_int), ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong),
                ("class_", ctypes.c_int), ("gravities", ctypes.c_int * 2), ("store", ctypes.c_int),
                ("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong), ("save", ctypes.c_int),
                ("colormap", ctypes.c_ulong), ("installed", ctypes.c_int), ("map_state", ctypes.c_int),
                ("rest", ctypes.c_ulong * 8)]


class _Image(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.c_void_p), ("orders", ctypes.c_int * 5), ("bytes_per_line", ctypes.c_int)]


class X11:
    """The few X server requests that the tests need, through libX11."""

    def __init__(self, name):
        self.lib = ctypes.CDLL("libX11.so.6")
        for call in ("XOpenDisplay", "XGetImage"):
            getattr(self.lib, call).restype = ctypes.c_void_p
        for call in ("XDefaultRootWindow", "XInternAtom"):
            getattr(self.lib, call).restype = ctypes.c_ulong
        # A window may disappear before it is queried.
        self.handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.lib.XSetErrorHandler(self.handler)
        self.display = ctypes.c_void_p(self.lib.XOpenDisplay(name.encode()))
        self.root = ctypes.c_ulong(self.lib.XDefaultRootWindow(self.display))

    def close(self):
        self.lib.XCloseDisplay(self.display)

    def _below(self, window):
        root, parent, children = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)()
        count = ctypes.c_uint()
        self.lib.XQueryTree(self.display, window, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children),
                            ctypes.byref(count))
        below = [ctypes.c_ulong(children[i]) for i in range(count.value)]
        self.lib.XFree(children)
        return below + [each for child in below for each in self._below(child)]

    def _property(self, window, name, default=None):
        atom = ctypes.c_ulong(self.lib.XInternAtom(self.display, name, 0))
        kind, bits, count, left = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
        value = ctypes.POINTER(ctypes.c_ulong)()
        self.lib.XGetWindowProperty(self.display, window, atom, ctypes.c_long(0), ctypes.c_long(1), 0, ctypes.c_ulong(0),
                                    ctypes.byref(kind), ctypes.byref(bits), ctypes.byref(count), ctypes.byref(left),
                                    ctypes.byref(value))
        return value[0] & 0xFFFFFFFF if value and count.value else default

    def window(self, pid):
        for window in self._below(self.root):
            about = _Attributes()
            if self._property(window, b"_NET_WM_PID") != pid or \
                    not self.lib.XGetWindowAttributes(self.display, window, ctypes.byref(about)) or about.map_state != 2:
                continue
            x, y, child = ctypes.c_int(), ctypes.c_int(), ctypes.c_ulong()
            self.lib.XTranslateCoordinates(self.display, window, self.root, 0, 0, ctypes.byref(x), ctypes.byref(y),
                                           ctypes.byref(child))
            return Window(x.value, y.value, about.width, about.height)
        return None

    def is_managed(self):
        """True if a window manager has announced itself."""
        return self._property(self.root, b"_NET_SUPPORTING_WM_CHECK") is not None

    def change_output(self, output, name, value):
        atom = ctypes.c_ulong(self.lib.XInternAtom(self.display, name, 0))
        ctypes.CDLL("libXrandr.so.2").XRRChangeOutputProperty(self.display, ctypes.c_ulong(output), atom,
                                                              ctypes.c_ulong(19), 8, 0, value, len(value))
        self.lib.XSync(self.display, 0)

    def focus(self):
        """The process that has the keyboard, or None."""
        window, revert = ctypes.c_ulong(), ctypes.c_int()
        self.lib.XGetInputFocus(self.display, ctypes.byref(window), ctypes.byref(revert))
        return self._property(window, b"_NET_WM_PID") if window.value > 1 else None

    def pixels(self, x, y, width, height):
        image = ctypes.c_void_p(self.lib.XGetImage(self.display, self.root, x, y, width, height,
                                                   ctypes.c_ulong(0xFFFFFFFF), 2))
        about = ctypes.cast(image, ctypes.POINTER(_Image)).contents
        assert about.bytes_per_line == 4 * width
        pixels = ctypes.string_at(about.data, 4 * width * height)
        self.lib.XFree(ctypes.c_void_p(about.data))
        self.lib.XFree(image)
        return pixels
