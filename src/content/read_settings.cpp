#include "content/read_settings.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "content/hours_text.h"
#include "content/included_settings.h"
#include "content/misplaced_keys.h"
#include "content/read_hours.h"
#include "content/read_wall.h"
#include "content/settings_content.h"
#include "content/time_zones.h"
#include "content/usable_text.h"
#include "model/dwell.h"
#include "model/pin.h"
#include "source/nearest.h"
#include "source/printable.h"
#include "source/table_reader.h"

namespace anteroom::content {

namespace {

namespace fs = std::filesystem;

// A table of the file, or an empty one if it is absent, so that every reader below can take its defaults from the
// struct.
class Section {
 public:
  Section(source::TableReader& parent, const char* key)
      : table_(parent.table(key)), reader_(table_ == nullptr ? none_ : *table_, place(parent, key), parent.faults()) {}

  void put(const char* key, const source::Range& range, double& number) {
    if (const auto read = reader_.number(key, range)) number = *read;
  }
  void put(const char* key, const source::Range& range, int& number) {
    if (const auto read = reader_.integer(key, range)) number = static_cast<int>(*read);
  }
  template <typename Duration>
  void put_time(const char* key, const source::Range& range, Duration& duration) {
    if (const auto read = reader_.integer(key, range)) duration = Duration(*read);
  }
  void put(const char* key, std::string& text) {
    const auto read = reader_.string(key);
    if (read && check_text(*read, reader_.faults())) text = read->text;
  }
  source::TableReader& reader() { return reader_; }
  bool is_there() const { return table_ != nullptr; }

