#include "paint/interrupt.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace anteroom::paint {

Interrupt::Interrupt() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Interrupt::~Interrupt() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Interrupt::raise() {
  eventfd_write(descriptor_, 1);
}

void Interrupt::clear() {
  eventfd_t ignored = 0;
  eventfd_read(descriptor_, &ignored);
}

bool Interrupt::is_raised() const {
  pollfd event{descriptor_, POLLIN, 0};
  return descriptor_ >= 0 && ::poll(&event, 1, 0) > 0;
}

}  // namespace anteroom::paint
