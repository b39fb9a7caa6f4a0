#include "decoder/jail.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace anteroom::decoder {
namespace {

std::string because(const char* what) {
  return std::string(what) + ": " + std::strerror(errno);
}

bool limit(decltype(RLIMIT_AS) resource, std::uint64_t soft, std::uint64_t hard) {
  const rlimit limits{soft, hard};
  return ::setrlimit(resource, &limits) == 0;
}

// The soft limit on processor time ends the process with SIGXCPU, which tells its parent why; the hard one a second
// later ends it for certain.
bool limit_resources(const JailLimits& limits) {
  constexpr std::uint64_t descriptors = 8;  // the three that it has, and a few for libraries that copy one
  return limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_NOFILE, descriptors, descriptors) &&
         limit(RLIMIT_FSIZE, limits.file_bytes, limits.file_bytes) &&
         limit(RLIMIT_CPU, limits.cpu_s, limits.cpu_s + 1) && limit(RLIMIT_MEMLOCK, 0, 0) &&
         limit(RLIMIT_MSGQUEUE, 0, 0) &&
         (limits.memory_bytes == 0 || limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes));
}

// Landlock without any rule: no path can be opened, listed, made or removed. The rights are those of its first version
// (Linux 5.13), which every kernel with Landlock knows; seccomp refuses the rest.
std::string close_file_system() {
  constexpr std::uint64_t every_right = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  landlock_ruleset_attr rules{};
  rules.handled_access_fs = every_right;
  // The kernel accepts the first field alone; later ones belong to later versions.
  const long ruleset = ::syscall(SYS_landlock_create_ruleset, &rules, sizeof(rules.handled_access_fs), 0);
  if (ruleset < 0) return because("this system has no Landlock");
  const bool restricted = ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  std::string fault = restricted ? std::string() : because("Landlock cannot be used");
  ::close(static_cast<int>(ruleset));
  return fault;
}

// What no decoder needs. A list of what is allowed would break with each new version of the C library that uses other
// calls; what is listed here is everything that reaches beyond the process or extends its rights.
constexpr std::array refused{
    // other processes and programs
    "execve",
    "execveat",
    "fork",
    "vfork",
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "kill",
    "tkill",
    "pidfd_open",
    "pidfd_getfd",
    "pidfd_send_signal",
    "process_madvise",
    "setns",
    "unshare",
    "kcmp",
    "setpgid",
    "setsid",
    "rt_sigqueueinfo",
    "rt_tgsigqueueinfo",
    // the network, and sockets of every kind
    "socket",
    "socketpair",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "sendto",
    "sendmsg",
    "sendmmsg",
    "recvfrom",
    "recvmsg",
    "recvmmsg",
    "shutdown",
    "setsockopt",
    // files by name, and what changes the file system
    "open",
    "openat",
    "openat2",
    "creat",
    "open_by_handle_at",
    "name_to_handle_at",
    "mount",
    "umount2",
    "move_mount",
    "fsopen",
    "fsmount",
    "fspick",
    "fsconfig",
    "open_tree",
    "mount_setattr",
    "pivot_root",
    "chroot",
    "chdir",
    "fchdir",
    "swapon",
    "swapoff",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "mkdir",
    "mkdirat",
    "rmdir",
    "mknod",
    "mknodat",
    "chmod",
    "fchmod",
    "fchmodat",
    "chown",
    "fchown",
    "fchownat",
    "lchown",
    "utime",
    "utimes",
    "utimensat",
    "setxattr",
    "fsetxattr",
    "lsetxattr",
    "removexattr",
    "inotify_init",
    "inotify_init1",
    "fanotify_init",
    "memfd_create",
    "memfd_secret",
    "quotactl",
    "ioctl",
    // the kernel itself
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "syslog",
    "acct",
    "settimeofday",
    "clock_settime",
    "clock_adjtime",
    "adjtimex",
    "sethostname",
    "setdomainname",
    "add_key",
    "request_key",
    "keyctl",
    "iopl",
    "ioperm",
    "personality",
    "modify_ldt",
    "lookup_dcookie",
    "vhangup",
    "nfsservctl",
    // identity and resources
    "setuid",
    "setgid",
    "setreuid",
    "setregid",
    "setresuid",
    "setresgid",
    "setgroups",
    "setfsuid",
    "setfsgid",
    "capset",
    "setrlimit",
    "setpriority",
    "sched_setscheduler",
    "sched_setattr",
    "sched_setaffinity",
    "ioprio_set",
    "nice",
    // memory that outlives the process
    "shmget",
    "shmat",
    "shmctl",
    "msgget",
    "msgsnd",
    "semget",
    "semop",
    "mq_open",
    "mlock",
    "mlock2",
    "mlockall",
    "remap_file_pages",
};

bool add_refusals(scmp_filter_ctx filter) {
  for (const char* name : refused) {
    const int call = seccomp_syscall_resolve_name(name);
    // A call that this architecture or library does not know has no number to refuse.
    if (call == __NR_SCMP_ERROR || call < 0) continue;
    if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) != 0) return false;
  }
  // A thread shares everything with this process (CLONE_THREAD); anything else is a new process.
  constexpr scmp_datum_t clone_thread = 0x00010000;
  const bool no_process = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                                           SCMP_A0(SCMP_CMP_MASKED_EQ, clone_thread, 0)) == 0;
  // The flags of clone3 are in memory, which a filter cannot read. Without it the C library uses clone.
  const bool no_clone3 = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
  // Limits may be read, but none changed.
  const bool no_limits =
      seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_NE, 0)) == 0;
  return no_process && no_clone3 && no_limits;
}

std::string refuse_calls() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return "a seccomp filter cannot be made";
  // Calls with the numbers of another architecture (32-bit ones on x86-64) end the process.
  const bool made =
      seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 && add_refusals(filter);
  const int failed = made ? seccomp_load(filter) : EINVAL;
  seccomp_release(filter);
  if (failed == 0) return {};
  return std::string("this system has no seccomp: ") + std::strerror(failed < 0 ? -failed : failed);
}

bool close_inherited_descriptors() {
  return ::close_range(STDERR_FILENO + 1, ~0U, 0) == 0;
}

}  // namespace

std::string enter_jail(const JailLimits& limits, JailLayers layers) {
  if (!close_inherited_descriptors()) return because("inherited descriptors cannot be closed");
  // Set-user-ID programs could undo the rest; Landlock and seccomp require it, too.
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return because("privileges cannot be given up");
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (!limit_resources(limits)) return because("limits cannot be set");
  if (layers != JailLayers::seccomp) {
    if (std::string fault = close_file_system(); !fault.empty()) return fault;
  }
  return layers == JailLayers::landlock ? std::string() : refuse_calls();
}

}  // namespace anteroom::decoder