 private:
  static source::Position place(source::TableReader& parent, const char* key) {
    const source::TomlValue* value = parent.find(key);
    return value == nullptr ? source::Position{} : value->at;
  }
  const source::TomlTable none_;
  const source::TomlTable* table_;
  source::TableReader reader_;
};

// Both sides or neither: one from the installer and one from the monitor would give a shape that no screen has.
void read_millimetres(source::TableReader& reader, Screen& screen) {
  const source::Range range{50, 5000, "millimetres"};
  const auto width = reader.number("width_mm", range);
  const auto height = reader.number("height_mm", range);
  const source::TomlValue* wide = reader.find("width_mm");
  const source::TomlValue* high = reader.find("height_mm");
  if ((wide == nullptr) != (high == nullptr)) {
    reader.faults().add(rule::missing_key, wide == nullptr ? high->at : wide->at,
                        std::string(wide == nullptr ? "`width_mm`" : "`height_mm`") +
                            " is missing; write both sides, or neither, and the monitor is asked");
  }
  if (!width || !height) return;
  screen.width_mm = *width;
  screen.height_mm = *height;
  screen.mm_source = SizeSource::settings;
}

// Whether two ratios of width and height are equal, within the error of a tape measure.
bool is_same_shape(double one, double other) {
  constexpr double max = 0.05;
  return std::max(one, other) / std::min(one, other) <= 1 + max;
}

// The default pixels, in the shape of the display: what `render` draws is then what hangs there.
void fit_pixels(Screen& screen) {
  const double glass = screen.width_mm / screen.height_mm;
  const int longest = std::max(screen.width_px, screen.height_px);
  const int shortest = std::min(screen.width_px, screen.height_px);
  const double of_default = static_cast<double>(longest) / shortest;
  const double length = std::max(glass, 1 / glass);
  const int other = is_same_shape(length, of_default) ? shortest : static_cast<int>(std::lround(longest / length));
  screen.width_px = glass >= 1 ? longest : std::max(160, other);
  screen.height_px = glass >= 1 ? std::max(160, other) : longest;
}

// Both sides or neither, too.
void read_pixels(source::TableReader& reader, Screen& screen) {
  const source::Range range{160, 16384, "pixels"};
  const auto width = reader.integer("width_px", range);
  const auto height = reader.integer("height_px", range);
  const source::TomlValue* wide = reader.find("width_px");
  const source::TomlValue* high = reader.find("height_px");
  if ((wide == nullptr) != (high == nullptr)) {
    reader.faults().add(rule::screen_shape, wide == nullptr ? high->at : wide->at,
                        std::string(wide == nullptr ? "`width_px`" : "`height_px`") + " is missing, so " +
                            (wide == nullptr ? "`height_px`" : "`width_px`") +
                            " is not used; write both sides, or neither");
  }
  if (width && height) {
    screen.width_px = static_cast<int>(*width);
    screen.height_px = static_cast<int>(*height);
    screen.px_source = SizeSource::settings;
  } else if (screen.mm_source == SizeSource::settings) {
    fit_pixels(screen);
  }
}

// Pixels are square. Both sizes are those of the upright picture, so `rotation` makes no difference here.
void check_shape(source::TableReader& reader, const Screen& screen) {
  if (screen.mm_source != SizeSource::settings || screen.px_source != SizeSource::settings) return;
  const double pixels = static_cast<double>(screen.width_px) / screen.height_px;
  const double glass = screen.width_mm / screen.height_mm;
  if (is_same_shape(pixels, glass)) return;
  const auto rounded = [](double mm) { return std::to_string(std::lround(mm)); };
  const bool turned = (pixels > 1) != (glass > 1);
  reader.faults().add(rule::screen_shape, reader.find("width_px")->at,
                      std::to_string(screen.width_px) + " x " + std::to_string(screen.height_px) + " pixels " +
                          (turned ? "lie the other way than" : "have another shape than") + " the glass, which is " +
                          rounded(screen.width_mm) + " x " + rounded(screen.height_mm) +
                          " mm; write both as those of the upright picture");
}

void read_screen(source::TableReader& root, Screen& screen) {
  Section section(root, "screen");
  source::TableReader& reader = section.reader();
  read_millimetres(reader, screen);
  read_pixels(reader, screen);
  check_shape(reader, screen);
  section.put("viewing_distance_mm", {200, 20000, "millimetres"}, screen.viewing_distance_mm);
  section.put("lower_edge_mm", {0, 5000, "millimetres"}, screen.lower_edge_mm);
  const auto rotation = reader.integer("rotation", {0, 270, "degrees"});
  if (rotation && *rotation % 90 == 0) {
    screen.rotation = static_cast<int>(*rotation);
  } else if (rotation) {
    reader.faults().add(rule::bad_value, reader.find("rotation")->at,
                        "`rotation` is " + std::to_string(*rotation) + "; it should be 0, 90, 180 or 270");
  }
  section.put("monitor", screen.monitor);
  section.put("touch", screen.touch);
  reader.report_unknown_keys(hints_of_settings());
}

void read_loop(source::TableReader& root, Loop& loop) {
  Section section(root, "loop");
  if (const auto pace = section.reader().choice("pace", {"slow", "usual", "brisk"})) {
    loop = loop_of(static_cast<Pace>(*pace));
  }
  section.put_time("min_dwell_s", {1, 600, "seconds"}, loop.min_dwell);
  section.put("words_per_minute", {20, 600, "words a minute"}, loop.words_per_minute);
  section.put_time("per_character_ms", {0, 2000, "milliseconds"}, loop.per_character);
  section.put_time("settle_s", {0, 60, "seconds"}, loop.settle);
  section.put_time("per_picture_s", {0, 60, "seconds"}, loop.per_picture);
  section.put_time("transition_ms", {600, 800, "milliseconds"}, loop.transition);
  section.put_time("longest_loop_s", {30, 86400, "seconds"}, loop.longest_loop);
  if (const auto motion = section.reader().boolean("motion")) loop.motion = *motion;
  if (const auto hello = section.reader().boolean("hello")) loop.hello = *hello;
  section.reader().report_unknown_keys(hints_of_settings());
}

void read_idle(source::TableReader& root, Idle& idle) {
  Section section(root, "idle");
  Idle read = idle;
  section.put_time("timeout_s", {10, 3600, "seconds"}, read.timeout);
  section.put_time("longest_s", {10, 3600, "seconds"}, read.longest);
  section.put_time("warning_s", {20, 600, "seconds"}, read.warning);
  source::TableReader& reader = section.reader();
  reader.report_unknown_keys(hints_of_settings());
  if (read.longest < read.timeout) {
    const source::TomlValue* longest = reader.find("longest_s");
    reader.faults().add(rule::out_of_range, longest == nullptr ? reader.at() : longest->at,
                        "`longest_s` is " + std::to_string(read.longest.count()) +
                            "; it should be at least `timeout_s`, which is " + std::to_string(read.timeout.count()));
    read.timeout = idle.timeout;
    read.longest = idle.longest;
  }
  idle = read;
}

void read_pictures(source::TableReader& root, PictureSettings& pictures) {
  Section section(root, "pictures");
  section.put_time("time_limit_s", {1, 120, "seconds"}, pictures.time_limit);
  section.reader().report_unknown_keys(hints_of_settings());
}

void read_usage(source::TableReader& root, UsageSettings& usage) {
  Section section(root, "usage");
  if (const auto count = section.reader().boolean("count")) usage.count = *count;
  section.put("keep_days", {1, 3660, "days"}, usage.keep_days);
  section.reader().report_unknown_keys(hints_of_settings());
}

void read_questions(source::TableReader& root, QuestionSettings& questions) {
  Section section(root, "questions");
  if (const auto keep = section.reader().boolean("keep")) questions.keep = *keep;
  section.reader().report_unknown_keys(hints_of_settings());
}

void read_staff(source::TableReader& root, StaffSettings& staff) {
  Section section(root, "staff");
  source::TableReader& reader = section.reader();
  if (const auto hash = reader.string("pin_hash")) {
    if (hash->text.empty() || is_pin_hash(hash->text)) {
      staff.pin_hash = hash->text;
    } else {
      // Not quoted: it may be the PIN itself.
      reader.faults().add(rule::bad_value, hash->at,
                          "`pin_hash` is not a hash of a PIN; `anteroom set-pin` asks for the PIN and writes its hash");
    }
  }
  if (const auto show = reader.boolean("show_cleaned")) staff.show_cleaned = *show;
  reader.report_unknown_keys(hints_of_settings());
}

void read_cleaning(source::TableReader& root, CleaningSettings& cleaning) {
  Section section(root, "cleaning");
  section.put_time("lock_s", {30, 600, "seconds"}, cleaning.lock);
  source::TableReader& reader = section.reader();
  if (const auto times = reader.strings("at", "a list of times of day, such as [\"12:30\"]")) {
    for (const source::Located& time : *times) {
      if (const auto minute = parse_minute(time.text); minute && *minute < MinuteOfDay(24 * 60)) {
        cleaning.at.push_back(*minute);
      } else {
        reader.faults().add(rule::bad_value, time.at,
                            source::in_ticks(time.text) + " is not a time of day; it should look like `12:30`");
      }
    }
    std::sort(cleaning.at.begin(), cleaning.at.end());
  }
  reader.report_unknown_keys(hints_of_settings());
}

bool is_region(std::string_view text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// The first of the hours that stand among the variables in `table`; null: none does.
const source::TomlEntry* first_hours(const source::TomlTable& table) {
  const auto found = std::find_if(table.begin(), table.end(), is_hours_of_weekday);
  return found == table.end() ? nullptr : &*found;
}

void read_clinic(source::TableReader& root, Settings& settings) {
  Section section(root, "clinic");
  section.put("name", settings.clinic_name);
  source::TableReader& reader = section.reader();
  source::FileFaults& faults = reader.faults();
  if (const auto region = reader.string("region")) {
    if (region->text.empty() || is_region(region->text)) {
      settings.region = region->text;
    } else {
      faults.add(rule::bad_value, region->at,
                 source::in_ticks(region->text) + " is not a region; it should be two capital letters like `CA`");
    }
  }
  if (const auto zone = reader.string("time_zone")) {
    if (zone->text.empty() || is_time_zone(zone->text)) {
      settings.time_zone = zone->text;
    } else {
      faults.add(rule::bad_time_zone, zone->at,
                 "there is no time zone " + source::in_ticks(zone->text) +
                     "; it should look like `America/Toronto`, or be `UTC`" + time_zone_suggestion(zone->text));
    }
  }
  if (const source::TomlTable* vars = reader.table("vars")) {
    source::TableReader languages(*vars, reader.find("vars")->at, faults);
    for (const source::TomlEntry& language : *vars) {
      if (!source::is_language(language.key)) {
        faults.add(rule::bad_language, language.at,
                   source::in_ticks(language.key) + " is not a language tag; it should look like `en` or `pt-BR`");
        continue;
      }
      const source::TomlTable* table = languages.table(language.key);
      if (table == nullptr) continue;
      source::TableReader values(*table, language.value.at, faults);
      const source::TomlEntry* first = has_weekdays(root.find("hours")) ? nullptr : first_hours(*table);
      if (first != nullptr) {
        faults.add(rule::unknown_key, first->at,
                   source::in_ticks(first->key) + " is under [clinic.vars." + language.key +
                       "]; take away the # before [hours], too");
      }
      for (const source::TomlEntry& entry : *table) {
        if (first != nullptr && is_hours_of_weekday(entry)) continue;
        if (const auto value = read_variable(values, entry.key)) settings.vars[language.key][entry.key] = *value;
      }
    }
  }
  reader.report_unknown_keys(hints_of_settings());
}

void read_languages(source::TableReader& root, Settings& settings) {
  const auto tags = root.strings("languages", "a list of language tags, such as [\"en\", \"fr\"]");
  if (!tags) return;
  for (const source::Located& tag : *tags) {
    if (source::is_language(tag.text)) {
      settings.languages.emplace_back(tag.text);
    } else {
      root.faults().add(rule::bad_language, tag.at,
                        source::in_ticks(tag.text) + " is not a language tag; it should look like `en` or `pt-BR`");
    }
  }
}

// [clinic] and [hours], over what `settings` has of them: key by key, but [hours] as a whole.
void read_facts(source::TableReader& root, Settings& settings) {
  read_clinic(root, settings);
  if (root.find("hours") != nullptr) settings.hours = read_hours(root);
}

// The clinic's facts in the included file `path`.
void read_included(const fs::path& path, source::TomlFiles& files, Settings& settings,
                   source::Diagnostics& diagnostics) {
  const source::TomlFile* toml = files.read(path, max_settings_bytes, diagnostics);
  if (toml == nullptr || !toml->table) return;
  source::FileFaults faults(toml->source, diagnostics);
  source::TableReader root(*toml->table, source::file_begin, faults);
  read_facts(root, settings);
  for (const source::TomlEntry& entry : *toml->table) {
    if (entry.key == "clinic" || entry.key == "hours") continue;
    faults.add(rule::unknown_key, entry.at,
               "unknown key " + source::in_ticks(entry.key) +
                   "; a file that settings include holds only [clinic] and [hours]" +
                   source::did_you_mean(entry.key, {"clinic", "hours"}));
  }
}

void read_keys(const source::TomlFile& toml, const fs::path& file, const IsKeyName& is_key_name, Settings& settings,
               source::TableReader& root) {
  if (const auto role = root.choice("role", {"kiosk", "wall"})) settings.role = *role == 0 ? Role::kiosk : Role::wall;
  settings.content = read_content(root, toml, file);
  read_languages(root, settings);
  if (const auto turn = root.choice("languages_in_turn", {"none", "card", "loop"})) {
    settings.languages_in_turn = static_cast<LanguagesInTurn>(*turn);
  }
  if (const auto missing = root.choice("missing_text", {"skip", "first"})) {
    settings.missing_text = static_cast<MissingText>(*missing);
  }
  read_screen(root, settings.screen);
  read_loop(root, settings.loop);
  read_idle(root, settings.idle);
  read_pictures(root, settings.pictures);
  read_usage(root, settings.usage);
  read_questions(root, settings.questions);
  read_keypad(root, is_key_name, settings.keys);
  read_facts(root, settings);
  read_staff(root, settings.staff);
  read_cleaning(root, settings.cleaning);
  read_wall(root, settings.wall);
  root.report_unknown_keys(hints_of_settings());
}

}  // namespace

Settings read_settings(const fs::path& file, source::TomlFiles& files, source::Diagnostics& diagnostics,
                       const IsKeyName& is_key_name) {
  Settings settings;
  settings.content.clear();
  const source::TomlFile* toml = files.read(file, max_settings_bytes, diagnostics);
  if (toml == nullptr || !toml->table) return settings;
  source::FileFaults faults(toml->source, diagnostics);
  const source::TomlTable table = settings_keys_in_place(*toml->table, faults);
  source::TableReader root(table, source::file_begin, faults);
  const fs::path included = read_include(root, file);
  if (!included.empty()) {
    settings.included = included.string();
    if (is_there(included, root, file, files)) read_included(included, files, settings, diagnostics);
  }
  read_keys(*toml, file, is_key_name, settings, root);
  return settings;
}

}  // namespace anteroom::content
