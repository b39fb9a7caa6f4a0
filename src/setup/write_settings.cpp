#include "setup/write_settings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "setup/read_answer.h"
#include "source/toml_edit.h"
#include "source/toml_patch.h"
#include "source/toml_text_table.h"

namespace anteroom::setup {

namespace {

class Writer {
 public:
  explicit Writer(const SettingsFiles& files) : files_(files), written_{files.screen, files.clinic, {}, {}} {}

  // Into the settings of the screen.
  void put(const source::KeyPath& path, const std::string& text) {
    change(false, path, source::toml_string(text),
           [&](const std::string& bytes) { return source::with_string(bytes, path, text); });
  }
  void put(const source::KeyPath& path, std::int64_t number) {
    change(false, path, std::to_string(number),
           [&](const std::string& bytes) { return source::with_integer(bytes, path, number); });
  }
  // A fact of the clinic.
  void put_fact(const source::KeyPath& path, const std::string& text) {
    change(is_in_clinic(path), path, source::toml_string(text),
           [&](const std::string& bytes) { return source::with_string(bytes, path, text); });
  }
  void put_week(const std::vector<DayHours>& week) {
    static constexpr std::array<const char*, 7> names{"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};
    source::Texts texts;
    for (std::size_t i = 0; !week.empty() && i < names.size(); ++i) {
      const std::size_t day = (i + 1) % names.size();  // Monday first
      texts.emplace_back(names[day], hours_in_words(week[day]));
    }
    change(is_in_clinic({"hours"}), {"hours"}, week_in_words(week), [&](const std::string& bytes) {
      return texts.empty() ? source::without_texts(bytes, "hours") : source::with_texts(bytes, "hours", texts);
    });
  }

  // They are named in the opposite order of how they were made.
  void reverse_changes() { std::reverse(written_.changes.begin(), written_.changes.end()); }
  WrittenSettings take() { return std::move(written_); }

 private:
  // True if the clinic's fact at `path` belongs into the included file.
  bool is_in_clinic(const source::KeyPath& path) const {
    if (files_.clinic_named.empty()) return false;
    return source::TomlEdit(written_.screen).find(path) == nullptr;
  }

  template <typename Edit>
  void change(bool in_clinic, const source::KeyPath& path, const std::string& value, Edit edit) {
    if (!written_.fault.empty()) return;
    std::string& bytes = in_clinic ? written_.clinic : written_.screen;
    std::optional<std::string> base = bytes;
    if (path.size() > 1 && source::TomlEdit(bytes).find({path.front()}) == nullptr) {
      base = source::with_empty_table(bytes, path.front());
    }
    std::optional<std::string> edited = base ? edit(*base) : std::nullopt;
    const std::string key = path.size() > 1 ? "[" + path.front() + "] " + path.back() : path.front();
    const std::string& file = in_clinic ? files_.clinic_named : files_.screen_named;
    if (!edited) {
      written_ = {files_.screen,
                  files_.clinic,
                  {},
                  file + ": " + key + " is written in a form that cannot be edited here; write " + key + " = " + value +
                      " yourself, and answer with Enter"};
      return;
    }
    bytes = std::move(*edited);
    written_.changes.push_back(file + ": " + key + " = " + value);
  }

  const SettingsFiles& files_;
  WrittenSettings written_;
};

void put_screen(Writer& writer, const Screen& before, const Screen& after) {
  const auto put_number = [&](const char* key, double one, double other, bool is_new) {
    const auto number = static_cast<std::int64_t>(std::lround(other));
    if (is_new || std::lround(one) != number) writer.put({"screen", key}, number);
  };
  // A new key is written at the top of its table, so the last one comes first.
  if (before.touch != after.touch) writer.put({"screen", "touch"}, after.touch);
  if (before.monitor != after.monitor) writer.put({"screen", "monitor"}, after.monitor);
  put_number("rotation", before.rotation, after.rotation, false);
  put_number("lower_edge_mm", before.lower_edge_mm, after.lower_edge_mm, false);
  put_number("viewing_distance_mm", before.viewing_distance_mm, after.viewing_distance_mm, false);
  // Both sides or neither, as the settings want them.
  const bool new_px = before.px_source != after.px_source;
  put_number("height_px", before.height_px, after.height_px, new_px);
  put_number("width_px", before.width_px, after.width_px, new_px);
  const bool new_mm = before.mm_source != after.mm_source;
  put_number("height_mm", before.height_mm, after.height_mm, new_mm);
  put_number("width_mm", before.width_mm, after.width_mm, new_mm);
}

}  // namespace

WrittenSettings written_settings(const SettingsFiles& files, const Settings& before, const Settings& after) {
  Writer writer(files);
  put_screen(writer, before.screen, after.screen);
  if (before.role != after.role) writer.put({"role"}, after.role == Role::wall ? "wall" : "kiosk");
  writer.reverse_changes();
  if (before.clinic_name != after.clinic_name) writer.put_fact({"clinic", "name"}, after.clinic_name);
  if (before.time_zone != after.time_zone) writer.put_fact({"clinic", "time_zone"}, after.time_zone);
  if (before.hours.week != after.hours.week) writer.put_week(after.hours.week);
  return writer.take();
}

}  // namespace anteroom::setup
