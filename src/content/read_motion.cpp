#include "content/read_motion.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "content/limits.h"
#include "content/read_picture.h"
#include "language/sentences.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

// A [[motion]] as written; lengths in the picture's own units.
struct WrittenMotion {
  source::Located layer;
  std::optional<std::pair<double, double>> about;
  std::optional<std::size_t> sentence;  // of the lead, that it belongs to; the first is 1
  MotionTrack track;
};

// Two numbers in a list.
std::optional<std::pair<double, double>> read_pair(source::TableReader& reader, const char* key,
                                                   const char* should_be) {
  const source::TomlValue* value = reader.find(key);
  if (value == nullptr) return std::nullopt;
  const auto number = [](const source::TomlValue& each) -> std::optional<double> {
    if (const auto* whole = std::get_if<std::int64_t>(&each.is)) return static_cast<double>(*whole);
    const auto* real = std::get_if<double>(&each.is);
    return real != nullptr && std::isfinite(*real) ? std::optional(*real) : std::nullopt;
  };
  const auto* list = std::get_if<source::TomlList>(&value->is);
  if (list != nullptr && list->size() == 2) {
    const auto x = number((*list)[0]), y = number((*list)[1]);
    constexpr double farthest = 1e6;
    if (x && y && std::abs(*x) <= farthest && std::abs(*y) <= farthest) return std::pair(*x, *y);
  }
  reader.faults().add(rule::wrong_type, value->at, "`" + std::string(key) + "` should be " + should_be);
  return std::nullopt;
}

MotionKey read_key(const source::TomlValue& value, source::FileFaults& faults) {
  source::TableReader reader(std::get<source::TomlTable>(value.is), value.at, faults);
  MotionKey key;
  if (reader.require("at_ms", "write at_ms = 0 for the beginning")) {
    const double last = static_cast<double>(longest_motion.count());
    if (const auto at = reader.integer("at_ms", {0, last, "milliseconds"})) key.at = Millis(*at);
  }
  if (const auto move =
          read_pair(reader, "move", "two numbers, how far to the right and down in the picture's units")) {
    key.pose.x = move->first;
    key.pose.y = move->second;
  }
  key.pose.turn_deg = reader.number("rotate", {-720, 720, "degrees"}).value_or(0);
  key.pose.scale = reader.number("scale", {0.05, 4, "times"}).value_or(1);
  key.pose.opacity = reader.number("opacity", {0, 1, "of 1"}).value_or(1);
  key.pose.drawn = reader.number("drawn", {0, 1, "of 1"}).value_or(1);
  reader.report_unknown_keys();
  return key;
}

// What looks like a flash: its visibility turns around more often than three flashes in a second do (WCAG 2.2, 2.3.1).
bool flashes(const std::vector<MotionKey>& keys) {
  constexpr double seen = 0.1;     // of full visibility: less is no flash
  constexpr std::size_t most = 5;  // turns within a second: the sixth ends the third flash
  std::vector<Millis> turns;
  double extreme = keys.front().pose.opacity * keys.front().pose.drawn;
  int direction = 0;
  for (const MotionKey& key : keys) {
    const double light = key.pose.opacity * key.pose.drawn;
    if (std::abs(light - extreme) < seen) continue;
    const int now = light > extreme ? 1 : -1;
    if (now != direction) turns.push_back(key.at);
    direction = now;
    extreme = light;
  }
  for (std::size_t i = most; i < turns.size(); ++i) {
    if (turns[i] - turns[i - most] < std::chrono::seconds(1)) return true;
  }
  return false;
}

