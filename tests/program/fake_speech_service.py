"""A speech service that answers as a test tells it to, for what the real one does only when it is slow or broken.

    with FakeSpeechService() as service:
        run(..., env=os.environ | service.env)
        service.greet()
        service.meet("SPEAK", "230 OK RECEIVING DATA")
"""
import pathlib
import shutil
import socket
import tempfile

ENOUGH_S = 30  # for anything that the other side does without waiting


class FakeSpeechService:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="speech-"))
        self.env = {"SPEECHD_ADDRESS": f"unix_socket:{self.folder / 'socket'}"}
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(self.folder / "socket"))
        self.listener.listen()
        self.listener.settimeout(ENOUGH_S)
        self.connection = self.lines = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.connection:
            self.lines.close()
            self.connection.close()
        self.listener.close()
        shutil.rmtree(self.folder)

    def accept(self):
        self.connection = self.listener.accept()[0]
        self.connection.settimeout(ENOUGH_S)
        self.lines = self.connection.makefile("r", encoding="utf-8", newline="\r\n")

    def greet(self):
        """Accepts a connection and answers everything that is asked before the first speech."""
        self.accept()
        while (line := self.next()) != "LIST OUTPUT_MODULES":
            assert line.startswith("SET SELF "), line
            self.say("208 OK")
        self.say("250-espeak-ng", "250 OK MODULE LIST SENT")

    def next(self):
        """The next line of the client; None once it has disconnected."""
        line = self.lines.readline()
        return line.removesuffix("\r\n") if line else None

    def rest(self):
        """All lines until the client disconnects."""
        return list(iter(self.next, None))

    def say(self, *lines):
        self.connection.sendall("".join(f"{line}\r\n" for line in lines).encode())

    def meet(self, line, *answer):
        """Expects `line` as the client's next line, and answers it."""
        said = self.next()
        assert said == line, f"{said!r} instead of {line!r}"
        self.say(*answer)

    def take_message(self, text, number):
        """Expects the client to have `text` spoken, as message `number`."""
        while (line := self.next()) != "SPEAK":
            assert line.startswith("SET SELF "), line
            self.say("201 OK")
        self.say("230 OK RECEIVING DATA")
        self.meet(text)
        self.meet(".", f"225-{number}", "225 OK MESSAGE QUEUED")
