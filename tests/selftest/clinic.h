// A small clinic for the tests of the self-test: two cards, settings, everything in a temporary folder.
#pragma once

#include <string>

#include "assembly/load.h"
#include "selftest/own_folder.h"
#include "small_pack.h"
#include "temporary_folder.h"

namespace anteroom::selftest {

struct SmallClinic {
  TemporaryFolder folder;
  OwnFolder own;  // so that nothing is kept elsewhere

  SmallClinic() {
    folder.write("kiosk.toml", "role = \"kiosk\"\ncontent = \"pack\"\n[screen]\nwidth_mm = 476\nheight_mm = 268\n");
    folder.write("pack/pack.toml", small_pack_toml(R"("a", "b")"));
    write_card("a", "");
    write_card("b", "");
    folder.write("pack/pictures/red.svg",
                 R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30"/></svg>)");
  }
  // `more`: lines of the card's file before its texts.
  void write_card(const std::string& id, const std::string& more) const {
    folder.write("pack/cards/" + id + ".toml",
                 "picture = \"red.svg\"\nshow = [\"kiosk\", \"wall\"]\n" + more + "[text.en]\ntopic = \"Hands\"\n" +
                     "title = \"Wash your hands\"\nlead = \"Use soap.\"\npicture_alt = \"A plain field.\"\n" +
                     "ask = \"When?\"\n");
  }
  assembly::SourceOptions source() const { return {folder / "kiosk.toml", folder / "pack"}; }
  Settings settings() const {
    source::TomlFiles files;
    source::Diagnostics faults;
    return assembly::load_settings(source(), files, faults);
  }
  assembly::Loaded loaded() const {
    source::Diagnostics faults;
    return assembly::load(source(), faults);
  }
};

}  // namespace anteroom::selftest
