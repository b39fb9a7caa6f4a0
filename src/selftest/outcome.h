// What became of one check of the self-test.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace anteroom::selftest {

enum class Result { pass, fail, not_run };

// A measured or counted value, with its unit: {"memory at the end", "34.9 MB"}.
struct Figure {
  std::string name, value;
  friend bool operator==(const Figure&, const Figure&) = default;
};

struct Outcome {
  Result result = Result::pass;
  std::string done;    // what was done, and how often: "10,000 loops of 11 cards"
  std::string reason;  // why it failed or was not run; empty if it passed
  std::vector<Figure> figures;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

inline Outcome failed(Outcome outcome, std::string reason) {
  outcome.result = Result::fail;
  outcome.reason = std::move(reason);
  return outcome;
}

inline Outcome not_run(Outcome outcome, std::string reason) {
  outcome.result = Result::not_run;
  outcome.reason = std::move(reason);
  return outcome;
}

// "10,000".
std::string with_commas(long count);
// "34.93 MB".
std::string in_megabytes(double megabytes);

}  // namespace anteroom::selftest
