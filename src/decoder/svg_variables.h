// CSS variables and other forms of values that librsvg does not support.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace anteroom::decoder {

// The values of a file's variables, as far as the file gives each of them a single one.
class SvgVariables {
 public:
  // A declaration of the file; ignored if its property is not a variable. Both must outlive this.
  void add(std::string_view property, std::string_view value);

  // `value` with its var(...), light-dark(...) and icc-color(...) replaced. Nothing: a variable has no value and no
  // fallback, or several values; `missing` is then its name.
  std::optional<std::string> resolved(std::string_view value, std::string& missing) const;

 private:
  struct Result {
    std::string text, missing;
    std::size_t max_letters = 0;
  };
  bool append(std::string_view value, int depth, Result& result) const;
  bool append_variable(std::string_view inside, int depth, Result& result) const;

  struct Known {
    std::string_view value;
    bool single = true;
  };
  std::unordered_map<std::string_view, Known> known_;
};

// True if `value` has a part that SvgVariables replaces.
bool needs_variables(std::string_view value);

}  // namespace anteroom::decoder
