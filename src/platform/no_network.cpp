#include "platform/no_network.h"

#include <seccomp.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace anteroom::platform {

namespace {

struct Released {
  void operator()(void* filter) const { seccomp_release(filter); }
};

// The libraries handle a kernel that does not know a family or a call.
bool add_refusals(scmp_filter_ctx filter) {
  const auto refuse = [filter](scmp_arg_cmp family) {
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1, family) == 0;
  };
  static_assert(AF_UNIX == 1 && AF_NETLINK > AF_UNIX);
  bool done = refuse(SCMP_A0(SCMP_CMP_LT, AF_UNIX)) && refuse(SCMP_A0(SCMP_CMP_GT, AF_NETLINK));
  for (int family = AF_UNIX + 1; family < AF_NETLINK; ++family) {
    done = done && refuse(SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(family)));
  }
  // It opens sockets, too, past this filter.
  return done && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(io_uring_setup), 0) == 0;
}

}  // namespace

std::string refuse_network() {
  const std::unique_ptr<void, Released> filter(seccomp_init(SCMP_ACT_ALLOW));
  if (!filter) return "a seccomp filter cannot be made";
  // A service of another architecture that we start is not killed, but told that there is no such call.
  const bool made = seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ERRNO(ENOSYS)) == 0 &&
                    seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0 && add_refusals(filter.get());
  const int failed = made ? seccomp_load(filter.get()) : -EINVAL;
  return failed == 0 ? std::string() : std::string("this system has no seccomp: ") + std::strerror(-failed);
}

}  // namespace anteroom::platform
