#include "runtime/named_faults.h"

#include <algorithm>
#include <iterator>

#include "source/rules.h"

namespace anteroom::runtime {

void NamedFaults::add(const source::Diagnostic& fault, const std::string& text) {
  all_.insert(text);
  if (fault.rule == rule::in_first_language.name) asked_for_.insert(text);
}

std::set<std::string> NamedFaults::for_staff() const {
  std::set<std::string> wanted;
  std::set_difference(all_.begin(), all_.end(), asked_for_.begin(), asked_for_.end(),
                      std::inserter(wanted, wanted.end()));
  return wanted;
}

}  // namespace anteroom::runtime
