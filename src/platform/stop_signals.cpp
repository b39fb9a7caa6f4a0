#include "platform/stop_signals.h"

#include <sys/eventfd.h>
#include <sys/poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>

#include "platform/log.h"
#include "platform/wake.h"

namespace anteroom::platform {

namespace {

// The longest that the event loop may take to end; silencing the voice may take a second.
constexpr int last_resort_ms = 2000;

sigset_t stop_set() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGHUP);
  return set;
}

// Signals that by default end a process, but mean nothing to this one. Not those that report a fault of its own
// (SIGSEGV, ...) or a limit exceeded, nor SIGQUIT, which is sent by somebody who wants a core dump.
constexpr std::array meaningless{SIGPIPE, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1,
                                 SIGUSR2, SIGIO,   SIGSTKFLT, SIGPWR,  SIGTTOU};

template <typename Meet>
void for_each_meaningless(Meet meet) {
  for (const int signal : meaningless) meet(signal);
  for (int signal = SIGRTMIN; signal <= SIGRTMAX; ++signal) meet(signal);
}

void mask(int how) {
  sigset_t set = stop_set();
  for_each_meaningless([&](int signal) { sigaddset(&set, signal); });
  ::pthread_sigmask(how, &set, nullptr);
}

}  // namespace

void hold_signals() {
  mask(SIG_BLOCK);
}

void release_signals() {
  mask(SIG_UNBLOCK);
}

StopSignals::StopSignals(int status) : status_(status) {
  for_each_meaningless([](int signal) { std::signal(signal, SIG_IGN); });
  const sigset_t set = stop_set();
  signals_ = ::signalfd(-1, &set, SFD_CLOEXEC);
  bell_ = ::eventfd(0, EFD_CLOEXEC);
  thread_ = std::thread([this] { wait(); });
}

// The signals stay blocked: what arrives now finds a process that is ending.
StopSignals::~StopSignals() {
  ::eventfd_write(bell_, 1);
  thread_.join();
  ::close(signals_);
  ::close(bell_);
}

// False if the object is being destroyed, or the time has passed.
bool StopSignals::signal_within(int millis) const {
  std::array<pollfd, 2> both{{{signals_, POLLIN, 0}, {bell_, POLLIN, 0}}};
  while (::poll(both.data(), both.size(), millis) < 0) {
  }
  return both[0].revents != 0 && both[1].revents == 0;
}

void StopSignals::wait() {
  for (signalfd_siginfo signal{}; signal.ssi_signo == 0 || signal.ssi_signo == SIGHUP;) {
    if (!signal_within(-1)) return;
    if (::read(signals_, &signal, sizeof signal) != sizeof signal) signal = {};
    if (signal.ssi_signo != SIGHUP) continue;
    reload_requested_ = true;
    wake();
  }
  if (!looping_) end_process();
  wanted_ = true;
  wake();
  pollfd bell{bell_, POLLIN, 0};
  if (::poll(&bell, 1, last_resort_ms) == 0) end_process();
}

// No file is being written, so nothing is lost; the system takes back the window and ends what we have started.
void StopSignals::end_process() const {
  settle_log();
  std::quick_exit(status_);
}

}  // namespace anteroom::platform
