// One run of anteroom-decode: a separate process is given a picture, and its reply is read.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "decode/reply.h"
#include "decode/request.h"

namespace anteroom::paint {

// Where anteroom-decode is, see own_program().
std::filesystem::path decoder_program();

// The cost of a finished run.
struct DecoderCost {
  double cpu_s = 0;      // processor time
  double memory_mb = 0;  // peak; 0: at most that of this process, not known more exactly
};

class DecoderRun {
 public:
  using Clock = std::chrono::steady_clock;

  // Starts `program` on `picture`, which need not outlive the call. The process is ended when it has used more
  // processor time than the request allows, or when three times `time` has passed.
  DecoderRun(const std::filesystem::path& program, std::string_view picture, const decode::Request& request,
             std::chrono::milliseconds time);
  // Ends the process if it still runs.
  ~DecoderRun();
  DecoderRun(const DecoderRun&) = delete;
  DecoderRun& operator=(const DecoderRun&) = delete;

  // A descriptor for poll() that becomes readable once the process has ended; negative: it could not be started.
  int descriptor() const { return process_; }
  Clock::time_point ends() const { return ends_; }

  // The reply of the ended process, with as many drawings as requested, and with facts if requested. If there is none
  // because the process crashed, ran out of time or could not be started, the fault of each drawing and of the facts
  // says so in words. A process that is still running is ended first. Requires: called once.
  decode::Reply finish();
  // The same, after waiting until the process has ended or used up its time, or until `latest`.
  decode::Reply wait(Clock::time_point latest = Clock::time_point::max());
  // Requires: finish() was called.
  const DecoderCost& cost() const { return cost_; }
  // True if another run would end the same: the process replied, or used up its processor time or memory. False if it
  // could not be started, or was ended from outside. Requires: finish() was called.
  bool is_final() const { return is_final_; }

 private:
  void start(const std::filesystem::path& program, std::string_view picture);
  std::string wait_for_end();

  decode::Request request_;
  Clock::time_point ends_;
  std::string fault_;
  pid_t pid_ = -1;
  int process_ = -1;  // pidfd
  int reply_ = -1;    // memory file
  DecoderCost cost_;
  bool is_final_ = false;
};

}  // namespace anteroom::paint
