#include "assembly/templates.h"

#include <cstdio>

#include "assembly/source.h"
#include "model/pack.h"
#include "source/source_file.h"

namespace anteroom::assembly {

namespace {

std::string in_toml(Date date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

}  // namespace

std::string filled_template(const std::string& name, const std::map<std::string, std::string>& values) {
  std::string text = source::file_bytes(install_prefix() / "assets/templates" / (name + ".in"));
  for (const auto& [key, value] : values) {
    const std::string mark = "@" + key + "@";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
      text.replace(at, mark.size(), value);
    }
  }
  return text;
}

std::map<std::string, std::string> dates_for_templates(Date today) {
  // A review is due after 12 months at the latest, which last_day() assumes unless told otherwise.
  Review review;
  review.on = today;
  return {{"TODAY", in_toml(today)}, {"IN_A_YEAR", in_toml(last_day(review).value_or(today))}};
}

}  // namespace anteroom::assembly
