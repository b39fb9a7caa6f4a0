#include "fuzz/targets.h"

#include <algorithm>

namespace anteroom::fuzz {

const std::vector<Target>& targets() {
  static const std::vector<Target> all{
      {"card", read_card, {"content/neuromodulators/cards", "tests/checks/faulty-pack/cards"}},
      {"interface", read_interface, {"assets/interface"}},
      {"layout", lay_out_text, {}},
      {"notice", read_notice_file, {}},
      {"pack", read_pack_list, {"content/neuromodulators/pack.toml", "tests/checks/faulty-pack/pack.toml"}},
      {"picture", draw_picture, {}},
      {"replay", read_replay, {"tests/journeys", "tests/replays"}},
      {"reply", read_reply, {}},
      {"settings", read_settings_file, {"config"}},
      {"svg", draw_svg_layers, {"content/neuromodulators/pictures", "assets/icons"}},
      {"toml", read_toml, {"config", "content/neuromodulators/cards"}},
      {"touch", touch_screen, {}},
  };
  return all;
}

const Target& target_named(std::string_view name) {
  const auto& all = targets();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Target& each) { return each.name == name; });
  if (at == all.end()) throw std::out_of_range("no fuzz target has this name");
  return *at;
}

}  // namespace anteroom::fuzz