// Says what is wrong with the keys of a movement; false: something is.
bool check_keys(const std::vector<MotionKey>& keys, source::Position at, source::FileFaults& faults) {
  const auto refuse = [&](const std::string& why) {
    faults.add(rule::bad_motion, at, why);
    return false;
  };
  if (keys.size() < 2) return refuse("a movement needs at least two keys: where it begins, and where it rests");
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i].at <= keys[i - 1].at) {
      return refuse("key " + std::to_string(i + 1) +
                    " is not later than the one before it; put the keys in order of `at_ms`");
    }
  }
  if (flashes(keys))
    return refuse("the part appears and vanishes more than three times in a second, which can bring on a seizure");
  return true;
}

WrittenMotion read_one(const source::TomlValue& value, source::FileFaults& faults, bool& is_valid) {
  source::TableReader reader(std::get<source::TomlTable>(value.is), value.at, faults);
  const int errors = faults.error_count();  // the card may have others
  WrittenMotion written;
  written.layer.at = value.at;
  if (reader.require("layer", "write the id of the part of the picture that moves")) {
    if (const auto layer = reader.string("layer", "the id of an element of the picture")) written.layer = *layer;
  }
  written.about = read_pair(reader, "about", "a point of the picture, such as [600, 450]");
  const std::vector<std::string> eases{"in-out", "linear", "in", "out"};
  written.track.ease = static_cast<Ease>(reader.choice("ease", eases).value_or(0));
  written.track.from = static_cast<Edge>(reader.choice("from", {"left", "right", "top", "bottom"}).value_or(0));
  constexpr double most_sentences = 12;
  if (const auto sentence = reader.integer("sentence", {1, most_sentences, "sentences"})) {
    written.sentence = static_cast<std::size_t>(*sentence);
  }
  if (reader.require("keys", "write keys = [{ at_ms = 0, opacity = 0 }, { at_ms = 1200 }]")) {
    for (const source::TomlValue* key : reader.tables("keys")) written.track.keys.push_back(read_key(*key, faults));
  }
  reader.report_unknown_keys();
  if (written.track.keys.size() > max_motion_keys) {
    faults.add(rule::too_many, value.at, "a movement may have at most " + std::to_string(max_motion_keys) + " keys");
    is_valid = false;
  } else if (faults.error_count() == errors) {
    is_valid = check_keys(written.track.keys, value.at, faults) && is_valid;
  }
  return written;
}

// True if the last key is as the still picture, which may not show the part at all.
bool ends_at_rest(const WrittenMotion& written, const PictureFacts& facts, source::FileFaults& faults) {
  const MotionPose& last = written.track.keys.back().pose;
  const std::string id(written.layer.text);
  const bool is_hidden = facts.hidden.contains(id);
  if (is_hidden ? last.opacity == 0 : last == MotionPose{}) return true;
  faults.add(rule::bad_motion, written.layer.at,
             is_hidden ? "the still picture does not show the part " + source::in_ticks(id) +
                             "; its last key should have opacity = 0"
                       : std::string("the movement does not end at rest; its last key should have only `at_ms`"));
  return false;
}

// The same in shares of the picture.
MotionTrack placed(const WrittenMotion& written, const PictureFacts& facts) {
  MotionTrack track = written.track;
  const auto& box = facts.elements.at(std::string(written.layer.text));
  const auto [x, y] = written.about.value_or(std::pair(box[0] + box[2] / 2, box[1] + box[3] / 2));
  track.about_x = x / facts.width;
  track.about_y = y / facts.height;
  for (MotionKey& key : track.keys) {
    key.pose.x /= facts.width;
    key.pose.y /= facts.height;
  }
  return track;
}

