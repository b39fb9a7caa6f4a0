// Faults of the files as the log names them.
#pragma once

#include <set>
#include <string>

#include "source/diagnostic.h"

namespace anteroom::runtime {

class NamedFaults {
 public:
  // `text`: how the log names `fault`.
  void add(const source::Diagnostic& fault, const std::string& text);
  bool contains(const std::string& text) const { return all_.contains(text); }
  // Those that want something of staff: not what the settings ask for, such as a card that is shown in the first
  // language.
  std::set<std::string> for_staff() const;

 private:
  std::set<std::string> all_, asked_for_;
};

}  // namespace anteroom::runtime
