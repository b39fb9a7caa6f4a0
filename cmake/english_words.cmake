# Writes OUT, the source of interface_keys(), from the English interface words TOML: the last resort of a screen whose own
# words are missing, and the list of keys that every language is checked against.
file(READ ${TOML} text)
# Only the table [words].
string(REGEX REPLACE "^.*\n\\[words\\]\n" "" text "${text}")
string(REGEX REPLACE "\n\\[.*$" "" text "${text}")
# A CMake list is separated by semicolons, except within brackets.
string(REPLACE ";" "\\;" text "${text}")
string(REGEX REPLACE "\n" ";" lines "${text}")
set(entries "")
foreach(line IN LISTS lines)
  if(line MATCHES "^ *(#.*)?$")
    continue()
  endif()
  if(NOT line MATCHES "^([a-z_]+) *= *\"([^\"\\]+)\" *(#.*)?$")
    message(FATAL_ERROR "${TOML}: not a word of the interface in one line: ${line}")
  endif()
  string(APPEND entries "      {\"${CMAKE_MATCH_1}\", \"${CMAKE_MATCH_2}\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${OUT} @ONLY CONTENT [[
// Written at build time from assets/interface/en.toml.
#include "model/interface_words.h"

namespace anteroom {

const std::map<std::string, std::string>& interface_keys() {
  static const std::map<std::string, std::string> keys = {
@entries@  };
  return keys;
}

}  // namespace anteroom
]])
