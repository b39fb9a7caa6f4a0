"""A private speech service for tests: the real speech-dispatcher, with a socket, settings and logs in a temporary
folder, that needs no sound device.

    with SpeechService() as service:
        run(..., env=os.environ | service.env)
        service.spoken()  # [Spoken(language="fr", volume=100, text="Bonjour.", whole=True), ...]

voice="file" (file_voice.py) records what it is given and takes `byte_ms` per byte. voice="espeak-ng" is a kiosk's
voice; it speaks into a file, faster than real time, and audio() returns the samples.
"""
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

# A substitute for a sound device in ALSA: output goes to a file and is ignored.
ALSA = """
pcm.!default { type file  slave.pcm "nothing"  file "FOLDER/audio"  format "raw" }
pcm.nothing { type null }
"""


HERE = pathlib.Path(__file__).resolve().parent


class Spoken(NamedTuple):
    language: str  # as given to the service: "fr", "zh"
    volume: int    # percent
    text: str      # as the service passes it on: it replaces a few characters, "…" by "..."
    whole: bool    # spoken to its end; False while it is being spoken, and for good if it was stopped


def until(condition, what, seconds=20):
    """What `condition` returns, once it is true."""
    end = time.monotonic() + seconds
    while not (result := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s in vain: {what}")
        time.sleep(0.01)
    return result


class SpeechService:
    def __init__(self, voice="file", running=True, autospawn=False, byte_ms=20, held=False, own_timeout_s=1):
        """`running`: started at once, else by restart(), or, with `autospawn`, by the first client;
        it then ends by itself `own_timeout_s` after its last client. `held`: its start does not finish until let_go()."""
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="speech-"))
        self.socket = self.folder / "socket"
        self.env = {
            "SPEECHD_ADDRESS": f"unix_socket:{self.socket}",
            "XDG_CONFIG_HOME": str(self.folder / "config"),  # for a service that is spawned
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "ALSA_CONFIG_PATH": str(self.folder / "alsa.conf"),
        }
        self.process = None
        self._write_settings(voice, autospawn, byte_ms, own_timeout_s)
        self._running = running
        if not held:
            self.let_go()

    def __enter__(self):
        if self._running:
            self.restart()
        return self

    def __exit__(self, *_):
        self.let_go()
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write_settings(self, voice, autospawn, byte_ms, own_timeout_s):
        settings = self.folder / "config" / "speech-dispatcher"
        (settings / "modules").mkdir(parents=True)
        (self.folder / "run").mkdir(mode=0o700)
        module = self.folder / "file-voice"
        module.write_text(f'#!/bin/sh\nwhile ! [ -e "{self.folder}/go" ]; do sleep 0.05; done\n'
                          f'exec "{sys.executable}" "{HERE / "file_voice.py"}" "{self.folder}" {byte_ms}\n')
        module.chmod(0o755)
        (self.folder / "alsa.conf").write_text(ALSA.replace("FOLDER", str(self.folder)))
        shutil.copy("/etc/speech-dispatcher/modules/espeak-ng.conf", settings / "modules")
        program = module if voice == "file" else "sd_espeak-ng"
        (settings / "speechd.conf").write_text(
            f'LogLevel 3\nLogDir "default"\nCommunicationMethod "unix_socket"\nSocketPath "{self.socket}"\n'
            f'AudioOutputMethod "alsa"\nAddModule "{voice}" "{program}" "{voice}.conf"\nDefaultModule {voice}\n'
            + (f"Timeout {own_timeout_s}\n" if autospawn else "DisableAutoSpawn\n"))

    def restart(self):
        """Starts the service, after kill() or for the first time, and waits until it listens."""
        assert self.pid() is None, "it runs"
        self.socket.unlink(missing_ok=True)
        (self.folder / "log").mkdir(exist_ok=True)
        self.process = subprocess.Popen(
            ["speech-dispatcher", "--run-single", "--communication-method", "unix_socket", "--socket-path", self.socket,
             "--config-dir", self.folder / "config" / "speech-dispatcher", "--log-dir", self.folder / "log",
             "--timeout", "0"],
            env=os.environ | self.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True)
        until(self.listens, "the service listens")

    def listens(self):
        with socket.socket(socket.AF_UNIX) as tried:
            return tried.connect_ex(str(self.socket)) == 0

    def pid(self):
        """The service's process, however it was started; None if there is none."""
        if self.process:
            return self.process.pid
        file = self.folder / "run" / "speech-dispatcher" / "pid" / "speech-dispatcher.pid"
        return int(file.read_text()) if file.exists() and self.listens() else None

    def kill(self):
        """SIGKILL: as if it had crashed. Its modules end by themselves when they find that out."""
        if pid := self.pid():
            os.kill(pid, signal.SIGKILL)
        if self.process:
            self.process.wait()
        self.process = None

    def let_go(self):
        """Lets its start finish."""
        (self.folder / "go").touch()

    def processes(self):
        """The service and its modules, however started: {pid: program}."""
        found = {}
        for task in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                words = (task / "cmdline").read_text().split("\0")
                if str(self.folder) in " ".join(words[1:]):
                    found[int(task.name)] = words[0]
            except (FileNotFoundError, ProcessLookupError):
                pass  # ended meanwhile
        return found

    def kill_voice(self):
        """Kills the service's module that speaks; the service goes on, and does not start it again."""
        for pid, program in self.processes().items():
            if not program.endswith("speech-dispatcher"):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass  # ended meanwhile

    def freeze(self):
        """It stays, but no longer answers."""
        os.kill(self.pid(), signal.SIGSTOP)

    def thaw(self):
        os.kill(self.pid(), signal.SIGCONT)

    def spoken(self):
        """All that was spoken so far, in order (voice="file")."""
        said = []
        path = self.folder / "spoken"
        for line in path.read_text().splitlines() if path.exists() else []:
            what = json.loads(line)
            if "ended" in what:
                said[-1] = said[-1]._replace(whole=True)
            else:
                said.append(Spoken(**what, whole=False))
        return said

    def sounded_ns(self):
        """When something was last heard, as time.time_ns(); 0: never (voice="file")."""
        path = self.folder / "sound"
        return path.stat().st_mtime_ns if path.exists() else 0

    def audio(self):
        """The samples spoken so far, 22050 a second, 16 bits (voice="espeak-ng")."""
        path = self.folder / "audio"
        return path.read_bytes() if path.exists() else b""
