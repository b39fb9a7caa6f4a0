// One run of anteroom-decode: a picture handed to a process of its own, and its reply taken.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "decode/reply.h"
#include "decode/request.h"

namespace anteroom::paint {

// Where anteroom-decode is: beside the program that runs, one folder above (tests), or in ../libexec/anteroom; empty:
// nowhere.
std::filesystem::path decoder_program();

// What a finished run took.
struct DecoderCost {
  double cpu_s = 0;      // processor time
  double memory_mb = 0;  // most that it held at once
};

class DecoderRun {
 public:
  using Clock = std::chrono::steady_clock;

  // Starts `program` on `picture`, which may go afterwards. `time`: the process is ended when it takes more processor
  // time than the request allows, or three times as long by the clock.
  DecoderRun(const std::filesystem::path& program, std::string_view picture, const decode::Request& request,
             std::chrono::milliseconds time);
  // Ends the process if it still runs.
  ~DecoderRun();
  DecoderRun(const DecoderRun&) = delete;
  DecoderRun& operator=(const DecoderRun&) = delete;

  // A descriptor that can be read once the process has ended, for poll; below 0: it could not be started.
  int descriptor() const { return process_; }
  Clock::time_point ends() const { return ends_; }

  // The reply of the ended process, with as many drawings as asked for, and with facts if asked for. Where there is
  // none, because it has died, has used up its time or could not be started, each drawing's fault and the facts' says
  // so in words. A process that still runs is ended first. Requires: called once.
  decode::Reply finish();
  // The same, after waiting until the process has ended or used up its time.
  decode::Reply wait();
  // Requires: finish() was called.
  const DecoderCost& cost() const { return cost_; }

 private:
  void start(const std::filesystem::path& program, std::string_view picture);
  std::string wait_for_end();

  decode::Request request_;
  Clock::time_point ends_;
  std::chrono::milliseconds time_;
  std::string fault_;
  pid_t pid_ = -1;
  int process_ = -1;  // pidfd
  int reply_ = -1;    // memory file
  DecoderCost cost_;
};

}  // namespace anteroom::paint
