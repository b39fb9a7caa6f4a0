#include "review/text_name.h"

#include <string>

#include "source/printable.h"

namespace anteroom::review {

namespace {

bool is_number(const std::string& name) {
  return !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
}

// What a place in the list or the table `list` is called.
std::string noun_of(const std::string& list) {
  if (list == "pages") return "page";
  return list == "steps" ? "step" : list == "regions" ? "spot" : list;
}

}  // namespace

std::string name_of(const TextPath& path) {
  if (path == TextPath{"picture"}) return "the picture";
  if (path == TextPath{"source"}) return "`source` in pack.toml";
  if (path.front() == "picture") return "the picture " + source::in_ticks(path.back());
  if (path.front() == "claims") return "the fact " + source::in_ticks(path.back());
  if (path.front() == "vars") return "the value of {" + path.back() + "}";
  if (path.size() == 1) return source::in_ticks(path.front());
  const std::string& last = path.back();
  if (path.size() < 3) return "the " + source::in_ticks(last) + " of the " + path.front();
  const std::string &place = path[path.size() - 2], &list = path[path.size() - 3];
  return "the " + last + " of " + noun_of(list) + " " +
         (is_number(place) ? std::to_string(std::stoul(place) + 1) : source::in_ticks(place));
}

}  // namespace anteroom::review
