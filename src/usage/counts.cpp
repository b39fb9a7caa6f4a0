#include "usage/counts.h"

#include <array>
#include <utility>

namespace anteroom::usage {

namespace {

constexpr std::array<std::pair<Counted, std::string_view>, 7> names{{{Counted::shown, "shown"},
                                                                     {Counted::opened, "opened"},
                                                                     {Counted::page, "page"},
                                                                     {Counted::finished, "finished"},
                                                                     {Counted::worked, "worked"},
                                                                     {Counted::worked_s, "worked_s"},
                                                                     {Counted::session, "session"}}};

}  // namespace

std::string_view name_of(Counted counted) {
  return names.at(static_cast<std::size_t>(counted)).second;
}

std::optional<Counted> counted_from(std::string_view name) {
  for (const auto& [counted, its_name] : names) {
    if (its_name == name) return counted;
  }
  return std::nullopt;
}

}  // namespace anteroom::usage
