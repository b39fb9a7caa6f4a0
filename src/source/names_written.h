// The tables and keys of a TOML file as they are read, to find the one that is written twice.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace anteroom::source {

class NamesWritten {
 public:
  // Begins the table [name], or one more of several [[name]], at the offset `at`: the keys that follow belong to it.
  // Returns the offset at which the same [name] has begun before.
  std::optional<std::size_t> open_table(const std::string& name, bool is_one_of_many, std::size_t at);

  // Adds the key with these `names`, joined by points in the file. Returns the offset of the same key.
  std::optional<std::size_t> add_key(const std::vector<std::string>& names, std::size_t at);

 private:
  std::string scope_;                           // of the table that keys are in
  std::map<std::string, std::size_t> keys_;     // where each is written
  std::map<std::string, std::size_t> headers_;  // where each [table] is written
  std::map<std::string, int> tables_;           // how many [[tables]] of a name there are
};

}  // namespace anteroom::source
