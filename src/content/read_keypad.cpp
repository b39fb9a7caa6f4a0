#include "content/read_keypad.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/misplaced_keys.h"
#include "content/usable_text.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

// What one key of [keys] does, and its default names.
struct KeyUse {
  const char* key;
  std::vector<std::string>* names;
  std::optional<std::vector<source::Located>> written;
};

// SDL compares names without regard to case.
std::string lower_case(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

// All default names, to suggest what may have been meant.
std::vector<std::string> usual_names() {
  const Keys usual;
  std::vector<std::string> all;
  for (const auto* names :
       {&usual.next, &usual.previous, &usual.select, &usual.back, &usual.repeat, &usual.volume, &usual.topics}) {
    all.insert(all.end(), names->begin(), names->end());
  }
  return all;
}

// The valid names of `use`, each then also in `used_by`.
std::vector<std::string> sound_names(const KeyUse& use, const IsKeyName& is_key_name, source::FileFaults& faults,
                                     std::map<std::string, const char*>& used_by) {
  std::vector<std::string> names;
  for (const source::Located& name : *use.written) {
    if (!check_text(name, faults)) continue;
    if (name.text.empty()) {
      faults.add(rule::empty_text, name.at, source::in_ticks(use.key) + " holds an empty name");
      continue;
    }
    if (is_key_name && !is_key_name(std::string(name.text))) {
      const std::string advice = faults.is_full() ? std::string() : source::did_you_mean(name.text, usual_names());
      faults.add(rule::bad_value, name.at,
                 source::in_ticks(name.text) + " is not the name of a key that can be used" + advice);
      continue;
    }
    const auto [other, is_free] = used_by.try_emplace(lower_case(name.text), use.key);
    if (is_free) {
      names.emplace_back(name.text);
    } else {
      faults.add(rule::duplicate, name.at,
                 source::in_ticks(name.text) + " is already a key of " + source::in_ticks(other->second));
    }
  }
  return names;
}

}  // namespace

void read_keypad(source::TableReader& root, const IsKeyName& is_key_name, Keys& keys) {
  const source::TomlTable* table = root.table("keys");
  if (table == nullptr) return;
  source::TableReader reader(*table, root.find("keys")->at, root.faults());
  std::array<KeyUse, 7> uses = {{{"next", &keys.next, {}},
                                 {"previous", &keys.previous, {}},
                                 {"select", &keys.select, {}},
                                 {"back", &keys.back, {}},
                                 {"repeat", &keys.repeat, {}},
                                 {"volume", &keys.volume, {}},
                                 {"topics", &keys.topics, {}}}};
  std::map<std::string, const char*> used_by;
  for (KeyUse& use : uses) {
    use.written = reader.strings(use.key, "a list of names of keys, such as [\"Right\", \"F13\"]");
    if (use.written && std::get<source::TomlList>(reader.find(use.key)->is).empty()) {
      reader.faults().add(rule::bad_value, reader.find(use.key)->at,
                          source::in_ticks(use.key) + " is empty; name at least one key for it");
    }
    if (use.written) continue;
    // Nobody needs the key of the list: its default gives way to what others name.
    if (use.names == &keys.topics) continue;
    for (const std::string& name : *use.names) used_by.emplace(lower_case(name), use.key);
  }
  for (KeyUse& use : uses) {
    if (!use.written) continue;
    std::vector<std::string> names = sound_names(use, is_key_name, reader.faults(), used_by);
    // Without a working key a patient would be shut out, so the defaults that are still free are used.
    if (names.empty()) {
      for (const std::string& name : *use.names) {
        if (used_by.try_emplace(lower_case(name), use.key).second) names.push_back(name);
      }
    }
    *use.names = std::move(names);
  }
  if (!uses.back().written) {
    std::erase_if(keys.topics, [&](const std::string& name) { return used_by.contains(lower_case(name)); });
  }
  reader.report_unknown_keys(hints_of_settings());
}

}  // namespace anteroom::content