// Where the movement waits for the sentences that its parts belong to, when it is read aloud.
// Errors: bad-motion for a sentence that the lead does not have, or that would be waited for before an earlier one.
std::vector<MotionCue> cues_of(const std::vector<WrittenMotion>& all, const std::vector<std::string>& lead,
                               source::FileFaults& faults) {
  std::map<std::size_t, MotionCue> cues;
  for (const WrittenMotion& each : all) {
    if (!each.sentence) continue;
    const Millis at = begins_to_move(each.track);
    MotionCue& cue = cues.try_emplace(*each.sentence, MotionCue{*each.sentence, at}).first->second;
    cue.at = std::min(cue.at, at);
  }
  const auto written = [&](std::size_t sentence) {
    return std::find_if(all.begin(), all.end(), [&](const WrittenMotion& each) { return each.sentence == sentence; });
  };
  const std::size_t count = lead.size();
  Millis last{0};
  for (const auto& [sentence, cue] : cues) {
    if (count > 0 && sentence > count) {
      faults.add(rule::bad_motion, written(sentence)->layer.at,
                 "`sentence` " + std::to_string(sentence) + " is not there: the lead has " + std::to_string(count) +
                     (count == 1 ? " sentence" : " sentences"));
      return {};
    }
    if (cue.at < last) {
      faults.add(rule::bad_motion, written(sentence)->layer.at,
                 "what belongs to sentence " + std::to_string(sentence) +
                     " moves before what belongs to an earlier sentence; put the movements in the order of the words");
      return {};
    }
    last = cue.at;
  }
  std::vector<MotionCue> in_order;
  in_order.reserve(cues.size());
  for (const auto& [sentence, cue] : cues) in_order.push_back(cue);
  return in_order;
}

MotionPart between(const std::string& after, const std::string& before) {
  return {.layer = "", .after = after, .before = before};
}

}  // namespace

void read_motion(source::TableReader& reader, const ExhibitSource& source, const std::string& language, Card& card) {
  const std::vector<const source::TomlValue*> tables = reader.tables("motion");
  if (tables.empty()) return;
  source::FileFaults& faults = reader.faults();
  if (tables.size() > max_motions) {
    faults.add(rule::too_many, tables.front()->at,
               "a card may have at most " + std::to_string(max_motions) + " movements");
    return;
  }
  bool is_valid = true;
  const int errors = faults.error_count();
  std::vector<WrittenMotion> all;
  std::vector<source::Located> layers;
  std::set<std::string_view> seen;
  for (const source::TomlValue* table : tables) {
    all.push_back(read_one(*table, faults, is_valid));
    layers.push_back(all.back().layer);
    if (!seen.insert(all.back().layer.text).second) {
      faults.add(
          rule::bad_motion, all.back().layer.at,
          "the part " + source::in_ticks(all.back().layer.text) + " moves twice; put all its keys into one [[motion]]");
    }
  }
  if (!is_valid || faults.error_count() > errors || !source.facts_of) return;
  if (!source.has_picture || !is_drawing(source.picture)) {
    faults.add(rule::bad_motion, tables.front()->at, "only parts of a drawing (SVG) can move, and the card has none");
    return;
  }
  if (source.picture.empty()) return;  // reported already
  const PictureFacts facts = source.facts(layers);
  if (facts.width <= 0 || facts.height <= 0 || !report_no_elements(layers, facts, source, faults)) return;
  for (const WrittenMotion& each : all) {
    if (!ends_at_rest(each, facts, faults)) return;
  }
  PictureMotion motion;
  motion.cues = cues_of(all, language::sentences(card.text.front().lead, language), faults);
  std::string before;
  for (const std::string& id : facts.order) {
    const auto written =
        std::find_if(all.begin(), all.end(), [&](const WrittenMotion& each) { return each.layer.text == id; });
    if (written == all.end() || !facts.elements.contains(id)) return;
    motion.parts.push_back(between(before, id));
    const auto& box = facts.elements.at(id);
    motion.parts.push_back(
        {.layer = id,
         .after = "",
         .before = "",
         .ink = {box[0] / facts.width, box[1] / facts.height, box[2] / facts.width, box[3] / facts.height},
         .track = placed(*written, facts)});
    motion.length = std::max(motion.length, written->track.keys.back().at);
    before = id;
  }
  motion.parts.push_back(between(before, ""));
  card.motion = std::move(motion);
}

}  // namespace anteroom::content
