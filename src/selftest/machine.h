// What the certificate says about the machine.
#pragma once

#include <string>
#include <vector>

#include "selftest/outcome.h"

namespace anteroom::selftest {

// Of "model name : Intel N100" in the lines of /proc/cpuinfo: the first value of `key`; empty: there is none.
std::string value_of(const std::string& lines, const std::string& key);

// Name, maker and serial number of the machine as far as this user may read them, processor, memory.
std::vector<Figure> about_machine();

}  // namespace anteroom::selftest
