// What a clinic, a USB stick, a finger or the picture decoder can bring, as functions of arbitrary bytes. libFuzzer
// calls them through libfuzzer_main.cpp (script/fuzz); the tests call them with what was found and with what is
// shipped.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::fuzz {

// A promise of the program that an input breaks. Nothing else may be thrown.
struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline void promise(bool holds, const char* what) {
  if (!holds) throw Broken(what);
}

struct Target {
  std::string name;
  void (*run)(std::string_view bytes);
  std::vector<std::string> seeds;  // files and folders of the repository to begin with
};

const std::vector<Target>& targets();
// Errors: throws std::out_of_range.
const Target& target_named(std::string_view name);

void read_card(std::string_view bytes);
void read_interface(std::string_view bytes);
void read_notice_file(std::string_view bytes);
void read_pack_list(std::string_view bytes);
void read_replay(std::string_view bytes);
void read_reply(std::string_view bytes);
void read_settings_file(std::string_view bytes);
void read_toml(std::string_view bytes);
void draw_picture(std::string_view bytes);
void draw_svg_layers(std::string_view bytes);
void lay_out_text(std::string_view bytes);
void touch_screen(std::string_view bytes);

}  // namespace anteroom::fuzz
