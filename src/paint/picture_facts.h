// What a picture is, found by anteroom-decode without drawing it.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "decode/decoded.h"
#include "decode/request.h"
#include "paint/picture_store.h"

namespace anteroom::paint {

// Who finds facts, and where they are kept.
struct FactsFinder {
  const std::filesystem::path& program;
  PictureStore& store;
  const std::string& maker;  // of the program's version: another one may find others
  bool keeps = false;
  std::chrono::milliseconds time;                // for one picture
  std::chrono::steady_clock::time_point latest;  // the time after which none is measured
};

// The facts of the picture of `bytes` that `request` asks for, kept ones if there are any. What is kept is also that
// there are none within the request's processor time. Requires: `request` asks for facts.
decode::PictureFacts find_facts(const FactsFinder& by, const std::string& bytes, const decode::Request& request);

}  // namespace anteroom::paint
