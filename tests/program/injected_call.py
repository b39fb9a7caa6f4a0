"""Makes another process call the kernel, as code that has taken it over would: through ptrace(2), on x86-64.

    with Injected(pid) as process:
        process.call("openat", AT_FDCWD, b"/etc/passwd", 0)   # what the kernel returns: a number, or -errno

The process is stopped meanwhile, and goes on afterwards as if nothing had happened."""
import ctypes
import os
import pathlib
import platform
import re
import time

NUMBERS = {"read": 0, "open": 2, "close": 3, "mmap": 9, "munmap": 11, "socket": 41, "clone": 56, "fork": 57, "vfork": 58,
           "execve": 59, "kill": 62, "mkdir": 83, "unlink": 87, "ptrace": 101, "openat": 257, "memfd_create": 319,
           "io_uring_setup": 425}
REGISTERS = ("r15 r14 r13 r12 rbp rbx r11 r10 r9 r8 rax rcx rdx rsi rdi orig_rax rip cs eflags rsp ss fs_base gs_base ds es "
             "fs gs").split()
GETREGS, SETREGS, SINGLESTEP, ATTACH, DETACH = 12, 13, 9, 16, 17
STOPPED = 0x7f


class Registers(ctypes.Structure):
    _fields_ = [(name, ctypes.c_ulonglong) for name in REGISTERS]


LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
LIBC.ptrace.restype = ctypes.c_long


def may_inject():
    """Why this cannot be done here; empty: it can."""
    if platform.machine() != "x86_64":
        return "written for x86-64"
    return "" if os.geteuid() == 0 else "only root may trace a process that is not to be looked into"


class Injected:
    def __init__(self, pid):
        self.pid = pid

    def _trace(self, request, data=None):
        if LIBC.ptrace(request, self.pid, None, data) < 0:
            raise OSError(ctypes.get_errno(), f"ptrace {request} of process {self.pid}")

    def _wait(self):
        _, status = os.waitpid(self.pid, 0x40000000)  # __WALL
        assert status & 0xff == STOPPED, f"process {self.pid} has ended: {status:#x}"

    def __enter__(self):
        self._trace(ATTACH)
        self._wait()
        self.before = Registers()
        self._trace(GETREGS, ctypes.byref(self.before))
        self.memory = open(f"/proc/{self.pid}/mem", "r+b", buffering=0)
        self.instruction = self._find_instruction()
        return self

    def __exit__(self, *_):
        self.memory.close()
        self._trace(SETREGS, ctypes.byref(self.before))
        self._trace(DETACH)

    def _find_instruction(self):
        """The address of a `syscall` in its code."""
        for line in pathlib.Path(f"/proc/{self.pid}/maps").read_text().splitlines():
            found = re.match(r"([0-9a-f]+)-([0-9a-f]+) r-xp .*libc", line)
            if not found:
                continue
            begin, end = int(found[1], 16), int(found[2], 16)
            self.memory.seek(begin)
            at = self.memory.read(end - begin).find(b"\x0f\x05")
            if at >= 0:
                return begin + at
        raise RuntimeError("no syscall instruction")

    def call(self, name, *arguments):
        registers = Registers.from_buffer_copy(self.before)
        room = (registers.rsp - 8192) & ~15  # below its stack and the red zone
        values = []
        for argument in arguments:
            if isinstance(argument, bytes):
                self.memory.seek(room)
                self.memory.write(argument + b"\0")
                values.append(room)
                room += (len(argument) + 16) & ~15
            else:
                values.append(argument & 0xFFFFFFFFFFFFFFFF)
        for register, value in zip(("rdi", "rsi", "rdx", "r10", "r8", "r9"), values + [0] * 6):
            setattr(registers, register, value)
        registers.rax, registers.rip = NUMBERS[name], self.instruction
        registers.orig_rax = 0xFFFFFFFFFFFFFFFF  # no call that was interrupted is begun again
        self._trace(SETREGS, ctypes.byref(registers))
        self._trace(SINGLESTEP)
        self._wait()
        after = Registers()
        self._trace(GETREGS, ctypes.byref(after))
        return ctypes.c_longlong(after.rax).value
